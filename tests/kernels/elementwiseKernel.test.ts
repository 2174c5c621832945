import fc from "fast-check";
import {expect, it} from "vitest";
import type {ElementwiseOperation, ElementwiseProgram} from "../../lib/kernels/elementwiseKernel.js";
import {openKernels} from "../../lib/kernels/wasm.js";

const wasm = openKernels();
const odd = [0, -0, NaN, Infinity, -Infinity, 1, -1, 1e-45, -1e-45, 3.4e38, 0.1, -2.5];

const put = (numbers: ArrayLike<number>): number => {
  const at = wasm.alloc(4 * numbers.length);
  new Float32Array(wasm.memory.buffer, at, numbers.length).set(numbers);
  return at;
};
const bits = (at: number, n: number): readonly number[] => Array.from(new Uint32Array(wasm.memory.buffer, at, n));

/** What an operation's own kernel makes of the same numbers. */
function apart(operation: ElementwiseOperation, reads: readonly number[], n: number): number {
  const to = wasm.alloc(4 * n);
  const [x = 0, y = 0] = reads;
  const {kernels} = wasm;
  if (operation.op === "affine") kernels.affine(n, operation.a, operation.b, x, to);
  else if (operation.op === "clamp") kernels.clamp(n, operation.a, operation.b, x, to);
  else if (operation.op === "sqrt" || operation.op === "sign" || operation.op === "abs")
    kernels[operation.op](n, x, to);
  else kernels.binary(["add", "sub", "mul", "div"].indexOf(operation.op), n, x, y, to);
  return to;
}

const operations: readonly ElementwiseOperation[] = [
  {op: "add", reads: [0, 1]},
  {op: "sub", reads: [0, 1]},
  {op: "mul", reads: [0, 1]},
  {op: "div", reads: [0, 1]},
  {op: "sqrt", reads: [0]},
  {op: "sign", reads: [0]},
  {op: "abs", reads: [0]},
  {op: "affine", reads: [0], a: -0.3, b: 1e-8},
  {op: "affine", reads: [0], a: 2, b: 0},
  {op: "clamp", reads: [0], a: -0.5, b: 2}
];

it.each(operations)(
  "$op alone gives the bits of its own kernel, for numbers of every kind and any count",
  (operation) => {
    for (const n of [0, 1, 3, 4, 7, 144]) {
      const mark = wasm.mark();
      const pairs = Array.from({length: n}, (_, i) => [odd[i % 12]!, odd[Math.floor(i / 12) % 12]!] as const);
      const inputs = [put(pairs.map(([a]) => a)), put(pairs.map(([, b]) => b))];
      const to = wasm.alloc(4 * n);
      wasm.elementwise({inputs: 2, operations: [operation], outputs: [2]})(n, inputs, [to]);
      const reads = operation.reads.map((register) => inputs[register]!);
      expect(bits(to, n)).toEqual(bits(apart(operation, reads, n), n));
      wasm.release(mark);
    }
  }
);

/** Programs of which each operation reads anything that is there by then. */
const programs: fc.Arbitrary<ElementwiseProgram> = fc
  .array(fc.tuple(fc.nat(operations.length - 1), fc.nat(1000), fc.nat(1000)), {minLength: 1, maxLength: 40})
  .map((drawn) => {
    const list = drawn.map(([which, a, b], i): ElementwiseOperation => {
      const operation = operations[which]!;
      const reads = [a % (i + 3), b % (i + 3)].slice(0, operation.reads.length);
      return {...operation, reads} as unknown as ElementwiseOperation; // as many as it had
    });
    const outputs = [...new Set([2 + list.length, 3, 2 + Math.ceil(list.length / 2)])];
    return {inputs: 3, operations: list, outputs};
  });

it("a program is its operations one after the other, bit for bit", () =>
  fc.assert(
    fc.property(programs, fc.array(fc.float({noNaN: true}), {minLength: 15, maxLength: 60}), (program, numbers) => {
      const mark = wasm.mark();
      const n = Math.floor(numbers.length / 3);
      const inputs = [0, 1, 2].map((i) => put(numbers.slice(i * n, (i + 1) * n)));
      const outputs = program.outputs.map(() => wasm.alloc(4 * n));
      wasm.elementwise(program)(n, inputs, outputs);
      const registers = [...inputs];
      for (const operation of program.operations)
        registers.push(
          apart(
            operation,
            operation.reads.map((register) => registers[register]!),
            n
          )
        );
      const number = (at: number): readonly number[] => Array.from(new Float32Array(wasm.memory.buffer, at, n));
      program.outputs.forEach((register, k) => expect(number(outputs[k]!)).toEqual(number(registers[register]!)));
      wasm.release(mark);
    }),
    {numRuns: 200}
  ));

it("programs that differ in constants alone share a module, and each has its own", () => {
  const program = (a: number): ElementwiseProgram => ({
    inputs: 1,
    operations: [{op: "affine", reads: [0], a, b: 1}],
    outputs: [1]
  });
  const [at, to] = [put([1, 2, 3]), wasm.alloc(12)];
  for (const a of [2, 5]) {
    wasm.elementwise(program(a))(3, [at], [to]);
    expect([...new Float32Array(wasm.memory.buffer, to, 3)]).toEqual([1, 2, 3].map((x) => a * x + 1));
  }
});
