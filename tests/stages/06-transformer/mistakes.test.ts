import {describe, expect, it} from "vitest";
import {timeline} from "../../../lib/reactive/timeline.js";
import {faultCases, faultConfig, type FaultyConfig} from "../../../src/stages/06-transformer/model/faultCases.js";
import {checksOf} from "../../../src/stages/06-transformer/model/faultChecks.js";
import {faulty} from "../../../src/stages/06-transformer/model/faulty.js";

const TEXT = "Call me Ishmael. Some years ago, never mind how long precisely, I went to sea: ship by ship. ".repeat(60);
const small = {width: 16, context: 24, batchSize: 4, scored: 50};
const open = (change: Partial<FaultyConfig> = {}) =>
  timeline(faulty, {...faultConfig({}, TEXT), ...small, ...change}, {history: false});

const changeOf = (id: string): Partial<FaultyConfig> => faultCases.find((one) => one.id === id)!.change;
const checked = (id: string, steps: number) => {
  const run = open(id === "healthy" ? {} : changeOf(id));
  return checksOf(run.opened(), run.at(steps).state.params);
};

describe("a faulty transformer", () => {
  it("has what its case says, each one thing", () => {
    expect(new Set(faultCases.map(({change}) => JSON.stringify(change))).size).toBe(faultCases.length);
    const healthy = open().at(3).metrics.batchLoss;
    for (const {id, change} of faultCases) {
      const {batchLoss} = open(change).at(3).metrics;
      if (id === "f" || id === "g") expect(batchLoss).toBe(healthy);
      else expect(batchLoss).not.toBe(healthy);
    }
  });

  it("finds each fault by its own look, in models that have hardly learned", () => {
    const healthy = checked("healthy", 40);
    expect(healthy).toMatchObject({leak: 0, gap: 0, spelled: 1});
    expect(healthy.order).toBeGreaterThan(1e-4);
    expect(checked("a", 40).copies).toBeGreaterThan(0.5);
    expect(healthy.copies).toBeLessThan(0.3);
    expect(checked("b", 5).leak).toBeGreaterThan(1e-3);
    expect(checked("c", 40).order).toBeLessThan(1e-5);
    expect(checked("f", 5).gap).toBeGreaterThan(1e-3);
    expect(checked("g", 5).spelled).toBeLessThan(0.5);
  });

  it("starts at ln V, unless its tied table is wide", () => {
    const uniform = Math.log(open().opened().tokenizer.vocabulary.tokens.length);
    expect(Math.abs(open().at(0).metrics.validationLoss - uniform)).toBeLessThan(0.1);
    expect(open(changeOf("d")).at(0).metrics.validationLoss).toBeGreaterThan(2 * uniform);
  });

  it("writes the same text at the same step, behind the same words", () => {
    const run = open();
    const {params} = run.at(2).state;
    const how = {length: 20, temperature: 0.8};
    expect(run.opened().write(params, 2, how)).toBe(run.opened().write(params, 2, how));
    expect(run.opened().write(params, 2, how)).toMatch(/^Call me /);
  });

  it("takes the very steps of its rate: a warm-up begins small", () => {
    expect(open().at(0).metrics.learningRate).toBeCloseTo(0.005 / 20, 12);
    expect(open(changeOf("e")).at(0).metrics.learningRate).toBe(0.01);
  });
});
