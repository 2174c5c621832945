/** Mistakes of numbers and of drawing, made on purpose beside what is right. */
import {chain, generate, key, softmax, splitKey, temperature, topP, type Key, type LogitsRule} from "/lib/index.js";
import {logProbs} from "/lib/stages/markov.js";
import {demonstration} from "../../../components/figure/demonstration.js";
import {counted, encoded, fitted, show} from "../model/models.js";

const ORDER = 3;
const model = (text: string) => fitted(counted(text, ORDER), "kneser-ney");

/** Dividing logits by zero, and the limit. */
export const zeroTemperature = (text: string): HTMLElement =>
  demonstration(9, () => {
    const {tokenizer} = encoded(text);
    const logits = logProbs(model(text), tokenizer.encode("the"));
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
    const {tokenizer} = encoded(text);
    const size = (rule: LogitsRule, context: string) => {
      const ids = tokenizer.encode(context);
      return softmax(rule(logProbs(model(text), ids), ids)).filter((p) => p > 0).length;
    };
    return {
      columns: [
        {label: "After", value: (row) => row.name},
        {label: "Heat, then cut", value: (row) => row.heat},
        {label: "Cut, then heat", value: (row) => row.cut}
      ],
      rows: ["the", "th", " s"].map((context) => ({
        name: `“${[...context].map(show).join("")}”`,
        heat: size(chain(temperature(1.5), topP(0.9)), context),
        cut: size(chain(topP(0.9), temperature(1.5)), context)
      })),
      note: "Characters kept at temperature 1.5 and top-p 0.9. Both orders are in use, so a pair of settings without its order says little."
    };
  });

/** One number from eight draws at the same settings. */
export const luck = (text: string): HTMLElement =>
  demonstration(9, () => {
    const {tokenizer} = encoded(text);
    const predictor = model(text);
    const real = new Set(text.toLowerCase().match(/[a-z]+/g) ?? []);
    const share = (drawn: Key): number => {
      const config = {
        predict: (c: ArrayLike<number>) => logProbs(predictor, c),
        prompt: Array.from(tokenizer.encode(" ")),
        length: 240,
        key: drawn
      };
      const written = tokenizer.decode(Array.from(generate(config), ({token}) => token)).toLowerCase();
      const words = (written.match(/[a-z]+/g) ?? []).slice(0, -1);
      return words.filter((word) => real.has(word)).length / Math.max(1, words.length);
    };
    const shares = splitKey(key(1), 6).map(share);
    const write = (v: number) => `${(100 * v).toFixed(0)}%`;
    return {
      columns: [
        {label: "", value: (row) => row.what},
        {label: "Real words", value: (row) => row.value}
      ],
      rows: [
        {what: "six other keys", value: shares.map(write).join(", ")},
        {what: "the same key, three times", value: [0, 1, 2].map(() => write(share(key(1)))).join(", ")}
      ],
      note: "Nothing differs between the runs of the first row but luck: no temperature, no order, no text. A comparison of two settings by one draw each may measure that."
    };
  });
