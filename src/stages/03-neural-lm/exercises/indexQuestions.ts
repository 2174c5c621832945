import type {Question} from "../../../components/exercise/question.js";
import {networkSize} from "../model/networkSize.js";

type Token = "a" | "b" | "e";

/** How much likelier n has become after a token by one step on another pair; the engine is loaded for it alone. */
async function gain(before: Token, after: Token): Promise<number> {
  const {tinyNextProbability} = await import("../model/tinySharing.js");
  return tinyNextProbability(before, after) / tinyNextProbability(undefined, after);
}

/** What the page “Neural language models” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "neural-first-loss",
    prompt:
      "Before its first step the network has seen nothing. It must give a probability to each of 56 signs. What loss, in nats per sign, will it have?",
    range: [0, 10],
    step: 0.1,
    start: 1,
    unit: "nats",
    truth: () => Math.log(56),
    within: 0.25,
    why: "If every sign is equally likely, each has 1/56, and the loss is ln 56. A first loss far above that says that the network is sure of something before it has read anything, which is a mistake in how it was drawn.",
    solution: "−ln(1/56) = ln 56 ≈ 4.03 nats. That is also the entropy of 56 equally likely signs."
  },
  {
    kind: "choose",
    name: "neural-by-size",
    prompt: "Which of the two is ahead where, on names that neither has read?",
    options: [
      {
        text: "The network where there is little text, counting where there is much.",
        right: true,
        why: "What a network adds to counting is sharing, and that is worth most where a table is empty. On this small alphabet the table fills up."
      },
      {
        text: "Counting where there is little text, the network where there is much.",
        why: "Many expect this, because large networks are trained on large texts. But with little text a table is nearly empty, while the network’s few numbers are used by every context."
      },
      {
        text: "The network everywhere.",
        why: "With many names a context of four letters stands in the table as it is, and there the exact answer beats a smooth one."
      }
    ],
    solution:
      "Sharing is worth most where little was read. On an alphabet of a few dozen signs a table of four letters fills up, and then it is hard to beat by a small network. With words the table never fills, at any size of text, and the network stays ahead."
  },
  {
    kind: "choose",
    name: "neural-who-moves",
    prompt:
      "In the tiny example, the network takes its one step on “bn” in place of “an”. The vectors are a (1, 0), b (0, 1) and e (1, 1). After which letters does n become likelier?",
    options: [
      {
        text: "After b alone: it was shown nothing else.",
        holds: async () => Math.abs((await gain("b", "e")) - 1) < 1e-9 && Math.abs((await gain("b", "a")) - 1) < 1e-9,
        why: "That is what a table does. The step moved numbers that other letters use too."
      },
      {
        text: "After b, after e, and a little after a.",
        right: true,
        holds: async () => {
          const [a, b, e] = await Promise.all([gain("b", "a"), gain("b", "b"), gain("b", "e")]);
          return a > 1 && a < b && e > 1;
        },
        why: "The second row of the matrix moved, which b and e use. The bias of n moved as well, which all letters use."
      },
      {
        text: "After b and e, and not at all after a: the vectors of a and b share no number.",
        holds: async () => (await gain("b", "e")) > 1 && Math.abs((await gain("b", "a")) - 1) < 1e-9,
        why: "So it would be without a bias. The bias of n is added after every letter."
      }
    ],
    solution:
      "The gradient of the matrix is the vector of b times p − y: its second row moves, its first does not. Every letter with a second number that is not 0 feels it: b and e. The gradient of the bias is p − y itself, so the logit of n rises after each letter. And the vector of b moves, which only b feels."
  },
  {
    kind: "compute",
    name: "neural-parameters",
    prompt:
      "A network over a window of 3 letters has a vocabulary of 27, vectors of width 2, one hidden layer of 10 neurons with biases, and an output layer with biases. How many numbers does it have?",
    answer: () => networkSize({vocabulary: 27, width: 2, context: 3, hidden: [10]}),
    tolerance: 0.001,
    hint: "The table of vectors, 27 · 2. The hidden layer sees 3 · 2 numbers. The output layer sees 10.",
    hints: [
      {
        value: 27 * 2 + 6 * 10 + 10 * 27,
        tolerance: 0.001,
        why: "The biases are missing: 10 of the hidden layer and 27 of the output."
      },
      {
        value: 3 * 27 * 2 + 7 * 10 + 11 * 27,
        tolerance: 0.001,
        why: "All three places look up the same table: it is there once."
      },
      {value: 27 ** 3 * 26, tolerance: 0.001, why: "That is the table of an n-gram model of order 3."}
    ],
    why: "27 · 2 + (3 · 2 + 1) · 10 + (10 + 1) · 27 = 54 + 70 + 297.",
    solution:
      "The table has 27 · 2 = 54 numbers, the hidden layer (6 + 1) · 10 = 70, the output layer (10 + 1) · 27 = 297: 421 in all. The n-gram table for the same contexts has 27³ · 26 = 511,758 free numbers."
  }
];
