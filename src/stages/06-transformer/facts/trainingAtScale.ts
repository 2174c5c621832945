import {estimate} from "/lib/transformer.js";
import precision from "../model/precisionRuns.json" with {type: "json"};
import stretches from "../model/stretchRuns.json" with {type: "json"};
import {gradientFates} from "../../../components/lossScale.js";
import {accumulated} from "../model/accumulation.js";
import {differenceOf, intervalOf} from "../model/intervals.js";
import {bubble, pipeline} from "../model/pipeline.js";
import {GRADIENT_PARTS, type GradientPart, type Precision} from "../model/precisionSpec.js";
import {PUBLISHED} from "../model/publishedModels.js";
import {ringAllReduce, ringBytes} from "../model/ring.js";
import {amdahl, speedup} from "../model/speedup.js";
import {stepEstimate, stepMeasured} from "../model/stepMemory.js";
import {bestStretches, expectedBytes, type DeepKind} from "../model/stretches.js";
import {machineHours, MACHINES, trainingFlops, TRAINED, utilizationOf} from "../model/trainingBill.js";
import {byColumns, byInside, byRows, product, slopesByRows, tinyW, tinyX} from "../model/twoWorkers.js";

const MB = 1e6;

/** What it takes to train a model that is too large for one machine, and what a small one shows of it. */
export function facts() {
  const losses = (name: Precision) => precision.value.runs.find((run) => run.precision === name)!.losses;
  const mean = (name: Precision): number => intervalOf(losses(name)).mean;
  const bfloat16 = differenceOf(losses("bfloat16"), losses("float32"));
  const alone = differenceOf(losses("noMaster"), losses("bfloat16"));
  const fates = (part: GradientPart, power: number) =>
    gradientFates(precision.value.parts.find((one) => one.part === part)!.sizes, power);
  const mostLost = (parts: readonly GradientPart[], power: number): number =>
    Math.max(...parts.map((part) => fates(part, power).lost));
  const kinds = (kind: DeepKind) => stretches.value.find((run) => run.kind === kind)!;
  const [blocks, chain] = [kinds("blocks"), kinds("chain")];
  const bytesAt = (run: typeof blocks, count: number): number =>
    run.measured.find((one) => one.stretches === count)!.bytes;
  const theoryOff = Math.max(
    ...[blocks, chain].flatMap(({parts, measured}) =>
      measured.slice(1).map(({stretches: count, bytes}) => Math.abs(expectedBytes(parts, count) / bytes - 1))
    )
  );
  const sizes = {vocabSize: 65, layers: 2, width: 64, batch: 8, context: 64} as const;
  const [said, measured] = [stepEstimate(sizes), stepMeasured(sizes)];
  const llama = estimate(PUBLISHED.llama2.description);
  const {llama7, llama70, gpt3} = TRAINED;
  const flops70 = trainingFlops(llama70.parameters, llama70.tokens);
  const {peak, memory} = MACHINES.a100;
  const same = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): boolean =>
    JSON.stringify(a) === JSON.stringify(b);
  const whole = product(tinyX, tinyW);
  const ring = ringAllReduce(Array.from({length: 5}, (_, w) => Array.from({length: 5}, (_unused, i) => w * 5 + i)));
  return {
    accumulated2: accumulated(2, "float32"),
    accumulated16: accumulated(16, "float32"),
    accumulated16d: accumulated(16, "float64"),
    weighted: accumulated(16, "float64", true, true),
    unweighted: accumulated(16, "float64", true, false),
    float32: mean("float32"),
    bfloat16: mean("bfloat16"),
    noMaster: mean("noMaster"),
    float16: mean("float16"),
    down10: mean("down10"),
    down14: mean("down14"),
    down18: mean("down18"),
    master: bfloat16.mean,
    masterHalf: bfloat16.half,
    // what it costs to have no master copy, beside the same numbers with one
    alone: alone.mean,
    aloneHalf: alone.half,
    aloneLeast: Math.min(
      ...losses("noMaster").map((loss, i) => loss - Math.max(losses("bfloat16")[i]!, losses("float32")[i]!))
    ),
    lostAttention: fates("attention", 0).lost,
    lostNorms: fates("norms", 0).lost,
    lostWeights: mostLost(["embedding", "attention", "feedForward", "norms"], 0),
    lostMost: mostLost(GRADIENT_PARTS, 0),
    lostLogits: fates("logits", 0).lost,
    coarseStream: fates("stream", 0).coarse,
    lostStream10: fates("stream", -10).lost,
    lost12: mostLost(GRADIENT_PARTS, 12),
    infinite12: Math.max(...precision.value.parts.map(({sizes: each}) => gradientFates(each, 12).infinite)),
    step: said.step / MB,
    stepMeasured: measured / MB,
    stepOff: Math.abs(said.step / measured - 1),
    weights7: llama.bytes.parameters / 1e9,
    states7: (16 * llama.parameters.total) / 1e9,
    activations7: llama.bytes.activations / 1e9,
    // a block’s numbers, and what the way back makes of them
    stepOfBlocks: (said.activations + said.backward) / said.step,
    activationsToWeights: said.activations / said.parameters,
    blocksWhole: bytesAt(blocks, 0) / MB,
    blocksBest: bytesAt(blocks, 16) / MB,
    blocksSaved: bytesAt(blocks, 0) / bytesAt(blocks, 16),
    blocksInside: blocks.parts.inside / blocks.parts.between,
    blocksRoot: bestStretches(blocks.parts),
    blocksRun: blocks.measured.at(-1)!.layers,
    chainWhole: bytesAt(chain, 0) / MB,
    chainBest: Math.min(...chain.measured.map(({bytes}) => bytes)) / MB,
    chain8: bytesAt(chain, 8) / MB,
    chain16: bytesAt(chain, 16) / MB,
    chain64: bytesAt(chain, 64) / MB,
    chainRoot: bestStretches(chain.parts),
    theoryOff,
    handWhole:
      same(byRows(tinyX, tinyW).whole, whole) &&
      same(byColumns(tinyX, tinyW).whole, whole) &&
      same(byInside(tinyX, tinyW).whole, whole)
        ? 1
        : 0,
    handSlope: slopesByRows(tinyX, [
      [1, 1],
      [1, 1]
    ])
      .whole.flat()
      .join(", "),
    handOne: byInside(tinyX, tinyW).parts[0].flat().join(", "),
    handTwo: byInside(tinyX, tinyW).parts[1].flat().join(", "),
    ringSteps: ring.length - 1,
    ringDone: ring
      .at(-1)!
      .flat()
      .every(({from}) => from === 5)
      ? 1
      : 0,
    ring8: ringBytes(8, 1),
    ring1000: ringBytes(1000, 1),
    ringSeconds: ringBytes(8, llama.bytes.gradients / 2) / 50e9,
    amdahl16: amdahl(0.95, 16),
    exchange16: speedup(0.95, 0.02, 16),
    bubble44: bubble(4, 4),
    bubble4x16: bubble(4, 16),
    bubbleSeen: pipeline("all forward first", 4, 16).idle,
    keptFirst: pipeline("all forward first", 4, 16).kept,
    keptTurned: pipeline("one forward, one back", 4, 16).kept,
    gpt3Flops: trainingFlops(gpt3.parameters, gpt3.tokens),
    llama70Hours: llama70.hours,
    llama70Peak: machineHours(flops70, peak, 1),
    llama70Used: utilizationOf(flops70, peak, llama70.hours),
    llama7Used: utilizationOf(trainingFlops(llama7.parameters, llama7.tokens), peak, llama7.hours),
    llama70Years: llama70.hours / 24 / 365,
    weights70: (2 * llama70.parameters) / 1e9,
    machineMemory: memory,
    flopsRatio: llama.flopsPerToken.training / (6 * llama.parameters.total)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  roundingOnly: f.accumulated16 < 1e-6 && f.accumulated16d < 1e-14,
  farLess: f.accumulated16 / f.accumulated16d > 2e8 && f.accumulated16 / f.accumulated16d < 1e9,
  wrongFifth: f.unweighted > 0.18 && f.unweighted < 0.22 && f.weighted < 1e-14,
  masterEnough: Math.abs(f.master) < Math.min(f.masterHalf, 0.01),
  aloneBehind: f.aloneLeast > 0 && f.alone > f.aloneHalf,
  float16Fine: Math.abs(f.float16 - f.float32) < 0.01 && Math.abs(f.down10 - f.float32) < 0.01,
  smallBehind: f.down14 > f.float32 + 0.1 && f.down18 > f.float32 + 0.6,
  weightsSafe: f.lostWeights < 0.001,
  logitsLost: f.lostLogits > 0.15 && f.lostLogits === f.lostMost,
  streamCoarse: f.coarseStream > 0.8,
  streamGone: f.lostStream10 > 0.6,
  scaledBack: f.lost12 === 0 && f.infinite12 === 0,
  withinHundredth: f.stepOff < 0.01,
  fourTimes: Math.abs(f.states7 / f.weights7 - 4) < 1e-6,
  tooLarge: f.states7 > f.machineMemory,
  mostOfStep: f.stepOfBlocks > 0.9,
  statesAreMost: f.states7 > 2 * f.activations7,
  moreThanWeights: f.activationsToWeights > 10,
  insideLarge: f.blocksInside > 20 && f.blocksRoot > 16,
  fifth: f.blocksSaved > 5 && f.blocksSaved < 5.5,
  runTwice: f.blocksRun === 32,
  bothBest: f.chain8 === f.chain16 && f.chain8 === f.chainBest && f.chainRoot > 8 && f.chainRoot < 16,
  worseAtEnds: f.chain64 > 2 * f.chainBest && f.chainWhole > 3 * f.chainBest,
  theoryFits: f.theoryOff < 0.01,
  sameProduct: f.handWhole === 1,
  ringDone: f.ringDone === 1 && f.ringSteps === 8,
  halfASecond: f.ringSeconds > 0.4 && f.ringSeconds < 0.5,
  bubbleFits: Math.abs(f.bubbleSeen - f.bubble4x16) < 1e-9,
  keepsFour: f.keptTurned === 4 && f.keptFirst === 16,
  asReported: Math.abs(f.gpt3Flops / 3.14e23 - 1) < 0.005,
  fourTenths: f.llama70Used > 0.4 && f.llama70Used < 0.45 && f.llama7Used > 0.38 && f.llama7Used < 0.4,
  twoHundredYears: f.llama70Years > 190 && f.llama70Years < 210,
  doesNotFit: f.weights70 > f.machineMemory,
  littleMore: f.flopsRatio > 1.03 && f.flopsRatio < 1.08
});
