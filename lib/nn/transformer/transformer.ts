import {affine} from "../../autodiff/ops/affine.js";
import {add} from "../../autodiff/ops/binary.js";
import {embedding} from "../../autodiff/ops/gather.js";
import {matmul} from "../../autodiff/ops/matmul.js";
import {reshape} from "../../autodiff/ops/reshape.js";
import {tanh} from "../../autodiff/ops/unary.js";
import {checkFields} from "../../core/checkFields.js";
import {whole} from "../../core/check.js";
import {fold} from "../../core/random/key.js";
import type {Key} from "../../core/random/threefry.js";
import type {FloatDtype, Tensor} from "../../core/tensorData.js";
import {tensor} from "../../tensor/make.js";
import {dropout} from "../dropout.js";
import {mixtureOfExperts} from "../mixtureOfExperts.js";
import type {Module} from "../module.js";
import {sinusoidalPositions} from "../sinusoidalPositions.js";
import {attentionLayer, type Heads} from "./attentionLayer.js";
import {at as atOf, type At, type Edit} from "./edits.js";
import {checkIds, feedForward, normed, project} from "./layers.js";
import {settleTransformer, type FullTransformerConfig, type TransformerConfig} from "./transformerConfig.js";
import {initTransformer, type BlockParams, type TransformerParams} from "./transformerParams.js";

/** What a forward pass can be told. */
export interface ForwardOptions {
  /** In training, what decides which numbers are dropped; without it nothing is. */
  readonly key?: Key;
  /** Positions at the start that all see, though the model is causal: the prefix of a prefix language model. 0. */
  readonly prefix?: number;
  /** Whether attention goes by way of its patterns, so that `trace` and `edit` see them: slower, and the same. False. */
  readonly patterns?: boolean;
  /** What changes named activations on the way. */
  readonly edit?: Edit;
}

/** What a forward pass gives. */
export interface Forward {
  /** [batch, seqLen, vocabSize] */
  readonly logits: Tensor;
  /** The residual stream after the last block, before the last norm: [batch, seqLen, width]. */
  readonly residual: Tensor;
  /** The mean of the layers' load-balancing losses, where there are experts: if all are used alike, as many as a token chooses (Fedus et al. 2022). */
  readonly balance: Tensor | undefined;
}

/** How a layer's queries meet keys. Given heads that are not turned, it gives values as the queries see them. */
export type Attend = (heads: Heads, layer: number) => Tensor;

/** A transformer: pure functions of its parameters. */
export interface Transformer extends Module<TransformerParams> {
  readonly config: FullTransformerConfig;
  /** Logits of what follows each id: int32 [batch, seqLen] to [batch, seqLen, vocabSize]. */
  readonly apply: (params: TransformerParams, ids: Tensor, options?: ForwardOptions) => Tensor;
  readonly forward: (params: TransformerParams, ids: Tensor, options?: ForwardOptions) => Forward;
  /** Logits of a residual stream: the last norm and the unembedding. Of an early layer's, it is the logit lens. */
  readonly unembed: (params: TransformerParams, residual: Tensor) => Tensor;
  /** The forward pass with another way for queries to meet keys, such as a cache, from a position on in each row. */
  readonly run: (params: TransformerParams, ids: Tensor, from: readonly number[], attend: Attend) => Forward;
  /** Queries and keys turned to their positions, if positions are rotary. */
  readonly turned: (heads: Heads, places: readonly number[]) => Heads;
  /** Values as queries see them, [batch, queryLen, heads, headDim]; fewer queries than keys are the last ones. */
  readonly meet: (heads: Heads) => Tensor;
}

/**
 * A decoder-only transformer (Vaswani et al. 2017; Radford et al. 2019; Touvron et al. 2023), as a description has it.
 *
 * A token's vector, with its position's if positions are added, begins the residual stream. Each block adds what attention
 * reads from other positions, and then what a feed-forward layer makes of each position by itself. A last norm and the
 * unembedding make logits of the stream.
 *
 * Activations have names for `trace` and `edit`: `embedding`; of layer i `layers.i.attention.query`, `.key`, `.value`
 * (as they meet), `.pattern`, `.heads` [batch, seqLen, heads, headDim], `.output`; `layers.i.feedForward.hidden`, `.output`;
 * `layers.i.residual`; `logits`.
 *
 * @throws ConfigError for a description that cannot be, and, by what it returns, for ids of another form or too many.
 *
 * @example
 * const model = transformer(llama({vocabSize: 16, layers: 2, width: 32, heads: 4, context: 8}));
 * const params = model.init(key(1));
 * model.apply(params, tensor([[1, 2, 3]], "int32")).shape; // [1, 3, 16]
 */
