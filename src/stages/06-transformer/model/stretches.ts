/** Layers that are run in stretches: what it costs, in theory and as measured. */

/** A transformer’s blocks, or a chain of layers so small that what lies between two is as large as what lies inside. */
export type DeepKind = "blocks" | "chain";

export interface StretchMemory {
  /** 0: nothing is forgotten. */
  readonly stretches: number;
  /** At the peak. */
  readonly bytes: number;
  /** Layers that were run, also again. */
  readonly layers: number;
}

/** Bytes of one layer’s inside, there and back, of the stream between two, and of what does not depend on stretches. */
export interface StretchParts {
  readonly layers: number;
  readonly inside: number;
  readonly between: number;
  readonly rest: number;
}

export interface StretchRuns {
  readonly kind: DeepKind;
  readonly parts: StretchParts;
  readonly measured: readonly StretchMemory[];
}

/** Bytes at the peak: the stream at the start of each stretch, and the inside of one of them. */
export const expectedBytes = ({layers, inside, between, rest}: StretchParts, stretches: number): number =>
  rest + stretches * between + (layers / stretches) * inside;

/** The number of stretches at which that is least, if it need not be whole. */
export const bestStretches = ({layers, inside, between}: StretchParts): number =>
  Math.sqrt((layers * inside) / between);
