import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that the reader of “Logarithms and sums” writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "logarithms-log-sum-exp",
    title: "Log-sum-exp of two numbers",
    prompt:
      "Write logSumExp(a, b): the logarithm of eᵃ + eᵇ, right also where eᵃ is too large or too small for a number. Math.exp and Math.log are there.",
    start:
      "function logSumExp(a, b) {\n  // right for small a and b, but not for 1000 and 1000\n  return Math.log(Math.exp(a) + Math.exp(b));\n}",
    functionName: "logSumExp",
    cases: [
      {args: [0, 0], expected: 0.6931471805599453, hint: "e⁰ + e⁰ = 2, and the answer is log 2."},
      {args: [1, 2], expected: 2.313261687518223, hint: "Compare with Math.log(Math.exp(1) + Math.exp(2))."},
      {
        args: [1000, 1000],
        expected: 1000.6931471805599,
        hint: "Math.exp(1000) is Infinity: take the larger number out first."
      },
      {
        args: [-1000, -1001],
        expected: -999.6867383124818,
        hint: "Math.exp(-1000) is 0. After the larger is taken out, one of the two exponents is 0."
      },
      {args: [0, 1000], expected: 1000, hint: "The larger one may be b."},
      {args: [1000, 0], expected: 1000, hint: "The larger one may be a."}
    ],
    solution: `function logSumExp(a, b) {
  const large = Math.max(a, b);
  return large + Math.log(Math.exp(a - large) + Math.exp(b - large));
}`,
    wrong: [
      {
        code: "function logSumExp(a, b) { return a + Math.log(1 + Math.exp(b - a)); }",
        why: "It always takes out a: if b is far larger, its exponential overflows."
      },
      {
        code: "function logSumExp(a, b) { return Math.max(a, b); }",
        why: "The larger of the two is near, but where they are equal log 2 is missing."
      },
      {
        code: "function logSumExp(a, b) { const m = Math.max(a, b); return Math.log(Math.exp(a - m) + Math.exp(b - m)); }",
        why: "It takes the larger out and does not put it back."
      },
      {
        code: "function logSumExp(a, b) { const m = Math.min(a, b); return m + Math.log(Math.exp(a - m) + Math.exp(b - m)); }",
        why: "It takes out the smaller one: what is left can still overflow."
      }
    ],
    explanation:
      "eᵃ + eᵇ = eᵐ (eᵃ⁻ᵐ + eᵇ⁻ᵐ) for every m, and the logarithm turns the product into m + log(…). With m the larger of the two, one exponent is 0 and the other is below it, so the bracket lies between 1 and 2, whatever a and b were."
  }
];
