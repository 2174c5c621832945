import type {Question} from "../../../components/exercise/question.js";
import {entropy, log, toBits} from "/lib/index.js";
import {impossibleShare} from "../model/exerciseTruths.js";

const FOUR = [3 / 4, 1 / 4];

/** The log-likelihood of three a and one b, with so much for a third token; a and b share the rest in their proportion. */
const withUnseen = (share: number): number => 3 * log(0.75 * (1 - share)) + log(0.25 * (1 - share));

/** What the page “Maximum likelihood” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "maximum-likelihood-unseen",
    prompt:
      "A model of order 4 has counted nine tenths of the opening of Moby Dick, about 38,000 characters. What share of the last tenth’s characters does it call impossible?",
    range: [0, 100],
    step: 1,
    start: 50,
    unit: "%",
    within: 7,
    truth: async (corpus) => 100 * impossibleShare(await corpus("opening"), 4),
    why: "About 42%, two in five, although single characters hold no surprise: the combinations do.",
    solution:
      "Only five-character windows that were seen are possible. The text has tens of thousands of distinct ones, most of them seen once, and new text brings new ones all the time. The table above has the shares for other orders."
  },
  {
    kind: "choose",
    name: "maximum-likelihood-zero",
    prompt:
      "A token never followed a context, so the Lagrange condition for it reads 0 − λ = 0, with λ = N > 0. What follows?",
    options: [
      {
        text: "There is no maximum.",
        holds: () => !Number.isFinite(withUnseen(0)),
        why: "There is: the simplex is closed and bounded, and the value at the relative frequencies is finite and largest."
      },
      {
        text: "The maximum has probability zero for this token, on the boundary, where the slope need not vanish.",
        right: true,
        holds: () => [0.001, 0.01, 0.1, 0.5].every((share) => withUnseen(share) < withUnseen(0)),
        why: "Inside, the Lagrangian falls with this probability, at rate λ: what it costs is taken from the tokens that were seen. So it is pushed to zero, and only the constraint that it is not negative stops it."
      },
      {
        text: "The token may have any probability, for it adds 0 · ln θ = 0.",
        holds: () => withUnseen(0.1) === withUnseen(0),
        why: "Its own term is zero, but probability given to it is taken from tokens that were seen, and there it lowers the likelihood."
      },
      {
        text: "λ must be zero.",
        why: "Then no token that was seen could satisfy its condition: c/θ = 0 has no solution."
      }
    ],
    solution:
      "With inequality constraints the condition is c/θ − λ + μ = 0 with μ ≥ 0 and μθ = 0. For c = 0 it gives μ = λ > 0, hence θ = 0. Gibbs’ inequality says the same without derivatives: the loss is KL(counts ‖ θ), and mass on unseen tokens can only increase it."
  },
  {
    kind: "compute",
    name: "maximum-likelihood-value",
    prompt:
      "A context was followed three times by a and once by b. What is the largest log-likelihood that a distribution can give to these four tokens, in nats?",
    answer: () => -4 * entropy(FOUR),
    tolerance: 0.01,
    hint: "The best distribution has the relative frequencies. Add the logarithms of the four probabilities.",
    hints: [
      {
        value: 4 * entropy(FOUR),
        tolerance: 0.01,
        why: "The number is right, but a logarithm of a probability is not positive."
      },
      {value: -4 * toBits(entropy(FOUR)), tolerance: 0.01, why: "These are bits. In nats use the natural logarithm."},
      {value: -entropy(FOUR), tolerance: 0.01, why: "That is the mean for one token. There are four."}
    ],
    why: "3 ln 0.75 + ln 0.25 = −0.863 − 1.386 = −2.249 nats.",
    solution:
      "The maximum is at 3/4 and 1/4. 3 ln(3/4) = −0.863 and ln(1/4) = −1.386; together −2.249 nats. Divided by four, and with the sign turned, it is the entropy of (3/4, 1/4): 0.562 nats."
  }
];
