import type {Tensor} from "../core/tensorData.js";
import type {ElementwiseOperation, ElementwiseProgram, Register} from "../kernels/elementwiseKernel.js";
import {isTracked, type Tracked} from "./tracked.js";

/** The operation of a node, where it works on numbers one by one. */
function operationOf({op, params}: Tracked, reads: readonly Register[]): ElementwiseOperation | undefined {
  const name = op?.name ?? "";
  const [x, y] = reads as readonly [Register, Register];
  switch (name) {
    case "add":
    case "sub":
    case "mul":
    case "div":
      return {op: name, reads: [x, y]};
    case "sqrt":
    case "sign":
    case "abs":
      return {op: name, reads: [x]};
    case "affine": {
      const {a, b} = params as {readonly a: number; readonly b: number};
      return {op: name, reads: [x], a, b};
    }
    case "clamp": {
      const {low, high} = params as {readonly low: number; readonly high: number};
      return {op: name, reads: [x], a: low, b: high};
    }
    default:
      return undefined;
  }
}

/**
 * What was done to variables of one number each until there were these results: read from the graph that a derivative
 * would be taken through. A result's register is that of a variable where it was handed through.
 *
 * @returns undefined where anything was done but arithmetic on numbers one by one, or a constant tensor has part in it.
 */
export function elementwiseProgram(
  variables: readonly Tracked[],
  results: readonly Tensor[]
): {readonly program: ElementwiseProgram; readonly registers: readonly Register[]} | undefined {
  const places = new Map<Tensor, Register>(variables.map((x, i) => [x, i]));
  const operations: ElementwiseOperation[] = [];
  const place = (x: Tensor): Register | undefined => {
    const known = places.get(x);
    if (known !== undefined || !isTracked(x)) return known;
    const reads = x.inputs.map(place);
    if (reads.some((each) => each === undefined)) return undefined;
    const operation = operationOf(x, reads as readonly Register[]);
    if (operation === undefined) return undefined;
    operations.push(operation);
    const register = variables.length + operations.length - 1;
    places.set(x, register);
    return register;
  };
  const found = results.map(place);
  if (found.some((each) => each === undefined)) return undefined;
  const registers = found as readonly Register[];
  const outputs = [...new Set(registers.filter((register) => register >= variables.length))];
  return {program: {inputs: variables.length, operations, outputs}, registers};
}
