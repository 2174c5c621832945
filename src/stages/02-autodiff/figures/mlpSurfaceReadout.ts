import {element} from "../../../components/element.js";
import {table} from "../../../components/chart/table.js";
import type {Params} from "./mlpSurfaceMap.js";
import {depthOf, nameOf, unitName, type Sizes, type Target} from "./mlpSurfaceTarget.js";

interface ReadoutSpec {
  readonly target: Target;
  readonly sizes: Sizes;
  readonly params: Params;
  readonly gradients: Params;
  /** Of the second future, if there is one. */
  readonly other: Params | undefined;
}

interface Row {
  readonly from: string;
  readonly weight: number;
  readonly gradient: number;
  readonly other: number | undefined;
}

const short = (value: number): string => (Number.isFinite(value) ? value.toFixed(5).replace("-", "−") : String(value));
const significant = (value: number): string => value.toPrecision(4).replaceAll("-", "−"); // near a minimum gradients are small
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The weights and the bias of what is looked at, with their gradients. */
export function rowsOf({target, sizes, params, gradients, other}: ReadoutSpec): readonly Row[] {
  const depth = depthOf(target, sizes);
  const [here, slope, there] = [params, gradients, other].map((all) => all?.[depth]?.[target.neuron]);
  if (here === undefined || slope === undefined) return [];
  const rows = here.weights.map((weight, i): Row => ({
    from: unitName(depth, i, sizes),
    weight,
    gradient: slope.weights[i]!,
    other: there?.weights[i]
  }));
  if (target.input !== null) return rows.slice(target.input, target.input + 1);
  return [...rows, {from: "bias", weight: here.bias, gradient: slope.bias, other: there?.bias}];
}

/** What is looked at in exact numbers: of a neuron all its weights, rounded, of a single weight all its digits. */
export function readout(spec: ReadoutSpec): HTMLElement {
  const {target, sizes, other} = spec;
  const rows = rowsOf(spec);
  const heading = element("p", {className: "mlp-heading"}, capital(nameOf(target, sizes)));
  if (target.input !== null) {
    const [{weight = NaN, gradient = NaN, other: there} = {}] = rows;
    const line = (name: string, value: number) => [element("dt", {}, name), element("dd", {}, String(value))];
    const lines = [
      line("weight", weight),
      line("gradient", gradient),
      ...(there === undefined ? [] : [line("weight in the fork", there)])
    ];
    return element("div", {}, heading, element("dl", {className: "mlp-exact"}, ...lines.flat()));
  }
  return element(
    "div",
    {},
    heading,
    table(rows, [
      {label: "From", value: ({from}) => from},
      {label: "Weight", value: ({weight}) => weight, format: short},
      {label: "Gradient", value: ({gradient}) => gradient, format: significant},
      ...(other === undefined ? [] : [{label: "In the fork", value: (row: Row) => row.other ?? NaN, format: short}])
    ])
  );
}
