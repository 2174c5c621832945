import type {Tensors} from "../../../components/tensors.js";

/** A fingerprint (FNV-1a) of the bits of float32 results that go through most kernels: equal on every machine. */
export function fingerprint(t: Tensors): string {
  const draw = (seed: number, ...shape: readonly number[]) => t.randomNormal(t.key(seed), shape);
  const [x, w, b] = [draw(1, 37, 65), draw(2, 65, 51), draw(3, 51)];
  const loss = ({w, b}: {readonly w: typeof x; readonly b: typeof x}) =>
    t.mean(t.logSumExp(t.layerNorm(t.gelu(t.tanh(t.linear(x, w, b))), t.exp(b), t.sin(b)), {axes: -1}));
  const {value, grads} = t.valueAndGrad(loss)({w, b});
  let hash = 0x811c9dc5;
  for (const {data} of [value, grads.w, grads.b])
    for (const bits of new Uint32Array(Float32Array.from(data).buffer)) hash = Math.imul(hash ^ bits, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
