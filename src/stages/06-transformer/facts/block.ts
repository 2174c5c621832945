import kept from "../model/streamParts.json" with {type: "json"};
import runs from "../model/blockRuns.json" with {type: "json"};
import type {Form} from "../model/blockForms.js";
import {rms, rmsNormed, rmsSlope} from "../model/norms.js";

const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
const product = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/** The kept model’s stream, models of several forms, and norms in numbers. */
export function facts() {
  const {lens, scale, settled, repeats, embedded, parts, agrees} = kept.value;
  const part = (layer: number, kind: string) => parts.find((one) => one.layer === layer && one.kind === kind)!;
  const whole = lens.at(-1)!;
  const at = (form: Form): number => mean(runs.value.find((run) => run.form === form)!.losses);
  const sizeOf = (form: Form): number => runs.value.find((run) => run.form === form)!.parameters;
  const x = [3, -1, 2, 0.5];
  const g = [0.2, 0.7, -0.4, 1];
  const slope = rmsSlope(x, g);
  const stretched = rmsSlope(
    x.map((each) => 10 * each),
    g
  );
  const loss = (y: readonly number[]): number => product(rmsNormed(y), g);
  const step = 1e-6;
  const numeric = x.map(
    (_, i) =>
      (loss(x.map((each, j) => (i === j ? each + step : each))) -
        loss(x.map((each, j) => (i === j ? each - step : each)))) /
      (2 * step)
  );
  return {
    lens0: lens[0]!,
    lens1: lens[1]!,
    lens2: lens[2]!,
    lens3: lens[3]!,
    lens4: whole,
    repeats0: repeats[0]!,
    repeats1: repeats[1]!,
    repeats3: repeats[3]!,
    settled1: settled[1]!,
    settled2: settled[2]!,
    settled3: settled[3]!,
    scale1: scale[1]!,
    scale4: scale[4]!,
    embedded,
    sharesSum: embedded + parts.reduce((sum, {share}) => sum + share, 0),
    firstLength: part(1, "attention").length,
    laterLength: Math.max(...[2, 3, 4].map((layer) => part(layer, "attention").length)),
    lastShare: part(4, "feedForward").share,
    feedForwardShare: parts.filter(({kind}) => kind === "feedForward").reduce((sum, {share}) => sum + share, 0),
    attentionShare: parts.filter(({kind}) => kind === "attention").reduce((sum, {share}) => sum + share, 0),
    firstRise: part(1, "attention").without - whole,
    nextRise: Math.max(...parts.slice(1).map(({without}) => without - whole)),
    firstShare: part(1, "attention").share,
    agrees1: agrees[0]!,
    agrees4: agrees[3]!,
    agreesBefore: Math.max(...agrees.slice(0, 3)),
    swiglu: at("swiglu"),
    gelu: at("gelu"),
    relu: at("relu"),
    post: at("post"),
    none: at("none"),
    swigluSize: sizeOf("swiglu"),
    geluSize: sizeOf("gelu"),
    noneSize: sizeOf("none"),
    seedGap: Math.max(...runs.value.map(({losses}) => Math.abs(losses[0]! - losses[1]!))),
    tinyRms: rms([1, 0]),
    tinyNormed: rmsNormed([1, 0])[0]!,
    slopeAlong: Math.abs(product(slope, x)),
    slopeError: Math.max(...slope.map((each, i) => Math.abs(each - numeric[i]!))),
    slopeRatio: slope[0]! / stretched[0]!
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  lensFalls: f.lens0 > f.lens1 && f.lens1 > f.lens2 && f.lens2 > f.lens3 && f.lens3 > f.lens4,
  embeddingBad: f.lens0 > 8,
  embeddingRepeats: f.repeats0 > 0.9,
  halfRepeat: f.repeats1 > 0.45 && f.repeats1 < 0.55,
  thirdForgets: f.repeats3 < 0.05,
  streamGrows: f.scale4 > 3 * f.scale1,
  nearlyTwice: f.firstLength > 1.8 && f.firstLength < 2,
  laterLess: f.laterLength < 0.8,
  sharesAdd: Math.abs(f.sharesSum - 1) < 0.002,
  overHalf: f.lastShare > 0.5 && f.lastShare < 0.6,
  feedForwardMost: f.feedForwardShare > 3 * f.attentionShare,
  shareMisleads: f.firstShare < 0.06 && f.firstRise > f.nextRise,
  lastAgrees: f.agrees4 > 1.3 * f.agreesBefore,
  gateAhead: f.swiglu < Math.min(f.gelu, f.relu),
  noneBehind: f.none > Math.max(f.swiglu, f.gelu, f.relu),
  sameSize: Math.max(f.swigluSize, f.geluSize, f.noneSize) < 1.02 * Math.min(f.swigluSize, f.geluSize, f.noneSize),
  rightAngle: f.slopeAlong < 1e-12 && f.slopeError < 1e-8,
  tenth: Math.abs(f.slopeRatio - 10) < 1e-9
});
