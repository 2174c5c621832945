import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on sampling writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "sampling-top-k",
    title: "Keep the k likeliest",
    prompt:
      "Write topK(p, k): keep the k largest of the probabilities p, set the others to zero, and let what is left sum to one.",
    start:
      "function topK(p, k) {\n  // p: an array of probabilities that sum to one\n  // k: how many of them to keep\n  return p;\n}",
    functionName: "topK",
    cases: [
      {
        args: [[0.1, 0.6, 0.3], 2],
        expected: [0, 2 / 3, 1 / 3],
        hint: "The least likely of three goes, and the other two share its tenth in proportion."
      },
      {args: [[0.25, 0.4, 0.35], 1], expected: [0, 1, 0], hint: "With k = 1 only the likeliest is left."},
      {args: [[0.2, 0.5, 0.3], 3], expected: [0.2, 0.5, 0.3], hint: "Keeping all of them changes nothing."},
      {
        args: [[0.05, 0.15, 0.5, 0.3], 2],
        expected: [0, 0, 0.625, 0.375],
        hint: "The places stay where they were: p[i] is the probability of token i."
      },
      {
        args: [[0.02, 0.1, 0.08, 0.8], 2],
        expected: [0, 1 / 9, 0, 8 / 9],
        hint: "Numbers are compared as numbers: sort() without a function compares them as words."
      }
    ],
    solution: `function topK(p, k) {
  const order = p.map((_, i) => i).sort((i, j) => p[j] - p[i]);
  const kept = new Set(order.slice(0, k));
  const total = order.slice(0, k).reduce((sum, i) => sum + p[i], 0);
  return p.map((x, i) => (kept.has(i) ? x / total : 0));
}`,
    wrong: [
      {
        code: "function topK(p, k) { const cut = [...p].sort((a, b) => b - a)[k - 1]; return p.map((x) => (x >= cut ? x : 0)); }",
        why: "It forgets to divide by what is left, so the rest does not sum to one."
      },
      {
        code: "function topK(p, k) { const q = [...p].sort((a, b) => b - a).slice(0, k); const s = q.reduce((a, b) => a + b, 0); return q.map((x) => x / s); }",
        why: "It returns k numbers in order of size: which token each belongs to is lost."
      },
      {
        code: "function topK(p, k) { p.sort((a, b) => b - a); const s = p.slice(0, k).reduce((a, b) => a + b, 0); return p.map((x, i) => (i < k ? x / s : 0)); }",
        why: "It sorts its argument, so the places of the tokens change, for the caller too."
      },
      {
        code: "function topK(p, k) { const kept = p.map((x, i) => (i < k ? x : 0)); const s = kept.reduce((a, b) => a + b, 0); return kept.map((x) => x / s); }",
        why: "It keeps the first k, not the likeliest k."
      }
    ],
    explanation:
      "Sort the places, not the probabilities: then it is known which tokens stay. Their probabilities are divided by their sum, which is what is left of the whole, so their odds among each other are unchanged."
  },
  {
    kind: "write",
    name: "sampling-temperature",
    title: "Heat that never underflows",
    prompt:
      "Write heat(logits, T) for T > 0: the probabilities at temperature T. It must also be right for a T so small that e^(z/T) is zero for every token.",
    start:
      "function heat(logits, T) {\n  // logits: an array of numbers\n  // returns probabilities that sum to one\n  const e = logits.map((z) => Math.exp(z / T));\n  const total = e.reduce((a, b) => a + b, 0);\n  return e.map((x) => x / total);\n}",
    functionName: "heat",
    cases: [
      {
        args: [[0, 0, 0, 0], 3],
        expected: [0.25, 0.25, 0.25, 0.25],
        hint: "Equal logits stay equal at every temperature."
      },
      {
        args: [[Math.log(0.8), Math.log(0.2)], 0.5],
        expected: [16 / 17, 1 / 17],
        hint: "Odds of 4 become 4 to the power 1/T = 2, which is 16."
      },
      {
        args: [[-2, -3, -4], 0.002],
        expected: [1, 0, 0],
        tolerance: 1e-9,
        hint: "e^(-1000) is zero in a float, and 0 / 0 is not a number."
      },
      {
        args: [[3, 2], 0.002],
        expected: [1, 0],
        tolerance: 1e-9,
        hint: "e^1500 is Infinity in a float. The largest exponent should be 0."
      },
      {
        args: [[-1, -1, -5], 0.001],
        expected: [0.5, 0.5, 0],
        hint: "Two tokens that tie for the first place share it."
      }
    ],
    solution: `function heat(logits, T) {
  const top = Math.max(...logits);
  const e = logits.map((z) => Math.exp((z - top) / T));
  const total = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / total);
}`,
    wrong: [
      {
        code: "function heat(logits, T) { const e = logits.map((z) => Math.exp(z / T)); const s = e.reduce((a, b) => a + b, 0); return e.map((x) => x / s); }",
        why: "It is the formula as it stands: it underflows at small T."
      },
      {
        code: "function heat(logits, T) { const top = Math.max(...logits); const e = logits.map((z) => Math.exp((z - top) * T)); const s = e.reduce((a, b) => a + b, 0); return e.map((x) => x / s); }",
        why: "It multiplies by T, so cold is hot."
      },
      {
        code: "function heat(logits, T) { const top = Math.max(...logits); const e = logits.map((z) => Math.exp(z / T - top)); const s = e.reduce((a, b) => a + b, 0); return e.map((x) => x / s); }",
        why: "It shifts after dividing, by the wrong amount: the exponents are as large as before."
      },
      {
        code: "function heat(logits, T) { const top = Math.max(...logits); const first = logits.indexOf(top); if (T < 0.01) return logits.map((_, i) => (i === first ? 1 : 0)); const e = logits.map((z) => Math.exp((z - top) / T)); const s = e.reduce((a, b) => a + b, 0); return e.map((x) => x / s); }",
        why: "It gives the first of equals everything; the limit shares it among them."
      }
    ],
    explanation:
      "Subtracting the largest logit multiplies above and below by the same number, so the quotient stays. After it the largest exponent is 0, so one term of the sum is 1: it cannot be zero, and nothing can be infinite."
  },
  {
    kind: "write",
    name: "sampling-top-p",
    title: "The nucleus",
    prompt:
      "Write nucleus(probs, p): keep the fewest likeliest tokens whose probabilities sum to at least p, set all others to 0, and divide by the sum of what is left. Of equally likely ones keep those that come first. (In exact arithmetic 0.3 + 0.5 reaches 0.8; with floats allow for a rounding of 1e-12.)",
    start: "function nucleus(probs, p) {\n  return probs.map((x) => (x >= p ? x : 0));\n}",
    functionName: "nucleus",
    cases: [
      {
        args: [[0.1, 0.6, 0.3], 0.8],
        expected: [0, 2 / 3, 1 / 3],
        hint: "0.6 alone is not 0.8; 0.6 and 0.3 are. Then divide by 0.9."
      },
      {
        args: [[0.3, 0.1, 0.1, 0.5], 0.8],
        expected: [0.375, 0, 0, 0.625],
        hint: "0.5 and 0.3 reach 0.8, though their sum as floats may fall short of it."
      },
      {
        args: [[0.25, 0.25, 0.25, 0.25], 0.5],
        expected: [0.5, 0.5, 0, 0],
        hint: "Two of four equal ones are enough, and the first two are kept."
      },
      {
        args: [[0.9, 0.1], 0.5],
        expected: [1, 0],
        hint: "The token that takes the sum across p is kept, and here it is the first."
      },
      {args: [[0.2, 0.8], 1], expected: [0.2, 0.8], hint: "With p = 1 all that is possible stays."}
    ],
    solution: `function nucleus(probs, p) {
  const order = probs.map((_, i) => i).sort((a, b) => probs[b] - probs[a] || a - b);
  const kept = new Set();
  let sum = 0;
  for (const i of order) {
    if (sum >= p - 1e-12) break;
    kept.add(i);
    sum += probs[i];
  }
  return probs.map((x, i) => (kept.has(i) ? x / sum : 0));
}`,
    wrong: [
      {
        code: "function nucleus(probs, p) { const o = probs.map((_, i) => i).sort((a, b) => probs[b] - probs[a] || a - b); const k = new Set(); let s = 0; for (const i of o) { if (s + probs[i] > p + 1e-12) break; k.add(i); s += probs[i]; } return probs.map((x, i) => (k.has(i) ? x / s : 0)); }",
        why: "It leaves out the token that takes the sum across p, and where the first is above p nothing is left."
      },
      {
        code: "function nucleus(probs, p) { const o = probs.map((_, i) => i).sort((a, b) => probs[b] - probs[a] || a - b); const k = new Set(); let s = 0; for (const i of o) { if (s >= p - 1e-12) break; k.add(i); s += probs[i]; } return probs.map((x, i) => (k.has(i) ? x : 0)); }",
        why: "What is left does not sum to one."
      },
      {
        code: "function nucleus(probs, p) { const k = new Set(); let s = 0; for (let i = 0; i < probs.length; i++) { if (s >= p - 1e-12) break; k.add(i); s += probs[i]; } return probs.map((x, i) => (k.has(i) ? x / s : 0)); }",
        why: "It takes tokens in their order in the vocabulary, not by how likely they are."
      }
    ],
    explanation:
      "Sort, add until p is reached, and share again. How many are kept follows the shape of the distribution: one where the model is sure, many where it is not."
  }
];
