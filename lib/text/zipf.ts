import {ConfigError, found} from "../core/errors.js";
import {exp} from "../core/math/exp.js";
import {log} from "../core/math/log.js";
import {ranked} from "./statistics.js";

/** One type of a text: how many types are commoner or equal, itself included, and how often it appears. */
export interface RankedType {
  /** From 1, the commonest. */
  readonly rank: number;
  readonly frequency: number;
  readonly id: number;
}

/**
 * Rank and frequency of the types that a text has, commonest first.
 *
 * Zipf's law says that frequency falls as a power of rank, near -1 for words (`logLogFit` finds it). With `points`, only
 * about so many ranks, evenly spaced on a logarithmic axis: a plot shows no more, and a fit no longer hears the rare
 * types alone. Zipf, Human Behavior and the Principle of Least Effort, 1949, chapter 2.
 *
 * @throws ConfigError if `points` is not a whole number of at least 2.
 */
export function zipf(counts: ArrayLike<number>, {points}: {readonly points?: number} = {}): readonly RankedType[] {
  const ids = ranked(counts);
  const all = ids.map((id, i) => ({rank: i + 1, frequency: counts[id]!, id}));
  return points === undefined ? all : logSpaced(all.length, points).map((rank) => all[rank - 1]!);
}

/** At most `points` distinct whole numbers from 1 to `last`, both included, in equal ratios as far as rounding allows. */
export function logSpaced(last: number, points: number): readonly number[] {
  if (!Number.isInteger(points) || points < 2)
    throw new ConfigError("zipf.points", "it is a whole number of at least 2", [found("points", points)]);
  if (last < 1) return [];
  const step = log(last) / (points - 1);
  const ranks = Array.from({length: points}, (_, i) => Math.round(exp(step * i)));
  return [...new Set(ranks)];
}
