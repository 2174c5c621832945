/** The tiny example’s softmax, loss and step; what smoothing and z-loss change; and how squared error fails. */
import {hash, log, toBits} from "/lib/index.js";
import * as t from "/lib/tensor.js";
import {excerpt} from "../../../../tools/corpora.js";
import {value as keptMap} from "../model/embeddingMap.kept.js";
import {courseFrom} from "../model/course.js";
import {slope, stepsToHalf} from "../model/confidentlyWrong.js";
import {naiveLoss} from "../model/naiveSoftmax.js";
import {bestOfTwo} from "../model/scores.js";
import {smoothedRun, type Judged} from "../model/smoothedRuns.js";
import {rowsOf, tinyLogits, tinyLoss, tinyParams, tinyStep} from "../model/tiny.js";

const STEPS = 3000;
const V = 56; // of the names

function tiny() {
  const {probabilities, slopes, next, loss} = tinyStep();
  const alone = (name: keyof typeof next): number =>
    t.item(tinyLoss({...tinyParams, [name]: next[name]}, {before: "a", next: "n"}));
  const [w1] = rowsOf(next.weight);
  const after = tinyLogits(next, "a").data;
  return {
    total: 1 / probabilities[0]!, // e⁰ over the sum is the first probability
    ...Object.fromEntries(probabilities.map((p, i) => [`p${i}`, p])),
    ...Object.fromEntries(slopes.map((g, i) => [`slope${i}`, g])),
    loss,
    lossBits: toBits(loss),
    slopesSum: Math.abs(slopes.reduce((sum, g) => sum + g, 0)),
    ...Object.fromEntries(w1!.map((w, i) => [`w${i}`, w])),
    ...Object.fromEntries(Array.from(next.bias.data, (b, i) => [`b${i}`, b])),
    ...Object.fromEntries(Array.from(after, (z, i) => [`z${i}`, z])),
    nextLoss: t.item(tinyLoss(next, {before: "a", next: "n"})),
    aloneTable: alone("table"),
    aloneWeight: alone("weight"),
    aloneBias: alone("bias"),
    nextRight: Math.max(...t.softmax(tinyLogits(next, "a")).data)
  };
}

/** How many steps one logit needs to get from a confident mistake to one half, at rate 1. */
function recovered() {
  const steps = (loss: "cross-entropy" | "squares", start: number): number =>
    stepsToHalf(loss, start, V, 1, 10_000_000);
  return {
    crossFrom4: steps("cross-entropy", -4),
    squaresFrom4: steps("squares", -4),
    crossFrom8: steps("cross-entropy", -8),
    squaresFrom8: steps("squares", -8),
    slopeCross8: -slope("cross-entropy", -8, V),
    slopeSquares8: -slope("squares", -8, V)
  };
}

function named(name: string, {loss, accuracy, confidence, logZ}: Judged): Record<string, number> {
  return {[`${name}Loss`]: loss, [`${name}Accuracy`]: accuracy, [`${name}Sure`]: confidence, [`${name}LogZ`]: logZ};
}

/** The same network on the same batches, with the loss changed. */
function changed(steps: number): Record<string, number> {
  const run = (options: t.CrossEntropyOptions): Judged => smoothedRun(excerpt("names").text, options, steps);
  return {
    ...named("plain", run({})),
    ...named("smooth", run({labelSmoothing: 0.1})),
    ...named("z", run({zLoss: 0.001})),
    ...named("zLarge", run({zLoss: 0.1}))
  };
}

export const facts = () => ({
  ...tiny(),
  ...recovered(),
  ...changed(STEPS),
  naive700: naiveLoss([700, 0], 1),
  lnV: log(V),
  vocabulary: V,
  start: courseFrom(keptMap()).losses[0]!,
  bestLogarithm: bestOfTwo("logarithm", 0.6),
  bestSquares: bestOfTwo("squares", 0.6),
  bestPlain: bestOfTwo("plain", 0.6)
});

/** What a test repeats each time. */
export const firstSteps = (): string => hash({...tiny(), ...recovered(), ...changed(10)});

/** What the page says of them in words. */
export const claims = (raw: ReturnType<typeof facts>) => {
  const f = raw as unknown as Readonly<Record<string, number>>;
  const of = (name: string): number => f[name] ?? NaN;
  return {
    slopesSumToZero: of("slopesSum") < 1e-12,
    stepHelps: of("nextLoss") < of("loss") / 2,
    togetherMore: of("nextLoss") < Math.min(of("aloneTable"), of("aloneWeight"), of("aloneBias")),
    startsAtLnV: Math.abs(of("start") - of("lnV")) < 0.05,
    properAreHonest: of("bestLogarithm") === 0.6 && of("bestSquares") === 0.6,
    plainIsNot: of("bestPlain") === 1,
    squaresVanish: of("slopeSquares8") < of("slopeCross8") / 1000,
    squaresTakeLonger: of("squaresFrom4") > 20 * of("crossFrom4") && of("squaresFrom8") > 500 * of("crossFrom8"),
    smoothingLessSure: of("smoothSure") < of("plainSure"),
    smoothingCosts: of("smoothLoss") > of("plainLoss"),
    zHoldsLogZ: Math.abs(of("zLogZ")) < Math.abs(of("plainLogZ")) && Math.abs(of("zLargeLogZ")) < Math.abs(of("zLogZ")),
    zCostsLittle: Math.abs(of("zLoss") - of("plainLoss")) < 0.03
  };
};
