/** Two models on the same held-out names, and how surely they differ. */
import {clusteredMean} from "/lib/stages/neural-lm.js";
import {tokensOf, type Evaluated, type ModelName} from "./evaluated.js";

/** Two models on the first so many names. */
export interface Pair {
  /** How many more nats per token each name costs the first model than the second. */
  readonly perName: readonly number[];
  readonly first: Measured;
  readonly second: Measured;
  /** First less second, in nats per token, name by name. */
  readonly paired: Measured;
  /** The standard error of the difference, if each model had been measured on names of its own. */
  readonly apart: number;
}

type Measured = ReturnType<typeof clusteredMean>;

/** Compares two models on the first n names, in nats per token. */
export function pairOf({names, nats}: Pick<Evaluated, "names" | "nats">, a: ModelName, b: ModelName, n: number): Pair {
  const counts = names.slice(0, n).map(tokensOf);
  const [first, second] = [nats[a].slice(0, n), nats[b].slice(0, n)];
  const differences = first.map((x, i) => x - second[i]!);
  const measured = {first: clusteredMean(first, counts), second: clusteredMean(second, counts)};
  const [e, f] = [measured.first.standardError, measured.second.standardError];
  return {
    ...measured,
    perName: differences.map((d, i) => d / counts[i]!),
    paired: clusteredMean(differences, counts),
    apart: Math.sqrt(e * e + f * f)
  };
}
