import {describe, expect, it} from "vitest";
import {hash, key, temperature, timeline} from "../../../lib/index.js";
import {recurrent, sampleFrom, type RecurrentConfig} from "../../../lib/stages/03-neural-lm/index.js";
import {integer} from "../../../lib/core/random/integer.js";
import {segments} from "../../../lib/stages/03-neural-lm/segments.js";
import * as t from "../../../lib/tensor.js";

const corpus = "A whale is a fish; no, a whale is no fish, says one who has seen a whale. ".repeat(12);
const small: RecurrentConfig = {corpus, width: 6, hidden: 16, seqLen: 12, batchSize: 6, scored: 80, learningRate: 0.01};
const cells = ["elman", "gru", "lstm"] as const;

describe("segments of a text", () => {
  const ids = Int32Array.from({length: 50}, (_, i) => 100 + i);
  const at = segments({}, ids, {batch: 3, seqLen: 5}); // 16 tokens a stream, in 4 segments of 4

  it("go on where those of the step before stopped, and begin again after the last", () => {
    expect(t.toNested(at(1).targets)).toEqual([0, 16, 32].map((row) => [4, 5, 6, 7].map((i) => 100 + row + i)));
    expect(t.toNested(at(1).inputs)).toEqual([0, 16, 32].map((row) => [3, 4, 5, 6].map((i) => 100 + row + i)));
    expect(t.toNested(at(0).inputs)).toEqual([
      [0, 100, 101, 102],
      [115, 116, 117, 118],
      [131, 132, 133, 134]
    ]);
    expect(hash(at(5))).toBe(hash(at(1)));
    expect(hash(at(4))).toBe(hash(at(0)));
  });

  it("have each token once in a pass, but for fewer than there are streams, and are no longer than they may be", () => {
    for (const [length, batch, seqLen] of [
      [50, 3, 5],
      [97, 4, 7],
      [12, 12, 3],
      [31, 1, 10]
    ] as const) {
      const text = Int32Array.from({length}, (_, i) => i);
      const streams = segments({}, text, {batch, seqLen});
      const count = Math.ceil(Math.floor(length / batch) / seqLen);
      const pass = Array.from({length: count}, (_, step) => streams(step).targets);
      expect(pass.every(({shape}) => shape[1]! <= seqLen && shape[1]! >= 1)).toBe(true);
      const seen = pass.flatMap(({data}) => Array.from(data)).sort((a, b) => a - b);
      expect(seen).toEqual(Array.from({length: length - (length % batch)}, (_, i) => i));
    }
  });

  it("forget at the start of a stream and of a document, which begins with the begin", () => {
    expect(Array.from(at(0).keep.data)).toEqual([0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1]);
    expect(new Set(at(1).keep.data)).toEqual(new Set([1]));
    const text = Int32Array.from([7, 8, 1, 9, 1, 8, 8, 1]); // 1 ends a document, 2 begins one
    const lines = segments({documents: {begin: 2, end: 1}}, text, {batch: 1, seqLen: 8})(0);
    expect(Array.from(lines.inputs.data)).toEqual([2, 7, 8, 2, 9, 2, 8, 8]);
    expect(Array.from(lines.keep.data)).toEqual([0, 1, 1, 0, 1, 0, 1, 1]);
  });
});

