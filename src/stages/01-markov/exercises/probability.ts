import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on probability writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "probability-conditional",
    title: "Count a conditional probability",
    prompt:
      "Write conditional(text, a, b): of the places in the text where character a stands and another character follows, the share where b follows. If there is no such place, return NaN, for then the question has no answer.",
    start:
      "function conditional(text, a, b) {\n  // text: a string; a, b: one character each\n  // returns P(next is b | this is a), counted on the text\n  return 0;\n}",
    functionName: "conditional",
    cases: [
      {args: ["abab", "a", "b"], expected: 1, hint: "Each a is followed by b."},
      {
        args: ["abac", "a", "b"],
        expected: 1 / 2,
        hint: "One of the two a's is followed by b: divide by how often a is followed, not by the length of the text."
      },
      {
        args: ["aba", "a", "b"],
        expected: 1,
        hint: "The last a is followed by nothing, so it does not count below the line."
      },
      {args: ["aaab", "a", "a"], expected: 2 / 3, hint: "Pairs overlap: aaab has the pairs aa, aa, ab."},
      {args: ["xyz", "q", "u"], expected: NaN, hint: "Nothing was seen, so 0 divided by 0: NaN, and not 0."}
    ],
    solution: `function conditional(text, a, b) {
  let seen = 0;
  let both = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    if (text[i] !== a) continue;
    seen++;
    if (text[i + 1] === b) both++;
  }
  return both / seen;
}`,
    wrong: [
      {
        code: "function conditional(text, a, b) { let both = 0; for (let i = 0; i + 1 < text.length; i++) if (text[i] === a && text[i + 1] === b) both++; return both / (text.length - 1); }",
        why: "It divides by all pairs: that is the joint probability."
      },
      {
        code: "function conditional(text, a, b) { const seen = text.split(a).length - 1; const both = text.split(a + b).length - 1; return both / seen; }",
        why: "It counts an a at the very end, which nothing follows, and misses pairs that overlap."
      },
      {
        code: "function conditional(text, a, b) { let seen = 0, both = 0; for (let i = 0; i + 1 < text.length; i++) { if (text[i + 1] === b) { seen++; if (text[i] === a) both++; } } return both / seen; }",
        why: "It turns the condition around: P(this is a | next is b)."
      },
      {
        code: "function conditional(text, a, b) { let seen = 0, both = 0; for (let i = 0; i + 1 < text.length; i++) if (text[i] === a) { seen++; if (text[i + 1] === b) both++; } return seen === 0 ? 0 : both / seen; }",
        why: "It answers 0 where there is no answer: what was never seen is not known to be impossible."
      }
    ],
    explanation:
      "The condition chooses the places that count, so it stands below the line: places where a stands and something follows. Above the line are those among them where b follows. 0/0 is NaN in JavaScript, which is the honest answer where the condition never held."
  }
];
