import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** What a reader writes about masks. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "masking-weights",
    title: "Weights under a mask",
    prompt:
      "Write weights(scores, allowed): softmax of the scores that are allowed, and exactly 0 where they are not. Hidden scores may be NaN or infinite, and must not matter. If nothing is allowed, all weights are 0.",
    start:
      "function weights(scores, allowed) {\n  // scores: numbers; allowed: as many truth values\n  return scores.map(() => 0);\n}",
    functionName: "weights",
    cases: [
      {
        args: [
          [0, 0, 0],
          [true, true, false]
        ],
        expected: [0.5, 0.5, 0],
        tolerance: 1e-9,
        hint: "Two of three share everything."
      },
      {
        args: [
          [Math.log(3), 0, 50],
          [true, true, false]
        ],
        expected: [0.75, 0.25, 0],
        tolerance: 1e-9,
        hint: "The hidden score is the largest, and must not be the one that is subtracted."
      },
      {
        args: [
          [1, NaN, 1],
          [true, false, true]
        ],
        expected: [0.5, 0, 0.5],
        tolerance: 1e-9,
        hint: "0 · NaN is NaN: what is hidden must be left out, not multiplied by 0."
      },
      {
        args: [
          [1, 2],
          [false, false]
        ],
        expected: [0, 0],
        hint: "Nothing to share out."
      },
      {
        args: [
          [1000, 999],
          [true, true]
        ],
        expected: [1 / (1 + Math.exp(-1)), 1 / (1 + Math.exp(1))],
        tolerance: 1e-9,
        hint: "Subtract the largest allowed score first."
      }
    ],
    solution: `function weights(scores, allowed) {
  const seen = scores.filter((_, i) => allowed[i]);
  if (seen.length === 0) return scores.map(() => 0);
  const largest = Math.max(...seen);
  const raised = scores.map((score, i) => (allowed[i] ? Math.exp(score - largest) : 0));
  const total = raised.reduce((sum, x) => sum + x, 0);
  return raised.map((x) => x / total);
}`,
    wrong: [
      {
        code: "function weights(scores, allowed) { const r = scores.map((s, i) => Math.exp(s) * (allowed[i] ? 1 : 0)); const t = r.reduce((a, x) => a + x, 0); return r.map((x) => x / t); }",
        why: "It multiplies by 0 what is hidden: NaN times 0 is NaN, and so is infinity times 0."
      },
      {
        code: "function weights(scores, allowed) { const m = Math.max(...scores); const r = scores.map((s, i) => (allowed[i] ? Math.exp(s - m) : 0)); const t = r.reduce((a, x) => a + x, 0); return r.map((x) => x / t); }",
        why: "It subtracts the largest of all scores, hidden ones too: NaN spreads to every weight."
      },
      {
        code: "function weights(scores, allowed) { const m = Math.max(...scores.filter((_, i) => allowed[i])); const r = scores.map((s) => Math.exp(s - m)); const t = r.reduce((a, x) => a + x, 0); return r.map((x, i) => (allowed[i] ? x / t : 0)); }",
        why: "It hides after softmax, so that what is left does not sum to 1."
      }
    ],
    explanation:
      "Most programs set hidden scores to a large negative number. That works until a score is NaN, or until every score of a row is hidden, and then all of them become equal. The kernel of this library leaves hidden keys out of its sums, and a test puts NaN and infinity behind the mask to see that nothing comes through."
  }
];
