import type {Question} from "../../../components/exercise/question.js";

/** The share of whole answers that are right, if each sign is right by itself with the same probability. */
const whole = (sign: number, signs: number): number => sign ** signs;

/** Parameters and tokens that a budget of 6·N·D buys at 20 tokens for each parameter. */
const parametersFor = (flops: number): number => Math.sqrt(flops / (6 * 20));

/** What the last page of the stage asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "stage6-whole",
    prompt:
      "A model that sorts gets each sign of an answer right with a probability of 95%, one as well as another, independently. A word of six letters has seven signs, with the line break. Which share of such words does it sort without a fault?",
    range: [0, 100],
    step: 1,
    start: 95,
    unit: "%",
    truth: () => 100 * whole(0.95, 7),
    within: 6,
    why: "All seven must be right, and probabilities multiply.",
    solution:
      "0.95 to the 7 is 69.8%. So whole answers lag far behind the loss, and then seem to come all at once: it is the same progress, raised to the seventh power."
  },
  {
    kind: "compute",
    name: "stage6-bits",
    prompt:
      "A model loses 2.9 nats a token on a text in which a token has 4 bytes on the mean. How many bits a byte is that?",
    answer: () => 2.9 / Math.LN2 / 4,
    tolerance: 0.005,
    hint: "Nats to bits: divide by ln 2. Tokens to bytes: divide by 4.",
    hints: [
      {value: (2.9 * Math.LN2) / 4, why: "A nat is more than a bit: divide by ln 2."},
      {value: 2.9 / 4, why: "That is nats a byte."}
    ],
    why: "2.9/0.693/4 = 1.046.",
    solution:
      "2.9 nats are 4.184 bits a token, and 1.046 bits a byte. Only so can models with different tokenizers be compared."
  },
  {
    kind: "compute",
    name: "stage6-count",
    prompt:
      "A model has 24 blocks of width 2,048, each with four square matrices of attention and a feed-forward layer without a gate, four times as wide inside. How many millions of parameters do the blocks have, norms and biases aside?",
    answer: () => (12 * 24 * 2048 ** 2) / 1e6,
    tolerance: 5,
    unit: "million",
    hint: "4d² of attention and 8d² of the feed-forward layer, in each of 24 blocks.",
    hints: [
      {value: (8 * 24 * 2048 ** 2) / 1e6, tolerance: 5, why: "Attention has four matrices of its own."},
      {value: (12 * 2048 ** 2) / 1e6, tolerance: 1, why: "That is one block."}
    ],
    why: "12 d² in each of 24 blocks: 1,208 million.",
    solution:
      "12 d² in each block, 50.3 million, times 24 is 1,208 million. The rule 12 L d² is worth knowing by heart."
  },
  {
    kind: "compute",
    name: "stage6-budget",
    prompt:
      "There are 1.2 · 10²¹ operations to be spent, at 6 for each parameter and token, and 20 tokens for each parameter. How many billions of parameters should the model have?",
    answer: () => parametersFor(1.2e21) / 1e9,
    tolerance: 0.03,
    unit: "billion",
    hint: "C = 6 N D with D = 20 N is C = 120 N².",
    hints: [
      {value: 1.2e21 / 120 / 1e9, tolerance: 1e8, why: "That leaves out the root: N stands in it twice."},
      {value: Math.sqrt(1.2e21 / 6) / 1e9, tolerance: 0.2, why: "That leaves out the 20 tokens for each parameter."},
      {
        value: (20 * parametersFor(1.2e21)) / 1e9,
        tolerance: 0.5,
        why: "That is the number of tokens, in billions."
      }
    ],
    why: "√(1.2 · 10²¹/120) = √10¹⁹, which is 3.16 · 10⁹.",
    solution:
      "120 N² is 1.2 · 10²¹, so N is the root of 10¹⁹, 3.16 billion, and 63 billion tokens are read. Four times the budget gives twice the model and twice the text."
  },
  {
    kind: "compute",
    name: "stage6-objectives",
    prompt:
      "A causal model predicts every token of what it reads, a masked one 15% of them. How many times as many texts must the masked one read, to be asked as many questions?",
    answer: () => 1 / 0.15,
    tolerance: 0.05,
    hint: "One question for each token, against 0.15.",
    hints: [{value: 1 / 0.85, tolerance: 0.02, why: "85% is what it reads without being asked."}],
    why: "1/0.15 = 6.67.",
    solution:
      "6.67 times as many. Its questions are easier, since it sees both sides; but in the same time it gets fewer of them, and it cannot write."
  },
  {
    kind: "choose",
    name: "stage6-start",
    prompt: "A model of 65 signs begins at a loss of 9.8. What is the likeliest reason?",
    options: [
      {
        text: "Its first logits are large: it is sure of itself before it has learned anything.",
        right: true,
        why: "Whoever knows nothing and says so loses ln 65, which is 4.17. More than that is false confidence."
      },
      {
        text: "The task is hard.",
        why: "Before the first step, no task is hard or easy. The loss depends on the first weights alone."
      },
      {
        text: "The learning rate is too high.",
        why: "No step was made yet."
      },
      {
        text: "The targets are shifted by one place too many.",
        why: "Wrong targets are as improbable as right ones to a model that knows nothing: it would still begin at 4.17."
      }
    ],
    solution:
      "First weights that are too large, or a last norm that is missing. ln V is what to expect, and it is the first thing to look at."
  },
  {
    kind: "choose",
    name: "stage6-copy",
    prompt:
      "A model reaches a loss of 0.001 after 50 steps on a novel, held-out text too. What is the likeliest reason?",
    options: [
      {
        text: "It can see what it is to predict: a mask is missing, or targets are not shifted.",
        right: true,
        why: "No text is as predictable as that. Look at the row of ids that is read and the row that is to be said."
      },
      {
        text: "It has learned the novel by heart.",
        why: "Then held-out text would not be good as well, and not after 50 steps."
      },
      {
        text: "The model is too large.",
        why: "A large model can overfit, which shows on held-out text. It cannot know what it was never told."
      }
    ],
    solution:
      "If it is too good to be true, it reads the answer. A mistake in the mask or in the shift by one, and it is the commonest of all."
  },
  {
    kind: "choose",
    name: "stage6-cheap",
    prompt:
      "A model is to answer thousands of readers at once, each with a text of 30,000 tokens. It runs out of memory. Which change helps most?",
    options: [
      {
        text: "Let heads share keys and values.",
        right: true,
        why: "The cache is what there is of each reader, and it shrinks by the number of heads that share."
      },
      {
        text: "Tie the embedding and the unembedding.",
        why: "That saves weights, which are there once for all readers."
      },
      {
        text: "Use experts in place of one feed-forward layer.",
        why: "That saves operations and costs weights. The cache stays as it was."
      },
      {
        text: "Checkpoint the activations.",
        why: "Those are kept in training. Whoever writes has no way back."
      }
    ],
    solution:
      "With many readers and long texts the cache is nearly all of the memory. Shared keys, a window, or numbers of fewer bits make it smaller."
  }
];
