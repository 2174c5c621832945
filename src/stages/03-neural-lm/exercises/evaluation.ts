import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on evaluation writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "evaluation-compare",
    title: "Better, and how surely?",
    prompt:
      "Write compare(first, second, counts): two lists with the nats of each document by two models, and the documents’ numbers of tokens. Return [difference, error]: how many more nats per token the first model costs, over all tokens, and its standard error, for which a document is one observation: the root of n/(n − 1) times the sum of rᵢ², divided by all tokens, where rᵢ is a document’s difference less the mean difference times its tokens.",
    start:
      "function compare(first, second, counts) {\n  // returns [difference per token, standard error]\n  return [0, 0];\n}",
    functionName: "compare",
    cases: [
      {
        args: [
          [2, 3, 3, 2],
          [1, 3, 2, 2],
          [1, 1, 1, 1]
        ],
        expected: [0.5, 0.28867513459481287],
        hint: "Documents of one token each: the textbook’s standard error of 1, 0, 1, 0."
      },
      {
        args: [
          [5, 5],
          [3, 7],
          [2, 2]
        ],
        expected: [0, 1],
        hint: "The differences are 2 and −2, of two tokens each."
      },
      {
        args: [
          [10, 30],
          [8, 18],
          [1, 3]
        ],
        expected: [3.5, 0.75],
        hint: "Divide all nats by all tokens: 14 by 4. The mean of 2 and 4 is something else."
      },
      {
        args: [
          [1, 9, 4],
          [1, 9, 4],
          [2, 5, 3]
        ],
        expected: [0, 0],
        hint: "The same model twice."
      },
      {
        args: [
          [20, 30, 30, 20],
          [10, 30, 20, 20],
          [10, 10, 10, 10]
        ],
        expected: [0.5, 0.28867513459481287],
        hint: "Ten times the same token in each document is no more evidence than one."
      }
    ],
    solution: `function compare(first, second, counts) {
  const n = counts.length;
  const differences = first.map((x, i) => x - second[i]);
  const tokens = counts.reduce((a, b) => a + b, 0);
  const mean = differences.reduce((a, b) => a + b, 0) / tokens;
  const squares = differences.reduce((sum, d, i) => sum + (d - mean * counts[i]) ** 2, 0);
  return [mean, Math.sqrt((squares * n) / (n - 1)) / tokens];
}`,
    wrong: [
      {
        code: "function compare(first, second, counts) { const n = counts.length; const d = first.map((x, i) => (x - second[i]) / counts[i]); const m = d.reduce((a, b) => a + b, 0) / n; return [m, Math.sqrt(d.reduce((s, x) => s + (x - m) ** 2, 0) / (n - 1) / n)]; }",
        why: "It takes the mean of means, in which a short document counts as much as a long one."
      },
      {
        code: "function compare(first, second, counts) { const n = counts.length; const t = counts.reduce((a, b) => a + b, 0); const e = (list) => { const m = list.reduce((a, b) => a + b, 0) / t; return [m, Math.sqrt(list.reduce((s, x, i) => s + (x - m * counts[i]) ** 2, 0) * n / (n - 1)) / t]; }; const [a, b] = [e(first), e(second)]; return [a[0] - b[0], Math.sqrt(a[1] ** 2 + b[1] ** 2)]; }",
        why: "It adds the errors of two separate measurements, as if each model had had documents of its own."
      },
      {
        code: "function compare(first, second, counts) { const d = first.map((x, i) => x - second[i]); const t = counts.reduce((a, b) => a + b, 0); const m = d.reduce((a, b) => a + b, 0) / t; const squares = d.reduce((s, x, i) => s + counts[i] * (x / counts[i] - m) ** 2, 0); return [m, Math.sqrt(squares / (t - 1) / t)]; }",
        why: "It takes the tokens of a document for independent, and is too sure."
      }
    ],
    explanation:
      "The mean per token is a quotient of two sums over documents. A document that is drawn changes both, and what it changes in the quotient is its residual rᵢ, divided by all tokens. Residuals of different documents are independent, so their squares add up."
  },
  {
    kind: "write",
    name: "evaluation-calibration",
    title: "As sure as right",
    prompt:
      "Write calibrationError(confidence, correct, bins): confidence is a list of probabilities, correct a list of booleans. Put each prediction into one of the bins of equal width, ((k − 1)/bins, k/bins] for k = 1, 2, …, with 0 in the first; return the mean of |accuracy − mean confidence| over the bins, each counted with its share of the predictions.",
    start: "function calibrationError(confidence, correct, bins) {\n  // returns a number from 0 to 1\n  return 0;\n}",
    functionName: "calibrationError",
    cases: [
      {
        args: [[0.8, 0.8, 0.8, 0.8, 0.8], [true, true, true, true, false], 10],
        expected: 0,
        hint: "Four of five are right, and 0.8 was said."
      },
      {args: [[1, 1], [true, false], 10], expected: 0.5, hint: "1 lies in the last bin. Half were right."},
      {
        args: [[0.9, 0.9, 0.3, 0.3], [true, false, true, false], 10],
        expected: 0.30000000000000004,
        hint: "One bin is off by 0.4 and the other by 0.2, and the directions do not cancel."
      },
      {
        args: [[0.1, 0.2, 0.9], [false, false, true], 2],
        expected: 0.13333333333333333,
        hint: "Bins are counted with their shares: two thirds of 0.15 and one third of 0.1."
      },
      {
        args: [[0.5, 0, 0.1], [false, false, true], 2],
        expected: 0.13333333333333333,
        hint: "0.5 belongs to the lower bin of two, as 0 does: all three are in one."
      },
      {
        args: [[0.9, 0.1], [false, true], 1],
        expected: 0,
        hint: "With a single bin, only the mean confidence and the accuracy are compared."
      }
    ],
    solution: `function calibrationError(confidence, correct, bins) {
  const lists = Array.from({length: bins}, () => []);
  confidence.forEach((p, i) => lists[Math.max(0, Math.ceil(p * bins) - 1)].push(i));
  return lists.reduce((sum, list) => {
    const excess = list.reduce((gap, i) => gap + confidence[i] - (correct[i] ? 1 : 0), 0);
    return sum + Math.abs(excess) / confidence.length;
  }, 0);
}`,
    wrong: [
      {
        code: "function calibrationError(confidence, correct, bins) { return confidence.reduce((s, p, i) => s + Math.abs(p - (correct[i] ? 1 : 0)), 0) / confidence.length; }",
        why: "A single prediction is right or wrong and never 0.8 right: only groups have an accuracy."
      },
      {
        code: "function calibrationError(confidence, correct, bins) { const l = Array.from({length: bins}, () => []); confidence.forEach((p, i) => l[Math.max(0, Math.ceil(p * bins) - 1)].push(i)); const g = l.filter((x) => x.length > 0).map((x) => Math.abs(x.reduce((s, i) => s + confidence[i] - (correct[i] ? 1 : 0), 0) / x.length)); return g.reduce((a, b) => a + b, 0) / g.length; }",
        why: "It counts each bin the same, however few predictions are in it."
      },
      {
        code: "function calibrationError(confidence, correct, bins) { const l = Array.from({length: bins}, () => []); confidence.forEach((p, i) => l[Math.min(bins - 1, Math.floor(p * bins))].push(i)); return l.reduce((s, x) => s + Math.abs(x.reduce((g, i) => g + confidence[i] - (correct[i] ? 1 : 0), 0)) / confidence.length, 0); }",
        why: "Its bins are closed on the left, so 0.5 of two bins is in the upper one."
      },
      {
        code: "function calibrationError(confidence, correct, bins) { return Math.abs(confidence.reduce((s, p, i) => s + p - (correct[i] ? 1 : 0), 0)) / confidence.length; }",
        why: "It uses a single bin: what is too sure here cancels what is too timid there."
      }
    ],
    explanation:
      "The share of a bin times |accuracy − mean confidence| is the size of the bin’s summed excess, divided by all predictions. So no bin has to be divided by its own count, and empty ones add 0."
  }
];