export function transformer(description: TransformerConfig): Transformer {
  const config = settleTransformer(description);
  const {layers, width, context, logitSoftcap, dropout: rate, epsilon, positions, ropeBase, placement} = config;
  const layer = attentionLayer(config);
  const waves = (places: readonly number[], dtype: FloatDtype): Tensor =>
    sinusoidalPositions(places, width, {base: ropeBase, dtype});
  const positioned = ({embedding: table, positions: learned}: TransformerParams, ids: Tensor, rows: Rows): Tensor => {
    const x = embedding(table.weight, ids);
    if (learned !== undefined) return add(x, embedding(learned.weight, rows.ids));
    if (positions !== "sinusoidal") return x;
    // waves are large: the vectors of tokens are raised to be heard beside them (Vaswani et al. 2017, section 3.4)
    const raised = affine(x, Math.sqrt(width), 0);
    return add(raised, reshape(waves(rows.flat, x.dtype as FloatDtype), [...rows.ids.shape, width]));
  };
  const block = (params: BlockParams, x: Tensor, i: number, pass: Pass): Residual => {
    const {at, drop} = pass;
    const name = `layers.${i}`;
    const part = (norm: NonNullable<BlockParams["feedForwardNorm"]>, from: Tensor, f: (x: Tensor) => Tensor): Tensor =>
      placement === "pre" ? add(from, f(normed(norm, from, epsilon))) : normed(norm, add(from, f(from)), epsilon);
    const attended = part(params.attentionNorm, x, (from) => {
      const seen = at(`${name}.attention.heads`, pass.attend(layer.heads(params.attention, from), i));
      const rows = reshape(seen, [...seen.shape.slice(0, 2), config.heads * config.headDim]);
      return drop(at(`${name}.attention.output`, project(params.attention.output, rows)), 2 * i);
    });
    let balance: Tensor | undefined;
    const {feedForward: dense, feedForwardNorm: norm, experts} = params;
    const after =
      norm === undefined
        ? attended
        : part(norm, attended, (from) => {
            const here = `${name}.feedForward`;
            let made = dense === undefined ? undefined : feedForward(config.feedForward, dense, from, here, at);
            if (experts !== undefined) {
              const [batch, seqLen] = from.shape as readonly [number, number];
              const sparse = mixtureOfExperts(reshape(from, [batch * seqLen, width]), experts, {
                topK: config.expertsPerToken
              });
              balance = sparse.loadBalancingLoss;
              made = reshape(sparse.output, [batch, seqLen, width]);
            }
            return drop(at(`${here}.output`, made!), 2 * i + 1); // a block with a norm has one of the two
          });
    return {x: at(`${name}.residual`, after), balance};
  };
  const unembed = ({norm, unembedding, embedding: table}: TransformerParams, x: Tensor): Tensor => {
    const last = norm === undefined ? x : normed(norm, x, epsilon);
    const logits =
      unembedding === undefined ? matmul(last, table.weight, {transposeB: true}) : matmul(last, unembedding.weight);
    return logitSoftcap > 0 ? affine(tanh(affine(logits, 1 / logitSoftcap, 0)), logitSoftcap, 0) : logits;
  };
  const pass = (params: TransformerParams, ids: Tensor, rows: Rows, how: Pass): Forward => {
    let x = how.drop(how.at("embedding", positioned(params, ids, rows)), 2 * layers);
    const balances: Tensor[] = [];
    params.layers.forEach((each, i) => {
      const next = block(each, x, i, how);
      x = next.x;
      if (next.balance !== undefined) balances.push(next.balance);
    });
    return {
      residual: x,
      logits: how.at("logits", unembed(params, x)),
      balance: balances.length === 0 ? undefined : affine(balances.reduce(add), 1 / balances.length, 0)
    };
  };
  const forward = (params: TransformerParams, ids: Tensor, options: ForwardOptions = {}): Forward => {
    checkFields("transformer.options", options, ["key", "prefix", "patterns", "edit"]);
    const {key, prefix = 0, patterns = false, edit} = options;
    whole("transformer.prefix", prefix);
    const [, seqLen] = checkIds(ids, 0, context);
    const places = range(0, seqLen);
    const angles = layer.angles(places);
    const at = atOf(edit);
    return pass(params, ids, rowsOf([places]), {
      at,
      drop: (x, place) => (key === undefined || rate === 0 ? x : dropout(x, {rate, key: fold(key, place)})),
      attend: (heads, i) => {
        const name = `layers.${i}.attention`;
        const turned = layer.turned(heads, angles);
        const met = {
          query: at(`${name}.query`, turned.query),
          key: at(`${name}.key`, turned.key),
          value: at(`${name}.value`, turned.value)
        };
        return patterns ? layer.attendByPattern(met, prefix, name, at) : layer.attend(met, prefix);
      }
    });
  };
  return {
    config,
    init: (key) => initTransformer(config, key),
    apply: (params, ids, options) => forward(params, ids, options).logits,
    forward,
    unembed,
    turned: (heads, places) => layer.turned(heads, layer.angles(places)),
    meet: (heads) => layer.attend(heads, 0),
    run: (params, ids, from, attend) => {
      const [, seqLen] = checkIds(ids, 0, Infinity);
      const rows = rowsOf(from.map((start) => range(start, seqLen)));
      return pass(params, ids, rows, {at: atOf(undefined), drop: (x) => x, attend});
    }
  };
}

/** What one pass does in its own way. */
interface Pass {
  readonly at: At;
  readonly drop: (x: Tensor, place: number) => Tensor;
  readonly attend: Attend;
}

interface Residual {
  readonly x: Tensor;
  readonly balance: Tensor | undefined;
}

/** Positions of rows: ids [1 or batch, seqLen], and the same as a list. */
interface Rows {
  readonly ids: Tensor;
  readonly flat: readonly number[];
}

const range = (from: number, count: number): readonly number[] => Array.from({length: count}, (_, i) => from + i);

const rowsOf = (places: readonly (readonly number[])[]): Rows => ({
  ids: tensor(Int32Array.from(places.flat()), {shape: [places.length, places[0]?.length ?? 0]}),
  flat: places.flat()
});
