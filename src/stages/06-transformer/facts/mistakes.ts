import kept from "../model/faultRuns.json" with {type: "json"};
import {faultStart, FAULT_STEPS, PROMPT} from "../model/faultCases.js";

type Id = keyof typeof kept.value;

const runs = kept.value;
const at = (id: Id, step: number) => runs[id].log.find((each) => each.step === step)!.metrics;
const last = (id: Id) => runs[id].log.at(-1)!.metrics;
/** Each run by the name that its facts end in. */
const IDS = {Healthy: "healthy", A: "a", B: "b", C: "c", D: "d", E: "e", F: "f", G: "g"} as const;
type Name = keyof typeof IDS;
const NAMES = Object.keys(IDS) as readonly Name[];
const LOOKS = ["leak", "order", "copies", "gap", "spelled"] as const;
type Look = (typeof LOOKS)[number];

const looks = Object.fromEntries(
  LOOKS.flatMap((look) => NAMES.map((name) => [`${look}${name}`, runs[IDS[name]].checks[look]]))
) as Readonly<Record<`${Look}${Name}`, number>>;

/** Whether a run has the very measurements of the healthy one. */
const alike = (id: Id): boolean => JSON.stringify(runs[id].log) === JSON.stringify(runs.healthy.log);

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
    a60: at("a", 60).validationLoss,
    aEnd: last("a").validationLoss,
    b60: at("b", 60).validationLoss,
    bEnd: last("b").validationLoss,
    cEnd: last("c").validationLoss,
    dStart: at("d", 0).validationLoss,
    dEnd: last("d").validationLoss,
    e60: at("e", 60).validationLoss,
    eEnd: last("e").validationLoss,
    eCured: last("e, cured").validationLoss,
    fText: textOf("f"),
    gText: textOf("g"),
    alikeF: Number(alike("f")),
    alikeG: Number(alike("g")),
    ...looks
  };
}

type Facts = ReturnType<typeof facts>;

/** What a look says of all runs but some. */
const others = (f: Facts, look: Look, ...but: readonly Name[]): readonly number[] =>
  NAMES.filter((name) => !but.includes(name)).map((name) => f[`${look}${name}`]);

/** What a look says that finds nothing. */
const well = {
  leak: (x: number) => x === 0,
  order: (x: number) => x > 1e-3,
  copies: (x: number) => x < 0.5,
  gap: (x: number) => x === 0,
  spelled: (x: number) => x === 1
} as const;

/** Whether a look finds these runs, and no other. */
const finds = (f: Facts, look: Look, ...names: readonly Name[]): boolean =>
  names.every((name) => !well[look](f[`${look}${name}`])) && others(f, look, ...names).every(well[look]);

/** What the page says of them in words. */
export const claims = (f: Facts) => ({
  startsRight: Math.abs(f.healthyStart - f.uniform) < 0.05,
  aAtOnce: f.a60 < 0.1,
  aCopies: f.copiesA === 1,
  bBelow: f.bEnd < f.best / 2 && f.b60 > f.a60,
  noLeak: finds(f, "leak", "B"),
  cPairs: Math.abs(f.cEnd - f.pairs) < 0.02 && f.cEnd > f.healthyEnd + 0.3,
  cNoOrder: f.orderC < 1e-4 && f.orderHealthy > 0.05,
  dTwelve: f.dStart / f.uniform > 11.5 && f.dStart / f.uniform < 12.5,
  dNearly: f.dEnd > f.healthyEnd && f.dEnd < f.healthyEnd + 0.1,
  eSingle: Math.abs(f.eEnd - f.single) < 0.12 && Math.abs(f.e60 - f.eEnd) < 0.05,
  eDeaf: f.orderE < 1e-4 && f.orderHealthy > 0.05,
  eCures: f.eCured < f.healthyEnd,
  fSame: f.alikeF === 1,
  gSame: f.alikeG === 1,
  noGap: finds(f, "gap", "F"),
  gNone: f.spelledG === 0,
  ownColumns:
    finds(f, "copies", "A") &&
    finds(f, "leak", "B") &&
    finds(f, "order", "C", "E") &&
    finds(f, "gap", "F") &&
    finds(f, "spelled", "G"),
  knowsPairs: f.cEnd < f.single - 0.5 && Math.abs(f.eEnd - f.single) < 0.12,
  dPasses: LOOKS.every((look) => well[look](f[`${look}D`]))
});
