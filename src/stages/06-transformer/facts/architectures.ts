import {estimate} from "/lib/transformer.js";
import kept from "../model/architectureRuns.json" with {type: "json"};
import {BEFORE, FORMS, type FormName} from "../model/architectureForms.js";
import {centeredSeen} from "../model/centeredSeen.js";
import {costsOf} from "../model/costs.js";
import {differenceOf, intervalOf, type Interval} from "../model/intervals.js";
import {FIVE, PUBLISHED, type PublishedName} from "../model/publishedModels.js";
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
  const five = Object.values(FIVE).map(({description}) => estimate(description));
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
    formsApart:
      Math.max(...five.slice(0, 3).map(({parameters}) => parameters.total)) /
      Math.min(...five.slice(0, 3).map(({parameters}) => parameters.total)),
    reach1: windowReach(1, 4),
    reach2: windowReach(2, 4),
    reach3: windowReach(3, 4),
    reachMistral: 32 * (4096 - 1),
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
    mostGain: Math.max(...differences.map(({mean: gain}) => -gain)),
    flopsApart: Math.max(...flops) / Math.min(...flops),
    expertsTotal: mixtralForm.total,
    expertsActive: mixtralForm.active,
    evenSpread: mean(even!.shares.flat().map(spreadOf)),
    unevenSpread: mean(uneven!.shares.flat().map(spreadOf)),
    unevenLeast: Math.min(...uneven!.shares.flat(2)),
    unevenMost: Math.max(...uneven!.shares.flat(2)),
    evenLeast: Math.min(...even!.shares.flat(2)),
    evenMost: Math.max(...even!.shares.flat(2)),
    evenLoss: mean(even!.losses),
    unevenLoss: mean(uneven!.losses)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  asPublished:
    f.gpt2 === 124439808 &&
    f.llama2 === 6738415616 &&
    f.llama3 === 8030261248 &&
    f.mistral === 7241732096 &&
    f.mixtral === 46702792704,
  nearlySameSize: f.formsApart < 1.025,
  meanZero: f.centeredMean < 1e-5 && f.plainMean > 0.1,
  sameLogits: f.centeredLogits < 1e-5,
  sameNorms: f.normsApart < 1e-5,
  quarterCache: f.kibMistral === f.kibLlama2 / 4 && f.kibLlama3 === f.kibLlama2 / 4,
  reachHolds: f.reach1 === 3 && f.reach2 === 6 && f.reach3 === 9,
  quarterMet: f.mixtralShare > 0.25 && f.mixtralShare < 0.3,
  mostlyExperts: f.mixtralFeedForward > 0.95,
  twiceOperations: f.mixtralFlops > 1.9 && f.mixtralFlops < 2.3,
  blindBelow: f.blindLoss < 1 && f.blindUsed > 0.6,
  handAboveTwo: f.handLoss2 > 2,
  tiedThird: f.gpt2Tied > 0.3 && f.gpt2Tied < 0.33,
  tiedLittle: f.llama3Tied < 0.07,
  nearlyOneBudget: f.flopsApart < 1.07,
  ropeMost: f.ropeGain === f.mostGain && f.ropeGain > f.ropeHalf,
  restLess: [f.gpt2Gain, f.rmsGain, f.llamaGain, f.sharedGain, f.mistralGain, f.mixtralGain].every(
    (gain) => gain < f.ropeGain / 5
  ),
  twoPass: f.ropeGain > f.ropeHalf && f.mistralGain > f.mistralHalf && f.llamaGain < f.llamaHalf,
  windowSure: f.mistralGain > f.mistralHalf,
  othersUnsure: [
    [f.gpt2Gain, f.gpt2Half],
    [f.rmsGain, f.rmsHalf],
    [f.llamaGain, f.llamaHalf],
    [f.sharedGain, f.sharedHalf],
    [f.mixtralGain, f.mixtralHalf]
  ].every(([gain, half]) => Math.abs(gain!) < half!),
  mixtralNothing: Math.abs(f.mixtralGain) < 0.01,
  unevenFar: f.unevenSpread > 4 * f.evenSpread && f.unevenMost > 0.95 && f.unevenLeast < 0.06,
  evenNear: f.evenLeast > 0.3 && f.evenMost < 0.75,
  balanceFree: f.evenLoss < f.unevenLoss + 0.01
});
