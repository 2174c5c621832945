import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on smoothing writes. */
export const exercises: readonly WriteExercise[] = [
  {
    name: "smoothing-absolute-discounting",
    title: "Discount, and give away",
    prompt:
      "Write discount(counts, D, lower): the interpolated absolute discounting of one context. counts[w] is how often token w followed it, lower[w] is the probability of w under the shorter context. Subtract D (at most 1) from each count that is not zero, and share what was taken in proportion to lower. A context that was never followed gives lower.",
    start:
      "function discount(counts, D, lower) {\n  const total = counts.reduce((a, b) => a + b, 0);\n  return counts.map((c) => c / total);\n}",
    functionName: "discount",
    cases: [
      {
        args: [[3, 1, 0], 0.5, [0.2, 0.3, 0.5]],
        expected: [2.5 / 4 + 0.25 * 0.2, 0.5 / 4 + 0.25 * 0.3, 0.25 * 0.5],
        hint: "Two counts gave ½ each: a quarter of the whole is shared, also among tokens that were seen."
      },
      {
        args: [[0, 0, 0], 0.5, [0.2, 0.3, 0.5]],
        expected: [0.2, 0.3, 0.5],
        hint: "Nothing was counted, so there is nothing to divide by: the shorter context answers."
      },
      {
        args: [[1, 0], 1, [0.25, 0.75]],
        expected: [0.25, 0.75],
        hint: "With D = 1 a context that was seen once gives all it has."
      },
      {
        args: [[10, 0, 0, 0], 0.75, [0.25, 0.25, 0.25, 0.25]],
        expected: [0.925 + 0.075 / 4, 0.075 / 4, 0.075 / 4, 0.075 / 4],
        hint: "Only one kind of token followed, so only one D was taken."
      }
    ],
    solution: `function discount(counts, D, lower) {
  const total = counts.reduce((a, b) => a + b, 0);
  if (total === 0) return lower.slice();
  const kinds = counts.filter((c) => c > 0).length;
  const shared = (D * kinds) / total;
  return counts.map((c, w) => Math.max(c - D, 0) / total + shared * lower[w]);
}`,
    wrong: [
      {
        code: "function discount(counts, D, lower) { const t = counts.reduce((a, b) => a + b, 0); if (t === 0) return lower.slice(); return counts.map((c, w) => Math.max(c - D, 0) / t + (D / t) * lower[w]); }",
        why: "It shares one D, though each kind of token gave one: the sum is less than one."
      },
      {
        code: "function discount(counts, D, lower) { const t = counts.reduce((a, b) => a + b, 0); if (t === 0) return lower.slice(); const k = counts.filter((c) => c > 0).length; return counts.map((c, w) => c > 0 ? (c - D) / t : ((D * k) / t) * lower[w]); }",
        why: "It backs off but does not divide by the mass of the unseen: seen tokens get no share, and the sum is less than one."
      },
      {
        code: "function discount(counts, D, lower) { const t = counts.reduce((a, b) => a + b, 0); const k = counts.filter((c) => c > 0).length; return counts.map((c, w) => Math.max(c - D, 0) / t + ((D * k) / t) * lower[w]); }",
        why: "A context that was never followed is divided by zero."
      },
      {
        code: "function discount(counts, D, lower) { const t = counts.reduce((a, b) => a + b, 0); if (t === 0) return lower.slice(); return counts.map((c, w) => (c - D) / t + ((D * counts.length) / t) * lower[w]); }",
        why: "It takes D from counts of zero as well: probabilities of the unseen can be negative."
      }
    ],
    explanation:
      "Each kind of token that was seen gives D, so D times the number of kinds is free, and divided by N it is the weight of the shorter context. The sum is (N − D·kinds)/N + (D·kinds)/N · 1 = 1."
  }
];
