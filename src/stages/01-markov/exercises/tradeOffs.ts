import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on trade-offs writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "trade-offs-new-share",
    title: "How much is new",
    prompt:
      "Write newShare(train, held, n): the share of the windows of n characters in held that occur nowhere in train. Both are texts. If held has no such window, the share is 0.",
    start: "function newShare(train, held, n) {\n  // train, held: texts; n: characters in a window\n  return 0.5;\n}",
    functionName: "newShare",
    cases: [
      {args: ["abcab", "abd", 2], expected: 0.5, hint: "“ab” was seen and “bd” was not: one of two windows is new."},
      {args: ["aaa", "aaaa", 3], expected: 0, hint: "Every window of “aaaa” is “aaa”, which was seen."},
      {args: ["ab", "cd", 1], expected: 1, hint: "No character of held was seen."},
      {
        args: ["abab", "abxabxabx", 3],
        expected: 1,
        hint: "Windows overlap: “abx”, “bxa”, “xab”, … are all new, and each occurrence counts."
      },
      {
        args: ["the cat", "the the dog", 4],
        expected: 0.75,
        hint: "There are 8 windows. “the ” occurs twice and was seen both times; the other six are new."
      },
      {args: ["abc", "a", 2], expected: 0, hint: "A text that is shorter than the window has none."}
    ],
    solution: `function newShare(train, held, n) {
  const seen = new Set();
  for (let i = 0; i + n <= train.length; i++) seen.add(train.slice(i, i + n));
  let windows = 0, fresh = 0;
  for (let i = 0; i + n <= held.length; i++) {
    windows++;
    if (!seen.has(held.slice(i, i + n))) fresh++;
  }
  return windows === 0 ? 0 : fresh / windows;
}`,
    wrong: [
      {
        code: "function newShare(train, held, n) { const of = (t) => new Set(Array.from({length: Math.max(0, t.length - n + 1)}, (_, i) => t.slice(i, i + n))); const a = of(train), b = [...of(held)]; return b.length ? b.filter((w) => !a.has(w)).length / b.length : 0; }",
        why: "It counts different windows once each: a share of types, where the loss is paid for tokens."
      },
      {
        code: "function newShare(train, held, n) { let w = 0, f = 0; for (let i = 0; i + n <= held.length; i += n) { w++; if (!train.includes(held.slice(i, i + n))) f++; } return w ? f / w : 0; }",
        why: "It jumps from window to window, but windows overlap: a model predicts every character."
      },
      {
        code: "function newShare(train, held, n) { let f = 0; for (let i = 0; i + n <= held.length; i++) if (!train.includes(held.slice(i, i + n))) f++; return held.length ? f / held.length : 0; }",
        why: "It divides by the characters; there are n − 1 fewer windows."
      },
      {
        code: "function newShare(train, held, n) { let w = 0, f = 0; for (let i = 0; i + n < held.length; i++) { w++; if (!train.includes(held.slice(i, i + n))) f++; } return w ? f / w : 0; }",
        why: "It stops one window early."
      }
    ],
    explanation:
      "Put every window of the training text in a set, then walk the held-out text and ask for each window, as often as it occurs. The set makes a question cost the same however long the training text is; asking train.includes would read the whole text each time."
  }
];
