import {key} from "llm-first-principles";
import * as t from "llm-first-principles/tensor";
import {
  transformer,
  llama,
  gpt2,
  type TransformerConfig,
  type TransformerParams
} from "llm-first-principles/transformer";
const go = (name: string, c: TransformerConfig, B: number, T: number) => {
  const m = transformer(c);
  const params = m.init(key(1));
  const ids = t.tensor(
    Int32Array.from({length: B * T}, (_, i) => (i * 7) % c.vocabSize),
    {shape: [B, T]}
  );
  const {bytes: fwd} = t.peakMemory(() => t.region(() => m.apply(params, ids))) as never;
  const r = t.peakMemory(() =>
    t.valueAndGrad((p: TransformerParams) => t.crossEntropy(m.apply(p, ids), ids))(params)
  ) as never as {bytes: number};
  const n = t.leaves(params).reduce((s, [, x]) => s + (x as any).data.length, 0);
  console.log(name, B, T, "params", n, "fwd", fwd, "train", r.bytes ?? r);
};
const s = {vocabSize: 65, layers: 2, width: 64, heads: 4, context: 128};
go("llama", llama(s), 8, 64);
go("llama", llama(s), 16, 64);
go("llama", llama(s), 8, 128);
go("llama4", llama({...s, layers: 4}), 8, 64);
go("gpt2", gpt2(s), 8, 64);
go("gpt2 4", gpt2({...s, layers: 4}), 8, 64);
go("llama w128", llama({...s, width: 128}), 8, 64);
go("llama kv1", llama({...s, kvHeads: 1}), 8, 64);
