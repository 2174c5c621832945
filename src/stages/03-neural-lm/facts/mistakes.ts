import clinic from "../model/clinicRuns.json" with {type: "json"};
import {timeline} from "/lib/index.js";
import {excerpt} from "../../../../tools/corpora.js";
import {patient} from "../model/patient.js";
import {clinicConfig, clinicStart, CLINIC_STEPS, patients} from "../model/patients.js";

type Id = keyof typeof clinic.value;

const runs = clinic.value;
const last = (id: Id) => runs[id].log.at(-1)!.metrics;
/** The mean of the last so many batches that were measured: one alone is noise. */
const batch = (id: Id, count = 15): number => {
  const list = runs[id].log.slice(-count).map(({metrics}) => metrics.batchLoss);
  return list.reduce((a, b) => a + b, 0) / list.length;
};

/** Shares of a patient's last hidden layer that are exactly 0, and that are at an end of tanh. */
function inside(id: string) {
  const change = patients.find((one) => one.id === id)?.change ?? {};
  const run = timeline(patient, {...clinicConfig({}, excerpt("names").text, true), ...change}, {history: false});
  const opened = run.opened();
  const {params} = run.at(CLINIC_STEPS).state;
  const all = Object.entries(opened.activations(params, opened.data(CLINIC_STEPS)));
  const numbers = Array.from(all.filter(([name]) => name.startsWith("hidden")).at(-1)![1].data);
  const share = (holds: (x: number) => boolean): number => numbers.filter(holds).length / numbers.length;
  return {zeros: share((x) => x === 0), saturated: share((x) => Math.abs(x) > 0.99)};
}

/** How long the first update of the first layer is, against its weights. */
function ratioAtFirst(id: Id): number {
  const {updateNorm, weightNorm} = runs[id].log[0]!.metrics.layers.find(({path}) => path === "layers.0.weight")!;
  return updateNorm / weightNorm;
}

/** Deviations of a patient's hidden layers before any training, from the first to the last. */
function deviationsAtFirst(id: string): readonly number[] {
  const change = patients.find((one) => one.id === id)?.change ?? {};
  const opened = patient({...clinicConfig({}, excerpt("names").text, true), ...change});
  const all = Object.entries(opened.activations(opened.model().params, opened.data(0)));
  return all
    .filter(([name]) => name.startsWith("hidden"))
    .map(([, {data}]) => {
      const list = Array.from(data);
      const mean = list.reduce((a, b) => a + b, 0) / list.length;
      return Math.sqrt(list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / list.length);
    });
}

/** What the clinic's runs came to, and what is found inside of them. */
export function facts() {
  const levels = Object.fromEntries(runs.healthy.baselines.map(({name, loss}) => [name.split(" ")[0]!, loss]));
  const [healthy, b, c, d, f] = ["healthy", "b", "c", "d", "f"].map(inside) as [
    ReturnType<typeof inside>,
    ReturnType<typeof inside>,
    ReturnType<typeof inside>,
    ReturnType<typeof inside>,
    ReturnType<typeof inside>
  ];
  const hidden = (id: Id) => last(id).layers.find(({path}) => path === "layers.0.weight")!;
  return {
    healthy: last("healthy").validationLoss,
    healthySaturated: healthy.saturated,
    uniform: levels["every"]!,
    single: levels["single"]!,
    best: levels["best"]!,
    aTimes: patients.find(({id}) => id === "a")!.change.learningRate! / clinicStart.learningRate,
    aRatio: ratioAtFirst("a"),
    healthyRatio: ratioAtFirst("healthy"),
    cFalls: Math.max(
      ...deviationsAtFirst("c")
        .slice(1)
        .map((x, i) => x / deviationsAtFirst("c")[i]!)
    ),
    dDiedAt: runs.d.log.find(
      ({metrics}) => metrics.layers.find(({path}) => path === "layers.0.weight")!.gradientNorm === 0
    )!.step,
    aEnd: last("a").validationLoss,
    aWorst: Math.max(...runs.a.log.map(({metrics}) => metrics.validationLoss)),
    bEnd: last("b").validationLoss,
    bSaturated: b.saturated,
    cEnd: last("c").validationLoss,
    cSaturated: c.saturated,
    dEnd: last("d").validationLoss,
    dZeros: d.zeros,
    dUpdate: hidden("d").gradientNorm,
    eEnd: last("e").validationLoss,
    eBatch: batch("e"),
    fEnd: last("f").validationLoss,
    fSaturated: f.saturated,
    fUpdate: hidden("f").gradientNorm
  };
}

/** What the page says of them in words. */
export const claims = (x: ReturnType<typeof facts>) => ({
  aJumps: runs.a.log[1]!.step === 10 && runs.a.log[1]!.metrics.validationLoss > x.uniform + 1,
  aOvershoots: x.aRatio > 1 && x.healthyRatio < 0.1,
  cShrinks: x.cFalls > 0.05 && x.cFalls < 0.15,
  dDiesEarly: x.dDiedAt > 0 && x.dDiedAt < 200,
  aAboveUniform: x.aEnd > x.uniform,
  bLearnsLess: x.bEnd > x.healthy + 0.1 && x.bEnd < x.single,
  bSaturated: x.bSaturated > 0.9,
  threeAlike: [x.cEnd, x.dEnd, x.fEnd].every((loss) => Math.abs(loss - x.single) < 0.06),
  cSaturated: x.cSaturated > 0.6,
  dDead: x.dZeros === 1 && x.dUpdate === 0,
  fAlive: x.fSaturated < 0.5 && x.fUpdate > 0.01,
  eBelowBest: x.eEnd < x.best,
  eNoGap: Math.abs(x.eEnd - x.eBatch) < 0.05
});
