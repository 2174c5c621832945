/** The tiny example’s lookup, and what was measured of vectors of letters: how they gather, how wide they should be. */
import {hash, timeline} from "/lib/index.js";
import {bengio, type BengioConfig} from "/lib/stages/neural-lm.js";
import * as t from "/lib/tensor.js";
import {excerpt} from "../../../../tools/corpora.js";
import {courseFrom, courseOf, type Course} from "../model/course.js";
import {value as keptMap} from "../model/embeddingMap.kept.js";
import {firstMap, LEAST, mapConfig, STEPS} from "../model/embeddingSpec.js";
import {correlation, followerShares, overlap} from "../model/followers.js";
import {cosine, distance, gathered, isLetter, length, neighborsOf} from "../model/geometry.js";
import {pca} from "../model/pca.js";
import {rowsOf, tinyLoss, tinyStep} from "../model/tiny.js";
import {pulled, TOKENS} from "../model/tinyNumbers.js";
import {vectorsSeen} from "../model/vectorsSeen.js";

const names = (): string => excerpt("names").text;
const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
const WIDTHS = [1, 2, 4, 8, 16, 32] as const;
const SEEDS = [1, 2, 3] as const;
const VOCABULARY = 56; // of the names, with the begin token and that of unknown ones; a claim checks it

/** Of the tiny example: what the lookup gives, the gradient of the vector, and where a step takes it. */
function tiny() {
  const {probabilities, slopes, gradients, next, loss} = tinyStep();
  const [g1, g2] = rowsOf(gradients.table)[1]! as [number, number];
  const [v1, v2] = rowsOf(next.table)[1]! as [number, number];
  return {
    ...Object.fromEntries(probabilities.map((p, i) => [`p${i}`, p])),
    ...Object.fromEntries(slopes.map((g, i) => [`slope${i}`, g])),
    tinyLoss: loss,
    g1,
    g2,
    v1,
    v2,
    movedRows: rowsOf(gradients.table).filter((row) => row.some((x) => x !== 0)).length,
    tinyNextLoss: t.item(tinyLoss(next, {before: "a", next: "n"}))
  };
}

/** Two vectors of the tiny example that are pulled by the same followers, and by others. */
function followed() {
  const q = (n: number): readonly number[] =>
    TOKENS.map((token) => 0.02 + (token === "n" ? 0.9 * n : token === "b" ? 0.9 * (1 - n) : 0));
  const apart = (a: number, e: number): number =>
    distance(pulled([1, 0], q(a), 60).at(-1)!, pulled([1, 1], q(e), 60).at(-1)!);
  return {same60: apart(0.7, 0.7), other60: apart(0.7, 0.3)};
}

/** How alike the followers of letters are, and how alike their vectors became. */
function likeFollowers(course: Course, ids: ArrayLike<number>, vocabulary: readonly string[]) {
  const shares = followerShares(ids, vocabulary.length);
  const of = (token: string): readonly number[] => shares[vocabulary.indexOf(token)]!;
  const letters = course.tokens.map((_, i) => i).filter((i) => isLetter(course.tokens[i]!));
  const pairs = letters.flatMap((i) => letters.filter((j) => j > i).map((j) => [i, j] as const));
  const shared = pairs.map(([i, j]) => overlap(of(course.tokens[i]!), of(course.tokens[j]!)));
  const cosines = (frame: number): readonly number[] =>
    pairs.map(([i, j]) => cosine(course.frames.at(frame)![i]!, course.frames.at(frame)![j]!));
  return {
    sharedAO: overlap(of("a"), of("o")),
    sharedAN: overlap(of("a"), of("n")),
    followCorrelationStart: correlation(shared, cosines(0)),
    followCorrelation: correlation(shared, cosines(-1))
  };
}

function mapMeasured() {
  const course = courseFrom(keptMap());
  const [first, last] = [course.frames[0]!, course.frames.at(-1)!];
  const [before, after] = [gathered(course.tokens, first), gathered(course.tokens, last)];
  const at = (token: string): number => course.tokens.indexOf(token);
  const nearest = (token: string): string => course.tokens[neighborsOf(last, at(token))[0]!.index]!;
  const byDistance = (i: number): number =>
    neighborsOf(last, i).reduce((a, b) => (b.distance < a.distance ? b : a)).index;
  const axes = pca(last, 2);
  const cos = (a: string, b: string): number => cosine(last[at(a)]!, last[at(b)]!);
  const opened = bengio(mapConfig(firstMap, names()));
  return {
    shown: course.tokens.length,
    vocabulary: opened.tokenizer.vocabulary.tokens.length,
    alikeStart: before.alike,
    apartStart: before.apart,
    alike: after.alike,
    apart: after.apart,
    hitsStart: before.hits,
    hits: after.hits,
    lossStart: course.losses[0]!,
    loss: course.losses.at(-1)!,
    share: axes.variances.reduce((sum, x) => sum + x, 0) / axes.total,
    nearestA: nearest("a"),
    nearestY: nearest("y"),
    nearestK: nearest("k"),
    cosAO: cos("a", "o"),
    cosAT: cos("a", "t"),
    casesAlike: mean([..."aeio"].map((small) => cos(small, small.toUpperCase()))),
    lengthStart: mean(first.map(length)),
    length: mean(last.map(length)),
    endLengthStart: length(first[at("\n")]!),
    endLength: length(last[at("\n")]!),
    disagree: last.filter((_, i) => neighborsOf(last, i)[0]!.index !== byDistance(i)).length,
    ...likeFollowers(course, opened.train, opened.tokenizer.vocabulary.tokens)
  };
}

