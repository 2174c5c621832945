/** What runs in a stage's worker for a workbench: it looks into a state as the page asks, and into nothing else. */
import {hash, leaves, type Frame} from "/lib/index.js";
import {engineMode, isTensor, saveCheckpoint, type Tensor} from "/lib/tensor.js";
import {inspectTensor} from "./inspectTensor.js";
import type {Baseline, Look, Seen} from "./look.js";

/** How a stage lets one look into its states. */
interface Inside<State> {
  readonly parameters: (state: State) => object;
  /** The gradients of the batch that comes at a step. */
  readonly gradients: (state: State, step: number) => object;
  /** Named activations for the batch that comes at a step. */
  readonly activations: (state: State, step: number) => Readonly<Record<string, Tensor>>;
  /** A text that the model writes: the same for the same step. */
  readonly sample?: (state: State, step: number, how: NonNullable<Look["sample"]>) => string;
  readonly baselines?: () => readonly Baseline[];
}

/** A view for `served`: the paths of everything that can be inspected, and what the question looks at. */
export function benchView<State, Metrics>({parameters, gradients, activations, sample, baselines}: Inside<State>) {
  let names: readonly string[] | undefined;
  const tensorsOf = (tree: object): ReadonlyMap<string, Tensor> =>
    new Map(leaves(tree).flatMap(([path, leaf]) => (isTensor(leaf) ? [[path, leaf]] : [])));
  const inspected = (state: State, step: number, name: string): {readonly inspected?: Seen["inspected"] & object} => {
    const kind = name.slice(0, name.indexOf(":"));
    const path = name.slice(name.indexOf(":") + 1);
    const tree =
      kind === "gradient"
        ? gradients(state, step)
        : kind === "activation"
          ? activations(state, step)
          : parameters(state);
    const tensor = tensorsOf(tree).get(path);
    return tensor === undefined ? {} : {inspected: inspectTensor(name, tensor)};
  };
  return ({state, step}: Frame<State, Metrics>, asked: unknown): Seen => {
    const look = (asked ?? {}) as Look; // it was written by this site's own page
    names ??= [
      ...[...tensorsOf(parameters(state)).keys()].flatMap((path) => [`parameter:${path}`, `gradient:${path}`]),
      ...Object.keys(activations(state, step)).map((name) => `activation:${name}`)
    ];
    const fast = engineMode().fast && {fast: true as const};
    return {
      ...fast,
      inspectable: names,
      ...(look.inspect !== undefined && inspected(state, step, look.inspect)),
      ...(look.sample !== undefined && sample !== undefined && {sample: sample(state, step, look.sample)}),
      ...(look.hash === true && {hash: hash(state)}),
      ...(look.file !== undefined && {file: saveCheckpoint({...look.file, ...fast, step, state})}),
      ...(look.baselines === true && baselines !== undefined && {baselines: baselines()})
    };
  };
}
