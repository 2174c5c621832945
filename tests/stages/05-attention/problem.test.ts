import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {additiveAttention, tensor, toNested} from "../../../lib/tensor.js";
import {gradientReach} from "../../../src/stages/05-attention/model/gradientReach.js";
import {
  additiveScore,
  bitsPassed,
  copyableShare,
  heldLetters,
  lettersOut,
  remembered,
  windowOut
} from "../../../src/stages/05-attention/model/memory.js";
import {softmaxOf} from "../../../src/stages/05-attention/model/scoresDrawn.js";

/** Every text of a length over so many letters. */
const textsOf = (length: number, letters: number): readonly (readonly number[])[] =>
  length === 0
    ? [[]]
    : textsOf(length - 1, letters).flatMap((text) => Array.from({length: letters}, (_, i) => [...text, i]));

describe("a memory of so many bits", () => {
  it("lets no machine copy more texts than it has states", () =>
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 3}),
        fc.integer({min: 2, max: 3}),
        fc.nat(4),
        fc.nat(99),
        (n, v, bits, seed) => {
          const [texts, states] = [textsOf(n, v), 2 ** bits];
          // any way from texts to states, and any way from states to texts
          const stateOf = (i: number): number => (i * (2 * seed + 1) + seed) % states;
          const written = Array.from({length: states}, (_, s) => texts.findIndex((__, i) => stateOf(i) === s));
          const right = texts.filter((_, i) => written[stateOf(i)] === i).length;
          expect(right / texts.length).toBeLessThanOrEqual(copyableShare(n, v, bits) + 1e-12);
        }
      )
    ));

  it("holds whole letters, and guesses the rest", () => {
    expect(heldLetters(24, 8, 30)).toBe(10);
    expect(heldLetters(4, 8, 30)).toBe(4);
    expect(lettersOut(24, 8, 72)).toBe(1);
    expect(lettersOut(24, 8, 0)).toBeCloseTo(1 / 8, 12);
    expect([windowOut(7, 8, 8), windowOut(8, 8, 8)]).toEqual([1, 1 / 8]);
  });

  it("must have passed at least what the copy shows, and never more than the text has", () =>
    fc.assert(
      fc.property(fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 1, maxLength: 20}), (right) => {
        const bits = bitsPassed(right, 8);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThanOrEqual(3 * right.length + 1e-9);
        // what holds some letters and guesses the others has passed no more than it holds
        const held = Math.floor(right.length / 2);
        const machine = right.map((_, i) => (i < held ? 1 : 1 / 8));
        expect(bitsPassed(machine, 8)).toBeCloseTo(3 * held, 9);
      })
    ));

  it("takes two texts for one if it only adds", () => {
    const [a, b, c] = [[1, 0] as const, [0, 1] as const, [1, 1] as const];
    expect(remembered([a, b], 1)).toEqual(remembered([c], 1));
    expect(remembered([a, b], 0.5)).not.toEqual(remembered([b, a], 0.5));
  });
});

describe("Bahdanau’s score", () => {
  it("is what the library attends by", () => {
    const keys = [[1, 0] as const, [0, 1] as const, [1, 1] as const];
    const own = {
      query: [[0.5, -1] as const, [2, 0.25] as const, [1, 1] as const],
      key: [[1, 0.5] as const, [-1, 1] as const, [0, 2] as const],
      score: [1, -0.5, 2]
    };
    const columns = (rows: readonly (readonly number[])[]) => [rows.map(([x]) => x!), rows.map(([, y]) => y!)];
    const weights = softmaxOf(keys.map((key) => additiveScore([1, 1], key, own)));
    const params = {
      query: tensor(columns(own.query), "float64"),
      key: tensor(columns(own.key), "float64"),
      score: tensor(own.score, "float64")
    };
    const eye = tensor(
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1]
      ],
      "float64"
    );
    const theirs = additiveAttention(tensor([[1, 1]], "float64"), tensor(keys, "float64"), eye, params);
    (toNested(theirs) as readonly (readonly number[])[])[0]!.forEach((x, i) => expect(x).toBeCloseTo(weights[i]!, 12));
  });
});

describe("a gradient from the last place", () => {
  it("fades step by step in a recurrent network, and not in one look", () => {
    const {steps, look} = gradientReach(25, 3);
    expect(steps[0]!).toBeLessThan(steps[23]! / 100);
    expect(look[0]!).toBeGreaterThan(look[23]! / 20);
    expect([steps.length, look.length]).toEqual([25, 25]);
  });
});
