/** Streams and slopes of models that have not learned anything yet. */
import {
  add,
  affine,
  crossEntropy,
  isTensor,
  key,
  leaves,
  randomInteger,
  reshape,
  splitKey,
  sub,
  trace,
  valueAndGrad,
  zeros,
  type Key,
  type Tensor
} from "/lib/tensor.js";
import {transformer, type Edit, type TransformerParams} from "/lib/transformer.js";
import {DEPTH_FORMS, type DepthForm, type DepthSeen} from "./depthForms.js";

const [WIDTH, LENGTH, BATCH, VOCABULARY] = [64, 24, 2, 64];

const lengthOf = ({data}: Tensor): number => Math.sqrt(Array.from(data).reduce((sum, x) => sum + x * x, 0));

/** The mean cosine between two different tokens of the same text, of a [batch, length, width] stream. */
function alikeness({data, shape: [batch = 0, length = 0, width = 0]}: Tensor): number {
  const unit = (row: number): Float64Array => {
    const x = Float64Array.from(data.slice(row * width, (row + 1) * width));
    const norm = Math.hypot(...x);
    return x.map((each) => each / norm);
  };
  let total = 0;
  for (let b = 0; b < batch; b++) {
    const units = Array.from({length}, (_, i) => unit(b * length + i));
    units.forEach((x, i) =>
      units.forEach((y, j) => {
        if (j < i) total += x.reduce((sum, each, d) => sum + each * y[d]!, 0);
      })
    );
  }
  return total / ((batch * length * (length - 1)) / 2);
}

/** Parameters whose embedding has numbers of size 1 and whose last matrix keeps that size; what parts add is scaled by depth or not. */
function firstParams(params: TransformerParams, scaled: boolean): TransformerParams {
  const wider = <T extends {readonly weight: Tensor}>(of: T, by: number): T => ({
    ...of,
    weight: affine(of.weight, by, 0)
  });
  const up = scaled ? 1 : Math.sqrt(2 * params.layers.length); // the library has scaled it down
  return {
    ...params,
    embedding: wider(params.embedding, 1 / 0.02),
    unembedding: wider(params.unembedding!, 1 / (0.02 * Math.sqrt(WIDTH))), // the model is not tied
    layers: params.layers.map((block) => ({
      ...block,
      attention: {...block.attention, output: wider(block.attention.output, up)},
      feedForward: {...block.feedForward!, down: wider(block.feedForward!.down, up)} // its blocks are dense
    }))
  };
}

/** Takes away what a part’s answer is added to, so that the answer alone goes on. */
function withoutSkips(): Edit {
  let stream: Tensor | undefined;
  return (name, x) => {
    if (name === "embedding") stream = x;
    if (!name.endsWith(".output")) return x;
    const alone = sub(x, stream!);
    stream = x;
    return alone; // added to the stream, it is x
  };
}

/** A model of a form before its first step: what its stream and its slopes are on random tokens. */
export function depthSeen(form: DepthForm, layers: number, seed: number, gated = true): DepthSeen {
  const {placement, scaled, skips} = DEPTH_FORMS[form];
  const model = transformer({
    vocabSize: VOCABULARY,
    layers,
    width: WIDTH,
    heads: 4,
    context: LENGTH,
    placement,
    feedForward: gated ? "swiglu" : "gelu"
  });
  const [first, second, third] = splitKey(key(seed), 3) as readonly [Key, Key, Key];
  const params = firstParams(model.init(first), scaled);
  const ids = randomInteger(second, [BATCH, LENGTH], {below: VOCABULARY});
  const targets = randomInteger(third, [BATCH * LENGTH], {below: VOCABULARY});
  const names = ["embedding", ...params.layers.map((_, i) => `layers.${i}.residual`)];
  const nothing = names.map(() => zeros([BATCH, LENGTH, WIDTH]));
  const edited = (more: Edit): Edit => {
    const cut = skips ? (_: string, x: Tensor): Tensor => x : withoutSkips();
    return (name, x) => more(name, cut(name, x));
  };
  const {activations} = trace((p: TransformerParams) => model.apply(p, ids, {edit: edited((_, x) => x)}))(params);
  const loss = ({p, moved}: {readonly p: TransformerParams; readonly moved: readonly Tensor[]}): Tensor => {
    const shift: Edit = (name, x) => (names.includes(name) ? add(x, moved[names.indexOf(name)]!) : x);
    const logits = model.apply(p, ids, {edit: edited(shift)});
    return crossEntropy(reshape(logits, [BATCH * LENGTH, VOCABULARY]), targets);
  };
  const {grads} = valueAndGrad(loss)({p: params, moved: nothing});
  return {
    form,
    gated,
    layers,
    scale: names.map((name) => lengthOf(activations[name]!) / Math.sqrt(BATCH * LENGTH * WIDTH)),
    slope: grads.moved.map(lengthOf),
    blocks: grads.p.layers.map((block) =>
      Math.hypot(...leaves(block).map(([, leaf]) => (isTensor(leaf) ? lengthOf(leaf) : 0)))
    ),
    alike: names.map((name) => alikeness(activations[name]!))
  };
}
