import {describe, expect, it} from "vitest";
import {transformerLm} from "../../../lib/stages/06-transformer/index.js";
import {excerpt} from "../../../tools/corpora.js";
import {BUDGETS, kindRuns, lengthsOf, levelsOf, LOOKS} from "../../../src/stages/06-transformer/model/kinds.js";
import kept from "../../../src/stages/06-transformer/model/kindsRuns.json" with {type: "json"};

const corpus = excerpt("opening").text;
const names = excerpt("names").text.slice(0, 8000);

describe("four kinds of model on one text", () => {
  it("know how long a token and a document are, on average", () => {
    expect(lengthsOf(transformerLm({corpus})).token).toBe(1);
    const subwords = transformerLm({corpus, tokens: "subwords"});
    expect(lengthsOf(subwords).token).toBeCloseTo(subwords.texts.train.length / subwords.train.length, 9);
    const listed = transformerLm({corpus: "anna\nbo\ncarla\n".repeat(20), documents: true});
    const lines = listed.texts.train.split("\n").slice(0, -1);
    expect(lengthsOf(listed).document).toBeCloseTo(listed.texts.train.length / lines.length, 9);
  });

  it.each(BUDGETS)("read as many characters each, within one part in twenty, of %s", (budget) => {
    for (const tokens of ["characters", "subwords"] as const)
      for (const [text, documents] of [
        [corpus, false],
        [names, true]
      ] as const) {
        const runs = kindRuns(
          text,
          documents,
          {tokens, budget},
          lengthsOf(transformerLm({corpus: text, documents, tokens}))
        );
        for (const {steps, perStep, config} of Object.values(runs)) {
          expect(steps % LOOKS).toBe(0);
          expect(config.totalSteps).toBe(steps);
          expect(Math.abs((steps * perStep) / budget - 1)).toBeLessThan(0.05);
        }
      }
  });

  it("are judged in one measure: nats a token become bits a byte as those of a measurement that has both", () => {
    const baselines = [
      {name: "every token equally likely", loss: 4},
      {name: "single tokens", loss: 3},
      {name: "best n-gram, order 4", loss: 1.5}
    ];
    expect(levelsOf(baselines, {validationLoss: 2, validationBitsPerByte: 3})).toEqual([
      {name: "single characters", bitsPerByte: 4.5},
      {name: "best n-gram, order 4", bitsPerByte: 2.25}
    ]);
  });

  it("end in the order that was kept, each below single characters", () => {
    const {courses, levels} = kept.value;
    const ends = Object.values(courses).map(({points}) => points.at(-1)![1]!);
    for (const end of ends) expect(end).toBeLessThan(levels[0]!.bitsPerByte);
    expect(Math.max(...Object.values(courses).map(({points}) => points[0]![0]!))).toBe(0);
  });
});
