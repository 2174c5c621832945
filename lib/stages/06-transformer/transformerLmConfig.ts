import type {FieldsOf} from "../../core/fields.js";
import {lmFields, type LmTrainingConfig} from "../../lm/lmConfig.js";
import {FEED_FORWARDS, POSITIONS, type FeedForwardKind, type PositionKind} from "../../nn/transformer/forms.js";
import {type TransformerConfig} from "../../nn/transformer/transformerConfig.js";

const TOKENS = ["characters", "words", "subwords"] as const;

/** What a transformer as a language model is told. */
export interface TransformerLmConfig extends LmTrainingConfig {
  /** The kind of tokens: characters unless it is named. `subwords` are byte-level BPE, learned from the training part. */
  readonly tokens?: (typeof TOKENS)[number];
  /** Tokens of a vocabulary of subwords, a begin and the 256 bytes among them: 512 unless they are named. Others take what the text has. */
  readonly vocabSize?: number;
  /** Tokens that it sees at once: 64 unless they are named. */
  readonly context?: number;
  /** Numbers of a token's vector: 64 unless they are named. */
  readonly width?: number;
  /** Blocks: 2 unless they are named. */
  readonly layers?: number;
  /** Heads of queries: 4 unless they are named. */
  readonly heads?: number;
  /** Heads of keys and values: as many as `heads` where this is 0. */
  readonly kvHeads?: number;
  /** `swiglu` unless it is named. */
  readonly feedForward?: FeedForwardKind;
  /** `rope` unless it is named. */
  readonly positions?: PositionKind;
  /** `rms` unless it is named. */
  readonly norm?: "layer" | "rms";
  /** `pre` unless it is named. */
  readonly placement?: "pre" | "post";
  /** Whether the embedding is the unembedding too: true unless it is named. */
  readonly tied?: boolean;
  /** Last tokens that are seen, of those in the context: all where this is 0. */
  readonly window?: number;
  /** Whether queries and keys are normed: false unless it is named. */
  readonly qkNorm?: boolean;
  /** Experts of each layer, two of them for each token: none unless they are named. */
  readonly experts?: number;
  /** 0 unless it is named. */
  readonly dropout?: number;
}

/** What its config is made of. */
export const transformerLmFields: FieldsOf<TransformerLmConfig> = {
  ...lmFields(0.003),
  tokens: {
    kind: "choice",
    label: "Tokens",
    about: "what the text is cut into",
    default: "characters",
    choices: TOKENS
  },
  vocabSize: {
    kind: "whole",
    label: "Subwords",
    about: "tokens of a vocabulary of subwords, a begin and the 256 bytes among them",
    default: 512,
    least: 257,
    offered: [300, 512, 1024, 2048, 4096]
  },
  batchSize: {
    kind: "whole",
    label: "Batch size",
    about: "sequences of one step",
    default: 16,
    least: 1,
    offered: [1, 4, 8, 12, 16, 32]
  },
  context: {
    kind: "whole",
    label: "Context",
    about: "tokens that it sees at once",
    default: 64,
    least: 1,
    offered: [8, 16, 32, 64, 128]
  },
  width: {
    kind: "whole",
    label: "Width",
    about: "numbers of a token’s vector",
    default: 64,
    least: 1,
    offered: [16, 32, 64, 96, 128]
  },
  layers: {kind: "whole", label: "Layers", about: "blocks", default: 2, least: 0, offered: [0, 1, 2, 3, 4, 6, 8]},
  heads: {kind: "whole", label: "Heads", about: "of queries", default: 4, least: 1, offered: [1, 2, 4, 8]},
  kvHeads: {
    kind: "whole",
    label: "Heads of keys",
    about: "of keys and values, each shared by some of queries; 0 for as many",
    default: 0,
    least: 0,
    offered: [0, 1, 2, 4]
  },
  feedForward: {
    kind: "choice",
    label: "Feed-forward",
    about: "what bends the layer after attention",
    default: "swiglu",
    choices: FEED_FORWARDS
  },
  positions: {
    kind: "choice",
    label: "Positions",
    about: "how it knows where a token stands",
    default: "rope",
    choices: POSITIONS
  },
  norm: {
    kind: "choice",
    label: "Norm",
    about: "what keeps the stream’s scale",
    default: "rms",
    choices: ["layer", "rms"]
  },
  placement: {
    kind: "choice",
    label: "Norms stand",
    about: "before each part, or after each sum",
    default: "pre",
    choices: ["pre", "post"]
  },
  tied: {
    kind: "switch",
    label: "Tied",
    about: "whether the embedding is the unembedding too",
    default: true
  },
  window: {
    kind: "whole",
    label: "Window",
    about: "last tokens that are seen; 0 for all",
    default: 0,
    least: 0,
    offered: [0, 8, 16, 32]
  },
  qkNorm: {kind: "switch", label: "QK-norm", about: "whether queries and keys are normed", default: false},
  experts: {
    kind: "whole",
    label: "Experts",
    about: "of each layer, two of them for each token; 0 for one dense layer",
    default: 0,
    least: 0,
    offered: [0, 2, 4, 8]
  },
  dropout: {
    kind: "real",
    label: "Dropout",
    about: "the share of what each part adds that a training step drops",
    default: 0,
    least: 0,
    below: 1,
    offered: [0, 0.1, 0.2, 0.3]
  }
};

/** The description of the model that a config asks for, for a vocabulary. */
export const descriptionOf = (full: Required<TransformerLmConfig>, vocabSize: number): TransformerConfig => ({
  vocabSize,
  context: full.context,
  width: full.width,
  layers: full.layers,
  heads: full.heads,
  kvHeads: full.kvHeads === 0 ? full.heads : full.kvHeads,
  feedForward: full.feedForward,
  positions: full.positions,
  norm: full.norm,
  placement: full.placement,
  tied: full.tied,
  window: full.window,
  qkNorm: full.qkNorm,
  experts: full.experts,
  dropout: full.dropout
});
