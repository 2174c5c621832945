import type {Question} from "../../../components/exercise/question.js";
import {waysOn} from "../model/exerciseTruths.js";
import {chanceAfter} from "../model/smallCounts.js";

/** What the page “Markov chains” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "markov-more-context",
    prompt: "You raise the context from 2 to 20 characters, and count the same text. What will the model write?",
    options: [
      {
        text: "The best text so far: more context is better",
        why: "It looks best because it is the book. After 20 characters nearly every context has one way on."
      },
      {
        text: "Long passages of the book, word for word",
        right: true,
        holds: async (corpus) => waysOn(await corpus("opening"), 20) < 1.02,
        why: "Nearly every context of 20 characters occurs once, so one character can follow: the one in the book."
      },
      {
        text: "Noise, because there are too many contexts",
        why: "There are many possible contexts, but the model writes only along those that it has seen."
      }
    ],
    solution:
      "A context that was seen once has one continuation. A chain of such contexts is a quotation. That the model then knows its own text by heart, and no other, is the subject of the section on trade-offs."
  },
  {
    kind: "compute",
    name: "markov-banana",
    prompt: "In “banana”, how likely is n after a, by counting?",
    answer: () => chanceAfter("banana", ["a", "n"]),
    tolerance: 0.001,
    why: "The third a ends the word, and nothing follows it. The two that are followed are both followed by n.",
    hint: "List the pairs of neighbors: ba, an, na, an, na.",
    hints: [
      {
        value: 2 / 3,
        tolerance: 0.01,
        why: "You counted the last a, which nothing follows. The condition is “an a that is followed by something”."
      },
      {value: 2 / 5, tolerance: 0.01, why: "That is the share of all five pairs: the joint probability."}
    ],
    solution:
      "The pairs are ba, an, na, an, na. Two begin with a, and both are “an”: 2 / 2 = 1. With an end token the last a is followed by it, and the answer is 2/3: that is how much the end matters."
  }
];
