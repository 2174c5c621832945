/** The ladder from a plain loop to the library's product: each rung changes one thing about the one before. */
import {loadEngine} from "/lib/tensor.js";
import {bytes} from "./bytes.js";
import {byColumns, byRows, byRowsSingle} from "./loops.js";

/** From the bottom to the top. */
export const rungs = ["ijk", "ikj", "single", "rows", "oneSum", "eightSums", "blocks", "packed", "library"] as const;
export type Rung = (typeof rungs)[number];

/** One product in a rung's way, and the C that the last call left. */
interface Product {
  readonly call: () => void;
  readonly result: () => Float32Array | Float64Array;
}

type Kernel = (m: number, n: number, a: number, b: number, c: number, work: number) => void;
type Kernels = Readonly<Record<"rows" | "oneSum" | "eightSums" | "blocks" | "packed", Kernel>>;

const PAGE = 65_536;
const WORK = 4 * 256 * 512; // bytes of one packed block of B

/** Fills a matrix with numbers of a few bits: the same in both precisions. */
function fill<T extends Float32Array | Float64Array>(array: T): T {
  for (let i = 0; i < array.length; i++) array[i] = ((i * 37) % 101) / 64 - 0.75;
  return array;
}

/** The page's own module, with room for the three matrices behind what it keeps for itself. */
function open(m: number, n: number) {
  const [thin, square] = [4 * m * n, 4 * n * n];
  const pages = 1 + Math.ceil((2 * thin + square + WORK) / PAGE);
  const memory = new WebAssembly.Memory({initial: pages, maximum: PAGE});
  const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0)));
  const {exports} = new WebAssembly.Instance(module, {env: {memory, abort: () => undefined}});
  const at = [PAGE, PAGE + thin, PAGE + thin + square, PAGE + 2 * thin + square] as const;
  const view = (address: number, length: number): Float32Array => new Float32Array(memory.buffer, address, length);
  return {kernels: exports as unknown as Kernels, at, view}; // tools/kernels.ts made the module of these names
}

/** All rungs for m rows times n by n, multiples of 8, with one pair of operands in each precision. */
export async function ladder(m: number, n: number): Promise<Readonly<Record<Rung, Product>>> {
  const [a, b, c] = [fill(new Float64Array(m * n)), fill(new Float64Array(n * n)), new Float64Array(m * n)];
  const {kernels, at, view} = open(m, n);
  const [left, right, out, work] = at;
  const [a32, b32, c32] = [fill(view(left, m * n)), fill(view(right, n * n)), view(out, m * n)];
  const engine = await loadEngine();
  const [inA, inB, inC] = [engine.alloc(4 * m * n), engine.alloc(4 * n * n), engine.alloc(4 * m * n)];
  fill(new Float32Array(engine.memory.buffer, inA, m * n));
  fill(new Float32Array(engine.memory.buffer, inB, n * n));
  const plain = (call: () => void): Product => ({call, result: () => c.slice()});
  const single = (call: () => void): Product => ({call, result: () => c32.slice()});
  const own = (name: keyof Kernels): Product => single(() => kernels[name](m, n, left, right, out, work));
  return {
    ijk: plain(() => byColumns(n, a, b, c, m)),
    ikj: plain(() => byRows(n, a, b, c, m)),
    single: single(() => byRowsSingle(n, a32, b32, c32, m)),
    rows: own("rows"),
    oneSum: own("oneSum"),
    eightSums: own("eightSums"),
    blocks: own("blocks"),
    packed: own("packed"),
    library: {
      call: () => engine.kernels.matmul(0, 1, m, n, n, inA, 0, inB, 0, inC),
      result: () => new Float32Array(engine.memory.buffer, inC, m * n).slice()
    }
  };
}
