import {describe, expect, it} from "vitest";
import {categorical} from "../../../lib/index.js";
import {fold, key} from "../../../lib/core/random/key.js";
import {logSoftmax, type Tensor} from "../../../lib/tensor.js";
import {tensor} from "../../../lib/tensor/make.js";
import type {Transformer} from "../../../lib/transformer.js";
import {fromLeft, fromMask, fromSentinel, fromTrying} from "../../../src/stages/06-transformer/model/blanks.js";
import {oddsRatio, partLength, ruleOf, spanSizes} from "../../../src/stages/06-transformer/model/objectiveCounts.js";
import {
  exampleOf,
  heldLoss,
  modelFor,
  objectiveBatch,
  trainFor
} from "../../../src/stages/06-transformer/model/objectiveModels.js";
import {OBJECTIVES, ROWS, specialsOf, toldOf} from "../../../src/stages/06-transformer/model/objectiveSpec.js";
import {viewsOf, wordsOf} from "../../../src/stages/06-transformer/model/objectiveView.js";
import {writeOn} from "../../../src/stages/06-transformer/model/objectiveWriting.js";
import {rowsOf} from "../../../src/stages/06-transformer/model/packedNames.js";

const LETTERS = 6;
const ids = Array.from({length: 400}, (_, i) => (i * i + (i >> 2)) % LETTERS);
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

describe("examples", () => {
  it("are of the sizes that are counted", () => {
    const read = {causal: 63, prefix: 63, masked: 64, spans: 70};
    for (const name of OBJECTIVES) {
      const {inputs, targets} = exampleOf(name, LETTERS)(ids.slice(0, 64), key(1), 3);
      expect(inputs.length).toBe(read[name]);
      expect(targets.length).toBe(read[name]);
    }
    const {prefix, inputs, targets} = exampleOf("spans", LETTERS)(ids.slice(0, 64), key(1), 0);
    expect(prefix).toBe(spanSizes(64, 0.15, 3).inputs);
    expect(targets.filter((id) => id >= 0).length).toBe(spanSizes(64, 0.15, 3).targets);
    const {sentinels} = specialsOf(LETTERS);
    expect([targets[prefix - 1], inputs[prefix]]).toEqual([sentinels[0], sentinels[0]]);
    expect(targets.at(-1)).toBe(sentinels[spanSizes(64, 0.15, 3).spans]);
  });

  it("of one batch share their prefix, and not their masks", () => {
    const shared = objectiveBatch("prefix", ids, LETTERS, key(1))(5);
    const firsts = Array.from({length: ROWS}, (_, row) =>
      Array.from(shared.targets.data.slice(row * 63, (row + 1) * 63)).findIndex((id) => id >= 0)
    );
    expect(shared.prefix).toBeGreaterThan(0);
    expect(firsts).toEqual(firsts.map(() => shared.prefix - 1));
    const {mask} = specialsOf(LETTERS);
    const {inputs} = objectiveBatch("masked", ids, LETTERS, key(1))(5);
    const places = (row: number): string =>
      Array.from({length: 64}, (_, i) => (inputs.data[row * 64 + i] === mask ? "m" : ".")).join("");
    expect(places(0)).not.toBe(places(1));
  });

  it("of a sentence have as many words as the sentence, and say what was taken out", () => {
    const text = "the white whale came up from the deep and looked at the ship";
    expect(wordsOf(text).length).toBe(13);
    const [causal, , masked, spans] = viewsOf(text, {rate: 0.3, meanSpan: 2, draw: 0});
    expect(causal!.targets).toBe(12);
    for (const {say, kind, read} of masked!.places) {
      if (kind === "kept") expect(say).toBe(read);
      if (kind === "mask") expect(read).toBe("[mask]");
      if (kind === "plain") expect(say).toBeUndefined();
    }
    const {gone, spans: count} = spanSizes(13, 0.3, 2);
    expect(spans!.targets).toBe(gone + count + 1);
  });
});

describe("the chain rule", () => {
  it("gives a causal model every conditional: those of one blank are in the ratio of whole texts", () => {
    const model = modelFor("causal", LETTERS);
    const params = model.init(key(3));
    const text = ids.slice(0, 10);
    const asked = {model, params, letters: LETTERS};
    const tried = fromTrying(asked, text, 4);
    expect(sum(tried)).toBeCloseTo(1, 9);
    const logOf = (letter: number): number => {
      const whole = text.map((id, i) => (i === 4 ? letter : id));
      const {data} = logSoftmax(model.apply(params, tensor([whole], {dtype: "int32"})));
      return sum(whole.slice(1).map((id, i) => data[i * model.config.vocabSize + id]!));
    };
    expect(Math.log(tried[2]! / tried[5]!)).toBeCloseTo(logOf(2) - logOf(5), 4);
    const atEnd = fromTrying(asked, text, 9); // nothing stands behind it
    fromLeft(asked, text, 9).forEach((p, letter) => expect(atEnd[letter]).toBeCloseTo(p, 5));
  });
});

