import {describe, expect, it, vi} from "vitest";
import {key} from "../../lib/core/random/key.js";
import {isTensor, sizeOf, type Tensor} from "../../lib/core/tensorData.js";
import {leaves, mapTree} from "../../lib/core/tree.js";
import {reference} from "../../lib/kernels/reference/reference.js";
import * as t from "../../lib/tensor.js";
import {
  chinchilla,
  computeOptimal,
  emptyCache,
  cachedTensors,
  estimate,
  expectedLoss,
  gpt2,
  llama,
  mistral,
  mixtral,
  original,
  readOn,
  transformer,
  type TransformerConfig,
  type TransformerParams
} from "../../lib/transformer.js";

const sizes = {vocabSize: 65, layers: 2, width: 64, heads: 4, context: 64} as const;
const forms: readonly (readonly [string, TransformerConfig])[] = [
  ["Llama", llama(sizes)],
  ["Llama, four layers, shared keys", llama({...sizes, layers: 4, kvHeads: 2})],
  ["GPT-2", gpt2(sizes)],
  ["Mistral", mistral({...sizes, window: 16})],
  ["the first transformer", original(sizes)],
  ["normed queries", {...sizes, qkNorm: true, positions: "none"}],
  ["attention alone", {...sizes, feedForward: "none"}]
];
const ids = (batch: number, seqLen: number): Tensor =>
  t.tensor(
    Int32Array.from({length: batch * seqLen}, (_, i) => (i * 7) % 65),
    {shape: [batch, seqLen]}
  );

describe("an estimate", () => {
  it.each([...forms, ["Mixtral", mixtral({...sizes, experts: 4})] as const])(
    "counts the parameters of %s",
    (_, config) => {
      const params = leaves(transformer(config).init(key(1)));
      const count = params.reduce((sum, [, x]) => sum + (isTensor(x) ? sizeOf(x.shape) : 0), 0);
      expect(estimate(config).parameters.total).toBe(count);
    }
  );

  it.each(forms)("is within a tenth of the memory that a training step of %s takes", (_, config) => {
    const model = transformer(config);
    const params = model.init(key(1));
    const optimizer = t.adamwInit(params);
    const batch = ids(8, 64);
    const loss = (p: TransformerParams): Tensor => t.crossEntropy(model.apply(p, batch), batch);
    const {bytes} = t.peakMemory(() =>
      t.region(() => {
        const {grads} = t.valueAndGrad(loss)(params);
        return t.adamw(params, grads, optimizer, {learningRate: 0.001});
      })
    );
    const {step} = estimate(config, {batch: 8, seqLen: 64}).bytes;
    expect(step / bytes).toBeGreaterThan(0.9);
    expect(step / bytes).toBeLessThan(1.1);
  });

  it.each([...forms.slice(0, 4), ["Mixtral", mixtral({...sizes, experts: 4})] as const])(
    "counts the operations of %s as its kernels do them",
    (_, config) => {
      const model = transformer(config);
      const params = mapTree((x) => t.cast(x as unknown as Tensor, "float64"), model.init(key(1)));
      let flops = 0;
      const matmul = vi.spyOn(reference, "matmul").mockImplementation((_flags, batch, m, n, k) => {
        flops += 2 * batch * m * n * k;
      });
      const linear = vi.spyOn(reference, "linear").mockImplementation((m, n, k) => {
        flops += 2 * m * n * k;
      });
      const attention = vi
        .spyOn(reference, "attention")
        .mockImplementation((batch, heads, _kv, queryLen, keyLen, dim, causal, window) => {
          for (let i = 0; i < queryLen; i++) {
            const end = causal === 1 ? i + keyLen - queryLen + 1 : keyLen;
            flops += 4 * batch * heads * dim * (end - (window > 0 ? Math.max(0, end - window) : 0));
          }
        });
      model.apply(params as unknown as TransformerParams, ids(2, 64));
      for (const spy of [matmul, linear, attention]) spy.mockRestore();
      expect(flops / (2 * 64) / estimate(config, {batch: 2}).flopsPerToken.forward).toBeCloseTo(1, 9);
    }
  );

  it("knows what a cache keeps", () => {
    const config = llama({...sizes, kvHeads: 2});
    const model = transformer(config);
    const [cache] = readOn(model, model.init(key(1)), ids(1, 64), [emptyCache]).caches;
    const numbers = cachedTensors(model, cache!).reduce(
      (sum, {key: k, value}) => sum + sizeOf(k.shape) + sizeOf(value.shape),
      0
    );
    expect(estimate(config).bytes.cache).toBe(4 * numbers);
  });

  it("of a mixture of experts has fewer active parameters than all", () => {
    const {total, active} = estimate(mixtral({...sizes, experts: 4, expertsPerToken: 1})).parameters;
    expect(active).toBe(total - 2 * 3 * 3 * 64 * 176);
  });
});

describe("a budget", () => {
  it("is best spent where neither more parameters nor more tokens would help", () => {
    for (const flops of [1e15, 1e18, 5.76e23]) {
      const {parameters, tokens, loss} = computeOptimal(flops);
      expect(6 * parameters * tokens).toBeCloseTo(flops, -Math.log10(flops) + 6);
      for (const factor of [0.9, 1.1])
        expect(expectedLoss(chinchilla, parameters * factor, tokens / factor)).toBeGreaterThan(loss);
    }
  });

  it("refuses what is no budget", () => expect(() => computeOptimal(0)).toThrow("above 0"));
});
