import {fold, key, temperature} from "/lib/index.js";
import {sampleFrom, type LmView} from "/lib/stages/neural-lm.js";

interface Samples {
  /** Tokens to write, at most. */
  readonly length: number;
  readonly temperature: number;
  readonly seed: number;
  /** The same step writes the same. */
  readonly step: number;
}

/** Names that are written, where each text is a name. */
const NAMES = 8;

/** What a model writes: a passage of a long text, or some names of a list of names. */
export function samplesOf<P>(
  model: Pick<LmView<P>, "tokenizer" | "documents" | "predict">,
  params: P,
  {length, temperature: t, seed, step}: Samples
): string {
  const drawn = fold(key(seed), 1000 + step);
  const write = (i: number, most: number): string =>
    sampleFrom(model, params, {key: fold(drawn, i), length: most, rule: temperature(t)});
  if (model.documents === undefined) return write(0, length);
  return Array.from({length: NAMES}, (_, i) => write(i, Math.ceil(length / 4))).join(", ");
}
