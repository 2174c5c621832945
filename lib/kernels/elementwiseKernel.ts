/**
 * A kernel made on the spot: a function of numbers, one by one, as a WebAssembly module of one loop. What is between its
 * operations stays in registers, where separate kernels would write it to memory and read it again.
 *
 * Each operation rounds as the kernel of its name does, so that the numbers are the same, to the bit.
 */

/** Where a number of the function is: inputs come first, then what each operation makes. */
export type Register = number;

/** An operation on registers. */
export type ElementwiseOperation =
  | {readonly op: "add" | "sub" | "mul" | "div"; readonly reads: readonly [Register, Register]}
  | {readonly op: "sqrt" | "sign" | "abs"; readonly reads: readonly [Register]}
  /** a·x + b */
  | {readonly op: "affine"; readonly reads: readonly [Register]; readonly a: number; readonly b: number}
  /** max(a, min(b, x)); NaN of NaN. */
  | {readonly op: "clamp"; readonly reads: readonly [Register]; readonly a: number; readonly b: number};

/** What a function does, in order: register `inputs + i` is made by operation i. */
export interface ElementwiseProgram {
  readonly inputs: number;
  readonly operations: readonly ElementwiseOperation[];
  /** Registers that are written out. */
  readonly outputs: readonly Register[];
}

/** Runs over n numbers, from the addresses of the inputs to those of the outputs. */
export type ProgramKernel = (n: number, inputs: readonly number[], outputs: readonly number[]) => void;

// value types and instructions of WebAssembly, by the names of its specification
const [I32, F32, V128] = [0x7f, 0x7d, 0x7b];
const SIMD = 0xfd;
const [LOAD, CONST, SPLAT] = [0, 0x0c, 0x13];
const [GT, AND, OR, BITSELECT] = [0x44, 0x4e, 0x50, 0x52];
const [ABS, SQRT, ADD, SUB, MUL, DIV, MIN, MAX] = [0xe0, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9];
const STORE = 0x0b;

/** A whole number in as few bytes as it needs (LEB128). */
function whole(n: number): readonly number[] {
  const list: number[] = [];
  let left = n;
  do {
    list.push((left & 127) | (left > 127 ? 128 : 0));
    left >>>= 7;
  } while (left > 0);
  return list;
}

const simd = (code: number): readonly number[] => [SIMD, ...whole(code)];
const get = (local: number): readonly number[] => [0x20, ...whole(local)];
const set = (local: number): readonly number[] => [0x21, ...whole(local)];
const vector = (lists: readonly (readonly number[])[]): readonly number[] => [...whole(lists.length), ...lists.flat()];
const sized = (bytes: readonly number[]): readonly number[] => [...whole(bytes.length), ...bytes];
const section = (id: number, bytes: readonly number[]): readonly number[] => [id, ...sized(bytes)];
const text = (name: string): readonly number[] => sized(Array.from(name, (c) => c.charCodeAt(0)));
/** Four numbers that are known beforehand, by their bits. */
const fixed = (bits: number): readonly number[] => [
  ...simd(CONST),
  ...Array.from({length: 16}, (_, i) => (bits >>> (8 * (i % 4))) & 255)
];

const ARITHMETIC = {add: ADD, sub: SUB, mul: MUL, div: DIV} as const;
const [SIGN_BIT, ONE] = [0x80000000, 0x3f800000];

/** The numbers that an operation brings along: they are parameters of the kernel, so that others need no new one. */
const constantsOf = (operation: ElementwiseOperation): readonly number[] =>
  operation.op === "affine" || operation.op === "clamp" ? [operation.a, operation.b] : [];

/** The instructions that leave an operation's result on the stack. */
function instructions(
  operation: ElementwiseOperation,
  at: (register: Register) => readonly number[],
  constant: (which: 0 | 1) => readonly number[]
): readonly number[] {
  const [x, y] = operation.reads.map(at) as [readonly number[], readonly number[]];
  switch (operation.op) {
    case "sqrt":
      return [...x, ...simd(SQRT)];
    case "abs":
      return [...x, ...simd(ABS)];
    case "sign": {
      // ±1 where |x| > 0, and x itself, which is ±0 or NaN, elsewhere
      const one = [...x, ...fixed(SIGN_BIT), ...simd(AND), ...fixed(ONE), ...simd(OR)];
      return [...one, ...x, ...x, ...simd(ABS), ...fixed(0), ...simd(GT), ...simd(BITSELECT)];
    }
    case "affine":
      return [...constant(0), ...x, ...simd(MUL), ...constant(1), ...simd(ADD)];
    case "clamp":
      return [...constant(0), ...constant(1), ...x, ...simd(MIN), ...simd(MAX)];
    case "add":
    case "sub":
    case "mul":
    case "div":
      return [...x, ...y, ...simd(ARITHMETIC[operation.op])];
  }
}

