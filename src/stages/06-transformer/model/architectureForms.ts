/** From the first transformer to Mixtral in single changes, all at one budget of operations. */
import {
  gpt2,
  llama,
  mistral,
  mixtral,
  original,
  type TransformerConfig,
  type TransformerSizes
} from "/lib/transformer.js";

/** What all forms share. First weights are drawn alike, so that forms differ in their form alone. */
export const SIZES = {layers: 2, width: 48, heads: 4, context: 64, tied: true, deviation: 1 / Math.sqrt(48)} as const;

/** A description for any vocabulary. */
export type Form = Omit<TransformerConfig, "vocabSize">;

/**
 * Numbers inside a feed-forward layer, so that a token costs as many operations in every form: 4·width where there are two
 * matrices, two thirds of it where there are three, half of that for each of two experts. What shared keys save is given to it.
 */
export function hiddenOf(kind: "plain" | "gated" | "experts", kvHeads: number = SIZES.heads): number {
  const {width, heads} = SIZES;
  const saved = 2 * (width - (kvHeads * width) / heads);
  const all = (8 * width + saved) / (kind === "plain" ? 2 : 3);
  return kind === "experts" ? all / 2 : all;
}

function form(preset: (sizes: TransformerSizes) => TransformerConfig, more: Partial<TransformerConfig>): Form {
  const {vocabSize: _, ...rest} = preset({...SIZES, vocabSize: 1, ...more});
  return rest;
}

const plain = {hidden: hiddenOf("plain")} as const;
const shared = {hidden: hiddenOf("gated", 1), kvHeads: 1} as const;

/** How far forms may be apart in operations a token, as a share of the least. */
export const WITHIN = 0.07;

/** In the order of the years; from the third on, each has one change more than the one that it is compared with. */
export const FORMS = {
  original: {name: "the first, 2017", form: form(original, plain)},
  gpt2: {name: "GPT-2", form: form(gpt2, plain)},
  rms: {name: "+ RMSNorm", form: form(gpt2, {...plain, norm: "rms", bias: false})},
  rope: {name: "+ rotary", form: form(gpt2, {...plain, norm: "rms", bias: false, positions: "rope"})},
  llama: {name: "+ gates: Llama", form: form(llama, {hidden: hiddenOf("gated")})},
  shared: {name: "+ shared keys", form: form(llama, shared)},
  mistral: {name: "+ window: Mistral", form: form(mistral, {...shared, window: 16})},
  mixtral: {name: "+ experts: Mixtral", form: form(mixtral, {hidden: hiddenOf("experts", 1), experts: 4, kvHeads: 1})}
} as const;

export type FormName = keyof typeof FORMS;

/** The form that a form is compared with: the one before it, and for experts the one that has all but the window. */
export const BEFORE: Readonly<Record<FormName, FormName | undefined>> = {
  original: undefined,
  gpt2: "original",
  rms: "gpt2",
  rope: "rms",
  llama: "rope",
  shared: "llama",
  mistral: "shared",
  mixtral: "shared"
};

/** Rates that each form is tried with, by a seed of its own, before it is judged by others. */
export const RATES = [0.006, 0.012, 0.024] as const;
export const TUNED_BY = 1;
export const SEEDS = [2, 3, 4] as const;

export const STEPS = 400;
export const BATCH = 16;
export const WARMUP = 20;
/** Windows of held-out text that a form is judged by, and how many are read at once. */
export const JUDGED = {windows: 128, atOnce: 32} as const;
/** How much using experts alike counts beside the loss, unless it is told. */
export const BALANCE = 0.01;

/** Steps from one measurement to the next. */
export const EVERY = 25;

/** A form at its best rate. */
export interface ArchitectureRun {
  readonly name: FormName;
  readonly rate: number;
  /** Of each rate, what it came to with the seed that tunes. */
  readonly tuned: readonly number[];
  /** Of each seed, the loss on held-out text every so many steps, from the first state on, in nats a letter. */
  readonly losses: readonly (readonly number[])[];
}

/** Experts that learned with a share of balance or without. */
export interface BalanceRun {
  readonly balance: number;
  /** At the end, of each seed. */
  readonly losses: readonly number[];
  /** Of each seed and each layer, which share of tokens went to each expert. */
  readonly shares: readonly (readonly (readonly number[])[])[];
}

export interface ArchitectureRuns {
  readonly vocabSize: number;
  readonly runs: readonly ArchitectureRun[];
  readonly balance: readonly BalanceRun[];
}
