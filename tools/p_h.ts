import {readFileSync} from "node:fs";
import {openModel} from "../src/components/languageModel/keptModel.js";
import {attentionSeen} from "../src/stages/05-attention/model/attentionSeen.js";
import {headMeasures} from "../src/stages/05-attention/model/headMeasures.js";
import {excerpt} from "./corpora.js";
const {value} = JSON.parse(readFileSync("src/data/models/characterGpt.json", "utf8"));
const m = openModel(value);
console.log(value.loss, value.roundedLoss, value.weights.length);
const text = excerpt("moby-dick").text;
const held = text.slice(-100000);
const texts = Array.from({length: 12}, (_, i) =>
  attentionSeen(m, held.slice(i * 7000, i * 7000 + 80), {causal: true, positions: true})
);
for (const h of headMeasures(texts))
  console.log(
    JSON.stringify(Object.fromEntries(Object.entries(h).map(([k, v]) => [k, Number((v as number).toFixed(2))])))
  );
for (const s of ["The whale, the white whale, the wh", "Call me Ishmael. Call me Ishm"]) {
  const a = attentionSeen(m, s, {causal: true, positions: true});
  console.log(
    s,
    a.loss.toFixed(3),
    attentionSeen(m, s, {causal: true, positions: false}).loss.toFixed(3),
    attentionSeen(m, s, {causal: false, positions: true}).loss.toFixed(3)
  );
  for (let l = 0; l < 4; l++)
    console.log(
      Array.from({length: 4}, (_, h) =>
        attentionSeen(m, s, {causal: true, positions: true, ablated: {layer: l, head: h}}).loss.toFixed(3)
      ).join(" ")
    );
}
