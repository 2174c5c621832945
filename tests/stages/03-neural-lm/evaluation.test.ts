import {describe, expect, it} from "vitest";
import {fold, key} from "../../../lib/core/random/key.js";
import {normal} from "../../../lib/core/random/normal.js";
import {uniform} from "../../../lib/core/random/uniform.js";
import {leastBound, leastOfMany, MOST} from "../../../src/stages/03-neural-lm/model/bestOfMany.js";
import {copied, longestCopy, piecesIn} from "../../../src/stages/03-neural-lm/model/copies.js";
import {MODELS, tokensOf, type Evaluated} from "../../../src/stages/03-neural-lm/model/evaluated.js";
import evaluated from "../../../src/stages/03-neural-lm/model/evaluated.json" with {type: "json"};
import byHeart from "../../../src/stages/03-neural-lm/model/byHeart.json" with {type: "json"};
import {leakOf} from "../../../src/stages/03-neural-lm/model/leak.js";
import {readLogits, writeLogits} from "../../../src/stages/03-neural-lm/model/logitCode.js";
import {spreadOf} from "../../../src/stages/03-neural-lm/model/manySeeds.js";
import {shortList, type Look} from "../../../src/stages/03-neural-lm/model/overfitting.js";
import {pairOf} from "../../../src/stages/03-neural-lm/model/pairOf.js";
import {bestTemperature, reheated} from "../../../src/stages/03-neural-lm/model/reheated.js";
import {stoppedAt} from "../../../src/stages/03-neural-lm/model/stoppedAt.js";
import {tinyCompared} from "../../../src/stages/03-neural-lm/model/tinyCompared.js";
import {excerpt} from "../../../tools/corpora.js";

const told: Evaluated = evaluated.value;

it("a run is stopped when patience is at an end, with the best look before", () => {
  const looks = [5, 4, 3, 3.5, 3.2, 2, 2.5].map((validation, step): Look => ({step, validation, train: 0, test: 0}));
  expect(stoppedAt(looks, 2)).toEqual({best: looks[2], stop: looks[4]});
  expect(stoppedAt(looks, 3)).toEqual({best: looks[5], stop: looks[6]});
  expect(() => stoppedAt([], 1)).toThrow(RangeError);
});

describe("the best of many", () => {
  it("is what the order statistics of normal numbers say, and under the bound", () => {
    const least = leastOfMany();
    expect(least[0]).toBe(0);
    expect(least[1]).toBeCloseTo(-1 / Math.sqrt(Math.PI), 1); // exact of two
    expect(least[2]).toBeCloseTo(-1.5 / Math.sqrt(Math.PI), 1); // exact of three
    for (let k = 1; k <= MOST; k++) expect(least[k - 1]).toBeGreaterThanOrEqual(leastBound(k));
    expect(least.every((x, i) => i === 0 || x <= least[i - 1]!)).toBe(true);
  });
});

describe("logits as text", () => {
  it("come back to about a tenth near the largest, and to a quarter far below", () => {
    const row = Array.from({length: 200}, (_, i) => 12 * uniform(key(2), i));
    const top = Math.max(...row);
    const back = readLogits(writeLogits(row));
    row.forEach((z, i) => {
      const below = top - z;
      expect(Math.abs(back[i]! + below)).toBeLessThan(0.06 * Math.max(0.1, Math.sqrt(below)) + 0.001);
    });
    expect(Math.max(...back)).toBe(0);
    expect(JSON.stringify(writeLogits(row))).toHaveLength(202);
  });

  it("are kept for each token of each name, and cost what the network was said to cost", () => {
    const tokens = told.names.map(tokensOf).reduce((a, b) => a + b, 0);
    const nats = told.nats.network.reduce((a, b) => a + b, 0);
    expect([told.logits.length, told.labels.length]).toEqual([tokens, tokens]);
    const {loss} = reheated({logits: told.logits.map(readLogits), labels: told.labels}, 1);
    expect(Math.abs(loss - nats / tokens)).toBeLessThan(0.002);
    expect(byHeart.value.labels).toHaveLength(tokens);
  });
});

