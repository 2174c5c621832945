/** A notebook as a file of Observable's Notebook Kit, and such a file as cells. */
import {deserialize, serialize, toNotebook} from "@observablehq/notebook-kit";
import type {Cell} from "./cell.js";
import {codeElsewhere, type Away} from "./codeElsewhere.js";

/** What its cells import has the bare names of packages. */
export const kitFile = (away: Away, cells: readonly Cell[]): string =>
  serialize(
    toNotebook({
      title: away.title,
      cells: cells.map((cell) => ({...cell, value: codeElsewhere(cell, away, (name) => name)}))
    })
  );

/** Its cells, not looked at yet; reading one runs nothing. */
export const cellsOfKit = (text: string): readonly unknown[] => deserialize(text).cells;
