import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that the reader of “Chance” writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "chance-draw",
    title: "Draw by a number line",
    prompt:
      "Write draw(probs, u): the index of the piece into which u falls, if the pieces are laid end to end from 0. probs sum to 1, and u is at least 0 and below 1. A u that falls on the border of two pieces belongs to the second.",
    start: "function draw(probs, u) {\n  // probs: such as [0.2, 0.5, 0.3]; u: such as 0.65\n  return 0;\n}",
    functionName: "draw",
    cases: [
      {args: [[0.2, 0.5, 0.3], 0.1], expected: 0, hint: "0.1 lies in the first piece, which ends at 0.2."},
      {args: [[0.2, 0.5, 0.3], 0.65], expected: 1, hint: "The second piece goes from 0.2 to 0.7."},
      {args: [[0.2, 0.5, 0.3], 0.9], expected: 2, hint: "The last piece goes from 0.7 to 1."},
      {args: [[0.5, 0.5], 0.5], expected: 1, hint: "A border belongs to the piece that begins there."},
      {args: [[0, 1], 0], expected: 1, hint: "A piece of length 0 never holds anything."},
      {args: [[0.25, 0.25, 0.25, 0.25], 0.74], expected: 2, hint: "Add the pieces up until their sum passes u."}
    ],
    solution: `function draw(probs, u) {
  let end = 0;
  for (let i = 0; i < probs.length; i++) {
    end += probs[i];
    if (u < end) return i;
  }
  return probs.length - 1;
}`,
    wrong: [
      {
        code: "function draw(probs, u) { for (let i = 0; i < probs.length; i++) if (u < probs[i]) return i; return probs.length - 1; }",
        why: "It compares u with each piece, and not with where the pieces end."
      },
      {
        code: "function draw(probs, u) { let end = 0; for (let i = 0; i < probs.length; i++) { end += probs[i]; if (u <= end) return i; } return probs.length - 1; }",
        why: "It gives a border to the first of the two pieces, and so draws what has probability zero."
      },
      {
        code: "function draw(probs, u) { return probs.indexOf(Math.max(...probs)); }",
        why: "It takes the likeliest, always: that is greedy, and no draw."
      },
      {
        code: "function draw(probs, u) { return Math.floor(u * probs.length); }",
        why: "It draws as if all pieces were of one length."
      }
    ],
    explanation:
      "Walk along the line and ask after each piece whether u lies before its end. The chance to stop at a piece is its length, because u is as likely in any place as in any other. The last line is for sums that rounding leaves just below 1."
  }
];
