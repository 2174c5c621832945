import low from "../model/lowPrecision.json" with {type: "json"};
import runs from "../model/practiceRuns.json" with {type: "json"};
import protocol from "../model/protocol.json" with {type: "json"};
import {angleBetween, clippedByNorm, clippedByValue} from "../model/clip.js";
import {cliffSlope, cliffWalk} from "../model/cliff.js";
import {BFLOAT16, FLOAT16, FLOAT32, gapAt, largest, roundTo, smallest} from "../../../components/floats.js";
import {gradientFates} from "../../../components/lossScale.js";

const {scaled, alike, clipped, vocabulary} = runs.value;

const scaledBy = (layer: string, factor: number) => scaled.find((run) => run.layer === layer && run.factor === factor)!;

const clippedAt = (rate: number, most: number) => clipped.find((run) => run.rate === rate && run.most === most)!;
const endClipped = (rate: number, most: number): number => clippedAt(rate, most).losses.at(-1)!;

const keeping = (keeper: string, rate: number) =>
  low.value.runs.find((run) => run.keeper === keeper && run.rate === rate)!;
const endKeeping = (keeper: string, rate: number): number => keeping(keeper, rate).losses.at(-1)!;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Of each fault what each check says, such as `frozenRatio`. */
const checks = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    protocol.value.checked.flatMap(({fault, ...numbers}) =>
      Object.entries(numbers).map(([name, value]) => [fault + capital(name), value])
    )
  );

