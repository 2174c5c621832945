import type {Question} from "../../../components/exercise/question.js";
import {key} from "/lib/index.js";
import {after, course, power, settled, twoStates, walk, type Matrix, type Row} from "../model/chains.js";

/** How far apart the two lines of the first figure are after n steps; below 0 where they have changed sides. */
const apart = (p: number, q: number, n: number): number => {
  const [first, second] = power(twoStates(p, q), n);
  return first![0]! - second![0]!;
};

const TURNS = twoStates(0, 1);
const near = (a: Row, b: Row): boolean => a.every((share, i) => Math.abs(share - b[i]!) < 1e-9);
const stays = (row: Row, chain: Matrix): boolean => near(after(row, chain), row);
const TENTHS = Array.from({length: 11}, (_, i) => i / 10);

/** What the page “Chains” asks. */
export const questions: readonly Question[] = [
  {
    kind: "compute",
    name: "chains-weather",
    prompt:
      "After a dry day the next is dry with probability 0.7; after a wet day it is dry with 0.4. Today is wet. With what probability is the day after tomorrow dry? (Pencil and paper: two steps.)",
    answer: () => course([0, 1], twoStates(0.7, 0.4), 2).at(-1)![0]!,
    tolerance: 0.001,
    hint: "Tomorrow is dry with 0.4 and wet with 0.6. Go on from each.",
    hints: [
      {value: 0.4, tolerance: 0.001, why: "That is tomorrow. One more step."},
      {
        value: 0.4 * 0.4,
        tolerance: 0.001,
        why: "0.4 · 0.4 is not a path: after a dry day the next is dry with 0.7, and a wet day may come between."
      },
      {
        value: (0.7 + 0.4) / 2,
        tolerance: 0.001,
        why: "That would be the plain mean of 0.7 and 0.4. Weigh them by how likely tomorrow is dry or wet."
      }
    ],
    why: "0.4 · 0.7 + 0.6 · 0.4 = 0.28 + 0.24.",
    solution:
      "Tomorrow: dry 0.4, wet 0.6. The day after: 0.4 · 0.7 + 0.6 · 0.4 = 0.52. In the long run it is 0.4/(1 − 0.7 + 0.4) = 4/7, about 0.571."
  },
  {
    kind: "compute",
    name: "chains-steer",
    prompt:
      "In the first figure, set q = 0.40 and find the p at which the two lines are exactly 0.25 apart after two steps, and both stay on their own side of the level (no swing). What is p?",
    answer: () => {
      const hundredths = Array.from({length: 101}, (_, i) => i / 100);
      return hundredths.find((p) => apart(p, 0.4, 1) > 0 && Math.abs(apart(p, 0.4, 2) - 0.25) < 1e-9)!;
    },
    tolerance: 0.006,
    hint: "The lines are 1 apart at first, and each step multiplies that by λ = p − q.",
    hints: [
      {
        value: 0.4 + 0.25,
        tolerance: 0.006,
        why: "That makes λ = 0.25, which is the distance after one step. Two steps square it."
      },
      {
        value: 0.4 - Math.sqrt(0.25),
        tolerance: 0.02,
        why: "λ = −0.5 squares to the same, but a probability is not negative, and the lines would swing."
      }
    ],
    why: "λ² = 0.25 and λ > 0, so λ = 0.5 and p = q + 0.5.",
    solution:
      "The distance of the lines after n steps is λⁿ. Two steps: λ² = 0.25. Without a swing λ is positive: 0.5. So p = 0.4 + 0.5 = 0.9. Check it in the figure, with n at 2."
  },
  {
    kind: "choose",
    name: "chains-repair",
    prompt:
      "“A chain’s distribution at step n approaches π, because π = πT says that π does not change. So the mean along a walk approaches the expectation under π.” Which step is wrong?",
    options: [
      {
        text: "π = πT need not have a solution.",
        holds: () => TENTHS.some((p) => TENTHS.some((q) => !stays(settled(p, q) ?? [1, 0], twoStates(p, q)))),
        why: "With finitely many states it always has one."
      },
      {
        text: "That π stays does not say that other distributions move towards it.",
        right: true,
        holds: () => stays([0.5, 0.5], TURNS) && near(course([1, 0], TURNS, 100).at(-1)!, [1, 0]),
        why: "The chain that always changes its state has π = (½, ½), and no walk’s distribution approaches it. One needs |λ| < 1, or in general that the chain is irreducible and aperiodic."
      },
      {
        text: "A mean along a walk never approaches an expectation, since steps are dependent.",
        holds: () => {
          const states = walk([1, 0], twoStates(0.9, 0.4), 20_000, key(1));
          const share = states.filter((state) => state === 0).length / states.length;
          return Math.abs(share - settled(0.9, 0.4)![0]!) > 0.02;
        },
        why: "Markov’s point was that it does, for irreducible chains: cut the walk where it returns."
      },
      {
        text: "Nothing is wrong.",
        holds: () => near(course([1, 0], TURNS, 100).at(-1)!, settled(0, 1)!),
        why: "Being left alone by T is not the same as attracting. Set p = 0 and q = 1 in the figure."
      }
    ],
    solution:
      "A fixed point can be attracting or not. For two states the distance from it is multiplied by λ = p − q at each step, so it shrinks only if |λ| < 1. The second sentence is true even without the first: means settle for every irreducible chain, also for one that takes turns."
  },
  {
    kind: "predict",
    name: "chains-memory",
    prompt:
      "A chain stays in its state with probability 0.95, whichever of two it is in. It begins in the first. After 20 steps, with what probability is it there?",
    range: [0, 100],
    step: 1,
    start: 50,
    unit: "%",
    within: 5,
    truth: () => 100 * course([1, 0], twoStates(0.95, 0.05), 20).at(-1)![0]!,
    why: "λ = 0.9, and 0.9 to the power 20 is 0.12: a sticky chain forgets slowly, but it forgets.",
    solution: "π = (½, ½), λ = 0.95 − 0.05 = 0.9, so a₂₀ = 0.5 + 0.5 · 0.9²⁰ = 0.561."
  }
];
