import type {WriteExercise} from "../../../components/exercise/writeExercise.js";
import {ADAM, CHAIN, MOMENTUM, runner, SCALE} from "../model/optimizerParts.js";

const joined = (...parts: readonly string[]): string => parts.join("\n\n");
const chainRun = runner("scale");
const momentumRun = runner("scale", "momentum");
const adamRun = runner("scale", "momentum", "adam");
const withChain = (chain: string): string => joined(SCALE, chain, chainRun);
const withMomentum = (momentum: string): string => joined(SCALE, CHAIN, momentum, momentumRun);
const withAdam = (adam: string): string => joined(SCALE, CHAIN, MOMENTUM, adam, adamRun);

/** The first parts of the optimizer that a reader writes. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "optimizer-chain",
    title: "1. One after the other",
    prompt:
      "Write chain(...parts): a transformation of its own. Its state is the list of the states of its parts; each part is given the updates of the one before. scale is there as an example, and the program below walks with what you made.",
    start: joined(
      SCALE,
      "function chain(...parts) {\n  return {\n    init: (params) => [],\n    update: (updates, states, params) => [updates, states]\n  };\n}",
      chainRun
    ),
    functionName: "walk",
    cases: [
      {args: [[], [5], [[1]]], expected: [[5], [6]], hint: "Of no part, the updates are the gradients."},
      {args: [[["scale", -0.5]], [5], [[2]]], expected: [[5], [4]], hint: "One part: 5 − 0.5 · 2."},
      {
        args: [
          [
            ["scale", 2],
            ["scale", -0.25]
          ],
          [1, 0],
          [
            [2, 4],
            [0, 2]
          ]
        ],
        expected: [
          [1, 0],
          [0, -2],
          [0, -3]
        ],
        hint: "Two parts: together they scale by −0.5."
      },
      {
        args: [
          [
            ["chain", ["scale", 2], ["chain"]],
            ["scale", -1]
          ],
          [0],
          [[3]]
        ],
        expected: [[0], [-6]],
        hint: "A chain in a chain, and an empty one in that."
      }
    ],
    solution: withChain(CHAIN),
    wrong: [
      {
        code: withChain(
          "function chain(...parts) { return {init: (params) => parts.map((part) => part.init(params)), update: (updates, states, params) => { let result = updates; const next = parts.map((part, i) => { const [changed, state] = part.update(updates, states[i], params); result = changed; return state; }); return [result, next]; }}; }"
        ),
        why: "Each part is given the gradient itself, and only the last one counts."
      },
      {
        code: withChain(
          "function chain(...parts) { return {init: (params) => parts.map((part) => part.init(params)), update: (updates, states, params) => { const next = []; [...parts].forEach((part, i) => { const [changed, state] = part.update(updates, states[i], params); updates = changed.map((u, j) => u + updates[j]); next.push(state); }); return [updates, next]; }}; }"
        ),
        why: "It adds what the parts say. A chain hands on."
      },
      {
        code: withChain(
          "function chain(...parts) { return {init: (params) => parts.map((part) => part.init(params)), update: (updates, states, params) => { const next = []; [...parts].reverse().forEach((part, i) => { const [changed, state] = part.update(updates, states[i], params); updates = changed; next.push(state); }); return [updates, null]; }}; }"
        ),
        why: "It forgets the states of its parts, so that a second step has none."
      }
    ],
    explanation:
      "A chain has the same form as its parts, and so a chain of chains is a chain. That is all that a library of optimizers needs to be."
  },
  {
    kind: "write",
    name: "optimizer-momentum",
    title: "2. A velocity",
    prompt:
      "Write momentum(beta): the velocity begins at 0, becomes beta times itself plus the update, and is handed on as the new update.",
    start: withMomentum(
      "function momentum(beta) {\n  return {\n    init: (params) => null,\n    update: (updates, velocity) => [updates, velocity]\n  };\n}"
    ),
    functionName: "walk",
    cases: [
      {
        args: [
          [
            ["momentum", 0],
            ["scale", -1]
          ],
          [3],
          [[1], [1]]
        ],
        expected: [[3], [2], [1]],
        hint: "With beta = 0 it changes nothing."
      },
      {
        args: [
          [
            ["momentum", 0.5],
            ["scale", -1]
          ],
          [0, 0],
          [
            [4, 8],
            [0, 0],
            [4, -4]
          ]
        ],
        expected: [
          [0, 0],
          [-4, -8],
          [-6, -12],
          [-11, -10]
        ],
        hint: "The velocity of the first number is 4, 2, 5."
      },
      {
        args: [
          [
            ["scale", -1],
            ["momentum", 0.5]
          ],
          [0],
          [[4], [0], [4]]
        ],
        expected: [[0], [-4], [-6], [-11]],
        hint: "A constant factor may stand before or after the velocity."
      }
    ],
    solution: withMomentum(MOMENTUM),
    wrong: [
      {
        code: withMomentum(
          "function momentum(beta) { let velocity; return {init: (params) => { velocity = params.map(() => 0); return null; }, update: (updates) => { velocity = velocity.map((v, i) => beta * v + updates[i]); return [velocity, null]; }}; }"
        ),
        why: "The velocity is hidden in the function, so that the same state gives two different updates."
      },
      {
        code: withMomentum(
          "function momentum(beta) { return {init: (params) => params.map(() => 0), update: (updates, velocity) => { const next = velocity.map((v, i) => beta * v + (1 - beta) * updates[i]); return [next, next]; }}; }"
        ),
        why: "That is a mean, and here the velocity is a sum."
      },
      {
        code: withMomentum(
          "function momentum(beta) { return {init: (params) => params.map(() => 0), update: (updates, velocity) => [velocity.map((v, i) => beta * v + updates[i]), velocity]}; }"
        ),
        why: "It hands on the new velocity, and remembers the old one."
      }
    ],
    explanation:
      "What is remembered comes in and goes out; it is never kept inside. So two futures can go on from one state, and a run that is saved can be resumed."
  },
  {
    kind: "write",
    name: "optimizer-adam",
    title: "3. Two means",
    prompt:
      "Write adam(b1, b2, eps): its state has the number of steps done and the two means, all 0 at first. The update is the first mean over the root of the second plus eps, both means corrected for their start at 0.",
    start: withAdam(
      "function adam(b1, b2, eps) {\n  return {\n    init: (params) => null,\n    update: (updates, state) => [updates, state]\n  };\n}"
    ),
    functionName: "walk",
    cases: [
      {
        args: [
          [
            ["adam", 0.9, 0.999, 0],
            ["scale", -0.5]
          ],
          [1, 1],
          [[-300, 0.001]]
        ],
        expected: [
          [1, 1],
          [1.5, 0.5]
        ],
        tolerance: 1e-9,
        hint: "The first step is the sign of each number, times the rate."
      },
      {
        args: [
          [
            ["adam", 0.9, 0.999, 0],
            ["scale", -1]
          ],
          [0],
          [[2], [2], [2]]
        ],
        expected: [[0], [-1], [-2], [-3]],
        tolerance: 1e-9,
        hint: "The same gradient: whole steps."
      },
      {
        args: [
          [
            ["adam", 0.5, 0.75, 0],
            ["scale", -1]
          ],
          [0],
          [[2], [0]]
        ],
        expected: [[0], [-1], [-1 - 2 / 3 / Math.sqrt(0.75 / 0.4375)]],
        tolerance: 1e-9,
        hint: "In the second step m is 0.5 over 0.75, and v is 0.75 over 1 − 0.75²."
      },
      {
        args: [
          [
            ["adam", 0.9, 0.999, 3],
            ["scale", -1]
          ],
          [0],
          [[1]]
        ],
        expected: [[0], [-0.25]],
        tolerance: 1e-9,
        hint: "eps is added to the root, after it: 1/(1 + 3)."
      }
    ],
    solution: withAdam(ADAM),
    wrong: [
      {
        code: withAdam(
          ADAM.replace(
            "each / (1 - b1 ** t) / (Math.sqrt(v[i] / (1 - b2 ** t)) + eps)",
            "each / (Math.sqrt(v[i]) + eps)"
          )
        ),
        why: "Without corrections the first step is more than three rates long."
      },
      {
        code: withAdam(ADAM.replace("Math.sqrt(v[i] / (1 - b2 ** t)) + eps", "Math.sqrt(v[i] / (1 - b2 ** t) + eps)")),
        why: "eps stands inside of the root: 1/√4, and not 1/(1 + 3)."
      },
      {
        code: withAdam(ADAM.replace("const t = state.t + 1;", "const t = 1;")),
        why: "It corrects each step as if it were the first."
      }
    ],
    explanation:
      "The step’s number is part of the state, because the corrections need it. An optimizer that counts in a variable outside is wrong as soon as a run is forked."
  }
];
