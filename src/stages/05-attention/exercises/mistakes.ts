import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** What a reader writes about faults of attention. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "programs-check",
    title: "A test without an answer key",
    prompt:
      "Write faultOf(pattern) for weights under a causal mask, one row for each letter. Give “future” if any weight above the diagonal is not exactly 0, else “sum” if a row’s sum is off from 1 by more than 0.00001, else “negative” if a weight is below 0, else “none”. A NaN anywhere is a fault too: of the future above the diagonal, of the sum elsewhere.",
    start: 'function faultOf(pattern) {\n  // pattern[i][j]: how much letter i looks at letter j\n  return "none";\n}',
    functionName: "faultOf",
    cases: [
      {
        args: [
          [
            [1, 0],
            [0.5, 0.5]
          ]
        ],
        expected: "none",
        hint: "Nothing is wrong here."
      },
      {
        args: [
          [
            [0.9, 0.1],
            [0.5, 0.5]
          ]
        ],
        expected: "future",
        hint: "The first letter looks at the second."
      },
      {
        args: [
          [
            [1, 0, 0],
            [0.5, 0.5, 0],
            [0.7, 0.2, 0.067]
          ]
        ],
        expected: "sum",
        hint: "The last row sums to 0.967."
      },
      {
        args: [
          [
            [1, 0, 0],
            [0.5, 0.5, 0],
            [0.7, 0.2, 0.1]
          ]
        ],
        expected: "none",
        hint: "0.7 + 0.2 + 0.1 is 1 but for a rounding."
      },
      {
        args: [
          [
            [1, 0],
            [1.5, -0.5]
          ]
        ],
        expected: "negative",
        hint: "The row sums to 1."
      },
      {
        args: [
          [
            [1, 0],
            [NaN, 0.5]
          ]
        ],
        expected: "sum",
        hint: "NaN > 0.00001 is false: ask whether the sum is near 1, and not whether it is far."
      },
      {
        args: [
          [
            [1, NaN],
            [0.5, 0.5]
          ]
        ],
        expected: "future",
        hint: "A NaN is not exactly 0."
      },
      {
        args: [
          [
            [1, 1e-12],
            [0.5, 0.5]
          ]
        ],
        expected: "future",
        hint: "The promise is exactly 0: a little of the future is the future."
      }
    ],
    solution: `function faultOf(pattern) {
  const sumOf = (row) => row.reduce((total, weight) => total + weight, 0);
  if (pattern.some((row, i) => row.some((weight, j) => j > i && weight !== 0))) return "future";
  if (pattern.some((row) => !(Math.abs(sumOf(row) - 1) <= 0.00001))) return "sum";
  return pattern.some((row) => row.some((weight) => weight < 0)) ? "negative" : "none";
}`,
    wrong: [
      {
        code: 'function faultOf(pattern) { const s = (r) => r.reduce((a, b) => a + b, 0); if (pattern.some((r, i) => r.some((w, j) => j > i && w !== 0))) return "future"; if (pattern.some((r) => Math.abs(s(r) - 1) > 1e-5)) return "sum"; return pattern.some((r) => r.some((w) => w < 0)) ? "negative" : "none"; }',
        why: "A comparison with NaN is always false, so a row with NaN passes."
      },
      {
        code: 'function faultOf(pattern) { const s = (r) => r.reduce((a, b) => a + b, 0); if (pattern.some((r, i) => r.some((w, j) => j > i && w > 1e-9))) return "future"; if (pattern.some((r) => !(Math.abs(s(r) - 1) <= 1e-5))) return "sum"; return pattern.some((r) => r.some((w) => w < 0)) ? "negative" : "none"; }',
        why: "It forgives a little of the future, and NaN there as well."
      },
      {
        code: 'function faultOf(pattern) { const s = (r) => r.reduce((a, b) => a + b, 0); if (pattern.some((r, i) => r.some((w, j) => j > i && w !== 0))) return "future"; if (pattern.some((r) => s(r) !== 1)) return "sum"; return pattern.some((r) => r.some((w) => w < 0)) ? "negative" : "none"; }',
        why: "Sums of floats are off by a rounding: the fault must allow for it."
      }
    ],
    explanation:
      "The future is tested exactly and the sum is not, because one is a promise about what is looked at, and the other about arithmetic. And a test is written so that what cannot be compared fails it."
  }
];
