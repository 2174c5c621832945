import {estimate} from "/lib/transformer.js";
import kept from "../model/architectureRuns.json" with {type: "json"};
import {BEFORE, FORMS, WITHIN, type FormName} from "../model/architectureForms.js";
import {centeredSeen} from "../model/centeredSeen.js";
import {costsOf} from "../model/costs.js";
import {differenceOf, intervalOf, type Interval} from "../model/intervals.js";
import {FIVE, PUBLISHED, type PublishedName} from "../model/publishedModels.js";
import {reachOf} from "../model/reach.js";
import {blindProbs, logitsOf, route, tinyProbs} from "../model/router.js";
import {windowReach} from "../model/windowReach.js";

const {runs, balance, vocabSize} = kept.value;
const KIB = 1024;
const GIB = 2 ** 30;

const ends = (name: FormName): readonly number[] =>
  runs.find((run) => run.name === name)!.losses.map((losses) => losses.at(-1)!);
const beside = (name: FormName): Interval => differenceOf(ends(name), ends(BEFORE[name]!));
const spreadOf = (shares: readonly number[]): number => Math.max(...shares) / Math.max(1e-9, Math.min(...shares));
const mean = (list: readonly number[]): number => intervalOf(list).mean;

const of = (name: PublishedName) => estimate(PUBLISHED[name].description).parameters;
const half = (name: PublishedName, what: string): number =>
  costsOf(PUBLISHED[name].description, 1).bytes.find((row) => row.what === what)!.half;
const perToken = (name: PublishedName): number => costsOf(PUBLISHED[name].description, 1).cachePerToken;

/** Eight forms that were trained, models whose sizes are published, and the theory in numbers. */
export function facts() {
  const flops = Object.values(FORMS).map(({form}) => estimate({...form, vocabSize}).flopsPerToken.forward);
  const differences = (Object.keys(FORMS) as readonly FormName[])
    .filter((name) => BEFORE[name] !== undefined)
    .map((name) => ({name, ...beside(name)}));
  const difference = (name: FormName): Interval => differences.find((one) => one.name === name)!;
  const [even, uneven] = balance;
  const routed = route(logitsOf(tinyProbs), 2);
  const seen = centeredSeen();
  const three = Object.values(FIVE)
    .slice(0, 3)
    .map(({description}) => estimate(description));
  const apart = (list: readonly number[]): number => Math.max(...list) / Math.min(...list);
  const layers = uneven!.shares.flat();
  const mixtralForm = estimate({...FORMS.mixtral.form, vocabSize}).parameters;
  return {
    gpt2: of("gpt2").total,
    gpt2Untied: of("gpt2").total + of("gpt2").embedding,
    gpt2Tied: of("gpt2").embedding / of("gpt2").total,
    llama2: of("llama2").total,
    llama3: of("llama3").total,
    llama3Tied: of("llama3").embedding / of("llama3").total,
    mistral: of("mistral").total,
    mixtral: of("mixtral").total,
    mixtralActive: of("mixtral").active,
    mixtralShare: of("mixtral").active / of("mixtral").total,
    mixtralFeedForward: of("mixtral").feedForward / of("mixtral").total,
    mixtralGb: half("mixtral", "weights") / 1e9,
    mixtralFlops: costsOf(PUBLISHED.mixtral.description, 1).forward / costsOf(PUBLISHED.mistral.description, 1).forward,
    kibGpt2: perToken("gpt2") / KIB,
    kibLlama2: perToken("llama2") / KIB,
    kibLlama3: perToken("llama3") / KIB,
    kibMistral: perToken("mistral") / KIB,
    gibLlama2: half("llama2", "cache") / GIB,
    gibLlama3: half("llama3", "cache") / GIB,
    gibMistral: half("mistral", "cache") / GIB,
    gibGpt2: half("gpt2", "cache") / GIB,
    formsApart: apart(three.map(({parameters}) => parameters.total)),
    formsFlopsApart: apart(three.map(({flopsPerToken}) => flopsPerToken.forward)),
    reach1: windowReach(1, 4),
    reach2: windowReach(2, 4),
    reach3: windowReach(3, 4),
    reachMistral: reachOf(32, 4096),
    centeredLogits: seen.logits,
    centeredMean: seen.centeredMean,
    plainMean: seen.mean,
    normsApart: seen.norms,
    handLoss1: route(logitsOf(tinyProbs), 1).loss,
    handLoss2: routed.loss,
    handUsed2: routed.used[1]!,
    handUsed3: routed.used[2]!,
    handWanted1: routed.wanted[0]!,
    handWanted2: routed.wanted[1]!,
    handWeight1: routed.weights[0]![0]!,
    handWeight2: routed.weights[0]![1]!,
    handB1: routed.weights[1]![0]!,
    handB3: routed.weights[1]![1]!,
    blindLoss: route(logitsOf(blindProbs), 1).loss,
    blindUsed: route(logitsOf(blindProbs), 1).used[0]!,
    gpt2Gain: -difference("gpt2").mean,
    gpt2Half: difference("gpt2").half,
    rmsGain: -difference("rms").mean,
    rmsHalf: difference("rms").half,
    ropeGain: -difference("rope").mean,
    ropeHalf: difference("rope").half,
    llamaGain: -difference("llama").mean,
    llamaHalf: difference("llama").half,
    sharedGain: -difference("shared").mean,
    sharedHalf: difference("shared").half,
    mistralGain: -difference("mistral").mean,
    mistralHalf: difference("mistral").half,
    mixtralGain: -difference("mixtral").mean,
    mixtralHalf: difference("mixtral").half,
    // that one at least of so many intervals misses 0 if no change does anything
    passesByChance: 1 - 0.95 ** differences.length,
    mostGain: Math.max(...differences.map(({mean: gain}) => -gain)),
    // how far the seeds of one form end apart, on the mean over forms
    seedsApart: mean(
      (Object.keys(FORMS) as readonly FormName[]).map((name) => Math.max(...ends(name)) - Math.min(...ends(name)))
    ),
    flopsApart: apart(flops),
    expertsTotal: mixtralForm.total,
    expertsActive: mixtralForm.active,
    evenSpread: mean(even!.shares.flat().map(spreadOf)),
    unevenSpread: mean(uneven!.shares.flat().map(spreadOf)),
    unevenLeast: Math.min(...uneven!.shares.flat(2)),
    unevenMost: Math.max(...uneven!.shares.flat(2)),
    // how much of a layer’s work its two busiest experts do, at the worst
    unevenTwo: Math.max(
      ...layers.map(
        (shares) =>
          [...shares]
            .sort((a, b) => b - a)
            .slice(0, 2)
            .reduce((a, b) => a + b) / 2
      )
    ),
    evenLeast: Math.min(...even!.shares.flat(2)),
    evenMost: Math.max(...even!.shares.flat(2)),
    evenLoss: mean(even!.losses),
    unevenLoss: mean(uneven!.losses)
  };
}

