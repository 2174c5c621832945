/** The tiny example of the stage with a memory: two Elman units read a few letters, and the last output is judged. */
import {add, backward, dot, exp, log, sub, sum, tanh, variable, type Expression} from "/lib/scalar.js";
import {OUTPUT, TOKENS, VECTORS, type Token} from "./tinyHidden.js";

/** How much of what it remembers a unit takes along: the recurrent weights are this times the identity. */
export const KEPT = 0.5;

interface TinyStep {
  readonly letter: Token;
  readonly x: readonly number[];
  readonly z: readonly number[];
  readonly h: readonly number[];
  /** Slopes of the loss by h and by z. */
  readonly slopeH: readonly number[];
  readonly slopeZ: readonly number[];
}

export interface TinyReading {
  readonly steps: readonly TinyStep[];
  readonly probabilities: readonly number[];
  readonly loss: number;
  readonly slopeLogits: readonly number[];
  /** The gradient by the recurrent weights, a row for each unit that is remembered. */
  readonly recurrent: readonly (readonly number[])[];
}

/** Reads the letters, h ← tanh(x + h R) with R = kept · I, and judges what it expects then. */
export function tinyReading(letters: readonly Token[], next: Token, kept = KEPT): TinyReading {
  const weights = [
    [variable(kept), variable(0)],
    [variable(0), variable(kept)]
  ];
  const column = (j: number): readonly Expression[] => weights.map((row) => row[j]!);
  const read: {readonly x: readonly number[]; readonly z: readonly Expression[]; readonly h: readonly Expression[]}[] =
    [];
  for (const letter of letters) {
    const x = VECTORS[TOKENS.indexOf(letter)]!;
    const before = read.at(-1)?.h ?? x.map(() => variable(0));
    const z = x.map((v, j) => add(v, dot(before, column(j))));
    read.push({x, z, h: z.map((v) => tanh(v))});
  }
  const last = read.at(-1)?.h ?? [];
  const logits = TOKENS.map((_, j) =>
    dot(
      last,
      OUTPUT.map((row) => row[j]!)
    )
  );
  const total = log(sum(logits.map(exp)));
  const loss = sub(total, logits[TOKENS.indexOf(next)]!);
  const slope = backward(loss);
  const values = (list: readonly Expression[]) => list.map(({value}) => value);
  const slopes = (list: readonly Expression[]) => list.map((v) => slope.get(v));
  return {
    steps: read.map(({x, z, h}, t) => ({
      letter: letters[t]!,
      x,
      z: values(z),
      h: values(h),
      slopeH: slopes(h),
      slopeZ: slopes(z)
    })),
    probabilities: logits.map((v) => exp(sub(v, total)).value),
    loss: loss.value,
    slopeLogits: slopes(logits),
    recurrent: weights.map(slopes)
  };
}
