import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError, FormatError, TextError} from "../../lib/core/errors.js";
import {fold, key} from "../../lib/core/random/key.js";
import {causalLm, joinSpans, maskedLm, prefixLm, spanCorruption, type MaskedLmOptions} from "../../lib/tensor.js";

const VOCABULARY = 50;
const [MASK, BEGIN, END] = [47, 48, 49];
const SENTINELS = Array.from({length: 20}, (_, i) => 100 + i);

const texts = (minLength: number, maxLength = 60): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(46), {minLength, maxLength});
const seeds = fc.nat(999).map(key);
const steps = fc.nat(50);

describe("the causal objective", () => {
  it("is the text, and the text one token on", () => {
    fc.assert(
      fc.property(texts(2), (ids) => {
        const {inputs, targets} = causalLm()(ids, key(1), 0);
        expect([...inputs, ids.at(-1)]).toEqual(ids);
        expect([ids[0], ...targets]).toEqual(ids);
      })
    );
    expect(() => causalLm()([1], key(1), 0)).toThrow(TextError);
  });
});

describe("the masked objective", () => {
  const base: MaskedLmOptions = {vocabSize: VOCABULARY, mask: MASK, special: [BEGIN, END]};

  it("asks for the ids that stood where targets are, and changes nothing else", () => {
    fc.assert(
      fc.property(texts(1), seeds, steps, (text, seed, step) => {
        const ids = [BEGIN, ...text, END];
        const {inputs, targets} = maskedLm(base)(ids, seed, step);
        let asked = 0;
        ids.forEach((id, i) => {
          if (targets[i] === -100) return expect(inputs[i]).toBe(id);
          asked++;
          expect([BEGIN, END, MASK]).not.toContain(id);
          return expect(targets[i]).toBe(id);
        });
        expect(asked).toBeGreaterThan(0);
        expect(asked).toBeLessThanOrEqual(Math.max(1, Math.ceil(0.15 * text.length)));
        expect([BEGIN, END].map((id) => inputs.filter((x) => x === id).length)).toEqual([1, 1]);
      })
    );
  });

  it("masks, exchanges and leaves as many tokens as it says", () => {
    const ids = Array.from({length: 41}, (_, i) => i);
    const seen = {asked: 0, masked: 0, same: 0, other: 0};
    const places = new Array<number>(41).fill(0);
    const runs = 4000;
    for (let step = 0; step < runs; step++) {
      const {inputs, targets} = maskedLm(base)(ids, key(5), step);
      targets.forEach((target, i) => {
        if (target === -100) return;
        seen.asked++;
        places[i]! += 1;
        if (inputs[i] === MASK) seen.masked++;
        else if (inputs[i] === target) seen.same++;
        else seen.other++;
      });
    }
    const near = (share: number, expected: number): void => expect(Math.abs(share - expected)).toBeLessThan(0.01);
    near(seen.asked / (runs * 41), 0.15);
    near(seen.masked / seen.asked, 0.8);
    near(seen.other / seen.asked, 0.1 * (46 / 47)); // one of 47 ordinary ids is the one that stood there
    near(seen.same / seen.asked, 0.1 + 0.1 / 47);
    for (const count of places) expect(Math.abs(count / runs - 0.15)).toBeLessThan(0.03);
  });

  it("does with all what it is told to do with all", () => {
    const ids = [1, 2, 3, 4];
    const all = maskedLm({...base, rate: 1, masked: 1, random: 0})(ids, key(1), 0);
    expect([[...all.inputs], [...all.targets]]).toEqual([[MASK, MASK, MASK, MASK], ids]);
    const none = maskedLm({...base, rate: 1, masked: 0, random: 0, ignoreIndex: -1})([BEGIN, ...ids], key(1), 0);
    expect([[...none.inputs], [...none.targets]]).toEqual([
      [BEGIN, ...ids],
      [-1, ...ids]
    ]);
  });

  it.each<readonly [string, Partial<MaskedLmOptions>]>([
    ["maskedLm.rate", {rate: 0}],
    ["maskedLm.mask", {mask: 50}],
    ["at most all", {masked: 0.8, random: 0.3}],
    ["maskedLm.special", {vocabSize: 48, special: Array.from({length: 47}, (_, i) => i)}],
    ["maskedLm.ratio", {ratio: 1} as Partial<MaskedLmOptions>]
  ])("refuses, by the words of %s", (words, wrong) => {
    expect(() => maskedLm({...base, ...wrong})).toThrow(ConfigError);
    expect(() => maskedLm({...base, ...wrong})).toThrow(words);
  });

  it("refuses a text without a token that can be asked for, and ids that there are not", () => {
    expect(() => maskedLm(base)([BEGIN, END], key(1), 0)).toThrow(TextError);
    expect(() => maskedLm(base)([], key(1), 0)).toThrow(TextError);
    expect(() => maskedLm(base)([50], key(1), 0)).toThrow(ConfigError);
    expect(() => maskedLm(base)([1], key(1), -1)).toThrow("maskedLm.step");
  });
});