describe("models of four objectives", () => {
  it("learn their tasks, write letters, and can be asked for blanks", () => {
    for (const name of OBJECTIVES) {
      let first: number | undefined;
      const course: {step: number; said: number; loss: number}[] = [];
      const params = trainFor(name, ids, LETTERS, {steps: 30, every: 30}, (step, now, said) => {
        if (step === 0) first = heldLoss(name, ids, LETTERS, now, 2);
        course.push({step, said, loss: 0});
      });
      const told = {causal: 63, prefix: 32, masked: 0.15 * 64, spans: spanSizes(64, 0.15, 3).targets}[name];
      const within = {causal: 0, prefix: 12, masked: 0.5, spans: 0}[name]; // a prefix has any length, once a batch
      expect(course[0]!.said).toBe(0);
      expect(Math.abs(toldOf({course}) - told)).toBeLessThanOrEqual(within);
      expect(heldLoss(name, ids, LETTERS, params, 2)).toBeLessThan(first! - 0.2);
      const asked = {model: modelFor(name, LETTERS), params, letters: LETTERS};
      const written = writeOn(name, asked, ids.slice(0, 20), 12, key(1));
      expect(written.length).toBe(12);
      expect(Math.max(...written)).toBeLessThan(LETTERS);
      if (name === "masked") expect(sum(fromMask(asked, ids.slice(0, 20), 7))).toBeCloseTo(1, 9);
      if (name === "spans") expect(sum(fromSentinel(asked, ids.slice(0, 20), 7))).toBeCloseTo(1, 9);
    }
  });
});

describe("writing", () => {
  it("draws anew behind a sign that ends a span: each draw has a number of its own", () => {
    const {vocabSize, sentinels} = specialsOf(LETTERS);
    const second = sentinels[1]!;
    const even = {
      ...modelFor("spans", LETTERS),
      apply: (_: unknown, read: Tensor) =>
        tensor(new Float64Array(read.shape[1]! * vocabSize), {shape: [1, read.shape[1]!, vocabSize]})
    } as Transformer; // as if all were alike to it
    const asked = {model: even, params: even.init(key(1)), letters: LETTERS};
    const expected: number[] = [];
    for (let draw = 0, span = 0; expected.length < 60; draw++) {
      const shares = Array.from({length: vocabSize}, (_, id) => Number(id < LETTERS || (id === second && span > 0)));
      const id = categorical(fold(key(5), draw), shares);
      span = id === second || span === 7 ? 0 : span + 1;
      if (id !== second) expected.push(id);
    }
    expect(writeOn("spans", asked, ids.slice(0, 20), 60, key(5))).toEqual(expected);
  });
});

describe("counts", () => {
  it("of the rule are shares of all places", () => {
    const {mask, other, same, none, trusted, asked} = ruleOf(0.15);
    expect(mask + other + same + none).toBeCloseTo(1, 12);
    expect(trusted).toBeCloseTo(0.865 / 0.88, 12);
    expect(asked).toBeCloseTo(0.03 / 0.88, 12);
  });

  it("of parts are a distribution with the mean of things by parts", () => {
    const lengths = Array.from({length: 10}, (_, i) => i + 1);
    expect(sum(lengths.map((k) => partLength(10, 3, k)))).toBeCloseTo(1, 12);
    expect(sum(lengths.map((k) => k * partLength(10, 3, k)))).toBeCloseTo(10 / 3, 12);
  });

  it("of copies are the odds of any table that has them, by rows and by columns", () => {
    for (const copies of [0.2, 0.5, 0.8]) {
      const [same, other] = [copies / 2, (1 - copies) / 2]; // of two tokens, each as often 0 as 1
      expect(oddsRatio(copies)).toBeCloseTo(same / other / (other / same), 12);
      expect(oddsRatio(1 - copies)).toBeCloseTo(1 / oddsRatio(copies), 12);
    }
    expect(oddsRatio(0.8)).toBeCloseTo(16, 12);
  });
});

describe("documents in rows", () => {
  it("pay for padding, or follow each other and never predict across a border", () => {
    const share = (way: "padded" | "packed"): number => {
      const cells = rowsOf(way, 6, 14, 0).flat();
      return cells.filter(({document}) => document >= 0).length / cells.length;
    };
    expect(share("packed")).toBeGreaterThan(share("padded"));
    for (const step of [0, 1, 2]) {
      const rows = rowsOf("packed", 4, 10, step);
      expect(rows.map(({length}) => length)).toEqual([10, 10, 10, 10]);
      const cells = rows.flat();
      cells.slice(0, -1).forEach(({document, says}, i) => {
        const next = cells[i + 1]!;
        if (next.document === document) expect(says).toBe(next.sign);
        else expect([says, next.sign, next.document]).toEqual(["⟩", "⟨", document + 1]);
      });
    }
  });

  it("are one document where one goes on in the next row, and in rows of their own where they are padded", () => {
    const rows = rowsOf("packed", 4, 10, 0);
    const whole = rows
      .slice(1)
      .filter((row, i) => row[0]!.sign !== "⟨" && row[0]!.document === rows[i]!.at(-1)!.document);
    expect(whole.length).toBe(rows.slice(1).filter((row) => row[0]!.sign !== "⟨").length);
    expect(whole.length).toBeGreaterThan(0);
    expect(rowsOf("padded", 4, 10, 0).map((row) => row[0]!.document)).toEqual([0, 1, 2, 3]);
  });
});
