import {writeDuration} from "../figure/pace.js";

interface Training {
  readonly step: number;
  readonly of: number;
  /** Tokens of a step. */
  readonly tokens: number;
  /** The step at which seconds began. */
  readonly since: number;
  readonly seconds: number;
}

/** Seconds until a rate says something. */
const SETTLED = 0.3;

/** How far training has come, and how fast it is, once that is known. */
export function rateText({step, of, tokens, since, seconds}: Training): string {
  const begun = `step ${step} of ${of}`;
  const rate = (step - since) / seconds;
  if (!(rate > 0) || seconds < SETTLED) return begun;
  const steps = rate < 10 ? rate.toPrecision(2) : Math.round(rate).toLocaleString("en");
  return `${begun} · ${steps} steps/s · ${Math.round(rate * tokens).toLocaleString("en")} tokens/s · ${writeDuration((of - step) / rate)} left`;
}
