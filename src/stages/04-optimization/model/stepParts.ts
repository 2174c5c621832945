/** An optimizer put together from parts, and what a step of it does to one number, written so that it can be read. */
import {
  addDecayedWeights,
  chain,
  clipByValue,
  momentum,
  scaleByAdagrad,
  scaleByAdam,
  scaleByLearningRate,
  scaleByLion,
  scaleByRms,
  stepProgram,
  type ElementwiseOperation,
  type ElementwiseProgram,
  type GradientTransformation
} from "/lib/tensor.js";
import {SCALINGS, type Parts, type Scaling} from "./stepPartNames.js";

type Any = GradientTransformation<unknown>;

const scalings: Readonly<Record<Scaling, () => Any | undefined>> = {
  nothing: () => undefined,
  momentum: () => momentum(0.9) as unknown as Any,
  AdaGrad: () => scaleByAdagrad() as unknown as Any,
  RMSProp: () => scaleByRms() as unknown as Any,
  Adam: () => scaleByAdam() as unknown as Any,
  Lion: () => scaleByLion() as unknown as Any
};

/** The chain of the parts that are chosen, the learning rate last. */
export function chainOf({clip, before, scaling, after}: Parts): Any {
  const decay = (): Any => addDecayedWeights(0.1) as unknown as Any;
  const parts = [
    clip ? (clipByValue(1) as unknown as Any) : undefined,
    before ? decay() : undefined,
    scalings[scaling](),
    after ? decay() : undefined,
    scaleByLearningRate(0.001) as unknown as Any
  ].filter((part) => part !== undefined);
  return chain(...parts) as unknown as Any;
}

const round = (x: number): string => String(Number(x.toPrecision(4))).replace("-", "−");

/** The names of what a step begins with; what is remembered has letters of its own. */
const inputNames = (inputs: number): readonly string[] => ["g", "x", "m", "v", "w"].slice(0, inputs);

/** A step as lines such as `a = 0.9 · m`, the last one the new parameter. */
export function written({inputs, operations, outputs}: ElementwiseProgram): readonly string[] {
  const names = [...inputNames(inputs)];
  const memories = outputs.slice(1);
  operations.forEach((_, i) => {
    const register = inputs + i;
    const memory = memories.indexOf(register);
    names.push(register === outputs[0] ? "x′" : memory >= 0 ? `${names[2 + memory]!}′` : `t${i + 1}`);
  });
  const text = (operation: ElementwiseOperation): string => {
    const [a = "", b = ""] = operation.reads.map((register) => names[register]!);
    switch (operation.op) {
      case "affine":
        return operation.b === 0
          ? `${round(operation.a)} · ${a}`
          : `${operation.a === 1 ? "" : `${round(operation.a)} · `}${a} + ${operation.b.toExponential(0).replace("-", "−")}`;
      case "clamp":
        return `${a} within ±${round(operation.b)}`;
      case "sqrt":
        return `√${a}`;
      case "sign":
        return `sign ${a}`;
      case "abs":
        return `|${a}|`;
      case "add":
      case "sub":
      case "mul":
      case "div":
        return `${a} ${{add: "+", sub: "−", mul: "·", div: "/"}[operation.op]} ${b}`;
    }
  };
  return operations.map((operation, i) => `${names[inputs + i]!} = ${text(operation)}`);
}

/** What a step costs for each number: operations, and numbers that go to memory or come from it. */
export function costOf({inputs, operations, outputs}: ElementwiseProgram) {
  const used = Array.from({length: inputs}, (_, r) => r).filter((r) =>
    operations.some(({reads}) => (reads as readonly number[]).includes(r))
  );
  return {
    operations: operations.length,
    /** As one kernel for each operation: each reads what it needs, and writes what it makes. */
    apart: operations.reduce((sum, {reads}) => sum + new Set<number>(reads).size + 1, 0),
    /** As one loop: what is given is read once, what remains is written once. */
    together: used.length + outputs.length
  };
}

/** The program of the parts that are chosen; all of them work on numbers one by one. */
export const programOf = (parts: Parts): ElementwiseProgram => stepProgram(chainOf(parts))!;

/** Of each scaling alone. */
export const costs = () =>
  Object.fromEntries(
    SCALINGS.map((scaling) => [scaling, costOf(programOf({clip: false, before: false, scaling, after: false}))])
  ) as Readonly<Record<Scaling, ReturnType<typeof costOf>>>;
