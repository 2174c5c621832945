import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The functions that the reader of “Reading TypeScript” writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "typescript-step",
    title: "A step of a stage",
    prompt:
      "A state is {step, sum, last}, and a batch is a list of numbers. Write next(state, batch): the state after it, with step one larger, the batch’s numbers added to sum, and last the last number of the batch. Of an empty batch, last stays what it was. The old state and the batch stay as they are.",
    start:
      "function next(state, batch) {\n  // state: such as {step: 0, sum: 0, last: null}; batch: such as [1, 2]\n  return state;\n}",
    functionName: "next",
    cases: [
      {
        args: [{step: 0, sum: 0, last: null}, [1, 2]],
        expected: {step: 1, sum: 3, last: 2},
        hint: "All three fields change."
      },
      {
        args: [{step: 4, sum: 10, last: 7}, [5]],
        expected: {step: 5, sum: 15, last: 5},
        hint: "Go on from the state that was given, not from zero."
      },
      {
        args: [{step: 1, sum: 3, last: 2}, []],
        expected: {step: 2, sum: 3, last: 2},
        hint: "An empty batch is a step, too, and leaves last as it was."
      },
      {
        args: [{step: 2, sum: -1, last: 9}, [-4, 0]],
        expected: {step: 3, sum: -5, last: 0},
        hint: "0 is a last number like any other: ask whether there is one, not whether it is zero."
      },
      {
        args: [{step: 0, sum: 0, last: null, name: "mine"}, [1]],
        expected: {step: 1, sum: 1, last: 1, name: "mine"},
        hint: "A state may have fields that you do not know: {...state, …} takes them along."
      }
    ],
    solution: `const next = (state, batch) => ({
  ...state,
  step: state.step + 1,
  sum: batch.reduce((sum, x) => sum + x, state.sum),
  last: batch.at(-1) ?? state.last
});`,
    wrong: [
      {
        code: "function next(state, batch) { state.step += 1; for (const x of batch) { state.sum += x; state.last = x; } return state; }",
        why: "It changes the state that it was given: nobody can go back."
      },
      {
        code: "function next(state, batch) { return {step: state.step + 1, sum: batch.reduce((s, x) => s + x, state.sum), last: batch.at(-1) ?? state.last}; }",
        why: "It forgets the fields that it does not know."
      },
      {
        code: "function next(state, batch) { return {...state, step: state.step + 1, sum: batch.reduce((s, x) => s + x, state.sum), last: batch.at(-1) || state.last}; }",
        why: "It takes a 0 for nothing: || asks for truth, and ?? for being there."
      },
      {
        code: "function next(state, batch) { return {...state, step: state.step + 1, sum: batch.reduce((s, x) => s + x, 0), last: batch.at(-1) ?? state.last}; }",
        why: "It begins the sum anew with each batch."
      }
    ],
    explanation:
      "The three dots copy all fields of the old state, and what is named after them replaces some. reduce begins with the old sum. at(-1) of an empty list is undefined, and ?? takes the other side then. This is the step of a stage: data in, a new value out, nothing else touched."
  }
];
