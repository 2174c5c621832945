import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that a reader writes in the clinic of transformers. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "patient-write-leak",
    title: "Does it see the future?",
    prompt:
      "Write leak(before, after, place): before and after are the logits of two passes, a list of rows, one for each place of a text; between the passes the token at the place was exchanged. Return the largest change, in size, of a logit at a place before it. If there is no such place, it is 0.",
    start:
      "function leak(before, after, place) {\n  // before[i][id] and after[i][id]: logits at place i\n  return 0;\n}",
    functionName: "leak",
    cases: [
      {
        args: [
          [
            [1, 2],
            [3, 4]
          ],
          [
            [1, 2],
            [9, 9]
          ],
          1
        ],
        expected: 0,
        hint: "The place itself, and those behind it, may change."
      },
      {
        args: [
          [
            [1, 2],
            [3, 4],
            [5, 6]
          ],
          [
            [1, 2],
            [3, 4.5],
            [0, 0]
          ],
          2
        ],
        expected: 0.5,
        hint: "Place 1 is before place 2, and one of its logits has changed by 0.5."
      },
      {
        args: [
          [
            [1, 2],
            [3, 4],
            [5, 6]
          ],
          [
            [1, -1],
            [3, 4.5],
            [0, 0]
          ],
          2
        ],
        expected: 3,
        hint: "A change downwards is a change too: −1 is 3 away from 2."
      },
      {args: [[[1, 2]], [[5, 5]], 0], expected: 0, hint: "Before the first place there is none."}
    ],
    solution: `function leak(before, after, place) {
  let most = 0;
  for (let i = 0; i < place; i++)
    before[i].forEach((logit, id) => {
      most = Math.max(most, Math.abs(logit - after[i][id]));
    });
  return most;
}`,
    wrong: [
      {
        code: "function leak(before, after, place) { let most = 0; before.forEach((row, i) => row.forEach((x, id) => { most = Math.max(most, Math.abs(x - after[i][id])); })); return most; }",
        why: "It looks at all places: those from the exchanged one on have to change."
      },
      {
        code: "function leak(before, after, place) { let most = 0; for (let i = 0; i <= place; i++) before[i].forEach((x, id) => { most = Math.max(most, Math.abs(x - after[i][id])); }); return most; }",
        why: "The place itself may change: it reads the token that was exchanged."
      },
      {
        code: "function leak(before, after, place) { let most = 0; for (let i = 0; i < place; i++) before[i].forEach((x, id) => { most = Math.max(most, after[i][id] - x); }); return most; }",
        why: "It misses logits that fell."
      }
    ],
    explanation:
      "In a causal model this is exactly 0, whatever the weights: it is no statistic but a proof, and it takes two passes of an untrained model. It belongs into the tests of every transformer."
  }
];
