import {real, whole} from "../../core/check.js";
import {checkFields, oneOf} from "../../core/checkFields.js";
import {ConfigError, found} from "../../core/errors.js";
import {FEED_FORWARDS, POSITIONS, type FeedForwardKind, type PositionKind} from "./forms.js";
import {ropeFrequencies, type RopeScaling} from "../ropeFrequencies.js";

/**
 * A decoder-only transformer, described. What is not named is as in Llama: norms before each part, by root mean square,
 * rotary positions, a gated feed-forward layer, no biases.
 */
export interface TransformerConfig {
  /** Ids that there are. */
  readonly vocabSize: number;
  /** Blocks. 0 is an embedding and an unembedding. */
  readonly layers: number;
  /** Numbers of a token's vector: dModel. */
  readonly width: number;
  /** Heads of queries. */
  readonly heads: number;
  /** Positions of a sequence, at most. */
  readonly context: number;
  /** Heads of keys and values, each shared by heads/kvHeads neighbors (Ainslie et al. 2023): as many as heads. */
  readonly kvHeads?: number;
  /** Numbers of a head: width/heads. */
  readonly headDim?: number;
  /** Numbers inside the feed-forward layer: 4·width, and with a gate two thirds of that, up to a multiple of 8. */
  readonly hidden?: number;
  /** `rms` (Zhang & Sennrich 2019). */
  readonly norm?: "layer" | "rms";
  /** Whether norms stand before each part, so that the residual stream is never normed (Xiong et al. 2020), or after each sum. */
  readonly placement?: "pre" | "post";
  /** `swiglu`. */
  readonly feedForward?: FeedForwardKind;
  /** `rope`. */
  readonly positions?: PositionKind;
  /** 10000; of rotary and of sinusoidal positions. */
  readonly ropeBase?: number;
  /** How rotary positions reach beyond what was trained: not at all. */
  readonly ropeScaling?: RopeScaling;
  /** Whether linear layers add a bias: false. */
  readonly bias?: boolean;
  /** Whether the embedding is the unembedding too (Press & Wolf 2017): false. */
  readonly tied?: boolean;
  /** Whether a position sees none after it: true. */
  readonly causal?: boolean;
  /** The last positions that are seen, its own included (Mistral); 0 for all. */
  readonly window?: number;
  /** Whether queries and keys are normed by head, by root mean square (Dehghani et al. 2023): false. */
  readonly qkNorm?: boolean;
  /** Scores x become cap·tanh(x/cap) (Gemma 2); 0 for none. */
  readonly attentionSoftcap?: number;
  /** Logits likewise. */
  readonly logitSoftcap?: number;
  /** Experts of each feed-forward layer (Mixtral), all `swiglu`; 0 for one dense layer. */
  readonly experts?: number;
  /** Experts that each token goes to: 2. */
  readonly expertsPerToken?: number;
  /** The share of what each part adds that is dropped in training: 0. Attention's weights are not dropped. */
  readonly dropout?: number;
  /** Of norms: 1e-5. */
  readonly epsilon?: number;
  /**
   * The deviation of all first matrices: 1/√inputs unless it is named; GPT-2's is 0.02. Embeddings start at 0.02 or at this;
   * beside sinusoidal positions they start at 1/√width, and are multiplied by √width.
   */
  readonly deviation?: number;
}

/** A description with nothing left open. */
export type FullTransformerConfig = Required<Omit<TransformerConfig, "ropeScaling" | "deviation">> &
  Pick<TransformerConfig, "ropeScaling" | "deviation">;

const names = [
  "vocabSize",
  "layers",
  "width",
  "heads",
  "context",
  "kvHeads",
  "headDim",
  "hidden",
  "norm",
  "placement",
  "feedForward",
  "positions",
  "ropeBase",
  "ropeScaling",
  "bias",
  "tied",
  "causal",
  "window",
  "qkNorm",
  "attentionSoftcap",
  "logitSoftcap",
  "experts",
  "expertsPerToken",
  "dropout",
  "epsilon",
  "deviation"
] as const satisfies readonly (keyof TransformerConfig)[];

