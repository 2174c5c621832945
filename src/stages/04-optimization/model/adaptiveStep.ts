/** Rules that divide by the size of gradients, for a single number: short enough to be read beside their formulas. */

/** What divides: AdaGrad's sum, RMSProp's running mean, or Adam's, with its correction or without. */
export const RULES = ["AdaGrad", "RMSProp", "Adam", "Adam, uncorrected"] as const;
export type Rule = (typeof RULES)[number];

export interface Remembers {
  /** What Adam's mean of gradients keeps. */
  readonly b1: number;
  /** What the mean of squares keeps. */
  readonly b2: number;
}

/** What a rule remembers of a number: steps done, a mean of gradients, and a mean or sum of their squares. */
export interface Memory {
  readonly t: number;
  readonly m: number;
  readonly v: number;
}

export const nothing: Memory = {t: 0, m: 0, v: 0};

const over = (a: number, b: number): number => (b === 0 ? 0 : a / b);

/** The next memory, and how far the number moves against the gradient, in units of the learning rate. */
export function adaptiveStep(
  rule: Rule,
  {b1, b2}: Remembers,
  memory: Memory,
  g: number
): readonly [moved: number, memory: Memory] {
  const t = memory.t + 1;
  if (rule === "AdaGrad") {
    const v = memory.v + g * g;
    return [over(g, Math.sqrt(v)), {t, m: g, v}];
  }
  const v = b2 * memory.v + (1 - b2) * g * g;
  if (rule === "RMSProp") return [over(g, Math.sqrt(v)), {t, m: g, v}];
  const m = b1 * memory.m + (1 - b1) * g;
  const [c1, c2] = rule === "Adam" ? [1 - b1 ** t, 1 - b2 ** t] : [1, 1];
  return [over(m / c1, Math.sqrt(v / c2)), {t, m, v}];
}

/** How far each gradient of a row moves the number, in units of the learning rate. */
export function stepsOf(rule: Rule, remembers: Remembers, gradients: readonly number[]): readonly number[] {
  let memory = nothing;
  return gradients.map((g) => {
    const [moved, next] = adaptiveStep(rule, remembers, memory, g);
    memory = next;
    return moved;
  });
}

/** Rows of gradients: always 1; now 4, now −2, whose mean is 1; 1 in every twentieth step alone; and one that fades. */
export const STREAMS = ["steady", "noisy", "rare", "fading"] as const;
export type Stream = (typeof STREAMS)[number];

/** A row of gradients, times a size. */
export const streamOf = (stream: Stream, size: number, steps: number): readonly number[] =>
  Array.from({length: steps}, (_, k) => {
    if (stream === "steady") return size;
    if (stream === "noisy") return k % 2 === 0 ? 4 * size : -2 * size;
    if (stream === "rare") return k % 20 === 0 ? size : 0;
    return size * 0.97 ** k;
  });
