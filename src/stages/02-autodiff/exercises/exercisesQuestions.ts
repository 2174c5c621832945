import type {Question} from "../../../components/exercise/question.js";
import {log} from "/lib/index.js";
import {
  add,
  backward,
  duals,
  dual,
  exp,
  gradients,
  log as logarithm,
  mul,
  neg,
  pow,
  relu,
  sub,
  variable
} from "/lib/scalar.js";
import {meanLoss, type Example} from "../model/layerBatches.js";
import {slopeOf} from "../model/slopeOf.js";

const inTwoHalves = (): number => slopeOf((x) => sub(relu(x), relu(neg(x))), 0);

const BATCH: readonly Example[] = [
  {x: 1, target: 2},
  {x: -2, target: 0.5}
];
/** Whether the gradients are multiplied by these factors when each example is there twice. */
const become = (weight: number, prediction: number) => (): boolean => {
  const [once, twice] = [meanLoss(BATCH), meanLoss([...BATCH, ...BATCH])];
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-12;
  return near(twice.weight, weight * once.weight) && near(twice.predictions[0]!, prediction * once.predictions[0]!);
};

/** What the page “Exercises” asks. */
export const questions: readonly Question[] = [
  {
    kind: "compute",
    name: "autodiff-self-power",
    prompt: "What is the slope of x to the power of x, at x = 2?",
    answer: () => slopeOf((x) => pow(x, x), 2),
    tolerance: 0.005,
    hint: "x is used twice: as the base, and as the exponent. Add the slopes of both uses.",
    hints: [
      {value: slopeOf((x) => pow(x, 2), 2), tolerance: 0.01, why: "That is the use as the base alone: x · xˣ⁻¹ = xˣ."},
      {value: slopeOf((x) => pow(2, x), 2), tolerance: 0.01, why: "That is the use as the exponent alone: xˣ ln x."}
    ],
    why: "4 from the base, and 4 ln 2 = 2.7726 from the exponent.",
    solution:
      "The base hands back y · xʸ⁻¹ with y = x, which is xˣ = 4. The exponent hands back xˣ ln x = 4 · 0.6931 = 2.7726. By equation (1) they add: 6.7726. No rule for powers with a variable in both base and exponent is needed, only the rule of the shared node."
  },
  {
    kind: "choose",
    name: "autodiff-kink-halves",
    prompt:
      "relu(x) − relu(−x) is x, for every x. What does a pass back say of its slope at 0, if the slope of relu at 0 is taken as 0?",
    options: [
      {
        text: "1, for the function is x.",
        holds: () => inTwoHalves() === 1,
        why: "An engine does not know that. It knows the two halves, and takes 0 for the slope of each."
      },
      {
        text: "0",
        right: true,
        holds: () => inTwoHalves() === 0,
        why: "Each relu hands back 0 times what it got. Both shares are 0, although the function has the slope 1."
      },
      {
        text: "½, the middle of both sides.",
        holds: () => inTwoHalves() === 0.5,
        why: "That would need a convention which takes ½ for each relu: then it would be ½ + ½ = 1, by luck."
      },
      {
        text: "NaN",
        holds: () => Number.isNaN(inTwoHalves()),
        why: "Nothing is divided by 0 here. The answer is a number, and wrong."
      }
    ],
    solution:
      "The slope of relu(x) at 0 is taken as 0, and that of −relu(−x) as −0 · (−1) = 0. The sum is 0. Rules of differentiation hold where all parts are differentiable; at a kink of a part an engine may be wrong about a whole that is smooth. The library says the same: try it in the figure."
  },
  {
    kind: "compute",
    name: "autodiff-passes",
    prompt:
      "A function takes 1,000 numbers to 3. Its whole Jacobian is wanted. How many passes are needed at least, if you choose the mode?",
    answer: () => Math.min(1000, 3),
    tolerance: 0.001,
    hint: "A pass back gives a row of the Jacobian, a pass forward a column. The Jacobian is 3 by 1,000.",
    hints: [
      {value: 1000, tolerance: 0.1, why: "Forward, yes: one for each input. Back is one for each output."},
      {value: 1, tolerance: 0.001, why: "One pass back is for one output, or for one weighted sum of them."},
      {value: 1000 * 3, tolerance: 0.1, why: "That is one for each number of the Jacobian. A pass gives a whole row."}
    ],
    why: "3 passes: a row each, back from each output.",
    solution:
      "Reverse mode gives vᵀJ for one v, so with v = e₁, e₂, e₃ it gives the three rows. Forward mode would need 1,000."
  },
  {
    kind: "compute",
    name: "autodiff-softmax-slope",
    prompt:
      "Three tokens have the logits 0, ln 2 and ln 5. The second one was right. What is the slope of the cross-entropy (in nats) with respect to the second logit?",
    answer: () => slopeOf((z) => sub(logarithm(add(add(1, exp(z)), 5)), z), log(2)),
    tolerance: 0.002,
    hint: "Softmax first: the exponentials of the logits are 1, 2 and 5.",
    hints: [
      {value: 2 / 8, tolerance: 0.002, why: "That is the probability. The slope is p − 1 for the right token."},
      {value: 1 - 2 / 8, tolerance: 0.002, why: "The sign: raising the right logit lowers the loss."},
      {value: (2 / 8) * (6 / 8), tolerance: 0.002, why: "That is the slope of the probability itself, p(1 − p)."}
    ],
    why: "p = 2/8, and p − 1 = −3/4.",
    solution:
      "The probabilities are 1/8, 2/8 and 5/8. The gradient is p − y = (1/8, −6/8, 5/8), whose entries sum to 0, as they must: adding the same to all logits changes nothing."
  },
  {
    kind: "compute",
    name: "autodiff-mixed",
    prompt:
      "f(x, y) = x² y³. Differentiate with respect to x, then the result with respect to y. What is it at (1, 2)?",
    answer: () => {
      const [x, y] = [variable(1), variable(2)];
      const [byX] = gradients(mul(mul(x, x), mul(y, mul(y, y))), [x]);
      return backward(byX!).get(y);
    },
    tolerance: 0.01,
    hint: "∂f/∂x = 2x y³. Now hold x still.",
    hints: [
      {value: 2 * 1 * 8, tolerance: 0.01, why: "That is ∂f/∂x alone: 2 · 8."},
      {value: 3 * 1 * 4, tolerance: 0.01, why: "That is ∂f/∂y alone, 3x²y²."}
    ],
    why: "6x y² = 6 · 4.",
    solution:
      "2x y³ has, with respect to y, the slope 6x y² = 24. The other way round: 3x² y² with respect to x is 6x y² as well. The order of differentiation does not matter for functions as smooth as this one."
  },
  {
    kind: "predict",
    name: "autodiff-newton-slope",
    prompt:
      "Newton’s method for √a repeats x ← (x + a/x)/2, from x = 1. Differentiate the program itself with respect to a, at a = 2, with dual numbers. After how many repetitions are the first ten decimals of the slope those of the slope of √a, 1/(2√2) = 0.3535533906?",
    range: [1, 40],
    step: 1,
    start: 30,
    within: 2,
    truth: () => {
      let x = dual(1);
      for (let n = 1; n <= 40; n++) {
        x = duals.mul(duals.add(x, duals.div(dual(2, 1), x)), 0.5);
        if (Math.abs(x.tangent - 1 / (2 * Math.sqrt(2))) < 5e-11) return n;
      }
      return NaN;
    },
    why: "The slope comes along with the value, and doubles its right digits with each repetition, as Newton’s method does.",
    solution:
      "The slopes are 0.5, 0.3611, 0.353566 and 0.3535533906: off by 0.15, 0.008, 10⁻⁵ and 2 · 10⁻¹¹. So it takes 4 repetitions. The slope of what a program computes approaches the slope of what it converges to. That this is so, and when, is the last proof of this page."
  },
  {
    kind: "choose",
    name: "autodiff-mean-batch",
    prompt:
      "The loss is a mean over a batch. You double the batch by repeating each example once. What happens to the gradient of a weight, and to that of the logits of one example?",
    options: [
      {
        text: "Both stay the same.",
        holds: become(1, 1),
        why: "The weight’s does. One example’s logits have now half the influence on the mean."
      },
      {
        text: "The weight’s stays, that of one example’s logits is halved.",
        right: true,
        holds: become(1, 0.5),
        why: "Each copy hands back half, and the weight adds up both."
      },
      {
        text: "The weight’s doubles, that of the logits stays.",
        holds: become(2, 1),
        why: "That would be so if the loss were a sum."
      },
      {
        text: "Both are halved.",
        holds: become(0.5, 0.5),
        why: "The weight is used by twice as many examples, each with half the influence."
      }
    ],
    solution:
      "The mean divides by twice as many, so each logit gets p − y over 2n and not over n. The weight is used by each example: by equation (1) it adds twice as many shares of half the size."
  }
];
