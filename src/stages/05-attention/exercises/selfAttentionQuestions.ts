import type {Question} from "../../../components/exercise/question.js";
import {attendAgain, ownShare, points, spreadOfRows} from "../model/averaging.js";
import {tinyAttention} from "../model/tiny.js";

/** What the page “Self-attention” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "self-attention-again",
    prompt: "Eight points of the plane attend to one another, again and again. Where are they after eight steps?",
    options: [
      {
        text: "All in one point, somewhere among them.",
        right: true,
        holds: () => Promise.resolve(spreadOfRows(attendAgain(points, 8, {residual: false})[8]!) < 1e-9),
        why: "Each new point is a mean of the old ones. Means of means differ less and less."
      },
      {
        text: "In two or three groups of points that agree.",
        holds: () => {
          const spread = spreadOfRows(attendAgain(points, 8, {residual: false})[8]!);
          return Promise.resolve(spread > 0.1 && spread < 3);
        },
        why: "It looks so for a moment if attention is sharp. But every weight is above 0, so the groups draw one another in as well."
      },
      {
        text: "About where they were, turned or exchanged.",
        holds: () => Promise.resolve(ownShare(attendAgain(points, 8, {residual: false})[8]!) > 0.9),
        why: "A mean cannot turn or exchange points without drawing them together."
      }
    ],
    solution:
      "In one point, to the last digit, after six steps. The theorem below says by how much each step must shrink all differences at least."
  },
  {
    kind: "predict",
    name: "self-attention-crossing",
    prompt:
      "A layer of attention has a width of 512 and no mask. For how many tokens does it spend as much on pairs, on scores and sums of values, as on its four maps?",
    range: [0, 4000],
    step: 16,
    start: 200,
    unit: "tokens",
    truth: async () => (await import("../model/attentionCost.js")).crossing(512),
    within: 100,
    why: "The maps cost 4d² a token and pairs 2nd; they are equal where n is twice d.",
    solution: "4d² = 2nd at n = 2d, which is 1024 tokens. Below, attention is a matter of matrices; beyond, of pairs."
  },
  {
    kind: "compute",
    name: "self-attention-residual",
    prompt:
      "In the tiny example token a has the vector (1, 0). What is the first number of its new vector when the answer of attention has been added?",
    answer: () => 1 + tinyAttention().outputs[0][0],
    tolerance: 0.005,
    hint: "The weights of a are 0.198, 0.401 and 0.401, the first numbers of the values 2, 0 and 2.",
    hints: [
      {
        value: tinyAttention().outputs[0][0],
        tolerance: 0.005,
        why: "That is the answer. It is still to be added to the vector of a."
      },
      {value: 3, tolerance: 0.005, why: "That adds the value of a itself, as if it looked at nothing else."}
    ],
    why: "0.198 · 2 + 0.401 · 2 = 1.198, and 1 more.",
    solution: "1 + 1.198 = 2.198. The vector keeps what it was, and what others say comes on top."
  },
  {
    kind: "compute",
    name: "self-attention-factor",
    prompt:
      "Four tokens are averaged by weights of which none is below 0.15. By what factor have all differences shrunk at least after three such steps?",
    answer: () => Math.pow(1 - 4 * 0.15, 3),
    tolerance: 0.002,
    hint: "One step: 1 − n·ε.",
    hints: [
      {value: 0.4, tolerance: 0.002, why: "That is one step."},
      {
        value: Math.pow(0.85, 3),
        tolerance: 0.002,
        why: "Each of the four columns holds 0.15 in common, not one of them."
      }
    ],
    why: "1 − 4 · 0.15 = 0.4, three times.",
    solution: "0.4 · 0.4 · 0.4 = 0.064. After ten steps it would be 0.0001."
  },
  {
    kind: "choose",
    name: "self-attention-hull",
    prompt:
      "The values of three tokens are (2, 0), (0, 1) and (2, 1). Which of these can a head give as an answer, whatever its queries and keys are?",
    options: [
      {
        text: "(1, 0.75)",
        right: true,
        why: "It is a quarter of the first, half of the second and a quarter of the third: a mean with weights above 0."
      },
      {
        text: "(0.5, 0.5)",
        why: "To have 0.5 as the first number, three quarters must come from (0, 1), and then the second is at least 0.75."
      },
      {text: "(3, 1)", why: "No mean of numbers up to 2 is 3."}
    ],
    solution:
      "Answers lie in the triangle of the values: 0.25 · 2 + 0.25 · 2 = 1, and 0.5 + 0.25 = 0.75. What lies outside, only the next matrix or the feed-forward layer can reach."
  },
  {
    kind: "choose",
    name: "self-attention-steer",
    prompt:
      "In the figure of costs, set the width to 4,096, as in Llama 3 with 8 billion parameters. At which of these lengths do pairs first take more than half of the block’s operations?",
    options: [
      {
        text: "65,536 tokens.",
        right: true,
        holds: async () => {
          const {pairShare} = await import("../model/attentionCost.js");
          return pairShare(4096, 65536) > 0.5 && pairShare(4096, 16384) < 0.5;
        },
        why: "With a mask pairs overtake all the rest at about twelve widths, 49,152 tokens."
      },
      {
        text: "8,192 tokens: twice the width.",
        holds: async () => (await import("../model/attentionCost.js")).pairShare(4096, 8192) > 0.5,
        why: "That is where they overtake the four maps if there is no mask. The mask halves pairs, and the feed-forward layer is large."
      },
      {
        text: "1,024 tokens.",
        holds: async () => (await import("../model/attentionCost.js")).pairShare(4096, 1024) > 0.5,
        why: "There they take two percent."
      }
    ],
    solution:
      "At 65,536 it is 57 percent. For a thousand tokens the square of the length is no trouble at all in a model this wide, and for a hundred thousand it is nearly everything."
  }
];
