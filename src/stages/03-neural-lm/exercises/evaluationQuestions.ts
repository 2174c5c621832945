import type {Question} from "../../../components/exercise/question.js";
import {log, log2} from "/lib/index.js";
import {leastOfMany, MOST} from "../model/bestOfMany.js";

/** How much too good the best of k equally good models looks, in deviations. */
const tooGood = (k: number): number => -leastOfMany()[k - 1]!;

/** The fewest models whose best looks so many deviations too good. */
function fewest(deviations: number): number {
  const list = leastOfMany();
  return Array.from({length: MOST}, (_, i) => i + 1).find((k) => -list[k - 1]! >= deviations)!;
}

/** Bits that four tokens cost two models. */
const FIRST = [1, 3, 2, 2];
const SECOND = [2, 3, 3, 2];
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
function errorOf(list: readonly number[]): number {
  const middle = mean(list);
  return Math.sqrt(list.reduce((sum, x) => sum + (x - middle) * (x - middle), 0) / (list.length - 1) / list.length);
}
const paired = errorOf(SECOND.map((x, i) => x - FIRST[i]!));
const apart = Math.sqrt(errorOf(FIRST) * errorOf(FIRST) + errorOf(SECOND) * errorOf(SECOND));

/** What the page “Evaluation” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "evaluation-two-losses",
    prompt:
      "A network learns 800 first names for 1,600 steps, far longer than it needs. Its loss on those names falls all the while. What does its loss on other names do?",
    options: [
      {
        text: "It falls as well, but more slowly.",
        why: "For a while it does. But a network with more weights than there are letters can always lower the first loss by learning what is particular to these names."
      },
      {
        text: "It falls, and then stays where it is.",
        why: "That would be so if what it learned later did no harm. But to give more probability to names that it has read, it must take it from others."
      },
      {
        text: "It falls, and then it rises.",
        right: true,
        why: "Probability that goes to the learned names has to come from somewhere, and the network becomes surer of itself than it has reason to be."
      },
      {
        text: "It rises from the start.",
        why: "The first things that it learns, which letters there are and what follows what, hold for all names."
      }
    ],
    solution:
      "What is learned first is common to all names, and helps both. What is learned later is particular to the 800, and helps with them alone. The chart below shows where one turns into the other."
  },
  {
    kind: "predict",
    name: "evaluation-leak",
    prompt:
      "In a list of 8,422 names each name stands twice. A tenth of the lines is held out at random, and the rest is counted. How many of the held-out lines stand in the counted part as well?",
    range: [0, 100],
    step: 1,
    start: 50,
    unit: "%",
    within: 5,
    truth: async (corpus) => {
      const [{leakOf}, names] = await Promise.all([import("../model/leak.js"), corpus("names")]);
      return 100 * leakOf(`${names}\n${names}`, 1).leaked;
    },
    why: "90%: the other copy of a line lies in the counted part unless it was held out, too, and that happens to one of ten.",
    solution:
      "Take a line that is held out. Its copy is one of the other 16,843 lines, and about nine tenths of those are counted. So about 90% of the held-out lines were counted, and a model that only knows lists by heart would pass the test."
  },
  {
    kind: "predict",
    name: "evaluation-best-of-sixteen",
    prompt:
      "Sixteen models are equally good. Each is measured once, with an error that has the deviation σ. The lowest loss is reported. By how many σ is it below the truth, on average?",
    range: [0, 4],
    step: 0.1,
    start: 0.5,
    unit: "σ",
    within: 0.3,
    truth: () => tooGood(16),
    why: "About 1.7. One measurement alone would be right on average; it is the choice that makes it wrong.",
    solution:
      "The least of sixteen normal numbers lies about 1.7 deviations below their mean, as drawing many of them shows. The bound of this page says that it is at most √(2 ln 16) = 2.35."
  },
  {
    kind: "choose",
    name: "evaluation-decided",
    prompt:
      "A GRU has a loss of 2.15 nats on 421 names, and a network over windows 2.13 on the same names. Each number has a standard error of about 0.02. Is the network better?",
    options: [
      {
        text: "No: the two intervals overlap.",
        why: "Two intervals that overlap do not say that a difference is nothing. Names that are hard for one are hard for the other, so both errors go the same way, and the difference is surer than either."
      },
      {
        text: "Yes: 2.13 is less than 2.15, and the names are the same.",
        why: "On other names it might have come out the other way round. How probable that is, the two means do not say."
      },
      {
        text: "It cannot be said from these four numbers.",
        right: true,
        why: "What is missing is how much the difference varies from name to name. The error of a difference can be anything from almost 0 to the sum of both errors."
      },
      {
        text: "No: a difference of 0.02 is too small to matter.",
        why: "Whether it matters is another question. With enough names it could be measured."
      }
    ],
    solution:
      "Var(a − b) = Var a + Var b − 2 Cov(a, b), and nothing in the question tells the covariance. The differences themselves have to be looked at, name by name, as in the figure."
  },
  {
    kind: "predict",
    name: "evaluation-sharpened",
    prompt:
      "A network’s likeliest token is the one that comes in 32% of the places. All its logits are doubled, which makes it far surer of itself. In how many places is its likeliest token right now?",
    range: [0, 100],
    step: 1,
    start: 50,
    unit: "%",
    within: 1,
    truth: async () => {
      const [{reheated}, {readLogits}] = await Promise.all([
        import("../model/reheated.js"),
        import("../model/logitCode.js")
      ]);
      // any rows will do: here 25 of which the likeliest token comes in 8
      const logits = Array.from({length: 25}, (_, i) => readLogits(["A#R", "#AR", "RA#"][i % 3]!));
      const labels = logits.map((row, i) => (row.indexOf(0) + (i < 8 ? 0 : 1)) % 3);
      return 100 * reheated({logits, labels}, 0.5).accuracy;
    },
    why: "Still 32%. Doubling keeps the order of the logits, and accuracy looks at nothing else.",
    solution:
      "Which token is the likeliest does not change when all logits are multiplied by the same positive number. So it is still 32%, and only measures that look at the probabilities themselves can tell the two networks apart."
  },
  {
    kind: "compute",
    name: "evaluation-by-hand",
    prompt:
      "Four tokens cost one model 1, 3, 2 and 2 bits, and another one 2, 3, 3 and 2. What is the standard error of the mean difference, token by token?",
    answer: () => paired,
    tolerance: 0.003,
    unit: "bits",
    hint: "The differences are 1, 0, 1, 0. Their mean is 0.5. Sum the squares of what each is off by, divide by 3 and by 4, and take the root.",
    hints: [
      {
        value: apart,
        tolerance: 0.003,
        why: "That is the error of two measurements on texts of their own. Here they share the text: take differences first."
      },
      {
        value: 0.25,
        tolerance: 0.003,
        why: "That divides by 4 twice. One token is used up by the mean: divide by 3 first."
      },
      {value: 0.577, tolerance: 0.003, why: "That is the deviation of one difference. Their mean is surer by √4."}
    ],
    why: "0.289 bits, where measurements apart would have 0.48.",
    solution:
      "Each difference is off by 0.5 from the mean 0.5. The squares sum to 1; divided by 3 that is a variance of 1/3 for one token, and of 1/12 for the mean of four. The root of 1/12 is 0.289. So the difference of 0.5 is 1.7 standard errors, and four tokens prove little."
  },
  {
    kind: "compute",
    name: "evaluation-bits-per-byte",
    prompt:
      "A model with large tokens has perplexity 20 on a text of 42,000 bytes, which it cuts into 10,000 tokens. How many bits per byte is that? (A model over single bytes has perplexity 2.1, which is 1.07 bits per byte.)",
    answer: () => (10_000 * log2(20)) / 42_000,
    tolerance: 0.005,
    unit: "bits per byte",
    hint: "A perplexity of 20 is log₂ 20 bits for each token. Multiply by the tokens, and divide by the bytes.",
    hints: [
      {value: (10_000 * log(20)) / 42_000, tolerance: 0.005, why: "That is in nats. Divide by ln 2."},
      {value: log2(20), tolerance: 0.005, why: "That is per token. There are 4.2 bytes in a token."},
      {value: log2(20 / 4.2), tolerance: 0.005, why: "Divide the bits, not the perplexity, by the bytes of a token."}
    ],
    why: "1.03, a little better than the model over bytes, although its perplexity is ten times as large.",
    solution:
      "log₂ 20 = 4.322 bits a token, times 10,000 tokens, divided by 42,000 bytes: 1.029 bits per byte. The model over bytes has log₂ 2.1 = 1.070. Both are prices of the same text, so the larger perplexity belongs to the better model."
  },
  {
    kind: "compute",
    name: "evaluation-steer",
    prompt:
      "In the figure of the best of many, what is the smallest number of models of which the best looks at least 2.00 σ too good, as it was drawn?",
    answer: () => fewest(2),
    tolerance: 0.1,
    hint: "Move “Models tried” until the first bold number is 2.00 for the first time. The arrow keys move the slider by one.",
    hints: [
      {value: 8, tolerance: 0.5, why: "At 8 the bound passes 2. What is drawn gets there later."},
      {value: 50, tolerance: 5, why: "There it is 2.25 already."}
    ],
    why: "30 models: of 29 the best looks 1.99 σ too good.",
    solution:
      "With 30 models it is 2.00 σ, as drawn here; of 29 it is 1.99. It grows ever more slowly, about as √(2 ln k): from 30 models on it takes 170 more to come to 2.75. So what matters is less how many were tried than how large σ is, and that shrinks only with more held-out text."
  }
];
