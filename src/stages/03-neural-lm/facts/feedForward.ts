/** What the section on the feed-forward model measures: the tiny step, sizes, contexts, depth and activations. */
import {hash, log10, timeline} from "/lib/index.js";
import {bengio} from "/lib/stages/neural-lm.js";
import {excerpt} from "../../../../tools/corpora.js";
import {boundOf, errorOf, fitOf, type Target, type Unit} from "../model/bumps.js";
import {counted, looked, settingsOf, STEPS, trained} from "../model/contextLoss.js";
import {folded, piecesOf} from "../model/folds.js";
import {layersOf, operationsOf, parametersOf, tableOf} from "../model/networkSizes.js";
import {START, tinyPass, tinyStep} from "../model/tinyHidden.js";

const CONTEXTS = [1, 2, 3, 5, 8] as const;

function tiny() {
  const before = tinyPass(START, "a", "n");
  const moved = tinyStep(START, before);
  const after = tinyPass(moved, "a", "n");
  const n = 4;
  return {
    tinyH: before.h[0]!,
    tinyP: before.probabilities[n]!,
    tinyLoss: before.loss,
    tinyDh1: before.slopes.h[0]!,
    tinyDh2: before.slopes.h[1]!,
    tinyDz1: before.slopes.z[0]!,
    tinyDz2: before.slopes.z[1]!,
    tinyX1: moved.vectors[1]![0]!,
    tinyX2: moved.vectors[1]![1]!,
    tinyPAfter: after.probabilities[n]!,
    tinyLossAfter: after.loss
  };
}

function sizes(vocabulary: number) {
  const size = {vocabulary, context: 8, width: 16, hidden: 128};
  const [vectors, hidden, output] = layersOf(size).map(({parameters}) => parameters);
  const [, hiddenWork, outputWork] = layersOf(size).map(({operations}) => operations);
  const words = {vocabulary: 17_964, context: 5, width: 100, hidden: 60};
  const worked = layersOf(words);
  return {
    vocabulary,
    vectors: vectors!,
    hiddenParameters: hidden!,
    outputParameters: output!,
    parameters: parametersOf(size),
    moreContext: parametersOf({...size, context: 9}) - parametersOf(size),
    tablePower: log10(tableOf(vocabulary, 8)),
    hiddenWork: hiddenWork!,
    outputWork: outputWork!,
    work: operationsOf(size),
    wordsOutputShare: worked[2]!.operations / operationsOf(words)
  };
}

const fit = (unit: Unit, target: Target, n: number) => {
  const [error, bound] = [errorOf(fitOf(unit, target, n, 3), target), boundOf(unit, target, n, 3)];
  return {[`${unit}${n}`]: error, [`${unit}${n}Bound`]: bound};
};

export const facts = (): Readonly<Record<string, number>> => {
  const corpus = excerpt("names").text;
  const opened = bengio(settingsOf(corpus, {}));
  const byContext = CONTEXTS.flatMap((context) => [
    [`network${context}`, trained(settingsOf(corpus, {context})).loss],
    [`counts${context}`, counted(opened, context)]
  ]);
  const shapes = Object.entries({
    none: [],
    narrow: [32],
    wide: [256],
    two: [128, 128],
    three: [64, 64, 64]
  }).map(([name, hidden]) => [name, trained(settingsOf(corpus, {hidden})).loss]);
  const kinds = (["relu", "gelu", "silu", "sigmoid"] as const).map((activation) => [
    activation,
    trained(settingsOf(corpus, {activation})).loss
  ]);
  const look = (name: string, more: Parameters<typeof settingsOf>[1]) => {
    const {state, model, loss} = trained(settingsOf(corpus, more));
    const {dead, saturated, active} = looked(model, state.params);
    return {[`${name}Dead`]: dead, [`${name}Saturated`]: saturated, [`${name}Active`]: active, [`${name}Loss`]: loss};
  };
  const names = corpus.split("\n");
  return {
    steps: STEPS,
    names: names.length,
    ette: names.filter((name) => name.endsWith("ette")).length,
    beyondFive: names.reduce((sum, {length}) => sum + Math.max(0, length - 5), 0) / (corpus.length + 1),
    train: opened.train.length,
    held: opened.held.length,
    shares: counted(opened, 0),
    ...tiny(),
    ...sizes(opened.tokenizer.vocabulary.tokens.length),
    ...fit("relu", "wave", 8),
    ...fit("relu", "wave", 16),
    ...fit("relu", "wave", 32),
    ...fit("tanh", "wave", 8),
    ...fit("tanh", "wave", 16),
    ...fit("tanh", "wave", 32),
    pieces5: piecesOf((x) => folded(x, 5), 64),
    pieces10: piecesOf((x) => folded(x, 10), 2048),
    ...Object.fromEntries([...byContext, ...shapes, ...kinds]),
    ...look("usual", {activation: "relu"}),
    ...look("hot", {activation: "relu", learningRate: 0.1, clip: Infinity}),
    ...look("tame", {activation: "tanh"}),
    ...look("large", {activation: "tanh", scale: 10})
  };
};

