import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {key} from "../../lib/core/random/key.js";
import {isTensor, sizeOf, type Tensor} from "../../lib/core/tensorData.js";
import {leaves, mapTree} from "../../lib/core/tree.js";
import * as t from "../../lib/tensor.js";
import {
  FEED_FORWARDS,
  gpt2,
  llama,
  mistral,
  mixtral,
  original,
  POSITIONS,
  transformer,
  type TransformerConfig,
  type TransformerParams
} from "../../lib/transformer.js";

const sizes = {vocabSize: 7, layers: 2, width: 8, heads: 4, context: 12} as const;
const idsOf = (list: readonly (readonly number[])[]): Tensor => t.tensor(list, {dtype: "int32"});
const numbers = (x: Tensor): readonly number[] => Array.from(x.data);
const wide = (params: TransformerParams): TransformerParams =>
  mapTree((leaf) => t.cast(leaf as unknown as Tensor, "float64"), params) as unknown as TransformerParams;
const ids = fc.array(fc.nat(6), {minLength: 2, maxLength: 12});

const forms: readonly (readonly [string, TransformerConfig])[] = [
  ["GPT-2", gpt2(sizes)],
  ["Llama with shared keys", llama({...sizes, kvHeads: 2})],
  ["Mistral with a window", mistral({...sizes, window: 3})],
  ["Mixtral", mixtral({...sizes, experts: 3})],
  ["the first transformer", original(sizes)],
  [
    "ALiBi, norms of queries, soft caps",
    {...sizes, positions: "alibi", qkNorm: true, attentionSoftcap: 5, logitSoftcap: 3}
  ],
  ["attention alone", {...sizes, positions: "none", feedForward: "none"}]
];

