/** What each head of the kept transformer does, measured on passages that it never learned. */
import {hash} from "/lib/index.js";
import kept from "../../../data/models/characterGpt.json" with {type: "json"};
import {openModel, type KeptModel} from "../../../components/languageModel/keptModel.js";
import {attentionSeen} from "./attentionSeen.js";
import {headMeasures, type HeadMeasure} from "./headMeasures.js";
import {heldOutTexts} from "./heldOutTexts.js";

/** A head with the loss of the passages when it is silenced, in nats a letter, beside that of the model as it is. */
export interface ZooHead extends HeadMeasure {
  readonly silenced: number;
}

export interface Zoo {
  readonly loss: number;
  readonly heads: readonly ZooHead[];
}

const rounded = (x: number): number => Number(x.toFixed(4));
const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

export function value(): Zoo {
  const open = openModel(kept.value as KeptModel);
  const texts = heldOutTexts();
  const plain = texts.map((text) => attentionSeen(open, text, {causal: true, positions: true}));
  const silenced = (layer: number, head: number): number =>
    mean(texts.map((text) => attentionSeen(open, text, {causal: true, positions: true, ablated: {layer, head}}).loss));
  return {
    loss: rounded(mean(plain.map(({loss}) => loss))),
    heads: headMeasures(plain).map((measure) => ({
      ...(Object.fromEntries(
        Object.entries(measure).map(([name, x]) => [name, rounded(x as number)])
      ) as unknown as HeadMeasure),
      silenced: rounded(silenced(measure.layer - 1, measure.head - 1))
    }))
  };
}

/** What the first head does, which a test repeats. */
export const firstSteps = (): string =>
  hash(
    headMeasures(
      heldOutTexts()
        .slice(0, 1)
        .map((text) => attentionSeen(openModel(kept.value as KeptModel), text, {causal: true, positions: true}))
    )[0]
  );
