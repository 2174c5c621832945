import {openKernels} from "../lib/kernels/wasm.js";
import {jax} from "./peers/jax.js";
import {tfjs} from "./peers/tfjs.js";
import {numbers, type Call, type Workloads} from "./peers/workloads.js";
import type {Measure} from "./suite.js";

/** Our kernels at the same workloads as the peers, in a memory of their own. */
function engine(): Workloads & {readonly limit: (operations: number) => Call} {
  const {kernels, memory, alloc, peakChain} = openKernels();
  const filled = (n: number, low?: number, high?: number): number => {
    const at = alloc(4 * n);
    new Float32Array(memory.buffer, at, n).set(numbers(n, low, high));
    return at;
  };
  const integers = (list: readonly number[]): number => {
    const at = alloc(4 * list.length);
    new Int32Array(memory.buffer, at, list.length).set(list);
    return at;
  };
  return {
    name: "ours",
    matmul: (flags, m, n, k) => {
      const [a, b, c] = [filled(m * k), filled(k * n), filled(m * n)];
      return () => kernels.matmul(flags, 1, m, n, k, a, 0, b, 0, c);
    },
    softmax: (rows, n) => {
      const [x, y] = [filled(rows * n), filled(rows * n)];
      return () => kernels.softmax(rows, n, x, y);
    },
    layerNorm: (rows, n) => {
      const [x, w, b, y, stats] = [filled(rows * n), filled(n), filled(n), filled(rows * n), filled(2 * rows)];
      return () => kernels.layerNorm(rows, n, 1e-5, x, w, b, y, stats);
    },
    gelu: (rows, n) => {
      const [x, y] = [filled(rows * n), filled(rows * n)];
      return () => kernels.geluTanh(rows * n, x, y);
    },
    attention: (batch, heads, length, dim) => {
      const size = batch * heads * length * dim;
      const [q, k, v, o, d, dq, dk, dv] = Array.from({length: 8}, () => filled(size)) as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number
      ];
      const lse = filled(batch * heads * length);
      const strides = [length * heads * dim, dim, heads * dim];
      const layout = integers([...strides, ...strides, ...strides]);
      const scale = 1 / Math.sqrt(dim);
      return () => {
        kernels.attention(batch, heads, heads, length, length, dim, 1, 0, scale, layout, q, k, v, o, lse);
        kernels.attentionGrad(
          batch,
          heads,
          heads,
          length,
          length,
          dim,
          1,
          0,
          scale,
          layout,
          q,
          k,
          v,
          o,
          lse,
          d,
          dq,
          dk,
          dv
        );
      };
    },
    adamw: (n) => {
      const [p, m, v, g] = [filled(n), filled(n), filled(n, 0, 0.2), filled(n)];
      const [p1, m1, v1] = [filled(n), filled(n), filled(n)];
      return () => kernels.adamw(n, 1e-3, 0.9, 0.999, 1e-8, 0.01, 2, 3, p, m, v, g, p1, m1, v1);
    },
    limit: (operations) => () => peakChain(Math.ceil(operations / 96), 1, 0)
  };
}

const PLAIN = 0;
const LEFT = 1; // Aᵀ·B
const RIGHT = 2; // A·Bᵀ
const names = ["A·B", "Aᵀ·B", "A·Bᵀ", "Aᵀ·Bᵀ"];

/** [flags, m, k, n] */
type Product = readonly [number, number, number, number];
const cubes = (sizes: readonly number[], flags = PLAIN): readonly Product[] => sizes.map((n) => [flags, n, n, n]);
const besidePeers: readonly Product[] = [
  ...cubes([64, 128, 256, 512]),
  [PLAIN, 768, 128, 512],
  [RIGHT, 768, 128, 512],
  [LEFT, 128, 768, 512],
  ...cubes([65, 127, 511]),
  [PLAIN, 768, 128, 65],
  [PLAIN, 1, 512, 2048],
  [RIGHT, 1, 512, 2048]
];
const besideLimit: readonly Product[] = [
  ...besidePeers,
  ...cubes([64, 256, 512], LEFT),
  ...cubes([64, 256, 512], RIGHT),
  ...cubes([256], LEFT | RIGHT),
  [LEFT, 768, 128, 512],
  ...cubes([33, 63, 129, 257]),
  ...cubes([65, 257], LEFT),
  ...cubes([65, 257], RIGHT),
  [PLAIN, 512, 2048, 1],
  [PLAIN, 4, 512, 2048]
];

/** Every kernel that training leans on, beside two libraries, and products beside what the machine could do at best. */
export async function measures(): Promise<readonly Measure[]> {
  const ours = engine();
  const peers = [await jax(), await tfjs()];
  const products = (list: readonly Product[], peer: string, theirs: (product: Product) => Call): readonly Measure[] =>
    list.map((product): Measure => {
      const [flags, m, k, n] = product;
      return {
        suite: "kernels",
        workload: `matmul ${m}×${k}×${n} ${names[flags]!}`,
        unit: "GFLOP/s",
        per: (2 * m * n * k) / 1e9,
        ours: ours.matmul(flags, m, n, k),
        peer,
        theirs: theirs(product)
      };
    });
  const others: readonly (readonly [string, (of: Workloads) => Call])[] = [
    ["softmax 768×65", (of) => of.softmax(768, 65)],
    ["softmax 3072×64", (of) => of.softmax(3072, 64)],
    ["layerNorm 768×512", (of) => of.layerNorm(768, 512)],
    ["gelu 768×512", (of) => of.gelu(768, 512)],
    ["causal attention, forward and back", (of) => of.attention(12, 4, 64, 32)],
    ["AdamW 800,000", (of) => of.adamw(800_000)]
  ];
  return [
    ...products(besideLimit, "limit", ([, m, k, n]) => ours.limit(2 * m * n * k)),
    ...peers.flatMap((peer) => [
      ...products(besidePeers, peer.name, ([flags, m, k, n]) => peer.matmul(flags, m, n, k)),
      ...others.map(([workload, call]): Measure => ({
        suite: "kernels",
        workload,
        unit: "a call",
        ours: call(ours),
        peer: peer.name,
        theirs: call(peer)
      }))
    ])
  ];
}
