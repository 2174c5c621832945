import {describe, expect, it} from "vitest";
import {key} from "../../../lib/core/random/key.js";
import {logSoftmax} from "../../../lib/tensor.js";
import {tensor} from "../../../lib/tensor/make.js";
import {fromLeft, fromMask, fromSentinel, fromTrying} from "../../../src/stages/06-transformer/model/blanks.js";
import {oddsRatio, partLength, ruleOf, spanSizes} from "../../../src/stages/06-transformer/model/objectiveCounts.js";
import {
  exampleOf,
  heldLoss,
  modelFor,
  objectiveBatch,
  trainFor
} from "../../../src/stages/06-transformer/model/objectiveModels.js";
import {OBJECTIVES, specialsOf} from "../../../src/stages/06-transformer/model/objectiveSpec.js";
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
    const {prefix, targets} = exampleOf("spans", LETTERS)(ids.slice(0, 64), key(1), 0);
    expect(prefix).toBe(spanSizes(64, 0.15, 3).inputs);
    expect(targets.filter((id) => id >= 0).length).toBe(spanSizes(64, 0.15, 3).targets);
  });

  it("of one batch share their prefix, and not their masks", () => {
    expect(objectiveBatch("prefix", ids, LETTERS, key(1))(5).prefix).toBeGreaterThan(0);
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
      const params = trainFor(name, ids, LETTERS, {steps: 30, every: 30}, (step, now) => {
        if (step === 0) first = heldLoss(name, ids, LETTERS, now, 2);
      });
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

  it("of a table are the same by rows and by columns", () => {
    const joint = [
      [0.4, 0.1],
      [0.2, 0.3]
    ] as const;
    const odds = (a: number, b: number, c: number, d: number): number => a / b / (c / d);
    expect(odds(joint[0][0], joint[0][1], joint[1][0], joint[1][1])).toBeCloseTo(
      odds(joint[0][0], joint[1][0], joint[0][1], joint[1][1]),
      12
    );
    expect(oddsRatio(0.8)).toBeCloseTo(16, 12);
  });
});

describe("documents in rows", () => {
  it("pay for padding, or follow each other and never predict across a border", () => {
    const share = (way: "padded" | "packed"): number => {
      const cells = rowsOf(way, 6, 14, 0).flat();
      return cells.filter(({target}) => target).length / cells.length;
    };
    expect(share("packed")).toBeGreaterThan(share("padded"));
    for (const row of rowsOf("packed", 4, 10, 0)) {
      expect(row.length).toBe(10);
      row.forEach(({document, sign}, i) => {
        if (i > 0 && document > row[i - 1]!.document) expect(sign).toBe("⟨");
      });
    }
  });
});
