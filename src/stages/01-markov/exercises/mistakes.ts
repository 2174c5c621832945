import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on common mistakes writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "mistakes-leaked-share",
    title: "Find the leak",
    prompt:
      "Write leakedShare(train, test, n): the share of the characters of test that lie in a window of n characters which also stands in train. Windows may overlap; a character counts once. Return 0 for an empty test.",
    start:
      "function leakedShare(train, test, n) {\n  // train, test: texts; n: length of a copy worth reporting\n  return 0.5;\n}",
    functionName: "leakedShare",
    cases: [
      {
        args: ["one two three", "xx two xx", 5],
        expected: 5 / 9,
        hint: "The window “ two ” was in train: its 5 of 9 characters are leaked."
      },
      {
        args: ["abcdef", "abcdef", 3],
        expected: 1,
        hint: "Every character lies in some window that was seen; overlapping windows count it once."
      },
      {args: ["abcdef", "xyz", 2], expected: 0, hint: "Nothing was seen."},
      {
        args: ["abcd", "abcxbcd", 3],
        expected: 6 / 7,
        hint: "“abc” and “bcd” were seen, and the x between them was not."
      },
      {args: ["abc", "ab", 3], expected: 0, hint: "A test that is shorter than the window has none."},
      {args: ["abc", "", 2], expected: 0, hint: "An empty test has no share: return 0."}
    ],
    solution: `function leakedShare(train, test, n) {
  const leaked = new Set();
  for (let i = 0; i + n <= test.length; i++) {
    if (!train.includes(test.slice(i, i + n))) continue;
    for (let j = i; j < i + n; j++) leaked.add(j);
  }
  return test.length === 0 ? 0 : leaked.size / test.length;
}`,
    wrong: [
      {
        code: "function leakedShare(train, test, n) { let w = 0, s = 0; for (let i = 0; i + n <= test.length; i++) { w++; if (train.includes(test.slice(i, i + n))) s++; } return w ? s / w : 0; }",
        why: "It is the share of windows, not of the characters that lie in them."
      },
      {
        code: "function leakedShare(train, test, n) { let s = 0; for (let i = 0; i + n <= test.length; i++) if (train.includes(test.slice(i, i + n))) s += n; return test.length ? s / test.length : 0; }",
        why: "It counts a character once for each window that it lies in."
      },
      {
        code: "function leakedShare(train, test, n) { let s = 0; for (let i = 0; i + n <= test.length; i += n) if (train.includes(test.slice(i, i + n))) s += n; return test.length ? s / test.length : 0; }",
        why: "It looks only at windows that begin at multiples of n."
      },
      {
        code: "function leakedShare(train, test, n) { const l = new Set(); for (let i = 0; i + n <= test.length; i++) if (train.includes(test.slice(i, i + n))) for (let j = i; j < i + n; j++) l.add(j); return l.size / test.length; }",
        why: "An empty test gives 0/0, which is not a number."
      }
    ],
    explanation:
      "Mark positions, not windows: a set of positions counts each character once however many windows cover it. For a long training text, put its windows into a set first, so that each question costs the same."
  }
];
