import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

const cosine = (x: number): number => (1 + Math.cos(Math.PI * x)) / 2;

/** Functions that a reader writes about schedules. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "schedules-write-cosine",
    title: "Warm-up and cosine",
    prompt:
      "Write rate(step, highest, warmup, total): it rises in a line from 0 at step 0 to highest at step warmup, then falls along half a cosine to 0 at step total, and stays 0. There may be no warm-up at all.",
    start: "function rate(step, highest, warmup, total) {\n  return highest;\n}",
    functionName: "rate",
    cases: [
      {args: [0, 0.1, 10, 110], expected: 0, hint: "The first step of a warm-up has rate 0."},
      {args: [5, 0.1, 10, 110], expected: 0.05, hint: "Halfway up."},
      {args: [10, 0.1, 10, 110], expected: 0.1, hint: "At the top."},
      {args: [60, 0.1, 10, 110], expected: 0.05, hint: "Halfway down: the fall has 100 steps."},
      {args: [35, 0.1, 10, 110], expected: 0.1 * cosine(0.25), hint: "A quarter of the fall."},
      {args: [110, 0.1, 10, 110], expected: 0, tolerance: 1e-12, hint: "At the end."},
      {args: [500, 0.1, 10, 110], expected: 0, tolerance: 1e-12, hint: "After the end it must not rise again."},
      {args: [0, 0.1, 0, 100], expected: 0.1, hint: "No warm-up: the first step has the highest rate, and not 0/0."}
    ],
    solution: `function rate(step, highest, warmup, total) {
  if (step < warmup) return (highest * step) / warmup;
  const part = Math.min(1, (step - warmup) / (total - warmup));
  return (highest * (1 + Math.cos(Math.PI * part))) / 2;
}`,
    wrong: [
      {
        code: "function rate(step, highest, warmup, total) { if (step < warmup) return (highest * step) / warmup; const part = (step - warmup) / (total - warmup); return (highest * (1 + Math.cos(Math.PI * part))) / 2; }",
        why: "After the end the cosine rises again."
      },
      {
        code: "function rate(step, highest, warmup, total) { if (step < warmup) return (highest * step) / warmup; const part = Math.min(1, step / total); return (highest * (1 + Math.cos(Math.PI * part))) / 2; }",
        why: "The fall is counted from step 0, so that the rate jumps at the end of the warm-up."
      },
      {
        code: "function rate(step, highest, warmup, total) { if (step <= warmup) return (highest * step) / warmup; const part = Math.min(1, (step - warmup) / (total - warmup)); return (highest * (1 + Math.cos(Math.PI * part))) / 2; }",
        why: "Without a warm-up it divides 0 by 0 at the first step."
      }
    ],
    explanation:
      "Two pieces, and the only traps are their ends: the first step, the seam, what comes after the end, and a warm-up of no steps. A schedule that is a function of the step can be tested at all of them, before anything trains."
  },
  {
    kind: "write",
    name: "schedules-write-mean",
    title: "The mean of a noisy walk",
    prompt:
      "Write meanSquare(start, curvature, variance, rates): E[x²] after all steps of gradient descent on ½ λ x², whose slopes have noise of this variance. The walk begins at start, and step k has the rate rates[k].",
    start: "function meanSquare(start, curvature, variance, rates) {\n  return start;\n}",
    functionName: "meanSquare",
    cases: [
      {args: [3, 1, 4, []], expected: 9, hint: "No step: the square of the start."},
      {args: [3, 1, 0, [0.5]], expected: 2.25, hint: "No noise: x is halved."},
      {args: [0, 1, 4, [0.5]], expected: 1, hint: "From the lowest point, only noise is added: η²σ²."},
      {args: [3, 2, 36, [0.25, 1 / 6]], expected: 3, tolerance: 1e-9, hint: "The best rates: 1/m is 1/9 + 2 · 4/36."},
      {args: [1, 10, 0, [0.1, 0.3]], expected: 0, tolerance: 1e-12, hint: "The first step forgets the place."}
    ],
    solution: `function meanSquare(start, curvature, variance, rates) {
  let m = start * start;
  for (const rate of rates) m = (1 - rate * curvature) ** 2 * m + rate * rate * variance;
  return m;
}`,
    wrong: [
      {
        code: "function meanSquare(start, curvature, variance, rates) { let m = start * start; for (const rate of rates) m = (1 - rate * curvature) * m + rate * rate * variance; return m; }",
        why: "The factor of x must be squared for x²."
      },
      {
        code: "function meanSquare(start, curvature, variance, rates) { let m = start * start; for (const rate of rates) m = (1 - rate * curvature) ** 2 * m + rate * variance; return m; }",
        why: "The noise is multiplied by the rate, so its variance by the square of it."
      },
      {
        code: "function meanSquare(start, curvature, variance, rates) { let m = start * start; for (const rate of rates) m = (1 - rate * curvature) ** 2 * m; return m + rates.reduce((s, r) => s + r * r * variance, 0); }",
        why: "It adds all noise at the end. But later steps shrink what earlier ones added."
      }
    ],
    explanation:
      "E[(ax − ηξ)²] = a² E[x²] − 2aη E[xξ] + η² E[ξ²], and the middle term is zero because the noise of a step does not know where the walk is. So two numbers per step say what a million simulated walks would."
  }
];
