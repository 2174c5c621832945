import type {Question} from "../../../components/exercise/question.js";
import {clippedByNorm} from "../model/clip.js";
import {cliffWalk, LOWEST} from "../model/cliff.js";
import {BFLOAT16, gapAt, roundTo} from "../../../components/floats.js";

/** A weight after many equal updates, each of which is rounded. */
function afterUpdates(start: number, update: number, times: number): number {
  let weight = start;
  for (let k = 0; k < times; k++) weight = roundTo(BFLOAT16, weight + update);
  return weight;
}

/** Where the walk at the cliff ends, from 1.2. */
const endsAt = (most: number): number => Math.abs(cliffWalk(1.2, 0.01, most, 60).at(-1)!);
const arrives = (most: number): boolean => Math.abs(endsAt(most) - LOWEST) < 0.01;

/** What the page “Optimization in practice” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "practice-fine",
    prompt:
      "A network’s loss begins at ln V, falls smoothly for 400 steps and ends a good deal lower, on held-out text as well. It can also learn a single batch by heart. What do you know?",
    options: [
      {
        text: "That it has no fault: all three checks would have shown one.",
        why: "Each of them finds some faults. A network most of which never moves passes all three, because its last layer alone learns something."
      },
      {
        text: "That some of it learns. It may be far from what it could be.",
        right: true,
        why: "A smooth fall only says that something goes downhill. What it could be is told by a comparison: with a baseline, with each layer’s update, with another rate."
      },
      {
        text: "That the rate is right: otherwise the fall would not be smooth.",
        why: "A rate that is far too low gives the smoothest curves of all."
      }
    ],
    solution:
      "Some of it learns. The network that this was measured on had all layers frozen but the last. It lost two tenths of a nat by that, and nothing in the curve says so."
  },
  {
    kind: "predict",
    name: "practice-thousand",
    prompt:
      "A weight is 1, kept in bfloat16. A thousand times 0.001 is added to it, and the sum is rounded to the nearest number of the format. What is the weight in the end?",
    range: [1, 2],
    step: 0.01,
    start: 2,
    within: 0.02,
    truth: () => afterUpdates(1, 0.001, 1000),
    why: "Still 1. The next number after 1 is 1.0078, and 1.001 is nearer to 1, each time anew.",
    solution:
      "With 8 bits of precision the gap after 1 is 2⁻⁷, so half a gap is 0.0039. Each update is less than that and is rounded away. A thousand lost updates are lost, however many they are."
  },
  {
    kind: "compute",
    name: "practice-clip",
    prompt: "A gradient of three numbers is (3, 4, 12). It is clipped by norm at 6.5. What is its largest number then?",
    answer: () => clippedByNorm([3, 4, 12], 6.5)[2]!,
    hint: "How long is it? 9 + 16 + 144 = 169.",
    hints: [
      {value: 6.5, why: "That is clipping by value. By norm all three shrink by the same factor."},
      {value: 1.5, why: "That is the smallest of them: 3/2."}
    ],
    why: "6: the gradient is 13 long, so all of it is halved.",
    solution: "Its length is √169 = 13, and 6.5/13 = 0.5. So it becomes (1.5, 2, 6), in the same direction."
  },
  {
    kind: "compute",
    name: "practice-parts",
    prompt:
      "A step accumulates two micro-batches. One has 100 tokens and its gradient, for one weight, is 0.6. The other has 300 tokens and the gradient 0.2. What is the gradient of the mean loss over all tokens?",
    answer: () => (100 * 0.6 + 300 * 0.2) / (100 + 300),
    hint: "Each part counts as often as it has tokens.",
    hints: [
      {value: 0.4, why: "That is the mean of means. It would count a token of the small part three times."},
      {value: 0.8, why: "That is the sum, without dividing."}
    ],
    why: "0.3: the part with three times the tokens counts three times.",
    solution: "(100 · 0.6 + 300 · 0.2)/400 = 120/400 = 0.3."
  },
  {
    kind: "compute",
    name: "practice-least-update",
    prompt:
      "A weight is 5, kept in bfloat16. Positive updates up to a certain size are lost when the sum is rounded to the nearest. Which size? (Of two equally near numbers the even one is taken, and 5 is even.)",
    answer: () => gapAt(BFLOAT16, 5) / 2,
    hint: "5 lies between 4 and 8, and bfloat16 has 8 bits: 128 numbers from one power of two to the next.",
    hints: [
      {value: gapAt(BFLOAT16, 5), why: "That is the gap. Half of it is enough to get to the next number."},
      {value: gapAt(BFLOAT16, 1) / 2, why: "That is so at 1. Gaps double with each power of two."}
    ],
    why: "1/64: the gap between 4 and 8 is 4/128.",
    solution:
      "From 4 to 8 there are 128 steps, so the gap is 4/128 = 0.03125, and half of it is 0.015625. That is 0.3% of the weight."
  },
  {
    kind: "choose",
    name: "practice-cliff",
    prompt:
      "In the figure of the cliff, start at 1.2 and try slopes clipped at 1,000, 100, 10 and 1. With which of them does the walk come down to a minimum within 60 steps?",
    options: [
      {
        text: "With 1,000 and with 100.",
        holds: () => arrives(1000) && arrives(100),
        why: "1,000 is more than the slope at the start, so it changes nothing there, and 100 makes a step of 1 that ends on the plain."
      },
      {
        text: "With 10 and with 1.",
        right: true,
        holds: () => arrives(10) && arrives(1) && !arrives(100) && !arrives(1000),
        why: "Their longest steps are 0.1 and 0.01, short enough for this cliff. The minimum is 0.27 away, which even 0.01 a step can do in 60."
      },
      {
        text: "With 10 alone: with 1 the steps are too short to arrive.",
        holds: () => arrives(10) && !arrives(1),
        why: "Count: 60 steps of 0.01 are 0.6, and the way is 0.27."
      }
    ],
    solution:
      "With 10 and 1. There is a whole range of thresholds that do, from about 0.5 to 25. That is usual: the threshold need not be exact, but it must be below the rare slopes and not far below the usual ones."
  }
];
