import {createHash} from "node:crypto";
import {CommandError} from "../exit.js";
import {largeText} from "../files/largeText.js";
import type {OpenedModel} from "../models/openModel.js";
import {partsOf} from "../runs/folders.js";
import type {RunConfig} from "../runs/runConfig.js";
import {openIds, withDiskIds, writeIds, type DiskIds} from "./diskIds.js";

/** The ids of a run’s text but for what is held out, on disk: written when they are wanted first. */
function idsOf(folder: string, {corpus}: RunConfig, opened: OpenedModel, say: (text: string) => void): DiskIds {
  const {ids: path} = partsOf(folder);
  const {tokenizer, train} = opened;
  const size = tokenizer.vocabulary.tokens.length;
  const there = openIds(path, size);
  if (there !== undefined) return there;
  const {pieces, end} = largeText(corpus.paths, corpus.streamed!.end);
  if (createHash("sha256").update(end).digest("hex") !== corpus.sha256)
    throw new CommandError(
      folder,
      "a run’s corpus is the one that it began with",
      [],
      "name the files that it began with, or begin a new run"
    );
  say("Writing the tokens of its text to disk\n");
  function* encoded(): Generator<ArrayLike<number>, void, undefined> {
    for (const piece of pieces()) yield tokenizer.encode(piece);
    yield train;
  }
  writeIds(path, size, encoded());
  const ids = openIds(path, size)!; // just written
  say(`${ids.length.toLocaleString("en")} tokens\n`);
  return ids;
}

/** A model over a text that is not in memory; others as they are. Its file is to be closed in the end. */
export function streamed(
  folder: string,
  config: RunConfig,
  opened: OpenedModel,
  say: (text: string) => void
): {readonly opened: OpenedModel; readonly close: () => void} {
  if (config.corpus.streamed === undefined) return {opened, close: () => undefined};
  const ids = idsOf(folder, config, opened, say);
  const [context, batchSize, seed] = ["context", "batchSize", "seed"].map((name) => Number(config.config[name]));
  return {opened: withDiskIds(opened, {context: context!, batchSize: batchSize!, seed: seed!}, ids), close: ids.close};
}
