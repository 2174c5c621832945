/** Mistakes of numbers and of drawing, made on purpose beside what is right. */
import {softmax, temperature} from "/lib/index.js";
import {logProbs} from "/lib/stages/markov.js";
import {demonstration} from "../../../components/figure/demonstration.js";
import {drawer, keptByOrder, realShares} from "../model/mistakesDrawn.js";
import {encoded, show} from "../model/models.js";

/** Dividing logits by zero, and the limit. */
export const zeroTemperature = (text: string): HTMLElement =>
  demonstration(9, () => {
    const {tokenizer} = encoded(text);
    const logits = logProbs(drawer(text), tokenizer.encode("the"));
    const naive = (T: number) => {
      const e = Array.from(logits, (x) => Math.exp(x / T));
      const sum = e.reduce((a, b) => a + b, 0);
      return e.map((x) => x / sum);
    };
    const best = (p: ArrayLike<number>) => Math.max(...Array.from(p));
    return {
      columns: [
        {label: "T", value: (row) => row.T},
        {label: "exp(log p / T), normalized", value: (row) => String(+row.naive.toFixed(4))},
        {label: "temperature(T)", value: (row) => String(+row.right.toFixed(4))}
      ],
      rows: [1, 0.1, 0.0001, 0].map((T) => ({
        T: String(T),
        naive: best(naive(T)),
        right: best(softmax(temperature(T)(logits, [])))
      })),
      note: "The probability of the likeliest character after “the”. Near zero all exponentials vanish and 0/0 is not a number; the library subtracts the largest logit first, and at zero takes the limit."
    };
  });

/** How many characters top-p keeps, by what comes first. */
export const cutting = (text: string): HTMLElement =>
  demonstration(9, () => {
    return {
      columns: [
        {label: "After", value: (row) => row.name},
        {label: "Heat, then cut", value: (row) => row.heat},
        {label: "Cut, then heat", value: (row) => row.cut}
      ],
      rows: keptByOrder(text).map(({context, ...row}) => ({name: `“${[...context].map(show).join("")}”`, ...row})),
      note: "Characters kept at temperature 1.5 and top-p 0.9. Both orders are in use, so a pair of settings without its order says little."
    };
  });

/** One number from eight draws at the same settings. */
export const luck = (text: string): HTMLElement =>
  demonstration(9, () => {
    const {others, same} = realShares(text);
    const write = (v: number) => `${(100 * v).toFixed(0)}%`;
    return {
      columns: [
        {label: "", value: (row) => row.what},
        {label: "Real words", value: (row) => row.value}
      ],
      rows: [
        {what: "six other keys", value: others.map(write).join(", ")},
        {what: "the same key, three times", value: same.map(write).join(", ")}
      ],
      note: "Nothing differs between the runs of the first row but luck: no temperature, no order, no text. A comparison of two settings by one draw each may measure that."
    };
  });