describe.each(cells)("a model of %s cells", (cell) => {
  const config: RecurrentConfig = {...small, cell};
  const path = timeline(recurrent, config);
  const opened = recurrent(config);

  it("starts near ln V, and learns", () => {
    const first = path.at(0).metrics;
    expect(Math.abs(first.batchLoss - Math.log(opened.tokenizer.vocabulary.tokens.length))).toBeLessThan(0.1);
    expect(path.at(80).metrics.validationBitsPerCharacter).toBeLessThan(first.validationBitsPerCharacter - 1.5);
  });

  it("has the gradients that differences have", () => {
    const tiny = recurrent({...config, width: 2, hidden: 3});
    const params = t.mapTree((x) => t.cast(x as t.Tensor, "float64"), tiny.model().params) as ReturnType<
      typeof tiny.model
    >["params"];
    const contexts = t.tensor([Array.from(tiny.train.slice(0, 5)), Array.from(tiny.train.slice(7, 12))], "int32");
    const next = t.tensor([tiny.train[5]!, tiny.train[12]!], "int32");
    const loss = (p: typeof params): t.Tensor => t.crossEntropy(tiny.logits(p, contexts), next);
    expect(t.checkGrad(loss, params)).toMatchObject({passed: true});
  });

  it("makes each of its states again to the bit, beyond the end of its streams too", () => {
    const [ten, twenty] = [path.at(10).state, path.at(20).state]; // a pass has 10 or 11 steps
    expect(hash(timeline(recurrent, config).at(20).state)).toBe(hash(twenty));
    let state = t.loadCheckpoint(t.saveCheckpoint(ten)) as typeof ten;
    for (let step = 10; step < 20; step++) state = opened.step(state, opened.data(step));
    expect(hash(state)).toBe(hash(twenty));
    expect(hash(path.fork(10, {}).at(20).state)).toBe(hash(twenty));
    expect(hash(path.fork(10, {learningRate: 0.02}).at(20).state)).not.toBe(hash(twenty));
  });

  it("predicts after a text what it predicts along it, asked in whatever order", () => {
    const {params} = path.at(20).state;
    const ids = opened.train.subarray(0, 9);
    const predict = opened.predict(params);
    const late = predict(ids);
    const early = predict(ids.subarray(0, 4));
    expect(predict(ids)).toEqual(late);
    const growing = opened.predict(params);
    const all = Array.from({length: 10}, (_, n) => growing(ids.subarray(0, n)));
    expect([all[4], all[9]]).toEqual([early, late]);
    const whole = opened.logits(params, t.tensor([[0, ...ids]], "int32"));
    late.forEach((x, i) => expect(x).toBeCloseTo(whole.data[i]!, 5));
  });

  it("judges a text in pieces as at once", () => {
    const {params} = path.at(20).state;
    const part = opened.parts.train(10, 600, 10);
    const {totalNats} = opened.informationOf(params, part);
    const predict = opened.predict(params);
    let nats = 0;
    for (let i = part.from; i < part.ids.length; i++) {
      const logits = predict(part.ids.subarray(0, i));
      nats += Math.log(logits.reduce((sum, x) => sum + Math.exp(x), 0)) - logits[part.ids[i]!]!;
    }
    expect(totalNats / nats).toBeCloseTo(1, 5);
  });
});

describe("what is carried over a border", () => {
  // three letters drawn from four, and the same three again: half of the letters can be known, two segments later at times
  const copies = Array.from({length: 600}, (_, i) => {
    const drawn = [0, 1, 2].map((j) => "abcd"[integer(key(5), 4, 3 * i + j)]).join("");
    return `${drawn}${drawn}`;
  }).join("");
  const config: RecurrentConfig = {
    corpus: copies,
    cell: "gru",
    width: 4,
    hidden: 32,
    seqLen: 5,
    batchSize: 16,
    learningRate: 0.01
  };

  it("is of use beyond it", () => {
    const opened = recurrent(config);
    const trained = timeline(recurrent, config).at(400);
    const rest = opened.model().carried;
    let [carried, reset] = [0, 0];
    let state = trained.state;
    for (let step = 400; step < 420; step++) {
      const batch = opened.data(step);
      carried += opened.metrics(state, batch).batchLoss / 20;
      reset += opened.metrics({...state, carried: rest}, batch).batchLoss / 20;
      state = opened.step(state, batch);
    }
    expect(carried).toBeLessThan(reset - 0.1);
    expect(carried).toBeLessThan(Math.log(4) * 0.75); // half of the letters cost ln 4, and the rest nearly nothing
  });
});

it("reads documents, and writes new ones", () => {
  const names = ["anna", "hanna", "nan", "dana", "ada", "dan", "hana", "adan", "nada", "danna"].join("\n");
  const config: RecurrentConfig = {...small, corpus: names, documents: true, batchSize: 2, validation: 0.2};
  const opened = recurrent(config);
  const {params} = timeline(recurrent, config).at(100).state;
  const write = (seed: number): string => sampleFrom(opened, params, {key: key(seed), rule: temperature(0.7)});
  const written = [1, 2, 3, 4, 5].map(write);
  expect([1, 2, 3, 4, 5].map(write)).toEqual(written);
  for (const name of written) expect(name).toMatch(/^[adhn]{1,12}$/);
  // a document is judged by itself, whatever stood before it
  const two = opened.informationOf(params, opened.parts.held());
  const ends = opened.held.indexOf(opened.documents!.end) + 1;
  const nats = [opened.parts.held(0, ends), opened.parts.held(ends)].map(
    (p) => opened.informationOf(params, p).totalNats
  );
  expect(nats[0]! + nats[1]!).toBeCloseTo(two.totalNats, 4);
});

it.each([
  ["a misspelled setting", {seqLn: 3}, /did you mean seqLen/],
  ["a cell that is none", {cell: "GRU"}, /did you mean gru/],
  ["a segment of nothing", {seqLen: 0}, /seqLen: must be a whole number at least 1/],
  ["a text with fewer tokens than streams", {corpus: "abcdef"}, /one token for each row/]
])("refuses %s", (_, wrong, message) => expect(() => recurrent({...small, ...wrong} as never)).toThrow(message));