describe("span corruption", () => {
  const objective = spanCorruption({sentinels: SENTINELS});

  it("can be undone: inputs and targets are the text", () => {
    const rates = fc.double({min: 0.05, max: 0.95, noNaN: true});
    fc.assert(
      fc.property(texts(2), rates, fc.integer({min: 1, max: 6}), seeds, steps, (ids, rate, meanSpan, seed, step) => {
        const sentinels = Array.from({length: 62}, (_, i) => 100 + i);
        const example = spanCorruption({sentinels, rate, meanSpan})(ids, seed, step);
        expect([...joinSpans(example, sentinels)]).toEqual(ids);
        expect(example.inputs.length + example.targets.length).toBe(
          ids.length + 2 * example.inputs.filter((id) => id >= 100).length + 1
        );
      })
    );
  });

  it("names its spans in order in both parts, and ends the targets with the next name", () => {
    fc.assert(
      fc.property(texts(2, 100), seeds, steps, (ids, seed, step) => {
        const {inputs, targets} = objective(ids, seed, step);
        const names = [...inputs.filter((id) => id >= 100)];
        expect(names).toEqual(SENTINELS.slice(0, names.length));
        expect([...targets.filter((id) => id >= 100)]).toEqual(SENTINELS.slice(0, names.length + 1));
        expect(targets.at(-1)).toBe(SENTINELS[names.length]);
        expect(inputs[0]).toBe(ids[0]);
        // no span is empty, and no two of them meet
        for (const part of [inputs, targets])
          for (let i = 1; i < part.length; i++) expect(part[i]! >= 100 && part[i - 1]! >= 100).toBe(false);
      })
    );
  });

  it("takes 15 % of the tokens in spans of three on the mean, from every place but the first alike", () => {
    const ids = Array.from({length: 100}, (_, i) => i % 47);
    const gone = new Array<number>(100).fill(0);
    const lengths = new Map<number, number>();
    const runs = 2000;
    for (let step = 0; step < runs; step++) {
      const {inputs, targets} = objective(ids, key(2), step);
      expect([inputs.filter((id) => id >= 100).length, targets.length]).toEqual([5, 15 + 6]);
      const spans = Array.from(targets).join(" ").split(/1\d\d/).slice(1, -1);
      spans.forEach((span) => lengths.set(span.trim().split(" ").length, 1));
      let at = 0;
      for (const id of inputs) {
        if (id < 100) at++;
        else for (const end = at + spans[id - 100]!.trim().split(" ").length; at < end; at++) gone[at]! += 1;
      }
    }
    expect(lengths.size).toBeGreaterThan(5); // spans of many lengths
    expect(gone[0]).toBe(0);
    for (const count of gone.slice(20, 80)) expect(Math.abs(count / runs - 0.15)).toBeLessThan(0.05);
  });

  it("refuses a text with sentinels, more spans than sentinels, and settings that cannot be", () => {
    expect(() => objective([1, 100], key(1), 0)).toThrow("no text has sentinels");
    expect(() => objective([1], key(1), 0)).toThrow(TextError);
    const few = spanCorruption({sentinels: [100, 101], meanSpan: 1});
    expect(() =>
      few(
        Array.from({length: 40}, () => 1),
        key(1),
        0
      )
    ).toThrow("a sentinel for each span");
    for (const wrong of [{sentinels: [1]}, {sentinels: [1, 1]}, {sentinels: SENTINELS, rate: 1}])
      expect(() => spanCorruption(wrong)).toThrow(ConfigError);
    expect(() => spanCorruption({sentinels: SENTINELS, meanSpan: 0.5})).toThrow("spanCorruption.meanSpan");
    expect(() => spanCorruption({sentinels: SENTINELS, mean: 3} as never)).toThrow("spanCorruption.mean");
  });

  it("joins nothing that has no span", () => {
    expect(() => joinSpans({inputs: [1, 101], targets: [100, 2, 102]}, SENTINELS)).toThrow(FormatError);
    expect([...joinSpans({inputs: [1, 100, 2], targets: [100, 101]}, SENTINELS)]).toEqual([1, 2]);
  });
});

