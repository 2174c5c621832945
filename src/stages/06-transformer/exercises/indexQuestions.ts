import type {Question} from "../../../components/exercise/question.js";
import {blockSize} from "../model/tinyBlock.js";

/** What the page “The transformer” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "transformer-what-mixes",
    prompt:
      "A transformer reads 64 letters at once and gives a prediction after each of them. Which of its parts moves anything from one letter’s place to another’s?",
    options: [
      {
        text: "Attention alone.",
        right: true,
        why: "The embedding, the norms, the feed-forward layers and the unembedding look at one place at a time. Take attention away, and each place knows its own letter and nothing else."
      },
      {
        text: "Attention and the feed-forward layers.",
        why: "The feed-forward layer is the same small network at every place, and it sees the vector of that place alone."
      },
      {
        text: "All of them: that is what makes it a network.",
        why: "It would be so in the network of Bengio and others, whose first layer sees all letters of its window beside each other. Here only one part does."
      }
    ],
    solution:
      "Attention is the only part that mixes places. So everything that a transformer knows of context has come through an attention head, and that is why one can look at heads and learn something."
  },
  {
    kind: "choose",
    name: "transformer-end",
    prompt:
      "The novel’s best n-gram model stands at about 1.3 nats a letter, and pairs of letters at about 2.4. A transformer of some hundred thousand numbers is trained for 1,000 steps of 16 windows, about once through the text. Where does it end, in nats a letter?",
    options: [
      {
        text: "Near 2.4: a small network is a better table of pairs.",
        why: "It sees 64 letters at once, and uses them: it is far below pairs after a tenth of the run."
      },
      {
        text: "Near 1.7, between the two.",
        right: true,
        why: "It generalizes from far more than pairs. But the n-gram remembers every eight letters in a row that the book has, and the transformer has met most of them once."
      },
      {
        text: "Below 1.3: it sees more than eight letters.",
        why: "It could, with more numbers and more steps. Once through the book is not enough for that."
      }
    ],
    solution:
      "It ends near 1.7. With more steps and more numbers it goes on falling, and the curve in the figure has not become flat."
  },
  {
    kind: "compute",
    name: "transformer-block-size",
    prompt:
      "A block of width 8 without biases has four square matrices in attention (queries, keys, values, output), a gated feed-forward layer with 24 hidden neurons, which is three matrices between 8 and 24 numbers, and two norms with one number for each of the 8. How many numbers does it have?",
    answer: () => blockSize(8, 24),
    tolerance: 0.001,
    hint: "Attention: 4 · 8 · 8. The feed-forward layer: 3 · 8 · 24. The norms: 2 · 8.",
    hints: [
      {
        value: 4 * 64 + 2 * 8 * 24 + 16,
        tolerance: 0.001,
        why: "A gated layer has three matrices: the gate, up and down."
      },
      {value: 4 * 64 + 3 * 8 * 24, tolerance: 0.001, why: "The two norms are missing: 2 · 8 numbers."}
    ],
    why: "4 · 64 + 3 · 192 + 16 = 848.",
    solution:
      "Attention has 4 · 8 · 8 = 256 numbers, the feed-forward layer 3 · 8 · 24 = 576, the norms 2 · 8 = 16: 848 in all. So more than two thirds of a block are its feed-forward layer, and the number of heads plays no part."
  },
  {
    kind: "choose",
    name: "transformer-order",
    prompt:
      "Take a trained transformer without positions and without a mask, and exchange two letters of its input. What happens to its predictions at all the other places?",
    options: [
      {
        text: "Nothing: they are the same numbers as before.",
        right: true,
        why: "Each place asks all others and adds up what they answer, and a sum does not know in which order its terms came."
      },
      {
        text: "They change a little, since the two letters are now nearer or further.",
        why: "Nearer to what? Without positions no part of the model knows where a letter stands."
      },
      {
        text: "They are exchanged too.",
        why: "That is so for the two places that were exchanged, and for no other."
      }
    ],
    solution:
      "Attention without positions and mask is a function of a bag of tokens. Stage 5 proves it, and shows the ways in which positions are told."
  }
];