/** The same run from other beginnings, and without decay. */
function otherRuns(steps: number) {
  const ends = (change: Partial<BengioConfig>) => {
    const run = timeline(bengio, {...mapConfig(firstMap, names()), ...change, scored: 100}, {history: false});
    const see = vectorsSeen(run.opened());
    return courseOf(
      [0, steps].map((step) => ({seen: see(run.at(step)), loss: 0})),
      LEAST
    );
  };
  const kept = ({frames: [first, last]}: Course, skip: number): number =>
    mean(first!.flatMap((row, i) => (i === skip ? [] : [cosine(row, last![i]!)])));
  const seeds = [2, 3, 4, 5, 6].map((seed) => ends({seed}));
  const plain = ends({weightDecay: 0});
  const end = plain.tokens.indexOf("\n");
  const found = seeds.map(({tokens, frames}) => gathered(tokens, frames[1]!));
  return {
    seedsAlike: mean(found.map(({alike}) => alike)),
    seedsApart: mean(found.map(({apart}) => apart)),
    seedsLeastGap: Math.min(...found.map(({alike, apart}) => alike - apart)),
    seedsHits: mean(found.map(({hits}) => hits)),
    plainMemory: kept(plain, end),
    decayMemory: mean(seeds.map((course) => kept(course, end))),
    plainEndMoved: distance(plain.frames[0]![end]!, plain.frames[1]![end]!)
  };
}

/** Held-out loss by the width of the vectors: means over seeds, and how far the seeds lie apart. */
function byWidth(widths: readonly number[], seeds: readonly number[], steps: number): Record<string, number> {
  const losses = widths.map((width) =>
    seeds.map((seed) => {
      const config = {...mapConfig({...firstMap, width}, names()), weightDecay: 0, learningRate: 0.003, scored: 6000};
      return timeline(bengio, {...config, seed}, {history: false}).at(steps).metrics.validationLoss;
    })
  );
  const spread = (list: readonly number[]): number => Math.max(...list) - Math.min(...list);
  return {
    ...Object.fromEntries(widths.map((width, i) => [`width${width}`, mean(losses[i]!)])),
    ...Object.fromEntries(widths.map((width) => [`numbers${width}`, width * VOCABULARY])),
    widthSpread: Math.max(...losses.map(spread))
  };
}

/** Rows of the table that a batch looks up. */
function sparse() {
  const looked = (config: BengioConfig) => {
    const {data, tokenizer} = bengio(config);
    const rows = Array.from({length: 50}, (_, step) => new Set(data(step).contexts.data).size);
    return {rows: mean(rows), of: tokenizer.vocabulary.tokens.length};
  };
  const words = looked({corpus: excerpt("opening").text, tokens: "words", context: 3});
  const letters = looked(mapConfig(firstMap, names()));
  return {
    wordRows: words.rows,
    wordVocabulary: words.of,
    wordShare: words.rows / words.of,
    letterRows: letters.rows,
    letterShare: letters.rows / letters.of
  };
}

export const facts = () => ({
  ...tiny(),
  ...followed(),
  ...mapMeasured(),
  ...otherRuns(STEPS),
  ...byWidth(WIDTHS, SEEDS, 3000),
  ...sparse()
});

/** What a test repeats each time. */
export const firstSteps = (): string => hash({...tiny(), ...followed(), ...sparse(), ...byWidth([2], [1], 20)});

/** What the page says of them in words. */
export const claims = (raw: ReturnType<typeof facts>) => {
  const f = raw as unknown as Readonly<Record<string, number>>;
  const of = (name: string): number => f[name] ?? NaN;
  return {
    oneRow: of("movedRows") === 1,
    stepHelps: of("tinyNextLoss") < of("tinyLoss"),
    sameMeet: of("same60") < 0.02,
    othersStayApart: of("other60") > 0.3,
    gather: of("alike") > of("apart") + 0.2 && Math.abs(of("alikeStart") - of("apartStart")) < 0.1,
    gatherFromElsewhere: of("seedsLeastGap") > 0.2,
    mostVowelsNearVowels: of("hits") >= 4 && of("seedsHits") >= 4,
    fewAtTheStart: of("hitsStart") <= 2,
    casesMeet: of("casesAlike") > 0.4,
    planeHidesMost: of("share") < 0.5,
    endFades: of("endLength") < 0.05 && of("endLengthStart") > 2,
    endStands: of("plainEndMoved") === 0,
    beginningStays: of("plainMemory") > 0.5,
    beginningFades: of("decayMemory") < of("plainMemory") - 0.2,
    followersTell: of("followCorrelation") > 0.4 && Math.abs(of("followCorrelationStart")) < 0.2,
    rulersDisagree: of("disagree") > 0,
    sharedMore: of("sharedAO") > of("sharedAN") + 0.1,
    widthHelps: of("width2") < of("width1") && of("width4") < of("width2") && of("width8") < of("width4"),
    gainsShrink: of("width1") - of("width2") > 2 * (of("width16") - of("width32")),
    lastGainIsNoise: of("width16") - of("width32") < of("widthSpread"),
    vocabularyIsThat: of("vocabulary") === VOCABULARY,
    fewRows: of("wordShare") < 0.1,
    mostLetterRows: of("letterShare") > 0.4
  };
};
