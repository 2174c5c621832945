import {key, sortTask} from "/lib/tensor.js";
import {estimate, gpt2} from "/lib/transformer.js";
import kept from "../model/miniRuns.json" with {type: "json"};
import {intervalOf} from "../model/intervals.js";
import {MINI_BATCH, MINI_EVERY, MINI_HELD, MINI_STEPS, type MiniName} from "../model/miniSpec.js";

/** The length from which on attention costs more than the matrices of a block, of GPT-2’s form and some width. */
function crossing(width: number): number {
  const matrices = 24 * width * width;
  const attention = (length: number): number => {
    const form = gpt2({vocabSize: 1, layers: 1, width, heads: 1, context: length});
    return estimate(form).flopsPerToken.forward - matrices - 2 * width; // less the unembedding’s
  };
  let length = width;
  while (attention(length) <= matrices) length++;
  return length;
}

/** Words of two letters that the task has, counted in what it draws. */
function shortWords(): number {
  const task = sortTask({least: 2, most: 6, letters: 8}, key(7));
  const drawn = Array.from({length: 20_000}, (_, i) => task.example(i).prompt).filter((prompt) => prompt.length === 3);
  return new Set(drawn).size; // with the sign =
}

/** The mini-project as it was run for the book. */
export function facts() {
  const run = (name: MiniName) => kept.value.find((one) => one.name === name)!;
  const ends = (name: MiniName): readonly number[] => run(name).curves.map(({accuracies}) => accuracies.at(-1)!);
  const mean = (list: readonly number[]): number => intervalOf(list).mean;
  const at = (name: MiniName, step: number): number =>
    mean(run(name).curves.map(({accuracies}) => accuracies[step / MINI_EVERY]!));
  return {
    parameters: run("sort").parameters,
    sort: mean(ends("sort")),
    sortLeast: Math.min(...ends("sort")),
    sort100: at("sort", 100),
    sortFresh: mean(run("sort").curves.map(({freshAccuracy}) => freshAccuracy)),
    freshShare: mean(run("sort").curves.map(({fresh}) => fresh)),
    twoLetters: shortWords(),
    learned: MINI_STEPS * MINI_BATCH,
    held: MINI_HELD,
    oneBlock: mean(ends("oneBlock")),
    oneBlockFresh: mean(run("oneBlock").curves.map(({freshAccuracy}) => freshAccuracy)),
    noPositions: mean(ends("noPositions")),
    narrow: mean(ends("narrow")),
    narrowParameters: run("narrow").parameters,
    addition: mean(ends("addition")),
    reversed: mean(ends("reversed")),
    firstLoss: mean(run("sort").curves.map(({losses}) => losses[0]!)),
    lnTen: Math.log(10),
    crossing64: crossing(64),
    crossing768: crossing(768)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  sorts: f.sortLeast > 0.97,
  startsAtLn: Math.abs(f.firstLoss - f.lnTen) < 0.03,
  halfFresh: f.freshShare > 0.45 && f.freshShare < 0.55,
  freshAsWell: Math.abs(f.sortFresh - f.sort) < 0.01,
  halfAt100: f.sort100 > 0.45 && f.sort100 < 0.55,
  oneBehind: f.oneBlock < 0.75 && f.oneBlockFresh < f.oneBlock - 0.1,
  positionsUnneeded: f.noPositions >= f.sort,
  narrowSorts: f.narrow > 0.9 && f.narrowParameters < f.parameters / 3,
  additionHard: f.addition < 0.25 && f.reversed < 0.1,
  twelveWidths: f.crossing64 === 12 * 64 && f.crossing768 === 12 * 768,
  nineContexts: f.crossing768 === 9 * 1024,
  allPairs: f.twoLetters === 8 ** 2
});
