import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** What a reader writes about heads. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "multi-head-split",
    title: "Cut into heads",
    prompt:
      "Write cut(rows, heads): rows of numbers cut into as many equal stripes as there are heads. The result is a list of heads; each is a list of rows, with the part of each row that belongs to the head.",
    start: "function cut(rows, heads) {\n  // rows: lists of numbers, whose length heads divides\n  return [rows];\n}",
    functionName: "cut",
    cases: [
      {args: [[[1, 2, 3, 4]], 2], expected: [[[1, 2]], [[3, 4]]], hint: "Head 0 has the first half of each row."},
      {
        args: [
          [
            [1, 2],
            [3, 4],
            [5, 6]
          ],
          2
        ],
        expected: [
          [[1], [3], [5]],
          [[2], [4], [6]]
        ],
        hint: "Each head has a row for each token."
      },
      {args: [[[1, 2, 3]], 1], expected: [[[1, 2, 3]]], hint: "One head has everything."},
      {
        args: [
          [
            [1, 2, 3, 4, 5, 6],
            [6, 5, 4, 3, 2, 1]
          ],
          3
        ],
        expected: [
          [
            [1, 2],
            [6, 5]
          ],
          [
            [3, 4],
            [4, 3]
          ],
          [
            [5, 6],
            [2, 1]
          ]
        ],
        hint: "Three heads of two numbers."
      }
    ],
    solution: `function cut(rows, heads) {
  const width = rows[0].length / heads;
  return Array.from({length: heads}, (_, h) => rows.map((row) => row.slice(h * width, (h + 1) * width)));
}`,
    wrong: [
      {
        code: "function cut(rows, heads) { return Array.from({length: heads}, (_, h) => rows.map((row) => row.filter((_, i) => i % heads === h))); }",
        why: "It deals the numbers out one by one. A head has neighboring columns."
      },
      {
        code: "function cut(rows, heads) { const w = rows[0].length / heads; return rows.map((row) => Array.from({length: heads}, (_, h) => row.slice(h * w, (h + 1) * w))); }",
        why: "It has a list of heads for each token, and not a list of tokens for each head."
      },
      {
        code: "function cut(rows, heads) { const n = Math.ceil(rows.length / heads); return Array.from({length: heads}, (_, h) => rows.slice(h * n, (h + 1) * n)); }",
        why: "It gives each head some of the tokens. Every head sees all tokens, and a part of each."
      }
    ],
    explanation:
      "Nothing is computed here: a head is a way to read the same numbers. The kernel of this library is told where heads begin and how far rows are apart, and copies nothing."
  }
];
