import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** What a reader writes about tokens. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "tokenization-merge",
    title: "One merge",
    prompt:
      "Write merge(tokens, left, right): the list of tokens in which left and right, wherever they stand beside each other, are one token. Go from left to right; a token that was merged is not merged again in the same pass. The list itself must stay as it is.",
    start:
      "function merge(tokens, left, right) {\n  // tokens: a list of strings\n  // returns a list of strings\n  return tokens;\n}",
    functionName: "merge",
    cases: [
      {args: [["a", "b", "c"], "a", "b"], expected: ["ab", "c"], hint: "The two become one string, left + right."},
      {args: [["b", "a", "b"], "a", "b"], expected: ["b", "ab"], hint: "Order matters: b, a is not a, b."},
      {
        args: [["a", "a", "a"], "a", "a"],
        expected: ["aa", "a"],
        hint: "From the left: the first two merge, and the third has no neighbor left."
      },
      {
        args: [["a", "b", "a", "b", "x", "b"], "a", "b"],
        expected: ["ab", "ab", "x", "b"],
        hint: "Every occurrence merges, not the first alone."
      },
      {
        args: [["th", "e", "t", "he"], "th", "e"],
        expected: ["the", "t", "he"],
        hint: "t, he spells the same letters, and it is another pair."
      },
      {args: [[], "a", "b"], expected: [], hint: "Of nothing, nothing is left."}
    ],
    solution: `function merge(tokens, left, right) {
  const out = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i] === left && tokens[i + 1] === right) {
      out.push(left + right);
      i++;
    } else out.push(tokens[i]);
  }
  return out;
}`,
    wrong: [
      {
        code: "function merge(tokens, left, right) { const out = []; for (let i = 0; i < tokens.length; i++) { if (tokens[i] === left && tokens[i + 1] === right) out.push(left + right); else out.push(tokens[i]); } return out; }",
        why: "It writes the merged token and then the right one again. A merged pair must be stepped over."
      },
      {
        code: "function merge(tokens, left, right) { const at = tokens.findIndex((t, i) => t === left && tokens[i + 1] === right); if (at < 0) return tokens; return [...tokens.slice(0, at), left + right, ...tokens.slice(at + 2)]; }",
        why: "It merges the first occurrence and leaves the others."
      },
      {
        code: "function merge(tokens, left, right) { const out = []; for (let i = tokens.length - 1; i >= 0; i--) { if (tokens[i] === right && tokens[i - 1] === left) { out.unshift(left + right); i--; } else out.unshift(tokens[i]); } return out; }",
        why: "It goes from the right, so that of three a’s the last two merge."
      }
    ],
    explanation:
      "This is all that encoding needs: do it for each merge that was learned, in their order, and the text is in tokens. A library does not look at the whole text thirty thousand times, but what it gives must be the same, and the theorem of this page says why it may."
  }
];
