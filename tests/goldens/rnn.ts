import {vjp} from "../../lib/autodiff/directions.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";
import {compare, kinds, read} from "./tensor.js";
import {number, type Check, type Families, type GoldenCase} from "./types.js";

type Inputs = Readonly<Record<string, Tensor>>;

const cellOf = ({config}: GoldenCase): t.Cell => {
  if (config["kind"] === "gru") return t.gruCell;
  if (config["kind"] === "lstm") return t.lstmCell;
  return t.elmanCell(config["activation"] === "relu" ? t.relu : t.tanh);
};

/** PyTorch's weights are the transposes of ours. */
const paramsOf = (inputs: Inputs, suffix: string): t.CellParams => {
  const [biasInput, biasHidden] = [inputs[`bias_ih${suffix}`], inputs[`bias_hh${suffix}`]];
  return {
    weightInput: t.transpose(inputs[`weight_ih${suffix}`]!),
    weightHidden: t.transpose(inputs[`weight_hh${suffix}`]!),
    ...(biasInput === undefined || biasHidden === undefined ? {} : {biasInput, biasHidden})
  };
};

/** The state at a place of the list of all layers and directions. */
const stateAt = ({h0, c0}: Inputs, at: number): t.CellState => {
  const pick = (x: Tensor): Tensor => t.reshape(t.slice(x, [at, at + 1]), x.shape.slice(1));
  return c0 === undefined ? {h: pick(h0!)} : {h: pick(h0!), c: pick(c0)};
};

function sequence(inputs: Inputs, golden: GoldenCase): Inputs {
  const {config} = golden;
  const cell = cellOf(golden);
  const directions = config["bidirectional"] === true ? 2 : 1;
  const ends: t.CellState[] = [];
  let x = inputs["input"]!;
  for (let layer = 0; layer < number(config["layers"]); layer++) {
    const runs = Array.from({length: directions}, (_, d) =>
      t.unroll(
        cell,
        paramsOf(inputs, `_l${layer}${d === 1 ? "_reverse" : ""}`),
        x,
        stateAt(inputs, layer * directions + d),
        {reverse: d === 1}
      )
    );
    ends.push(...runs.map(({state}) => state));
    x = t.concat(
      runs.map(({outputs}) => outputs),
      -1
    );
  }
  const hN = t.stack(ends.map(({h}) => h));
  return cell.keeps ? {output: x, hN, cN: t.stack(ends.map(({c}) => c!))} : {output: x, hN};
}

function cell(inputs: Inputs, golden: GoldenCase): Inputs {
  const {h, c, input} = inputs;
  const params = paramsOf(inputs, "");
  const gates =
    params.biasInput === undefined
      ? t.matmul(input!, params.weightInput)
      : t.linear(input!, params.weightInput, params.biasInput);
  const next = cellOf(golden).step(params, gates, c === undefined ? {h: h!} : {h: h!, c});
  return next.c === undefined ? {h: next.h} : {h: next.h, c: next.c};
}

/** Outputs of a case, and the gradients of what its cotangents weigh. */
const outputsAndGrads = (golden: GoldenCase): readonly Check[] => {
  const {outputs, grads} = golden.expected as {
    readonly outputs: Readonly<Record<string, unknown>>;
    readonly grads: Readonly<Record<string, unknown>>;
  };
  return kinds(golden).flatMap(([dtype, forward, backward]) => {
    const {cotangents, ...rest} = golden.inputs;
    const given = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, read(value, dtype)]));
    const names = Object.keys(outputs);
    const run = (inputs: Inputs): Inputs => (golden.config["op"] === "cell" ? cell : sequence)(inputs, golden);
    const made = t.region(() => run(given));
    const weights = Object.fromEntries(
      Object.entries(cotangents as Readonly<Record<string, unknown>>).map(([name, value]) => [name, read(value, dtype)])
    );
    const {pull} = vjp((inputs: Inputs): Tensor => {
      const all = run(inputs);
      return names.map((name) => t.sum(t.mul(all[name]!, weights[name]!))).reduce((a, b) => t.add(a, b));
    }, given);
    const pulled = pull(t.scalar(1, dtype)) as Inputs;
    return [
      ...names.map((name) => compare(`${dtype} ${name}`, made[name]!, outputs[name], forward)),
      ...Object.keys(grads).map((name) => compare(`${dtype} grad of ${name}`, pulled[name]!, grads[name], backward))
    ];
  });
};

export const families: Families = {rnn_elman: outputsAndGrads, rnn_gru: outputsAndGrads, rnn_lstm: outputsAndGrads};
