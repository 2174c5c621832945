import type {Question} from "../../../components/exercise/question.js";
import {log} from "/lib/index.js";
import {exp, log as logarithm, mul, sigmoid, sub, tanh} from "/lib/scalar.js";
import {slopeOf} from "../model/slopeOf.js";

/** What the page “Derivative rules” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "rules-flat-tanh",
    prompt: "At which whole x does the slope 1 − tanh² x, computed like this, first become exactly zero in float64?",
    range: [1, 40],
    step: 1,
    start: 30,
    within: 3,
    truth: () => Array.from({length: 40}, (_, i) => i + 1).find((x) => slopeOf(tanh, x) === 0)!,
    why: "There tanh x is so near to 1 that the nearest float64 is 1 itself.",
    solution:
      "1 − tanh x is about 2e⁻²ˣ. Numbers just below 1 are 1.1 · 10⁻¹⁶ apart; so tanh x rounds to 1 when 2e⁻²ˣ is below half of that, 5.6 · 10⁻¹⁷: for x above 19.06, and the next whole number is 20."
  },
  {
    kind: "choose",
    name: "rules-product-continuity",
    prompt: "Where does the proof of the product rule use that v is continuous at x?",
    options: [
      {text: "In dividing by h", why: "h is never zero in a difference quotient, whatever v is."},
      {
        text: "In v(x + h) → v(x), the factor beside the quotient of u",
        right: true,
        why: "The quotient of u is multiplied by the value at the new place, which must come back to v(x)."
      },
      {text: "In adding and subtracting u(x) v(x + h)", why: "That changes nothing, for every function."},
      {
        text: "Nowhere: it holds for all functions v",
        why: "Without it the first summand might have another limit, or none."
      }
    ],
    solution:
      "The first summand is (quotient of u) · v(x + h). Its limit is u′(x) v(x) only if v(x + h) tends to v(x). As v has a derivative at x, it is continuous there; so nothing more must be assumed."
  },
  {
    kind: "compute",
    name: "rules-silu",
    prompt: "What is the slope of x · σ(x) at x = 1? (σ(1) = 0.7311)",
    answer: () => slopeOf((x) => mul(x, sigmoid(x)), 1),
    tolerance: 0.001,
    hint: "Product rule: σ(x) + x σ′(x), and σ′ = σ(1 − σ).",
    hints: [
      {
        value: 0.7311 * (1 - 0.7311),
        tolerance: 0.001,
        why: "That is x σ′ alone. The first factor has a slope, too: it is 1."
      },
      {value: sigmoid(1).value, tolerance: 0.0005, why: "That is σ alone: it misses that σ changes with x."}
    ],
    why: "0.7311 + 1 · 0.7311 · 0.2689 = 0.9277.",
    solution: "x′ σ + x σ′ = σ + x σ(1 − σ). At 1: 0.7311 + 0.7311 · 0.2689 = 0.7311 + 0.1966 = 0.9277."
  },
  {
    kind: "compute",
    name: "rules-softplus-inverse",
    prompt:
      "softplus(x) = ln(1 + eˣ) takes each positive value once; models use it for numbers that must stay positive, and then have to start them, which takes its inverse. What is the slope of that inverse at y = ln 3?",
    answer: () => slopeOf((y) => logarithm(sub(exp(y), 1)), log(3)), // the inverse itself
    tolerance: 0.005,
    hint: "Where is softplus equal to ln 3, and what is its slope there?",
    hints: [
      {
        value: sigmoid(log(2)).value,
        tolerance: 0.005,
        why: "That is the slope of softplus at ln 2. The inverse has one over it."
      },
      {
        value: 1 / sigmoid(log(3)).value,
        tolerance: 0.005,
        why: "That is one over σ(ln 3). The slope of softplus is wanted where softplus is ln 3, which is not at ln 3."
      },
      {
        value: sigmoid(log(3)).value,
        tolerance: 0.005,
        why: "That is σ(ln 3): the slope of softplus itself, and at the wrong place."
      }
    ],
    why: "softplus(ln 2) = ln 3, its slope there is σ(ln 2) = 2/3, and the inverse has 3/2.",
    solution:
      "ln(1 + eˣ) = ln 3 for eˣ = 2, so x = ln 2. The slope of softplus is eˣ/(1 + eˣ) = σ(x), which is 2/3 there. The slope of the inverse is 1/(2/3) = 1.5. In general it is 1/(1 − e⁻ʸ), which is large for small y: numbers near zero take large changes of x to move."
  }
];
