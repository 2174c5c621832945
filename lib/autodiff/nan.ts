import {LibraryError, type Finding} from "../core/errors.js";
import {shapeText, sizeOf, type Tensor} from "../core/tensorData.js";
import {leaves} from "../core/tree.js";
import {backendOf, isFloat} from "../tensor/backend.js";
import {given, givenFunction} from "../tensor/given.js";
import {onesLike} from "../tensor/make.js";
import {region} from "../tensor/region.js";
import {between, firstBirth, pullBack} from "./graph.js";
import {checkScalar, type Loss} from "./grad.js";
import {isTracked, stopGradient, valueOf, type Tracked} from "./tracked.js";
import {variables} from "./variables.js";

/** Where a number stopped being finite. */
export interface NaNPlace {
  readonly op: string;
  readonly param: string;
  readonly step?: number | undefined;
}

/** Where numbers stopped being finite: the operation, and the parameters that it reads. */
export class NaNError extends LibraryError {
  override readonly code = "LLMFP_NOT_FINITE";
  /** The first operation with a result that is not finite, though all that it was given is. */
  readonly op: string;
  /** The parameter: the one that is not finite itself, or those that the operation reads or flows back to. */
  readonly param: string;
  /** The step of training, where one is known. */
  readonly step: number | undefined;
  constructor({op, param, step}: NaNPlace, findings: readonly Finding[]) {
    const place = [
      {name: "op", value: op},
      {name: "param", value: param === "" ? "(none)" : param},
      ...(step === undefined ? [] : [{name: "step", value: String(step)}])
    ];
    super(
      "checkFinite",
      `all numbers are finite; the first that is not comes from ${op}`,
      [...place, ...findings],
      "a learning rate that is too large is the usual cause; a logarithm of 0 or a quotient by 0 the next"
    );
    this.op = op;
    this.param = param;
    this.step = step;
  }
}

/** The position of the first number that is not finite, or −1. */
export function firstNonFinite(x: Tensor): number {
  const plain = valueOf(given("firstNonFinite", "x", x));
  if (!isFloat(plain.dtype)) return -1;
  return region(() => {
    const backend = backendOf(plain.dtype);
    return backend.kernels.firstNonFinite(sizeOf(plain.shape), backend.floats(plain));
  });
}

const isBad = (x: Tensor): boolean => firstNonFinite(x) >= 0;

const at = (name: string, x: Tensor): Finding => {
  const position = firstNonFinite(x);
  return {name, value: `${valueOf(x).data[position]} at position ${position} of ${shapeText(x.shape)}`};
};

/** The paths of the parameters nearest above a node: those that its inputs are, or are made of in the fewest steps. */
function nearest(node: Tracked, paths: ReadonlyMap<Tensor, string>): string {
  const seen = new Set<Tensor>([node]);
  for (let level: readonly Tensor[] = [node]; level.length > 0;) {
    const hits = level.flatMap((x) => paths.get(x) ?? []);
    if (hits.length > 0) return hits.join(", ");
    const above = level.filter(isTracked).flatMap(({inputs}) => inputs);
    level = [...new Set(above)].filter((x) => !seen.has(x));
    level.forEach((x) => seen.add(x));
  }
  return "";
}

const nameOf = ({op, label}: Tracked): string => (label === undefined ? op!.name : `${op!.name} "${label}"`);

/**
 * The first place where f(params, …rest) or its gradient stops being finite, or undefined if all is well: the whole
 * computation is done again with every number looked at, which is possible because it is pure.
 */
export const findNaN = <P, A extends readonly unknown[]>(f: Loss<P, A>, params: P, ...rest: A): NaNError | undefined =>
  region(() => {
    givenFunction("findNaN", "f", f);
    const {tree, nodes} = variables("findNaN", params);
    const paths = leaves<unknown>(params).map(([path]) => path);
    const names = new Map<Tensor, string>(nodes.map((node, i) => [node, paths[i]!]));
    const spoiled = nodes.find(isBad);
    if (spoiled !== undefined)
      return new NaNError({op: "parameter", param: names.get(spoiled)!}, [at("value", spoiled)]);
    const value = checkScalar("findNaN", f(tree, ...rest));
    const first = between(nodes, [value], firstBirth(nodes)).find(isBad);
    if (first !== undefined)
      return new NaNError({op: nameOf(first), param: nearest(first, names)}, [at("value", first)]);
    let found: NaNError | undefined;
    pullBack(nodes, [value], [onesLike(stopGradient(value))], (node, cotangents) => {
      const bad = cotangents.find((each) => each !== undefined && isBad(each));
      if (found !== undefined || bad === undefined) return;
      found = new NaNError({op: `the gradient of ${nameOf(node)}`, param: nearest(node, names)}, [at("gradient", bad)]);
    });
    return found;
  });

/**
 * Passes a loss that is finite. For one that is not, throws the error that says where f(params, …rest) stopped being so,
 * and at which step.
 *
 * @throws NaNError
 */
export const checkFinite =
  <P, A extends readonly unknown[]>(f: Loss<P, A>) =>
  (value: Tensor, step: number, params: P, ...rest: A): Tensor => {
    givenFunction("checkFinite", "f", f);
    if (!isBad(given("checkFinite", "value", value))) return value;
    const found = findNaN(f, params, ...rest);
    throw found === undefined
      ? new NaNError({op: "the loss", param: "", step}, [at("value", value)])
      : new NaNError({op: found.op, param: found.param, step}, found.fault.found.slice(2));
  };
