import type {Question} from "../../../components/exercise/question.js";
import {exp, pow} from "/lib/index.js";
import {add, cos, mul} from "/lib/scalar.js";
import {slopeOf} from "../model/slopeOf.js";

/** The quotient of x · |x| between 0 and h. */
const quotient = (h: number): number => (h * Math.abs(h) - 0) / h;
const [fromRight, fromLeft] = [quotient(1e-9), quotient(-1e-9)];
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

/** What the page “What is a derivative” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "derivatives-best-step",
    prompt:
      "The derivative of eˣ at 1 is e. Of the steps h = 10⁻¹, 10⁻², …, 10⁻¹⁶, which comes nearest to it with the quotient (f(x + h) − f(x)) / h, in float64? Give the k of 10⁻ᵏ.",
    range: [1, 16],
    step: 1,
    start: 14,
    within: 1,
    truth: () => {
      const slope = exp(1); // of exp at 1
      const errors = Array.from({length: 16}, (_, i) => {
        const h = pow(10, -(i + 1));
        return Math.abs((exp(1 + h) - exp(1)) / h - slope);
      });
      return errors.indexOf(Math.min(...errors)) + 1;
    },
    why: "About half of the 16 digits: smaller steps lose more in the subtraction than they gain.",
    solution:
      "The straight line is wrong by about h, and the subtraction is wrong by about 10⁻¹⁶/h. The two are equal for k = 8, h = 10⁻⁸, where each costs half of the digits."
  },
  {
    kind: "choose",
    name: "derivatives-signed-square",
    prompt: "Let f(x) = x · |x|. What is its derivative at 0?",
    options: [
      {
        text: "There is none, because |x| has none at 0.",
        holds: () => !near(fromRight, fromLeft),
        why: "A product can be smoother than its factors. Ask the quotient: f(h)/h = |h|."
      },
      {
        text: "0",
        right: true,
        holds: () => near(fromRight, 0) && near(fromLeft, 0),
        why: "The quotient is h|h|/h = |h|, which goes to 0 from both sides."
      },
      {
        text: "1 from the right and −1 from the left",
        holds: () => near(fromRight, 1) && near(fromLeft, -1),
        why: "Those are the quotients of |x|. Here there is a factor h more."
      },
      {text: "2", holds: () => near(fromRight, 2), why: "The slope is 2|x|, and at 0 that is 0."}
    ],
    solution:
      "f(h) − f(0) = h|h|, and divided by h it is |h|, which goes to 0 whatever the sign of h. So f is differentiable at 0 with slope 0. Elsewhere it is x² or −x², with slope 2|x|: the slope has a kink, the function has none."
  },
  {
    kind: "compute",
    name: "derivatives-directional",
    prompt: "Let f(x, y) = x² y. What is its slope at (1, 2) in the direction of the vector (3, 4)?",
    answer: () =>
      slopeOf((t) => {
        const [x, y] = [add(1, mul(t, 3 / 5)), add(2, mul(t, 4 / 5))];
        return mul(mul(x, x), y);
      }, 0),
    tolerance: 0.005,
    hint: "The gradient is (2xy, x²). A direction has length one: divide (3, 4) by its length first.",
    hints: [
      {value: 4 * 3 + 1 * 4, tolerance: 0.01, why: "(3, 4) has length 5. A slope is per unit of length: divide by 5."},
      {
        value: 4 + 1,
        tolerance: 0.01,
        why: "That is the sum of the partial derivatives. The direction does not weigh them equally."
      },
      {
        value: Math.hypot(4, 1),
        tolerance: 0.01,
        why: "That is the length of the gradient: the slope in its own direction, not in this one."
      }
    ],
    why: "(4, 1) · (3/5, 4/5) = 12/5 + 4/5.",
    solution:
      "With y held still, x² y has slope 2xy = 4; with x held still, slope x² = 1. The direction is u = (3, 4)/5. The slope is 4 · 0.6 + 1 · 0.8 = 3.2, less than the length of the gradient, √17 = 4.12, as it must be."
  },
  {
    kind: "compute",
    name: "derivatives-by-eye",
    prompt: "What is the slope of the curve at the dot, by eye?",
    answer: () => slopeOf((x) => add(2, mul(1.5, cos(x))), Math.PI / 2),
    tolerance: 0.26,
    hint: "Lay a ruler along the curve at the dot. Over how many units to the right does it fall by how many?",
    hints: [
      {value: 1.5, tolerance: 0.26, why: "The size is right. But the curve falls there."},
      {value: -1 / 1.5, tolerance: 0.15, why: "That is run over rise. A slope is rise over run."},
      {value: 2, tolerance: 0.2, why: "That is the height of the curve at the dot, not its slope."}
    ],
    why: "The tangent at the dot falls by about three units over two.",
    solution:
      "The line that touches at the dot goes through about (1, 2.9) and (2.1, 1.2): it falls by 1.7 over a run of 1.1, so the slope is about −1.5. (The curve is 2 + 1.5 cos x, and the dot is at π/2, where its slope is −1.5.) Whoever watches the curve of a loss reads slopes like this all day."
  }
];
