/** A batch in parts: what rounding makes of it, and what a wrong mean does. */
import {fold, key, leaves, uniform} from "/lib/index.js";
import {
  accumulate,
  affine,
  cast,
  crossEntropy,
  mapTree,
  randomInteger,
  slice,
  tensor,
  valueAndGrad,
  type FloatDtype,
  type GradientTransformation,
  type Tensor
} from "/lib/tensor.js";
import {llama, transformer, type TransformerParams} from "/lib/transformer.js";

const [BATCH, LENGTH, VOCABULARY] = [16, 32, 40];
const IGNORED = -100;

const model = transformer(llama({vocabSize: VOCABULARY, layers: 2, width: 32, heads: 4, context: LENGTH, tied: true}));

interface Rows {
  readonly inputs: Tensor;
  readonly targets: Tensor;
}

/** Random ids, and how many of each row are learned from: all, or from a quarter of them on. */
function rows(uneven: boolean): Rows {
  const inputs = randomInteger(key(2), [BATCH, LENGTH], {below: VOCABULARY});
  const next = Int32Array.from(inputs.data, (id, i) => {
    const learned = uneven
      ? LENGTH / 4 + Math.floor(uniform(fold(key(3), Math.floor(i / LENGTH))) * (LENGTH * 0.75))
      : LENGTH;
    return i % LENGTH < learned ? (3 * id + 1) % VOCABULARY : IGNORED;
  });
  return {inputs, targets: tensor(next, {shape: [BATCH, LENGTH]})};
}

const part = ({inputs, targets}: Rows, i: number, of: number): Rows => {
  const range = [(i * BATCH) / of, ((i + 1) * BATCH) / of] as const;
  return {inputs: slice(inputs, range), targets: slice(targets, range)};
};

const counted = ({targets}: Rows): number => Array.from(targets.data).filter((id) => id !== IGNORED).length;

const slopes = (params: TransformerParams, {inputs, targets}: Rows): TransformerParams =>
  valueAndGrad((p: TransformerParams) => crossEntropy(model.apply(p, inputs), targets))(params).grads;

const numbers = (tree: TransformerParams): readonly number[] =>
  leaves(tree).flatMap(([, leaf]) => Array.from((leaf as Tensor).data));

const length = (list: readonly number[]): number => Math.sqrt(list.reduce((sum, x) => sum + x * x, 0));

const apart = (list: readonly number[], from: readonly number[]): number =>
  length(list.map((x, i) => x - from[i]!)) / length(from);

/** What comes out is what went in: no optimizer, the gradient itself. */
const handedOn: GradientTransformation<null> = {init: () => null, update: (updates, state) => [updates, state]};

/**
 * How far the gradient of a batch in k parts is from that of the whole, as a share of its length.
 *
 * @param uneven - whether rows have different numbers of tokens
 * @param weighted - whether each part counts by its tokens, or all alike
 */
export function accumulated(k: number, dtype: FloatDtype, uneven = false, weighted = true): number {
  const params = mapTree((leaf) => cast(leaf as Tensor, dtype), model.init(key(1))) as TransformerParams;
  const all = rows(uneven);
  const whole = numbers(slopes(params, all));
  const parts = accumulate(k, handedOn);
  let state = parts.init(params);
  let mean = params;
  for (let i = 0; i < k; i++) {
    const each = part(all, i, k);
    const share = weighted ? (k * counted(each)) / counted(all) : 1; // of a mean over parts
    const own = mapTree((leaf) => affine(leaf as Tensor, share, 0), slopes(params, each)) as TransformerParams;
    [mean, state] = parts.update(own, state, params);
  }
  return apart(numbers(mean), whole);
}
