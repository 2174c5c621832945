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
    name: "neural-implementation-count",
    title: "The operations of a step",
    prompt:
      "Write operations(sizes, batch): the multiplications and additions of a step’s products, forward and back, of dense layers with sizes[0] inputs, then sizes[1], … outputs, for so many examples. A product of [a, b] and [b, c] has 2abc of them; back, each layer has one for its weights and one for its inputs. The first layer’s inputs are no parameters of a layer, but vectors that learn, too.",
    start: "function operations(sizes, batch) {\n  return 0;\n}",
    functionName: "operations",
    cases: [
      {args: [[3], 8], expected: 0, hint: "No layer, no product."},
      {args: [[3, 4], 1], expected: 72, hint: "2 · 3 · 4 forward, and twice that back."},
      {args: [[3, 4], 10], expected: 720, hint: "Each example costs the same."},
      {args: [[192, 200, 65], 64], expected: 6 * 64 * (192 * 200 + 200 * 65), hint: "The network of the benchmark."}
    ],
    solution: `function operations(sizes, batch) {
  const weights = sizes.slice(1).reduce((sum, outputs, i) => sum + sizes[i] * outputs, 0);
  return 6 * batch * weights;
}`,
    wrong: [
      {
        code: "function operations(sizes, batch) { return 2 * batch * sizes.slice(1).reduce((sum, n, i) => sum + sizes[i] * n, 0); }",
        why: "That is the way forward alone. The way back has two products for each."
      },
      {
        code: "function operations(sizes, batch) { return 6 * batch * sizes.slice(1).reduce((sum, n, i) => sum + (sizes[i] + 1) * n, 0); }",
        why: "It counts biases among the products. They are a sum for each output, which is next to nothing."
      },
      {
        code: "function operations(sizes, batch) { return 6 * batch * sizes.reduce((product, n) => product * n, 1); }",
        why: "It multiplies all sizes. Each layer has a product of its own, and they add up."
      }
    ],
    explanation:
      "6 operations for each weight and example: the formula by which the cost of training is reckoned for models of every size, with tokens in place of examples."
  }
];
