import {describe, expect, it} from "vitest";
import {bitsPerCharacter, chooseOrder, makeNames, trainNames} from "../../examples/nameMaker.js";
import {key} from "../../lib/core/random/key.js";
import {corpus} from "../../tools/corpora.js";

const names = corpus("names")
  .text.split("\n")
  .filter((name) => name !== "");
const cut = Math.floor(names.length * 0.9);
const [train, held] = [names.slice(0, cut), names.slice(cut)];
const model = trainNames(train, 4);

describe("the name maker of the mini-project", () => {
  it("makes as many names as it is asked for, each once, each new", () => {
    const made = makeNames(model, {key: key(1), count: 50});
    expect(new Set(made).size).toBe(50);
    const known = new Set(train.map((name) => name.toLowerCase()));
    for (const name of made) expect(known.has(name.toLowerCase()), name).toBe(false);
  });

  it("makes the same names from the same key, and others from another", () => {
    const make = (seed: number) => makeNames(model, {key: key(seed), count: 10});
    expect(make(7)).toEqual(make(7));
    expect(make(7)).not.toEqual(make(8));
  });

  it("begins each name as it is told, and writes no sign of its own", () => {
    for (const name of makeNames(model, {key: key(2), count: 10, start: "Mar"})) {
      expect(name.startsWith("Mar"), name).toBe(true);
      expect(name).not.toMatch(/[<>\uFFFD]/);
    }
  });

  it("needs fewer bits for names that it has not counted than letters alone do", () => {
    expect(bitsPerCharacter(model, held)).toBeLessThan(bitsPerCharacter(trainNames(train, 0), held) - 0.5);
  });

  it("chooses an order between none and too much", () => {
    const order = chooseOrder(train, held);
    expect(order).toBeGreaterThanOrEqual(2);
    expect(order).toBeLessThanOrEqual(5);
  });

  it("says so when there is no new name to be found", () => {
    const tiny = trainNames(["ab"], 2);
    expect(() => makeNames(tiny, {key: key(1), count: 50, start: "ab", heat: 0, tries: 2})).toThrow(/new names/);
  });

  it("makes names of any alphabet", () => {
    const greek = trainNames(["Αθηνά", "Ελένη", "Ειρήνη", "Αγάπη", "Ελπίδα"], 2);
    expect(makeNames(greek, {key: key(3), count: 3, heat: 2}).length).toBe(3);
  });
});
