import clinic from "../model/carelessRuns.json" with {type: "json"};
import {excerpt} from "../../../../tools/corpora.js";
import {careless} from "../model/careless.js";
import {loopCases, loopConfig, loopStart} from "../model/carelessCases.js";

type Id = keyof typeof clinic.value;

const runs = clinic.value;
const at = (id: Id, step: number) => runs[id].log.find((each) => each.step === step)!.metrics;
const last = (id: Id) => runs[id].log.at(-1)!.metrics;
const layer = (metrics: ReturnType<typeof at>) => metrics.layers.find(({path}) => path === "layers.0.weight")!;
const ratio = (metrics: ReturnType<typeof at>): number => layer(metrics).updateNorm / layer(metrics).weightNorm;
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
/** The held-out losses from a step on. */
const held = (id: Id, from: number): readonly number[] =>
  runs[id].log.filter(({step}) => step >= from).map(({metrics}) => metrics.validationLoss);
const batches = (id: Id, from: number): readonly number[] =>
  runs[id].log.filter(({step}) => step >= from).map(({metrics}) => metrics.batchLoss);

/** For how many batches a sorted list stays with one first letter, in the mean over the letters. */
function batchesOfLetter(): number {
  const {train, documents} = careless(loopConfig({}, excerpt("names").text));
  const firsts = new Set(Array.from(train).filter((_, i) => i === 0 || train[i - 1] === documents!.end));
  return train.length / loopStart.batchSize / firsts.size;
}

/** What the clinic of loops came to. */
export function facts() {
  const levels = Object.fromEntries(runs.healthy.baselines.map(({name, loss}) => [name.split(" ")[0]!, loss]));
  return {
    uniform: levels["every"]!,
    single: levels["single"]!,
    healthy: last("healthy").validationLoss,
    healthyRatio: ratio(last("healthy")),
    healthyWeights: layer(last("healthy")).weightNorm,
    aEnd: last("a").validationLoss,
    aAt120: at("a", 120).validationLoss,
    aRate: at("a", 130).learningRate,
    bEnd: last("b").validationLoss,
    bWeights: layer(last("b")).weightNorm,
    startWeights: layer(at("b", 0)).weightNorm,
    bDecay: loopCases.find(({id}) => id === "b")!.change.weightDecay!,
    bPart: loopCases.find(({id}) => id === "b")!.change.weightDecay! * loopStart.learningRate,
    cEnd: last("c").validationLoss,
    cBest: Math.min(...held("c", 0)),
    cRatio: ratio(last("c")),
    cFirstRatio: ratio(at("c", 60)),
    healthyFirstRatio: ratio(at("healthy", 60)),
    dEnd: last("d").validationLoss,
    dRatio: ratio(last("d")),
    dGradient: mean(runs.d.log.map(({metrics}) => metrics.gradientNorm)),
    eEnd: last("e").validationLoss,
    eBatch: last("e").batchLoss,
    fBatches: batchesOfLetter(),
    fLeast: Math.min(...held("f", 200)),
    fMost: Math.max(...held("f", 200)),
    fBatch: mean(batches("f", 200)),
    healthyBatch: mean(batches("healthy", 200))
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  aStandsStill: Math.abs(f.aEnd - f.aAt120) < 1e-4 && f.aRate === 0,
  aBehind: f.aEnd > f.healthy + 0.2,
  bNearSingle: f.bEnd < f.single && f.bEnd > f.healthy + 0.4,
  bShrank: f.bWeights < f.startWeights && f.healthyWeights > 1.5 * f.startWeights,
  cRises: f.cEnd > f.cBest + 0.1,
  cLongSteps: f.cFirstRatio > 5 * f.healthyFirstRatio && f.cRatio > 4 * f.healthyRatio,
  dSlow: f.dEnd > f.healthy + 1 && f.dEnd < f.uniform - 0.3,
  dTiny: f.dRatio < f.healthyRatio / 20,
  dGradientLonger: f.dGradient > 10 * 0.01,
  eMemory: f.eBatch < 0.3 && f.eEnd > f.uniform + 2,
  fSwings: f.fMost > f.fLeast + 0.8,
  fBatchLow: f.fBatch < f.healthyBatch - 0.2
});
