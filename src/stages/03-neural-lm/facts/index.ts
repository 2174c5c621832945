import bySize from "../model/sharingBySize.json" with {type: "json"};
import run from "../model/bengioRun.json" with {type: "json"};
import {bengio} from "/lib/stages/neural-lm.js";
import {numbersIn} from "../../../components/languageModel/numbersIn.js";
import {excerpt} from "../../../../tools/corpora.js";
import {bengioConfig} from "../model/bengioSpec.js";
import {tinyNextProbability} from "../model/tinySharing.js";

/** How many times as likely as not. */
const odds = (p: number): number => p / (1 - p);

type Probabilities = Readonly<Record<"a" | "b" | "e", number>>;

/** What the network of Bengio and others does on first names, and the tiny example's sharing. */
export function facts() {
  const model = bengio(bengioConfig({}, excerpt("names").text, true));
  const vocabSize = model.tokenizer.vocabulary.tokens.length;
  const parameters = numbersIn(model.model().params);
  const nAfter = (learned: "a" | undefined): Probabilities => ({
    a: tinyNextProbability(learned, "a"),
    b: tinyNextProbability(learned, "b"),
    e: tinyNextProbability(learned, "e")
  });
  const [before, after] = [nAfter(undefined), nAfter("a")];
  const log = run.value.log;
  const {metrics} = log.at(-1)!;
  const losses = Object.fromEntries(run.value.baselines.map(({name, loss}) => [name.split(" ")[0]!, loss]));
  const sizes = bySize.value;
  const pairs = losses["pairs"]!;
  return {
    vocabSize,
    parameters,
    names: excerpt("names").text.trim().split("\n").length,
    tokens: model.train.length + model.held.length,
    table: vocabSize ** 8 * (vocabSize - 1),
    beforeA: before.a,
    afterA: after.a,
    beforeE: before.e,
    afterE: after.e,
    beforeB: before.b,
    afterB: after.b,
    oddsE: odds(after.e) / odds(before.e),
    oddsB: odds(after.b) / odds(before.b),
    start: log[0]!.metrics.validationLoss,
    uniform: Math.log(vocabSize),
    end: metrics.validationLoss,
    endBits: metrics.validationBitsPerCharacter,
    steps: log.at(-1)!.step,
    pairs,
    beatsPairsAt: log.find((at) => at.metrics.validationLoss < pairs)?.step ?? -1,
    best: losses["best"]!,
    fewest: sizes[0]!.names,
    fewestNetwork: sizes[0]!.network,
    fewestNgram: sizes[0]!.ngram,
    most: sizes.at(-1)!.names,
    mostNetwork: sizes.at(-1)!.network,
    mostNgram: sizes.at(-1)!.ngram,
    mostMixture: sizes.at(-1)!.mixture,
    widest: Math.max(...sizes.map(({ngram, mixture}) => ngram - mixture)),
    closest: Math.min(...sizes.map(({ngram, mixture}) => ngram - mixture)),
    mixtureWins: sizes.every(({mixture, ngram, network}) => mixture < Math.min(ngram, network)) ? 1 : 0
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  fewNumbers: f.parameters < f.tokens / 2,
  startsAtLnV: Math.abs(f.start - f.uniform) < 0.05,
  beatsPairs: f.end < f.pairs && f.beatsPairsAt > 0,
  staysBehind: f.end > f.best,
  sharesMoreWithE: f.oddsE > 1.3 * f.oddsB && f.oddsB > 1,
  sharesWithE: f.afterE > f.beforeE + 0.05,
  networkFirst: f.fewestNetwork < f.fewestNgram,
  countingLater: f.mostNgram < f.mostNetwork,
  togetherAlways: f.mixtureWins === 1
});
