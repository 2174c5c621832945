import {softmax} from "../autodiff/fused/softmax.js";
import {add} from "../autodiff/ops/binary.js";
import {matmul} from "../autodiff/ops/matmul.js";
import {expandDims, reshape} from "../autodiff/ops/reshape.js";
import {tanh} from "../autodiff/ops/unary.js";
import {checkFields} from "../core/checkFields.js";
import {ShapeError} from "../core/errors.js";
import type {Tensor} from "../core/tensorData.js";
import {commonDtype} from "../tensor/backend.js";
import {givenFloats} from "../tensor/given.js";
import {foundShape} from "../tensor/shape.js";

/** Weights of the small network that scores a pair: query [queryWidth, hidden], key [keyWidth, hidden], score [hidden]. */
export interface AdditiveAttentionParams {
  readonly query: Tensor;
  readonly key: Tensor;
  readonly score: Tensor;
}

/**
 * Attention that scores a query and a key by a small network, score · tanh(query·W + key·U), where `attention` takes their
 * product (Bahdanau et al. 2014, appendix A.1.2). Queries and keys may have different widths; every query sees all keys.
 *
 * It makes a row of `hidden` numbers for every pair, so it is for short lists.
 *
 * @param query - [queries, queryWidth].
 * @param key - [keys, keyWidth].
 * @param value - [keys, valueWidth].
 * @returns [queries, valueWidth]: for each query the mean of values, weighted by the softmax of its scores.
 * @throws ShapeError, with all shapes, if they do not fit; DtypeError for what is not float.
 */
export function additiveAttention(query: Tensor, key: Tensor, value: Tensor, params: AdditiveAttentionParams): Tensor {
  check(query, key, value, params);
  const [queries, keys] = [query.shape[0]!, key.shape[0]!];
  const asked = expandDims(matmul(query, params.query), 1);
  const offered = expandDims(matmul(key, params.key), 0);
  const hidden = tanh(add(asked, offered)); // [queries, keys, hidden]
  const scores = reshape(matmul(hidden, expandDims(params.score, 1)), [queries, keys]);
  return matmul(softmax(scores), value);
}

function check(query: Tensor, key: Tensor, value: Tensor, params: AdditiveAttentionParams): void {
  const where = "additiveAttention";
  checkFields(`${where}.params`, params, ["query", "key", "score"]);
  const named = Object.entries({
    query,
    key,
    value,
    "params.query": params.query,
    "params.key": params.key,
    "params.score": params.score
  });
  for (const [name, x] of named) givenFloats(where, name, x);
  commonDtype(
    where,
    named.map(([, x]) => x),
    named.map(([name]) => name)
  );
  const [ranks, hidden] = [named.map(([, {shape}]) => shape.length).join(), params.score.shape[0]];
  const fit =
    ranks === "2,2,2,2,2,1" &&
    query.shape[1] === params.query.shape[0] &&
    key.shape[1] === params.key.shape[0] &&
    key.shape[0] === value.shape[0] &&
    params.query.shape[1] === hidden &&
    params.key.shape[1] === hidden;
  if (!fit)
    throw new ShapeError(
      where,
      "query [queries, q], key [keys, k], value [keys, v], params.query [q, hidden], params.key [k, hidden], params.score [hidden]",
      named.map(([name, x]) => foundShape(name, x))
    );
}
