import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

const SOLUTION = `function logSumExp(xs) {
  const top = Math.max(...xs);
  if (top === -Infinity) return [top, xs.map(() => 0)];
  const parts = xs.map((x) => Math.exp(x - top));
  const sum = parts.reduce((a, b) => a + b, 0);
  return [top + Math.log(sum), parts.map((part) => part / sum)];
}`;

/** The function that a reader of the section on common mistakes of derivatives writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "autodiff-log-sum-exp",
    title: "A sum that never overflows",
    prompt:
      "Write logSumExp(xs): the pair [value, gradient], where the value is ln(e^x₁ + e^x₂ + …) and the gradient is the list of its slopes. Numbers may be as large as 1000, or −Infinity, which stands for what is excluded. If all are excluded, the value is −Infinity and every slope is 0.",
    start:
      "function logSumExp(xs) {\n  const sum = xs.reduce((total, x) => total + Math.exp(x), 0);\n  return [Math.log(sum), xs.map(() => 0)];\n}",
    functionName: "logSumExp",
    cases: [
      {args: [[0, 0]], expected: [0.6931471805599453, [0.5, 0.5]], hint: "ln 2, and both count the same."},
      {
        args: [[1, 2, 3]],
        expected: [3.4076059644443806, [0.09003057317038046, 0.24472847105479767, 0.6652409557748219]],
        hint: "The slope with each is its exponential over the sum: softmax."
      },
      {
        args: [[1000, 1000]],
        expected: [1000.6931471805599, [0.5, 0.5]],
        hint: "Take the largest out of the sum first."
      },
      {
        args: [[-1000, -1000]],
        expected: [-999.3068528194401, [0.5, 0.5]],
        hint: "Small ones all become 0, and ln 0 is −∞. Take the largest out here too."
      },
      {args: [[5, -Infinity]], expected: [5, [1, 0]], hint: "What is excluded contributes nothing, and has slope 0."},
      {
        args: [[-Infinity, -Infinity]],
        expected: [-Infinity, [0, 0]],
        hint: "−∞ less −∞ is NaN: this case stands by itself."
      }
    ],
    solution: SOLUTION,
    wrong: [
      {
        code: "function logSumExp(xs) { const e = xs.map((x) => Math.exp(x)); const s = e.reduce((a, b) => a + b, 0); return [Math.log(s), e.map((x) => x / s)]; }",
        why: "Right for small numbers; e¹⁰⁰⁰ is infinite."
      },
      {
        code: SOLUTION.replace("  if (top === -Infinity) return [top, xs.map(() => 0)];\n", ""),
        why: "NaN where all are excluded."
      },
      {
        code: SOLUTION.replace("Math.max(...xs)", "Math.max(0, ...xs)"),
        why: "Guards against large numbers only: far below 0 everything is 0."
      },
      {
        code: SOLUTION.replace("parts.map((part) => part / sum)", "parts.map((part) => part)"),
        why: "The exponentials are not divided by their sum."
      }
    ],
    explanation:
      "ln Σ eˣ = m + ln Σ eˣ⁻ᵐ for every m. With m the largest, all exponents are at most 0, so nothing overflows, and one term is 1, so the sum is not 0. The slopes are the softmax, from the same parts. Losses of language models are this function less one of its operands."
  }
];
