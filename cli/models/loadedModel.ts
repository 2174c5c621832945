import type {Predict, SequenceInformation, Tokenizer} from "llm-first-principles";
import type {LmText} from "llm-first-principles/stages/neural-lm";
import type {BatchText, BatchWriter} from "llm-first-principles/transformer";

/** How well a model knows a text, and how long that is. */
export interface Judged extends SequenceInformation {
  readonly tokens: number;
  readonly characters: number;
  readonly bytes: number;
}

/** A model to write and to judge with, wherever it comes from. */
export interface LoadedModel {
  /** What it is called in what is said about it. */
  readonly name: string;
  readonly tokenizer: Tokenizer;
  /** What stands between the documents of its text, if it learned such. */
  readonly documents?: NonNullable<LmText["documents"]>;
  /** Logits of what follows ids; a new one for each text that is written, for it may remember. */
  readonly predict: () => Predict;
  /** What the model reads for the ids of a prompt: at least one. */
  readonly prompted: (ids: readonly number[]) => readonly number[];
  /** What is done with a writer of many texts at once: of which kind its texts are, depends on the model. */
  readonly batched: <R>(use: <T extends BatchText>(writer: BatchWriter<T>) => R) => R;
  /** The id that ends a text. */
  readonly end?: number;
  /** What a conversation is written as, in Jinja. */
  readonly chatTemplate?: string;
  readonly judge: (text: string) => Judged;
  /** How well it knows what was held out of its own text; what comes from a file has none. */
  readonly judgeHeldOut?: () => Judged;
}
