import {fold, key} from "../lib/core/random/key.js";
import type {Tensor} from "../lib/core/tensorData.js";
import {
  add,
  adagrad,
  adamw,
  adamwChain,
  adamwInit,
  item,
  iterate,
  lion,
  nadam,
  optimizerStep,
  randomNormal,
  region,
  rmsprop,
  sgd,
  sum,
  type GradientTransformation
} from "../lib/tensor.js";
import {openJax} from "./peers/jax.js";
import type {Measure} from "./suite.js";
import type {Jar, JaxModule} from "./training/jax.js";

/** About 800,000 numbers, as a small transformer has them: matrices, and a few vectors. */
const SHAPES = [[512, 384], [512, 384], [384, 512], [512, 384], [512], [384]] as const;
const STEPS = 10;
const learningRate = 1e-3;

type Tree = Readonly<Record<string, Tensor>>;
const drawn = (seed: number): Tree =>
  Object.fromEntries(SHAPES.map((shape, i) => [`p${i}`, randomNormal(fold(key(seed), i), shape)]));
const [params, grads] = [drawn(1), drawn(2)];

/** Ten steps in the engine, gradients and states resident, as a peer has them; one number comes back. */
const resident =
  <S>(first: readonly [Tree, S], step: (state: readonly [Tree, S], grads: Tree) => readonly [Tree, S]) =>
  () =>
    region(() => {
      const slopes = Object.fromEntries(Object.entries(grads).map(([name, x]) => [name, add(x, 0)]));
      const [moved] = iterate((state: readonly [Tree, S]) => step(state, slopes), first, STEPS);
      return item(sum(moved.p0!));
    });

const ours = <S>(optimizer: GradientTransformation<S>): (() => unknown) =>
  resident([params, optimizer.init(params)], ([p, state], slopes) => optimizerStep(optimizer, p, slopes, state));

/** The kernel that was written for AdamW by hand. */
const kernel = resident([params, adamwInit(params)], ([p, state], slopes) => adamw(p, slopes, state, {learningRate}));

/** A step of jax-js over all parameters, compiled as one, ten times; its arrays stay in its engine as well. */
function theirs(jax: JaxModule, memories: number, rule: (p: Jar, g: Jar, memory: readonly Jar[]) => readonly Jar[]) {
  const {numpy: np} = jax;
  const array = ({data, shape, dtype}: Tensor): Jar => np.array(data, {shape, dtype});
  const list = (tree: Tree): readonly Jar[] => Object.values(tree).map(array);
  const zeros = (): readonly Jar[] =>
    Object.values(params).map((x) => array({...x, data: new Float32Array(x.data.length)}));
  const each = memories + 1;
  const step = jax.jit((all: readonly Jar[], gs: readonly Jar[]) =>
    gs.flatMap((g, i) => rule(all[each * i]!, g, all.slice(each * i + 1, each * (i + 1))))
  );
  const gs = list(grads);
  const [ps, ...ms] = [list(params), ...Array.from({length: memories}, zeros)];
  let all = ps!.flatMap((p, i) => [p, ...ms.map((m) => m[i]!)]);
  return () => {
    for (let n = 0; n < STEPS; n++) all = step(all, jax.tree.ref(gs));
    return all[0]!.ref.sum().js();
  };
}

/** Steps of each optimizer, beside jax-js where it can be written there in its own terms, and beside our AdamW kernel. */
export async function measures(): Promise<readonly Measure[]> {
  const jax = (await openJax()) as JaxModule;
  const {sqrt} = jax.numpy;
  const move = (p: Jar, by: Jar): Jar => p.sub(by.mul(learningRate));
  const jaxRules = {
    sgd: theirs(jax, 0, (p, g) => [move(p, g)]),
    momentum: theirs(jax, 1, (p, g, [v]) => {
      const next = v!.mul(0.9).add(g);
      return [move(p, next.ref), next];
    }),
    adam: theirs(jax, 2, (p, g, [m, v]) => {
      const mean = m!.mul(0.9).add(g.ref.mul(0.1));
      const square = v!.mul(0.999).add(g.ref.mul(g).mul(0.001));
      return [move(p, mean.ref.div(sqrt(square.ref).add(1e-8))), mean, square];
    })
  };
  const common = {suite: "optimizers", unit: `${STEPS} steps of 800,000 parameters`};
  const named = {
    sgd: ours(sgd({learningRate})),
    momentum: ours(sgd({learningRate, momentum: 0.9})),
    Nesterov: ours(sgd({learningRate, momentum: 0.9, nesterov: true})),
    AdaGrad: ours(adagrad({learningRate})),
    RMSProp: ours(rmsprop({learningRate})),
    Adam: ours(adamwChain({learningRate, weightDecay: 0})),
    NAdam: ours(nadam({learningRate})),
    Lion: ours(lion({learningRate}))
  };
  const peers = [
    ["sgd", jaxRules.sgd],
    ["momentum", jaxRules.momentum],
    ["Adam", jaxRules.adam]
  ] as const;
  return [
    ...peers.map(([name, their]) => ({
      ...common,
      workload: name,
      ours: named[name],
      peer: "jax-js 0.1.25",
      theirs: their
    })),
    {...common, workload: "AdamW kernel", ours: kernel, peer: "jax-js 0.1.25", theirs: jaxRules.adam},
    ...Object.entries(named).map(([name, call]) => ({
      ...common,
      workload: name,
      ours: call,
      peer: "our AdamW kernel",
      theirs: kernel
    }))
  ];
}
