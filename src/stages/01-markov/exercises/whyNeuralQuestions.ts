import type {Question, ReadCorpus} from "../../../components/exercise/question.js";
import {kneserNey} from "/lib/stages/markov.js";
import {halvesApart, neighborsOf} from "../model/neighbors.js";
import {seenPhrases} from "../model/seenPhrases.js";

/** The ten nearest of a word in the figure, among those counted at least 20 times: in the novel and in its opening. */
async function nearest(corpus: ReadCorpus): Promise<readonly (readonly [novel: number, opening: number])[]> {
  const ten = async (id: "moby-dick" | "opening") =>
    [...neighborsOf(await corpus(id), "sea", 20).values()].sort((a, b) => a - b).slice(0, 10);
  const [novel, opening] = [await ten("moby-dick"), await ten("opening")];
  return novel.map((bits, i) => [bits, opening[i] ?? NaN]);
}

const phrases = (context: string, next: string): number =>
  seenPhrases(["a red car", "a blue car", "a red bike"], kneserNey())(context, next);

/** What the page “Why neural networks” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "why-neural-steer",
    prompt:
      "In the figure, compare the ten nearest neighbors of “sea” in the whole novel and in the opening, each among words counted at least 20 times. What changes?",
    options: [
      {
        text: "In the opening they are nearer, since one passage has one style.",
        holds: async (corpus) => (await nearest(corpus)).every(([novel, opening]) => opening < novel),
        why: "Look at the numbers: in the shorter text the nearest ten are farther away."
      },
      {
        text: "In the opening they are farther away, because fewer of the next words of each have been seen.",
        right: true,
        holds: async (corpus) => (await nearest(corpus)).every(([novel, opening]) => opening > novel),
        why: "Two samples from one distribution look different while they are small. The estimate falls as counts grow."
      },
      {
        text: "Nothing: the author is the same.",
        holds: async (corpus) => (await nearest(corpus)).every(([novel, opening]) => Math.abs(opening - novel) < 0.01),
        why: "The author is, the counts are not."
      },
      {
        text: "In the opening no word is near any other: all divergences are 1.",
        holds: async (corpus) => (await nearest(corpus)).every(([, opening]) => opening === 1),
        why: "A divergence of 1 needs that nothing at all is shared; commas and common words are shared soon."
      }
    ],
    solution:
      "With few counts each word has shown a few of its possible next words, mostly different ones by chance. So divergence from small samples is biased upwards."
  },
  {
    kind: "predict",
    name: "why-neural-halves-predict",
    prompt:
      "Cut the opening into two halves, and count what follows “the” in each. It is the same word, by the same author. How far apart are the two distributions, in bits? (0: alike, 1: nothing in common)",
    range: [0, 1],
    step: 0.01,
    start: 0.2,
    unit: " bits",
    within: 0.12,
    truth: async (corpus) => halvesApart(await corpus("opening"), "the"),
    why: "The distance is not in the language but in the counting: each half has met words that the other has not.",
    solution:
      "“The” is followed by hundreds of different words, most of them met once, and in one of the halves only. So the commonest word of the text is 0.78 bits away from itself. In halves of the whole novel it is less than half of that. What table of counts could know that two words are alike, if it hardly knows one of them again?"
  },
  {
    kind: "choose",
    name: "why-neural-missing-choose",
    prompt:
      "A trigram model has seen “a red car” and “a blue car” and “a red bike” often, never “a blue bike”. What does it do with it?",
    options: [
      {
        text: "It gives it a probability much like the others, as red and blue are used alike.",
        holds: () => phrases("a blue", "bike") > 0.9 * phrases("a red", "bike"),
        why: "That is what you did. The model never compares the rows of “a red” and “a blue”."
      },
      {
        text: "It backs off: it asks how often “bike” comes after “blue”, then how often at all.",
        right: true,
        holds: () => phrases("a blue", "bike") > 0 && phrases("a blue", "bike") < phrases("blue", "bike"),
        why: "It shortens the context. That “red”, which behaves as “blue” does, was followed by “bike” plays no part."
      },
      {
        text: "It gives it zero.",
        holds: () => phrases("a blue", "bike") === 0,
        why: "Only maximum likelihood would. A smoothed model falls back to shorter contexts."
      },
      {
        text: "It gives it the average of the four combinations.",
        holds: () => {
          const four = ["a red", "a blue"].flatMap((context) => ["car", "bike"].map((next) => phrases(context, next)));
          return Math.abs(phrases("a blue", "bike") - four.reduce((sum, p) => sum + p, 0) / 4) < 1e-9;
        },
        why: "No method of this stage averages over contexts that only look alike."
      }
    ],
    solution:
      "All smoothing of this stage borrows from shorter contexts, which are the same context with its oldest token forgotten. None borrows from other contexts of the same length."
  },
  {
    kind: "compute",
    name: "why-neural-parameters-compute",
    prompt: "By equation (2), with V = 1,000, d = 10, h = 50 and n = 2, how many parameters has the network?",
    answer: () => 1000 * 10 + (2 * 10 + 1) * 50 + (50 + 1) * 1000,
    tolerance: 0.5,
    hint: "Words: V d. Context: (n d + 1) h. Outcomes: (h + 1) V.",
    hints: [
      {
        value: 1000 * 10 + (50 + 1) * 1000,
        tolerance: 0.5,
        why: "That leaves out the layer that looks at the context: (2 · 10 + 1) · 50 more."
      },
      {
        value: 1000 * 10 + (2 * 10 + 1) * 50 + 50 * 1000,
        tolerance: 0.5,
        why: "Each of the 1,000 outcomes has a bias, too: (h + 1) V."
      }
    ],
    why: "10,000 + 21 · 50 + 51 · 1,000 = 10,000 + 1,050 + 51,000.",
    solution:
      "V d = 10,000; (2 · 10 + 1) · 50 = 1,050; (50 + 1) · 1,000 = 51,000. The sum is 62,050. The table of order 2 has 1,000² · 999, about a thousand million."
  }
];
