import type {WriteExercise} from "../../../components/exercise/writeExercise.js";
import {GRADIENT, LOG_SOFTMAX, STEP, TRAIN, WIDEN} from "../model/bigramParts.js";
import {countedLoss, countsOf, descended, pairsOf, type Pair} from "../model/tableDescent.js";
import {followedBy, learnedTables, lossOfTables, type Triple} from "../model/twoTables.js";

const joined = (...parts: readonly string[]): string => parts.join("\n\n");
const withTrain = (train: string): string => joined(LOG_SOFTMAX, GRADIENT, STEP, train);
const withWiden = (widen: string): string => joined(LOG_SOFTMAX, widen);

const {pairs} = pairsOf("abracadabra");
/** All four pairs occur, so that the least loss is reached by a table. */
const ALL: readonly Pair[] = [
  [0, 0],
  [0, 1],
  [0, 1],
  [1, 0],
  [1, 1],
  [1, 0],
  [1, 0]
];
const perplexity = (list: readonly Pair[], size: number, rate: number, steps: number): number =>
  Math.exp(descended(countsOf(list, size), rate, steps).losses.at(-1)!);

const TRIPLES: readonly Triple[] = [
  [0, 1, 0],
  [1, 0, 1],
  [0, 1, 1],
  [1, 1, 2],
  [1, 2, 0],
  [2, 0, 1]
];
/** What follows is decided by both tokens together, and by neither alone. */
const EXCLUSIVE: readonly Triple[] = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0]
];
const widened = (triples: readonly Triple[], size: number, rate: number, steps: number): number => {
  const followed = followedBy(triples, size);
  return Math.exp(lossOfTables(learnedTables(followed, size, rate, steps), followed));
};

/** The last parts of the neural bigram that a reader writes: training to the counts, and a window of two. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "neural-bigram-train",
    title: "5. To the counted perplexity",
    prompt:
      "Write train(pairs, size, rate, steps): begin with a table of zeros, do so many steps on all pairs, and return the perplexity of the table on the pairs: e to the mean of −ln q.",
    start: withTrain("function train(pairs, size, rate, steps) {\n  return size;\n}"),
    functionName: "train",
    cases: [
      {args: [pairs, 5, 4, 0], expected: 5, hint: "No step: all five letters are equally likely."},
      {args: [pairs, 5, 4, 1], expected: perplexity(pairs, 5, 4, 1), hint: "One step on the pairs of “abracadabra”."},
      {args: [pairs, 5, 4, 20], expected: perplexity(pairs, 5, 4, 20), hint: "Twenty steps."},
      {
        args: [ALL, 2, 2, 2000],
        expected: Math.exp(countedLoss(countsOf(ALL, 2))),
        hint: "After 2,000 steps it should be the counted perplexity."
      }
    ],
    solution: withTrain(TRAIN),
    wrong: [
      {
        code: withTrain(
          "function train(pairs, size, rate, steps) { let table = Array.from({length: size}, () => new Array(size).fill(0)); for (let i = 0; i < steps; i++) table = step(table, pairs, rate); return pairs.reduce((s, [a, b]) => s - logSoftmax(table[a])[b], 0) / pairs.length; }"
        ),
        why: "That is the loss in nats. The perplexity is e to it."
      },
      {
        code: withTrain(
          "function train(pairs, size, rate, steps) { let table = Array.from({length: size}, () => new Array(size).fill(0)); for (let i = 0; i < steps; i++) table = step(table, pairs, rate); return pairs.reduce((s, [a, b]) => s + Math.exp(-logSoftmax(table[a])[b]), 0) / pairs.length; }"
        ),
        why: "It is the mean of 1/q, which is larger: take the mean of the logarithms first."
      },
      {
        code: withTrain(
          "function train(pairs, size, rate, steps) { let table = Array.from({length: size}, () => new Array(size).fill(0)); for (let i = 1; i < steps; i++) table = step(table, pairs, rate); const n = pairs.reduce((s, [a, b]) => s - logSoftmax(table[a])[b], 0); return Math.exp(n / pairs.length); }"
        ),
        why: "It does one step too few."
      }
    ],
    explanation:
      "In the last case all pairs occur, so the least loss is reached by a table, and descent gets there to many digits. In “abracadabra” most pairs never occur. Their logits go down for ever, and the perplexity comes as near to the counted one as you are patient."
  },
  {
    kind: "write",
    name: "neural-bigram-widen",
    title: "6. A window of two",
    prompt:
      "Write widen(triples, size, rate, steps): of each triple [a, b, c], c follows a and b. There are two tables of zeros, far and near, and the logits are far[a] + near[b]. Do so many steps of descent on the mean loss of all triples, both tables moving at once, and return the perplexity on the triples.",
    start: withWiden("function widen(triples, size, rate, steps) {\n  return size;\n}"),
    functionName: "widen",
    cases: [
      {args: [TRIPLES, 3, 1, 0], expected: 3, hint: "No step: three equally likely tokens."},
      {
        args: [[[0, 1, 1]], 2, 1, 1],
        expected: widened([[0, 1, 1]], 2, 1, 1),
        hint: "The gradient of a sum goes to both operands: row a of far and row b of near each get p − y."
      },
      {args: [TRIPLES, 3, 2, 30], expected: widened(TRIPLES, 3, 2, 30), hint: "Six triples, thirty steps."},
      {
        args: [EXCLUSIVE, 2, 2, 200],
        expected: 2,
        hint: "Exclusive or: two tables that are added learn nothing of it, so the perplexity stays 2."
      }
    ],
    solution: withWiden(WIDEN),
    wrong: [
      {
        code: withWiden(
          WIDEN.replace(
            "next.far[a][j] += move;\n        next.near[b][j] += move;",
            "next.far[a][j] += move / 2;\n        next.near[b][j] += move / 2;"
          )
        ),
        why: "It shares the slope among the two. But each of them moves the logit fully, so each has the full slope."
      },
      {
        code: withWiden(WIDEN.replace("tables.near[b].map((z, j) => z + tables.far[a][j])", "tables.near[b]")),
        why: "The far table is learned and never used."
      },
      {
        code: withWiden(WIDEN.replace("next.near[b][j] += move;", "next.near[a][j] += move;")),
        why: "The near table is that of b."
      }
    ],
    explanation:
      "It is the smallest network with a wider window: 2V² numbers in place of V³. It shares what it knows, because far[a] is used whatever b is. And what depends on both together, such as exclusive or, it cannot say. For that a network needs a layer that bends between the two."
  }
];
