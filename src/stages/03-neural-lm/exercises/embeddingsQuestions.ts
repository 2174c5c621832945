import type {Question, ReadCorpus} from "../../../components/exercise/question.js";
import {cosine, distance} from "../model/geometry.js";
import {followerShares, overlap} from "../model/followers.js";
import {pca} from "../model/pca.js";
import {pulled, TABLE, TOKENS, vectorGradient} from "../model/tinyNumbers.js";

const oneHots = (n: number): readonly (readonly number[])[] =>
  Array.from({length: n}, (_, i) => Array.from({length: n}, (_, j) => (i === j ? 1 : 0)));

/** What the followers of two letters have in common, in the list of first names. */
async function sharedFollowers(corpus: ReadCorpus, a: string, b: string): Promise<number> {
  const letters = [...(await corpus("names"))];
  const known = [...new Set(letters)];
  const shares = followerShares(
    letters.map((letter) => known.indexOf(letter)),
    known.length
  );
  return overlap(shares[known.indexOf(a)]!, shares[known.indexOf(b)]!);
}

/** Two one-hot rows, after their mean has been taken away. */
function centered(n: number): number {
  const [first, second] = oneHots(n).map((row) => row.map((x) => x - 1 / n));
  return cosine(first!, second!);
}

const B_COMES = TOKENS.map((token) => (token === "b" ? 1 : 0));
const [FIRST, SECOND] = vectorGradient(TABLE[TOKENS.indexOf("e")]!, B_COMES) as readonly [number, number];

const SAME = [0.05, 0.05, 0.4, 0.05, 0.45];
const apart = (steps: number): number =>
  distance(pulled(TABLE[1]!, SAME, steps).at(-1)!, pulled(TABLE[3]!, SAME, steps).at(-1)!);

/** Whether the row of a token that does not occur moves in a step of the tiny example. */
async function unseenMoves(): Promise<boolean> {
  const {rowsOf, tinyStep} = await import("../model/tiny.js");
  return rowsOf(tinyStep().gradients.table)[TOKENS.indexOf("b")]!.some((x) => x !== 0);
}

