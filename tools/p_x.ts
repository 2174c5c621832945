import {timeline, fold, key, temperature} from "llm-first-principles";
import {transformerLm, sampleFrom} from "llm-first-principles/stages/transformer";
import {excerpt} from "./corpora.js";
const arg = JSON.parse(process.argv[3] ?? "{}");
const {text} = excerpt((process.argv[2] ?? "opening") as never);
const names = process.argv[2] === "names";
const run = timeline(transformerLm, {corpus: text, documents: names, ...arg}, {history: false});
for (const s of [0, 50, 100, 200, 300, 400, 600, 800, 1000].filter((s) => s <= Number(process.argv[4] ?? 400))) {
  const t = performance.now();
  const f = run.at(s);
  const {state, metrics} = f;
  const dt = performance.now() - t;
  console.log(
    s,
    metrics.batchLoss.toFixed(3),
    metrics.validationLoss.toFixed(3),
    metrics.validationBitsPerCharacter.toFixed(3),
    metrics.gradientNorm.toFixed(2),
    Math.round(dt) + "ms"
  );
  if (s % 200 === 0)
    console.log(
      JSON.stringify(
        sampleFrom(run.opened(), state.params, {key: fold(key(1), 1), length: 120, rule: temperature(0.8)})
      )
    );
}
