/** What the section on evaluation measures: models on the same held-out names, their differences, calibration, copies. */
import {fold, hash, key, toBits, uniform} from "/lib/index.js";
import {bootstrapMean, clusteredMean} from "/lib/stages/neural-lm.js";
import {calibration} from "/lib/tensor.js";
import {excerpt} from "../../../../tools/corpora.js";
import {leastBound, leastOfMany} from "../model/bestOfMany.js";
import {copiers, WRITTEN} from "../model/copiers.js";
import {MODELS, tokensOf, type Evaluated, type ModelName} from "../model/evaluated.js";
import {leakOf} from "../model/leak.js";
import {readLogits} from "../model/logitCode.js";
import {manySeeds, spreadOf} from "../model/manySeeds.js";
import {LAST, NAMES, type Look} from "../model/overfitting.js";
import {pairOf} from "../model/pairOf.js";
import {reheated, type Predictions} from "../model/reheated.js";
import {stoppedAt} from "../model/stoppedAt.js";
import {TINY_TEXT, tinyCompared} from "../model/tinyCompared.js";
import byHeart from "../model/byHeart.json" with {type: "json"};
import evaluated from "../model/evaluated.json" with {type: "json"};
import overfitting from "../model/overfitting.json" with {type: "json"};

type Numbers = Readonly<Record<string, number>>;

const SEEDS = 16;
const SEED_STEPS = 300;
const PATIENCE = 5;
const told: Evaluated = evaluated.value;
const counts = told.names.map(tokensOf);
const all = counts.reduce((a, b) => a + b, 0);

function tiny(): Numbers {
  const {first, second, differences, one, two, paired} = tinyCompared();
  return {
    ...Object.fromEntries(first.map((x, i) => [`tinyFirst${i}`, x])),
    ...Object.fromEntries(second.map((x, i) => [`tinySecond${i}`, x])),
    ...Object.fromEntries(differences.map((x, i) => [`tinyDifference${i}`, x])),
    tinyTokens: TINY_TEXT.length - 1,
    tinyMeanFirst: one.mean,
    tinyMeanSecond: two.mean,
    tinyBitsFirst: toBits(one.mean),
    tinyBitsSecond: toBits(two.mean),
    tinyPaired: paired.mean,
    tinyPairedError: paired.standardError,
    tinyApart: Math.sqrt(one.standardError * one.standardError + two.standardError * two.standardError),
    tinyLow: paired.mean - 2.776 * paired.standardError,
    tinyHigh: paired.mean + 2.776 * paired.standardError
  };
}

/** A model on all names to test with. */
function alone(model: ModelName): Numbers {
  const nats = told.nats[model];
  const {mean, standardError} = clusteredMean(nats, counts);
  const {low, high} = bootstrapMean(nats, counts, {key: key(0)});
  return {
    [model]: mean,
    [`${model}Error`]: standardError,
    [`${model}Low`]: low,
    [`${model}High`]: high,
    [`${model}Bits`]: toBits(mean)
  };
}

function compared(name: string, a: ModelName, b: ModelName): Numbers {
  const {paired, apart} = pairOf(told, a, b, told.names.length);
  const differences = told.nats[a].map((x, i) => x - told.nats[b][i]!);
  const {low, high} = bootstrapMean(differences, counts, {key: key(0)});
  const {mean, standardError} = paired;
  return {
    [name]: mean,
    [`${name}Error`]: standardError,
    [`${name}Apart`]: apart,
    [`${name}Low`]: low,
    [`${name}High`]: high
  };
}

function choosing(): Numbers {
  const looks: readonly Look[] = overfitting.value;
  const {best, stop} = stoppedAt(looks, PATIENCE);
  const last = looks.at(-1)!;
  const seeds = manySeeds(excerpt("names").text, SEEDS, SEED_STEPS);
  const [validation, test] = [spreadOf(seeds.map((s) => s.validation)), spreadOf(seeds.map((s) => s.test))];
  const picked = seeds.reduce((a, b) => (b.validation < a.validation ? b : a));
  const least = leastOfMany();
  return {
    shortNames: NAMES,
    patience: PATIENCE,
    bestStep: best.step,
    bestTrain: best.train,
    bestValidation: best.validation,
    bestTest: best.test,
    stopStep: stop.step,
    lastStep: LAST,
    looks: looks.length - 1,
    lastTrain: last.train,
    lastValidation: last.validation,
    seeds: SEEDS,
    seedSteps: SEED_STEPS,
    seedDeviation: validation.deviation,
    pickedGain: validation.mean - picked.validation,
    pickedLeft: test.mean - picked.test,
    least16: -least[SEEDS - 1]!,
    least20: -least[19]!,
    least100: -least[99]!,
    bound200: -leastBound(200),
    luck: -least[SEEDS - 1]! * validation.deviation
  };
}

