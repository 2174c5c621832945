/** The networks of the dashboard: windows, recurrent cells and a transformer, each to be trained and charged alike. */
import type {excerpt} from "../../tools/corpora.js";
import {
  bengio,
  heldOutDocuments,
  recurrent,
  type BengioParams,
  type LmConfig,
  type LmText,
  type RecurrentParams
} from "/lib/stages/neural-lm.js";
import {transformerLm} from "/lib/stages/transformer.js";
import * as t from "/lib/tensor.js";
import {estimate, type TransformerParams} from "/lib/transformer.js";
import {documentsOf} from "../components/languageModel/documentsOf.js";
import {recurrentCosts, windowCosts, type Costs, type Observation} from "./judged.js";
import type {ModelName} from "./languageModels.js";
import {transformerCosts} from "./transformerCosts.js";

/** A text to learn, and how hard. */
export interface Task {
  readonly name: string;
  readonly corpus: ReturnType<typeof excerpt>;
  /** Of a list, so many of the documents to learn from. All unless told. */
  readonly documents?: number;
  /** Tokens that each network reads while it learns. */
  readonly tokens: number;
}

const WINDOWS = {
  "window-small": {context: 4, width: 8, hidden: [64]},
  "window-middle": {context: 6, width: 16, hidden: [128]},
  "window-large": {context: 8, width: 16, hidden: [256]}
} as const;
const WINDOW_BATCH = 128;
const CELLS = ["elman", "gru", "lstm"] as const;
const HIDDEN = 64;
const [ROWS, LENGTH] = [16, 24];
/** Of a list, whole names are read side by side; of the novel, as many tokens in a step as the cells read. */
const TRANSFORMER = {width: 48, layers: 2, heads: 4} as const;
const SIZES = {names: {context: 24, batchSize: 48}, novel: {context: 48, batchSize: 8}} as const;

/** What each network is told of its training besides. */
const TRAINING = {schedule: "cosine", weightDecay: 0.1, scored: 1} as const;
const RATES = {window: 0.01, elman: 0.01, gru: 0.02, lstm: 0.02, transformer: 0.003} as const;

/** The texts of a task: what its models are told, and the held-out text that judges all models of the same corpus. */
export function opened({corpus, documents}: Task): {
  readonly config: Pick<LmConfig, "corpus" | "documents" | "validation">;
  readonly held?: string;
} {
  const listed = corpus.labels !== undefined;
  if (!listed) return {config: {corpus: corpus.text}};
  const {texts} = heldOutDocuments(corpus.text);
  if (documents === undefined) return {config: {corpus: corpus.text, documents: true}, held: texts.held};
  // what a part of the list holds out of itself is one name: it is judged by those that the whole list held out
  const part = texts.train.split("\n").slice(0, documents).join("\n");
  return {config: {corpus: part, documents: true, validation: 1e-9}, held: texts.held};
}

export const judgedBy = <T extends LmText>(model: T, held: string | undefined): T =>
  held === undefined ? model : {...model, held: model.tokenizer.encode(held)};

export type Charge = (list: readonly Observation[]) => Costs;

/** A network that can be stepped and charged, without its kind. */
interface Trainable {
  /** Shows each of some steps, with what the network then makes of observations: now, or when training is over. */
  readonly train: (steps: readonly number[], look: (step: number, charge: Charge) => void) => void;
  /** The shapes of its parameters, by their paths. */
  readonly shapes: readonly (readonly [path: string, shape: readonly number[]])[];
}

export interface Named {
  readonly model: Exclude<ModelName, "ngram">;
  readonly about: string;
  readonly tokensPerStep: number;
  /** Multiply-adds of one prediction, if they are not the numbers of its matrices. */
  readonly multiplyAdds?: number;
  readonly make: (seed: number, steps: number) => Trainable;
}

interface Steps<S, B> {
  readonly model: () => S;
  readonly step: (state: S, batch: B) => S;
  readonly data: (step: number) => B;
}

const trainable = <S extends {readonly params: object}, B>(
  {model, step, data}: Steps<S, B>,
  charge: (params: S["params"], list: readonly Observation[]) => Costs
): Trainable => ({
  shapes: t
    .leaves(model().params as unknown)
    .flatMap(([path, leaf]) => (t.isTensor(leaf) ? [[path, leaf.shape] as const] : [])),
  train: (looks, look) => {
    let state = model();
    for (let i = 0; i <= looks.at(-1)!; i++) {
      const {params} = state;
      if (looks.includes(i)) look(i, (list) => charge(params, list));
      if (i < looks.at(-1)!) state = step(state, data(i));
    }
  }
});

export function networksOf({config, held}: ReturnType<typeof opened>): readonly Named[] {
  const windows = (Object.keys(WINDOWS) as readonly (keyof typeof WINDOWS)[]).map((model): Named => {
    const sizes = WINDOWS[model];
    return {
      model,
      about: `${sizes.context} tokens of context, ${sizes.hidden[0]} neurons`,
      tokensPerStep: WINDOW_BATCH,
      make: (seed, totalSteps) => {
        const told = {...sizes, batchSize: WINDOW_BATCH, learningRate: RATES.window, seed, totalSteps};
        const made = bengio({...config, ...TRAINING, ...told});
        const judged = judgedBy(made, held);
        return trainable(made, (params: BengioParams, list) => windowCosts(judged, params, list));
      }
    };
  });
  const cells = CELLS.map((cell): Named => ({
    model: cell,
    about: `${HIDDEN} numbers of memory`,
    tokensPerStep: ROWS * LENGTH,
    make: (seed, totalSteps) => {
      const sizes = {cell, width: 16, hidden: HIDDEN, batchSize: ROWS, seqLen: LENGTH};
      const made = recurrent({...config, ...TRAINING, ...sizes, learningRate: RATES[cell], seed, totalSteps});
      const judged = judgedBy(made, held);
      return trainable(made, (params: RecurrentParams, list) => recurrentCosts(judged, cell, params, list));
    }
  }));
  return [...windows, ...cells, transformerOf({config, ...(held !== undefined && {held})}, TRANSFORMER)];
}

/** A transformer of a text, whose attention multiplies with no weights of its own. */
export function transformerOf(
  {config, held}: ReturnType<typeof opened>,
  sizes: {readonly width: number; readonly layers: number; readonly heads: number}
): Named {
  const {context, batchSize} = SIZES[config.documents === true ? "names" : "novel"];
  const told = {...config, ...TRAINING, ...sizes, context, batchSize, learningRate: RATES.transformer};
  const some = transformerLm(told);
  const {train, documents} = some;
  const perDocument = documents === undefined ? context : train.length / documentsOf(documents, train).length;
  const {width, layers} = sizes;
  return {
    model: "transformer",
    about: `${layers} blocks of width ${width}, ${context} tokens of context`,
    tokensPerStep: Math.round(batchSize * perDocument),
    multiplyAdds: Math.round(estimate(some.transformer.config).flopsPerToken.forward / 2),
    make: (seed, totalSteps) => {
      const made = transformerLm({...told, seed, totalSteps});
      const judged = judgedBy(made, held);
      return trainable(made, (params: TransformerParams, list) => transformerCosts(judged, params, list));
    }
  };
}
