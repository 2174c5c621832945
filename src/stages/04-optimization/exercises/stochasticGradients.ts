import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that a reader writes about gradients of batches. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "stochastic-write-scale",
    title: "The noise scale from two batch sizes",
    prompt:
      "Write noiseScale(small, large, squaredSmall, squaredLarge): tr Σ / |g|² from the two batch sizes, and from lists of the squared lengths that gradients of such batches had. Take the mean of each list first.",
    start: "function noiseScale(small, large, squaredSmall, squaredLarge) {\n  return 0;\n}",
    functionName: "noiseScale",
    cases: [
      {args: [1, 2, [3], [2]], expected: 2, hint: "Here |g|² = 1 and tr Σ = 2."},
      {args: [8, 64, [5], [1.5]], expected: 32, hint: "The exercise above."},
      {args: [8, 64, [4, 6, 5], [1, 2]], expected: 32, hint: "Lists of different lengths: each has its own mean."},
      {args: [4, 16, [2, 2], [2]], expected: 0, hint: "No noise at all: both are |g|²."},
      {args: [1, 100, [101], [2]], expected: 100, hint: "|g|² = 1 and tr Σ = 100."}
    ],
    solution: `function noiseScale(small, large, squaredSmall, squaredLarge) {
  const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
  const [s, l] = [mean(squaredSmall), mean(squaredLarge)];
  const trace = (s - l) / (1 / small - 1 / large);
  const square = (large * l - small * s) / (large - small);
  return trace / square;
}`,
    wrong: [
      {
        code: "function noiseScale(small, large, squaredSmall, squaredLarge) { const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length; const [s, l] = [mean(squaredSmall), mean(squaredLarge)]; return (s - l) / (1 / small - 1 / large) / l; }",
        why: "It takes the squared length of the large batch for |g|². There is noise in that one, too."
      },
      {
        code: "function noiseScale(small, large, squaredSmall, squaredLarge) { const [s, l] = [squaredSmall[0], squaredLarge[0]]; const trace = (s - l) / (1 / small - 1 / large); return trace / (s - trace / small); }",
        why: "It looks at the first batch of each list alone."
      },
      {
        code: "function noiseScale(small, large, squaredSmall, squaredLarge) { const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length; const [s, l] = [mean(squaredSmall), mean(squaredLarge)]; const trace = (s - l) / (large - small); return trace / ((large * l - small * s) / (large - small)); }",
        why: "The variance goes with 1/B, so the difference must be divided by 1/small − 1/large."
      }
    ],
    explanation:
      "Two unknowns, |g|² and tr Σ, and two equations, |g|² + tr Σ/B for each size. Both unknowns are unbiased, but their quotient is not; so take means over many batches before you divide."
  },
  {
    kind: "write",
    name: "stochastic-write-combine",
    title: "One gradient from many batches",
    prompt:
      "Write combine(means, sizes): the mean gradient of all examples, from the mean gradient of each batch (a list of numbers) and the number of its examples. Batches may differ in size.",
    start: "function combine(means, sizes) {\n  return means[0];\n}",
    functionName: "combine",
    cases: [
      {args: [[[1, 2]], [5]], expected: [1, 2], hint: "One batch is all."},
      {
        args: [
          [
            [1, 0],
            [3, 4]
          ],
          [2, 2]
        ],
        expected: [2, 2],
        hint: "Of the same size: the plain mean."
      },
      {
        args: [
          [[1], [5]],
          [3, 1]
        ],
        expected: [2],
        hint: "(3 · 1 + 1 · 5)/4: the last batch has one example only."
      },
      {
        args: [
          [
            [4, 8],
            [1, 1],
            [0, 6]
          ],
          [4, 4, 2]
        ],
        expected: [2, 4.8],
        hint: "Ten examples in batches of 4, 4 and 2."
      }
    ],
    solution: `function combine(means, sizes) {
  const count = sizes.reduce((a, b) => a + b, 0);
  return means[0].map((_, i) => means.reduce((sum, mean, k) => sum + (sizes[k] / count) * mean[i], 0));
}`,
    wrong: [
      {
        code: "function combine(means, sizes) { return means[0].map((_, i) => means.reduce((sum, mean) => sum + mean[i], 0) / means.length); }",
        why: "It weights a small batch like a large one, and so its examples more."
      },
      {
        code: "function combine(means, sizes) { return means[0].map((_, i) => means.reduce((sum, mean, k) => sum + sizes[k] * mean[i], 0)); }",
        why: "That is the sum over all examples, and not their mean."
      },
      {
        code: "function combine(means, sizes) { const count = sizes.reduce((a, b) => a + b, 0); return means[0].map((_, i) => means.reduce((sum, mean) => sum + mean[i], 0) / count); }",
        why: "It divides by the number of examples, but has added means of batches, each once."
      }
    ],
    explanation:
      "Each batch’s sum is its mean times its size; add the sums and divide by the number of examples. With batches of one size the plain mean of means is the same, which is why this mistake is found only at the end of an epoch."
  }
];
