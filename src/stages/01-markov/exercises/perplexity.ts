import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on perplexity writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "perplexity-of-probabilities",
    title: "Perplexity of a text",
    prompt:
      "Write perplexityOf(p): the perplexity of a text whose tokens had the probabilities p. It is Infinity if one of them is zero, and right for a text of any length.",
    start: "function perplexityOf(p) {\n  // p: an array with the probability of each token that came\n  return 1;\n}",
    functionName: "perplexityOf",
    cases: [
      {args: [[0.1, 0.1, 0.1]], expected: 10, hint: "Three choices of one in ten are as hard as one of one in ten."},
      {args: [[0.5, 0.25, 0.125, 0.125]], expected: 2 ** 2.25, hint: "It is a geometric mean: average logarithms."},
      {args: [[1, 1]], expected: 1, hint: "A model that is always sure and right is not perplexed: 1, not 0."},
      {args: [[0.9, 0, 0.8]], expected: Infinity, hint: "One impossible token makes the whole text impossible."},
      {
        args: [new Array(2000).fill(0.01)],
        expected: 100,
        tolerance: 1e-9,
        hint: "The product of 2,000 small numbers underflows to zero; the sum of their logarithms does not."
      }
    ],
    solution: `function perplexityOf(p) {
  const nats = p.reduce((sum, x) => sum - Math.log(x), 0);
  return Math.exp(nats / p.length);
}`,
    wrong: [
      {
        code: "function perplexityOf(p) { return p.reduce((a, b) => a * b, 1) ** (-1 / p.length); }",
        why: "The product underflows, and a long text seems infinitely hard."
      },
      {
        code: "function perplexityOf(p) { return p.reduce((sum, x) => sum + 1 / x, 0) / p.length; }",
        why: "It averages 1/p: an arithmetic mean where a geometric one belongs."
      },
      {
        code: "function perplexityOf(p) { return Math.exp(p.reduce((sum, x) => sum - Math.log2(x), 0) / p.length); }",
        why: "It counts bits and exponentiates as if they were nats."
      },
      {
        code: "function perplexityOf(p) { const seen = p.filter((x) => x > 0); return Math.exp(seen.reduce((sum, x) => sum - Math.log(x), 0) / seen.length); }",
        why: "It drops what the model called impossible, so excluding tokens would pay."
      }
    ],
    explanation:
      "Add surprisals in nats, divide by the number of tokens, exponentiate once at the end. Math.log(0) is -Infinity, so an impossible token makes the sum, and the perplexity, Infinity by itself."
  }
];
