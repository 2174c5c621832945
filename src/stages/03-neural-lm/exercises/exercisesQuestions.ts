import type {Question} from "../../../components/exercise/question.js";
import {
  countedLoss,
  countsOf,
  gradientOf,
  lossOf,
  pairsOf,
  stepped,
  stepsUntil,
  zeroTable,
  type Pair,
  type Rows
} from "../model/tableDescent.js";

const {letters, pairs} = pairsOf("abracadabra");
const COUNTS = countsOf(pairs, letters.length);
/** Eight pairs of the tokens 0, 1, 2: four from 0, of which three lead to 1 and one to 2. */
const EIGHT: readonly Pair[] = [
  [0, 1],
  [0, 1],
  [0, 1],
  [0, 2],
  [1, 0],
  [1, 0],
  [2, 0],
  [2, 2]
];

/** The share of the likeliest context. */
const largestShare = (counts: Rows): number => {
  const totals = counts.map((row) => row.reduce((a, b) => a + b, 0));
  return Math.max(...totals) / totals.reduce((a, b) => a + b, 0);
};

/** Row 2 of a table after steps on pairs in which 2 is never a context. */
function neverUsed(): readonly number[] {
  const counts = countsOf(
    [
      [0, 1],
      [1, 2],
      [0, 2]
    ],
    3
  );
  let table = zeroTable(3);
  for (let i = 0; i < 50; i++) table = stepped(table, counts, 2);
  return table[2]!;
}

/** Whether some table of many has less loss than counting. */
function someTableBeatsCounts(): boolean {
  for (let i = 0; i < 500; i++) {
    const table = COUNTS.map((row, a) =>
      row.map((count, b) => (count > 0 ? 6 : 0) + ((i * 31 + a * 7 + b * 13) % 11) - 5)
    );
    if (lossOf(table, COUNTS) < countedLoss(COUNTS)) return true;
  }
  return false;
}

