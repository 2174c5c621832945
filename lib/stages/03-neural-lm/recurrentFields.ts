import type {FieldsOf} from "../../core/fields.js";
import {lmFields, type LmConfig} from "../../lm/lmConfig.js";
import {vectorWidth} from "./vectorWidth.js";

/** What a recurrent network is told. */
export interface RecurrentConfig extends LmConfig {
  /** The kind of cell: `gru` unless it is named. */
  readonly cell?: "elman" | "gru" | "lstm";
  /** Numbers of a token's vector: 16 unless it is named. */
  readonly width?: number;
  /** Numbers that it remembers; an LSTM twice as many. 128 unless it is named. */
  readonly hidden?: number;
  /** Tokens that one step reads in each row, and that gradients go back through, at most: 32 unless it is named. */
  readonly seqLen?: number;
}

/** What its config is made of. */
export const recurrentFields: FieldsOf<RecurrentConfig> = {
  ...lmFields(0.003),
  batchSize: {
    kind: "whole",
    label: "Batch size",
    about: "places of the text that it reads side by side",
    default: 32,
    least: 1,
    offered: [1, 4, 8, 16, 32, 64]
  },
  cell: {
    kind: "choice",
    label: "Cell",
    about: "how it remembers",
    default: "gru",
    choices: ["elman", "gru", "lstm"]
  },
  width: vectorWidth,
  hidden: {
    kind: "whole",
    label: "Memory",
    about: "numbers that it remembers",
    default: 128,
    least: 1,
    offered: [16, 32, 64, 128, 256]
  },
  seqLen: {
    kind: "whole",
    label: "Segment",
    about: "tokens that a step reads in each row, and that gradients go back through",
    default: 32,
    least: 1,
    offered: [4, 8, 16, 32, 64, 128]
  }
};
