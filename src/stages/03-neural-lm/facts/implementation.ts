/** Numbers of the section on implementation: counted work beside a kept time, the same bits, and what mistakes cost. */
import {log, pow, timeline} from "/lib/index.js";
import {bengio, windowsAt, type BengioConfig, type ContextBatch} from "/lib/stages/neural-lm.js";
import {add, ones, region, type Tensor} from "/lib/tensor.js";
import {excerpt} from "../../../../tools/corpora.js";
import {kept, machine} from "../../../components/bench.js";
import {timesSeen} from "../model/drawnBatches.js";
import {EXAMPLES, STEPS_OF_EPOCH} from "../model/drawnSizes.js";
import {SMALL_STEPS, STOPPED_AT} from "../model/smallConfig.js";
import {hashAfterStop, hashAtOnce} from "../model/smallRun.js";
import {parametersOf} from "../model/networkSizes.js";
import {productsOf, stepWork, total, whole, type PartWork} from "../model/stepWork.js";

/** The network that the benchmarks train. */
const BENCH = {vocabulary: 65, width: 24, context: 8, hidden: 200, batch: 64} as const;
/** The same with the vocabulary of GPT-2. */
const LARGE = {...BENCH, vocabulary: 50_257} as const;

const lines = (count: number): string => excerpt("names").text.split("\n").slice(0, count).join("\n");

/** What the words of a region's error are. */
function deadMessage(): string {
  let left: Tensor | undefined;
  region(() => {
    left = add(ones([2]), 1);
  });
  try {
    return String(left!.data);
  } catch (error) {
    return error instanceof Error ? error.message.split("\n")[0]! : "";
  }
}

/** A loss that was measured in the way of training, and the same batches with nothing dropped. */
function droppedLosses(config: BengioConfig, steps: number) {
  const opened = bengio(config);
  const {state} = timeline(bengio, config, {history: false}).at(steps);
  const mean = (of: (batch: ContextBatch) => ContextBatch): number =>
    Array.from({length: 20}, (_, i) => opened.metrics(state, of(opened.data(steps + i))).batchLoss).reduce(
      (a, b) => a + b / 20,
      0
    );
  return {
    dropped: mean((batch) => batch),
    whole: mean(({contexts, next}) => ({contexts, next})),
    validation: opened.metrics(state, opened.data(steps)).validationLoss
  };
}

/** Losses of training in which the token to be predicted is the last of its own context. */
function shiftedLosses(config: BengioConfig, steps: number) {
  const opened = bengio(config);
  const {train, context, data, model, step, metrics} = opened;
  const places = (i: number): readonly number[] =>
    Array.from({length: 64}, (_, row) => 8 + (((i * 64 + row) * 7919) % (train.length - 9)));
  const shifted = (i: number): ContextBatch => ({
    contexts: windowsAt(
      {},
      train,
      places(i).map((place) => place + 1),
      context
    ).contexts,
    next: windowsAt({}, train, places(i), context).next
  });
  let state = model();
  for (let i = 0; i < steps; i++) state = step(state, shifted(i));
  const honest = metrics(state, data(0));
  return {seen: metrics(state, shifted(steps)).batchLoss, honest: honest.validationLoss};
}

/** What a run costs that was taken up without what its optimizer remembered. */
function forgotten(config: BengioConfig, at: number, steps: number) {
  const {model, step, data, metrics} = bengio(config);
  let state = model();
  for (let i = 0; i < at; i++) state = step(state, data(i));
  let [whole, bare] = [state, {...state, optimizer: model().optimizer}];
  const losses: {readonly whole: number; readonly bare: number}[] = [];
  for (let i = at; i < at + steps; i++) {
    [whole, bare] = [step(whole, data(i)), step(bare, data(i))];
    losses.push({
      whole: metrics(whole, data(i + 1)).validationLoss,
      bare: metrics(bare, data(i + 1)).validationLoss
    });
  }
  return losses;
}

const shareOf = (parts: readonly PartWork[], name: PartWork["name"], unit: "operations" | "bytes"): number =>
  whole(
    parts.find((part) => part.name === name)!,
    unit
  ) / total(parts, unit);

