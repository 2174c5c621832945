/** What the section on training dynamics measures: signals through layers, first losses, and who learns. */
import {hash, log, timeline} from "/lib/index.js";
import {bengio} from "/lib/stages/neural-lm.js";
import * as t from "/lib/tensor.js";
import {excerpt} from "../../../../tools/corpora.js";
import {mostLoss, secondOrderLoss} from "../model/firstLoss.js";
import {FACTORS, outputScaled, STICK_STEPS} from "../model/outputScale.js";
import {backwardSquares, forwardSquares} from "../model/predictedSignals.js";
import {
  firstParams,
  lossOf,
  namesData,
  signalsOf,
  training,
  type SignalParams,
  type SignalSetting,
  type Training
} from "../model/signals.js";
import {tinyScaled} from "../model/tinyScaled.js";

const STEPS = 300;
const EARLY = 100;
const DEEP = 10;

/** An untrained network on 1,024 contexts: what passes, against what theory says. */
function passed(corpus: string, setting: SignalSetting) {
  const {data, vocabulary} = namesData(corpus, 1024, 2);
  const {layers} = signalsOf(setting, firstParams(setting, vocabulary), data(0));
  const [first, last] = [layers[0]!, layers.at(-1)!];
  const forward = forwardSquares(setting, first.rms * first.rms);
  const backward = backwardSquares(setting, forward, last.gradientRms * last.gradientRms);
  return {
    layers,
    up: last.rms / first.rms,
    upPredicted: Math.sqrt(forward.at(-1)! / forward[0]!),
    back: first.gradientRms / last.gradientRms,
    backPredicted: Math.sqrt(backward[0]! / backward.at(-1)!),
    flat: last.flat
  };
}

const wide = {depth: DEEP, width: 128, layering: "plain"} as const;

function signals(corpus: string) {
  const one = passed(corpus, {...wide, depth: 1, bend: "none", gain: 1});
  const bent = passed(corpus, {...wide, depth: 1, bend: "relu", gain: 1});
  const of = (name: string, setting: SignalSetting) => {
    const {up, upPredicted, back, backPredicted, flat} = passed(corpus, setting);
    return {
      [`${name}Up`]: up,
      [`${name}UpPredicted`]: upPredicted,
      [`${name}Back`]: back,
      [`${name}BackPredicted`]: backPredicted,
      [`${name}Flat`]: flat
    };
  };
  const meanOf = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
  return {
    oneUp: one.up * one.up,
    oneBack: one.back * one.back,
    reluShare: meanOf(bent.layers[1]!.signal.map((x) => x * x)) / meanOf(one.layers[1]!.signal.map((x) => x * x)),
    ...of("reluLecun", {...wide, bend: "relu", gain: 1}),
    ...of("reluHe", {...wide, bend: "relu", gain: 2}),
    ...of("reluLarge", {...wide, bend: "relu", gain: 4}),
    ...of("tanhLecun", {...wide, bend: "tanh", gain: 1}),
    ...of("tanhLarge", {...wide, bend: "tanh", gain: 9}),
    ...of("normSmall", {...wide, bend: "relu", gain: 0.25, layering: "norm"}),
    ...of("normLarge", {...wide, bend: "relu", gain: 8, layering: "norm"}),
    ...of("residual", {...wide, bend: "relu", gain: 2, layering: "residual"}),
    ...of("residualScaled", {...wide, bend: "relu", gain: 2 / DEEP, layering: "residual"})
  };
}

/** The loss on 1,024 contexts after so many steps from first weights, or from others. */
function learned(corpus: string, kind: Training, setting: SignalSetting, from?: SignalParams, steps = STEPS) {
  const {data, vocabulary} = namesData(corpus);
  const judged = namesData(corpus, 1024, 2).data(0);
  let params = from ?? firstParams(setting, vocabulary);
  const run = training(kind, setting, params, data);
  const lossNow = (): number => t.item(lossOf(setting)(params, judged));
  let early = NaN;
  for (let step = 1; step <= steps; step++) {
    params = run.next().value;
    if (step === EARLY) early = lossNow();
  }
  return {params, early, loss: lossNow(), topDead: () => signalsOf(setting, params, judged).layers.at(-1)!.dead};
}

const GAINS = {Half: 0.5, One: 1, Two: 2, Four: 4, Eight: 8} as const;

