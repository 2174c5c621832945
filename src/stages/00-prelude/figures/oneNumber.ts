import {exp, softmax, surprisal} from "/lib/index.js";
import {bars} from "../../../components/chart/bars.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";

type Letter = "a" | "e" | "z";

interface Value {
  readonly a: number;
  readonly e: number;
  readonly z: number;
  readonly came: Letter;
}

const LETTERS: readonly Letter[] = ["a", "e", "z"];
const short = (v: number): string => v.toFixed(1).replace("-", "−");

function worked({came, ...scores}: Value) {
  const list = LETTERS.map((letter) => scores[letter]);
  const probs = softmax(list);
  const p = probs[LETTERS.indexOf(came)] ?? 0;
  return {list, weights: list.map((score) => exp(score)), probs, p, surprise: surprisal(p)};
}

/** One line of every language model: scores become shares, and the share of what came becomes a surprise. */
export const oneNumber = (name = "one-number") =>
  figure<Value>({
    name,
    title: "From three scores to one number",
    caption:
      "A model gives each letter a score. Powers of e make the scores positive, division makes them shares of one, and minus the logarithm of the share of the letter that really came is the surprise, in nats. A model that learns turns its scores so that this number falls.",
    controls: {
      a: slider([-3, 3], {label: "Score of a", value: 1, step: 0.1, format: short}),
      e: slider([-3, 3], {label: "Score of e", value: 2, step: 0.1, format: short}),
      z: slider([-3, 3], {label: "Score of z", value: -1, step: 0.1, format: short}),
      came: choice<Letter>(LETTERS, {label: "The letter that came"})
    },
    draw: (value, {width}) => {
      const {weights, probs, p, surprise} = worked(value);
      const each = width >= 520 ? Math.floor((width - 24) / 2) : width;
      return element(
        "div",
        {},
        element(
          "div",
          {className: "row"},
          bars({
            width: each,
            height: 190,
            label: "e to the score",
            meaning: "model",
            bars: LETTERS.map((letter, i) => ({name: letter, value: weights[i] ?? 0}))
          }),
          bars({
            width: each,
            height: 190,
            label: "Its share of all",
            max: 1,
            bars: LETTERS.map((letter, i) => ({name: letter, value: probs[i] ?? 0}))
          })
        ),
        element(
          "p",
          {className: "fig-note"},
          `“${value.came}” had the share ${p.toFixed(3)}, so its surprise is −log ${p.toFixed(3)} = `,
          element("b", {}, `${surprise.toFixed(3)} nats`)
        )
      );
    },
    describe: (value) => {
      const {probs, p, surprise} = worked(value);
      const shares = LETTERS.map((letter, i) => `${letter} ${(probs[i] ?? 0).toFixed(3)}`).join(", ");
      return `Shares: ${shares}. The letter ${value.came} came, with the share ${p.toFixed(3)}: a surprise of ${surprise.toFixed(3)} nats.`;
    },
    code: ({a, e, z, came}) => `import {softmax, surprisal} from "llm-first-principles";

const shares = softmax([${a}, ${e}, ${z}]);
console.log(surprisal(shares[${LETTERS.indexOf(came)}])); // of ${came}`
  });
