import {chinchilla, computeOptimal} from "/lib/transformer.js";
import type {Question} from "../../../components/exercise/question.js";
import {LAWS, planOf} from "../model/budgets.js";
import {allRight, onLine, throughThree} from "../model/powerLaws.js";

const perParameter = (power: number, law: keyof typeof LAWS): number =>
  planOf(LAWS[law].law, Math.pow(10, power)).perParameter;

/** What the page “Scaling laws” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "laws-twice",
    prompt:
      "On web text, a law fitted to hundreds of models says that what size alone costs falls as 1/N to the power of 0.34. A model gets ten times as many parameters, and as much text as it can use. To which part does this cost fall?",
    range: [0, 100],
    step: 1,
    start: 10,
    unit: "%",
    truth: () => 100 * Math.pow(10, -chinchilla.alpha),
    within: 6,
    why: "10 to the −0.34 is 46 %: a tenth of the parameters costs little more than twice as much.",
    solution:
      "10 to the power of −0.34 is 0.457, so 46 % stay. To take nine tenths of it away, one would need almost a thousand times as many parameters, for 1000 to the −0.34 is 0.095."
  },
  {
    kind: "choose",
    name: "laws-foretold",
    prompt:
      "Five sizes of a small transformer, from two thousand to sixty thousand parameters, are trained for five lengths each. A law is fitted to their 25 losses, and asked what a model of a hundred thousand parameters will reach at the greatest length. How near will it come?",
    options: [
      {
        text: "Within some hundredths of a nat, since both roads are smooth and the step is less than a factor of two.",
        right: true,
        why: "The figure shows how near: see its last line."
      },
      {
        text: "It will be far off, because nobody can know a model before it is trained.",
        why: "Losses are means over thousands of letters, and they move smoothly with size and text. What a model says to one question is another matter."
      },
      {
        text: "It will be right to four digits, for a law is a law.",
        why: "It is a fit to noisy runs, of a form that was chosen because it fits. Nothing of it was derived from what text is."
      }
    ],
    solution:
      "A forecast over less than a factor of two is an easy one. What is hard is to say how sure one is of it over a factor of a thousand."
  },
  {
    kind: "compute",
    name: "laws-three",
    prompt:
      "Models of 1, 10 and 100 million parameters come to 4.5, 3.5 and 3.0 nats. If a power law with a floor goes through them, where is the floor?",
    answer: () => throughThree([4.5, 3.5, 3], 10).floor,
    tolerance: 0.01,
    unit: "nats",
    hint: "What is above the floor falls by the same ratio twice: (3.5 − E)² = (4.5 − E)(3 − E).",
    hints: [
      {value: 0, why: "Without a floor the ratios would be equal: 3.5/4.5 and 3/3.5 are not."},
      {
        value: 3,
        why: "At 100 million something is still above it: from 4.5 to 3.5 one nat was won, and from 3.5 to 3.0 a half."
      }
    ],
    why: "E = (4.5 · 3 − 3.5²)/(4.5 + 3 − 7) = 2.5.",
    solution:
      "(4.5 · 3.0 − 3.5²)/(4.5 + 3.0 − 2 · 3.5) = 1.25/0.5 = 2.5. Above it are 2, 1 and 0.5: a half with each factor of ten."
  },
  {
    kind: "compute",
    name: "laws-ruler",
    prompt:
      "Of the same three models, someone lays a ruler on logarithmic axes through the first and the last, and reads off what 10 billion parameters would give. What does the ruler say?",
    answer: () => onLine(1e10, [1e6, 4.5], [1e8, 3]).value,
    tolerance: 0.02,
    unit: "nats",
    hint: "Over a factor of 100 the loss was multiplied by 3/4.5. Do it once more.",
    hints: [
      {value: 2.5 + 2 / 16, tolerance: 0.005, why: "That is the law with its floor: the ruler knows of none."},
      {value: 1.5, tolerance: 0.01, why: "A straight line on logarithmic axes multiplies, and does not subtract."}
    ],
    why: "3 · 3/4.5 = 2, half a nat below the floor.",
    solution:
      "A factor of 100 multiplies the loss by 2/3 on that line: 3 · 2/3 = 2. The law itself never goes below 2.5, so the ruler promises what cannot be."
  },
  {
    kind: "choose",
    name: "laws-optimum",
    prompt: "A plan is the best for its budget. What is the same for size and text there?",
    options: [
      {
        text: "What one percent more of either would save, for one percent more of the budget.",
        right: true,
        why: "That is α·A/N^α = β·B/D^β. Were one of the two larger, one would move budget there."
      },
      {
        text: "What size and text each add to the loss.",
        why: "That holds only where α = β. In general the term with the smaller exponent is the larger one."
      },
      {
        text: "The number of parameters and of tokens.",
        why: "Nothing makes them equal: even where both grow alike, one is many times the other."
      }
    ],
    solution:
      "At a minimum, moving a little of the budget from one to the other changes nothing. In the terms of the law: α times the one is β times the other."
  },
  {
    kind: "compute",
    name: "laws-six",
    prompt:
      "A model of 8 billion parameters is trained on 15 trillion tokens, as Llama 3 was. How many operations is that by 6ND, in units of 10²³?",
    answer: () => (6 * 8e9 * 15e12) / 1e23,
    tolerance: 0.02,
    hint: "6 · 8 · 10⁹ · 15 · 10¹².",
    hints: [
      {value: (2 * 8e9 * 15e12) / 1e23, why: "2ND is the way forward alone. The way back costs twice as much again."},
      {value: 72, why: "10⁹ · 10¹² is 10²¹: look at the power of ten."}
    ],
    why: "6 · 8 · 15 = 720, and 10²¹ of these are 7.2 times 10²³.",
    solution:
      "6 · 8 · 15 = 720, and 720 times 10²¹ is 7.2 times 10²³: a quarter more than Chinchilla took, which has nearly nine times the parameters."
  },
  {
    kind: "choose",
    name: "laws-schedule",
    prompt:
      "Someone trains one model with a cosine made for 100,000 steps, and reads off its losses after 10,000, 30,000 and 100,000 steps to learn how loss falls with text. What is wrong?",
    options: [
      {
        text: "At 10,000 and 30,000 steps the rate is still high: a run made for that length would have ended lower.",
        right: true,
        why: "So little text looks worse than it is, and more text better. It was a part of why the first laws asked for too large models."
      },
      {
        text: "Nothing: a run after 10,000 steps has read so much text, and that is its loss.",
        why: "It is the loss of a run in the middle of its road. Whoever has a budget for 10,000 steps would let the rate fall by then."
      },
      {
        text: "Three points are too few for a law.",
        why: "They are few, but a hundred such points would have the same fault."
      }
    ],
    solution:
      "Each point of a law must be the end of a run that was made to end there. With a constant rate and a fall at the end, one long run can have many ends."
  },
  {
    kind: "choose",
    name: "laws-steer",
    prompt:
      "In the figure of budgets, let the law be the one that was fitted again, and go from 10²⁰ to 10²⁶ operations. What becomes of the tokens for each parameter?",
    options: [
      {
        text: "They hardly change: somewhat fewer, and always between 10 and 40.",
        right: true,
        holds: () =>
          [20, 22, 24, 26].every((power) => {
            const each = perParameter(power, "replicated");
            return each > 10 && each < 40;
          }) && perParameter(26, "replicated") < perParameter(20, "replicated"),
        why: "Its two exponents are nearly alike, so size and text grow nearly alike."
      },
      {
        text: "They grow more than tenfold.",
        holds: () => perParameter(26, "replicated") > 10 * perParameter(20, "replicated"),
        why: "Look which law is chosen: those of the published one grow, though not so fast."
      },
      {
        text: "They stay below 10 throughout.",
        holds: () => [20, 22, 24, 26].every((power) => perParameter(power, "replicated") < 10),
        why: "The line below the curves says how many there are: read it at both ends."
      }
    ],
    solution:
      "With α = 0.348 and β = 0.366 text grows with the 0.49th power of the budget, and size with the 0.51st. The ratio moves by the difference, 0.025: over six powers of ten by a factor of 1.4."
  },
  {
    kind: "compute",
    name: "laws-emerge",
    prompt:
      "Each token of an answer of 20 is right with probability 0.9, independently. What percentage of the answers is right?",
    answer: () => 100 * allRight(-Math.log(0.9), 20),
    tolerance: 0.3,
    unit: "%",
    hint: "All 20 must be right: 0.9 to the power of 20.",
    hints: [
      {value: 90, why: "That is a single token."},
      {value: 100 * (1 - Math.pow(0.1, 20)), tolerance: 0.001, why: "That is the chance that not all are wrong."}
    ],
    why: "0.9 to the 20 is 12.2 %.",
    solution:
      "0.9 to the power of 20 is 0.1216, so 12.2 %. With 0.8 it would be 1.2 %, and with 0.99 it is 81.8 %: a steady road for the token, and a leap for the answer."
  },
  {
    kind: "choose",
    name: "laws-budget",
    prompt: "By the published constants, someone’s budget grows a hundredfold. How much larger is the best model?",
    options: [
      {
        text: "About eight times.",
        right: true,
        holds: () => {
          const times = computeOptimal(1e24).parameters / computeOptimal(1e22).parameters;
          return times > 7.5 && times < 8.5;
        },
        why: "100 to the power of β/(α + β) = 0.28/0.62 = 0.45 is 8."
      },
      {
        text: "A hundred times.",
        holds: () => computeOptimal(1e24).parameters / computeOptimal(1e22).parameters > 90,
        why: "Then it would read no more text than before, and text would be what it lacks."
      },
      {
        text: "About twenty-nine times.",
        holds: () => {
          const times = computeOptimal(1e24).parameters / computeOptimal(1e22).parameters;
          return times > 27 && times < 31;
        },
        why: "That is 100 to the 0.73, what Kaplan and others found in 2020 with other runs."
      }
    ],
    solution: "100^0.4516 = 8.0; the text grows by the rest, 12.5 times."
  }
];
