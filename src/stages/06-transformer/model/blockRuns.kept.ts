/** Transformers that differ in the form of their blocks alone, on the same text. */
import {hash, timeline} from "/lib/index.js";
import {transformerLm, type TransformerLmConfig} from "/lib/stages/transformer.js";
import {excerpt} from "../../../../tools/corpora.js";
import {numbersIn} from "../../../components/languageModel/numbersIn.js";
import {FORMS, type Form, type FormRun} from "./blockForms.js";

const STEPS = 500;
const forms = Object.keys(FORMS) as readonly Form[];

const config = (form: Form, seed: number): TransformerLmConfig => ({
  corpus: excerpt("moby-dick").text,
  heads: 4,
  context: 48,
  width: 48,
  // blocks without a feed-forward layer have a third of the parameters: three times as many of them
  layers: form === "none" ? 6 : 2,
  feedForward: FORMS[form].feedForward,
  placement: FORMS[form].placement,
  batchSize: 16,
  learningRate: 0.004,
  schedule: "linear",
  totalSteps: STEPS,
  scored: 4000,
  seed
});

export const value = (): readonly FormRun[] =>
  forms.map((form) => {
    const runs = [1, 2].map((seed) => timeline(transformerLm, config(form, seed), {history: false}).at(STEPS));
    return {
      form,
      parameters: numbersIn(runs[0]!.state.params),
      losses: runs.map(({metrics}) => Number(metrics.validationLoss.toFixed(4)))
    };
  });

/** The first steps of each, which a test repeats. */
export const firstSteps = (): string =>
  hash(forms.map((form) => hash(timeline(transformerLm, config(form, 1), {history: false}).at(2).state)));
