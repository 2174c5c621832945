import type {Question} from "../../../components/exercise/question.js";
import {productsOf, stepWork, total, whole, type PartWork} from "../model/stepWork.js";
import {parametersOf} from "../model/networkSizes.js";

const LARGE = {vocabulary: 50_000, context: 8, width: 24, hidden: 200, batch: 64} as const;

const leads = (name: PartWork["name"]) => (): boolean => {
  const parts = stepWork(LARGE);
  return parts.every(
    (part) =>
      part.name === name ||
      whole(part, "operations") <
        whole(
          parts.find((p) => p.name === name)!,
          "operations"
        )
  );
};

/** Bytes of AdamW as a share of all, at a batch size. */
const optimizerShare = (batch: number): number => {
  const parts = stepWork({vocabulary: 65, context: 8, width: 24, hidden: 200, batch});
  return whole(parts.at(-1)!, "bytes") / total(parts, "bytes");
};

/** The first vocabulary at which the output layer takes as many products as the hidden one. */
function evenVocabulary(context: number, width: number, hidden: number): number {
  for (let vocabulary = 1; ; vocabulary++) {
    const [, first, last] = stepWork({vocabulary, context, width, hidden: hidden, batch: 1});
    if (last!.forward.operations >= first!.forward.operations - hidden) return vocabulary;
  }
}

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
const BATCHES = [
  {size: 64, loss: 2},
  {size: 64, loss: 2},
  {size: 2, loss: 8}
];
const meanOfMeans = (): number => mean(BATCHES.map(({loss}) => loss));
const meanOfAll = (): number =>
  BATCHES.reduce((sum, {size, loss}) => sum + size * loss, 0) / BATCHES.reduce((sum, {size}) => sum + size, 0);

