import kept from "../../../data/models/characterGpt.json" with {type: "json"};
import {openModel, type KeptModel} from "../../../components/languageModel/keptModel.js";
import {attentionSeen, type Changes} from "../model/attentionSeen.js";
import {headMeasures} from "../model/headMeasures.js";
import {heldOutTexts} from "../model/heldOutTexts.js";
import {tinyAttention} from "../model/tiny.js";

const SENTENCE = "The whale, the white whale, the wh";

/** What the trained transformer of the explorer does, and the tiny example. */
export function facts() {
  const open = openModel(kept.value as KeptModel);
  const seen = (changes: Partial<Changes>) =>
    attentionSeen(open, SENTENCE, {causal: true, positions: true, ...changes}).loss;
  const {layers, heads} = open.model.config;
  const silent = Array.from({length: layers * heads}, (_, i) => {
    const place = {layer: Math.floor(i / heads), head: i % heads};
    return {...place, loss: seen({ablated: place})};
  });
  const worst = silent.reduce((a, b) => (b.loss > a.loss ? b : a));
  const least = silent.reduce((a, b) => (b.loss < a.loss ? b : a));
  const measures = headMeasures(
    heldOutTexts().map((text) => attentionSeen(open, text, {causal: true, positions: true}))
  );
  const previous = measures.reduce((a, b) => (b.previous > a.previous ? b : a));
  const {weights, outputs, scores} = tinyAttention();
  return {
    layers,
    heads,
    context: open.model.config.context,
    heldLoss: kept.value.roundedLoss,
    loss: seen({}),
    withoutPositions: seen({positions: false}),
    withoutMask: seen({causal: false}),
    worstLayer: worst.layer + 1,
    worstHead: worst.head + 1,
    worstLoss: worst.loss,
    leastLoss: least.loss,
    harmless: silent.filter(({loss}) => loss < seen({}) + 0.05).length,
    previousLayer: previous.layer,
    previousHead: previous.head,
    previousShare: previous.previous,
    tinyScore: scores[2][0],
    tinyOwnScore: scores[2][2],
    tinyWeight: weights[2][0],
    tinyOwnWeight: weights[2][2],
    tinyFirst: outputs[2][0],
    tinySecond: outputs[2][1]
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  positionsMatter: f.withoutPositions > 2 * f.loss,
  maskMatters: f.withoutMask > f.loss + 0.5,
  oneHeadMatters: f.worstLayer === 1 && f.worstLoss > 1.4 * f.loss && f.worstLoss < 1.7 * f.loss,
  manyHardly: f.harmless >= 6,
  previousMost: f.previousShare > 0.45 && f.previousShare < 0.55
});