/** What the page on practice says. */
export function facts() {
  const example = [3, 0.4];
  const [byNorm, byValue] = [clippedByNorm(example, 1), clippedByValue(example, 1)];
  const fates = (power: number) => gradientFates(low.value.gradients, power);
  const walked = (most: number): number => cliffWalk(1.2, 0.01, most, 60).at(-1)!;
  const rates = Object.fromEntries(
    ["TenThousandth", "Thousandth", "Hundredth", "Tenth", "One"].flatMap((name, i) => [
      [`ratio${name}`, protocol.value.ratios[i]!.ratio],
      [`ratioLoss${name}`, protocol.value.ratios[i]!.last]
    ])
  );
  return {
    vocabulary,
    lnV: Math.log(vocabulary),
    first: scaledBy("output", 0.1).first,
    usual: scaledBy("output", 0.1).last,
    output30First: scaledBy("output", 30).first,
    output30Last: scaledBy("output", 30).last,
    outputSmallLast: scaledBy("output", 0.01).last,
    hidden30First: scaledBy("hidden", 30).first,
    hidden30Last: scaledBy("hidden", 30).last,
    alikeDifference: alike.difference,
    alike: alike.alike,
    alikeUsual: alike.usual,
    slopeAtStart: cliffSlope(1.2),
    cliffFree: Math.min(1e9, Math.abs(cliffWalk(1.2, 0.01, Infinity, 3).at(-1)!)),
    cliffHundred: walked(100),
    cliffTen: walked(10),
    cliffTenth: walked(0.1),
    normFirst: byNorm[0]!,
    normSecond: byNorm[1]!,
    exampleAngle: angleBetween([1, 0], example),
    valueAngle: angleBetween([1, 0], byValue),
    clipFree: endClipped(3, 0),
    clipFreeGood: endClipped(0.3, 0),
    clipThree: endClipped(3, 3),
    clipThreeShare: clippedAt(3, 3).clipped,
    clipOne: endClipped(3, 1),
    clipOneShare: clippedAt(3, 1).clipped,
    clipTenth: endClipped(3, 0.1),
    clipTenthShare: clippedAt(3, 0.1).clipped,
    clipSame: endClipped(1, 0.3),
    clipSameShare: clippedAt(1, 0.3).clipped,
    clipGentle: endClipped(0.3, 3),
    clipGentleShare: clippedAt(0.3, 3).clipped,
    clipLongest: clippedAt(0.3, 0).longest,
    largest32: largest(FLOAT32),
    largest16: largest(FLOAT16),
    largestB: largest(BFLOAT16),
    smallest32: smallest(FLOAT32),
    smallest16: smallest(FLOAT16),
    smallestB: smallest(BFLOAT16),
    gap32: gapAt(FLOAT32, 1),
    gap16: gapAt(FLOAT16, 1),
    gapB: gapAt(BFLOAT16, 1),
    tenthInB: roundTo(BFLOAT16, 0.1),
    low32: endKeeping("float32", 0.0003),
    lowNearest: endKeeping("nearest", 0.0003),
    lowMaster: endKeeping("master", 0.0003),
    lowChance: endKeeping("chance", 0.0003),
    high32: endKeeping("float32", 0.003),
    highNearest: endKeeping("nearest", 0.003),
    highChance: endKeeping("chance", 0.003),
    lostNearest: keeping("nearest", 0.0003).lost,
    lostChance: keeping("chance", 0.0003).lost,
    smallestGradient: Math.min(...low.value.gradients.map(({exponent}) => exponent)),
    lostHere: fates(0).lost,
    lostFar: fates(-20).lost,
    lostScaled: fates(-4).lost,
    infiniteScaled: fates(22).infinite,
    decayAll: protocol.value.decayed.all,
    decayMasked: protocol.value.decayed.masked,
    decayDerived: Math.exp(-0.01 * 0.3 * 400),
    single: protocol.value.single,
    ...rates,
    ...checks()
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => {
  const of = (name: string): number => (f as Readonly<Record<string, number>>)[name] ?? NaN;
  const healthy = (fault: string, check: string, within: number): boolean =>
    Math.abs(of(fault + check) - of(`none${check}`)) < within;
  const hidden = scaled.filter(({layer, factor}) => layer === "hidden" && factor <= 1).map(({last}) => last);
  return {
    firstNearLnV: Math.abs(f.first - f.lnV) < 0.05,
    outputLoud: f.output30First > 40 && f.output30Last > f.usual + 1,
    outputLittle: Math.abs(f.outputSmallLast - f.usual) < 0.02,
    hiddenSilent: Math.abs(f.hidden30First - f.first) < 0.01,
    hiddenCosts: f.hidden30Last > f.usual + 0.2,
    hiddenSmallHarmless: Math.max(...hidden) - Math.min(...hidden) < 0.02,
    alikeStay: f.alikeDifference === 0,
    alikeBehind: f.alike > f.alikeUsual + 0.25,
    cliffThrown: !(f.cliffFree < 1000),
    cliffStranded: Math.abs(f.cliffHundred) < 0.5,
    cliffArrives: Math.abs(Math.abs(f.cliffTen) - 0.5 ** 0.1) < 0.001,
    cliffSlow: f.cliffTenth > 1.1,
    clipSaves: f.clipFree > f.lnV + 5 && f.clipTenth < f.clipFreeGood + 0.01,
    clipThreeTooLate: f.clipThree > f.lnV,
    clipOneBetter: f.clipOne < f.lnV - 1 && f.clipOne > f.clipTenth + 0.2,
    clipAlways: f.clipTenthShare === 1 && f.clipSameShare === 1,
    clipProduct: Math.abs(f.clipTenth - f.clipSame) < 0.001,
    clipNever: f.clipGentleShare === 0 && f.clipGentle === f.clipFreeGood,
    masterExact: Math.abs(f.lowMaster - f.low32) < 0.002,
    chanceExact: Math.abs(f.lowChance - f.low32) < 0.002 && Math.abs(f.highChance - f.high32) < 0.005,
    nearestBehind: f.lowNearest > f.low32 + 0.2,
    nearestLess: f.highNearest - f.high32 < 0.06 && f.highNearest - f.high32 > 0.02,
    twoThirdsLost: Math.abs(f.lostNearest - 2 / 3) < 0.03,
    chanceLosesToo: f.lostChance > 0.55 && f.lostChance < f.lostNearest,
    noneLost: f.lostHere === 0 && f.smallestGradient > -25,
    halfLost: f.lostFar > 0.5,
    scaledBack: f.lostScaled < 0.01,
    scaledTooFar: f.infiniteScaled > 0.02,
    ratioOrder: of("ratioLossHundredth") < of("ratioLossThousandth") && of("ratioLossHundredth") < of("ratioLossTenth"),
    ratioSlow: of("ratioTenThousandth") < 0.0005 && of("ratioLossTenThousandth") > of("ratioLossHundredth") + 0.5,
    ratioBreaks: of("ratioLossOne") > 10 && of("ratioOne") < 2 * of("ratioHundredth"),
    decayAsDerived: Math.abs(f.decayAll - f.decayDerived) < 0.02,
    maskKeeps: f.decayMasked > 0.99,
    rightOverfits: of("noneAlone") - of("noneLeast") < 0.001,
    frozenLooksFine: of("frozenLast") < of("noneFirst") - 1.2 && healthy("frozen", "First", 1e-9),
    frozenOverfits: healthy("frozen", "Alone", 0.03),
    frozenFound: of("frozenRatio") === 0,
    slowFound: of("slowRatio") < 1e-4 && of("slowAlone") > 3,
    loudFound: of("loudFirst") > 10 * f.lnV,
    unpairedBlind: healthy("unpaired", "First", 0.01) && healthy("unpaired", "Alone", 0.001),
    unpairedFound: of("unpairedLast") > f.single,
    unresetFound: of("unresetAlone") > of("unresetLeast") + 0.5,
    leakTooGood: of("leakLast") < 0.1,
    leakFound: of("leakMixed") < 0.1 && of("noneMixed") > f.single
  };
};