/** What the page “Implementation” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "neural-implementation-where",
    prompt:
      "A network with a window has a context of 8, vectors of 24 numbers, 200 hidden neurons, and a vocabulary of 50,000 words. It learns from batches of 64. Which part of a step takes most of the arithmetic?",
    options: [
      {
        text: "Looking up the vectors, since the table is large",
        holds: leads("Lookup"),
        why: "The table has over a million numbers, but a step copies 512 rows of it, and copying takes no arithmetic."
      },
      {
        text: "The hidden layer, where everything is mixed",
        holds: leads("Hidden layer"),
        why: "It has 192 · 200 weights, whatever the vocabulary. That is small beside 200 · 50,000."
      },
      {
        text: "The output layer, from 200 neurons to 50,000 logits",
        right: true,
        holds: leads("Output layer"),
        why: "It has ten million weights, and each example uses each of them: there, and twice on the way back."
      },
      {
        text: "Softmax, with its 50,000 exponentials",
        holds: leads("Softmax, loss"),
        why: "Exponentials are dear, but there is one for each logit, and behind each logit stand 200 products."
      }
    ],
    solution:
      "Each example needs 200 · 50,000 products for its logits, against 192 · 200 in the hidden layer: 260 times as many. The figure below counts all parts."
  },
  {
    kind: "predict",
    name: "neural-implementation-unseen",
    prompt:
      "There are 30,000 examples. You draw 30,000 times, each draw for itself, so that an example may come again. Which share of the examples has never come?",
    range: [0, 100],
    step: 1,
    start: 10,
    unit: "%",
    within: 6,
    truth: () => {
      let missed = 1;
      for (let draw = 0; draw < 30_000; draw++) missed *= 1 - 1 / 30_000;
      return 100 * missed;
    },
    why: "One draw misses an example with the probability 1 − 1/N, and all N do with its N-th power, which is close to 1/e.",
    solution:
      "The probability to be missed by all is (1 − 1/30,000) to the power of 30,000. Its logarithm is 30,000 · ln(1 − 1/30,000), about −1. So about 36.8% have not come, and as many draws went to examples that had come already."
  },
  {
    kind: "compute",
    name: "neural-implementation-operations",
    prompt:
      "A network has a context of 4, vectors of 10 numbers, 50 hidden neurons, and 27 tokens. How many operations do the products of one step take with a batch of 32, there and back?",
    answer: () => productsOf({vocabulary: 27, context: 4, width: 10, hidden: 50, batch: 32}),
    tolerance: 0.5,
    hint: "Two operations for each weight of a matrix and each example, and back twice as many: 6 · B · Σ mn.",
    hints: [
      {
        value: 2 * 32 * (40 * 50 + 50 * 27),
        why: "That is the way there alone. Back there are two products for each one."
      },
      {
        value: 6 * 32 * (10 * 50 + 50 * 27),
        why: "What goes into the hidden layer are four vectors beside each other: 40 numbers."
      },
      {
        value: 3 * 32 * (40 * 50 + 50 * 27),
        why: "That counts a product and its addition as one. Both ways of counting are used; this page counts two."
      }
    ],
    why: "6 · 32 · (2,000 + 1,350) = 643,200.",
    solution:
      "The matrices have 40 · 50 = 2,000 and 50 · 27 = 1,350 weights, 3,350 together. There it is 2 · 32 · 3,350 = 214,400, back twice that, and in all 643,200."
  },
  {
    kind: "compute",
    name: "neural-implementation-even",
    prompt:
      "Steer the figure: context 8, vectors of 16. At which vocabulary do the output layer and the hidden layer take equally many products? Move the hidden neurons, and see whether they matter.",
    answer: () => evenVocabulary(8, 16, 200),
    tolerance: 0.5,
    hint: "The matrices are n·d by h, and h by V.",
    hints: [
      {value: 16, why: "What goes in are n vectors beside each other, and not a single one."},
      {value: 200, why: "The hidden neurons are in both products, so they cancel."}
    ],
    why: "n d h = h V, so V = n d = 8 · 16 = 128.",
    solution:
      "There are n d h products in the hidden layer and h V in the output layer. They are equal for V = n d = 128, whatever h is. So with letters the hidden layer is the larger part, and with words the output layer always is."
  },
  {
    kind: "compute",
    name: "neural-implementation-logits",
    prompt:
      "A step has 16 rows of 512 tokens, and predicts each of them among 32,000 tokens. How many megabytes (of a million bytes) does one set of its logits take in float32?",
    answer: () => (new Float32Array(1).byteLength * 16 * 512 * 32_000) / 1e6,
    unit: "MB",
    tolerance: 1,
    hint: "One number for each place and each token of the vocabulary, of 4 bytes.",
    hints: [
      {value: (16 * 512 * 32_000) / 1e6, why: "That is the count of numbers, in millions. Each has 4 bytes."},
      {value: (4 * 16 * 32_000) / 1e6, why: "Every one of the 512 places has a row of logits of its own."}
    ],
    why: "16 · 512 · 32,000 · 4 bytes = 1,048.576 MB.",
    solution:
      "16 · 512 = 8,192 places, each with 32,000 logits of 4 bytes: 128,000 bytes a place, and 1,048.6 MB in all. The gradient of the logits is as large again. This is why the loss of large models is computed in pieces."
  },
  {
    kind: "choose",
    name: "neural-implementation-batch-bytes",
    prompt:
      "A network with 53,000 parameters is trained one example at a time. You make the batch 64 times as large. What happens to the bytes that a step must touch?",
    options: [
      {
        text: "They grow 64 times, since there is 64 times as much to read",
        holds: () =>
          total(stepWork({...LARGE, vocabulary: 65, batch: 64}), "bytes") >
          60 * total(stepWork({...LARGE, vocabulary: 65, batch: 1}), "bytes"),
        why: "The activations do. But at a batch of 1 nearly all bytes are weights, gradients and what AdamW remembers, and those stay."
      },
      {
        text: "They grow less than twice",
        right: true,
        holds: () =>
          total(stepWork({...LARGE, vocabulary: 65, batch: 64}), "bytes") <
          2 * total(stepWork({...LARGE, vocabulary: 65, batch: 1}), "bytes"),
        why: "Weights are read once for the whole batch, and the optimizer does its step once. So 64 examples cost hardly more memory traffic than one."
      },
      {
        text: "They stay exactly the same, since the weights are the same",
        holds: () => optimizerShare(64) === optimizerShare(1),
        why: "The activations and logits of each example do come on top."
      }
    ],
    solution: `At a batch of 1 AdamW alone has ${Math.round(100 * optimizerShare(1))}% of the bytes; at 64 it has ${Math.round(100 * optimizerShare(64))}%. That is the reason for batches: arithmetic grows with them, and memory traffic hardly does. The count of ${parametersOf({vocabulary: 65, context: 8, width: 24, hidden: 200}).toLocaleString("en")} parameters decides the rest.`
  },
  {
    kind: "choose",
    name: "neural-implementation-mean-of-means",
    prompt:
      "A model is judged on 130 examples, in batches of 64, 64 and 2. The mean losses of the batches are 2, 2 and 8 nats. What is its loss?",
    options: [
      {
        text: "4 nats, the mean of the three",
        holds: () => meanOfAll() === meanOfMeans(),
        why: "That gives each of the last two examples 32 times the weight of the others."
      },
      {
        text: "About 2.09 nats",
        right: true,
        holds: () => Math.abs(meanOfAll() - 2.09) < 0.005,
        why: "Weigh each mean by how many examples it is of, or sum up and divide once."
      },
      {
        text: "2 nats: a batch of two is no batch, and is left out",
        holds: () => meanOfAll() === 2,
        why: "Then two examples are never judged; and which ones depends on the batch size."
      }
    ],
    solution:
      "The sum of all losses is 64 · 2 + 64 · 2 + 2 · 8 = 272, over 130 examples: 2.092 nats. The mean of means would be 4. The library judges by sums of log-probabilities, and divides at the end."
  }
];
