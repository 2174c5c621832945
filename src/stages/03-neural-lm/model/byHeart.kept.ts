/** What the network that learned 800 names by heart says of the names to test with, and at which temperature it would know the most. */
import {excerpt} from "../../../../tools/corpora.js";
import {writeLogits} from "./logitCode.js";
import {LAST, overfitted, shortList} from "./overfitting.js";
import {bestTemperature, type Predictions} from "./reheated.js";

function told(last: number) {
  const corpus = excerpt("names").text;
  const {validation, test} = shortList(corpus);
  const {model, state} = overfitted(corpus, last, last);
  const predict = model.predict(state.params);
  const predictions = (names: readonly string[]): Predictions => {
    const rows = names.flatMap((name) => {
      const ids = [...model.tokenizer.encode(`${name}\n`)];
      return ids.map((label, i) => ({logits: predict(ids.slice(0, i)), label}));
    });
    return {logits: rows.map(({logits}) => logits), labels: rows.map(({label}) => label)};
  };
  const {logits, labels} = predictions(test);
  return {temperature: bestTemperature(predictions(validation)), logits: logits.map(writeLogits), labels};
}

export const value = () => told(LAST);

/** The same after a step, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(told(1).temperature);
