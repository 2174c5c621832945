import fc from "fast-check";
import type {Arithmetic} from "../../../lib/autodiff/scalar/arithmetic.js";

/** A function of a few numbers, drawn at random, that any arithmetic can compute. */
export type Program = <T>(o: Arithmetic<T>, inputs: readonly T[]) => T;

type Step = <T>(o: Arithmetic<T>, x: T, y: T) => T;

/** Every operation, with its operands kept where it is smooth and its value within a few units. */
const smooth: readonly Step[] = [
  (o, x, y) => o.mul(0.5, o.add(x, y)),
  (o, x, y) => o.mul(0.5, o.sub(x, y)),
  (o, x, y) => o.mul(o.tanh(x), y),
  (o, x, y) => o.div(x, o.add(2, o.sin(y))),
  (o, x, y) => o.pow(o.add(1.5, o.mul(0.5, o.cos(x))), o.sin(y)),
  (o, x) => o.pow(o.sin(x), 3),
  (o, x) => o.neg(x),
  (o, x) => o.exp(o.sin(x)),
  (o, x) => o.log(o.add(2, o.sin(x))),
  (o, x) => o.tanh(x),
  (o, x) => o.sigmoid(x),
  (o, x) => o.sin(x),
  (o, x) => o.cos(x),
  (o, x) => o.sqrt(o.add(2, o.cos(x)))
];

/** Those that have kinks. */
const kinked: readonly Step[] = [
  (o, x) => o.relu(x),
  (o, x) => o.abs(x),
  (o, x, y) => o.max(x, y),
  (o, x, y) => o.min(x, y)
];

const programOf = (steps: readonly Step[], length: number): fc.Arbitrary<Program> => {
  const line = fc.record({step: fc.constantFrom(...steps), x: fc.nat(1000), y: fc.nat(1000)});
  return fc
    .array(line, {minLength: 1, maxLength: length})
    .map((lines) => <T>(o: Arithmetic<T>, inputs: readonly T[]) => {
      const values = [...inputs];
      // the last few values are taken more often, or most of what is drawn would not be used
      const pick = (n: number): T => values[Math.max(0, values.length - 1 - (n % Math.min(values.length, 4)))]!;
      for (const {step, x, y} of lines) values.push(step(o, pick(x), pick(y)));
      return values.at(-1)!;
    });
};

export const smoothProgram = programOf(smooth, 8);
export const anyProgram = programOf([...smooth, ...kinked], 30);

const INPUTS = 3;
export const point = fc.array(fc.double({min: -1, max: 1, noNaN: true}), {minLength: INPUTS, maxLength: INPUTS});

/** The largest distance between two lists, beside their size. */
export const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((x, i) => Math.abs(x - b[i]!) / Math.max(1, Math.abs(x), Math.abs(b[i]!))));
