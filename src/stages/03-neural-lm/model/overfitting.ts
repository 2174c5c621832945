/** A network that learns a short list of names by heart: what it knows of them, and of names that it has not read. */
import {bengio, heldOutDocuments, type BengioConfig} from "/lib/stages/neural-lm.js";

/** What is seen of the run at one step, in nats per token. */
export interface Look {
  readonly step: number;
  /** Of the names that it learns. */
  readonly train: number;
  readonly validation: number;
  /** Of as many other names, which nothing is chosen by. */
  readonly test: number;
}

export const NAMES = 800;
export const LAST = 1600;
export const EVERY = 40;

/** The network, and the names: the first of those that are not held out. */
export function shortList(corpus: string, names = NAMES) {
  const {texts} = heldOutDocuments(corpus);
  const listed = (text: string): readonly string[] => text.split("\n").filter((name) => name !== "");
  const [learned, held] = [listed(texts.train).slice(0, names), listed(texts.held)];
  const half = Math.floor(held.length / 2);
  const config: BengioConfig = {
    corpus: learned.join("\n"),
    documents: true,
    context: 6,
    width: 16,
    hidden: [128],
    weightDecay: 0,
    learningRate: 0.003,
    batchSize: 64,
    validation: 1e-9, // it holds out one of its own, for those that judge it are held out already
    scored: 1
  };
  return {config, learned, validation: held.slice(0, half), test: held.slice(half)};
}

/** A look at it every so many steps, and what it is at the end. */
export function overfitted(corpus: string, last: number, every: number) {
  const {config, learned, validation, test} = shortList(corpus);
  const model = bengio(config);
  const part = (names: readonly string[]) => {
    const text = `${names.join("\n")}\n`;
    const ids = Uint32Array.from(model.tokenizer.encode(text));
    return {ids, from: 0, characters: text.length, bytes: text.length};
  };
  const [read, chosen, tested] = [learned, validation, test].map(part) as [Part, Part, Part];
  let state = model.model();
  const looks: Look[] = [];
  for (let step = 0; ; state = model.step(state, model.data(step++))) {
    const loss = (of: Part): number => Number(model.informationOf(state.params, of).crossEntropyNats.toFixed(5));
    if (step % every === 0) looks.push({step, train: loss(read), validation: loss(chosen), test: loss(tested)});
    if (step === last) return {looks, model, state, learned};
  }
}

type Part = Parameters<ReturnType<typeof bengio>["informationOf"]>[1];
