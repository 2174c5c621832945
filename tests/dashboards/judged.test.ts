import {describe, expect, it} from "vitest";
import {bengio, recurrent} from "../../lib/stages/03-neural-lm/index.js";
import {transformerLm} from "../../lib/stages/06-transformer/index.js";
import {
  halvesOf,
  lossOn,
  recurrentCosts,
  tokensIn,
  windowCosts,
  type Observation
} from "../../src/dashboards/judged.js";
import {transformerCosts} from "../../src/dashboards/transformerCosts.js";

const names = "anna\nhannah\nbob\nemma\notto\nada\neve\n".repeat(12);
const prose = "the whale and the sea, and the ship that goes to sea after the whale. ".repeat(60);

/** The whole held-out part as observations. */
const all = (text: Parameters<typeof halvesOf>[0]): readonly Observation[] => {
  const {chooses, test} = halvesOf(text);
  return [...chooses, ...test];
};

describe("what held-out tokens cost", () => {
  it.each(["elman", "gru", "lstm"] as const)(
    "a network with cells of kind %s is charged what its stage says",
    (cell) => {
      for (const config of [{corpus: names, documents: true}, {corpus: prose}]) {
        const model = recurrent({...config, cell, width: 4, hidden: 8, batchSize: 4, seqLen: 8});
        const state = model.step(model.model(), model.data(0));
        const list = all(model);
        const told = model.informationOf(state.params, model.parts.held(0, list.at(-1)!.end));
        expect(lossOn(list, recurrentCosts(model, cell, state.params, list))).toBeCloseTo(told.crossEntropyNats, 5);
      }
    }
  );

  it("a transformer is charged what its stage says", () => {
    for (const config of [{corpus: names, documents: true}, {corpus: prose}]) {
      // shorter than some of the names, so that these are read in windows too
      const model = transformerLm({...config, context: 4, width: 8, layers: 1, heads: 2, batchSize: 4});
      const state = model.step(model.model(), model.data(0));
      const list = all(model);
      const told = model.informationOf(state.params, model.parts.held(0, list.at(-1)!.end));
      expect(lossOn(list, transformerCosts(model, state.params, list))).toBeCloseTo(told.crossEntropyNats, 5);
    }
  });

  it("a network over windows is charged what its stage says", () => {
    for (const config of [{corpus: names, documents: true}, {corpus: prose}]) {
      const model = bengio({...config, context: 3, width: 4, hidden: [8]});
      const state = model.step(model.model(), model.data(0));
      const list = all(model);
      const told = model.informationOf(state.params, model.parts.held(0, list.at(-1)!.end));
      expect(lossOn(list, windowCosts(model, state.params, list))).toBeCloseTo(told.crossEntropyNats, 5);
    }
  });
});

it("halves of held-out text share no token, keep documents whole, and leave none out", () => {
  const model = bengio({corpus: names, documents: true});
  const {chooses, test} = halvesOf(model);
  expect(tokensIn([...chooses, ...test]).reduce((a, b) => a + b)).toBe(model.held.length);
  expect(chooses.at(-1)!.end).toBe(test[0]!.from);
  for (const {end} of [...chooses, ...test]) expect(model.held[end - 1]).toBe(model.documents!.end);
  expect(Math.abs(chooses.length - test.length)).toBeLessThanOrEqual(1);
});
