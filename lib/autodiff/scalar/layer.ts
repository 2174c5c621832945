import {split} from "../../core/random/key.js";
import {lift, type Expression, type Operand} from "./expression.js";
import {neuron, type NeuronParams, type NeuronShape, type ScalarModule} from "./neuron.js";

/** The parameters of neurons side by side. */
export type LayerParams<T = number> = readonly NeuronParams<T>[];

/** How many neurons a layer has, and what each is given. */
export interface LayerShape extends NeuronShape {
  readonly outputs: number;
}

/** Neurons that all see the same inputs: `[inputs]` to `[outputs]`. */
export const layer = ({
  outputs,
  ...shape
}: LayerShape): ScalarModule<LayerParams, LayerParams<Operand>, readonly Operand[], readonly Expression[]> => {
  const {init, apply} = neuron(shape);
  return {
    init: (key) => split(key, outputs).map(init),
    apply: (params, inputs) => {
      const xs = inputs.map(lift); // once, and not once for each neuron
      return params.map((neuronParams) => apply(neuronParams, xs));
    }
  };
};
