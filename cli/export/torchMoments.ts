import {toHuggingFaceWeights} from "llm-first-principles/interop";
import {writeSafetensors, type StoredTensor, type Tensor} from "llm-first-principles/tensor";
import type {TransformerParams} from "llm-first-principles/transformer";

/** What Adam and AdamW remember, in their paper’s letters. */
interface Moments {
  readonly t: number;
  readonly m: TransformerParams;
  readonly v: TransformerParams;
}

const isMoments = (part: unknown): part is Moments =>
  typeof part === "object" && part !== null && ["t", "m", "v"].every((name) => name in part);

/** What lies in a state, however deep in chains of parts. */
const partsOf = (state: unknown): readonly unknown[] => {
  if (Array.isArray(state)) return state.flatMap(partsOf);
  const memory: unknown = typeof state === "object" && state !== null ? Reflect.get(state, "memory") : undefined;
  return memory === undefined ? [state] : partsOf(memory);
};

/** The moments of a run’s optimizer; undefined for one that remembers something else, and before the first step. */
export function momentsOf(optimizer: unknown, name: string): Moments | undefined {
  if (name !== "adam" && name !== "adamw") return undefined;
  const found = partsOf(optimizer).find(isMoments);
  return found === undefined || found.t === 0 ? undefined : found;
}

/** Float32 as its bytes in a file. */
const stored = (x: Tensor): StoredTensor => ({
  dtype: "F32",
  shape: x.shape,
  bytes: new Uint8Array(Float32Array.from(x.data).buffer)
});

/**
 * A safetensors file with what `torch.optim.AdamW` calls `exp_avg` and `exp_avg_sq` of each parameter, under Hugging Face’s
 * names, and `step`. Means of gradients lie as the weights do: what is transposed there is transposed here.
 */
export function writeMoments(config: Parameters<typeof toHuggingFaceWeights>[0], {t, m, v}: Moments): Uint8Array {
  const named = (params: TransformerParams, part: string): readonly (readonly [string, StoredTensor])[] =>
    Object.entries(toHuggingFaceWeights(config, params)).map(([name, x]) => [`${name}.${part}`, stored(x)]);
  const step: StoredTensor = {dtype: "F32", shape: [], bytes: new Uint8Array(Float32Array.of(t).buffer)};
  return writeSafetensors({tensors: new Map([...named(m, "exp_avg"), ...named(v, "exp_avg_sq"), ["step", step]])});
}