describe("a transformer", () => {
  it.each(forms)("%s does not know what comes after a position, in bits", (_, config) => {
    const model = transformer(config);
    const params = model.init(key(1));
    fc.assert(
      fc.property(ids, fc.nat(), fc.nat(6), (list, place, other) => {
        const at = 1 + (place % (list.length - 1));
        const changed = list.map((id, i) => (i < at ? id : (id + other) % 7));
        const [a, b] = [list, changed].map((each) => numbers(model.apply(params, idsOf([each]))));
        expect(b!.slice(0, at * 7)).toEqual(a!.slice(0, at * 7));
      }),
      {numRuns: 20}
    );
  });

  it.each(forms)("%s gives the same by way of its patterns", (_, config) => {
    const model = transformer(config);
    const params = wide(model.init(key(2)));
    const input = idsOf([
      [1, 2, 3, 4, 5, 6, 0, 1],
      [3, 3, 3, 1, 2, 0, 6, 5]
    ]);
    const [fused, composed] = [false, true].map((patterns) => numbers(model.apply(params, input, {patterns})));
    composed!.forEach((x, i) => expect(x).toBeCloseTo(fused![i]!, 12));
  });

  it.each(forms)("%s has gradients that differences confirm", (_, config) => {
    const smooth = config.feedForward === "relu" ? "silu" : config.feedForward; // differences stumble over kinks
    const form = smooth === undefined ? config : {...config, feedForward: smooth};
    const model = transformer({...form, layers: 1, width: 4, heads: 2, kvHeads: 1, deviation: 0.5});
    const params = wide(model.init(key(3)));
    const [input, targets] = [idsOf([[1, 2, 3, 4]]), idsOf([[2, 3, 4, 5]])];
    const report = t.checkGrad((p: TransformerParams) => t.crossEntropy(model.apply(p, input), targets), params);
    expect(report.passed, JSON.stringify(report)).toBe(true);
  });

  it.each(FEED_FORWARDS.flatMap((feedForward) => POSITIONS.map((positions) => [feedForward, positions] as const)))(
    "runs with %s and %s",
    (feedForward, positions) => {
      const model = transformer({...sizes, feedForward, positions});
      const {shape, data} = model.apply(model.init(key(1)), idsOf([[0, 6, 3]]));
      expect(shape).toEqual([1, 3, 7]);
      expect(Array.from(data).every(Number.isFinite)).toBe(true);
    }
  );

  it("gives permuted answers to permuted tokens, where it neither knows positions nor hides any", () => {
    const model = transformer({...sizes, positions: "none", causal: false});
    const params = wide(model.init(key(1)));
    const row = (list: readonly number[], i: number) =>
      numbers(model.apply(params, idsOf([list]))).slice(7 * i, 7 * i + 7);
    const [list, order] = [
      [1, 5, 2, 2, 6],
      [3, 0, 4, 1, 2]
    ];
    const permuted = order!.map((i) => list![i]!);
    order!.forEach((from, to) => row(permuted, to).forEach((x, k) => expect(x).toBeCloseTo(row(list!, from)[k]!, 12)));
  });

  it("with shared keys and values equals one in which each head has a copy of them", () => {
    const shared = transformer({...sizes, kvHeads: 2});
    const params = wide(shared.init(key(1)));
    const repeated = (weight: Tensor): Tensor =>
      t.reshape(
        t.concat(
          [0, 0, 1, 1].map((head) => t.slice(weight, null, [2 * head, 2 * head + 2])),
          -1
        ),
        [8, 8]
      );
    const copied = {
      ...params,
      layers: params.layers.map((layer) => ({
        ...layer,
        attention: {
          ...layer.attention,
          key: {weight: repeated(layer.attention.key.weight)},
          value: {weight: repeated(layer.attention.value.weight)}
        }
      }))
    };
    const input = idsOf([[1, 2, 3, 4, 5, 6]]);
    const [a, b] = [shared.apply(params, input), transformer(sizes).apply(copied, input)];
    numbers(b).forEach((x, i) => expect(x).toBeCloseTo(numbers(a)[i]!, 12));
  });

  it("with one expert equals a dense one", () => {
    const sparse = transformer({...sizes, experts: 1});
    const params = wide(sparse.init(key(1)));
    const matrix = (x: Tensor) => ({weight: t.reshape(x, x.shape.slice(1))});
    const dense = {
      ...params,
      layers: params.layers.map(({experts, ...layer}) => ({
        ...layer,
        feedForward: {gate: matrix(experts!.gate), up: matrix(experts!.up), down: matrix(experts!.down)}
      }))
    };
    const input = idsOf([[1, 2, 3, 4, 5, 6]]);
    const [a, b] = [sparse.forward(params, input), transformer(sizes).apply(dense, input)];
    numbers(b).forEach((x, i) => expect(x).toBeCloseTo(numbers(a.logits)[i]!, 12));
    expect(t.item(a.balance!)).toBeCloseTo(1, 12);
  });

  it("with rotary positions depends on distances alone: a cache that begins later gives the same", () => {
    const model = transformer({...sizes, context: 40});
    const params = wide(model.init(key(1)));
    const input = idsOf([[1, 2, 3, 4]]);
    const layer = (from: number) =>
      model.run(params, input, [from], ({query, key: keys, value}) => {
        const angles = t.ropeAngles(
          [0, 1, 2, 3].map((i) => i + from),
          t.ropeFrequencies(2)
        );
        const turned = [query, keys].map((x) => t.rope(x, angles, {axis: 1}));
        return t.attention(turned[0]!, turned[1]!, value, {causal: true, headAxis: 2});
      }).logits;
    const [here, there] = [numbers(layer(0)), numbers(layer(30))];
    there.forEach((x, i) => expect(x).toBeCloseTo(here[i]!, 12));
    numbers(model.apply(params, input)).forEach((x, i) => expect(x).toBeCloseTo(here[i]!, 12));
  });

  it("names what it computes, and lets one change it", () => {
    const model = transformer(sizes);
    const params = model.init(key(1));
    const input = idsOf([[1, 2, 3]]);
    const {activations} = t.trace((p: TransformerParams) => model.apply(p, input, {patterns: true}))(params);
    expect(Object.keys(activations).filter((name) => !name.startsWith("layers.1"))).toEqual([
      "embedding",
      "layers.0.attention.query",
      "layers.0.attention.key",
      "layers.0.attention.value",
      "layers.0.attention.pattern",
      "layers.0.attention.heads",
      "layers.0.attention.output",
      "layers.0.feedForward.hidden",
      "layers.0.feedForward.output",
      "layers.0.residual",
      "logits"
    ]);
    expect(activations["layers.1.attention.pattern"]!.shape).toEqual([1, 4, 3, 3]);
    const ablated = model.apply(params, input, {
      edit: (name, x) => (/attention\.output|feedForward\.output/.test(name) ? t.zerosLike(x) : x)
    });
    const lens = model.unembed(params, activations["embedding"]!);
    expect(numbers(ablated)).toEqual(numbers(lens)); // nothing was added to the stream
  });

  it("drops in training alone, and by its key", () => {
    const model = transformer({...sizes, dropout: 0.5});
    const params = model.init(key(1));
    const input = idsOf([[1, 2, 3]]);
    const [a, b, c, judged, plain] = [
      model.apply(params, input, {key: key(1)}),
      model.apply(params, input, {key: key(1)}),
      model.apply(params, input, {key: key(2)}),
      model.apply(params, input),
      transformer(sizes).apply(params, input)
    ].map(numbers);
    expect(a).toEqual(b);
    expect(a).not.toEqual(c);
    expect(judged).toEqual(plain);
  });

  it("starts near ln V, however deep", () => {
    for (const layers of [1, 4, 16]) {
      const model = transformer({...sizes, vocabSize: 50, width: 32, layers});
      const input = idsOf([Array.from({length: 12}, (_, i) => (i * 17) % 50)]);
      const loss = t.item(t.crossEntropy(model.apply(model.init(key(1)), input), input));
      expect(Math.abs(loss - Math.log(50))).toBeLessThan(0.2);
    }
  });

  it("has as many parameters as its form says", () => {
    const count = (config: TransformerConfig): number =>
      leaves(transformer(config).init(key(1))).reduce((sum, [, x]) => sum + (isTensor(x) ? sizeOf(x.shape) : 0), 0);
    const block = 4 * 8 * 8 + 3 * 8 * 24 + 2 * 8;
    expect(count(sizes)).toBe(2 * 7 * 8 + 2 * block + 8);
    expect(count(gpt2(sizes))).toBe(7 * 8 + 12 * 8 + 2 * (4 * 8 * 9 + 8 * 32 + 32 + 32 * 8 + 8 + 4 * 8) + 16);
  });

  it.each<readonly [string, Partial<TransformerConfig>, string]>([
    ["heads that do not divide", {heads: 3}, "heads divides width"],
    ["shared heads that do not divide", {kvHeads: 3}, "kvHeads divides heads"],
    ["odd heads that are to be turned", {headDim: 3}, "headDim is even"],
    ["a position that there is not", {positions: "absolute" as never}, "positions"],
    ["a name that there is not", {depth: 3} as never, "depth"],
    ["a vocabulary of nothing", {vocabSize: 0}, "vocabSize"],
    ["experts that are not gated", {experts: 2, feedForward: "relu"}, "swiglu"],
    ["more experts for a token than there are", {experts: 2, expertsPerToken: 3}, "expertsPerToken"]
  ])("refuses %s", (_, change, message) => {
    expect(() => transformer({...sizes, ...change})).toThrow(ConfigError);
    expect(() => transformer({...sizes, ...change})).toThrow(message);
  });

  it("refuses more tokens than it has positions, and ids of another form", () => {
    const model = transformer(sizes);
    const params = model.init(key(1));
    expect(() => model.apply(params, t.zeros([1, 13], "int32"))).toThrow("positions");
    expect(() => model.apply(params, t.zeros([3], "int32"))).toThrow("[batch, seqLen]");
    expect(() => model.apply(params, t.zeros([1, 3]))).toThrow("int32");
  });
});
