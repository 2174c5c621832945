/** How the blocks of a deep model are put together when it starts. */
export const DEPTH_FORMS = {
  scaled: {name: "norm first, by √2L", placement: "pre", scaled: true, skips: true},
  plain: {name: "norm first", placement: "pre", scaled: false, skips: true},
  post: {name: "norm last", placement: "post", scaled: false, skips: true},
  bare: {name: "no additions", placement: "pre", scaled: false, skips: false}
} as const;

export type DepthForm = keyof typeof DEPTH_FORMS;

export const DEPTHS = [2, 4, 8, 16] as const;

/** A model before its first step. */
export interface DepthSeen {
  readonly form: DepthForm;
  /** Whether feed-forward layers have a gate (SwiGLU), or not (GELU). */
  readonly gated: boolean;
  readonly layers: number;
  /** Root mean square of the stream, from the embedding on, one more than blocks. */
  readonly scale: readonly number[];
  /** Length of the loss’s slope by the stream there, all places together. */
  readonly slope: readonly number[];
  /** Length of the loss’s slope by the parameters of each block. */
  readonly blocks: readonly number[];
  /** The mean cosine between two different tokens of a text. */
  readonly alike: readonly number[];
}

/** The root mean square of a stream that begins with 1, after each part that adds numbers of this size at right angles. */
export function grown(parts: number, added: number): readonly number[] {
  return Array.from({length: parts + 1}, (_, i) => Math.sqrt(1 + i * added * added));
}

/** The largest difference of two of these means, where each place gives `shared` of its weight to the same first value. */
export const narrowed = (range: number, shared: number, layers: number): number => range * Math.pow(1 - shared, layers);