describe("temperature", () => {
  const logits = Array.from({length: 3000}, (_, i) => [0, 1, 2].map((j) => 2 * normal(fold(key(1), i), j)));
  const labels = logits.map((row, i) => {
    const powers = row.map((z) => Math.exp(z / 2)); // true to the logits at temperature 2
    const total = powers.reduce((a, b) => a + b, 0);
    let rest = uniform(key(9), i) * total;
    return powers.findIndex((p) => (rest -= p) < 0);
  });

  it("that is best is the one at which the logits are true", () => {
    const best = bestTemperature({logits, labels});
    expect(best).toBeGreaterThan(1.85);
    expect(best).toBeLessThan(2.15);
    const loss = (t: number): number => reheated({logits, labels}, t).loss;
    expect(loss(best)).toBeLessThan(Math.min(loss(0.9 * best), loss(1.1 * best)));
  });

  it("changes confidence, and leaves the order as it is", () => {
    const [sure, honest] = [1, 2].map((t) => reheated({logits, labels}, t)) as [Measured, Measured];
    expect(sure.confidence).toBeGreaterThan(honest.confidence + 0.1);
    expect([sure.accuracy, sure.amongThree]).toEqual([honest.accuracy, 1]);
    expect(honest.calibration.expectedCalibrationError).toBeLessThan(0.04);
    expect(sure.calibration.expectedCalibrationError).toBeGreaterThan(0.1);
    expect(honest.brier).toBeLessThan(sure.brier);
  });
  type Measured = ReturnType<typeof reheated>;
});

describe("models name by name", () => {
  it("differ as their means differ, and the other way round when they change places", () => {
    for (const model of MODELS) {
      const there = pairOf(told, model, "ngram", 200);
      const back = pairOf(told, "ngram", model, 200);
      expect(there.paired.mean).toBeCloseTo(there.first.mean - there.second.mean, 10);
      expect(there.paired.mean).toBeCloseTo(-back.paired.mean, 10);
      expect(there.paired.standardError).toBeCloseTo(back.paired.standardError, 10);
      expect(there.perName).toHaveLength(200);
    }
  });

  it("of one model are not different", () => {
    const {paired, apart} = pairOf(told, "gru", "gru", 100);
    expect([paired.mean, paired.standardError]).toEqual([0, 0]);
    expect(apart).toBeGreaterThan(0);
  });

  it("judge by names that nobody has learned or chosen by", () => {
    const {learned, validation, test} = shortList(excerpt("names").text);
    expect(told.names).toEqual(test);
    const others = new Set([...learned, ...validation]);
    expect(test.filter((name) => others.has(name))).toEqual([]);
  });
});

describe("what is copied", () => {
  const names = ["anna", "ben"];

  it("is the longest piece that stands in any name", () => {
    const pieces = piecesIn(names);
    expect(["annab", "xyz", "bena", "nn", ""].map((name) => longestCopy(name, pieces))).toEqual([4, 0, 3, 2, 0]);
    expect(pieces.has("na")).toBe(true);
    expect(pieces.has("ab")).toBe(false);
  });

  it("is counted as a whole, too", () =>
    expect(copied(["anna", "bob"], names)).toEqual({whole: 0.5, run: 2.5, length: 3.5}));
});

it("a list in which each line stands twice leaks nine tenths of what it holds out", () => {
  const names = excerpt("names").text.split("\n").slice(0, 2000).join("\n");
  const [once, twice] = [leakOf(names, 3), leakOf(`${names}\n${names}`, 3)];
  expect(once.leaked).toBe(0);
  expect(twice.leaked).toBeCloseTo(0.9, 1);
  expect(twice.known).toBeLessThan(twice.fresh - 0.3);
});

it("the tiny models are told apart by nobody, on five tokens", () => {
  const {first, second, differences, paired} = tinyCompared();
  expect(first[0]).toBeCloseTo(Math.log(5), 12); // the end's vector is 0
  expect(differences[3]).toBeCloseTo(0, 12); // what weights and biases gain cancels at the vector of n
  expect(second.reduce((a, b) => a + b, 0)).toBeGreaterThan(first.reduce((a, b) => a + b, 0));
  expect(Math.abs(paired.mean)).toBeLessThan(2.776 * paired.standardError);
});

it("the spread of a list is its mean and its deviation", () =>
  expect(spreadOf([1, 2, 3, 6])).toEqual({mean: 3, deviation: Math.sqrt(14 / 3)}));
