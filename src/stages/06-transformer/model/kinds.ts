import type {BengioConfig, LmMetrics, LmText, RecurrentConfig} from "/lib/stages/neural-lm.js";
import type {TransformerLmConfig} from "/lib/stages/transformer.js";
import type {Baseline} from "../../../components/workbench/look.js";

/** What a transformer reads; the others read characters. */
export type KindTokens = "characters" | "subwords";

/** What is chosen of a comparison, the text besides. */
export interface KindsChoice {
  readonly tokens: KindTokens;
  /** Characters that each network reads while it learns. */
  readonly budget: number;
}

/** Of a longer text, only so much: all that is held out of it is judged, again and again. */
export const MOST = 120_000;

/** Measurements of a run after the first. */
export const LOOKS = 10;

export const BUDGETS = [100_000, 300_000] as const;
export const KEPT: KindsChoice = {tokens: "characters", budget: 300_000};

export const KINDS = ["window", "gru", "transformer"] as const;
export type KindName = (typeof KINDS)[number];

/** One kind’s course: bits per byte of all held-out text, after so many characters that were read. */
export interface KindCourse {
  readonly points: readonly (readonly [characters: number, bitsPerByte: number])[];
  readonly parameters: number;
}

/** What was found of one text. */
export interface KindsResult {
  readonly courses: Readonly<Record<KindName, KindCourse>>;
  /** Of the best n-gram by Kneser–Ney, and of single characters. */
  readonly levels: readonly {readonly name: string; readonly bitsPerByte: number}[];
}

const ALL = 1e9; // of the held-out tokens, each is judged

/** Everything that all kinds share: a falling rate, and the same text held out. */
const shared = (corpus: string, documents: boolean) =>
  ({corpus: corpus.slice(0, MOST), documents, schedule: "cosine", weightDecay: 0.1, scored: ALL, seed: 1}) as const;

const WINDOW = {context: 8, width: 16, hidden: [256], batchSize: 128, learningRate: 0.003} as const;
const READER = {cell: "gru", width: 16, hidden: 112, batchSize: 16, seqLen: 24, learningRate: 0.02} as const;
const TRANSFORMER = {
  context: 48,
  width: 48,
  layers: 2,
  heads: 4,
  batchSize: 8,
  learningRate: 0.004,
  warmup: 20
} as const;

/** A run: its config, and how many steps it takes for the budget. */
export interface KindRun<C> {
  readonly config: C;
  readonly steps: number;
  /** Characters that a step reads, on average. */
  readonly perStep: number;
}

const runOf = <C extends object>(config: C, perStep: number, budget: number): KindRun<C & {totalSteps: number}> => {
  const steps = LOOKS * Math.max(1, Math.round(budget / perStep / LOOKS));
  return {config: {...config, totalSteps: steps}, steps, perStep};
};

/** The three networks for a text. `length` is how many characters a token and a document have on average. */
export function kindRuns(
  corpus: string,
  documents: boolean,
  {tokens, budget}: KindsChoice,
  length: {readonly token: number; readonly document: number}
): {
  readonly window: KindRun<BengioConfig>;
  readonly gru: KindRun<RecurrentConfig>;
  readonly transformer: KindRun<TransformerLmConfig>;
} {
  const base = shared(corpus, documents);
  const {context, batchSize} = TRANSFORMER;
  const row = documents ? length.document : context * length.token;
  return {
    window: runOf({...base, ...WINDOW}, WINDOW.batchSize, budget),
    gru: runOf({...base, ...READER}, READER.batchSize * READER.seqLen, budget),
    transformer: runOf({...base, ...TRANSFORMER, tokens, vocabSize: 512}, batchSize * row, budget)
  };
}

/** How many characters a token and a document of a text have on average. */
export function lengthsOf({texts, train, documents}: Pick<LmText, "texts" | "train" | "documents">) {
  const characters = [...texts.train].length;
  const ends = train.filter((id) => id === documents?.end).length;
  return {token: characters / train.length, document: characters / Math.max(1, ends)};
}

/** The losses of counting, in nats per token, as bits per byte: of a measurement that has both, the ratio is known. */
export const levelsOf = (
  baselines: readonly Baseline[],
  {validationLoss, validationBitsPerByte}: Pick<LmMetrics, "validationLoss" | "validationBitsPerByte">
): KindsResult["levels"] =>
  baselines
    .filter(({name}) => name === "single tokens" || name.startsWith("best"))
    .map(({name, loss}) => ({
      name: name === "single tokens" ? "single characters" : name,
      bitsPerByte: (loss * validationBitsPerByte) / validationLoss
    }));
