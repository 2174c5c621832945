import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on maximum likelihood writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "maximum-likelihood-bigrams",
    title: "A model in a few lines",
    prompt:
      "Write bigrams(text): an object that has, for each character that was followed by something, an object with the maximum-likelihood probability of each character that followed it.",
    start: "function bigrams(text) {\n  // text: a string without surrogate pairs\n  return {};\n}",
    functionName: "bigrams",
    cases: [
      {
        args: ["abac"],
        expected: {a: {b: 0.5, c: 0.5}, b: {a: 1}},
        hint: "The last c was followed by nothing, so it has no distribution."
      },
      {
        args: ["aab"],
        expected: {a: {a: 0.5, b: 0.5}},
        hint: "Windows overlap: a was followed by a, and that one by b."
      },
      {
        args: ["xyxyx"],
        expected: {x: {y: 1}, y: {x: 1}},
        hint: "x occurs three times and was followed twice: divide by how often it was followed."
      },
      {args: ["q"], expected: {}, hint: "One character has no successor."},
      {
        args: ["mississippi"],
        expected: {m: {i: 1}, i: {s: 2 / 3, p: 1 / 3}, s: {s: 0.5, i: 0.5}, p: {p: 0.5, i: 0.5}},
        hint: "i occurs four times, and the last one ends the text."
      }
    ],
    solution: `function bigrams(text) {
  const counts = {};
  for (let i = 0; i + 1 < text.length; i++) {
    const row = (counts[text[i]] ??= {});
    row[text[i + 1]] = (row[text[i + 1]] ?? 0) + 1;
  }
  for (const row of Object.values(counts)) {
    const followed = Object.values(row).reduce((a, b) => a + b, 0);
    for (const next of Object.keys(row)) row[next] /= followed;
  }
  return counts;
}`,
    wrong: [
      {
        code: `function bigrams(text) { const c = {}, n = {}; for (const x of text) n[x] = (n[x] ?? 0) + 1; for (let i = 0; i + 1 < text.length; i++) { const r = (c[text[i]] ??= {}); r[text[i + 1]] = (r[text[i + 1]] ?? 0) + 1; } for (const x in c) for (const y in c[x]) c[x][y] /= n[x]; return c; }`,
        why: "It divides by how often a character occurs, not by how often it was followed: the last row does not sum to one."
      },
      {
        code: `function bigrams(text) { const c = {}; for (let i = 0; i + 1 < text.length; i++) { const r = (c[text[i]] ??= {}); r[text[i + 1]] = (r[text[i + 1]] ?? 0) + 1; } for (const x in c) for (const y in c[x]) c[x][y] /= text.length - 1; return c; }`,
        why: "It divides by the number of all pairs: these are joint probabilities, not conditional ones."
      },
      {
        code: `function bigrams(text) { const c = {}; for (let i = 0; i + 1 < text.length; i += 2) { const r = (c[text[i]] ??= {}); r[text[i + 1]] = (r[text[i + 1]] ?? 0) + 1; } for (const x in c) { const s = Object.values(c[x]).reduce((a, b) => a + b, 0); for (const y in c[x]) c[x][y] /= s; } return c; }`,
        why: "It cuts the text into pairs that do not overlap, and so misses every second one."
      }
    ],
    explanation:
      "Count overlapping pairs in rows, one row for each first character. Then divide each row by its own sum, which is how often its character was followed. A character that only ends the text has no row: maximum likelihood says nothing about it."
  }
];
