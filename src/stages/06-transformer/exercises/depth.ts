import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

const near = 1e-9;

/** What a reader writes about deep models. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "depth-alike",
    title: "How alike are the tokens?",
    prompt:
      "Write likeness(rows): the mean cosine between two different rows, over all pairs. The cosine of two vectors is their product, divided by the lengths of both. There are at least two rows, and none is zero.",
    start:
      "function likeness(rows) {\n  // rows: a list of vectors, each a list of as many numbers\n  // returns a number from -1 to 1\n  return 0;\n}",
    functionName: "likeness",
    cases: [
      {
        args: [
          [
            [1, 0],
            [0, 1]
          ]
        ],
        expected: 0,
        tolerance: near,
        hint: "At right angles the product is 0."
      },
      {
        args: [
          [
            [1, 2],
            [2, 4],
            [3, 6]
          ]
        ],
        expected: 1,
        tolerance: near,
        hint: "Vectors of one direction have the cosine 1, however long they are."
      },
      {
        args: [
          [
            [1, 0],
            [0, 2],
            [3, 0]
          ]
        ],
        expected: 1 / 3,
        tolerance: near,
        hint: "Three pairs: 0, 1 and 0. A row with itself is no pair."
      },
      {
        args: [
          [
            [1, 1],
            [-2, -2]
          ]
        ],
        expected: -1,
        tolerance: near,
        hint: "Opposite vectors have the cosine −1: take no absolute value."
      }
    ],
    solution: `function likeness(rows) {
  const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  let total = 0;
  let pairs = 0;
  for (let i = 0; i < rows.length; i++)
    for (let j = 0; j < i; j++) {
      total += dot(rows[i], rows[j]) / Math.sqrt(dot(rows[i], rows[i]) * dot(rows[j], rows[j]));
      pairs++;
    }
  return total / pairs;
}`,
    wrong: [
      {
        code: "function likeness(rows) { const dot = (a, b) => a.reduce((s, v, i) => s + v * b[i], 0); let total = 0; let n = 0; for (const a of rows) for (const b of rows) { total += dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)); n++; } return total / n; }",
        why: "It counts each row with itself too, which is always 1."
      },
      {
        code: "function likeness(rows) { const dot = (a, b) => a.reduce((s, v, i) => s + v * b[i], 0); let total = 0; let n = 0; rows.forEach((a, i) => rows.forEach((b, j) => { if (j < i) { total += dot(a, b); n++; } })); return total / n; }",
        why: "It forgets the lengths: long rows would count as more alike."
      },
      {
        code: "function likeness(rows) { const dot = (a, b) => a.reduce((s, v, i) => s + v * b[i], 0); let total = 0; let n = 0; rows.forEach((a, i) => rows.forEach((b, j) => { if (j < i) { total += Math.abs(dot(a, b)) / Math.sqrt(dot(a, a) * dot(b, b)); n++; } })); return total / n; }",
        why: "Opposite is not alike: it takes absolute values."
      }
    ],
    explanation:
      "Random vectors of many numbers have a likeness near 0. If it comes near 1 in a model, all places say the same, and no layer above can tell them apart. It is a cheap thing to look at, and in a model that does not learn it is one of the first."
  }
];
