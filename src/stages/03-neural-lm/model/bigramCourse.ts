/** The neural bigram of the library on names: how far it is from the counted one, by step and by how it is trained. */
import {timeline} from "/lib/index.js";
import {neuralBigram, type LmConfig, type LmText} from "/lib/stages/neural-lm.js";
import {countedLoss, countsOf, lossOf, softmaxOf, type Pair, type Rows} from "./tableDescent.js";
import {COURSES, COURSE_STEPS, type Courses} from "./bigramCourses.js";
import {addedKLoss, followedBy, learnedTables, lossOfTables, type Triple} from "./twoTables.js";

/** What stands before each token of a text of documents, for so many places back: the begin where a document begins. */
function triplesOf({documents}: Pick<LmText, "documents">, ids: ArrayLike<number>): readonly Triple[] {
  const {begin, end} = documents!;
  let [far, near] = [begin, begin];
  return Array.from(ids, (id): Triple => {
    const triple: Triple = [far, near, id];
    [far, near] = id === end ? [begin, begin] : [near, id];
    return triple;
  });
}

/** Runs of the library, and the widened model, learned from nine tenths of the names. */
export function courses(corpus: string, share = 1): Courses {
  const text: LmConfig = {corpus, documents: true, scored: 1};
  const {train, held, documents, tokenizer} = neuralBigram(text);
  const size = tokenizer.vocabulary.tokens.length;
  const [learned, judged] = [train, held].map((ids) => triplesOf({documents: documents!}, ids)) as [
    readonly Triple[],
    readonly Triple[]
  ];
  const counts = countsOf(
    learned.map(([, near, next]): Pair => [near, next]),
    size
  );
  const steps = COURSE_STEPS.map((step) => Math.round(step * share));
  const losses = COURSES.map(({settings}) => {
    const run = timeline(neuralBigram, {...text, ...settings}, {history: false});
    return steps.map((step) => lossOf(rowsOf(run.at(step).state.params.table.data, size), counts));
  });
  const last = timeline(neuralBigram, {...text, ...COURSES[0]!.settings}, {history: false}).at(steps.at(-1)!);
  const [seen, unseen] = [followedBy(learned, size), followedBy(judged, size)];
  const tables = learnedTables(seen, size, 4, Math.round(1500 * share));
  const near = (at: {readonly near: number}): number => at.near;
  const both = (at: {readonly far: number; readonly near: number}): number => at.far * size + at.near;
  return {
    counted: countedLoss(counts),
    deviation: deviationOf(counts),
    tokens: learned.length,
    size,
    losses,
    rows: rowGaps(rowsOf(last.state.params.table.data, size), counts, tokenizer.vocabulary.tokens),
    widened: {
      pairs: {learned: addedKLoss(seen, seen, 0, near), held: addedKLoss(seen, unseen, 0.1, near)},
      tables: {learned: lossOfTables(tables, seen), held: lossOfTables(tables, unseen)},
      triples: {learned: addedKLoss(seen, seen, 0, both), held: addedKLoss(seen, unseen, 0.1, both)}
    }
  };
}

/** The standard deviation of −ln p over all pairs. */
function deviationOf(counts: Rows): number {
  const costs = counts.flatMap((row) => {
    const total = row.reduce((x, y) => x + y, 0);
    return row.flatMap((count) => (count === 0 ? [] : [{count, nats: -Math.log(count / total)}]));
  });
  const all = costs.reduce((x, {count}) => x + count, 0);
  const mean = costs.reduce((x, {count, nats}) => x + count * nats, 0) / all;
  return Math.sqrt(costs.reduce((x, {count, nats}) => x + count * (nats - mean) * (nats - mean), 0) / all);
}

const rowsOf = (data: ArrayLike<number>, size: number): Rows =>
  Array.from({length: size}, (_, a) => Array.from({length: size}, (_, b) => data[a * size + b]!));

/** For each token that was followed: how often, and the divergence of its learned row from the counted one. */
function rowGaps(table: Rows, counts: Rows, names: readonly string[]): Courses["rows"] {
  return counts.flatMap((row, a) => {
    const total = row.reduce((x, y) => x + y, 0);
    if (total === 0) return [];
    const q = softmaxOf(table[a]!);
    const gap = row.reduce(
      (x, count, b) => (count === 0 ? x : x + (count / total) * Math.log(count / total / q[b]!)),
      0
    );
    return [{token: names[a]!, count: total, gap}];
  });
}