/** How much narrower an interval is with ten times as many seeds: Student’s points of 29 and of 2 degrees of freedom. */
const TENFOLD = 2.045 / 4.303 / Math.sqrt(10);

/** What the page says of them in words. */
export function claims(f: ReturnType<typeof facts>) {
  const others = [
    [f.gpt2Gain, f.gpt2Half],
    [f.rmsGain, f.rmsHalf],
    [f.llamaGain, f.llamaHalf],
    [f.mistralGain, f.mistralHalf],
    [f.mixtralGain, f.mixtralHalf]
  ] as const;
  const gains = [...others.map(([gain]) => gain), f.sharedGain];
  const othersUnsure = others.every(([gain, half]) => Math.abs(gain) < half);
  const sharedSure = f.sharedGain > f.sharedHalf && f.sharedGain < 0.05;
  const ropeMost = f.ropeGain === f.mostGain && f.ropeGain > f.ropeHalf;
  return {
    asPublished:
      f.gpt2 === 124439808 &&
      f.llama2 === 6738415616 &&
      f.llama3 === 8030261248 &&
      f.mistral === 7241732096 &&
      f.mixtral === 46702792704,
    nearlySameSize: f.formsApart < 1.025,
    nearlySameOperations: f.formsFlopsApart < 1.025,
    meanZero: f.centeredMean < 1e-5 && f.plainMean > 0.1,
    sameLogits: f.centeredLogits < 1e-5,
    sameNorms: f.normsApart < 1e-5,
    quarterCache: f.kibMistral === f.kibLlama2 / 4 && f.kibLlama3 === f.kibLlama2 / 4,
    reachHolds: f.reach1 === 3 && f.reach2 === 6 && f.reach3 === 9,
    quarterMet: f.mixtralShare > 0.25 && f.mixtralShare < 0.28,
    mostlyExperts: f.mixtralFeedForward > 0.95,
    twiceOperations: f.mixtralFlops > 1.9 && f.mixtralFlops < 2.15,
    blindBelow: f.blindLoss < 1 && f.blindUsed > 0.6,
    handAboveTwo: f.handLoss2 > 2,
    tiedThird: f.gpt2Tied > 0.3 && f.gpt2Tied < 1 / 3,
    tiedLittle: f.llama3Tied < 0.07,
    nearlyOneBudget: f.flopsApart < 1 + WITHIN,
    ropeMost,
    restLess: gains.every((gain) => gain < f.ropeGain / 5),
    sharedSure,
    oneByChance: f.passesByChance > 0.28 && f.passesByChance < 0.33,
    othersUnsure,
    twoPass: ropeMost && sharedSure && othersUnsure,
    mostAbove: others.filter(([gain]) => gain > 0).length > others.length / 2,
    someMightBeSure: others.some(([gain, half]) => gain > TENFOLD * half),
    seedsAsLarge: gains.every((gain) => gain < f.seedsApart),
    mixtralNothing: Math.abs(f.mixtralGain) < f.mixtralHalf,
    unevenFar: f.unevenSpread > 3 * f.evenSpread && f.unevenMost > 0.95 && f.unevenLeast < 0.1,
    twoExperts: f.unevenTwo > 0.8,
    evenNear: f.evenLeast > 0.3 && f.evenMost < 0.75,
    balanceFree: f.evenLoss < f.unevenLoss + 0.01
  };
}
