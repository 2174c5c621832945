import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on information writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "information-kl",
    title: "What believing q costs",
    prompt:
      "Write kl(p, q): the Kullback–Leibler divergence KL(p‖q) in bits. Both are arrays of probabilities of equal length; q is above zero wherever p is, and p may have zeros.",
    start:
      "function kl(p, q) {\n  // p: what is true, q: what is believed\n  // returns a number of bits, at least 0\n  return 0;\n}",
    functionName: "kl",
    cases: [
      {
        args: [
          [0.5, 0.5],
          [0.5, 0.5]
        ],
        expected: 0,
        hint: "Believing the truth costs nothing."
      },
      {
        args: [
          [1, 0],
          [0.5, 0.5]
        ],
        expected: 1,
        hint: "0 times log 0 is NaN in JavaScript; an outcome that never comes adds nothing."
      },
      {
        args: [
          [0.5, 0.5],
          [0.75, 0.25]
        ],
        expected: 0.5 * Math.log2(0.5 / 0.75) + 0.5 * Math.log2(0.5 / 0.25),
        hint: "The weights are those of p, and p stands above q in the quotient."
      },
      {
        args: [
          [0.75, 0.25],
          [0.5, 0.5]
        ],
        expected: 0.75 * Math.log2(1.5) + 0.25 * Math.log2(0.5),
        hint: "The divergence is not symmetric: p and q have different jobs."
      },
      {
        args: [
          [0.25, 0.25, 0.25, 0.25],
          [0.5, 0.25, 0.125, 0.125]
        ],
        expected: 0.25,
        hint: "Some terms are negative. Add them as they are."
      }
    ],
    solution: `function kl(p, q) {
  return p.reduce((sum, x, i) => (x === 0 ? sum : sum + x * Math.log2(x / q[i])), 0);
}`,
    wrong: [
      {
        code: "function kl(p, q) { return p.reduce((sum, x, i) => sum + x * Math.log2(x / q[i]), 0); }",
        why: "It computes 0 · log 0, which is NaN."
      },
      {
        code: "function kl(p, q) { return q.reduce((sum, x, i) => (p[i] === 0 ? sum : sum + x * Math.log2(x / p[i])), 0); }",
        why: "It is KL(q‖p): truth and belief are swapped."
      },
      {
        code: "function kl(p, q) { return p.reduce((sum, x, i) => (x === 0 ? sum : sum + x * Math.log(x / q[i])), 0); }",
        why: "Its logarithm is natural, so it answers in nats."
      },
      {
        code: "function kl(p, q) { return p.reduce((sum, x, i) => (x === 0 ? sum : sum + Math.abs(x * Math.log2(x / q[i]))), 0); }",
        why: "It takes the terms' sizes; only their sum is never negative."
      }
    ],
    explanation:
      "It is an expectation under p of the extra surprisal, log(1/q) − log(1/p) = log(p/q). Outcomes that p excludes are never met, so they add nothing, whatever q says of them."
  },
  {
    kind: "write",
    name: "information-arithmetic",
    title: "A text as an interval",
    prompt:
      "Write interval(text, probs): the interval [low, high) that arithmetic coding gives a text under a model without context. probs[i] is the probability of symbol i, and text is a list of symbols. Begin with [0, 1). Each symbol cuts the interval so far in proportion to the probabilities, in the order of the symbols, and keeps its own piece. Return [low, high].",
    start: "function interval(text, probs) {\n  return [0, 1];\n}",
    functionName: "interval",
    cases: [
      {args: [[0], [0.5, 0.25, 0.25]], expected: [0, 0.5], hint: "The first symbol has the first half."},
      {
        args: [[2], [0.5, 0.25, 0.25]],
        expected: [0.75, 1],
        hint: "Pieces are laid end to end: symbol 2 begins where 0 and 1 have ended."
      },
      {
        args: [
          [0, 1],
          [0.5, 0.25, 0.25]
        ],
        expected: [0.25, 0.375],
        hint: "The second symbol cuts [0, 0.5), not [0, 1)."
      },
      {
        args: [
          [1, 2, 0],
          [0.5, 0.25, 0.25]
        ],
        expected: [0.6875, 0.71875],
        hint: "The length is the product of the probabilities, 1/32."
      },
      {args: [[], [0.5, 0.5]], expected: [0, 1], hint: "No symbol, no cut."}
    ],
    solution: `function interval(text, probs) {
  let [low, length] = [0, 1];
  for (const symbol of text) {
    const before = probs.slice(0, symbol).reduce((a, b) => a + b, 0);
    low += length * before;
    length *= probs[symbol];
  }
  return [low, low + length];
}`,
    wrong: [
      {
        code: "function interval(text, probs) { let [low, length] = [0, 1]; for (const s of text) { low += probs.slice(0, s).reduce((a, b) => a + b, 0); length *= probs[s]; } return [low, low + length]; }",
        why: "It moves by pieces of the whole line: they must shrink with the interval."
      },
      {
        code: "function interval(text, probs) { let [low, length] = [0, 1]; for (const s of text) { length *= probs[s]; low += length * probs.slice(0, s).reduce((a, b) => a + b, 0); } return [low, low + length]; }",
        why: "It shrinks the interval before it moves: the move has to be measured in the interval so far."
      },
      {
        code: "function interval(text, probs) { let [low, length] = [0, 1]; for (const s of text) { low += length * probs.slice(0, s + 1).reduce((a, b) => a + b, 0); length *= probs[s]; } return [low, low + length]; }",
        why: "It begins at the end of the symbol’s piece."
      }
    ],
    explanation:
      "The length is the probability of the text, so a number that lies in it needs about as many bits as the text’s surprisal. A decoder finds on whose piece the number lies, and then does the same within that piece."
  }
];
