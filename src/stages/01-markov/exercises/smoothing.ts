import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on smoothing writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
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
  },
  {
    kind: "write",
    name: "smoothing-continuations",
    title: "In how many places?",
    prompt:
      "Write continuation(pairs): pairs is a list of [before, after, count], each pair of words at most once. Return an object from each word that came after something to Kneser–Ney’s lowest order for it: in how many different places it came, divided by the sum of that over all words.",
    start:
      "function continuation(pairs) {\n  const total = {};\n  for (const [, after, count] of pairs) total[after] = (total[after] ?? 0) + count;\n  return total;\n}",
    functionName: "continuation",
    cases: [
      {
        args: [
          [
            ["Moby", "Dick", 60],
            ["is", "enough", 2],
            ["was", "enough", 1],
            ["not", "enough", 1]
          ]
        ],
        expected: {Dick: 0.25, enough: 0.75},
        hint: "Sixty times after one word is one place."
      },
      {
        args: [
          [
            ["a", "b", 1],
            ["b", "a", 7],
            ["c", "a", 2],
            ["c", "b", 1],
            ["a", "c", 5]
          ]
        ],
        expected: {a: 0.4, b: 0.4, c: 0.2},
        hint: "Five different pairs: a and b each end two of them."
      },
      {args: [[["x", "x", 9]]], expected: {x: 1}, hint: "One pair, one place, all of the probability."}
    ],
    solution: `function continuation(pairs) {
  const places = {};
  for (const [, after] of pairs) places[after] = (places[after] ?? 0) + 1;
  return Object.fromEntries(Object.entries(places).map(([word, n]) => [word, n / pairs.length]));
}`,
    wrong: [
      {
        code: "function continuation(pairs) { const t = {}; let all = 0; for (const [, a, c] of pairs) { t[a] = (t[a] ?? 0) + c; all += c; } return Object.fromEntries(Object.entries(t).map(([w, n]) => [w, n / all])); }",
        why: "It counts occurrences: relative frequencies, the fault that Kneser and Ney mended."
      },
      {
        code: "function continuation(pairs) { const p = {}; for (const [b] of pairs) p[b] = (p[b] ?? 0) + 1; return Object.fromEntries(Object.entries(p).map(([w, n]) => [w, n / pairs.length])); }",
        why: "It counts what followed each word, not what each word followed."
      },
      {
        code: "function continuation(pairs) { const p = {}; for (const [, a] of pairs) p[a] = (p[a] ?? 0) + 1; const words = Object.keys(p).length; return Object.fromEntries(Object.entries(p).map(([w, n]) => [w, n / words])); }",
        why: "It divides by the number of words; the places of all words together are the pairs."
      }
    ],
    explanation:
      "Each pair that was seen is one place for its second word, whatever its count. There are as many places as pairs, so they are what the shares are of."
  },
  {
    kind: "write",
    name: "smoothing-good-turing",
    title: "What a count is worth",
    prompt:
      "Write turing(counts, r): what a count of r is worth by Good and Turing, r* = (r + 1) · n(r+1) / n(r), where n(r) is how many of the counts are r. For r = 0 return the probability of all unseen things together, n(1) / N. If n(r) or n(r+1) is 0 and r > 0, the estimate says nothing: return r itself.",
    start: "function turing(counts, r) {\n  return r;\n}",
    functionName: "turing",
    cases: [
      {args: [[1, 1, 1, 1, 2, 2, 3], 1], expected: 1, hint: "2 · n(2) / n(1) = 2 · 2 / 4."},
      {args: [[1, 1, 1, 1, 2, 2, 3], 2], expected: 1.5, hint: "3 · n(3) / n(2) = 3 · 1 / 2."},
      {args: [[1, 1, 1, 1, 2, 2, 3], 0], expected: 4 / 11, hint: "Four of the eleven tokens occurred once."},
      {
        args: [[1, 1, 1, 1, 2, 2, 3], 3],
        expected: 3,
        hint: "Nothing occurred four times, so nothing is known: 3 stays 3."
      },
      {args: [[5, 5, 6], 1], expected: 1, hint: "No count is 1: do not divide by zero."}
    ],
    solution: `function turing(counts, r) {
  const n = (times) => counts.filter((count) => count === times).length;
  if (r === 0) return n(1) / counts.reduce((a, b) => a + b, 0);
  if (n(r) === 0 || n(r + 1) === 0) return r;
  return ((r + 1) * n(r + 1)) / n(r);
}`,
    wrong: [
      {
        code: "function turing(counts, r) { const n = (t) => counts.filter((c) => c === t).length; if (r === 0) return n(1) / counts.length; if (n(r) === 0 || n(r + 1) === 0) return r; return ((r + 1) * n(r + 1)) / n(r); }",
        why: "It divides the singletons by the number of types; the mass is a share of tokens."
      },
      {
        code: "function turing(counts, r) { const n = (t) => counts.filter((c) => c === t).length; if (r === 0) return n(1) / counts.reduce((a, b) => a + b, 0); if (n(r) === 0 || n(r + 1) === 0) return r; return (r * n(r + 1)) / n(r); }",
        why: "The factor is r + 1: each n-gram with count r + 1 is left out r + 1 times."
      },
      {
        code: "function turing(counts, r) { const n = (t) => counts.filter((c) => c === t).length; if (r === 0) return n(1) / counts.reduce((a, b) => a + b, 0); return ((r + 1) * n(r + 1)) / n(r); }",
        why: "Where counts of counts run out it answers 0, or divides by 0."
      }
    ],
    explanation:
      "Leave each token out in turn. What is then seen r times was seen r + 1 times in all, so (r + 1) n(r+1) places belong to the n(r) n-grams that have count r."
  }
];
