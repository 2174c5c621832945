import type {Opened} from "llm-first-principles";
import {
  bengio,
  neuralBigram,
  recurrent,
  type LmMetrics,
  type LmState,
  type LmView
} from "llm-first-principles/stages/neural-lm";
import {transformerLm, type TransformerLmView} from "llm-first-principles/stages/transformer";
import type {Tensor} from "llm-first-principles/tensor";
import type {ModelName} from "./modelFields.js";

/** A language model while it learns, of whatever kind. */
export type State = LmState<object>;

/** A batch of any kind: what is to be predicted, under its name. */
type Batch = {readonly targets: Tensor} | {readonly next: Tensor};

/** A language model as it was opened, of whatever kind. */
export interface OpenedModel extends Opened<Batch, State, LmMetrics>, LmView<object> {
  /** What a transformer is made of; other kinds have none. */
  readonly transformer?: TransformerLmView["transformer"];
}

const stages: Readonly<Record<ModelName, (config: never) => unknown>> = {
  transformer: (config) => transformerLm(config),
  bengio: (config) => bengio(config),
  recurrent: (config) => recurrent(config),
  bigram: (config) => neuralBigram(config)
};

/** Opens a model over a text, under settings that its fields have checked. */
export const openModel = (name: ModelName, config: Readonly<Record<string, unknown>>, corpus: string): OpenedModel =>
  stages[name]({...config, corpus} as never) as OpenedModel; // all four are stages of this kind

const IGNORED = -100;

/** Tokens that a step learns to predict, of the batch of its number. */
export function tokensOf(opened: OpenedModel, step: number): number {
  const batch = opened.data(step);
  const {data} = "targets" in batch ? batch.targets : batch.next;
  let count = 0;
  for (let i = 0; i < data.length; i++) if (data[i] !== IGNORED) count++;
  return count;
}