function trainings(corpus: string) {
  const narrow = {depth: DEEP, width: 64, bend: "relu"} as const;
  const plain = Object.entries(GAINS).flatMap(([name, gain]) => {
    const setting = {...narrow, gain, layering: "plain"} as const;
    const {early, loss} = learned(corpus, "descent", setting);
    return [
      [`early${name}`, early],
      [`descent${name}`, loss],
      [`adamw${name}`, learned(corpus, "adamw", setting).loss]
    ];
  });
  const long = learned(corpus, "long", {...narrow, depth: 6, gain: 2, layering: "plain"}, undefined, 100);
  const after = learned(corpus, "descent", {...narrow, depth: 6, gain: 2, layering: "plain"}, long.params);
  return {
    ...Object.fromEntries(plain),
    normHalf: learned(corpus, "descent", {...narrow, gain: 0.5, layering: "norm"}).loss,
    normEight: learned(corpus, "descent", {...narrow, gain: 8, layering: "norm"}).loss,
    residualFifth: learned(corpus, "descent", {...narrow, gain: 0.2, layering: "residual"}).loss,
    fadedLoss: learned(corpus, "descent", {...narrow, depth: 6, gain: 0.25, layering: "plain"}, undefined, 0).loss,
    longDead: long.topDead(),
    longLoss: long.loss,
    afterDead: after.topDead(),
    afterLoss: after.loss
  };
}

function firstLosses(corpus: string) {
  return Object.fromEntries(
    FACTORS.flatMap((factor) => {
      const {deviation, losses, gradientNorm, vocabulary} = outputScaled(corpus, factor);
      return [
        [`deviation${factor}`, deviation],
        [`second${factor}`, secondOrderLoss(vocabulary, deviation)],
        [`most${factor}`, mostLoss(vocabulary, deviation)],
        [`gradient${factor}`, gradientNorm],
        ...STICK_STEPS.map((step, i) => [`stick${factor}At${step}`, losses[i]!])
      ];
    })
  );
}

function health(corpus: string) {
  const run = timeline(bengio, {corpus, documents: true}, {history: false});
  const at = (step: number) => {
    const {gradientNorm, layers} = run.at(step).metrics;
    const ratio = (path: string): number => {
      const {updateNorm, weightNorm} = layers.find((one) => one.path === path)!;
      return updateNorm / weightNorm;
    };
    return {
      [`hiddenRatio${step}`]: ratio("layers.0.weight"),
      [`outputRatio${step}`]: ratio("layers.1.weight"),
      [`gradientAt${step}`]: gradientNorm
    };
  };
  return {...at(0), ...at(100), ...at(500)};
}

/** The share of each token in the names, as a loss: what a network reaches that sees no context. */
function singleTokens(corpus: string): number {
  const {train} = bengio({corpus, documents: true});
  const counts = new Map<number, number>();
  for (const id of train) counts.set(id, (counts.get(id) ?? 0) + 1);
  return -[...counts.values()].reduce((sum, n) => sum + (n / train.length) * log(n / train.length), 0);
}

function tiny() {
  const [usual, sure, wrong] = [tinyScaled(1, 1, "n"), tinyScaled(1, 10, "n"), tinyScaled(1, 10, "⏎")];
  const saturated = tinyScaled(5, 1, "n");
  return {
    tinyLoss: usual.loss,
    tinyUsualWrong: tinyScaled(1, 1, "⏎").loss,
    tinySureP: sure.probabilities[4]!,
    tinySureLoss: sure.loss,
    tinyWrongP: wrong.probabilities[0]!,
    tinyWrongLoss: wrong.loss,
    tinyWrongSlopeA: wrong.slopes.logits[1]!,
    tinyH5: saturated.h[0]!,
    tinyDh5: saturated.slopes.h[0]!,
    tinyDz5: saturated.slopes.z[0]!,
    tinyDz1: usual.slopes.z[0]!
  };
}

export const facts = (): Readonly<Record<string, number>> => {
  const corpus = excerpt("names").text;
  const {vocabulary} = namesData(corpus);
  return {
    steps: STEPS,
    early: EARLY,
    depth: DEEP,
    vocabulary,
    lnV: log(vocabulary),
    single: singleTokens(corpus),
    ...tiny(),
    ...signals(corpus),
    ...firstLosses(corpus),
    ...health(corpus),
    ...trainings(corpus)
  };
};