/** The first steps of the longest run, which a test repeats. */
export const firstSteps = (): string =>
  hash(timeline(bengio, settingsOf(excerpt("names").text, {context: 8}), {history: false}).at(20).state);

/** What the page says of them in words. */
export const claims = (f: Readonly<Record<string, number>>) => {
  const of = (name: string): number => f[name] ?? NaN;
  const contexts = CONTEXTS.map((n) => ({network: of(`network${n}`), counts: of(`counts${n}`)}));
  const quotient = (a: string, b: string): number => of(a) / of(b);
  return {
    lossFalls: of("tinyLossAfter") < of("tinyLoss") / 2,
    secondMoves: Math.abs(of("tinyDh2")) > Math.abs(of("tinyDz1")) * 3,
    networkFalls: of("network1") > of("network2") && of("network2") > of("network3") && of("network3") > of("network5"),
    eightAddsLittle: Math.abs(of("network8") - of("network5")) < 0.01,
    countsAhead: contexts.every(({network, counts}) => counts < network),
    countsTurn: of("counts8") > of("counts5"),
    gapGrows: of("network5") - of("counts5") > 3 * (of("network1") - of("counts1")),
    hiddenHelps: of("network8") < of("none") - 0.05,
    narrowNoBetter: of("narrow") > of("none") - 0.01,
    widerNoBetter: of("wide") > of("network8") - 0.005,
    deeperNoBetter: of("two") > of("network8") - 0.005 && of("three") > of("network8") + 0.03,
    bentBetter: Math.max(of("relu"), of("gelu"), of("silu")) < of("network8"),
    sigmoidLast: of("sigmoid") > of("network8"),
    closeTogether: of("sigmoid") - of("gelu") < 0.05,
    usualNoneDead: of("usualDead") === 0,
    hotAllDead: of("hotDead") === 1,
    hotKnowsShares: Math.abs(of("hotLoss") - of("shares")) < 0.05,
    largeSaturates: of("largeSaturated") > of("tameSaturated") + 0.2,
    largeLearnsLess: of("largeLoss") > of("tameLoss") + 0.05,
    underBounds: ["relu8", "relu16", "relu32", "tanh8", "tanh16", "tanh32"].every((n) => of(n) <= of(`${n}Bound`)),
    reluQuarters: quotient("relu8", "relu16") > 3.5 && quotient("relu16", "relu32") > 3.5,
    tanhHalves: quotient("tanh8", "tanh16") < 2.2 && quotient("tanh16", "tanh32") < 2.2,
    wordsInOutput: of("wordsOutputShare") > 0.95,
    fewBeyondFive: of("beyondFive") < 0.3,
    lettersInHidden: of("hiddenWork") > 2 * of("outputWork"),
    foldsDouble: of("pieces5") === 32 && of("pieces10") === 1024
  };
};
