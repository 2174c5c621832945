import kept from "../model/depthRuns.json" with {type: "json"};
import {DEPTHS, grown, narrowed, type DepthForm} from "../model/depthForms.js";

const ratio = (list: readonly number[]): number => list[0]! / list.at(-1)!;

/** Streams and slopes of models before their first step, and the theory in numbers. */
export function facts() {
  const at = (form: DepthForm, layers: number) =>
    kept.value.find((run) => run.form === form && run.gated && run.layers === layers)!;
  const [scaled, plain, post, bare] = (["scaled", "plain", "post", "bare"] as const).map((form) => at(form, 16));
  const gelu = (form: DepthForm) => kept.value.find((run) => run.form === form && !run.gated)!;
  const scaledEnds = DEPTHS.map((layers) => at("scaled", layers).scale.at(-1)!);
  const squares = (layers: number): number => Math.pow(at("plain", layers).scale.at(-1)!, 2) - 1;
  return {
    scaledEnd2: scaledEnds[0]!,
    scaledEnd16: scaledEnds[3]!,
    scaledSpread: Math.max(...scaledEnds) - Math.min(...scaledEnds),
    plainEnd2: at("plain", 2).scale.at(-1)!,
    plainEnd4: at("plain", 4).scale.at(-1)!,
    plainEnd16: plain!.scale.at(-1)!,
    growth: squares(16) / squares(4),
    scaledSlope: ratio(scaled!.slope),
    plainSlope: ratio(plain!.slope),
    postSlope: ratio(post!.slope),
    postSlope2: ratio(at("post", 2).slope),
    bareSlope: ratio(bare!.slope),
    geluPlainSlope: ratio(gelu("plain").slope),
    geluPlainEnd: gelu("plain").scale.at(-1)!,
    geluPostSlope: ratio(gelu("post").slope),
    geluBareSlope: ratio(gelu("bare").slope),
    scaledBlocks: ratio(scaled!.blocks),
    bareBlocks: ratio(bare!.blocks),
    start: plain!.alike[0]!,
    scaledAlike: scaled!.alike.at(-1)!,
    plainAlike: plain!.alike.at(-1)!,
    postAlike: post!.alike.at(-1)!,
    bareAlike: bare!.alike.at(-1)!,
    handPlain: grown(4, 1).at(-1)!,
    handScaled: grown(4, 0.5).at(-1)!,
    handShare: 1 / grown(3, 1).at(-1)!,
    handNarrowed: narrowed(1, 0.25, 8)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  sameAtAllDepths: f.scaledSpread < 0.02,
  fasterThanRoot: f.growth > 4 && f.growth < 6,
  scaledEven: f.scaledSlope < 1.5 && f.scaledBlocks < 1.5,
  plainTilts: f.plainSlope > f.plainEnd16 && f.plainSlope < 2.5 * f.plainEnd16,
  postTilts: f.postSlope > 5 && f.postSlope2 < 2,
  geluTelescopes: f.geluPlainSlope > 0.85 * f.geluPlainEnd && f.geluPlainSlope < 1.25 * f.geluPlainEnd,
  gateIsIt: f.geluBareSlope < f.bareSlope / 50 && f.geluPostSlope < f.postSlope / 2,
  bareExplodes: f.bareSlope > 1000,
  bareHundreds: f.bareBlocks > 300,
  bareCollapses: f.bareAlike > 0.98,
  postNearly: f.postAlike > 0.9,
  plainHalf: f.plainAlike > 0.45 && f.plainAlike < 0.6,
  scaledApart: f.scaledAlike < 0.1
});