describe("the objective of a prefix", () => {
  it("counts the targets that follow the prefix, and no other", () => {
    fc.assert(
      fc.property(texts(2), seeds, steps, (ids, seed, step) => {
        const {inputs, targets, prefix} = prefixLm()(ids, seed, step);
        expect([...inputs]).toEqual(ids.slice(0, -1));
        expect(prefix).toBeGreaterThanOrEqual(1);
        expect([...targets]).toEqual(ids.slice(1).map((id, i) => (i < prefix - 1 ? -100 : id)));
        expect(targets.filter((id) => id !== -100)).toHaveLength(ids.length - prefix);
        expect(ids.length - prefix).toBeGreaterThan(0);
      })
    );
  });

  it("has every length of prefix alike, the same one for all rows of a step", () => {
    const counts = new Map<number, number>();
    for (let step = 0; step < 4000; step++) {
      const [a, b] = [
        [1, 2, 3, 4, 5],
        [5, 5, 5, 5, 5]
      ].map((ids) => prefixLm()(ids, key(3), step).prefix);
      expect(a).toBe(b);
      counts.set(a!, (counts.get(a!) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4]);
    for (const count of counts.values()) expect(Math.abs(count / 4000 - 0.25)).toBeLessThan(0.03);
  });

  it("has the length that is named, if that leaves a target", () => {
    expect([...prefixLm({prefix: 2, ignoreIndex: -1})([1, 2, 3, 4], key(1), 0).targets]).toEqual([-1, 3, 4]);
    expect(() => prefixLm({prefix: 4})([1, 2, 3, 4], key(1), 0)).toThrow("prefixLm.prefix");
    expect(() => prefixLm({prefix: 0})).toThrow(ConfigError);
  });
});

describe("an objective that draws", () => {
  const objectives = {
    masked: maskedLm({vocabSize: VOCABULARY, mask: MASK}),
    spans: spanCorruption({sentinels: SENTINELS}),
    prefix: prefixLm()
  };
  it.each(Object.entries(objectives))(
    "of %s gives the same for the same key and step, and not for others",
    (_, objective) => {
      const ids = Array.from({length: 60}, (_, i) => i % 47);
      const text = JSON.stringify;
      expect(text(objective(ids, key(1), 7))).toBe(text(objective(ids, key(1), 7)));
      expect(text(objective(ids, key(1), 7))).not.toBe(text(objective(ids, key(1), 8)));
      expect(text(objective(ids, fold(key(1), 0), 7))).not.toBe(text(objective(ids, fold(key(1), 1), 7)));
    }
  );
});
