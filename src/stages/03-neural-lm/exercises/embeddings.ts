import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on embeddings writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "embeddings-table-gradient",
    title: "The gradient of a table",
    prompt:
      "A batch looks up the rows ids[0], ids[1], … of a table with count rows, and upstream[k] is the gradient of the loss by the copy of the k-th lookup. Write tableGradient(count, ids, upstream): the gradient of the whole table, a list of count rows.",
    start: "function tableGradient(count, ids, upstream) {\n  return [];\n}",
    functionName: "tableGradient",
    cases: [
      {
        args: [3, [1], [[0.5, -1]]],
        expected: [
          [0, 0],
          [0.5, -1],
          [0, 0]
        ],
        hint: "Rows that are not looked up have the gradient zero, of the same width."
      },
      {
        args: [
          3,
          [2, 0],
          [
            [1, 2],
            [3, 4]
          ]
        ],
        expected: [
          [3, 4],
          [0, 0],
          [1, 2]
        ],
        hint: "upstream[k] belongs to the row ids[k]."
      },
      {
        args: [
          2,
          [1, 0, 1],
          [
            [1, 1],
            [5, 5],
            [2, -4]
          ]
        ],
        expected: [
          [5, 5],
          [3, -3]
        ],
        hint: "A row that is looked up twice has two paths to the loss: their gradients add."
      },
      {
        args: [2, [0, 0, 0, 0], [[1], [1], [1], [1]]],
        expected: [[4], [0]],
        hint: "Four lookups of one row."
      }
    ],
    solution: `function tableGradient(count, ids, upstream) {
  const width = upstream[0].length;
  const gradient = Array.from({length: count}, () => new Array(width).fill(0));
  ids.forEach((id, k) => upstream[k].forEach((x, j) => (gradient[id][j] += x)));
  return gradient;
}`,
    wrong: [
      {
        code: "function tableGradient(count, ids, upstream) { const g = Array.from({length: count}, () => new Array(upstream[0].length).fill(0)); ids.forEach((id, k) => (g[id] = upstream[k].slice())); return g; }",
        why: "It overwrites: of a row that is looked up twice only the last lookup counts."
      },
      {
        code: "function tableGradient(count, ids, upstream) { const row = new Array(upstream[0].length).fill(0); const g = new Array(count).fill(row); ids.forEach((id, k) => upstream[k].forEach((x, j) => (g[id][j] += x))); return g; }",
        why: "All rows are one and the same list."
      },
      {
        code: "function tableGradient(count, ids, upstream) { const g = Array.from({length: count}, () => new Array(upstream[0].length).fill(0)); ids.forEach((id, k) => upstream[k].forEach((x, j) => (g[k % count][j] += x))); return g; }",
        why: "It adds to the row of the lookup’s number instead of its id."
      }
    ],
    explanation:
      "A lookup is a product with a one-hot row, and its gradient is the transposed product: each upstream row goes to the row of its id. Where an id comes again, paths add. Libraries call it scatter-add."
  },
  {
    kind: "write",
    name: "embeddings-nearest",
    title: "Who is near?",
    prompt:
      "Write nearest(table, i, k): the places of the k rows whose vectors have the largest cosine with row i, the nearest first, without i itself. A row of zeros has the cosine 0 with every other. No two cosines are equal here, but for those with rows of zeros, of which there is one at most.",
    start: "function nearest(table, i, k) {\n  return [];\n}",
    functionName: "nearest",
    cases: [
      {
        args: [
          [
            [1, 0],
            [0, 1],
            [1, 1],
            [-1, 0.1]
          ],
          0,
          2
        ],
        expected: [2, 1],
        hint: "Cosines with row 0: 0, 0.71 and −0.995."
      },
      {
        args: [
          [
            [1, 0],
            [10, 1],
            [0.9, 0.3]
          ],
          0,
          1
        ],
        expected: [1],
        hint: "Row 1 is long and far away, but it points nearly the same way."
      },
      {
        args: [
          [
            [1, 0],
            [-1, 0.2],
            [0, 0]
          ],
          0,
          2
        ],
        expected: [2, 1],
        hint: "A row of zeros has the cosine 0, which is more than a negative one. Mind the division."
      },
      {
        args: [
          [
            [2, 1, 0],
            [0, 1, 2],
            [2, 1.1, 0.1],
            [4, 2.2, -1],
            [-2, -1, 0]
          ],
          2,
          3
        ],
        expected: [0, 3, 1],
        hint: "The row itself does not count, though its cosine is 1."
      }
    ],
    solution: `function nearest(table, i, k) {
  const inner = (a, b) => a.reduce((sum, x, j) => sum + x * b[j], 0);
  const cosine = (a, b) => {
    const lengths = Math.sqrt(inner(a, a) * inner(b, b));
    return lengths === 0 ? 0 : inner(a, b) / lengths;
  };
  return table
    .map((row, j) => ({j, c: cosine(table[i], row)}))
    .filter(({j}) => j !== i)
    .sort((a, b) => b.c - a.c)
    .slice(0, k)
    .map(({j}) => j);
}`,
    wrong: [
      {
        code: "function nearest(table, i, k) { const d = (a, b) => a.reduce((s, x, j) => s + (x - b[j]) ** 2, 0); return table.map((r, j) => ({j, c: d(table[i], r)})).filter(({j}) => j !== i).sort((a, b) => a.c - b.c).slice(0, k).map(({j}) => j); }",
        why: "It ranks by distance, which punishes long vectors."
      },
      {
        code: "function nearest(table, i, k) { const p = (a, b) => a.reduce((s, x, j) => s + x * b[j], 0); return table.map((r, j) => ({j, c: p(table[i], r) / Math.sqrt(p(r, r) * p(table[i], table[i])) || 0})).sort((a, b) => b.c - a.c).slice(0, k).map(({j}) => j); }",
        why: "The row itself is always the nearest."
      },
      {
        code: "function nearest(table, i, k) { const p = (a, b) => a.reduce((s, x, j) => s + x * b[j], 0); return table.map((r, j) => ({j, c: p(table[i], r)})).filter(({j}) => j !== i).sort((a, b) => b.c - a.c).slice(0, k).map(({j}) => j); }",
        why: "Inner products favor long vectors: divide by the lengths."
      },
      {
        code: "function nearest(table, i, k) { const p = (a, b) => a.reduce((s, x, j) => s + x * b[j], 0); return table.map((r, j) => ({j, c: Math.abs(p(table[i], r) / Math.sqrt(p(r, r) * p(table[i], table[i])) || 0)})).filter(({j}) => j !== i).sort((a, b) => b.c - a.c).slice(0, k).map(({j}) => j); }",
        why: "A cosine of −1 is the opposite, not the nearest."
      }
    ],
    explanation:
      "The cosine asks which way vectors point, and not how long they are. Leave out the row itself, and say what the cosine of nothing is before you divide by its length."
  }
];
