import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on cross-entropy writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "cross-entropy-loss",
    title: "A loss that survives",
    prompt:
      "Write loss(logits, target): the cross-entropy in nats of the token with the number target, −ln softmax(logits)[target]. It has to be right for logits of any size that a float holds.",
    start: "function loss(logits, target) {\n  return 0;\n}",
    functionName: "loss",
    cases: [
      {args: [[0, 0, 0, 0], 2], expected: 1.3862943611198906, hint: "Four equal logits: ln 4."},
      {args: [[0, 1, -1, 0, 1], 4], expected: 1.0546931994793196, hint: "The tiny example."},
      {args: [[1000, 0], 1], expected: 1000, hint: "e¹⁰⁰⁰ is infinite. Subtract the largest logit from all first."},
      {args: [[1000, 0], 0], expected: 0, hint: "ln(1 + e⁻¹⁰⁰⁰) is 0 to a float."},
      {
        args: [[-1000, -1001], 0],
        expected: 0.31326168751822286,
        hint: "All powers of e are 0, if nothing is subtracted. The loss is ln(1 + e⁻¹)."
      },
      {
        args: [[3, 3 + 800, 3], 0],
        expected: 800,
        hint: "Do not take the logarithm of a probability that is rounded to 0."
      }
    ],
    solution: `function loss(logits, target) {
  const top = Math.max(...logits);
  const total = logits.reduce((sum, z) => sum + Math.exp(z - top), 0);
  return top + Math.log(total) - logits[target];
}`,
    wrong: [
      {
        code: "function loss(logits, target) { const total = logits.reduce((s, z) => s + Math.exp(z), 0); return Math.log(total) - logits[target]; }",
        why: "Without subtracting, e¹⁰⁰⁰ is infinite, and e⁻¹⁰⁰⁰ is 0."
      },
      {
        code: "function loss(logits, target) { const top = Math.max(...logits); const e = logits.map((z) => Math.exp(z - top)); return -Math.log(e[target] / e.reduce((a, b) => a + b, 0)); }",
        why: "It goes through the probability, which may be rounded to 0."
      },
      {
        code: "function loss(logits, target) { const top = Math.max(...logits); const total = logits.reduce((s, z) => s + Math.exp(z - top), 0); return Math.log(total) - logits[target]; }",
        why: "What was subtracted inside has to be added outside, or taken from the target’s logit too."
      },
      {
        code: "function loss(logits, target) { const top = Math.max(...logits); const total = logits.reduce((s, z) => s + Math.exp(z - top), 0); return (top + Math.log(total) - logits[target]) / Math.LN2; }",
        why: "That is in bits."
      }
    ],
    explanation:
      "ln Σ eᶻ = m + ln Σ eᶻ⁻ᵐ for any m. With the largest logit for m, no power exceeds 1, and one of them is 1, so the logarithm is of a number between 1 and V. The probability itself is never formed."
  },
  {
    kind: "write",
    name: "cross-entropy-gradient",
    title: "The gradient, smoothed",
    prompt:
      "Write gradient(logits, target, s): the gradient by the logits of the cross-entropy with label smoothing s, where the target’s distribution is 1 − s at the target, and s shared equally among all tokens. With s = 0 it is p − y.",
    start: "function gradient(logits, target, s) {\n  return logits.map(() => 0);\n}",
    functionName: "gradient",
    cases: [
      {args: [[0, 0], 0, 0], expected: [-0.5, 0.5], hint: "p is (½, ½) and y is (1, 0)."},
      {
        args: [[0, 1, -1, 0, 1], 4, 0],
        expected: [
          0.1281321405552681, 0.3482992693129455, 0.04713718026357272, 0.1281321405552681, -0.6517007306870545
        ],
        hint: "The tiny example."
      },
      {
        args: [[0, 0, 0, 0], 1, 0.2],
        expected: [0.2, -0.6, 0.2, 0.2],
        hint: "Every token gets s/4 = 0.05, the target 0.8 more."
      },
      {
        args: [[1000, 0, 0], 0, 0.3],
        expected: [0.2, -0.1, -0.1],
        hint: "A logit of 1000 is too sure for smoothed targets: its gradient is positive. Mind e¹⁰⁰⁰."
      }
    ],
    solution: `function gradient(logits, target, s) {
  const top = Math.max(...logits);
  const powers = logits.map((z) => Math.exp(z - top));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((e, j) => e / total - s / logits.length - (j === target ? 1 - s : 0));
}`,
    wrong: [
      {
        code: "function gradient(logits, target, s) { const t = Math.max(...logits); const e = logits.map((z) => Math.exp(z - t)); const n = e.reduce((a, b) => a + b, 0); return e.map((x, j) => (j === target ? 1 : 0) - x / n); }",
        why: "The sign is turned round, and nothing is smoothed."
      },
      {
        code: "function gradient(logits, target, s) { const t = Math.max(...logits); const e = logits.map((z) => Math.exp(z - t)); const n = e.reduce((a, b) => a + b, 0); return e.map((x, j) => x / n - (j === target ? 1 - s : s / (logits.length - 1))); }",
        why: "It shares s among the other tokens alone. The target has its part of it, too."
      },
      {
        code: "function gradient(logits, target, s) { const e = logits.map((z) => Math.exp(z)); const n = e.reduce((a, b) => a + b, 0); return e.map((x, j) => x / n - s / logits.length - (j === target ? 1 - s : 0)); }",
        why: "e¹⁰⁰⁰ is infinite, and ∞/∞ is no number."
      }
    ],
    explanation:
      "Cross-entropy against any fixed distribution y′ has the gradient p − y′, as long as y′ sums to 1. Smoothing only changes y′."
  }
];
