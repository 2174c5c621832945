import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that a reader writes before the stage begins. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "markov-likeliest",
    title: "A model in ten lines",
    prompt:
      "Write likeliest(text, context): the character that most often follows the string context in the text. Of several that follow equally often, the one that is first in the alphabet of code points. If nothing follows it, null.",
    start:
      "function likeliest(text, context) {\n  // text, context: strings\n  // returns one character, or null\n  return null;\n}",
    functionName: "likeliest",
    cases: [
      {args: ["the then they", "th"], expected: "e", hint: "Each th is followed by e."},
      {args: ["abacab", "a"], expected: "b", hint: "After a: b, c, b."},
      {
        args: ["aaab aaab aab", "aa"],
        expected: "b",
        hint: "Occurrences overlap: aa stands twice in aaab, followed by a and by b."
      },
      {args: ["acab", "a"], expected: "b", hint: "b and c once each: the smaller one wins."},
      {args: ["abc", "c"], expected: null, hint: "Nothing follows the last character."},
      {args: ["abc", "x"], expected: null, hint: "A context that was never seen has no answer."}
    ],
    solution: `function likeliest(text, context) {
  const counts = new Map();
  for (let i = 0; i + context.length < text.length; i++) {
    if (!text.startsWith(context, i)) continue;
    const next = text[i + context.length];
    counts.set(next, (counts.get(next) ?? 0) + 1);
  }
  let best = null;
  for (const [next, count] of counts) {
    const most = counts.get(best) ?? 0;
    if (count > most || (count === most && next < best)) best = next;
  }
  return best;
}`,
    wrong: [
      {
        code: "function likeliest(text, context) { const i = text.indexOf(context); return i < 0 ? null : (text[i + context.length] ?? null); }",
        why: "It takes what follows the first occurrence."
      },
      {
        code: "function likeliest(text, context) { const c = {}; for (const part of text.split(context).slice(1)) if (part) c[part[0]] = (c[part[0]] ?? 0) + 1; return Object.keys(c).sort((a, b) => c[b] - c[a] || (a < b ? -1 : 1))[0] ?? null; }",
        why: "split() misses occurrences that overlap."
      },
      {
        code: "function likeliest(text, context) { const c = new Map(); for (const x of text) c.set(x, (c.get(x) ?? 0) + 1); return [...c].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null; }",
        why: "It counts all characters and ignores the context."
      },
      {
        code: "function likeliest(text, context) { const c = new Map(); for (let i = 0; i + context.length < text.length; i++) if (text.startsWith(context, i)) { const n = text[i + context.length]; c.set(n, (c.get(n) ?? 0) + 1); } return [...c].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null; }",
        why: "Of equals it takes the one that was seen first."
      }
    ],
    explanation:
      "Slide over the text, look where the context stands, and count what comes next. This is training. Picking the largest count is greedy decoding. A Map keeps the counts, so that characters such as those in “constructor” are only data."
  }
];
