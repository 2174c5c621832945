/** What the page of exercises says of the neural bigram: on three short words, and as it was measured on names. */
import kept from "../model/bigramCourse.json" with {type: "json"};
import {COURSE_STEPS} from "../model/bigramCourses.js";
import {countedLoss, countsOf, descended, pairsOf, stepsUntil} from "../model/tableDescent.js";

const {counted, deviation, losses, tokens, size, rows, widened} = kept.value;
const perplexity = (loss: number): number => Math.exp(loss);
const gapAt = (course: number, step: number): number => losses[course]![COURSE_STEPS.indexOf(step)]! - counted;
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

export const facts = () => {
  const {letters, pairs} = pairsOf("abracadabra");
  const counts = countsOf(pairs, letters.length);
  const path = descended(counts, 4, 10_000).losses;
  const least = countedLoss(counts);
  const gap = (step: number): number => path[step]! - least;
  const byCount = [...rows].sort((a, b) => b.count - a.count);
  const half = Math.floor(byCount.length / 2);
  return {
    tokens,
    size,
    countedNats: counted,
    scatter: deviation / Math.sqrt(64),
    tinyCounted: perplexity(least),
    tiny10: perplexity(path[10]!),
    tinyTenth: stepsUntil(counts, 4, 1.1),
    tinyHundredth: stepsUntil(counts, 4, 1.01),
    gap100: gap(100),
    gap1000: gap(1000),
    gap10000: gap(10_000),
    times100: 100 * gap(100),
    times1000: 1000 * gap(1000),
    times10000: 10_000 * gap(10_000),
    counted: perplexity(counted),
    first: perplexity(losses[0]![0]!),
    small100: perplexity(losses[0]![COURSE_STEPS.indexOf(100)]!),
    small: perplexity(losses[0]!.at(-1)!),
    large: perplexity(losses[1]!.at(-1)!),
    falling: perplexity(losses[2]!.at(-1)!),
    smallGap: perplexity(gapAt(0, 2000)) - 1,
    largeGap: perplexity(gapAt(1, 2000)) - 1,
    fallingGap: perplexity(gapAt(2, 2000)) - 1,
    oftenGap: mean(byCount.slice(0, half).map((row) => row.gap)),
    rareGap: mean(byCount.slice(half).map((row) => row.gap)),
    oneTable: size * size,
    twoTables: 2 * size * size,
    allPairs: size * size * size,
    pairsLearned: perplexity(widened.pairs.learned),
    pairsHeld: perplexity(widened.pairs.held),
    tablesLearned: perplexity(widened.tables.learned),
    tablesHeld: perplexity(widened.tables.held),
    triplesLearned: perplexity(widened.triples.learned),
    triplesHeld: perplexity(widened.triples.held),
    smallLate: gapAt(0, 1000) / gapAt(0, 2000),
    share: (widened.pairs.held - widened.tables.held) / (widened.pairs.held - widened.triples.held)
  };
};

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  neverBelow: losses.flat().every((loss) => loss > counted),
  startsUniform: Math.abs(f.first - f.size) < 0.01,
  fallingWithinAPercent: f.fallingGap < 0.01,
  smallStays: f.smallGap > 0.04 && Math.abs(f.smallLate - 1) < 0.2,
  largerIsNearer: f.largeGap < f.smallGap / 2,
  fallingIsNearest: f.fallingGap < f.largeGap / 5,
  rareRowsAreFurther: f.rareGap > 1.3 * f.oftenGap,
  lastPercentIsSlow: f.tinyHundredth > 4 * f.tinyTenth,
  aboutOneOverN: Math.max(f.times100, f.times1000, f.times10000) < 2 * Math.min(f.times100, f.times1000, f.times10000),
  tablesBetween: f.tablesLearned < f.pairsLearned && f.tablesLearned > f.triplesLearned,
  tablesBetweenHeld: f.tablesHeld < f.pairsHeld && f.tablesHeld > f.triplesHeld,
  underHalfTheWay: f.share < 0.5 && f.share > 0.3
});
