import type {WriteExercise} from "../../../components/exercise/writeExercise.js";
import {AGAIN, BEFORE, HEAD, ONE_HOT, runner} from "../model/headParts.js";

const joined = (...parts: readonly string[]): string => parts.join("\n\n");
const withHead = (head: string): string => head;
const withBefore = (before: string): string => joined(ONE_HOT, HEAD, before, runner("before"));
const withAgain = (again: string): string => joined(ONE_HOT, HEAD, BEFORE, again, runner("again"));
const hot = (index: number, count: number): readonly number[] =>
  Array.from({length: count}, (_, i) => (i === index ? 1 : 0));

/** The parts of two heads that complete what came before, without any training. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "hand-head",
    title: "1. A head",
    prompt:
      "Write head(queries, keys, values): for each query, softmax of query · key / √d over the keys up to its own place, and the weighted sum of their values. d is the length of a query.",
    start: withHead(
      "function head(queries, keys, values) {\n  // rows of numbers, one for each place\n  return values;\n}"
    ),
    functionName: "head",
    cases: [
      {
        args: [[[0, 0]], [[1, 2]], [[7, 8, 9]]],
        expected: [[7, 8, 9]],
        tolerance: 1e-9,
        hint: "One place sees only itself. A value may be longer than a key."
      },
      {
        args: [
          [[0], [0], [0]],
          [[1], [5], [-3]],
          [[0], [3], [9]]
        ],
        expected: [[0], [1.5], [4]],
        tolerance: 1e-9,
        hint: "A query of nothing but 0 takes the mean of what it sees: 0, then (0 + 3)/2, then (0 + 3 + 9)/3."
      },
      {
        args: [
          [[0], [Math.log(3)]],
          [[1], [0]],
          [[4], [8]]
        ],
        expected: [[4], [5]],
        tolerance: 1e-9,
        hint: "d is 1. The scores of the second place are ln 3 and 0, its weights 3/4 and 1/4."
      },
      {
        args: [
          [
            [0, 0, 0, 0],
            [2 * Math.log(3), 0, 0, 0]
          ],
          [
            [1, 0, 0, 0],
            [0, 0, 0, 0]
          ],
          [[4], [8]]
        ],
        expected: [[4], [5]],
        tolerance: 1e-9,
        hint: "d is 4, so the product 2 ln 3 becomes the score ln 3."
      },
      {
        args: [
          [[1], [1]],
          [[2000], [0]],
          [[1], [2]]
        ],
        expected: [[1], [1]],
        tolerance: 1e-9,
        hint: "e to 2000 is infinite: subtract the largest score first."
      }
    ],
    solution: withHead(HEAD),
    wrong: [
      {
        code: HEAD.replace(".slice(0, i + 1)", ""),
        why: "It sees what comes later."
      },
      {
        code: HEAD.replace(" / Math.sqrt(query.length)", ""),
        why: "It forgets the root, so rows are too sharp."
      },
      {
        code: HEAD.replace("score - largest", "score"),
        why: "It overflows, and infinity over infinity is no number."
      }
    ],
    explanation: "That is all of attention. What follows only chooses what queries, keys and values are."
  },
  {
    kind: "write",
    name: "hand-before",
    title: "2. The letter before",
    prompt:
      "Write before(tokens, vocabulary): for each place, the one-hot vector of the token that stood before it, by one call of head. Let keys say where they stand, and let queries ask for the place before their own, loudly: 100 times. The first place has nothing before it and may answer with itself.",
    start: withBefore(
      "function before(tokens, vocabulary) {\n  const values = tokens.map((token) => oneHot(token, vocabulary));\n  return head(values, values, values);\n}"
    ),
    functionName: "run",
    cases: [
      {
        args: [[0, 1, 2], 3],
        expected: [hot(0, 3), hot(0, 3), hot(1, 3)],
        tolerance: 0.01,
        hint: "The third place answers with the second token."
      },
      {
        args: [[0, 3, 3, 1, 3], 4],
        expected: [hot(0, 4), hot(0, 4), hot(3, 4), hot(3, 4), hot(1, 4)],
        tolerance: 0.01,
        hint: "Tokens that come twice must not be mixed up: ask for places."
      },
      {
        args: [[0, 2, 1, 2, 1, 2, 1, 2], 3],
        expected: [hot(0, 3), hot(0, 3), hot(2, 3), hot(1, 3), hot(2, 3), hot(1, 3), hot(2, 3), hot(1, 3)],
        tolerance: 0.01,
        hint: "With more places, √d is larger: ask loudly enough."
      }
    ],
    solution: withBefore(BEFORE),
    wrong: [
      {
        code: withBefore(BEFORE.replace("i - 1, places, 100", "i, places, 100")),
        why: "It asks for its own place."
      },
      {
        code: withBefore(BEFORE.replace("i - 1, places, 100", "i - 1, places")),
        why: "It asks too softly: others keep most of the weight."
      },
      {
        code: withBefore(BEFORE.replace("oneHot(i, places))", "oneHot(i + 1, places))")),
        why: "Keys say a place too far, so that it looks two back."
      }
    ],
    explanation:
      "Places are what a head can look for just as well as letters. RoPE lets it ask for a distance without knowing the place."
  },
  {
    kind: "write",
    name: "hand-again",
    title: "3. What came next the last time",
    prompt:
      "Write again(tokens, vocabulary): at each place, what followed when its token stood there before, as a vector of shares. Use head once more: a query asks for its own token, and keys say what stood before them, which before(…) has found.",
    start: withAgain(
      "function again(tokens, vocabulary) {\n  const values = tokens.map((token) => oneHot(token, vocabulary));\n  return head(values, values, values);\n}"
    ),
    functionName: "run",
    cases: [
      {
        args: [[0, 1, 2, 1], 3],
        expected: [hot(0, 3), [0.5, 0.5, 0], [0.33, 0.33, 0.33], hot(2, 3)],
        tolerance: 0.011,
        hint: "At the last place 1 has come before, and 2 followed. At the second and third nothing is found, so all that is seen counts alike."
      },
      {
        args: [[0, 1, 2, 3, 1, 2], 4],
        expected: [hot(0, 4), [0.5, 0.5, 0, 0], [0.33, 0.33, 0.33, 0], [0.25, 0.25, 0.25, 0.25], hot(2, 4), hot(3, 4)],
        tolerance: 0.011,
        hint: "The word 1 2 3 comes again: after 1 the answer is 2, after 2 it is 3."
      },
      {
        args: [[0, 1, 2, 1, 3, 1], 4],
        expected: [
          hot(0, 4),
          [0.5, 0.5, 0, 0],
          [0.33, 0.33, 0.33, 0],
          hot(2, 4),
          [0.2, 0.4, 0.2, 0.2],
          [0, 0, 0.5, 0.5]
        ],
        tolerance: 0.011,
        hint: "1 was followed by 2 and by 3: half each. That is a counted bigram, read from the text itself."
      }
    ],
    solution: withAgain(AGAIN),
    wrong: [
      {
        code: withAgain(AGAIN.replace("before(tokens, vocabulary)", "values")),
        why: "It looks at the same token and not at what followed it."
      },
      {
        code: withAgain(AGAIN.replace("before(tokens, vocabulary), values", "values, before(tokens, vocabulary)")),
        why: "It finds the same token and says what stood before it: the text backward."
      },
      {
        code: withAgain(AGAIN.replace("oneHot(token, vocabulary, 100)", "oneHot(token, vocabulary)")),
        why: "It asks too softly, and everything that is seen is mixed in."
      }
    ],
    explanation:
      "Two heads, of which the second reads what the first has written: an induction head. It knows no word, and completes every word that has come before. One layer cannot do this, since a key would have to know what stands before it."
  }
];
