import type {WriteExercise} from "../../../components/exercise/writeExercise.js";
import {
  GIVEN,
  joined,
  LEARNS,
  LOSS,
  MINI_CALLS,
  OVERFIT,
  ROWS,
  STEP,
  UNDER_LEARNS,
  UNDER_LOSS,
  UNDER_STEP
} from "../model/miniParts.js";

const IGNORED = -100;
const END = 9;
/** A row of 14 places, filled up. */
const row = (ids: readonly number[], fill: number): readonly number[] =>
  Array.from({length: 14}, (_, i) => ids[i] ?? fill);

const withRows = (rows: string): string => joined(GIVEN, rows);
const withLoss = (loss: string): string => joined(GIVEN, loss, UNDER_LOSS);
const withStep = (step: string): string => joined(step, UNDER_STEP, OVERFIT);
const withLearns = (learns: string): string => joined(learns, UNDER_LEARNS);

const shared = {calls: MINI_CALLS, face: "transformer", kind: "write"} as const;

/** A tiny transformer that learns to sort, in four milestones. */
export const exercises: readonly WriteExercise[] = [
  {
    ...shared,
    name: "mini-rows",
    title: "1. What it reads, and what it is to say",
    prompt:
      "Write rows(examples): for each example the ids that are read and the ids that are to be said, 14 places each. An id is a sign’s place in SIGNS. A text is prompt, answer and a line break. What is to be said at a place is the next sign, but only from the sign = on and up to the line break; everywhere else it is −100, which the loss leaves out. Fill what is read up with line breaks, of id 9.",
    start: withRows(
      'function rows(examples) {\n  // examples: a list of {prompt, answer}, such as {prompt: "ca=", answer: "ac"}\n  // returns {inputs, targets}: for each example a list of 14 ids\n  return {inputs: [], targets: []};\n}'
    ),
    functionName: "rows",
    cases: [
      {
        args: [[{prompt: "ca=", answer: "ac"}]],
        expected: {
          inputs: [row([2, 0, 8, 0, 2, 9], END)],
          targets: [row([IGNORED, IGNORED, 0, 2, 9], IGNORED)]
        },
        hint: "After = comes a, after a comes c, after c the line break, and nothing after that."
      },
      {
        args: [
          [
            {prompt: "ba=", answer: "ab"},
            {prompt: "hgfedc=", answer: "cdefgh"}
          ]
        ],
        expected: {
          inputs: [row([1, 0, 8, 0, 1, 9], END), [7, 6, 5, 4, 3, 2, 8, 2, 3, 4, 5, 6, 7, 9]],
          targets: [
            row([IGNORED, IGNORED, 0, 1, 9], IGNORED),
            [...row([], IGNORED).slice(0, 6), 2, 3, 4, 5, 6, 7, 9, IGNORED]
          ]
        }
      },
      {args: [[]], expected: {inputs: [], targets: []}, hint: "No examples, no rows."}
    ],
    solution: withRows(ROWS),
    wrong: [
      {
        code: withRows(ROWS.replaceAll("ids[i + 1]", "ids[i]")),
        why: "It asks for the sign that is read, and not for the next one: a model that copies would be perfect."
      },
      {
        code: withRows(ROWS.replace("i + 1 < asked || ", "")),
        why: "It also learns the prompt, whose letters are drawn and cannot be known."
      },
      {
        code: withRows(ROWS.replace("i + 1 >= ids.length ? -100", "i + 1 >= ids.length ? 9")),
        why: "It learns what only fills the row up: an easy lesson, which hides how hard the others are."
      }
    ],
    explanation:
      "Most of what goes wrong in a first transformer goes wrong here, off by one place. Print a row and read it aloud: “having read this, say that”."
  },
  {
    ...shared,
    name: "mini-first-loss",
    title: "2. It knows nothing, and says so",
    prompt:
      "Make a model of two blocks of width 32 with four heads, tied, and write its loss. firstLoss(seed) is what the loss is before the first step: it must be near ln 10, since there are ten signs.",
    start: withLoss(
      "const model = undefined; // transformer({vocabSize, layers, width, heads, context, tied})\n\n// logits of the inputs, and the mean of what the targets cost: see crossEntropy\nconst loss = (params, {inputs, targets}) => tensor([0]);"
    ),
    functionName: "firstLoss",
    cases: [
      {args: [1], expected: Math.log(10), tolerance: 0.05, hint: "ln 10 is 2.303."},
      {args: [2], expected: Math.log(10), tolerance: 0.05}
    ],
    solution: withLoss(LOSS),
    wrong: [
      {
        code: withLoss(LOSS.replace("tied: true", "tied: true, deviation: 1")),
        why: "First weights of size 1 make a model that is sure of itself from the start: its loss is far above ln 10."
      },
      {
        code: withLoss(LOSS.replace("vocabSize: SIGNS.length", "vocabSize: 40")),
        why: "It believes in forty signs, of which thirty never come: it starts at ln 40."
      },
      {
        code: withLoss(
          LOSS.replace(
            "crossEntropy(model.apply(params, inputs), targets)",
            'crossEntropy(model.apply(params, inputs), targets, {reduction: "sum"})'
          )
        ),
        why: "It adds the tokens up in place of taking their mean."
      }
    ],
    explanation:
      "A model that knows nothing gives every sign the same probability, and loses ln V. It is the cheapest test there is, and it finds wrong targets, wrong vocabularies and weights that start too large."
  },
  {
    ...shared,
    name: "mini-overfit",
    title: "3. One batch by heart",
    prompt:
      "Write step(params, state, examples, learningRate), which makes one step of AdamW and returns [params, state]. overfit(steps) then learns the same eight examples over and over: after 60 steps it must know them by heart.",
    start: withStep(
      "const step = inRegion((params, state, examples, learningRate) => {\n  return [params, state];\n});"
    ),
    functionName: "overfit",
    seconds: 20,
    cases: [
      {args: [0], expected: Math.log(10), tolerance: 0.05},
      {
        args: [60],
        expected: 0,
        tolerance: 0.06,
        hint: "If it does not go down: is the gradient taken by the parameters that are stepped, and is the new state handed on?"
      }
    ],
    solution: withStep(STEP),
    wrong: [
      {
        code: withStep(
          STEP.replace(
            "return adamw(params, grads, state, {learningRate});",
            "return [params, adamw(params, grads, state, {learningRate})[1]];"
          )
        ),
        why: "It hands the state on and forgets the new parameters: nothing is ever changed in place."
      },
      {
        code: withStep(STEP.replace("{learningRate}", "{learningRate: learningRate / 100}")),
        why: "A rate of a ten-thousandth gets nowhere in 60 steps."
      },
      {
        code: withStep(STEP.replace("loss(p, examples)", "loss(p, batch(800, 8))")),
        why: "It learns other examples than it is asked."
      }
    ],
    explanation:
      "A model that cannot learn eight examples by heart will not learn the task either, and it says so in a second. If it can, then forward pass, loss, gradients and optimizer fit together."
  },
  {
    ...shared,
    name: "mini-learns",
    title: "4. It sorts",
    prompt:
      "Write learns(steps): train on new examples in each step, and return accuracy(params, batch(1000000, 200)), the share of 200 other examples whose whole answer is right. After 500 steps of 48 examples it should be above nine tenths. A rate that rises for some steps and then falls to 0 helps. This takes a while: 24,000 examples are learned from.",
    start: withLearns(
      "function learns(steps) {\n  let params = model.init(key(1));\n  let state = adamwInit(params);\n  // train here: step(params, state, examples, learningRate) returns [params, state]\n  return accuracy(params, batch(1000000, 200));\n}"
    ),
    functionName: "learns",
    seconds: 60,
    cases: [
      {args: [0], expected: 0, tolerance: 0.02, hint: "Before the first step it sorts nothing."},
      {
        args: [500],
        expected: 1,
        tolerance: 0.1,
        hint: "Are the examples of each step new ones? Does the rate fall towards the end? One of 0.008 at most does well here."
      }
    ],
    solution: withLearns(LEARNS),
    wrong: [
      {
        code: withLearns(
          LEARNS.replace("batch(48 * i, 48)", "batch(0, 8)").replace("i < steps", "i < Math.min(steps, 80)")
        ),
        why: "It learns eight examples by heart, and sorts nothing else."
      },
      {
        code: withLearns(LEARNS.replace("i < steps", "i < Math.min(steps, 40)")),
        why: "It stops after 40 steps."
      },
      {
        code: withLearns(LEARNS.replace("0.008 *", "1 *").replace("i < steps", "i < Math.min(steps, 60)")),
        why: "A rate of 1 throws it out, from where it does not come back."
      }
    ],
    explanation:
      "About thirty lines, and it is all there: a task, a vocabulary, windows, a loss on the answer alone, a model, a step, a schedule, and a judgment on examples that were held out."
  }
];
