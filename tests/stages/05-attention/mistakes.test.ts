import {describe, expect, it} from "vitest";
import {key, tensor} from "../../../lib/tensor.js";
import {llama, transformer} from "../../../lib/transformer.js";
import type {OpenModel} from "../../../src/components/languageModel/keptModel.js";
import {attendBy, PROGRAM_NAMES, PROGRAMS} from "../../../src/stages/05-attention/model/attentionPrograms.js";
import {programSeen} from "../../../src/stages/05-attention/model/programSeen.js";

const model = transformer(llama({vocabSize: 40, layers: 2, width: 32, heads: 4, context: 32}));
const params = model.init(key(3));
const ids = Int32Array.from({length: 20}, (_, i) => (i * i + 3 * i) % 40);
const open: OpenModel = {
  model,
  params,
  tokens: Array.from({length: 40}, (_, i) => String(i)),
  encode: (text) => tensor(ids.slice(0, [...text].length), {shape: [1, [...text].length]}),
  changed: () => model
};
const text = "a text of 20 letters";

/** Logits by a program, and how far they are from the library’s. */
const off = (name: (typeof PROGRAM_NAMES)[number]): number => {
  const read = tensor(ids, {shape: [1, ids.length]});
  const {logits} = model.run(params, read, [0], (heads) => attendBy(PROGRAMS[name], model, heads).answers);
  const {data} = model.apply(params, read);
  return Math.max(...Array.from(data, (x, i) => Math.abs(x - logits.data[i]!)));
};

describe("programs for attention", () => {
  it("the right one is the library’s, and no other is", () => {
    for (const name of PROGRAM_NAMES)
      if (name === "D") expect(off(name)).toBeLessThan(1e-5);
      else expect(off(name), name).toBeGreaterThan(1e-3);
  });

  it("break the promises that each is said to break, in a model that has learned nothing as well", () => {
    const broken = PROGRAM_NAMES.map((name) => {
      const {rowSums, future, cut} = programSeen(open, text, name);
      const sums = rowSums.some((sum) => Math.abs(sum - 1) > 1e-4);
      return [name, sums ? "rows" : "", future > 0 ? "future" : "", cut > 1e-4 ? "past" : ""].filter(Boolean).join(" ");
    });
    expect(broken).toEqual([
      "A future past",
      "B rows future past",
      "C past",
      "D",
      "E rows future past",
      "F",
      "G",
      "H past"
    ]);
  });

  it("are seen with rows that are spread over one letter to all", () => {
    const {patterns, spread, nats, halves, loss} = programSeen(open, text, "D");
    expect(patterns.map((layer) => layer.map((rows) => rows.length))).toEqual([
      [20, 20, 20, 20],
      [20, 20, 20, 20]
    ]);
    expect(patterns[0]![0]![0]![0]).toBe(1);
    expect(spread).toBeGreaterThan(1);
    expect(spread).toBeLessThanOrEqual(10.5); // (1 + … + 20) / 20, if all rows were even
    expect(nats).toHaveLength(19);
    expect(loss).toBeCloseTo((10 * halves[0] + 9 * halves[1]) / 19, 9);
  });
});
