import {describe, expect, it} from "vitest";
import more from "../../src/dashboards/curriculum.json" with {type: "json"};
import {
  frontier,
  marksOf,
  trainingOperations,
  uniformBits,
  type Mark,
  type MoreModels
} from "../../src/dashboards/curriculumModels.js";
import names from "../../src/dashboards/languageModelNames.json" with {type: "json"};
import novel from "../../src/dashboards/languageModelNovel.json" with {type: "json"};
import {inUnit, resultOf, type ModelResult, type TextResult} from "../../src/dashboards/languageModels.js";
import {estimate} from "../../lib/transformer.js";

const texts = [...names.value, ...novel.value] as readonly TextResult[];
const beside = more.value as readonly MoreModels[];
const moreOf = (name: string): MoreModels => beside.find((one) => one.name === name)!;

describe.each(texts.map((text) => [text.name, text] as const))("all models on %s", (name, text) => {
  const {counts} = moreOf(name);
  const marks = marksOf(text, moreOf(name));

  it("are judged by one test: the counts of the order that was chosen come to what the other dashboard says", () => {
    const chosen = text.orders.reduce((a, b) => (b.chooses < a.chooses ? b : a)).order;
    expect(counts.find(({order}) => order === chosen)!.test).toBeCloseTo(resultOf(text, "ngram").test, 4);
    expect(Math.exp(moreOf(name).uniform)).toBeCloseTo(Math.round(Math.exp(moreOf(name).uniform)), 6);
    for (const {bits, title} of marks) expect(bits, title).toBeLessThan(uniformBits(text, moreOf(name)));
  });

  it("are placed by numbers that are theirs: counts by additions, networks by multiplications forth and back", () => {
    expect(counts.map(({additions}) => additions / text.learned)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const [i, {numbers}] of counts.slice(1).entries()) expect(numbers).toBeGreaterThan(counts[i]!.numbers);
    const gru = resultOf(text, "gru");
    const {step} = gru.seeds.find(({chooses}) => chooses === gru.chooses)!;
    expect(marks.find(({title}) => title === "GRU")).toMatchObject({
      parameters: gru.numbers,
      operations: 6 * gru.multiplyAdds * gru.tokensPerStep * step,
      bits: inUnit("bits per byte", text)(gru.test),
      counted: false,
      stage: 3
    });
    expect(new Set(marks.map(({title}) => title)).size).toBe(marks.length);
  });
});

it("transformers of other sizes have the multiply-adds that estimate has for them", () => {
  const {transformers} = moreOf("a sixth of Moby Dick");
  const vocabSize = Math.round(Math.exp(moreOf("a sixth of Moby Dick").uniform));
  for (const {about, multiplyAdds, numbers} of transformers) {
    const [layers, width] = about.match(/\d+/g)!.map(Number);
    const config = {vocabSize, context: 48, width: width!, layers: layers!, heads: width! / 8 > 10 ? 6 : 2, tied: true};
    const {parameters, flopsPerToken} = estimate(config);
    expect(numbers).toBe(parameters.total);
    expect(multiplyAdds).toBe(Math.round(flopsPerToken.forward / 2));
  }
});

it("operations are those of the seed that was chosen, and not of the last", () => {
  const result = {
    multiplyAdds: 10,
    tokensPerStep: 5,
    seeds: [
      {seed: 1, step: 3, chooses: 2, test: 2},
      {seed: 2, step: 7, chooses: 1, test: 3}
    ]
  } as unknown as ModelResult;
  expect(trainingOperations(result)).toBe(6 * 10 * 5 * 7);
});

it("the line of the thrifty leaves out whoever is beaten with as little", () => {
  const mark = (title: string, parameters: number, bits: number): Mark => ({
    ...{title, about: "", stage: 1, counted: true, operations: -parameters, parameters, bits}
  });
  const marks = [mark("c", 30, 1), mark("a", 10, 3), mark("b", 20, 3.5), mark("d", 40, 1)];
  expect(frontier(marks, "parameters").map(({title}) => title)).toEqual(["a", "c"]);
  expect(frontier(marks, "operations").map(({title}) => title)).toEqual(["d"]);
});
