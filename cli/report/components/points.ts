import type {RunData} from "../data/runData.js";

/** A number that a run measured. */
export interface Point {
  readonly run: string;
  /** Steps, or minutes. */
  readonly x: number;
  readonly y: number;
}

export type Along = "step" | "minutes";

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** What a run measured under a name, along its steps or its minutes. */
export function pointsOf({name: run, measured}: RunData, name: string, along: Along): readonly Point[] {
  return measured.flatMap((entry) => {
    const y = entry[name];
    const x = along === "step" ? entry.step : (entry.seconds ?? NaN) / 60;
    return isNumber(y) && isNumber(x) ? [{run, x, y}] : [];
  });
}

/**
 * Points smoothed by an exponential mean, corrected for its beginning: with weight 0 they are what they were, near 1 each is
 * nearly the mean of all before it.
 */
export function smoothed(points: readonly Point[], weight: number): readonly Point[] {
  let [sum, total] = [0, 0];
  return points.map((point) => {
    sum = weight * sum + (1 - weight) * point.y;
    total = weight * total + (1 - weight);
    return {...point, y: sum / total};
  });
}

/** Tokens a second from each measurement to the next; none where nobody knows how many a step has. */
export function throughput({name: run, measured, tokensPerStep}: RunData): readonly Point[] {
  if (tokensPerStep === null) return [];
  return measured.slice(1).flatMap((entry, i) => {
    const before = measured[i]!;
    const seconds = (entry.seconds ?? NaN) - (before.seconds ?? NaN);
    const y = ((entry.step - before.step) * tokensPerStep) / seconds;
    return seconds > 0 ? [{run, x: entry.step, y}] : [];
  });
}

/** The least of what a run measured under a name, and where; undefined if it did not. */
export const least = (run: RunData, name: string): Point | undefined =>
  pointsOf(run, name, "step").reduce<Point | undefined>(
    (best, point) => (best && best.y <= point.y ? best : point),
    undefined
  );

/** A duration as people read it: 0:07, 62:03; "—" where it is not known. */
export function duration(seconds: number | undefined): string {
  if (seconds === undefined) return "—";
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