function leaking(order: number): Numbers {
  const corpus = excerpt("names").text;
  const [once, twice] = [leakOf(corpus, order), leakOf(`${corpus}\n${corpus}`, order)];
  return {
    onceLeaked: once.leaked,
    onceLoss: once.loss,
    twiceLeaked: twice.leaked,
    twiceLoss: twice.loss,
    twiceKnown: twice.known,
    twiceFresh: twice.fresh
  };
}

/** How far off a model of these confidences seems by chance alone, if each is right as often as it says. */
function calibratedByChance(confidence: readonly number[]): number {
  const draws = 20;
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) {
    const right = confidence.map((p, i) => uniform(fold(key(5), draw), i) < p);
    sum += calibration(confidence, right).expectedCalibrationError;
  }
  return sum / draws;
}

function heat(name: string, predictions: Predictions, temperature: number): Numbers {
  const {loss, brier, accuracy, amongThree, confidence, calibration} = reheated(predictions, temperature);
  return {
    [`${name}Loss`]: loss,
    [`${name}Brier`]: brier,
    [`${name}Accuracy`]: accuracy,
    [`${name}AmongThree`]: amongThree,
    [`${name}Confidence`]: confidence,
    [`${name}Ece`]: calibration.expectedCalibrationError
  };
}

function calibrated(): Numbers {
  const of = ({logits, labels}: {readonly logits: readonly string[]; readonly labels: readonly number[]}) => ({
    logits: logits.map(readLogits),
    labels
  });
  const [network, heart] = [of(told), of(byHeart.value)];
  const sure = network.logits.map((row) => 1 / row.reduce((sum, z) => sum + Math.exp(z), 0));
  return {
    ...heat("plain", network, 1),
    ...heat("warmed", network, told.chosen.temperature),
    ...heat("cold", network, 0.5),
    ...heat("heart", heart, 1),
    ...heat("heartWarmed", heart, byHeart.value.temperature),
    temperature: told.chosen.temperature,
    heartTemperature: byHeart.value.temperature,
    chanceEce: calibratedByChance(sure)
  };
}

/** Tokens taken for independent: how much too sure that is. */
function asTokens(): Numbers {
  const nats = told.logits.map((row, i) => {
    const logits = readLogits(row);
    return Math.log(logits.reduce((sum, z) => sum + Math.exp(z), 0)) - logits[told.labels[i]!]!;
  });
  const {mean, standardError} = clusteredMean(
    nats,
    nats.map(() => 1)
  );
  return {tokenMean: mean, tokenError: standardError};
}

function memorized(): Numbers {
  const all = Object.entries(copiers(excerpt("names").text, told.chosen.order, LAST));
  return Object.fromEntries(
    all.flatMap(([name, {written, held}]) => [
      [`${name}Whole`, written.whole],
      [`${name}Run`, written.run / written.length],
      [`${name}HeldRun`, held.run / held.length]
    ])
  );
}

export const facts = (): Numbers => {
  const pairs = {
    ...compared("gruNetwork", "gru", "network"),
    ...compared("seedsApart", "network", "again"),
    ...compared("networkNgram", "network", "ngram"),
    ...compared("mixtureNgram", "mixture", "ngram"),
    ...compared("bigrams", "neuralBigram", "bigram")
  };
  const perName = Math.sqrt(told.names.length);
  const wanted = (1.96 * (pairs["gruNetworkError"] ?? NaN) * perName) / 0.02;
  const networkNats = told.nats.network.reduce((a, b) => a + b, 0);
  return {
    names: told.names.length,
    tokens: all,
    order: told.chosen.order,
    letters: all / told.names.length,
    perplexityToken: Math.exp(networkNats / all),
    perplexityPair: Math.exp((2 * networkNats) / all),
    meanOfPerplexities: told.nats.network.reduce((sum, x, i) => sum + Math.exp(x / counts[i]!), 0) / told.names.length,
    padded: networkNats / (told.names.length * Math.max(...counts)),
    longest: Math.max(...counts),
    perplexityName: Math.exp(networkNats / told.names.length),
    ...tiny(),
    ...Object.assign({}, ...MODELS.map(alone)),
    ...pairs,
    gruNetworkRatio: (pairs["gruNetwork"] ?? NaN) / (pairs["gruNetworkError"] ?? NaN),
    namesWanted: Math.ceil(wanted * wanted),
    ...asTokens(),
    ...choosing(),
    ...leaking(told.chosen.order),
    ...calibrated(),
    written: WRITTEN,
    ...memorized()
  };
};

