import type {Question} from "../../../components/exercise/question.js";
import {log as logOf} from "/lib/index.js";
import {add, backward, log, mul, numericalGradient, relu, sqrt, variable, type Expression} from "/lib/scalar.js";
import {meanLoss, type Example} from "../model/layerBatches.js";
import {bugs, slopesWith} from "../model/plantedBugs.js";
import {slopeOf} from "../model/slopeOf.js";
import {crossed} from "../model/tensorTruths.js";

/** Whether an engine with this mistake says what the exercise says: 2 for x · y at (3, 2), and 3 for x · x at 3. */
const saysSo = (name: string) => (): boolean => {
  const bug = bugs.find((one) => one.name === name)!;
  return slopesWith(bug, "x * y", [3, 2])[0] === 2 && slopesWith(bug, "x * x", [3, 2])[0] === 3;
};

const square = (x: Expression): Expression => mul(x, x);
const lengthOf = (x: Expression): Expression => sqrt(square(x));

/** Whether a check with this batch finds an engine that hands the bias the share of the first example alone. */
const finds = (batch: readonly Example[]): boolean => {
  const {bias, predictions} = meanLoss(batch);
  return Math.abs(bias - predictions[0]!) > 1e-6;
};
const THREE: readonly Example[] = [
  {x: 1, target: -1},
  {x: 2, target: 0},
  {x: -1, target: -3}
];

/** A dead neuron’s loss, its sums and its slope with w: (relu(w x − 100) − 1)², over two examples. */
const SUMS = [1, 2].map((x) => 0.5 * x - 100);
const deadLoss = (w: Expression): Expression =>
  [1, 2].map((x) => square(add(relu(add(mul(w, x), -100)), -1))).reduce((a, b) => add(a, b));
const deadSlope = (): number => slopeOf(deadLoss, 0.5);