/** What the page “Embeddings” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "embeddings-shared-followers",
    prompt:
      "In a list of first names, count what comes after each “a” and what comes after each “o”. How much of the two distributions is common to both? (100% if they are equal, 0% if nothing follows both.)",
    range: [0, 100],
    step: 1,
    start: 20,
    unit: "%",
    within: 10,
    truth: async (corpus) => 100 * (await sharedFollowers(corpus, "a", "o")),
    why: "Most of what is learned after “a” would serve after “o” as well, if the model had a way to carry it over.",
    solution:
      "For each next character take the smaller of its two shares, and sum: about 76%. A table of counts with a row for each letter uses none of it."
  },
  {
    kind: "compute",
    name: "embeddings-centered",
    prompt:
      "Take the five one-hot rows of the tiny vocabulary, and subtract their mean from each. What is the cosine of two different ones now?",
    answer: () => centered(5),
    tolerance: 0.001,
    hint: "Each row is (1 − 1/5) at its own place and −1/5 at the four others.",
    hints: [
      {value: 0, tolerance: 0.001, why: "That is before the mean is subtracted."},
      {
        value: -0.2,
        tolerance: 0.001,
        why: "That is their inner product. Divide by both lengths: each has the square 4/5."
      },
      {value: 0.25, tolerance: 0.001, why: "Mind the sign: the products at the two places of the ones are negative."}
    ],
    why: "The inner product is 2 · (4/5)(−1/5) + 3 · 1/25 = −1/5, each square is 4/5, and −1/5 over 4/5 is −1/4.",
    solution:
      "In general −1/(V − 1): the rows are the corners of a regular simplex, still equally far from each other. Centering does not make one-hot rows know anything."
  },
  {
    kind: "compute",
    name: "embeddings-e-then-b",
    prompt:
      "In the tiny example, now “e” stands there and “b” comes. What is the first number of the gradient of the vector of “e”? (Three digits.)",
    answer: () => FIRST,
    tolerance: 0.005,
    hint: "The vector is (1, 1), so the logits are the sums of the two rows of W. Then softmax, less 1 at b, times the first row of W.",
    hints: [
      {value: SECOND, tolerance: 0.005, why: "That is the second number: you took the second row of W."},
      {value: -FIRST, tolerance: 0.005, why: "The sign is turned round: it is p − y, not y − p."}
    ],
    why: "The logits are (1, 1, −1, −1, 2), and p(a) − (p(b) − 1) + p(n) comes to 1.718.",
    solution:
      "e¹ + e¹ + e⁻¹ + e⁻¹ + e² = 13.561, so p = (0.200, 0.200, 0.027, 0.027, 0.545) and p − y = (0.200, 0.200, −0.973, 0.027, 0.545). Times the first row of W, (0, 1, −1, 0, 1): 0.200 + 0.973 + 0.545 = 1.718. A step goes the other way: the vector moves to the left, where the column of b points."
  },
  {
    kind: "predict",
    name: "embeddings-pca-one-hot",
    prompt:
      "The map of this page shows vectors of width 16 in two directions. Suppose that it were given the 56 one-hot rows of the vocabulary instead. Which share of their variance would the two best directions hold?",
    range: [0, 100],
    step: 1,
    start: 35,
    unit: "%",
    within: 4,
    truth: () => {
      const {variances, total} = pca(oneHots(56), 2);
      return (100 * variances.reduce((sum, x) => sum + x, 0)) / total;
    },
    why: "All directions are alike, so two of 55 hold two 55ths. A plane can show structure only where there is some.",
    solution:
      "The rows differ equally in all directions that are at right angles to (1, 1, …, 1), of which there are 55; along that one they do not differ at all. So each component has 1/55 of the variance, and two have 3.6%."
  },
  {
    kind: "choose",
    name: "embeddings-unseen",
    prompt:
      "A table has a row for a token that never occurs in the training text. It began at random, and is trained by plain gradient descent, without decay. In the end its nearest neighbor, with a cosine of 0.6, is “whale”. What does that say?",
    options: [
      {
        text: "That the token is used like “whale”.",
        holds: unseenMoves,
        why: "The network never saw how it is used."
      },
      {
        text: "Nothing: the row is where it began.",
        right: true,
        holds: async () => !(await unseenMoves()),
        why: "A row that is never looked up has a gradient of zero in every step. That some row is near it is chance, and among thousands of rows some always are."
      },
      {
        text: "That “whale” moved towards it, since gradients are shared.",
        holds: unseenMoves,
        why: "The vector of “whale” is moved by what follows “whale”. Where other input rows are does not enter its gradient."
      }
    ],
    solution:
      "The gradient of the table is a sum of one-hot columns times rows, one for each lookup. No lookup, no term. With weight decay such a row shrinks towards zero, as that of ⏎ does in the map, but even then no text has told it where to go. Neighbors of rare tokens are for the same reason hardly worth a look."
  },
  {
    kind: "choose",
    name: "embeddings-repair",
    prompt:
      "“If the same tokens follow a and e equally often, then at the same place both vectors have the same gradient. So training makes the two vectors equal.” What is missing?",
    options: [
      {
        text: "Nothing.",
        holds: () => apart(0) === 0,
        why: "The two do not begin at the same place, so at first they do not have the same gradient."
      },
      {
        text: "That they begin at the same place.",
        holds: () => apart(2000) > 0.01,
        why: "That would do, but it is not needed: in the figure they begin apart and meet."
      },
      {
        text: "That the loss, as a function of one vector, has a single minimum, and descent comes near it.",
        right: true,
        holds: () => apart(3) > 0.1 && apart(2000) < 1e-6,
        why: "Equal gradients at equal places make equal minima. That both get there needs the convexity that was shown, and steps enough."
      },
      {
        text: "That the gradients are equal at the same place; they are not.",
        holds: () => {
          const [x, y] = [vectorGradient([0.3, 0.4], SAME), vectorGradient([0.3, 0.4], SAME)];
          return distance(x, y) > 0;
        },
        why: "W(p − q) depends on the vector, through p, and on the followers q. Which token it is does not enter."
      }
    ],
    solution:
      "The Hessian W(diag p − ppᵀ)Wᵀ is positive definite if no combination of the rows of W is constant over all tokens. Then there is one minimum, which depends on q alone, and gradient descent with a small rate approaches it from anywhere. In a deep network the loss by one vector is not convex, and what is left of the argument is a tendency, which can be measured."
  }
];
