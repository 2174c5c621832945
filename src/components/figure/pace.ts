/** How far long work has come. */
export interface Progress {
  readonly step: number;
  /** The last step, if it is known. */
  readonly of?: number;
  /** Steps per second; measured by the figure if the work does not say. */
  readonly rate?: number;
  /** What a step is, in the plural; "steps" unless told. */
  readonly unit?: string;
}

const compact = (value: number): string =>
  value >= 1e6
    ? `${(value / 1e6).toFixed(1)}M`
    : value >= 1e4
      ? `${(value / 1e3).toFixed(0)}k`
      : value >= 10 || Number.isInteger(value)
        ? Math.round(value).toLocaleString("en")
        : value.toPrecision(2);

/** A time that is only guessed: in seconds, and from two minutes on in minutes. */
export const writeDuration = (seconds: number): string =>
  seconds < 120 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;

/** Progress in words. A time left is given only once a rate is known. */
export function writeProgress({step, of, rate, unit = "steps"}: Progress): string {
  const done = of === undefined ? `${step.toLocaleString("en")} ${unit}` : `${compact(step)} of ${compact(of)} ${unit}`;
  if (rate === undefined || !(rate > 0)) return done;
  const left = of === undefined ? "" : ` · ${writeDuration((of - step) / rate)} left`;
  return `${done} · ${compact(rate)}/s${left}`;
}

const SETTLE = 500;

/** Measures the rate of reports that have none, from the first one on, once half a second has gone by. */
export function pace(): (report: Progress, now: number) => Progress {
  let first: {readonly step: number; readonly at: number} | undefined;
  return (report, now) => {
    first ??= {step: report.step, at: now};
    const elapsed = now - first.at;
    if (report.rate !== undefined || elapsed < SETTLE) return report;
    return {...report, rate: ((report.step - first.step) / elapsed) * 1000};
  };
}
