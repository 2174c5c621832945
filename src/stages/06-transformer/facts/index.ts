import {transformerLm} from "/lib/stages/transformer.js";
import {estimate} from "/lib/transformer.js";
import {excerpt} from "../../../../tools/corpora.js";
import shipped from "../../../data/models/characterGpt.json" with {type: "json"};
import {characterGptConfig} from "../../../data/models/characterGptConfig.js";
import {openModel, type KeptModel} from "../../../components/languageModel/keptModel.js";
import {numbersIn} from "../../../components/languageModel/numbersIn.js";
import {bestNgram} from "../../../components/languageModel/bestNgram.js";
import run from "../model/gptRun.json" with {type: "json"};
import long from "../model/passingRun.json" with {type: "json"};
import {gptConfig, gptStart} from "../model/gptSpec.js";
import {blockSize, tinyAttention, tinyBlock} from "../model/tinyBlock.js";

/** The kept run of a transformer on Moby Dick, its size, and the tiny block. */
export function facts() {
  const model = transformerLm(gptConfig({}, excerpt("moby-dick").text, false));
  const {config} = model.transformer;
  const parameters = numbersIn(model.model().params);
  const {scored, totalSteps, batchSize, context} = characterGptConfig;
  const ngram = bestNgram(model, scored);
  const {log, baselines} = run.value;
  const lossOf = (begin: string): number => baselines.find(({name}) => name.startsWith(begin))!.loss;
  const firstBelow = (loss: number): number => log.find((at) => at.metrics.validationLoss < loss)?.step ?? -1;
  const levelOfCounts = long.value.baselines.at(-1)!.loss;
  const above = long.value.log.filter(({metrics}) => metrics.validationLoss >= levelOfCounts);
  const passed = long.value.log.filter(({step}) => step > above.at(-1)!.step);
  const opened = openModel(shipped.value as KeptModel);
  const {weights, scores} = tinyAttention();
  const {attended, after} = tinyBlock();
  const block = blockSize(config.width, config.hidden);
  return {
    vocabSize: config.vocabSize,
    width: config.width,
    layers: config.layers,
    scored: gptStart.scored,
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
    shipped: shipped.value.roundedLoss,
    shippedParameters: numbersIn(opened.params),
    shippedReads: (totalSteps * batchSize * context) / model.train.length,
    shippedWidth: shipped.value.description.width,
    shippedLayers: shipped.value.description.layers,
    shippedKilobytes: (0.75 * shipped.value.weights.length) / 1000,
    shippedScored: scored,
    ngram: ngram.loss,
    ngramOrder: ngram.order,
    longTera: (estimate(opened.model.config).flopsPerToken.training * batchSize * context * totalSteps) / 1e12,
    longSteps: long.value.log.at(-1)!.step,
    longEnd: long.value.log.at(-1)!.metrics.validationLoss,
    shippedBefore: shipped.value.loss,
    longHalf: long.value.log[(long.value.log.length - 1) / 2]!.metrics.validationLoss,
    longCounted: levelOfCounts,
    passesAt: passed[0]?.step ?? -1,
    stepsBelow: passed.length,
    readSoFar: (log.at(-1)!.step * 16 * config.context) / model.train.length
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  startsAtLnV: Math.abs(f.start - f.uniform) < 0.1,
  beatsPairs: f.beatsPairsAt > 0 && f.beatsPairsAt <= f.steps / 2,
  below19: f.below19At > 0,
  staysBehind: f.end > f.best,
  twice: f.shippedWidth === 2 * f.width && f.shippedLayers === 2 * f.layers,
  orderBetween: f.ngramOrder > 5 && f.ngramOrder < 9,
  shippedAhead: f.shipped < f.ngram - 0.04,
  passes: f.passesAt > 0 && Math.abs(f.longCounted - f.ngram) < 1e-4,
  staysBelow: f.stepsBelow > 10,
  sameModel: Math.abs(f.longEnd - f.shippedBefore) < 1e-5,
  behindAtHalf: f.longHalf > f.longCounted,
  fiveTimes: f.shippedReads > 5 && f.shippedReads < 6,
  sumsUp: f.blocks + f.embedding + f.width === f.parameters,
  readOnce: f.readSoFar > 0.7 && f.readSoFar < 1.3
});
