import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";
import {kinds, read} from "./tensor.js";
import {number, type Check, type Families, type GoldenCase} from "./types.js";

type Written = Readonly<Record<string, unknown>>;
type Tree = Readonly<Record<string, Tensor>>;
type Float = "float64" | "float32";

const treeOf = (written: unknown, dtype: Float): Tree =>
  Object.fromEntries(Object.entries(written as Written).map(([name, value]) => [name, read(value, dtype)]));

const nested = (tree: Tree): unknown =>
  Object.fromEntries(Object.entries(tree).map(([name, x]) => [name, {shape: x.shape, data: t.toNested(x)}]));

const plain = (written: unknown): unknown =>
  Object.fromEntries(
    Object.entries(written as Readonly<Record<string, {readonly shape: unknown; readonly data: unknown}>>).map(
      ([name, {shape, data}]) => [name, {shape, data}]
    )
  );

type Config = Readonly<Record<string, number>>;

/** Ten steps of an optimizer, on gradients that are given or on those of a quadratic. */
const optimizer =
  <S>(make: (config: Config, words: GoldenCase["config"]) => t.GradientTransformation<S>) =>
  (golden: GoldenCase): readonly Check[] =>
    kinds(golden).flatMap(([dtype, tolerance]) => {
      const {inputs, config, expected} = golden;
      const settings = Object.fromEntries(
        Object.entries(config).flatMap(([name, value]) => (typeof value === "number" ? [[name, number(value)]] : []))
      );
      const {init, update} = make(settings, config);
      let params = treeOf(inputs["params"], dtype);
      let state = init(params);
      const [curvature, center] = ["curvature", "center"].map((name) =>
        inputs[name] === undefined ? undefined : treeOf(inputs[name], dtype)
      );
      return (expected["params"] as readonly unknown[]).map((wanted, i) => {
        const grads =
          curvature === undefined || center === undefined
            ? treeOf((inputs["grads"] as readonly unknown[])[i], dtype)
            : t.region(() =>
                t.mapTree((h: Tensor, c: Tensor, p: Tensor) => t.mul(h, t.sub(p, c)), curvature, center, params)
              );
        const [updates, next] = update(grads as Tree, state, params);
        [params, state] = [t.applyUpdates(params, updates), next];
        return {
          what: `${dtype} parameters after step ${i + 1}`,
          actual: nested(params),
          expected: plain(wanted),
          tolerance
        };
      });
    });

const adamOf = ({learningRate, beta1, beta2, epsilon, weightDecay}: Config) => ({
  learningRate: learningRate!,
  b1: beta1!,
  b2: beta2!,
  eps: epsilon!,
  weightDecay: weightDecay!
});

const clipped =
  (make: (limit: number) => t.GradientTransformation<null>, limit: string) =>
  (golden: GoldenCase): readonly Check[] =>
    kinds(golden).map(([dtype, tolerance]) => {
      const grads = treeOf(golden.inputs["grads"], dtype);
      const [updates] = make(number(golden.config[limit])).update(grads, null, grads);
      return {
        what: `${dtype} gradients`,
        actual: nested(updates),
        expected: plain(golden.expected["grads"]),
        tolerance
      };
    });

/** PyTorch's rule, with the epsilon that the case names, and the length of all gradients. */
const clippedByNorm = (golden: GoldenCase): readonly Check[] => {
  const epsilon = number(golden.config["epsilon"]);
  const lengths = kinds(golden).map(([dtype, tolerance]) => ({
    what: `${dtype} norm`,
    actual: t.item(t.globalNorm(treeOf(golden.inputs["grads"], dtype))),
    expected: golden.expected["norm"],
    tolerance
  }));
  return [...lengths, ...clipped((most) => t.clipByGlobalNorm(most, {epsilon}), "maxNorm")(golden)];
};

export const families: Families = {
  clip_global_norm: clippedByNorm,
  clip_value: clipped(t.clipByValue, "clipValue"),
  optim_sgd: optimizer(({learningRate, momentum, weightDecay}, {nesterov}) =>
    t.sgd({
      learningRate: learningRate!,
      momentum: momentum!,
      weightDecay: weightDecay!,
      nesterov: nesterov === true
    })
  ),
  optim_adam: optimizer((config) => t.adam(adamOf(config))),
  optim_adamw: optimizer((config) => t.adamwChain(adamOf(config))),
  optim_adagrad: optimizer(({learningRate, learningRateDecay, weightDecay, initialAccumulator, epsilon}) =>
    t.adagrad({
      learningRate: t.inverseTimeSchedule({learningRate: learningRate!, decay: learningRateDecay!}),
      weightDecay: weightDecay!,
      initialAccumulator: initialAccumulator!,
      eps: epsilon!
    })
  ),
  optim_rmsprop: optimizer(({learningRate, decay, epsilon, weightDecay, momentum}, {centered}) =>
    t.rmsprop({
      learningRate: learningRate!,
      decay: decay!,
      eps: epsilon!,
      weightDecay: weightDecay!,
      momentum: momentum!,
      centered: centered === true
    })
  ),
  optim_lion: optimizer(({learningRate, beta1, beta2, weightDecay}) =>
    t.lion({learningRate: learningRate!, b1: beta1!, b2: beta2!, weightDecay: weightDecay!})
  ),
  optim_muon: optimizer(({learningRate, momentum, weightDecay, newtonSchulzSteps}, {nesterov}) =>
    t.muonOfMatrices({
      learningRate: learningRate!,
      momentum: momentum!,
      weightDecay: weightDecay!,
      steps: newtonSchulzSteps!,
      nesterov: nesterov === true
    })
  ),
  optim_newton_schulz: (golden) =>
    kinds(golden).map(([dtype, tolerance]) => {
      const {steps, epsilon} = golden.config;
      const out = t.newtonSchulz(read(golden.inputs["matrix"], dtype), {steps: number(steps), eps: number(epsilon)});
      const {shape, data} = golden.expected["output"] as {readonly shape: unknown; readonly data: unknown};
      return {
        what: `${dtype} output`,
        actual: {shape: out.shape, data: t.toNested(out)},
        expected: {shape, data},
        tolerance
      };
    })
};
