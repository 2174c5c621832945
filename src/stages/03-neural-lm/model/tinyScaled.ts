/** The stage's tiny network with weights that start larger or smaller. */
import {START, tinyPass, type TinyPass, type Token} from "./tinyHidden.js";

/** After **a**, with the hidden and the output weights times a scale each. */
export function tinyScaled(hidden: number, output: number, next: Token): TinyPass {
  const times = (rows: readonly (readonly number[])[], scale: number) => rows.map((row) => row.map((w) => w * scale));
  return tinyPass(
    {
      ...START,
      hidden: {...START.hidden, weight: times(START.hidden.weight, hidden)},
      output: {...START.output, weight: times(START.output.weight, output)}
    },
    "a",
    next
  );
}
