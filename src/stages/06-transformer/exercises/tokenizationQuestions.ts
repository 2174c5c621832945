import type {Question, ReadCorpus} from "../../../components/exercise/question.js";
import {learnedByHand, replayed} from "../model/handBpe.js";
import {sentences} from "../model/sentences.js";

/** The tokenizer that the figures have: so many merges, learned from the novel’s opening. */
async function bpeOf(corpus: ReadCorpus, merges: number) {
  const [{bpeMerges, countPieces}, {tokenizerOf, bytesIn}, text] = await Promise.all([
    import("/lib/tokenizers.js"),
    import("../model/cuts.js"),
    corpus("opening")
  ]);
  return {...tokenizerOf(bpeMerges(countPieces(text, "gpt2"), merges)), bytesIn, text};
}

const tokensOf = async (corpus: ReadCorpus, merges: number, language: string): Promise<number> =>
  (await bpeOf(corpus, merges)).encode(sentences.find((one) => one.language === language)!.text).length;

/** How many tokens a text has after one, two and three merges of its own. */
async function leftOf(text: string): Promise<string> {
  const {cutByItself} = await import("../model/cuts.js");
  return [1, 2, 3].map((count) => cutByItself(text, count).cut.pieces.length).join(", ");
}

const merges = learnedByHand(["banana", "bandana"], 3).map(({merge}) => merge);

/** What the page “Tokenization” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "tokenization-bytes",
    prompt:
      "BPE learns 1,000 merges from the opening of Moby Dick. How many bytes of the opening does a token then stand for, in the mean?",
    range: [1, 8],
    step: 0.1,
    start: 6,
    unit: "bytes",
    truth: async (corpus) => {
      const {encode, bytesIn, text} = await bpeOf(corpus, 1000);
      return bytesIn(text) / encode(text).length;
    },
    within: 0.5,
    why: "A thousand pieces have the commonest words and endings, and everything else is spelled in two to four of them.",
    solution:
      "About 2.92 bytes a token. Without merges it is 1, and no number of merges passes a word, which with its space has five or six letters: merges do not cross the cuts between words."
  },
  {
    kind: "choose",
    name: "tokenization-language",
    prompt:
      "A BPE has learned 1,000 merges from an English novel. One sentence is translated into German, Russian and Japanese. Which of the translations takes the most tokens?",
    options: [
      {
        text: "The Russian one.",
        right: true,
        holds: async (corpus) => {
          const [german, russian, japanese] = await Promise.all(
            ["German", "Russian", "Japanese"].map((language) => tokensOf(corpus, 1000, language))
          );
          return russian! > Math.max(german!, japanese!);
        },
        why: "Each of its letters is two bytes in UTF-8, the novel has none of them, and so nothing merges but spaces and signs."
      },
      {
        text: "The German one, since German words are long.",
        why: "It shares the alphabet and many pairs of letters with English, so that a good part of it merges."
      },
      {
        text: "The Japanese one, since its signs are the most foreign.",
        why: "Each sign is three bytes, and none of them merges. But the sentence has few signs, because a sign says more."
      }
    ],
    solution:
      "What counts is the number of bytes and how many of them merge. Russian has two bytes a letter, as many letters as English, and nothing that merges. Whoever pays by token pays for that, and so does a model whose context is measured in tokens."
  },
  {
    kind: "compute",
    name: "tokenization-by-hand",
    prompt:
      "The three merges of the page are a + n, then b + an, then an + a. In how many tokens do they cut the new word “cabana”?",
    answer: () => replayed("cabana", merges).length,
    tolerance: 0.001,
    hint: "Do them in order: first both a n, then b an, and look whether an, a is left anywhere.",
    hints: [
      {value: 3, tolerance: 0.001, why: "ban took the an that stood before the last a, so an + a finds no pair."},
      {value: 6, tolerance: 0.001, why: "That is the word in letters. Two merges apply."}
    ],
    why: "c, a, b, an, a after the first merge, and c, a, ban, a after the second.",
    solution:
      "c a b a n a becomes c a b an a, and then c a ban a: 4 tokens. The third merge needs an beside a, but that an is now a part of ban. The order of merges decides, and not which cut would be shortest."
  },
  {
    kind: "compute",
    name: "tokenization-bits",
    prompt:
      "A model over pieces has a loss of 4.16 nats a token, and a token stands for 3 bytes in the mean. What is its loss in bits a byte?",
    answer: () => 4.16 / Math.LN2 / 3,
    tolerance: 0.01,
    hint: "Nats a token by bytes a token are nats a byte. Bits are nats by ln 2, which is 0.693.",
    hints: [
      {value: 4.16 / 3, tolerance: 0.01, why: "That is in nats a byte. Divide by ln 2."},
      {value: 4.16 / Math.LN2, tolerance: 0.02, why: "That is bits a token. A token is 3 bytes."}
    ],
    why: "4.16/3 is 1.387 nats a byte, and by 0.693 that is 2 bits.",
    solution:
      "4.16/3 = 1.387 nats a byte, which are 2.0 bits. A model over letters with a loss of 1.387 nats a byte is exactly as good, although its perplexity is 4 and the other’s is 64."
  },
  {
    kind: "choose",
    name: "tokenization-perplexity",
    prompt:
      "Model A has a perplexity of 5 a letter. Model B has 120 a token, and its tokens have four letters in the mean. Which of them predicts the text better?",
    options: [
      {
        text: "B: 120 a token is less than 5 to the fourth.",
        right: true,
        holds: () => 120 < Math.pow(5, 4),
        why: "A would have a perplexity of 625 for four letters, and B has 120."
      },
      {
        text: "A: its perplexity is far lower.",
        why: "It chooses among fewer, and it must choose four times as often. Compare what both say of the same text."
      },
      {
        text: "One cannot know without the text.",
        why: "Both numbers are means over the same text, and the length of tokens is known. That is enough."
      }
    ],
    solution:
      "ln 5 = 1.61 nats a letter for A, and ln 120/4 = 1.20 nats a letter for B. Perplexities can be compared only over the same tokens."
  },
  {
    kind: "choose",
    name: "tokenization-steer",
    prompt:
      "In the first figure, write “aaaaaaaa”, eight letters, and move the slider to 1, 2 and 3 merges. How many tokens are left each time?",
    options: [
      {
        text: "4, 2 and 2.",
        right: true,
        holds: async () => (await leftOf("aaaaaaaa")) === "4, 2, 2",
        why: "aa, then aaaa. The pair of two aaaa stands there once, and what stands once is not merged."
      },
      {
        text: "7, 6 and 5.",
        holds: async () => (await leftOf("aaaaaaaa")) === "7, 6, 5",
        why: "A merge takes every pair that does not overlap with one before, not a single one."
      },
      {
        text: "4, 2 and 1.",
        holds: async () => (await leftOf("aaaaaaaa")) === "4, 2, 1",
        why: "It would be so if a pair that occurs once were merged too."
      }
    ],
    solution:
      "Each merge halves the text, as long as a pair stands there twice. In k merges a token can become 2 to the k bytes long, and so a token can be a whole line of dashes."
  }
];
