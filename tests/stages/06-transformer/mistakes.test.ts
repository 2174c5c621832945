import {describe, expect, it} from "vitest";
import {windowsOf} from "../../../lib/stages/06-transformer/index.js";
import {tensor} from "../../../lib/tensor/make.js";
import kept from "../../../src/stages/06-transformer/model/faultRuns.json" with {type: "json"};
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
    const ids = (run: ReturnType<typeof open>) => run.opened().held.subarray(0, 12);
    const asked = (run: ReturnType<typeof open>) => tensor(Int32Array.from(ids(run)), {shape: [1, 12]});
    const healthy = open();
    const {params} = healthy.at(3).state;
    const reads = healthy.opened().read(params, asked(healthy)).data;
    for (const {id, change} of faultCases) {
      expect(Object.keys(change).length, id).toBe(id === "e" ? 4 : 1); // what run E has is one fault, and a model that feels it
      const run = open(change);
      if (id === "f" || id === "g") expect(run.at(3).state).toEqual(healthy.at(3).state);
      else expect(run.at(3).state.params).not.toEqual(params);
    }
    const run = Object.fromEntries(faultCases.map(({id, change}) => [id, open(change)]));
    // read as the healthy one reads, with the same numbers: only where all places see all it comes to something else
    for (const id of ["a", "d", "f", "g"])
      expect(run[id]!.opened().read(params, asked(healthy)).data, id).toEqual(reads);
    expect(run["b"]!.opened().read(params, asked(healthy)).data).not.toEqual(reads);
    const batch = windowsOf(healthy.opened().held, [0, 30], 24);
    const copies = (one: ReturnType<typeof open>) => one.opened().gradients(one.at(0).state, batch);
    const copied = healthy.opened().gradients(healthy.at(0).state, {...batch, targets: batch.inputs});
    expect(copies(run["a"]!)).toEqual(copied);
    expect(copies(healthy)).not.toEqual(copied);
    const [narrow, wide] = [healthy, run["d"]!].map((one) => one.at(0).state.params);
    expect(wide!.layers).toEqual(narrow!.layers);
    expect(wide!.embedding.weight.data[5]! / narrow!.embedding.weight.data[5]!).toBeCloseTo(50, 4);
    expect(run["f"]!.opened().predict(params)([1, 2, 3])).toEqual(healthy.opened().predict(params)([1, 2]));
    const text = "hear the whale";
    expect(healthy.opened().spell(healthy.opened().tokenizer.encode(text))).toBe(text);
    expect(run["g"]!.opened().spell(healthy.opened().tokenizer.encode(text))).not.toBe(text);
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
    const all = Object.fromEntries(faultCases.map(({id}) => [id, checked(id, 5)]));
    for (const [id, {leak, gap, spelled, order}] of Object.entries(all)) {
      if (id !== "b") expect(leak, id).toBe(0);
      if (id !== "f") expect(gap, id).toBe(0);
      if (id !== "g") expect(spelled, id).toBe(1);
      if (id !== "c") expect(order, id).toBeGreaterThan(1e-5);
    }
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

  it("came to what the page asks about", () => {
    const runs = kept.value;
    const at = (id: keyof typeof runs, step: number) => runs[id].log.find((one) => one.step === step)!.metrics;
    const end = (id: keyof typeof runs) => at(id, 600).validationLoss;
    const others = faultCases.map(({id}) => id as keyof typeof runs).filter((id) => id !== "a");
    for (const of of ["validationLoss", "batchLoss"] as const)
      for (const id of others) expect(at("a", 40)[of], id).toBeLessThan(0.1 * at(id, 40)[of]); // “within fifty steps”
    expect(runs.a.samples.at(-1)!.text).toMatch(/^Call me +$/); // “the same sign for ever”, a space
    expect(at("b", 20).validationLoss).toBeCloseTo(at("healthy", 20).validationLoss, 1); // “like the healthy one at first”
    expect(Math.exp(-end("b"))).toBeGreaterThan(0.9); // “with probability 0.9”
    expect(end("c") - end("healthy")).toBeCloseTo(1 / 3, 1); // “a third of a nat”
    expect(Math.abs(at("c", 500).validationLoss - end("c"))).toBeLessThan(0.03); // “has come to rest”
    expect(at("d", 0).validationLoss / Math.log(90)).toBeCloseTo(12, 0); // “twelve times”
    expect(end("e, cured")).toBeLessThan(2.1); // “well below 2.2”
    expect(end("e, cured")).toBeLessThan(end("healthy")); // “better than the one block of the healthy run”
    const common = [...runs.f.samples.at(-1)!.text].filter((letter) => /[a-z ]/.test(letter));
    expect(common.length).toBeGreaterThan(0.85 * 140); // “all letters are as common as they should be”
    expect(runs.g.samples.at(-1)!.text.match(/[\d(:]/g)!.length).toBeGreaterThan(50); // “commas and digits”
  });

  it("takes the very steps of its rate: a warm-up begins small", () => {
    expect(open().at(0).metrics.learningRate).toBeCloseTo(0.005 / 20, 12);
    expect(open(changeOf("e")).at(0).metrics.learningRate).toBe(0.01);
  });
});
