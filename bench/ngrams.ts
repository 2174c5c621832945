import {corpus} from "../tools/corpora.js";
import {characterTokenizer} from "../lib/text/characters.js";
import {key} from "../lib/core/random/key.js";
import {uniform} from "../lib/core/random/uniform.js";
import {countNgrams} from "../lib/stages/01-markov/countNgrams.js";
import {addK} from "../lib/stages/01-markov/smoothing/addK.js";
import {kneserNey} from "../lib/stages/01-markov/smoothing/kneserNey.js";
import {reader, type Reader} from "../lib/stages/01-markov/smoothing/reader.js";
import {scoreAlong} from "../lib/stages/01-markov/smoothing/scoreAlong.js";
import {writeAlong, writer} from "../lib/stages/01-markov/smoothing/writeAlong.js";
import {summary} from "../lib/stages/01-markov/summary.js";
import {countNested, generateNested, scoreNested} from "./peers/nestedMaps.js";
import {markovChains, nGram} from "./peers/load.js";
import {heapOfMaps} from "./heap.js";
import type {Measure, Weight} from "./suite.js";

const ORDERS = [1, 2, 3, 4, 5];
const WRITTEN = 10_000;
const PEER_CHARACTERS = 100_000; // the packages are slow: a part is enough to see how slow

const {text} = corpus("moby-dick");
const tokenizer = characterTokenizer(text);
const ids = tokenizer.encode(text);
const vocabSize = tokenizer.vocabulary.tokens.length;
const part = text.slice(0, PEER_CHARACTERS);
const partIds = ids.subarray(0, PEER_CHARACTERS);
const partTokens = Array.from(part);
const amount = (tokens: number) => ({per: tokens / 1e6, unit: "M characters/s"});

/** Counting, scoring and writing Moby Dick by character, beside nested Maps: at most `order` characters of context. */
function besideMaps(order: number): readonly Measure[] {
  const shape = {order, vocabSize};
  const model = countNgrams([{ids}], shape);
  const maps = countNested(text, order);
  const prompt = text.slice(1000, 1000 + order);
  const named = (workload: string) => ({suite: "ngrams", workload: `${workload}, order ${order}`, peer: "nested Maps"});
  const read = {"add-1": reader(addK({k: 1})(model)), "Kneser–Ney": reader(kneserNey()(model))};
  const start = Array.from(tokenizer.encode(prompt));
  const write = (one: Reader) => {
    const made = writer(one);
    return () => writeAlong(made, {prompt: start, length: WRITTEN, key: key(1)});
  };
  const scores = () => scoreNested(maps, text, order, vocabSize);
  const writes = () => {
    let i = 0;
    return generateNested(maps, prompt, WRITTEN, order, () => uniform(key(1), i++));
  };
  return [
    {
      ...named("count"),
      ...amount(ids.length),
      ours: () => countNgrams([{ids}], shape),
      theirs: () => countNested(text, order)
    },
    ...Object.entries(read).flatMap(([method, one]): readonly Measure[] => [
      {...named(`score, ${method}`), ...amount(ids.length), ours: () => scoreAlong(one, ids, order), theirs: scores},
      {...named(`write, ${method}`), ...amount(WRITTEN), ours: write(one), theirs: writes}
    ])
  ];
}

async function besidePackages(order: number): Promise<readonly Measure[]> {
  const shape = {order, vocabSize};
  const {default: Chain} = markovChains();
  const grams = await nGram();
  const named = (workload: string, peer: string) => ({suite: "ngrams", workload: `${workload}, order ${order}`, peer});
  const ours = () => countNgrams([{ids: partIds}], shape);
  const listAndCount = () => {
    const counts = new Map<string, number>();
    for (const gram of grams(order + 1)(partTokens)) counts.set(gram.join(""), (counts.get(gram.join("")) ?? 0) + 1);
    return counts;
  };
  return [
    {
      ...named("count 100,000", "markov-chains 1.0.2"),
      ...amount(PEER_CHARACTERS),
      ours,
      theirs: () => new Chain([partTokens], {stateSize: order})
    },
    {...named("count 100,000", "n-gram 2.0.2 and a Map"), ...amount(PEER_CHARACTERS), ours, theirs: listAndCount}
  ];
}

export const measures = async (): Promise<readonly Measure[]> => [
  ...ORDERS.flatMap(besideMaps),
  ...(await Promise.all([1, 3, 5].map(besidePackages))).flat()
];

/** Bytes per context: ours as the arrays have them, theirs as the heap of a process of its own grows. */
export const weights = (): readonly Weight[] =>
  ORDERS.map((order) => {
    const {contexts, bytesPerContext} = summary(countNgrams([{ids}], {order, vocabSize}));
    return {
      suite: "ngrams",
      workload: `memory, order ${order} (${contexts.toLocaleString("en")} contexts)`,
      unit: "bytes/context",
      ours: bytesPerContext,
      peer: "nested Maps",
      theirs: heapOfMaps(order) / contexts
    };
  });
