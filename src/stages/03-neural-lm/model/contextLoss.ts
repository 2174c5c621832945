/** How well networks over windows, and counts, know first names that they have not seen. */
import {log, timeline} from "/lib/index.js";
import {bengio, type BengioConfig} from "/lib/stages/neural-lm.js";
import {countNgrams, informationOf, smoothing} from "/lib/stages/markov.js";

/** All the names that are held out, letter by letter: about 6,000 tokens. */
const SCORED = 20_000;
export const STEPS = 2000;

/** What the networks of the section share. */
export const settingsOf = (corpus: string, more: Partial<BengioConfig>): BengioConfig => ({
  corpus,
  documents: true,
  width: 16,
  hidden: [128],
  learningRate: 0.003,
  batchSize: 64,
  scored: SCORED,
  ...more
});

/** A network after its training: what it knows of held-out names in nats per token, and the opened model. */
export function trained(config: BengioConfig, steps = STEPS) {
  const run = timeline(bengio, config, {history: false, memory: {snapshots: 2}});
  const {state, metrics} = run.at(steps);
  return {state, loss: metrics.validationLoss, model: run.opened()};
}

/** An interpolated Kneser–Ney model of an order, or shares of single tokens, counted name by name; on the same held-out names. */
export function counted({train, held, documents, tokenizer}: ReturnType<typeof bengio>, order: number): number {
  const ends = documents!;
  const apart = (ids: ArrayLike<number>): readonly Uint32Array[] => {
    const list: Uint32Array[] = [];
    let open = [ends.begin];
    for (let i = 0; i < ids.length; i++) {
      open.push(ids[i]!);
      if (ids[i] !== ends.end) continue;
      list.push(Uint32Array.from(open));
      open = [ends.begin];
    }
    return list;
  };
  const parts = apart(train).map((ids) => ({ids, from: 1}));
  const vocabSize = tokenizer.vocabulary.tokens.length;
  const model = smoothing(order === 0 ? {method: "add-k", k: 0.01} : {method: "kneser-ney"})(
    countNgrams(parts, {order, vocabSize, begin: ends.begin})
  );
  const judged = apart(held).map((ids) => {
    const tokens = ids.length - 1;
    const {perplexity} = informationOf(model, {ids, from: 1, characters: tokens, bytes: tokens});
    return {tokens, nats: tokens * log(perplexity)};
  });
  const total = (f: (part: (typeof judged)[number]) => number): number =>
    judged.reduce((sum, part) => sum + f(part), 0);
  return total(({nats}) => nats) / total(({tokens}) => tokens);
}

/** Shares of the first hidden layer's neurons: never above 0 in 1,000 contexts, and answers beyond ±0.97. */
export function looked(model: ReturnType<typeof bengio>, params: Parameters<typeof model.logits>[0]) {
  const ids = Array.from({length: 16}, (_, step) => model.data(step));
  const layers = ids.map((batch) => model.activations(params, batch)["hidden.0"]!);
  const width = layers[0]!.shape.at(-1)!;
  const alive = new Set<number>();
  let [beyond, all, above] = [0, 0, 0];
  for (const {data} of layers)
    for (let i = 0; i < data.length; i++) {
      const v = data[i]!;
      all++;
      if (v > 0) {
        alive.add(i % width);
        above++;
      }
      if (Math.abs(v) > 0.97) beyond++;
    }
  return {dead: 1 - alive.size / width, saturated: beyond / all, active: above / all};
}
