import kept from "../../../data/models/characterGpt.json" with {type: "json"};
import {estimate} from "/lib/transformer.js";
import {openModel, type KeptModel} from "../../../components/languageModel/keptModel.js";
import {insideOut} from "../model/insideOut.js";
import type {Change, PartName} from "../model/insideParts.js";
import {plainGpt} from "../model/plainGpt.js";

const TEXT = "The whale, the white whale, the wh";
const OTHER = "The whale, the white whale, the se";
/** Where the two differ: at the last letter but one, and at the last. */
const [BEFORE, LAST] = [TEXT.length - 2, TEXT.length - 1];

/** Streams: before the blocks, and after each of the four. */
const DEPTHS = [0, 1, 2, 3, 4] as const;
const BLOCKS = [1, 2, 3, 4] as const;
type Depth = (typeof DEPTHS)[number];
type Block = (typeof BLOCKS)[number];

/** A number for each depth, by its name and the depth. */
const each = <Name extends string, N extends number>(
  name: Name,
  depths: readonly N[],
  of: (depth: N) => number
): Readonly<Record<`${Name}${N}`, number>> =>
  Object.fromEntries(depths.map((depth) => [`${name}${depth}`, of(depth)])) as Record<`${Name}${N}`, number>;

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
    ...each("before", DEPTHS, (blocks: Depth) => stream(blocks, BEFORE)),
    ...each("last", DEPTHS, (blocks: Depth) => stream(blocks, LAST)),
    ...each("attention", BLOCKS, (block: Block) => asked("attention.output", block - 1, LAST, "zeros").divergence),
    ...each("neurons", BLOCKS, (block: Block) => asked("feedForward.output", block - 1, LAST, "zeros").divergence)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  sameNumbers: f.worst < 2e-5,
  twiceParameters: f.perParameter > 1.9 && f.perParameter < 2.3,
  movedByFirst: Math.max(f.before1, f.before2, f.before3) < 0.2 * f.before0,
  someLater: f.before3 > 0.1,
  lastIsNothing: f.before4 < 1e-6,
  lastIsAll: f.last3 > 0.8 && f.last4 > 0.8,
  firstListens: f.attention1 > 5 * Math.max(f.attention2, f.attention3, f.attention4),
  neuronsLess: Math.max(f.neurons1, f.neurons2, f.neurons3, f.neurons4) < 0.15 * f.attention1
});
