import {control, moved, settled, type Control} from "../../../components/figure/control.js";
import {attributes, button, element} from "../../../components/element.js";

/** What is looked at in a network: a neuron, or the weight that it gives to one of its inputs. All count from 0. */
export interface Target {
  /** -1 is the layer of the score, whatever layers there are before it. */
  readonly layer: number;
  readonly neuron: number;
  readonly input: number | null;
}

/** Numbers of inputs, of neurons in each hidden layer, and of scores: `[2, 8, 1]`. */
export type Sizes = readonly number[];

export const SCORE: Target = {layer: -1, neuron: 0, input: null};

const PATTERN = /^(?:score|([1-9])\.([1-9]\d?))(?:from([1-9]\d?))?$/;

/** A target as the address has it: `score`, `1.3` for neuron 3 of layer 1, `1.3from2` for its weight for input 2. */
export const writeTarget = ({layer, neuron, input}: Target): string =>
  `${layer < 0 ? "score" : `${layer + 1}.${neuron + 1}`}${input === null ? "" : `from${input + 1}`}`;

/** The target that a text names. */
export function readTarget(text: string): Target | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const [, layer, neuron, input] = match;
  return {
    layer: layer === undefined ? -1 : Number(layer) - 1,
    neuron: neuron === undefined ? 0 : Number(neuron) - 1,
    input: input === undefined ? null : Number(input) - 1
  };
}

/** The layer of a target in a network, from 0. */
export const depthOf = ({layer}: Target, sizes: Sizes): number => (layer < 0 ? sizes.length - 2 : layer);

/** The target if the network has it, else its score. */
export function within(target: Target, sizes: Sizes): Target {
  const depth = depthOf(target, sizes);
  const hidden = target.layer < 0 || target.layer < sizes.length - 2;
  const fits = hidden && target.neuron < sizes[depth + 1]! && (target.input ?? 0) < sizes[depth]!;
  return fits ? target : SCORE;
}

/** All neurons of a network: the score, then those of the hidden layers in order. */
export const neuronsOf = (sizes: Sizes): readonly Target[] => [
  SCORE,
  ...sizes
    .slice(1, -1)
    .flatMap((size, layer) => Array.from({length: size}, (_, neuron) => ({layer, neuron, input: null})))
];

/** What is called by a name in a drawing: `x₁` for an input of the network, `1.3` for neuron 3 of layer 1. */
export const unitName = (depth: number, unit: number, sizes: Sizes): string =>
  depth === 0 ? ["x₁", "x₂"][unit]! : depth === sizes.length - 1 ? "score" : `${depth}.${unit + 1}`;

/** A target in words. */
export function nameOf(target: Target, sizes: Sizes): string {
  const neuron = target.layer < 0 ? "the score" : `neuron ${target.neuron + 1} of layer ${target.layer + 1}`;
  if (target.input === null) return neuron;
  return `the weight from ${unitName(depthOf(target, sizes), target.input, sizes)} to ${neuron}`;
}

/**
 * Where an arrow leads: up and down in a layer, or in the weights of a neuron; left from a neuron to its weights, from a
 * weight to the neuron that it comes from; right again.
 */
export function neighbor(target: Target, key: string, sizes: Sizes): Target | undefined {
  const depth = depthOf(target, sizes);
  const last = sizes.length - 2;
  const at = (layer: number, neuron: number): Target => ({layer: layer === last ? -1 : layer, neuron, input: null});
  const {input} = target;
  const turn = key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : 0;
  if (input === null) {
    if (turn !== 0) return at(depth, (target.neuron + turn + sizes[depth + 1]!) % sizes[depth + 1]!);
    if (key === "ArrowLeft") return {...target, input: Math.min(target.neuron, sizes[depth]! - 1)};
    if (key === "ArrowRight" && depth < last) return at(depth + 1, Math.min(target.neuron, sizes[depth + 2]! - 1));
    return undefined;
  }
  if (turn !== 0) return {...target, input: (input + turn + sizes[depth]!) % sizes[depth]!};
  if (key === "ArrowLeft") return depth > 0 ? at(depth - 1, input) : undefined;
  return key === "ArrowRight" ? {...target, input: null} : undefined;
}

/** What is looked at, as a control: two buttons walk through all neurons. */
export function picker(sizes: () => Sizes): Control<Target> {
  let target = SCORE;
  const output = element("output");
  const show = () => void (output.value = writeTarget(target));
  const walk = (by: number) => {
    const all = neuronsOf(sizes());
    const at = all.findIndex(({layer, neuron}) => layer === target.layer && neuron === target.neuron);
    target = all[(Math.max(0, at) + by + all.length) % all.length]!;
    show();
    moved(node);
    settled(node);
  };
  const turn = (text: string, label: string, by: number) =>
    attributes(
      button(text, () => walk(by)),
      {"aria-label": label, title: label}
    );
  const row = element(
    "div",
    {className: "mlp-picker"},
    turn("‹", "Look at the neuron before", -1),
    output,
    turn("›", "Look at the next neuron", 1)
  );
  const node: HTMLElement = element("fieldset", {className: "control"}, element("legend", {}, "Surface of"), row);
  show();
  return control<Target, HTMLElement>(node, {
    get: () => target,
    set: (to) => {
      target = to;
      show();
    },
    format: writeTarget,
    parse: (text) => readTarget(text) ?? SCORE,
    refusal: (text) =>
      readTarget(text) === undefined ? "it is no neuron, such as 1.3, and no weight, such as 1.3from2" : undefined
  });
}
