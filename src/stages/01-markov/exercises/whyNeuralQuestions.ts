import type {Question, ReadCorpus} from "../../../components/exercise/question.js";
import {kneserNey} from "/lib/stages/markov.js";
import {halvesApart, neighborsOf} from "../model/neighbors.js";
import {seenPhrases} from "../model/seenPhrases.js";

/** The divergences of “sea” from its neighbors: in the novel and in its opening, of words that both have often enough. */
async function bothTexts(corpus: ReadCorpus): Promise<readonly (readonly [novel: number, opening: number])[]> {
  const [novel, opening] = [neighborsOf(await corpus("moby-dick"), "sea", 20), neighborsOf(await corpus("opening"), "sea", 20)];
  return [...opening].flatMap(([word, bits]) => {
    const before = novel.get(word);
    return before === undefined ? [] : [[before, bits] as const];
  });
}

const phrases = seenPhrases(["a red car", "a blue car", "a red bike"], kneserNey());

/** What the page “Why neural networks” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "why-neural-steer",
    prompt:
      "In the figure, compare the neighbors of “sea” in the whole novel and in the opening, each among words counted at least 20 times. What changes?",
    options: [
      {
        text: "The nearest words in the opening are nearer, since one passage has one style.",
        holds: async (corpus) => {
          const pairs = await bothTexts(corpus);
          return Math.min(...pairs.map(([, bits]) => bits)) < Math.min(...pairs.map(([bits]) => bits));
        },
        why: "Look at the numbers: in the shorter text every divergence is larger."
      },
      {
        text: "All divergences are larger in the opening, because fewer of the next words of each have been seen.",
        right: true,
        holds: async (corpus) => (await bothTexts(corpus)).every(([novel, opening]) => opening > novel),
        why: "Two samples from one distribution look different while they are small. The estimate falls as counts grow."
      },
      {
        text: "Nothing: the author is the same.",
        holds: async (corpus) => (await bothTexts(corpus)).every(([novel, opening]) => Math.abs(opening - novel) < 0.01),
        why: "The author is, the counts are not."
      },
      {
        text: "In the opening no word is near any other: all divergences are 1.",
        holds: async (corpus) => (await bothTexts(corpus)).every(([, opening]) => opening === 1),
        why: "A divergence of 1 needs that nothing at all is shared; commas and common words are shared soon."
      }
    ],
    solution:
      "With few counts each word has shown a few of its possible next words, mostly different ones by chance. So divergence from small samples is biased upwards."
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
      {value: 1000 * 10 + (2 * 10 + 1) * 50 + 50 * 1000, tolerance: 0.5, why: "Each of the 1,000 outcomes has a bias, too: (h + 1) V."}
    ],
    why: "10,000 + 21 · 50 + 51 · 1,000 = 10,000 + 1,050 + 51,000.",
    solution:
      "V d = 10,000; (2 · 10 + 1) · 50 = 1,050; (50 + 1) · 1,000 = 51,000. The sum is 62,050. The table of order 2 has 1,000² · 999, about a thousand million."
  }
];
