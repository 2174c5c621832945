/** What one training step of a network over a window takes, part by part: arithmetic, and numbers that are touched. */
import type {NetworkSize} from "./networkSizes.js";

interface StepSize extends NetworkSize {
  /** Examples of a batch. */
  readonly batch: number;
}

interface Work {
  /** Multiplications, additions, comparisons, powers: each counts one. */
  readonly operations: number;
  /** Of the numbers that must be read or written at least once, in float32. */
  readonly bytes: number;
}

export interface PartWork {
  readonly name: "Lookup" | "Hidden layer" | "Output layer" | "Softmax, loss" | "AdamW";
  readonly forward: Work;
  /** The way back; of the optimizer, its step. */
  readonly backward: Work;
}

const FLOAT = 4;
/** Operations of AdamW for one parameter: two means, two corrections, a root, a quotient, decay and step. */
const ADAMW = 16;

const work = (operations: number, numbers: number): Work => ({operations, bytes: FLOAT * numbers});

/** A dense layer with its bias: m products and m sums for each output; back, a product for the weights and one for x. */
const layer = (batch: number, m: number, n: number) => ({
  forward: work(2 * batch * m * n, batch * m + m * n + n + batch * n),
  backward: work(4 * batch * m * n + batch * n, 2 * (batch * m + m * n) + n + 3 * batch * n)
});

const plus = (a: Work, b: Work): Work => ({operations: a.operations + b.operations, bytes: a.bytes + b.bytes});

const parametersIn = ({vocabulary, context, width, hidden}: NetworkSize): number =>
  vocabulary * width + (context * width + 1) * hidden + (hidden + 1) * vocabulary;

/** The five parts of a step, in the order in which they are done. */
export function stepWork(size: StepSize): readonly PartWork[] {
  const {batch, vocabulary, context, width, hidden} = size;
  const side = context * width;
  const [first, last] = [layer(batch, side, hidden), layer(batch, hidden, vocabulary)];
  const [vectors, bent, logits, all] = [batch * side, batch * hidden, batch * vocabulary, parametersIn(size)];
  return [
    {name: "Lookup", forward: work(0, 2 * vectors), backward: work(vectors, vectors + vocabulary * width)},
    {
      name: "Hidden layer",
      forward: plus(first.forward, work(bent, 2 * bent)),
      backward: plus(first.backward, work(3 * bent, 3 * bent))
    },
    {name: "Output layer", ...last},
    {name: "Softmax, loss", forward: work(4 * logits, logits), backward: work(3 * logits, 2 * logits)},
    {name: "AdamW", forward: work(0, 0), backward: work(ADAMW * all, 7 * all)}
  ];
}

/** Operations or bytes of a part, there and back. */
export const whole = ({forward, backward}: PartWork, unit: keyof Work): number => forward[unit] + backward[unit];

/** The sum over all parts. */
export const total = (parts: readonly PartWork[], unit: keyof Work): number =>
  parts.reduce((sum, part) => sum + whole(part, unit), 0);

/** The products of matrices alone: 2·B·Σ mn there, and twice that back. */
export const productsOf = ({batch, vocabulary, context, width, hidden}: StepSize): number =>
  6 * batch * (context * width * hidden + hidden * vocabulary);