/** The first steps of the longest runs, which a test repeats. */
export const firstSteps = (): string => {
  const setting = {depth: DEEP, width: 64, bend: "relu", gain: 2, layering: "plain"} as const;
  return hash(learned(excerpt("names").text, "adamw", setting, undefined, 10).params);
};

/** What the page says of them in words. */
export const claims = (f: Readonly<Record<string, number>>) => {
  const of = (name: string): number => f[name] ?? NaN;
  const near = (a: string, b: string, factor: number): boolean => of(a) / of(b) < factor && of(b) / of(a) < factor;
  const names = ["reluLecun", "reluHe", "reluLarge", "tanhLecun", "tanhLarge", "normSmall", "normLarge"];
  const all = [...names, "residual", "residualScaled"];
  return {
    oneKeeps: Math.abs(of("oneUp") - 1) < 0.1 && Math.abs(of("oneBack") - 1) < 0.1,
    reluHalves: Math.abs(of("reluShare") - 0.5) < 0.05,
    theoryHolds: all.every(
      (name) => near(`${name}Up`, `${name}UpPredicted`, 4 / 3) && near(`${name}Back`, `${name}BackPredicted`, 4 / 3)
    ),
    normAlike: Math.abs(of("normSmallUp") / of("normLargeUp") - 1) < 0.01,
    heLearnsMore: Math.min(of("descentHalf"), of("descentOne"), of("descentEight")) > of("descentTwo") + 0.1,
    halfStands: Math.abs(of("earlyHalf") - of("single")) < 0.1,
    twoIsOff: of("earlyTwo") < of("earlyHalf") - 0.3,
    twoOrFour: Math.abs(of("descentTwo") - of("descentFour")) < 0.05,
    adamwHelpsHalf: of("adamwHalf") < of("descentHalf") - 0.1,
    adamwSameOrder: Math.min(of("adamwHalf"), of("adamwEight")) > of("adamwTwo") + 0.1,
    tanhPower: Math.abs(of("tanhLecunUp") / Math.sqrt(1 / (1 + 2 * DEEP)) - 1) < 0.1,
    firstUpdate:
      Math.abs(of("hiddenRatio0") / (0.003 * Math.sqrt(128)) - 1) < 0.03 &&
      Math.abs(of("outputRatio0") / (10 * 0.003 * Math.sqrt(128)) - 1) < 0.03,
    tanhLargeExplodes: of("tanhLargeUp") < 1 && of("tanhLargeBack") > 10,
    reluWays: of("reluLecunUp") < 0.05 && of("reluHeUp") > 0.5 && of("reluHeUp") < 2 && of("reluLargeUp") > 20,
    residualGrows: of("residualUp") > 20 && of("residualScaledUp") < Math.sqrt(Math.E),
    ratiosFall: ["hiddenRatio", "outputRatio"].every(
      (name) => of(`${name}0`) > of(`${name}100`) && of(`${name}100`) > of(`${name}500`)
    ),
    ratiosAbove: of("hiddenRatio500") > 0.002 && of("outputRatio500") < 0.01,
    gradientGrows: of("gradient100") > 10 * of("gradient1"),
    tenIsHarmless: Math.abs(of("stick10At300") - of("stick1At300")) < 0.02,
    onlyBias: Math.abs(of("afterLoss") - of("single")) < 0.06,
    normEven: Math.abs(of("normHalf") - of("normEight")) < 0.1,
    normHelps: Math.max(of("normHalf"), of("normEight")) < of("descentOne"),
    residualBest: of("residualFifth") < of("descentTwo"),
    fadedStarts: Math.abs(of("fadedLoss") - of("lnV")) < 0.01,
    deadStays: of("longDead") === 1 && of("afterDead") === 1,
    startsAtLnV: Math.abs(of("stick1At0") - of("lnV")) < 0.01,
    secondClose: [1, 10, 30].every((k) => Math.abs(of(`stick${k}At0`) - of(`second${k}`)) < 0.1),
    secondTooMuch: of("second100") > of("stick100At0") + 3,
    overByLittle:
      [1, 10].every((k) => of(`stick${k}At0`) > of(`most${k}`) && of(`stick${k}At0`) < of(`most${k}`) + 0.01) &&
      [30, 100].every((k) => of(`stick${k}At0`) < of(`most${k}`)),
    stickCosts: of("stick100At300") > of("stick1At300") + 0.1
  };
};
