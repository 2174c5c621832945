/** Numbers of the section on implementation: sizes of the arrays on all of Moby Dick, and a run of the stage. */
import {lastValueFrom, range, toArray} from "rxjs";
import {characterTokenizer, hash, run} from "/lib/index.js";
import {countNgrams, markov, summary} from "/lib/stages/markov.js";
import {corpus, excerpt} from "../../../../tools/corpora.js";

export const facts = async () => {
  const {text} = corpus("moby-dick");
  const tokenizer = characterTokenizer(text);
  const ids = tokenizer.encode(text);
  const vocabSize = tokenizer.vocabulary.tokens.length;
  const sizes = [1, 2, 3, 4, 5].map((order) => {
    const model = summary(countNgrams([{ids}], {order, vocabSize}));
    return {
      [`contexts${order}`]: model.contexts,
      [`ngrams${order}`]: model.ngrams,
      [`singletons${order}`]: model.singletons / model.ngrams,
      [`bytes${order}`]: model.bytes / 1e6,
      [`perContext${order}`]: model.bytesPerContext
    };
  });
  const opening = excerpt("opening").text;
  const small = characterTokenizer(opening);
  const counted = countNgrams([{ids: small.encode(opening)}], {order: 3, vocabSize: small.vocabulary.tokens.length});
  const frames = await lastValueFrom(range(0, 100).pipe(run(markov, {corpus: opening, order: 3}), toArray()));
  const [first, last] = [frames[0]!, frames.at(-1)!];
  return {
    tokens: ids.length,
    vocabulary: vocabSize,
    ...Object.assign({}, ...sizes),
    hash: hash(counted),
    steps: last.step,
    bitsBefore: first.metrics.validationBitsPerCharacter,
    bitsAfter: last.metrics.validationBitsPerCharacter
  };
};

/** What the page says of them in words. */
export const claims = (all: Awaited<ReturnType<typeof facts>>) => {
  const f = all as unknown as Record<string, number>;
  const of = (name: string) => [1, 2, 3, 4, 5].map((order) => f[`${name}${order}`]!);
  const rises = (list: readonly number[]) => list.every((x, i) => i === 0 || x > list[i - 1]!);
  return {
    mostOnce: f["singletons5"]! > 0.5,
    onceGrow: rises(of("singletons")),
    contextsGrow: rises(of("contexts")),
    cheaperEach: rises(of("perContext").reverse()),
    readingHelps: f["bitsAfter"]! < f["bitsBefore"]! / 2
  };
};