/** The module: one function of (bytes, addresses of inputs, addresses of outputs, constants). */
function moduleOf(
  {inputs, operations, outputs}: ElementwiseProgram,
  limits: readonly number[]
): Uint8Array<ArrayBuffer> {
  const constants = operations.flatMap(constantsOf).length;
  const pointers = inputs + outputs.length;
  const parameters = [I32, ...Array.from({length: pointers}, () => I32), ...Array.from({length: constants}, () => F32)];
  // after the parameters: how far the loop is, then registers, then the constants in four lanes each
  const offset = parameters.length;
  const register = (r: Register): number => offset + 1 + r;
  const lanes = (c: number): number => register(inputs + operations.length) + c;
  const before = operations.map((_, i) => operations.slice(0, i).flatMap(constantsOf).length);
  const address = (pointer: number): readonly number[] => [...get(1 + pointer), ...get(offset), 0x6a]; // i32.add
  const splats = Array.from({length: constants}, (_, c) => [
    ...get(1 + pointers + c),
    ...simd(SPLAT),
    ...set(lanes(c))
  ]);
  const loads = Array.from({length: inputs}, (_, r) => [...address(r), ...simd(LOAD), 4, 0, ...set(register(r))]);
  const steps = operations.map((operation, i) => [
    ...instructions(
      operation,
      (r) => get(register(r)),
      (which) => get(lanes(before[i]! + which))
    ),
    ...set(register(inputs + i))
  ]);
  const stores = outputs.map((r, i) => [...address(inputs + i), ...get(register(r)), ...simd(STORE), 4, 0]);
  const body = [
    ...splats.flat(),
    ...[0x02, 0x40, 0x03, 0x40], // block, loop
    ...[...get(offset), ...get(0), 0x4f, 0x0d, 1], // leave where offset ≥ bytes
    ...[...loads, ...steps, ...stores].flat(),
    ...[...get(offset), 0x41, 16, 0x6a, ...set(offset)], // offset += 16
    ...[0x0c, 0, 0x0b, 0x0b, 0x0b] // again; end of loop, block and function
  ];
  const vectors = inputs + operations.length + constants;
  const locals = vector([
    [1, I32],
    [...whole(vectors), V128]
  ]);
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector([[0x60, ...vector(parameters.map((type) => [type])), 0]])),
    ...section(2, vector([[...text("env"), ...text("memory"), 2, ...limits]])),
    ...section(3, vector([[0]])),
    ...section(7, vector([[...text("run"), 0, 0]])),
    ...section(10, vector([sized([...locals, ...body])]))
  ]);
}

/** Programs that differ in nothing but their constants have one module. */
const shapeOf = ({inputs, operations, outputs}: ElementwiseProgram): string =>
  `${inputs}:${operations.map(({op, reads}) => `${op} ${reads.join(",")}`).join(";")}:${outputs.join(",")}`;

type Run = (...numbers: readonly number[]) => void;

/**
 * The kernels of one memory. Each is compiled when it is first asked for, and kept, as the engine's own are. A memory that
 * threads share has at most so many pages, which a module has to say; of another, nothing.
 */
export function elementwiseKernels(
  memory: object,
  sharedPages?: number
): (program: ElementwiseProgram) => ProgramKernel {
  const known = new Map<string, Run>();
  const limits = sharedPages === undefined ? [0, 0] : [3, 0, ...whole(sharedPages)];
  return (program) => {
    const shape = shapeOf(program);
    const compiled = known.get(shape);
    const instance = (): WebAssembly.Instance =>
      new WebAssembly.Instance(new WebAssembly.Module(moduleOf(program, limits)), {
        env: {memory: memory as WebAssembly.Memory}
      });
    const run = compiled ?? (instance().exports.run as unknown as Run);
    known.set(shape, run);
    const constants = program.operations.flatMap(constantsOf);
    return (n, inputs, outputs) => run(((n + 3) >> 2) << 4, ...inputs, ...outputs, ...constants);
  };
}
