/** What a race of optimizers is: its length, and the rates that are tried for each. */
import type {ModelRacer} from "./modelRuns.js";

/** Steps of a race. */
export const RACE = 200;

/** Three rates to each power of ten, from 0.0001 to 2. */
export const RATES = [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2] as const;

/** Who races down landscapes. Without weight decay AdamW is Adam, and Muon is for matrices. */
export const RACERS = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "nadam", "lion"] as const;
export type RacerName = (typeof RACERS)[number];

/** Names for readers. */
export const OPTIMIZER_NAMES: Readonly<Record<RacerName | ModelRacer, string>> = {
  sgd: "gradient descent",
  momentum: "momentum",
  nesterov: "Nesterov",
  adagrad: "AdaGrad",
  rmsprop: "RMSProp",
  adam: "Adam",
  nadam: "NAdam",
  lion: "Lion",
  muon: "Muon"
};

/** How the rates of a race are chosen: each its best, or a multiple of it, or one for all. */
export const PACES = [
  "tuned",
  "tuned/10",
  "tuned/3",
  "tuned*2",
  "tuned*4",
  "all 0.001",
  "all 0.01",
  "all 0.1"
] as const;
export type Pace = (typeof PACES)[number];

/** The rate of a racer whose best rate is known. */
export function rateAt(pace: Pace, best: number): number {
  const [kind = "", number = ""] = pace.split(/ |(?=[*/])/);
  if (kind === "all") return Number(number);
  const factor = number === "" ? 1 : Number(number.slice(1));
  return number.startsWith("/") ? best / factor : best * factor;
}
