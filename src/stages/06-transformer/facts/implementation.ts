import kept from "../../../data/models/characterGpt.json" with {type: "json"};
import {estimate} from "/lib/transformer.js";
import {openModel, type KeptModel} from "../../../components/languageModel/keptModel.js";
import {insideOut, type Change} from "../model/insideOut.js";
import type {PartName} from "../model/insideParts.js";
import {plainGpt} from "../model/plainGpt.js";

const TEXT = "The whale, the white whale, the wh";
const OTHER = "The whale, the white whale, the se";
/** Where the two differ: at the last letter but one, and at the last. */
const [BEFORE, LAST] = [TEXT.length - 2, TEXT.length - 1];

/** A whole transformer, written twice; and what becomes of its answer when one tensor is changed at one letter. */
export function facts() {
  const open = openModel(kept.value as KeptModel);
  const {config} = open.model;
  const ids = Array.from(open.encode(TEXT).data);
  const library = open.model.apply(open.params, open.encode(TEXT)).data;
  const worst = plainGpt(config, open.params, ids)
    .flat()
    .reduce((most, x, i) => Math.max(most, Math.abs(x - library[i]!)), 0);
  const asked = (part: PartName, layer: number, place: number, change: Change) =>
    insideOut(open, {text: TEXT, other: OTHER, part, layer, head: 0, place, change});
  const stream = (blocks: number, place: number): number =>
    (blocks === 0
      ? asked("embedding", 0, place, "of the other text")
      : asked("residual", blocks - 1, place, "of the other text")
    ).divergence;
  const {said} = asked("embedding", 0, LAST, "as it is");
  const cost = estimate(config, {seqLen: TEXT.length});
  return {
    letters: TEXT.length,
    worst,
    parameters: cost.parameters.total,
    flops: cost.flopsPerToken.forward,
    perParameter: cost.flopsPerToken.forward / cost.parameters.total,
    first: said[0]!.token,
    firstShare: said[0]!.probability,
    ...Object.fromEntries([0, 1, 2, 3, 4].map((blocks) => [`before${blocks}`, stream(blocks, BEFORE)])),
    ...Object.fromEntries([0, 1, 2, 3, 4].map((blocks) => [`last${blocks}`, stream(blocks, LAST)])),
    attention1: asked("attention.output", 0, LAST, "zeros").divergence,
    attention3: asked("attention.output", 2, LAST, "zeros").divergence,
    neurons2: asked("feedForward.output", 1, LAST, "zeros").divergence,
    neurons1: asked("feedForward.output", 0, LAST, "zeros").divergence
  } as const satisfies Readonly<Record<string, number | string>> as Facts;
}

type Facts = Readonly<
  Record<
    | "letters"
    | "worst"
    | "parameters"
    | "flops"
    | "perParameter"
    | "firstShare"
    | `before${0 | 1 | 2 | 3 | 4}`
    | `last${0 | 1 | 2 | 3 | 4}`
    | "attention1"
    | "attention3"
    | "neurons1"
    | "neurons2",
    number
  >
> & {readonly first: string};

/** What the page says of them in words. */
export const claims = (f: Facts) => ({
  sameNumbers: f.worst < 2e-5,
  twiceParameters: f.perParameter > 1.9 && f.perParameter < 2.3,
  movedByThird: f.before2 > 0.3 && f.before3 < 0.1,
  lastIsNothing: f.before4 < 1e-6,
  lastIsAll: f.last3 > 0.8 && f.last4 > 0.8,
  firstListens: f.attention1 > 10 * f.attention3,
  secondThinks: f.neurons2 > 5 * f.neurons1
});
