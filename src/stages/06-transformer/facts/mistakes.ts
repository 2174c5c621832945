import kept from "../model/faultRuns.json" with {type: "json"};
import {PROMPT} from "../model/faultPrompt.js";
import {faultStart, FAULT_STEPS} from "../model/faultCases.js";

type Id = keyof typeof kept.value;

const runs = kept.value;
const at = (id: Id, step: number) => runs[id].log.find((each) => each.step === step)!.metrics;
const last = (id: Id) => runs[id].log.at(-1)!.metrics;
const IDS = ["healthy", "a", "b", "c", "d", "e", "f", "g"] as const;
const checks = (id: Id) => runs[id].checks;

/** The beginning of what a run writes at its end, as a quotation of one line. */
const textOf = (id: Id): string => {
  const text = runs[id].samples
    .at(-1)!
    .text.slice(PROMPT.length, PROMPT.length + 60)
    .replaceAll("\n", " ");
  return `“${text.trim()}”`;
};

/** What the clinic of transformers came to. */
export function facts() {
  const levels = Object.fromEntries(runs.healthy.baselines.map(({name, loss}) => [name.split(" ")[0]!, loss]));
  const uniform = levels["every"]!;
  return {
    steps: FAULT_STEPS,
    width: faultStart.width,
    letters: Math.round(Math.exp(uniform)),
    uniform,
    single: levels["single"]!,
    pairs: levels["pairs"]!,
    best: levels["best"]!,
    healthyStart: at("healthy", 0).validationLoss,
    healthyEnd: last("healthy").validationLoss,
    healthyOrder: checks("healthy").order,
    a60: at("a", 60).validationLoss,
    aEnd: last("a").validationLoss,
    b60: at("b", 60).validationLoss,
    bEnd: last("b").validationLoss,
    bLeak: checks("b").leak,
    cEnd: last("c").validationLoss,
    cOrder: checks("c").order,
    dStart: at("d", 0).validationLoss,
    dEnd: last("d").validationLoss,
    e60: at("e", 60).validationLoss,
    eEnd: last("e").validationLoss,
    eCured: last("e, cured").validationLoss,
    fGap: checks("f").gap,
    fText: textOf("f"),
    gText: textOf("g"),
    mostOtherGap: Math.max(...IDS.filter((id) => id !== "f").map((id) => checks(id).gap)),
    mostOtherLeak: Math.max(...IDS.filter((id) => id !== "b").map((id) => checks(id).leak)),
    curveF: Number(IDS.every((id) => id !== "f" || JSON.stringify(runs[id].log) === JSON.stringify(runs.healthy.log))),
    curveG: Number(IDS.every((id) => id !== "g" || JSON.stringify(runs[id].log) === JSON.stringify(runs.healthy.log))),
    leakHealthy: checks("healthy").leak,
    leakA: checks("a").leak,
    leakC: checks("c").leak,
    leakD: checks("d").leak,
    leakE: checks("e").leak,
    leakF: checks("f").leak,
    leakG: checks("g").leak,
    orderA: checks("a").order,
    orderB: checks("b").order,
    orderD: checks("d").order,
    orderE: checks("e").order,
    orderF: checks("f").order,
    orderG: checks("g").order,
    copiesHealthy: checks("healthy").copies,
    copiesA: checks("a").copies,
    copiesB: checks("b").copies,
    copiesC: checks("c").copies,
    copiesD: checks("d").copies,
    copiesE: checks("e").copies,
    copiesF: checks("f").copies,
    copiesG: checks("g").copies,
    gapHealthy: checks("healthy").gap,
    gapA: checks("a").gap,
    gapB: checks("b").gap,
    gapC: checks("c").gap,
    gapD: checks("d").gap,
    gapE: checks("e").gap,
    gapG: checks("g").gap,
    spelledHealthy: checks("healthy").spelled,
    spelledA: checks("a").spelled,
    spelledB: checks("b").spelled,
    spelledC: checks("c").spelled,
    spelledD: checks("d").spelled,
    spelledE: checks("e").spelled,
    spelledF: checks("f").spelled,
    spelledG: checks("g").spelled
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  startsRight: Math.abs(f.healthyStart - f.uniform) < 0.05,
  aAtOnce: f.a60 < 0.1,
  aCopies: f.copiesA === 1,
  bBelow: f.bEnd < f.best / 2 && f.b60 > f.a60,
  noLeak: f.mostOtherLeak === 0 && f.bLeak > 1,
  cNoOrder: f.cOrder < 1e-4 && f.healthyOrder > 0.05,
  dTwelve: f.dStart / f.uniform > 11.5 && f.dStart / f.uniform < 12.5,
  eSingle: Math.abs(f.eEnd - f.single) < 0.12 && Math.abs(f.e60 - f.eEnd) < 0.05,
  eDeaf: f.orderE < 1e-4 && f.healthyOrder > 0.05,
  eCures: f.eCured < f.healthyEnd,
  fSame: f.curveF === 1,
  gSame: f.curveG === 1,
  noGap: f.mostOtherGap === 0 && f.fGap > 1,
  gNone: f.spelledG === 0
});
