import type {WriteExercise} from "../../../components/exercise/writeExercise.js";
import {COUNTED, GRADIENT, LOG_SOFTMAX, STEP} from "../model/bigramParts.js";
import {countsOf, gradientOf, logSoftmaxOf, pairsOf, stepped, type Pair, type Rows} from "../model/tableDescent.js";

const joined = (...parts: readonly string[]): string => parts.join("\n\n");
const withGradient = (gradient: string): string => joined(LOG_SOFTMAX, gradient);
const withStep = (step: string): string => joined(LOG_SOFTMAX, GRADIENT, step);

const {pairs} = pairsOf("abracadabra");
const FEW: readonly Pair[] = [
  [0, 1],
  [0, 1],
  [1, 0],
  [0, 0]
];
const TABLE: Rows = [
  [1, -1, 0],
  [0, 2, 0],
  [0.5, 0, 0]
];
const LARGE: Rows = [
  [1000, 0],
  [0, -1000]
];

/** The first parts of the neural bigram that a reader writes: counts, a softmax that survives, a gradient and a step. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "neural-bigram-counts",
    title: "1. Counts to probabilities",
    prompt:
      "Write countedRows(pairs, size): row a has the share of each token among those that followed a in the pairs [a, b]. What was never followed by anything has a row of equal shares.",
    start:
      "function countedRows(pairs, size) {\n  return Array.from({length: size}, () => new Array(size).fill(1 / size));\n}",
    functionName: "countedRows",
    cases: [
      {
        args: [[], 2],
        expected: [
          [0.5, 0.5],
          [0.5, 0.5]
        ],
        hint: "No pairs: nothing is known of any row."
      },
      {
        args: [FEW, 2],
        expected: [
          [1 / 3, 2 / 3],
          [1, 0]
        ],
        hint: "0 was followed by 1 twice and by itself once."
      },
      {
        args: [
          [
            [2, 0],
            [2, 1],
            [2, 1],
            [2, 1]
          ],
          3
        ],
        expected: [
          [1 / 3, 1 / 3, 1 / 3],
          [1 / 3, 1 / 3, 1 / 3],
          [0.25, 0.75, 0]
        ],
        hint: "Only 2 was followed by anything. Its shares sum to 1; the other rows are equal shares."
      }
    ],
    solution: COUNTED,
    wrong: [
      {
        code: "function countedRows(pairs, size) { const rows = Array.from({length: size}, () => new Array(size).fill(0)); for (const [a, b] of pairs) rows[a][b]++; return rows.map((row) => { const total = row.reduce((x, y) => x + y, 0); return row.map((count) => count / total); }); }",
        why: "A row without counts becomes 0/0."
      },
      {
        code: "function countedRows(pairs, size) { const rows = Array.from({length: size}, () => new Array(size).fill(0)); for (const [a, b] of pairs) rows[a][b]++; return rows.map((row) => row.map((count) => (pairs.length === 0 ? 1 / size : count / pairs.length))); }",
        why: "It divides by all pairs. A row is a distribution of its own, and is divided by its own sum."
      },
      {
        code: "function countedRows(pairs, size) { const rows = Array.from({length: size}, () => new Array(size).fill(0)); for (const [a, b] of pairs) rows[b][a]++; return rows.map((row) => { const total = row.reduce((x, y) => x + y, 0); return row.map((count) => (total === 0 ? 1 / size : count / total)); }); }",
        why: "Rows and columns are exchanged: it says what came before a token."
      }
    ],
    explanation:
      "These are the maximum-likelihood probabilities of stage 1, and the goal of all that follows. A row of equal shares is what a table of zeros says, and what it goes on saying where no pair ever touches it."
  },
  {
    kind: "write",
    name: "neural-bigram-log-softmax",
    title: "2. A softmax that survives",
    prompt:
      "Write logSoftmax(row): the natural logarithms of the probabilities of a row of logits, right for logits of any size.",
    start: "function logSoftmax(row) {\n  return row;\n}",
    functionName: "logSoftmax",
    cases: [
      {args: [[0, 0]], expected: logSoftmaxOf([0, 0]), hint: "Two equal logits: ln ½, twice."},
      {args: [[1, -1, 0]], expected: logSoftmaxOf([1, -1, 0]), hint: "z − ln Σ eᶻ for each."},
      {args: [[1000, 0]], expected: [0, -1000], hint: "e¹⁰⁰⁰ is infinite: subtract the largest logit first."},
      {
        args: [[-1000, -1000]],
        expected: logSoftmaxOf([0, 0]),
        hint: "All powers would be 0. The largest logit is −1000."
      }
    ],
    solution: LOG_SOFTMAX,
    wrong: [
      {
        code: "function logSoftmax(row) { const total = row.reduce((s, z) => s + Math.exp(z), 0); return row.map((z) => z - Math.log(total)); }",
        why: "Nothing is subtracted, so e¹⁰⁰⁰ is infinite."
      },
      {
        code: "function logSoftmax(row) { const top = Math.max(...row); const e = row.map((z) => Math.exp(z - top)); const total = e.reduce((s, x) => s + x, 0); return e.map((x) => Math.log(x / total)); }",
        why: "It takes the logarithm of a probability that was rounded to 0."
      },
      {
        code: "function logSoftmax(row) { const top = Math.max(0, ...row); const total = row.reduce((s, z) => s + Math.exp(z - top), 0); return row.map((z) => z - top - Math.log(total)); }",
        why: "It subtracts at least 0, so logits of −1000 still vanish."
      }
    ],
    explanation: "The page on cross-entropy derives it. Everything after this part calls it, so it should be right."
  },
  {
    kind: "write",
    name: "neural-bigram-gradient",
    title: "3. The gradient, row by row",
    prompt:
      "Write gradient(table, pairs): the gradient of the mean loss over all pairs, as rows like those of the table. Each pair [a, b] gives p − y to row a.",
    start: joined(LOG_SOFTMAX, "function gradient(table, pairs) {\n  return table.map((row) => row.map(() => 0));\n}"),
    functionName: "gradient",
    cases: [
      {
        args: [
          [
            [0, 0],
            [0, 0]
          ],
          [[0, 1]]
        ],
        expected: [
          [0.5, -0.5],
          [0, 0]
        ],
        hint: "One pair: p is ½ and ½, y is 0 and 1. Row 1 was not used."
      },
      {
        args: [TABLE, FEW],
        expected: gradientOf(TABLE, countsOf(FEW, 3)),
        hint: "Sum over pairs, and divide by how many there are in all, also in rows that were used less often."
      },
      {
        args: [
          LARGE,
          [
            [0, 1],
            [1, 1]
          ]
        ],
        expected: gradientOf(
          LARGE,
          countsOf(
            [
              [0, 1],
              [1, 1]
            ],
            2
          )
        ),
        hint: "Large logits: use logSoftmax."
      },
      {
        args: [Array.from({length: 5}, () => [0, 0, 0, 0, 0]), pairs],
        expected: gradientOf(
          Array.from({length: 5}, () => [0, 0, 0, 0, 0]),
          countsOf(pairs, 5)
        ),
        hint: "The pairs of “abracadabra”, from a table of zeros."
      }
    ],
    solution: withGradient(GRADIENT),
    wrong: [
      {
        code: withGradient(
          "function gradient(table, pairs) { const s = table.map((row) => row.map(() => 0)); for (const [a, b] of pairs) logSoftmax(table[a]).forEach((log, j) => { s[a][j] += Math.exp(log) - (j === b ? 1 : 0); }); return s; }"
        ),
        why: "That is the gradient of the sum, and not of the mean."
      },
      {
        code: withGradient(
          "function gradient(table, pairs) { const s = table.map((row) => row.map(() => 0)); const n = table.map(() => 0); for (const [a, b] of pairs) { n[a]++; logSoftmax(table[a]).forEach((log, j) => { s[a][j] += Math.exp(log) - (j === b ? 1 : 0); }); } return s.map((row, a) => row.map((x) => (n[a] === 0 ? 0 : x / n[a]))); }"
        ),
        why: "It takes a mean for each row. The loss is one mean over all pairs, so rare rows have small gradients."
      },
      {
        code: withGradient(
          "function gradient(table, pairs) { const s = table.map((row) => row.map(() => 0)); for (const [a, b] of pairs) logSoftmax(table[a]).forEach((log, j) => { s[a][j] += ((j === b ? 1 : 0) - Math.exp(log)) / pairs.length; }); return s; }"
        ),
        why: "It is y − p: the way down, and not the gradient."
      }
    ],
    explanation:
      "All pairs with the same a share p, so row a comes to (N_a/N)(p − shares). It is zero exactly where softmax gives the counted shares, which is what the proof of this page is about."
  },
  {
    kind: "write",
    name: "neural-bigram-step",
    title: "4. A training step",
    prompt:
      "Write step(table, pairs, rate): a new table, one step of gradient descent further. The old table stays as it was.",
    start: withStep("function step(table, pairs, rate) {\n  return table;\n}"),
    functionName: "step",
    cases: [
      {
        args: [
          [
            [0, 0],
            [0, 0]
          ],
          [[0, 1]],
          1
        ],
        expected: [
          [-0.5, 0.5],
          [0, 0]
        ],
        hint: "Against the gradient."
      },
      {args: [TABLE, FEW, 0], expected: TABLE, hint: "A rate of 0 moves nothing."},
      {args: [TABLE, FEW, 2.5], expected: stepped(TABLE, countsOf(FEW, 3), 2.5), hint: "Minus rate times gradient."}
    ],
    solution: withStep(STEP),
    wrong: [
      {
        code: withStep(
          "function step(table, pairs, rate) { const g = gradient(table, pairs); return table.map((row, a) => row.map((z, b) => z + rate * g[a][b])); }"
        ),
        why: "It goes uphill."
      },
      {
        code: withStep(
          "function step(table, pairs, rate) { const g = gradient(table, pairs); table.forEach((row, a) => row.forEach((z, b) => { row[b] = z - rate * g[a][b]; })); return table; }"
        ),
        why: "It changes the table that it was given: then no earlier step can be looked at, and no run can be forked."
      },
      {
        code: withStep(
          "function step(table, pairs, rate) { return pairs.reduce((now, pair) => { const g = gradient(now, [pair]); return now.map((row, a) => row.map((z, b) => z - (rate / pairs.length) * g[a][b])); }, table); }"
        ),
        why: "It goes pair by pair, each from where the last one led. That is another algorithm, and it depends on the order."
      }
    ],
    explanation:
      "A pure function of the table and the pairs. The page on implementation shows all that follows from that."
  }
];
