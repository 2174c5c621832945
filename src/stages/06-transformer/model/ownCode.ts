/** The program that trains what a reader has put together, to the bit as the figure does. */
import {fieldsOf} from "../../../components/workbench/literal.js";
import {BALANCE, BATCH, JUDGED, STEPS, WARMUP} from "./architectureForms.js";
import {ownForm, type Own} from "./ownForm.js";

const PLAIN = "crossEntropy(model.apply(params, inputs), targets)";
const BALANCED = `{
  const {logits, balance} = model.forward(params, inputs);
  return add(crossEntropy(logits, targets), affine(balance, ${BALANCE}, 0));
}`;

export function ownCode(own: Own, learningRate: number, seed: number): string {
  const form = ownForm(own);
  const balanced = (form.experts ?? 0) > 0;
  const {windows, atOnce} = JUDGED;
  const called = [
    "adamw, adamwInit",
    ...(balanced ? ["add, affine"] : []),
    "crossEntropy, inRegion, item, linearSchedule, region, valueAndGrad, warmupSchedule"
  ];
  return `import {readFileSync} from "node:fs";
import {fold, key} from "llm-first-principles";
import {transformerLm, windowsOf} from "llm-first-principles/stages/transformer";
import {${called.join(", ")}} from "llm-first-principles/tensor";
import {transformer} from "llm-first-principles/transformer";

const corpus = readFileSync("moby-dick.txt", "utf8");
const steps = ${STEPS};
const {data, held, tokenizer} = transformerLm({corpus, context: ${form.context}, batchSize: ${BATCH}, seed: ${seed}});
const model = transformer({
  ${fieldsOf(form)},
  vocabSize: tokenizer.vocabulary.tokens.length
});
const rate = warmupSchedule(${WARMUP}, linearSchedule({learningRate: ${learningRate}, totalSteps: ${STEPS - WARMUP}}));
const loss = (params, {inputs, targets}) => ${balanced ? BALANCED : PLAIN};
const step = inRegion((params, state, batch, learningRate) =>
  adamw(params, valueAndGrad((p) => loss(p, batch))(params).grads, state, {learningRate})
);
let params = model.init(fold(key(${seed}), 0));
let state = adamwInit(params);
for (let i = 0; i < steps; i++) [params, state] = step(params, state, data(i), rate(i));

const place = (i) => Math.floor((i * (held.length - ${form.context + 1})) / ${windows});
const losses = Array.from({length: ${windows / atOnce}}, (_, batch) => {
  const places = Array.from({length: ${atOnce}}, (_, row) => place(${atOnce} * batch + row));
  const {inputs, targets} = windowsOf(held, places, ${form.context});
  return item(region(() => crossEntropy(model.apply(params, inputs), targets)));
});
console.log(losses.reduce((sum, nats) => sum + nats, 0) / losses.length);`;
}
