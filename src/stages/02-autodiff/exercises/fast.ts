import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on speed writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "fast-cache-misses",
    title: "Be the cache",
    prompt:
      "Memory is brought in lines of `length` numbers: address p is in line ⌊p / length⌋. A cache holds `lines` of them, and when it is full, the line that was unused longest goes. Write misses(addresses, lines, length): how many of the addresses, touched in this order, were not in the cache.",
    start: "function misses(addresses, lines, length) {\n  return addresses.length;\n}",
    functionName: "misses",
    cases: [
      {args: [[0, 1, 2, 3, 4, 5, 6, 7], 2, 4], expected: 2, hint: "Walking along memory, one touch in four is a miss."},
      {
        args: [[0, 4, 8, 0, 4, 8], 2, 4],
        expected: 6,
        hint: "Three lines in turn, and room for two: each is thrown out just before it is wanted."
      },
      {args: [[0, 4, 8, 0, 4, 8], 3, 4], expected: 3, hint: "With room for three lines only the first touches miss."},
      {
        args: [[0, 4, 0, 8, 0, 4], 2, 4],
        expected: 4,
        hint: "A hit counts as use: line 0 stays, and line 1 is the one that goes."
      },
      {args: [[5, 5, 5], 1, 1], expected: 1, hint: "The same address again is a hit."},
      {args: [[], 4, 4], expected: 0, hint: "Nothing touched, nothing missed."}
    ],
    solution: `function misses(addresses, lines, length) {
  const cache = new Set(); // a Set keeps the order in which things were added
  let count = 0;
  for (const address of addresses) {
    const line = Math.floor(address / length);
    if (!cache.delete(line)) {
      count++;
      if (cache.size >= lines) cache.delete(cache.values().next().value);
    }
    cache.add(line); // now it is the one that was used last
  }
  return count;
}`,
    wrong: [
      {
        code: "function misses(a, lines, length) { const c = new Set(); let n = 0; for (const p of a) { const l = Math.floor(p / length); if (!c.has(l)) { n++; if (c.size >= lines) c.delete(c.values().next().value); c.add(l); } } return n; }",
        why: "A hit does not count as use: the line that came first goes, though it is in use."
      },
      {
        code: "function misses(a, lines, length) { const c = new Set(); let n = 0; for (const p of a) { if (!c.delete(p)) { n++; if (c.size >= lines) c.delete(c.values().next().value); } c.add(p); } return n; }",
        why: "It keeps numbers, not lines: a neighbor would never be a hit."
      },
      {
        code: "function misses(a, lines, length) { return new Set(a.map((p) => Math.floor(p / length))).size; }",
        why: "It counts lines: with a cache that forgets nothing, that is right."
      }
    ],
    explanation:
      "Taking a line out and putting it back in moves it to the end of the set, so the first of the set is always the one that was unused longest. The second case shows the cliff: one line too few, and nothing is ever found."
  },
  {
    kind: "write",
    name: "fast-exp",
    title: "exp without exp",
    prompt:
      "Write myExp(x) for |x| ≤ 700 with additions, multiplications, divisions and Math.round alone, right to twelve digits: take x = n · ln 2 + r with a whole n, add up a series for r, and multiply by 2 to the power n. Math.LN2 is allowed; Math.exp, Math.pow and ** are not what is asked.",
    start:
      "function myExp(x) {\n  let sum = 0;\n  let term = 1;\n  for (let k = 1; k < 20; k++) {\n    sum += term;\n    term *= x / k;\n  }\n  return sum;\n}",
    functionName: "myExp",
    cases: [
      {args: [0], expected: 1, hint: "e to the 0 is 1."},
      {args: [1], expected: Math.E, tolerance: 1e-12, hint: "e to the 1 is e: 2.718281828459."},
      {
        args: [20],
        expected: 485165195.4097903,
        tolerance: 1e-11,
        hint: "Twenty terms of the series are too few at 20. Reduce x first."
      },
      {
        args: [-20],
        expected: 2.061153622438558e-9,
        tolerance: 1e-20,
        hint: "At −20 the terms of the series are a million million times as large as their sum."
      },
      {
        args: [0.4],
        expected: 1.4918246976412703,
        tolerance: 1e-12,
        hint: "0.4 is more than half of ln 2, so n is 1 and r is negative."
      },
      {
        args: [300],
        expected: 1.9424263952412558e130,
        tolerance: 1e-11,
        hint: "n is 433: multiply by 2 that many times, or square."
      }
    ],
    solution: `function myExp(x) {
  const n = Math.round(x / Math.LN2);
  const r = x - n * Math.LN2;
  let sum = 0;
  let term = 1;
  for (let k = 1; k < 20; k++) {
    sum += term;
    term *= r / k;
  }
  for (let i = 0; i < Math.abs(n); i++) sum = n > 0 ? sum * 2 : sum / 2;
  return sum;
}`,
    wrong: [
      {
        code: "function myExp(x) { let s = 0, t = 1; for (let k = 1; k < 300; k++) { s += t; t *= x / k; } return s; }",
        why: "More terms do not help at −20: the large terms cancel, and their rounding errors stay."
      },
      {
        code: "function myExp(x) { const n = Math.round(x / Math.LN2), r = x - n * Math.LN2; let s = 0, t = 1; for (let k = 1; k < 20; k++) { s += t; t *= r / k; } for (let i = 0; i < n; i++) s *= 2; return s; }",
        why: "It forgets that n may be negative."
      },
      {
        code: "function myExp(x) { const n = Math.round(x), r = x - n; let s = 0, t = 1; for (let k = 1; k < 20; k++) { s += t; t *= r / k; } for (let i = 0; i < Math.abs(n); i++) s = n > 0 ? s * 2 : s / 2; return s; }",
        why: "It takes n whole units off, and multiplies by 2 for each: a unit is worth e, not 2."
      },
      {
        code: "function myExp(x) { const n = Math.round(x / Math.LN2), r = x - n * Math.LN2; let s = 0, t = 1; for (let k = 1; k < 6; k++) { s += t; t *= r / k; } for (let i = 0; i < Math.abs(n); i++) s = n > 0 ? s * 2 : s / 2; return s; }",
        why: "Four powers of r are too few for twelve digits."
      }
    ],
    explanation:
      "After the reduction |r| ≤ ln 2 / 2 ≈ 0.35, so the terms fall by a factor of at least three each time, nothing cancels, and multiplying by powers of two is exact. All that is lost is in r: n · ln 2 was rounded, which is why a library splits ln 2 into two parts."
  }
];
