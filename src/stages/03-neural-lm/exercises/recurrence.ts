import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on recurrence writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "recurrence-read",
    title: "A cell that reads",
    prompt:
      "Write read(inputs, {w, u, b}): the states of one Elman cell, h ← tanh(w x + u h + b), after each of the inputs. Before the first it remembers 0.",
    start: "function read(inputs, {w, u, b}) {\n  // inputs, w, u, b: numbers\n  return [];\n}",
    functionName: "read",
    cases: [
      {args: [[1], {w: 1, u: 0.5, b: 0}], expected: [0.7615941559557649], hint: "The first state has no past."},
      {
        args: [[1, -1], {w: 1, u: 0.5, b: 0}],
        expected: [0.7615941559557649, -0.5505728129179853],
        hint: "The second is tanh(−1 + 0.5 · 0.7616)."
      },
      {
        args: [[0, 0, 0], {w: 3, u: 2, b: 0}],
        expected: [0, 0, 0],
        hint: "Nothing read, nothing remembered."
      },
      {
        args: [[0.5, 0, 0], {w: 2, u: 1, b: -1}],
        expected: [0, -0.7615941559557649, -0.9426807890983486],
        hint: "The bias comes at each step."
      },
      {args: [[], {w: 1, u: 1, b: 0}], expected: [], hint: "No inputs, no states."}
    ],
    solution: `function read(inputs, {w, u, b}) {
  const states = [];
  let h = 0;
  for (const x of inputs) {
    h = Math.tanh(w * x + u * h + b);
    states.push(h);
  }
  return states;
}`,
    wrong: [
      {
        code: "function read(inputs, {w, u, b}) { return inputs.map((x) => Math.tanh(w * x + b)); }",
        why: "It remembers nothing."
      },
      {
        code: "function read(inputs, {w, u, b}) { const s = []; let h = 0; for (const x of inputs) { h = w * x + u * h + b; s.push(Math.tanh(h)); } return s; }",
        why: "It takes along the sum, and not its tanh."
      },
      {
        code: "function read(inputs, {w, u, b}) { const s = []; let h = 0; for (const x of inputs) { s.push(h); h = Math.tanh(w * x + u * h + b); } return s; }",
        why: "It gives the state before each input, not after it."
      }
    ],
    explanation:
      "A recurrent network is a fold: one function of what is remembered and what is read, applied along the text. The same three numbers serve at each step, so that the text may be as long as it likes."
  },
  {
    kind: "write",
    name: "recurrence-bptt",
    title: "Back through time",
    prompt:
      "One cell, h ← φ(x + u h), was unrolled over some steps. You are given, for each step, direct: the slope of the loss by h through the output of that step alone, and bend: φ′ at that step. Write back(direct, bend, u): the slopes of the whole loss by each h.",
    start: "function back(direct, bend, u) {\n  // two lists of equal length, and a number\n  return direct;\n}",
    functionName: "back",
    cases: [
      {args: [[0, 0, 1], [1, 1, 1], 0.5], expected: [0.25, 0.5, 1], hint: "Each step back multiplies by u · φ′."},
      {
        args: [[0, 0, 1], [0.1, 0.5, 0.2], 2],
        expected: [0.4, 0.4, 1],
        hint: "From step 3 to step 2 the slope φ′ is that of step 3: the later one has the bend on the way."
      },
      {args: [[1, 1, 1], [1, 1, 1], 1], expected: [3, 2, 1], hint: "What comes from several steps adds up."},
      {
        args: [[1, -2, 4], [1, 0.5, 0.25], -2],
        expected: [5, -4, 4],
        hint: "At step 2: −2 of its own, and 4 · 0.25 · (−2) from behind it."
      },
      {args: [[3], [0.1], 9], expected: [3], hint: "Nothing comes after the last step."}
    ],
    solution: `function back(direct, bend, u) {
  const slopes = [...direct];
  for (let t = direct.length - 2; t >= 0; t--) slopes[t] += slopes[t + 1] * bend[t + 1] * u;
  return slopes;
}`,
    wrong: [
      {
        code: "function back(direct, bend, u) { const s = [...direct]; for (let t = direct.length - 2; t >= 0; t--) s[t] += s[t + 1] * bend[t] * u; return s; }",
        why: "It takes the bend of the earlier step: the way from h to the next h leads through the next one's activation."
      },
      {
        code: "function back(direct, bend, u) { const s = [...direct]; for (let t = direct.length - 2; t >= 0; t--) s[t] += direct[t + 1] * bend[t + 1] * u; return s; }",
        why: "It hands on only what the next step has by itself: nothing comes from further away."
      },
      {
        code: "function back(direct, bend, u) { const s = [...direct]; for (let t = direct.length - 2; t >= 0; t--) s[t] = s[t + 1] * bend[t + 1] * u; return s; }",
        why: "It overwrites what a step has by itself."
      },
      {
        code: "function back(direct, bend, u) { const s = [...direct]; for (let t = 1; t < direct.length; t++) s[t] += s[t - 1] * bend[t] * u; return s; }",
        why: "It goes forward in time."
      }
    ],
    explanation:
      "This is reverse mode on the unrolled network, and nothing else. A state reaches the loss through its own output and through the next state; both shares add up. The last one is finished first, so one pass from the end is enough, however many paths there are."
  }
];