export const facts = () => {
  const step = kept("training", "Bengio MLP, batch 64, 10 resident", "jax-js 0.1.25").best;
  const alone = kept("training", "Bengio MLP, batch 64", "jax-js 0.1.25").best;
  const speed = kept("kernels", "matmul 64×64×64 A·B", "limit").ours;
  const row = kept("kernels", "matmul 1×512×2048 A·B", "limit").ours;
  const adamw = kept("kernels", "AdamW 800,000", "tfjs-wasm 4.22.0").best.ours;
  const operations = productsOf(BENCH);
  const parameters = parametersOf(BENCH);
  const [small, large] = [stepWork(BENCH), stepWork(LARGE)];
  const names = {corpus: lines(2000), documents: true, scored: 1000};
  const dropped = droppedLosses({...names, dropout: 0.5}, 400);
  const shifted = shiftedLosses({corpus: excerpt("opening").text.slice(0, 40_000), scored: 1000}, 400);
  const taken = forgotten({...names, seed: 2}, 300, 20);
  const seen = timesSeen("replaced", 0, STEPS_OF_EPOCH - 1);
  const {bytes, hash} = hashAfterStop(1);
  return {
    machine,
    benchVocabulary: BENCH.vocabulary,
    ...Object.fromEntries([1, 2, 3].map((seed) => [`hash${seed}`, hashAtOnce(seed)])),
    resumedHash: hash,
    fileBytes: bytes,
    stoppedAt: STOPPED_AT,
    smallSteps: SMALL_STEPS,
    operations,
    millions: operations / 1e6,
    parameters,
    speed,
    row,
    products: operations / speed / 1e6,
    measured: step.ours,
    alone: alone.ours,
    share: operations / speed / 1e6 / step.ours,
    adamw: (adamw * parameters) / 800_000,
    gathered: BENCH.batch * BENCH.context * BENCH.width,
    oneHot: 2 * BENCH.batch * BENCH.context * BENCH.vocabulary * BENCH.width,
    oneHotLarge: 2 * LARGE.batch * LARGE.context * LARGE.vocabulary * LARGE.width,
    oneHotBillions: (2 * LARGE.batch * LARGE.context * LARGE.vocabulary * LARGE.width) / 1e9,
    hiddenForward: 2 * BENCH.batch * BENCH.context * BENCH.width * BENCH.hidden,
    rowsTouched: (BENCH.batch * BENCH.context) / LARGE.vocabulary,
    outputSmall: shareOf(small, "Output layer", "operations"),
    outputLarge: shareOf(large, "Output layer", "operations"),
    optimizerBytes: shareOf(small, "AdamW", "bytes"),
    optimizerWork: shareOf(small, "AdamW", "operations"),
    logitsMegabytes: (4 * 8 * 1024 * 50_257) / 1e6,
    examples: EXAMPLES,
    unseen: seen.filter((times) => times === 0).length,
    neverDrawn: pow(1 - 1 / 30_000, 30_000),
    lossDropped: dropped.dropped,
    lossWhole: dropped.whole,
    lossValidation: dropped.validation,
    shiftedSeen: shifted.seen,
    shiftedHonest: shifted.honest,
    forgotWhole: taken[0]!.whole,
    forgotBare: taken[0]!.bare,
    forgotWorst: Math.max(...taken.map(({whole, bare}) => bare - whole)),
    dead: deadMessage()
  };
};

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => {
  const hashes = f as unknown as Readonly<Record<string, string>>;
  return {
    resumesEqually: f.resumedHash === hashes["hash1"],
    seedsDiffer: new Set([1, 2, 3].map((seed) => hashes[`hash${seed}`])).size === 3,
    underHalf: f.share < 0.5,
    overAThird: f.share > 1 / 3,
    restIsHalf: Math.abs(1 - f.share - f.adamw / f.measured - 0.5) < 0.07,
    lookingCosts: f.alone > f.measured,
    rowsAreHalf: f.row < 0.6 * f.speed,
    optimizerIsSmall: f.adamw < f.measured / 10,
    oneHotCostsMore: f.oneHotLarge > 100 * f.hiddenForward,
    fewRows: f.rowsTouched < 0.02,
    outputAtFirst: f.outputSmall < 0.3,
    outputInTheEnd: f.outputLarge > 0.9,
    optimizerMovesMost: f.optimizerBytes > 0.4,
    aboutAThirdUnseen: f.unseen > f.examples / 4 && f.unseen < f.examples / 2,
    droppingLooksWorse: f.lossDropped > f.lossWhole + 0.05,
    droppedAboveValidation: f.lossDropped > f.lossValidation,
    shiftedLooksPerfect: f.shiftedSeen < 0.1,
    shiftedKnowsNothing: f.shiftedHonest > 2 * log(65),
    forgettingCosts: f.forgotWorst > 0.02,
    forgettingIsLateToShow: f.forgotBare < f.forgotWhole
  };
};