/** The first steps of two seeds, which a test repeats. */
export const firstSteps = (): string => hash({told: JSON.stringify(manySeeds(excerpt("names").text, 2, 5))});

/** What the page says of them in words. */
export const claims = (f: Numbers) => {
  const of = (name: string): number => f[name] ?? NaN;
  const covers = (pair: string): boolean => of(`${pair}Low`) < 0 && of(`${pair}High`) > 0;
  const models = MODELS.filter((model) => model !== "ngram" && model !== "mixture");
  return {
    tinyNoBetter: of("tinyMeanSecond") > of("tinyMeanFirst"),
    tinyUndecided: of("tinyLow") < 0 && of("tinyHigh") > 0,
    tinyPairingHelps: of("tinyApart") > 6 * of("tinyPairedError"),
    trainFalls: of("lastTrain") < of("bestTrain") - 0.5,
    validationRises: of("lastValidation") > of("bestValidation") + 0.1,
    stopsEarly: of("stopStep") < of("lastStep") / 2,
    testHigher: of("bestTest") > of("bestValidation") + 0.02,
    pickingGains: of("pickedGain") > 0.01,
    littleIsLeft: of("pickedLeft") < of("pickedGain") / 3,
    gainIsNoise: of("pickedGain") < of("least16") * of("seedDeviation"),
    leakLooksGood: of("twiceLoss") < of("onceLoss") - 0.3,
    leakIsNoGood: of("twiceFresh") > of("onceLoss"),
    averagesDiffer: of("meanOfPerplexities") > 1.1 * of("perplexityToken"),
    paddingFlatters: of("padded") < of("network") * 0.7,
    unitsDiffer: of("perplexityName") > 1e6,
    intervalsOverlap: of("networkLow") < of("gruHigh") && of("gruLow") < of("networkHigh"),
    gruUndecided: covers("gruNetwork") && of("gruNetwork") < 1.96 * of("gruNetworkError"),
    gruNearlyDecided: of("gruNetwork") > 1.6 * of("gruNetworkError"),
    seedsUndecided: covers("seedsApart"),
    mixtureUndecided: covers("mixtureNgram"),
    ngramAhead: of("networkNgramLow") > 0.15 && models.every((model) => of(model) > of("ngramHigh")),
    descentNotThere: of("bigramsLow") > 0.04,
    pairingHelps: of("gruNetworkApart") > 2 * of("gruNetworkError"),
    pairingTriples: of("bigramsApart") > 3 * of("bigramsError"),
    clustersAlike: Math.abs(of("networkError") / of("tokenError") - 1) < 0.1,
    bootstrapAgrees: ["gruNetwork", "networkNgram", "mixtureNgram"].every(
      (pair) => Math.abs((of(`${pair}High`) - of(`${pair}Low`)) / (3.92 * of(`${pair}Error`)) - 1) < 0.06
    ),
    tooSure: of("plainConfidence") > of("plainAccuracy") + 0.02,
    warmingHelpsLittle: of("warmedLoss") < of("plainLoss") && of("plainLoss") - of("warmedLoss") < 0.01,
    warmedNearer: of("warmedEce") < 0.7 * of("plainEce") && of("warmedEce") > of("chanceEce"),
    orderStays: of("coldAccuracy") === of("plainAccuracy") && of("coldAmongThree") === of("plainAmongThree"),
    coldIsWorse: of("coldLoss") > of("plainLoss") + 0.3 && of("coldEce") > 5 * of("plainEce"),
    heartFarTooSure: of("heartConfidence") > of("heartAccuracy") + 0.15,
    heartWarmedHelps: of("heartLoss") - of("heartWarmedLoss") > 0.15 && of("heartWarmedEce") < of("heartEce") / 5,
    riseWasConfidence: of("heartWarmedLoss") < of("bestTest"),
    heartStillWorse: of("heartWarmedLoss") > of("warmedLoss") + 0.2,
    ngramCopies: of("ngramWhole") > 0.35 && of("ngramRun") > of("ngramHeldRun") + 0.05,
    networkCopiesLess: of("networkWhole") < of("ngramWhole") / 3 && of("networkRun") < of("networkHeldRun"),
    heartCopiesMore: of("byHeartWhole") > of("networkWhole") && of("byHeartRun") > of("byHeartHeldRun") + 0.03
  };
};
