/** Held-out text in two halves, and what each of its observations costs a model: one protocol for counts and networks. */
import * as t from "/lib/tensor.js";
import {
  windowsAt,
  type BengioParams,
  type LmText,
  type RecurrentConfig,
  type RecurrentParams,
  type WindowView
} from "/lib/stages/neural-lm.js";

/** A stretch of held-out ids that counts as one observation, such as a name with its end. */
export interface Observation {
  readonly from: number;
  readonly end: number;
}

/** What is observed of a text: its first half chooses, its second half is the test. */
export interface Halves {
  readonly chooses: readonly Observation[];
  readonly test: readonly Observation[];
}

/** Tokens of an observation where a text has no documents. */
const STRETCH = 100;

/** The documents of a list of ids that each have an end. */
function documentsIn(ids: ArrayLike<number>, end: number): readonly Observation[] {
  const list: Observation[] = [];
  for (let from = 0, i = 0; i < ids.length; i++)
    if (ids[i] === end || i === ids.length - 1) {
      list.push({from, end: i + 1});
      from = i + 1;
    }
  return list;
}

/** Halves of documents, or of stretches of a long text; of the half that chooses, so many tokens at most. */
export function halvesOf({held, documents}: Pick<LmText, "held" | "documents">, most = Infinity): Halves {
  const all =
    documents === undefined
      ? Array.from({length: Math.floor(held.length / STRETCH)}, (_, i) => ({from: i * STRETCH, end: (i + 1) * STRETCH}))
      : documentsIn(held, documents.end);
  const half = Math.floor(all.length / 2);
  const first = all.slice(0, half);
  return {chooses: first.filter(({end}) => end <= most), test: all.slice(half)};
}

export const tokensIn = (list: readonly Observation[]): readonly number[] => list.map(({from, end}) => end - from);

/** The nats of each observation, from those of each held-out token. */
export const totalsOf = (list: readonly Observation[], nats: ArrayLike<number>): readonly number[] =>
  list.map(({from, end}) => {
    let total = 0;
    for (let i = from; i < end; i++) total += nats[i]!;
    return total;
  });

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** Nats per token. */
export const lossOn = (list: readonly Observation[], nats: ArrayLike<number>): number =>
  sum(totalsOf(list, nats)) / sum(tokensIn(list));

/** What each token costs: of those that are observed, by their places in the held-out ids. */
export type Costs = Float64Array;

const AT_ONCE = 512;

/** Fills in the costs of tokens at places, one for each row of log-probabilities. */
function charge(costs: Costs, {data, shape}: t.Tensor, places: readonly number[], ids: ArrayLike<number>): void {
  places.forEach((place, row) => (costs[place] = -data[row * shape.at(-1)! + ids[place]!]!));
}

/** What a network over windows says of held-out tokens. */
export function windowCosts(
  view: Pick<WindowView<BengioParams>, "logits" | "context" | "held"> & Pick<LmText, "documents">,
  params: BengioParams,
  list: readonly Observation[]
): Costs {
  const {held, context, logits} = view;
  const costs = new Float64Array(held.length).fill(NaN);
  const places = list.flatMap(({from, end}) => Array.from({length: end - from}, (_, i) => from + i));
  for (let at = 0; at < places.length; at += AT_ONCE) {
    const some = places.slice(at, at + AT_ONCE);
    t.region(() => {
      charge(costs, t.logSoftmax(logits(params, windowsAt(view, held, some, context).contexts)), some, held);
      return 0;
    });
  }
  return costs;
}

const CELLS = {elman: t.elmanCell(), gru: t.gruCell, lstm: t.lstmCell} as const;

/** Reads rows of ids, [batch, time], and says what may follow each: log-probabilities, and the state that is left. */
function reader(cell: NonNullable<RecurrentConfig["cell"]>, {embedding, cell: weights, output}: RecurrentParams) {
  const [count = 0, width = 0] = embedding.weight.shape;
  const [hidden = 0, outputs = 0] = output.weight.shape;
  const [table, last] = [t.lookup({count, width}), t.dense({inputs: hidden, outputs})];
  return {
    resting: (batch: number): t.CellState => t.restingState(CELLS[cell], batch, hidden, "float32"),
    read: (inputs: t.Tensor, state: t.CellState) => {
      const read = t.unroll(CELLS[cell], weights, table.apply(embedding, inputs), state);
      const [batch = 0, time = 0] = inputs.shape;
      return {
        logProbs: t.logSoftmax(last.apply(output, t.reshape(read.outputs, [batch * time, hidden]))),
        state: read.state
      };
    }
  };
}

/** Documents are read side by side, those of one length at once: so no row waits for a longer one. */
function documentCosts(
  network: ReturnType<typeof reader>,
  {held, documents}: LmText,
  list: readonly Observation[]
): Costs {
  const costs = new Float64Array(held.length).fill(NaN);
  for (const time of new Set(tokensIn(list))) {
    const alike = list.filter(({from, end}) => end - from === time);
    const places = alike.flatMap(({from}) => Array.from({length: time}, (_, i) => from + i));
    const ids = places.map((place, i) => (i % time === 0 ? documents!.begin : held[place - 1]!)); // of documents
    t.region(() => {
      const inputs = t.tensor(Int32Array.from(ids), {shape: [alike.length, time]});
      charge(costs, network.read(inputs, network.resting(alike.length)).logProbs, places, held);
      return 0;
    });
  }
  return costs;
}

/** A long text is read as one stream from its start, up to the end of the last observation. */
function streamCosts(network: ReturnType<typeof reader>, {held}: LmText, list: readonly Observation[]): Costs {
  const costs = new Float64Array(held.length).fill(NaN);
  const last = Math.max(...list.map(({end}) => end));
  let state = network.resting(1);
  for (let start = 0; start < last; start += AT_ONCE) {
    const places = Array.from({length: Math.min(AT_ONCE, last - start)}, (_, i) => start + i);
    const ids = places.map((place) => (place === 0 ? 0 : held[place - 1]!)); // 0 stands before a text, as in training
    state = t.region(() => {
      const read = network.read(t.tensor(Int32Array.from(ids), {shape: [1, ids.length]}), state);
      charge(costs, read.logProbs, places, held);
      return read.state;
    });
  }
  return costs;
}

/** What a recurrent network says of held-out tokens; those that it need not read are NaN. */
export function recurrentCosts(
  text: LmText,
  cell: NonNullable<RecurrentConfig["cell"]>,
  params: RecurrentParams,
  list: readonly Observation[]
): Costs {
  const network = reader(cell, params);
  return text.documents === undefined ? streamCosts(network, text, list) : documentCosts(network, text, list);
}
