import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that a reader writes before the stage begins. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "transformer-stream",
    title: "What a block adds",
    prompt:
      "A residual stream is a list of numbers. Write stream(x, blocks): x with what each block adds. A block is a list of as many weights as x has numbers; it adds to each number its weight times the mean of the stream as the block finds it. The list x itself must stay as it is.",
    start:
      "function stream(x, blocks) {\n  // x: a list of numbers; blocks: a list of lists of weights\n  // returns the stream after the last block\n  return x;\n}",
    functionName: "stream",
    cases: [
      {args: [[1, 3], []], expected: [1, 3], hint: "Without blocks nothing is added."},
      {
        args: [[1, 3], [[1, 0]]],
        expected: [3, 3],
        hint: "The mean is 2. The first number gets 1 · 2, the second 0 · 2."
      },
      {
        args: [
          [1, 3],
          [
            [1, 0],
            [0, 1]
          ]
        ],
        expected: [3, 6],
        hint: "The second block finds (3, 3), whose mean is 3, and not what came in at first."
      },
      {args: [[0, 0, 6], [[1, 1, -1]]], expected: [2, 2, 4], hint: "The mean of the three numbers is 2."},
      {
        args: [[4], [[0.5], [0.5], [0.5]]],
        expected: [13.5],
        tolerance: 1e-9,
        hint: "Of one number the mean is the number itself: 4, 6, 9, 13.5."
      }
    ],
    solution: `function stream(x, blocks) {
  return blocks.reduce((now, weights) => {
    const mean = now.reduce((sum, value) => sum + value, 0) / now.length;
    return now.map((value, i) => value + weights[i] * mean);
  }, x);
}`,
    wrong: [
      {
        code: "function stream(x, blocks) { const mean = x.reduce((s, v) => s + v, 0) / x.length; return blocks.reduce((now, w) => now.map((v, i) => v + w[i] * mean), x); }",
        why: "It takes the mean once, of what came in. Each block reads the stream as the blocks before it left it."
      },
      {
        code: "function stream(x, blocks) { return blocks.reduce((now, w) => { const mean = now.reduce((s, v) => s + v, 0) / now.length; return now.map((v, i) => w[i] * mean); }, x); }",
        why: "It puts what the block makes in the place of the stream. A residual block adds."
      },
      {
        code: "function stream(x, blocks) { return blocks.reduce((now, w) => { const sum = now.reduce((s, v) => s + v, 0); return now.map((v, i) => v + w[i] * sum); }, x); }",
        why: "It reads the sum where the mean was asked for."
      }
    ],
    explanation:
      "This is the whole skeleton of a transformer: a list of numbers that goes past all blocks, each of which reads it, and adds something. The list that came in is still a part of what goes out, and so is what each block added, which is why one can ask of each of them what it did."
  }
];
