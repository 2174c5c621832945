import type {Question} from "../../../components/exercise/question.js";
import {byDistance, frequencies, product, turned} from "../model/positionCodes.js";

/** What the page “Positions” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "positions-beyond",
    prompt:
      "Five transformers are trained on windows of 32 letters, and then read windows of 96. Which of them is as good at the end of the long window as within the first 32?",
    options: [
      {
        text: "The one with ALiBi, whose scores fall with distance.",
        right: true,
        why: "A key that is further than any in training gets even less weight than the furthest did. Nothing new happens."
      },
      {
        text: "The one with rotary positions, since they depend on distances alone.",
        why: "On distances alone, yes; but distances above 32 turn the slow pairs to angles that training never showed."
      },
      {
        text: "The one with waves: they have a value at every position.",
        why: "A value, yes, but one that the network has never seen, added to every vector."
      }
    ],
    solution:
      "Having a value for far positions is not enough: the network must know what to do with it. ALiBi asks nothing new of it, at the price that far letters count for little."
  },
  {
    kind: "compute",
    name: "positions-turn",
    prompt:
      "A query is (1, 0), and its pair turns by 60 degrees a position. It stands at position 5, a key (1, 0) at position 3. What is the product of the two after turning?",
    answer: () => Math.cos((2 * Math.PI) / 3),
    tolerance: 0.005,
    hint: "Only the distance counts: two positions, so 120 degrees.",
    hints: [
      {
        value: Math.cos(Math.PI / 3),
        tolerance: 0.005,
        why: "That is the cosine of one position’s turn. They are two apart."
      },
      {value: 1, tolerance: 0.005, why: "That is the product without turning."}
    ],
    why: "cos 120° = −0.5.",
    solution:
      "The query is turned by 300 degrees and the key by 180; the angle between them is 120 degrees, and cos 120° = −0.5. Two vectors that agreed now disagree, because of where they stand."
  },
  {
    kind: "choose",
    name: "positions-sum",
    prompt: "Why may waves be added to a token’s vector, when this mixes what it is with where it stands?",
    options: [
      {
        text: "A vector has room: matrices can learn to read the two in different directions.",
        right: true,
        why: "In a few hundred dimensions two kinds of information lie nearly at right angles, and the embedding learns to keep out of the way."
      },
      {
        text: "Addition does not mix: one can always subtract again.",
        why: "One could, knowing one of the two. The network knows neither."
      },
      {
        text: "Because the norm after it separates them.",
        why: "A norm scales all numbers of a vector by one factor. It separates nothing."
      }
    ],
    solution:
      "It is a bet on dimensions, and it pays. But it is also why added positions are fragile: whoever adds a wave that was never seen changes everything that is read from the vector."
  },
  {
    kind: "compute",
    name: "positions-slowest",
    prompt:
      "A rotary head has 8 numbers and the base 10000. How many radians does its slowest pair turn by in 100 positions?",
    answer: () => 100 * frequencies(8, 10000)[3]!,
    tolerance: 0.005,
    hint: "The pairs have the frequencies 10000 to 0, −1/4, −1/2 and −3/4.",
    hints: [
      {value: 100 / 10000, tolerance: 0.0005, why: "The exponent of the last pair is −2·3/8, not −1."},
      {value: 100, tolerance: 0.005, why: "That is the fastest pair, which turns by one radian a position."}
    ],
    why: "10000 to −3/4 is 0.001, and 100 · 0.001 = 0.1.",
    solution:
      "The frequencies are 1, 0.1, 0.01 and 0.001. In 100 positions the slowest turns by 0.1 radians, about six degrees: it can tell far distances apart, and near ones hardly."
  },
  {
    kind: "choose",
    name: "positions-steer",
    prompt:
      "In the first figure, choose rotary positions and the base 10, and look at far distances. What is wrong with a small base?",
    options: [
      {
        text: "The curve comes back: some far distances look like near ones.",
        right: true,
        holds: () => Promise.resolve(byDistance("rotary", 50, {base: 10}) > byDistance("rotary", 5, {base: 10})),
        why: "If even the slowest pair turns all the way round, far and near cannot be told apart."
      },
      {text: "The curve falls too slowly.", why: "It falls faster than with a large base."},
      {text: "Nothing: the base only scales the picture.", why: "Try it: the curve swings, and does not settle."}
    ],
    solution:
      "Each pair is a clock hand. With only fast hands, times far apart show the same. Long contexts therefore need large bases: Llama 3 has 500,000."
  },
  {
    kind: "predict",
    name: "positions-length",
    prompt: "A query (3, 4) is turned to position 1,000. How long is it then?",
    range: [0, 20],
    step: 0.5,
    start: 8,
    unit: "",
    truth: () => Math.sqrt(product(turned([3, 4], 1000, 10000), turned([3, 4], 1000, 10000))),
    within: 0.3,
    why: "A turn keeps lengths, whatever the angle.",
    solution:
      "As long as before: √(9 + 16) = 5. So rotary positions change what agrees with what, and never how loud a query is."
  }
];
