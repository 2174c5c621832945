import type {WriteExercise} from "../../../components/exercise/writeExercise.js";
import {numberAt} from "../model/orderByRounds.js";

const ROUNDS = [
  [1, 2],
  [0, 1, 1]
];
const LONGER = [
  [3, 1, 0],
  [2, 0, 1, 1],
  [1, 3, 2],
  [1, 2, 2, 0]
];
const orderOf = (n: number, wide: number, rounds: readonly (readonly number[])[]): readonly number[] =>
  Array.from({length: n}, (_, place) => numberAt(place, n, wide, rounds));

/** Functions that the reader of the section on implementation writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "neural-implementation-order",
    title: "An order without a list",
    prompt:
      "Write order(n, wide, rounds): what stands at the places 0 … n − 1. A number is a place in a rectangle: its column a is the number % wide, its row b the rest, and there are ⌈n / wide⌉ rows. In round 0, 2, … the column moves by rounds[r][b], in round 1, 3, … the row by rounds[r][a], each around its end. Who lands outside of the n goes through all rounds again, until it is inside.",
    start: "function order(n, wide, rounds) {\n  return Array.from({length: n}, (_, place) => place);\n}",
    functionName: "order",
    cases: [
      {args: [6, 3, []], expected: orderOf(6, 3, []), hint: "No rounds: everything stays where it is."},
      {args: [6, 3, [[1, 2]]], expected: orderOf(6, 3, [[1, 2]]), hint: "One round: row 0 turns by 1, row 1 by 2."},
      {
        args: [6, 3, ROUNDS],
        expected: orderOf(6, 3, ROUNDS),
        hint: "Two rounds: the second moves rows, by the new column."
      },
      {
        args: [5, 3, ROUNDS],
        expected: orderOf(5, 3, ROUNDS),
        hint: "The example of the page: place 1 lands on 5, goes on from there, and comes to 1."
      },
      {args: [11, 4, LONGER], expected: orderOf(11, 4, LONGER), hint: "Four rounds on a rectangle of 12."},
      {
        args: [9, 4, LONGER],
        expected: orderOf(9, 4, LONGER),
        hint: "Three places lie outside: some walk more than once."
      }
    ],
    solution: `function order(n, wide, rounds) {
  const high = Math.ceil(n / wide);
  const mixed = (number) => {
    let a = number % wide;
    let b = Math.floor(number / wide);
    rounds.forEach((by, r) => {
      if (r % 2 === 0) a = (a + by[b]) % wide;
      else b = (b + by[a]) % high;
    });
    return a + b * wide;
  };
  return Array.from({length: n}, (_, place) => {
    let number = mixed(place);
    while (number >= n) number = mixed(number);
    return number;
  });
}`,
    wrong: [
      {
        code: "function order(n, wide, rounds) { const high = Math.ceil(n / wide); return Array.from({length: n}, (_, place) => { let a = place % wide, b = Math.floor(place / wide); rounds.forEach((by, r) => { if (r % 2 === 0) a = (a + by[b]) % wide; else b = (b + by[a]) % high; }); return a + b * wide; }); }",
        why: "Who lands outside must go on; otherwise a number that is no example is given."
      },
      {
        code: "function order(n, wide, rounds) { const high = Math.ceil(n / wide); return Array.from({length: n}, (_, place) => { let a = place % wide, b = Math.floor(place / wide); rounds.forEach((by, r) => { if (r % 2 === 0) a = (a + by[b]) % wide; else b = (b + by[a]) % high; }); return (a + b * wide) % n; }); }",
        why: "A remainder brings two places to the same number: example 0 would come twice."
      },
      {
        code: "function order(n, wide, rounds) { const high = Math.ceil(n / wide); const mixed = (number) => { const a0 = number % wide, b0 = Math.floor(number / wide); let a = a0, b = b0; rounds.forEach((by, r) => { if (r % 2 === 0) a = (a + by[b0]) % wide; else b = (b + by[a0]) % high; }); return a + b * wide; }; return Array.from({length: n}, (_, place) => { let number = mixed(place); let tries = 0; while (number >= n && tries++ < 100) number = mixed(number); return number; }); }",
        why: "A round must look at where the last one has moved the other coordinate, or it cannot be undone."
      }
    ],
    explanation:
      "Each round can be undone, because it moves one coordinate by an amount that the other decides, and the other stays. So all rounds together exchange the places of the rectangle. Walking on until one is inside keeps it an exchange of the first n, as the page proves. The library takes the amounts from a key."
  },
  {
    kind: "write",
    name: "neural-implementation-scatter",
    title: "The gradient of a lookup",
    prompt:
      "Write tableGradient(ids, slopes, count): the gradient of a table with count rows, of which the rows ids were looked up, when slopes[i] is the gradient of the i-th row that was given out.",
    start: "function tableGradient(ids, slopes, count) {\n  return [];\n}",
    functionName: "tableGradient",
    cases: [
      {
        args: [[1], [[2, -3]], 3],
        expected: [
          [0, 0],
          [2, -3],
          [0, 0]
        ],
        hint: "Rows that nobody looked up have a gradient of zero."
      },
      {
        args: [
          [2, 0],
          [
            [1, 2],
            [3, 4]
          ],
          3
        ],
        expected: [
          [3, 4],
          [0, 0],
          [1, 2]
        ],
        hint: "Slope i goes to row ids[i]."
      },
      {
        args: [
          [1, 1, 0, 1],
          [
            [1, 0],
            [2, 5],
            [7, 7],
            [4, -1]
          ],
          2
        ],
        expected: [
          [7, 7],
          [7, 4]
        ],
        hint: "A row that was given out three times gets the sum of three slopes."
      },
      {
        args: [[], [], 2],
        expected: [[], []],
        hint: "Nothing was looked up: two rows, and nothing known of their width."
      }
    ],
    solution: `function tableGradient(ids, slopes, count) {
  const width = slopes.length === 0 ? 0 : slopes[0].length;
  const rows = Array.from({length: count}, () => new Array(width).fill(0));
  ids.forEach((id, i) => slopes[i].forEach((slope, j) => { rows[id][j] += slope; }));
  return rows;
}`,
    wrong: [
      {
        code: "function tableGradient(ids, slopes, count) { const width = slopes.length === 0 ? 0 : slopes[0].length; const rows = Array.from({length: count}, () => new Array(width).fill(0)); ids.forEach((id, i) => { rows[id] = slopes[i].slice(); }); return rows; }",
        why: "It sets where it should add: a token that comes twice in a batch learns from its last place alone."
      },
      {
        code: "function tableGradient(ids, slopes, count) { const width = slopes.length === 0 ? 0 : slopes[0].length; const rows = Array.from({length: count}, () => new Array(width).fill(0)); const times = new Array(count).fill(0); ids.forEach((id, i) => { times[id]++; slopes[i].forEach((s, j) => { rows[id][j] += s; }); }); return rows.map((row, i) => row.map((x) => x / Math.max(1, times[i]))); }",
        why: "It takes the mean. The chain rule adds over all paths; the loss has divided by the batch already."
      },
      {
        code: "function tableGradient(ids, slopes, count) { const width = slopes.length === 0 ? 0 : slopes[0].length; const row = new Array(width).fill(0); const rows = new Array(count).fill(row); ids.forEach((id, i) => slopes[i].forEach((s, j) => { rows[id][j] += s; })); return rows; }",
        why: "All rows are one and the same list: fill gives out a single object."
      }
    ],
    explanation:
      "A lookup is a product with one-hot rows, x = O C, so its gradient is Oᵀ times the slopes. Row t of that product is the sum of the slopes at the places where t stands. The program writes down those sums, and multiplies nothing."
  }
];
