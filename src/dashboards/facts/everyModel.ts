/** What the page of all models says of them: of the longest text, unless a name tells another. */
import more from "../curriculum.json" with {type: "json"};
import {frontier, marksOf, uniformBits, type Mark, type MoreModels} from "../curriculumModels.js";
import names from "../languageModelNames.json" with {type: "json"};
import novel from "../languageModelNovel.json" with {type: "json"};
import type {TextResult} from "../languageModels.js";

const texts = [...names.value, ...novel.value] as readonly TextResult[];

const marksIn = (name: string): readonly Mark[] => {
  const text = texts.find((one) => one.name === name)!;
  return marksOf(text, more.value.find((one) => one.name === name) as MoreModels);
};

const LONGEST = "a sixth of Moby Dick";
const SHORTEST = "400 first names";
const best = (marks: readonly Mark[]): Mark => marks.reduce((a, b) => (b.bits < a.bits ? b : a));
const networks = (marks: readonly Mark[]): readonly Mark[] => marks.filter(({counted}) => !counted);
const counts = (marks: readonly Mark[]): readonly Mark[] => marks.filter(({counted}) => counted);
const transformers = (marks: readonly Mark[]): readonly Mark[] =>
  marks.filter(({stage}) => stage === 6).sort((a, b) => a.parameters - b.parameters);

export function facts() {
  const marks = marksIn(LONGEST);
  const text = texts.find(({name}) => name === LONGEST)!;
  const [small, middle, large] = transformers(marks);
  return {
    uniformBits: uniformBits(text, more.value.find(({name}) => name === LONGEST) as MoreModels),
    unigramBits: counts(marks)[0]!.bits,
    bestCounted: best(counts(marks)).title,
    bestCountedBits: best(counts(marks)).bits,
    bestNetwork: best(networks(marks)).title,
    bestNetworkBits: best(networks(marks)).bits,
    smallBits: small!.bits,
    middleBits: middle!.bits,
    largeBits: large!.bits,
    shortestBest: best(marksIn(SHORTEST)).title
  };
}

export function claims() {
  const marks = marksIn(LONGEST);
  const byOperations = frontier(marks, "operations");
  const byParameters = frontier(marks, "parameters");
  const [small, middle, large] = transformers(marks);
  const dearest = Math.max(...counts(marks).map(({operations}) => operations));
  return {
    countsWinLongest: best(marks).counted,
    countsAreCheapest: networks(marks).every(({operations}) => operations > 1000 * dearest),
    frontierOfWorkIsCounts: byOperations.every(({counted}) => counted),
    networksKeepLess: networks(byParameters).length > 0 && byParameters.at(-1)!.counted,
    largerTransformersAreBetter: small!.bits > middle!.bits && middle!.bits > large!.bits,
    networksWinShortest: !best(marksIn(SHORTEST)).counted,
    everyOrderHelpsLess: counts(marks).every(({bits}, i, all) => {
      const gain = (j: number): number => all[j - 1]!.bits - all[j]!.bits;
      return i < 2 || (bits < all[i - 1]!.bits && gain(i) < gain(i - 1));
    })
  };
}
