import {FileAttachment} from "observablehq:stdlib";
import {openModel, type KeptModel, type OpenModel} from "./keptModel.js";

let open: Promise<OpenModel> | undefined;

/** The transformer that comes with the book: it learned Moby Dick letter by letter. Loaded when it is first asked for. */
export function characterGpt(): Promise<OpenModel> {
  open ??= FileAttachment("../../data/models/characterGpt.json")
    .json<{readonly value: KeptModel}>()
    .then(({value}) => openModel(value));
  open.catch(() => (open = undefined));
  return open;
}
