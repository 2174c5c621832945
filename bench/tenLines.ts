import {every, generate, key, run, ticks, uniform} from "../lib/index.js";
import {kneserNey, logProbs, markov} from "../lib/stages/01-markov/index.js";
import {corpus as corpusNamed} from "../tools/corpora.js";
import {lastValueFrom, tap} from "rxjs";
import {countNested, generateNested, scoreNested} from "./peers/nestedMaps.js";
import type {Measure} from "./suite.js";

const SIZE = 650_000;
const [ORDER, SHARES, WRITTEN, SCORED] = [4, 20, 200, 20_000];
const corpus = corpusNamed("moby-dick").text.slice(0, SIZE);
const batchSize = Math.ceil(SIZE / SHARES);

/** The ten lines that the README begins with, on a text of the size that they were once slow on. */
async function tenLines(): Promise<string> {
  const config = {corpus, order: ORDER, batchSize};
  const bits: number[] = [];
  const frames = ticks().pipe(
    run(markov, config),
    every(2),
    tap(({metrics}) => bits.push(metrics.validationBitsPerCharacter))
  );
  const model = kneserNey()((await lastValueFrom(frames)).state);
  const predict = (context: ArrayLike<number>) => logProbs(model, context);
  const written = generate({predict, prompt: [], length: WRITTEN, key: key(1)});
  return markov(config).tokenizer.decode(Array.from(written, ({token}) => token));
}

/** The same work with nested Maps: count a batch, score what comes next and held-out text every second time, write. */
function tenLinesOfMaps(): string {
  const train = corpus.slice(0, Math.ceil(0.9 * SIZE));
  const held = corpus.slice(train.length, train.length + SCORED);
  const vocabSize = new Set(train).size + 1;
  const maps = countNested("", ORDER);
  const bits: number[] = [];
  for (let step = 0; step * batchSize < train.length; step++) {
    const batch = train.slice(Math.max(0, step * batchSize - ORDER), (step + 1) * batchSize);
    if (step % 2 === 0)
      bits.push(scoreNested(maps, batch, ORDER, vocabSize), scoreNested(maps, held, ORDER, vocabSize));
    countNested(batch, ORDER, maps);
  }
  let draws = 0;
  return generateNested(maps, train.slice(0, ORDER), WRITTEN, ORDER, () => uniform(key(1), draws++));
}

export const measures: readonly Measure[] = [
  {
    suite: "ngrams",
    workload: "the README's ten lines, 650,000 characters",
    unit: "a run",
    ours: tenLines,
    peer: "nested Maps",
    theirs: tenLinesOfMaps
  }
];
