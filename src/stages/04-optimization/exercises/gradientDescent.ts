import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that a reader writes about gradient descent. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "gd-backtracking",
    title: "A rate that finds itself",
    prompt:
      "On ½ c x², try a rate, and halve it as long as the step does not gain at least half of rate times slope². Write backtrack(c, x, rate): the rate that is taken in the end.",
    start: "function backtrack(c, x, rate) {\n  // height: c * x * x / 2, slope: c * x\n  return rate;\n}",
    functionName: "backtrack",
    cases: [
      {args: [1, 3, 1], expected: 1, hint: "Rate 1 lands at 0 and gains all of 4.5: half of 1 · 9. That is enough."},
      {args: [1, 3, 8], expected: 1, hint: "8, 4 and 2 are too long."},
      {args: [10, 1, 1], expected: 0.0625, hint: "1/L is 0.1, and the first half of 1 that is below it is 1/16."},
      {args: [10, 1, 0.01], expected: 0.01, hint: "A rate that is short enough is kept."},
      {args: [4, -2, 0.5], expected: 0.25, hint: "From the other side it is the same."}
    ],
    solution: `function backtrack(c, x, rate) {
  const height = (at) => (c * at * at) / 2;
  const slope = c * x;
  while (height(x) - height(x - rate * slope) < (rate * slope * slope) / 2) rate /= 2;
  return rate;
}`,
    wrong: [
      {
        code: "function backtrack(c, x, rate) { const height = (at) => (c * at * at) / 2; const slope = c * x; while (height(x - rate * slope) >= height(x)) rate /= 2; return rate; }",
        why: "It takes any step that goes down at all, and so rates near 2/L."
      },
      {
        code: "function backtrack(c, x, rate) { const height = (at) => (c * at * at) / 2; const slope = c * x; if (height(x) - height(x - rate * slope) < (rate * slope * slope) / 2) rate /= 2; return rate; }",
        why: "It halves only once."
      },
      {
        code: "function backtrack(c, x, rate) { return Math.min(rate, 1 / c); }",
        why: "It takes 1/L itself, which a walker does not know. Only halves of the first rate are tried."
      }
    ],
    explanation:
      "At a rate of at most 1/L the lemma promises at least half of rate · slope², so the loop ends there at the latest, without knowing L. This test is Armijo’s, of 1966. With noisy gradients it fails, because a batch’s height is no judge of the step, and so it is rare in training."
  },
  {
    kind: "write",
    name: "gd-steps",
    title: "How many steps?",
    prompt:
      "A bowl has curvatures from mu to L. Write steps(mu, L, rate, share): the least number of steps after which at most this share of the distance is left in every direction. Where it never comes to that, return Infinity. The share is above 0 and below 1.",
    start: "function steps(mu, L, rate, share) {\n  return 0;\n}",
    functionName: "steps",
    cases: [
      {args: [1, 10, 0.1, 0.5], expected: 7, hint: "0.9 to the power 6 is 0.53, and to the power 7 it is 0.478."},
      {args: [1, 10, 2 / 11, 0.5], expected: 4, hint: "9/11 to the power 4 is 0.448."},
      {args: [1, 10, 0.2, 0.5], expected: Infinity, hint: "At 2/L the steepest direction jumps to and fro for ever."},
      {args: [1, 10, 0.3, 0.5], expected: Infinity, hint: "Beyond 2/L it diverges."},
      {args: [2, 2, 0.5, 0.001], expected: 1, hint: "A round bowl and 1/L: one step does it all."}
    ],
    solution: `function steps(mu, L, rate, share) {
  const rho = Math.max(Math.abs(1 - rate * mu), Math.abs(1 - rate * L));
  if (rho >= 1) return Infinity;
  let left = 1;
  let count = 0;
  while (left > share) {
    left *= rho;
    count++;
  }
  return count;
}`,
    wrong: [
      {
        code: "function steps(mu, L, rate, share) { const rho = Math.abs(1 - rate * mu); if (rho >= 1) return Infinity; let left = 1, count = 0; while (left > share) { left *= rho; count++; } return count; }",
        why: "It looks at the shallow direction alone, and does not see that the steep one diverges."
      },
      {
        code: "function steps(mu, L, rate, share) { const rho = Math.max(1 - rate * mu, 1 - rate * L); if (rho >= 1) return Infinity; let left = 1, count = 0; while (left > share) { left *= rho; count++; } return count; }",
        why: "The factors are compared with their signs: −1.5 is no small factor."
      },
      {
        code: "function steps(mu, L, rate, share) { const rho = Math.max(Math.abs(1 - rate * mu), Math.abs(1 - rate * L)); if (rho >= 1) return Infinity; return Math.floor(Math.log(share) / Math.log(rho)); }",
        why: "It rounds down, and so stops one step before enough; and where ρ is 0 it returns 0."
      }
    ],
    explanation:
      "Curvatures between the two ends have factors between those of the ends, so the larger of the two in size is the slowest. At 2/L it is 1 exactly: nothing is lost and nothing is gained."
  }
];
