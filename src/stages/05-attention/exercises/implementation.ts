import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that a reader writes about tiles. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "tiles-join",
    title: "Join two tiles",
    prompt:
      "Of some keys you know [top, sum, out]: their largest score, the sum of e to score minus top, and the sum of e to score minus top times the value. Write join(a, b): the same three numbers of the keys of a and of b together.",
    start:
      "function join([topA, sumA, outA], [topB, sumB, outB]) {\n  // returns [top, sum, out]\n  return [topA, sumA, outA];\n}",
    functionName: "join",
    cases: [
      {
        args: [
          [0, 1, 4],
          [0, 1, 2]
        ],
        expected: [0, 2, 6],
        tolerance: 1e-9,
        hint: "With the same maximum the sums just add up."
      },
      {
        args: [
          [0, 2, 6],
          [Math.LN2, 1, 5]
        ],
        expected: [Math.LN2, 2, 8],
        tolerance: 1e-9,
        hint: "The maximum rises by ln 2, so sum and out of the first are halved: 2/2 + 1 and 6/2 + 5."
      },
      {
        args: [
          [Math.log(4), 1, 3],
          [0, 2, 8]
        ],
        expected: [Math.log(4), 1.5, 5],
        tolerance: 1e-9,
        hint: "Here the second is to be rescaled: 1 + 2/4 and 3 + 8/4."
      },
      {
        args: [
          [1000, 1, 1],
          [1000 + Math.LN2, 1, 1]
        ],
        expected: [1000 + Math.LN2, 1.5, 1.5],
        tolerance: 1e-9,
        hint: "e to 1000 is infinite: raise only differences, which are never above 0."
      },
      {
        args: [
          [-900, 2, -4],
          [0, 1, 3]
        ],
        expected: [0, 1, 3],
        tolerance: 1e-9,
        hint: "What is far below has no weight left, and that is right."
      }
    ],
    solution: `function join([topA, sumA, outA], [topB, sumB, outB]) {
  const top = Math.max(topA, topB);
  const [a, b] = [Math.exp(topA - top), Math.exp(topB - top)];
  return [top, a * sumA + b * sumB, a * outA + b * outB];
}`,
    wrong: [
      {
        code: "function join([topA, sumA, outA], [topB, sumB, outB]) { return [Math.max(topA, topB), sumA + sumB, outA + outB]; }",
        why: "It adds sums that count in different units: each is relative to the maximum of its own tile."
      },
      {
        code: "function join([topA, sumA, outA], [topB, sumB, outB]) { const top = Math.max(topA, topB); const a = Math.exp(topA - top), b = Math.exp(topB - top); return [top, a * sumA + b * sumB, outA + outB]; }",
        why: "It rescales the sum and forgets the output, which was made with the same old maximum."
      },
      {
        code: "function join([topA, sumA, outA], [topB, sumB, outB]) { const top = Math.max(topA, topB); const a = Math.exp(topA), b = Math.exp(topB), t = Math.exp(top); return [top, (a * sumA + b * sumB) / t, (a * outA + b * outB) / t]; }",
        why: "It raises the scores themselves, and e to 1000 is infinite."
      },
      {
        code: "function join([topA, sumA, outA], [topB, sumB, outB]) { const a = Math.exp(topA - topB); return [topB, a * sumA + sumB, a * outA + outB]; }",
        why: "It takes for granted that the maximum rises. A later tile may have the lower one."
      }
    ],
    explanation:
      "Sums of the same keys relative to another maximum differ by one factor, e to the old maximum minus the new one. That is all of it: the joined state is the state of the joined keys, so tiles may come in any order and any grouping."
  }
];
