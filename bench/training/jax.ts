import type {Tensor} from "../../lib/core/tensorData.js";
import {mapTree} from "../../lib/core/tree.js";
import {
  adam,
  batchOf,
  gptParams,
  mlpParams,
  type Batch,
  type Gpt,
  type GptModel,
  type Mlp,
  type MlpModel,
  type Model,
  type Trainer
} from "./models.js";

/** An array of jax-js. Calls consume their arguments; `ref` keeps one. */
export interface Jar {
  readonly ref: Jar;
  readonly add: (y: Jar | number) => Jar;
  readonly sub: (y: Jar) => Jar;
  readonly mul: (y: Jar | number) => Jar;
  readonly div: (y: Jar) => Jar;
  readonly reshape: (shape: readonly number[]) => Jar;
  readonly sum: (axis?: number) => Jar;
  readonly mean: () => Jar;
  readonly js: () => number;
}
type Jars = readonly Jar[];

/** What the benchmarks of training use of the package. */
export interface JaxModule {
  readonly init: (device: string) => Promise<unknown>;
  readonly defaultDevice: (device: string) => void;
  readonly jit: <A extends readonly unknown[], R>(f: (...args: A) => R) => (...args: A) => R;
  readonly valueAndGrad: <P, A extends readonly unknown[]>(
    f: (params: P, ...rest: A) => Jar
  ) => (params: P, ...rest: A) => readonly [Jar, P];
  readonly tree: {
    readonly ref: <T>(tree: T) => T;
    readonly leaves: (tree: unknown) => Jars;
    readonly structure: (tree: unknown) => unknown;
    readonly unflatten: <T>(structure: unknown, leaves: Jars) => T;
  };
  readonly numpy: {
    readonly array: (data: unknown, options: {readonly dtype: string; readonly shape: readonly number[]}) => Jar;
    readonly matmul: (a: Jar, b: Jar) => Jar;
    readonly sqrt: (x: Jar) => Jar;
    readonly tanh: (x: Jar) => Jar;
    readonly split: (x: Jar, parts: number, axis: number) => Jars;
    readonly take: (x: Jar, ids: Jar, axis: number) => Jar;
  };
  readonly nn: {
    readonly gelu: (x: Jar, options: {readonly approximate: boolean}) => Jar;
    readonly oneHot: (ids: Jar, classes: number) => Jar;
    readonly logSoftmax: (x: Jar, axis: number) => Jar;
    readonly standardize: (x: Jar, axis: number) => Jar;
    readonly dotProductAttention: (q: Jar, k: Jar, v: Jar, options: {readonly isCausal: boolean}) => Jar;
  };
}

interface Affine {
  readonly weight: Jar;
  readonly bias: Jar;
}
type Loss<P> = (params: P, batch: Batch<Jar>) => Jar;

function losses({numpy: np, nn}: JaxModule) {
  const linear = (x: Jar, {weight, bias}: Affine): Jar => np.matmul(x, weight).add(bias);
  const norm = (x: Jar, {weight, bias}: Affine): Jar => nn.standardize(x, -1).mul(weight).add(bias);
  const crossEntropy = (logits: Jar, targets: Jar, classes: number): Jar =>
    nn.logSoftmax(logits, -1).mul(nn.oneHot(targets, classes)).sum(-1).mean().mul(-1);
  return {
    gpt:
      ({batch, context, width, heads, vocabSize}: GptModel): Loss<Gpt<Jar>> =>
      (params, {ids, targets}) => {
        const apart = [batch, context, heads, width / heads];
        let x = np.take(params.tokens, ids, 0).add(params.positions);
        for (const {norm1, qkv, projection, norm2, up, down} of params.layers) {
          const [q, k, v] = np.split(linear(norm(x.ref, norm1), qkv), 3, -1).map((part) => part.reshape(apart));
          const mixed = nn.dotProductAttention(q!, k!, v!, {isCausal: true}).reshape([batch, context, width]);
          x = x.add(linear(mixed, projection));
          x = x.ref.add(linear(nn.gelu(linear(norm(x, norm2), up), {approximate: true}), down));
        }
        return crossEntropy(np.matmul(norm(x, params.norm), params.head), targets, vocabSize);
      },
    mlp:
      ({batch, context, embedding, vocabSize}: MlpModel): Loss<Mlp<Jar>> =>
      ({tokens, hidden, out}, {ids, targets}) => {
        // its jit cannot compile the gradient of take where a reshape follows
        const x = np.matmul(nn.oneHot(ids, vocabSize), tokens).reshape([batch, context * embedding]);
        return crossEntropy(linear(np.tanh(linear(x, hidden)), out), targets, vocabSize);
      }
  };
}

/** p, m and v after one step, for each of the parameters: all in one compiled function with the gradients. */
function trainer<P>(jax: JaxModule, initial: unknown, loss: Loss<P>, {ids, targets}: Batch<Tensor>): Trainer {
  const {numpy: np, tree} = jax;
  const array = ({shape, dtype, data}: Tensor): Jar => np.array(data, {shape, dtype});
  const params = mapTree((leaf: unknown) => array(leaf as Tensor), initial);
  const structure = tree.structure(params);
  const ofLeaves = (leaves: Jars, batch: Batch<Jar>): Jar => loss(tree.unflatten(structure, leaves), batch);
  const {b1, b2, eps, learningRate, weightDecay} = adam;
  const update = (p: Jar, m: Jar, v: Jar, g: Jar, c1: Jar, c2: Jar): readonly [Jar, Jar, Jar] => {
    const mean = m.mul(b1).add(g.ref.mul(1 - b1));
    const square = v.mul(b2).add(g.ref.mul(g).mul(1 - b2));
    const step = mean.ref.mul(c1).div(np.sqrt(square.ref.mul(c2)).add(eps));
    return [p.mul(1 - learningRate * weightDecay).sub(step.mul(learningRate)), mean, square];
  };
  const step = jax.jit((ps: Jars, ms: Jars, vs: Jars, c1: Jar, c2: Jar, batch: Batch<Jar>) => {
    const [value, grads] = jax.valueAndGrad(ofLeaves)(tree.ref(ps), batch);
    const all = ps.map((p, i) => update(p, ms[i]!, vs[i]!, grads[i]!, c1.ref, c2.ref));
    return [value, ...all.flat()];
  });
  const scalar = (value: number): Jar => np.array([value], {shape: [], dtype: "float32"});
  const batch = {ids: array(ids), targets: array(targets)};
  const zeros = () =>
    tree.leaves(
      mapTree(
        (leaf: unknown) => array({...(leaf as Tensor), data: new Float32Array((leaf as Tensor).data.length)}),
        initial
      )
    );
  let [ps, ms, vs] = [tree.leaves(params), zeros(), zeros()];
  let t = 0;
  return () => {
    t++;
    const [value, ...all] = step(ps, ms, vs, scalar(1 / (1 - b1 ** t)), scalar(1 / (1 - b2 ** t)), tree.ref(batch));
    const each = (which: number): Jars => ps.map((_, i) => all[3 * i + which]!);
    [ps, ms, vs] = [each(0), each(1), each(2)];
    return value!.js(); // runs all that was compiled; waiting for each of the arrays would cost it as much again
  };
}

/** Training in jax-js: loss, gradients and AdamW compiled together. The module has been set to its WebAssembly device. */
export const jaxTrainer =
  (jax: JaxModule) =>
  (model: Model): Trainer =>
    model.kind === "gpt"
      ? trainer(jax, gptParams(model), losses(jax).gpt(model), batchOf(model))
      : trainer(jax, mlpParams(model), losses(jax).mlp(model), batchOf(model));