/** What the page “Common mistakes” asks. */
export const questions: readonly Question[] = [
  {
    kind: "choose",
    name: "mistakes-diagnose-set",
    prompt: "What do you suspect?",
    options: [
      {
        text: "The rule of the product is wrong.",
        holds: saysSo("Exchanges the slopes of a product"),
        why: "x · y is right with both inputs, and it uses the same rule."
      },
      {
        text: "A share is set where it should be added.",
        right: true,
        holds: saysSo("Sets where it should add"),
        why: "Both edges of x · x hand 3 to the same place, and the second replaces the first."
      },
      {
        text: "Gradients of an earlier pass were not cleared.",
        holds: () => 2 * slopeOf(square, 3) === 3,
        why: "Then the slope would be too large, and differ from one call to the next."
      },
      {
        text: "Nothing is wrong: the slope of x · x at 3 is 3.",
        holds: () => slopeOf(square, 3) === 3,
        why: "x² has the slope 2x, which is 6."
      }
    ],
    solution:
      "One formula is right, another, which uses the same rule, is wrong by exactly one of two shares. What differs is that a value is used twice: so look at how shares meet."
  },
  {
    kind: "choose",
    name: "mistakes-diagnose-early",
    prompt: "The loss w² is 9, which is right for w = 3. The slope says 2, which is right for w = 1. What happened?",
    options: [
      {
        text: "The learning rate is too large.",
        why: "A rate changes where the next step goes, not what the slope at this point is."
      },
      {
        text: "The rule of the square is wrong.",
        holds: () => slopeOf(square, 1) !== 2,
        why: "2w is right: 2 at w = 1. It was applied to another w."
      },
      {
        text: "w was changed after the loss was computed, and before the slope was.",
        right: true,
        holds: () => 3 * 3 === 9 && slopeOf(square, 1) === 2 && slopeOf(square, 3) !== 2,
        why: "A loss from one moment, and a slope from a later one. No point ever had both."
      },
      {
        text: "The gradient was divided by the batch.",
        why: "6 divided by 3 is 2, so that would fit this one number. But it would be wrong in tests as well."
      }
    ],
    solution:
      "Both numbers are right, of two different points. So something moved in between: the parameter was updated in place while the graph still referred to it."
  },
  {
    kind: "choose",
    name: "mistakes-diagnose-where",
    prompt: "Where does the NaN come from, if the logarithm of 0 was not chosen?",
    options: [
      {
        text: "log(0) is NaN, and NaN spreads.",
        holds: () => Number.isNaN(logOf(0)),
        why: "It is −∞, and it was not chosen: the value is 0."
      },
      {
        text: "where has no derivative at its border.",
        why: "It hands back 1 to what was chosen and 0 to the rest, at every point."
      },
      {
        text: "The 0 that where hands back to the other branch is multiplied by an infinite slope.",
        right: true,
        holds: () => Number.isNaN(0 * slopeOf(log, 0)),
        why: "The way back goes through both branches, and trusts that 0 times anything is 0. In floats 0 · ∞ is NaN."
      },
      {
        text: "Rounding: x is not exactly 0.",
        holds: () => Number.isNaN(0 * slopeOf(log, 1e-300)),
        why: "If it were not, the slope would be large and finite, and 0 times it would be 0."
      }
    ],
    solution:
      "On the way forward both branches were computed and one was thrown away. On the way back nothing is thrown away: the one not chosen receives 0, and its rule multiplies that by 1/x."
  },
  {
    kind: "choose",
    name: "mistakes-diagnose-mean",
    prompt: "Predictions have the shape [n, 1], targets [n]. Which suspicion fits all three symptoms?",
    options: [
      {text: "The learning rate is too small.", why: "Then exactly right predictions would still have the loss 0."},
      {
        text: "The model has too few parameters.",
        why: "A weak model predicts means as well. But no model can change the loss of predictions that are right."
      },
      {
        text: "The difference has the shape [n, n].",
        right: true,
        holds: async () => {
          const {shape, loss} = await crossed(5);
          return shape.join() === "5,5" && loss > 0;
        },
        why: "Every prediction is compared with every target, so that being right about one’s own is not enough."
      },
      {
        text: "The gradient of the bias is not summed over the batch.",
        why: "That changes gradients, and the loss of right predictions is a matter of values."
      }
    ],
    solution:
      "The decisive symptom is the loss of perfect predictions: it is computed without any gradient, so it must be the loss itself that is wrong. [n, 1] and [n] fit by broadcasting, and give [n, n]."
  },
  {
    kind: "predict",
    name: "autodiff-piled-up",
    prompt:
      "The loss is (w − 3)², w starts at 0, the learning rate is 0.1, and gradients are never cleared. Where is w after three steps? (With clearing it is at 1.464.)",
    range: [0, 5],
    step: 0.05,
    start: 1.5,
    within: 0.2,
    truth: () => {
      let [w, kept] = [0, 0];
      for (let i = 0; i < 3; i++) {
        const x = variable(w);
        const error = add(x, -3);
        kept += backward(mul(error, error)).get(x);
        w -= 0.1 * kept;
      }
      return w;
    },
    why: "The first step goes to 0.6 as it should. Then old gradients push as well.",
    solution:
      "Gradients are −6, −4.8 and −2.64; their running sums are −6, −10.8 and −13.44. So w goes 0, 0.6, 1.68, 3.024. It is past the minimum after three steps, and pushed on for a while yet: what piles up acts like momentum without friction."
  },
  {
    kind: "choose",
    name: "autodiff-sqrt-zero",
    prompt:
      "The length of a vector is computed as sqrt(sum(x · x)). Values are fine, but at x = 0 its gradient is NaN. What happens there?",
    options: [
      {text: "sqrt(0) is NaN.", holds: () => Number.isNaN(Math.sqrt(0)), why: "It is 0. The value is fine."},
      {
        text: "The slope of sqrt at 0 is infinite, and it meets 2x = 0 on the way back.",
        right: true,
        holds: () => slopeOf(sqrt, 0) === Infinity && slopeOf(square, 0) === 0 && Number.isNaN(slopeOf(lengthOf, 0)),
        why: "0.5/0 is ∞, and ∞ · 0 is NaN. The length has a kink at 0: there is no slope."
      },
      {
        text: "Rounding: x is not exactly 0.",
        holds: () => Number.isNaN(slopeOf(lengthOf, 1e-100)),
        why: "Then the gradient would be x over the length, which is finite."
      },
      {
        text: "The sum has no gradient for equal numbers.",
        holds: () => slopeOf((x) => add(x, 0), 0) !== 1,
        why: "A sum hands back 1 to each, always."
      }
    ],
    solution:
      "Each share is ½ · 1/√0 · 2x = ∞ · 0. The usual cure is √(ε + Σx²), which is smooth, with slope 0 at 0. Normalization layers have their ε for the same reason."
  },
  {
    kind: "compute",
    name: "autodiff-cosine",
    prompt:
      "The true gradient is (3, 4). An engine forgets the first entry and says (0, 4). Of the fall in loss that a step of the same small length along the true gradient would bring, what share is left?",
    answer: () => (3 * 0 + 4 * 4) / (Math.hypot(3, 4) * Math.hypot(0, 4)),
    tolerance: 0.002,
    hint: "Equation (2): the cosine of the angle between the two.",
    hints: [
      {
        value: 0.8 * 0.8,
        tolerance: 0.002,
        why: "That is the square of the cosine: the share with the same learning rate, for then the step is shorter as well. Asked is for a step of the same length."
      },
      {value: 3 / 5, tolerance: 0.002, why: "That is for the entry that was forgotten."}
    ],
    why: "⟨g, ĝ⟩/(|g| |ĝ|) = 16/(5 · 4).",
    solution:
      "The inner product is 16, the lengths are 5 and 4, so the cosine is 0.8. Half of the entries are missing, and four fifths of the progress is left: no curve of a loss would tell."
  },
  {
    kind: "choose",
    name: "autodiff-which-test",
    prompt: "An engine treats the bias of a layer as used by the first example of the batch only. Which test finds it?",
    options: [
      {
        text: "The loss falls in training.",
        holds: () => {
          const {bias, predictions} = meanLoss(THREE);
          return bias * predictions[0]! <= 0; // then it would not fall
        },
        why: "It does, with the wrong bias gradient as well: the angle stays below a right one."
      },
      {
        text: "A gradient check with a batch of one.",
        holds: () => finds(THREE.slice(0, 1)),
        why: "With one example, the first is all there is: the engine is right."
      },
      {
        text: "A gradient check with a batch of three different examples.",
        right: true,
        holds: () => finds(THREE),
        why: "Differences see all three; the engine hands back one."
      },
      {
        text: "A check that the gradient of the bias has the bias’s shape.",
        why: "It has. The shape of a sum and that of its first term are the same."
      }
    ],
    solution:
      "It is the first mistake of this page, in the clothes of broadcasting: a bias is used once by each example, and must add up all of them. Tests need more than one of everything."
  },
  {
    kind: "choose",
    name: "mistakes-dead-relu",
    prompt:
      "A layer computes relu(Wx + b). After one step with too large a rate, the loss stays where it is for ever. Every gradient check passes, at these very parameters. What happened?",
    options: [
      {
        text: "The check is blind: its directions all miss the mistake.",
        holds: () => {
          const [byDifferences] = numericalGradient(([w = 0]) => deadLoss(variable(w)).value, [0.5]);
          return Math.abs(byDifferences! - deadSlope()) > 1e-9;
        },
        why: "Twenty directions with fresh weights do not all miss. There is nothing to find."
      },
      {
        text: "All sums Wx + b are below 0 for all examples, so the slopes are rightly 0.",
        right: true,
        holds: () => SUMS.every((sum) => sum < 0) && deadSlope() === 0,
        why: "The gradient is right: a small change of W changes nothing. That is the trouble."
      },
      {
        text: "The learning rate has become too small.",
        holds: () => 1e6 * deadSlope() !== 0,
        why: "No rate helps against a gradient of 0."
      },
      {
        text: "relu has a kink, where no slope exists.",
        holds: () => SUMS.includes(0),
        why: "The kink is at 0, and these sums are far below it, where the slope is 0 without any doubt."
      }
    ],
    solution:
      "A gradient says how the loss answers to a small change, and here it does not answer. Differences say the same, so no test of the engine can find anything: the engine is right, the place is bad. Look at the share of zeros that a layer gives, and lower the rate, or use an activation that is nowhere flat, such as GELU or SiLU."
  }
];
