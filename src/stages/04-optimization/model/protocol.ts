/** A doctor's round: the same few checks on a network that is right, and on networks with a fault. */
import {fold, key} from "/lib/index.js";
import type {BengioParams} from "/lib/stages/neural-lm.js";
import * as t from "/lib/tensor.js";
import {practiceNetwork, rescaled, type Batch, type PracticeNetwork} from "./practiceNetwork.js";
import {FAULTS, type Checked, type Fault} from "./protocolSettings.js";
import {trained} from "./trained.js";

const STEPS = 400;
const ONE_BATCH = 300;
const RATIO_AT = 100;
const round = (x: number): number => Number(x.toFixed(4));

/** The targets of a batch, dealt out anew. */
export function shuffled({contexts, next, ...rest}: Batch, step: number): Batch {
  const ids = Array.from(next.data);
  for (let i = ids.length - 1; i > 0; i--) {
    const j = t.integer(fold(key(11), step), i + 1, i);
    [ids[i], ids[j]] = [ids[j]!, ids[i]!];
  }
  return {...rest, contexts, next: t.tensor(Int32Array.from(ids), {shape: next.shape, dtype: next.dtype})};
}

/** The answer in place of the token that is furthest away. */
function leaking({contexts, next, ...rest}: Batch): Batch {
  const width = contexts.shape[1]!;
  const ids = Int32Array.from(contexts.data, (id, i) => (i % width === 0 ? next.data[i / width]! : Number(id)));
  return {...rest, next, contexts: t.tensor(ids, {shape: contexts.shape, dtype: contexts.dtype})};
}

/** The least loss that a batch allows: equal contexts may be followed by different tokens. */
export function leastLoss({contexts, next}: Batch): number {
  const width = contexts.shape[1]!;
  const rows = Array.from(next.data, (id, row) => [
    Array.from(contexts.data.slice(row * width, (row + 1) * width)).join(),
    Number(id)
  ]) as readonly (readonly [string, number])[];
  const counted = (same: (other: readonly [string, number]) => boolean): number => rows.filter(same).length;
  return (
    rows.reduce((sum, [context, id]) => {
      const all = counted(([other]) => other === context);
      return sum + Math.log(all / counted(([other, token]) => other === context && token === id));
    }, 0) / rows.length
  );
}

/** What a fault does to first weights, to a batch and to a gradient. */
function tampered(fault: Fault) {
  let sum: BengioParams | undefined;
  return {
    start: (params: BengioParams): BengioParams => (fault === "loud" ? rescaled(params, 1, 300) : params),
    rate: fault === "slow" ? 0.00003 : 0.01,
    batch: (batch: Batch, step: number): Batch =>
      fault === "unpaired" ? shuffled(batch, step + 1000) : fault === "leak" ? leaking(batch) : batch,
    gradient: (grads: BengioParams): BengioParams => {
      if (fault !== "unreset") return grads;
      sum = sum === undefined ? grads : t.applyUpdates(sum, grads);
      return sum;
    }
  };
}

/** Trains with a fault. A frozen part is left out of what the optimizer does. */
function run(
  network: PracticeNetwork,
  fault: Fault,
  more: Partial<Parameters<typeof trained>[0]> & {readonly steps: number}
) {
  const {start, rate, batch, gradient} = tampered(fault);
  const inner = t.adam({learningRate: rate});
  const optimizer = fault === "frozen" ? t.chain(inner, t.freeze(["embedding.*", "layers.0.*"])) : inner;
  return trained<unknown>({
    network,
    from: start(network.first),
    optimizer: optimizer as t.GradientTransformation<unknown>,
    batch,
    gradient,
    ...more
  });
}

/** The share of a step in the length of the hidden weights. */
const ratioOf = (params: BengioParams, updates: BengioParams): number => {
  const length = ({layers}: BengioParams): number => t.item(t.globalNorm([layers[0]!.weight]));
  return length(updates) / length(params);
};

/** All checks of a network with a fault. */
export function checked(corpus: string, fault: Fault, steps = STEPS): Checked {
  const network = practiceNetwork(corpus);
  const {start, batch} = tampered(fault);
  const many = practiceNetwork(corpus, {batchSize: 2048, seed: 2}).data(0);
  const judged = batch(many, 0);
  const single = network.data(0);
  const one = {...network, data: () => single};
  const fixed = batch(single, 0);
  let ratio = NaN;
  const end = run(network, fault, {
    steps,
    look: ({step, params, updates}) => {
      if (step === Math.min(RATIO_AT, steps - 1)) ratio = ratioOf(params, updates);
    }
  });
  const alone = run(one, fault, {steps: Math.min(ONE_BATCH, steps), batch: () => fixed});
  const mixed = run(network, fault, {steps, batch: (drawn, step) => batch(shuffled(drawn, step), step)});
  return {
    fault,
    first: round(network.lossOn(start(network.first), judged)),
    alone: round(network.lossOn(alone, fixed)),
    least: round(leastLoss(fixed)),
    ratio: Number(ratio.toPrecision(3)),
    mixed: round(network.lossOn(mixed, batch(shuffled(many, 5000), 0))),
    last: round(network.lossOn(end, judged))
  };
}

export const allChecked = (corpus: string): readonly Checked[] => FAULTS.map((fault) => checked(corpus, fault));

/** The entropy of single letters, which a model that reads no context can come to: in nats per token. */
export function singleEntropy(corpus: string): number {
  const {next} = practiceNetwork(corpus, {batchSize: 2048, seed: 2}).data(0);
  const ids = Array.from(next.data);
  return (
    -ids.reduce((sum, id) => sum + Math.log(ids.filter((other) => other === id).length / ids.length), 0) / ids.length
  );
}

/** Whole runs at several rates: how large a share of the hidden weights a step is, and what comes of it. */
export function ratioAtRate(corpus: string, rate: number, steps = STEPS) {
  const network = practiceNetwork(corpus);
  let ratio = NaN;
  const end = trained({
    network,
    from: network.first,
    optimizer: t.adam({learningRate: rate}),
    steps,
    look: ({step, params, updates}) => {
      if (step === Math.min(RATIO_AT, steps - 1)) ratio = ratioOf(params, updates);
    }
  });
  return {rate, ratio: Number(ratio.toPrecision(3)), last: round(network.held(end))};
}
