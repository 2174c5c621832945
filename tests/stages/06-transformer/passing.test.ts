import {expect, it} from "vitest";
import {questions} from "../../../src/stages/06-transformer/exercises/indexQuestions.js";
import {find} from "../../../src/components/exercise/question.js";
import kept from "../../../src/stages/06-transformer/facts/index.json" with {type: "json"};
import {shownLayers} from "../../../src/stages/06-transformer/model/gptSpec.js";
import long from "../../../src/stages/06-transformer/model/passingRun.json" with {type: "json"};
import {bestNgram} from "../../../src/components/languageModel/bestNgram.js";
import {passingConfig, passingStart} from "../../../src/stages/06-transformer/model/passingSpec.js";
import {transformerLm} from "../../../lib/stages/06-transformer/index.js";
import {excerpt} from "../../../tools/corpora.js";

it("the question where the run ends tells what was found", () => {
  const {best, order, end} = kept.facts;
  const {prompt, options} = find(questions, "choose", "transformer-end");
  expect(prompt).toContain(`at about ${best.toFixed(1)} nats a letter`);
  const [, between, below] = options;
  expect(between).toMatchObject({right: true, text: `Near ${end.toFixed(1)}, between the two.`});
  expect(between!.why).toContain("every eight letters in a row");
  expect(order + 1).toBe(8);
  expect(below!.text).toContain(`Below ${best.toFixed(1)}`);
});

it("the long run is judged by the letters that counting is judged by", () => {
  const {loss, order} = bestNgram(
    transformerLm(passingConfig({}, excerpt("moby-dick").text, false)),
    passingStart.scored
  );
  expect(long.value.baselines.at(-1)).toEqual({name: `best n-gram, order ${order}`, loss: Number(loss.toPrecision(6))});
});

it("the long run keeps all layers to choose from, and the courses of those that are drawn", () => {
  const [first, ...others] = long.value.log.map(({metrics}) => metrics.layers.map(({path}) => path));
  for (const paths of others) expect(paths).toEqual(shownLayers(first!));
});