/** Whether a feed-forward layer has a gate. */
export const isGated = (kind: FeedForwardKind): boolean => kind.endsWith("glu");

const hiddenOf = (width: number, kind: FeedForwardKind): number =>
  isGated(kind) ? 8 * Math.ceil((8 * width) / 24) : 4 * width;

const where = "transformer";

function choice<T extends string>(name: string, value: unknown, among: readonly T[]): T {
  return oneOf(`${where}.${name}`, value, among);
}

function flag(name: string, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw new ConfigError(`${where}.${name}`, "must be true or false", [found(name, value)]);
}

/**
 * A description with its defaults, checked.
 *
 * @throws ConfigError for a size that cannot be, heads that do not divide, and settings that there are not.
 */
export function settleTransformer(config: TransformerConfig): FullTransformerConfig {
  checkFields(where, config, names);
  const size = (name: keyof TransformerConfig, value: unknown, least = 1): number =>
    whole(`${where}.${name}`, value, {least});
  const [width, heads] = [size("width", config.width), size("heads", config.heads)];
  const feedForward = choice("feedForward", config.feedForward ?? "swiglu", FEED_FORWARDS);
  const kvHeads = size("kvHeads", config.kvHeads ?? heads);
  if (heads % kvHeads !== 0) refuse("kvHeads divides heads", {heads, kvHeads});
  if (config.headDim === undefined && width % heads !== 0)
    refuse("heads divides width, unless headDim is named", {width, heads});
  const headDim = size("headDim", config.headDim ?? width / heads);
  const positions = choice("positions", config.positions ?? "rope", POSITIONS);
  if (positions === "rope" && headDim % 2 !== 0) refuse("rotary positions turn pairs: headDim is even", {headDim});
  const ropeBase = real(`${where}.ropeBase`, config.ropeBase ?? 10000, {above: 1});
  if (config.ropeScaling !== undefined) ropeFrequencies(headDim, {base: ropeBase, scaling: config.ropeScaling});
  const experts = size("experts", config.experts ?? 0, 0);
  if (experts > 0 && feedForward !== "swiglu") refuse("experts are gated layers: swiglu", {feedForward, experts});
  if (config.deviation !== undefined) real(`${where}.deviation`, config.deviation, {above: 0});
  return {
    vocabSize: size("vocabSize", config.vocabSize),
    layers: size("layers", config.layers, 0),
    width,
    heads,
    context: size("context", config.context),
    kvHeads,
    headDim,
    hidden: size("hidden", config.hidden ?? hiddenOf(width, feedForward)),
    norm: choice("norm", config.norm ?? "rms", ["layer", "rms"]),
    placement: choice("placement", config.placement ?? "pre", ["pre", "post"]),
    feedForward,
    positions,
    ropeBase,
    bias: flag("bias", config.bias ?? false),
    tied: flag("tied", config.tied ?? false),
    causal: flag("causal", config.causal ?? true),
    window: size("window", config.window ?? 0, 0),
    qkNorm: flag("qkNorm", config.qkNorm ?? false),
    attentionSoftcap: real(`${where}.attentionSoftcap`, config.attentionSoftcap ?? 0, {least: 0}),
    logitSoftcap: real(`${where}.logitSoftcap`, config.logitSoftcap ?? 0, {least: 0}),
    experts,
    expertsPerToken: whole(`${where}.expertsPerToken`, config.expertsPerToken ?? Math.min(2, Math.max(1, experts)), {
      least: 1,
      most: Math.max(1, experts)
    }),
    dropout: real(`${where}.dropout`, config.dropout ?? 0, {least: 0, below: 1}),
    epsilon: real(`${where}.epsilon`, config.epsilon ?? 1e-5, {least: 0}),
    ...(config.ropeScaling === undefined ? {} : {ropeScaling: config.ropeScaling}),
    ...(config.deviation === undefined ? {} : {deviation: config.deviation})
  };
}

function refuse(wanted: string, values: Readonly<Record<string, unknown>>): never {
  throw new ConfigError(
    where,
    wanted,
    Object.entries(values).map(([name, value]) => found(name, value))
  );
}
