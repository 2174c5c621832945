import {leaves} from "/lib/index.js";
import {transformerLm} from "/lib/stages/transformer.js";
import {isTensor} from "/lib/tensor.js";
import {excerpt} from "../../../../tools/corpora.js";
import run from "../model/gptRun.json" with {type: "json"};
import {gptConfig} from "../model/gptSpec.js";
import {blockSize, tinyAttention, tinyBlock} from "../model/tinyBlock.js";

/** The kept run of a transformer on Moby Dick, its size, and the tiny block. */
export function facts() {
  const model = transformerLm(gptConfig({}, excerpt("moby-dick").text, false));
  const {config} = model.transformer;
  const parameters = leaves(model.model().params).reduce(
    (sum, [, leaf]) => sum + (isTensor(leaf) ? leaf.data.length : 0),
    0
  );
  const {log, baselines} = run.value;
  const lossOf = (begin: string): number => baselines.find(({name}) => name.startsWith(begin))!.loss;
  const firstBelow = (loss: number): number => log.find((at) => at.metrics.validationLoss < loss)?.step ?? -1;
  const {weights, scores} = tinyAttention();
  const {attended, after} = tinyBlock();
  const block = blockSize(config.width, config.hidden);
  return {
    vocabSize: config.vocabSize,
    width: config.width,
    hidden: config.hidden,
    context: config.context,
    parameters,
    block,
    blocks: config.layers * block,
    embedding: config.vocabSize * config.width,
    start: log[0]!.metrics.validationLoss,
    uniform: Math.log(config.vocabSize),
    end: log.at(-1)!.metrics.validationLoss,
    endBits: log.at(-1)!.metrics.validationBitsPerCharacter,
    steps: log.at(-1)!.step,
    beatsPairsAt: firstBelow(lossOf("pairs")),
    below19At: firstBelow(1.9),
    best: lossOf("best"),
    order: Number(/order (\d+)/.exec(baselines.at(-1)!.name)![1]),
    tinyScore: scores[0]!,
    tinyOwnScore: scores[2]!,
    tinyWeight: weights[0]!,
    tinyOwnWeight: weights[2]!,
    tinyAttended: attended[0],
    tinyAfter: after[0],
    readSoFar: (log.at(-1)!.step * 16 * config.context) / model.train.length
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  startsAtLnV: Math.abs(f.start - f.uniform) < 0.1,
  beatsPairs: f.beatsPairsAt > 0 && f.beatsPairsAt <= f.steps / 2,
  below19: f.below19At > 0,
  staysBehind: f.end > f.best,
  sumsUp: f.blocks + f.embedding + f.width === f.parameters,
  readOnce: f.readSoFar > 0.7 && f.readSoFar < 1.3
});