/** What the page “Exercises” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "stage3-steps-to-counts",
    prompt:
      "A table of zeros learns the ten pairs of “abracadabra”, all in each step, by gradient descent at rate 4. After how many steps is its perplexity less than 10% above the counted one?",
    range: [0, 100],
    step: 1,
    start: 60,
    within: 8,
    truth: () => stepsUntil(COUNTS, 4, 1.1),
    why: "The first steps change much, as all rows are far from their counts. The last percents take far longer.",
    solution:
      "After 14 steps. Each row moves at the speed of how often its letter occurs, so the row of “a” is there soon, and those of “c” and “d”, with one pair each, are what one waits for. The figure below shows it step by step."
  },
  {
    kind: "choose",
    name: "stage3-unused-row",
    prompt: "A token is never followed by anything in the training text. What becomes of its row of logits?",
    options: [
      {
        text: "It stays as it began",
        right: true,
        holds: () => neverUsed().every((z) => z === 0),
        why: "No loss depends on it, so its gradient is 0 in every step. From a table of zeros it goes on saying that all tokens are equally likely."
      },
      {
        text: "All of its logits go to −∞, since none of the pairs occurs",
        holds: () => neverUsed().every((z) => z < -1),
        why: "A logit goes down if its token is predicted where another came. Here nothing is ever predicted."
      },
      {
        text: "It comes to the shares of all tokens in the text",
        holds: () => neverUsed()[0] !== neverUsed()[2],
        why: "That would need something that the rows have in common. A table has nothing of the kind: this is what sharing would give."
      }
    ],
    solution:
      "The gradient of row a is (N_a/N)(p − shares), and N_a is 0. Weight decay would move such a row, to zero; and a network with embeddings would move it with the rest, as the first page of the stage shows."
  },
  {
    kind: "compute",
    name: "stage3-gap-in-percent",
    prompt:
      "A neural bigram has a training loss of 2.45 nats, and the counted one 2.35. By how many percent is its perplexity above the counted one?",
    answer: () => 100 * (Math.exp(2.45) / Math.exp(2.35) - 1),
    tolerance: 0.1,
    hint: "The perplexities are e to the losses. Divide them.",
    hints: [
      {value: 100 * (2.45 / 2.35 - 1), why: "That is the ratio of the losses. Perplexities are e to them."},
      {
        value: 10,
        tolerance: 0.05,
        why: "Nearly: for small gaps e to the gap is about 1 plus the gap. At 0.1 the difference shows."
      }
    ],
    why: "The ratio is e to the power of 0.1, 1.105: above by 10.5 percent.",
    solution:
      "The ratio of perplexities is e to the difference of the losses, here e to the power of 0.1, which is 1.1052, so it is 10.5 percent above. A gap in nats is about the relative gap in perplexity, as long as it is small."
  },
  {
    kind: "compute",
    name: "stage3-first-gradient",
    prompt:
      "There are eight pairs of three tokens. Token 0 is followed four times, three times by 1 and once by 2. The table is all zeros. What is the gradient of the logit in row 0 and column 1, for the mean loss over all eight pairs?",
    answer: () => gradientOf(zeroTable(3), countsOf(EIGHT, 3))[0]![1]!,
    tolerance: 0.001,
    hint: "Four pairs use row 0. Each gives p − y, and p is one third. Divide the sum by eight.",
    hints: [
      {
        value: 1 / 3 - 3 / 4,
        why: "That is p less the counted share. The row has only four of the eight pairs: times one half."
      },
      {value: (3 - 4 / 3) / 8, why: "The sign is turned around: the gradient is p − y, and the way down is against it."}
    ],
    why: "(4 · 1/3 − 3) / 8 = −0.2083.",
    solution:
      "The probabilities of the four pairs sum to 4/3, and the token came three times. The difference, −1.667, over eight is −0.208. A step against it raises the logit, as it should: 1/3 is too little for what came in three of four cases."
  },
  {
    kind: "compute",
    name: "stage3-two-tables",
    prompt:
      "With 56 tokens, how many numbers do two tables have that are added, one for each of the last two tokens? (One table for both together would have 175,616.)",
    answer: () => 2 * 56 * 56,
    tolerance: 0.5,
    hint: "Each table has a row for each token, and a logit for each that may follow.",
    hints: [
      {value: 56 * 56, why: "That is one of the two tables."},
      {value: 4 * 56, why: "Each row has a logit for each of 56 tokens."}
    ],
    why: "2 · 56 · 56 = 6,272.",
    solution:
      "Two tables of 56 by 56. A context of n tokens needs n tables, so it grows with n, where a single table grows 56 times with each token more."
  },
  {
    kind: "compute",
    name: "stage3-largest-table-rate",
    prompt:
      "Steer the figure: in “abracadabra”, four of the ten pairs begin with “a”. The curvature of the loss in a row is at most half of its share of the pairs, in any direction (the first proof below shows it). Below which rate is a step of gradient descent sure to lower the loss? Try whether larger ones do harm.",
    answer: () => 2 / (largestShare(COUNTS) / 2),
    tolerance: 0.01,
    hint: "Descent is sure to go down below 2 over the largest curvature.",
    hints: [
      {value: 2 / 0.5, why: "That forgets the share: row “a” has only four tenths of the pairs."},
      {
        value: 1 / (largestShare(COUNTS) / 2),
        why: "That is 1/L, the rate that the bound likes best. The border is 2/L."
      }
    ],
    why: "The largest curvature is 0.4 / 2 = 0.2, and 2 / 0.2 = 10.",
    solution:
      "Row “a” has the largest share, 0.4, so the largest curvature is at most 0.2, and the border is 10. In the figure 12 still works, and at 14 the row of “a” swings to and fro for ever. Half is the worst case, of a row between two letters; at the shares of row “a”, ½, ¼ and ¼, the curvature is 3/8 of the share, and the border is 13.3."
  },
  {
    kind: "choose",
    name: "stage3-below-counts",
    prompt:
      "A colleague’s network sees one token of context. On all of its training text it has a loss of 2.29 nats; the counted bigram has 2.35 on the same text. What do you say?",
    options: [
      {
        text: "Congratulations: embeddings share what they know",
        holds: someTableBeatsCounts,
        why: "Sharing helps on text that was not read. On the text itself no model with this context can be better than its counts."
      },
      {
        text: "There is a mistake: something besides that token reaches the prediction, or the losses are not of the same text",
        right: true,
        holds: () => !someTableBeatsCounts(),
        why: "Its prediction depends on one token, so its loss is that of some table of rows, and Gibbs’ inequality puts that above the counted one."
      },
      {
        text: "It has more parameters than the table, so it overfits",
        holds: () => COUNTS.length * COUNTS.length > 1e6,
        why: "Overfitting lowers the training loss as far as it can go. With this context it can go to the counted loss and no further."
      }
    ],
    solution:
      "Whatever is inside, the network gives one distribution for each of the V contexts. So the theorem of this page holds for it: its loss is the counted one plus a divergence. Look for a target in the context, for a loss that is taken from a part of the text, or for tokens that count differently."
  }
];
