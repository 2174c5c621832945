import {whole} from "../../core/check.js";
import {log} from "../../core/math/log.js";

/** What a head does on a text that repeats itself: means of its weights on certain places. */
export interface HeadScores {
  /** On the token that followed the earlier copy of the same token (Olsson et al. 2022). */
  readonly induction: number;
  /** On the token before. */
  readonly previousToken: number;
  /** On the earlier copy of the same token. */
  readonly duplicateToken: number;
  /** On the first token. */
  readonly firstToken: number;
  /** The mean entropy of its rows, in nats. */
  readonly entropy: number;
}

const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/**
 * Scores of a head's pattern over `period` tokens that come again and again.
 *
 * @param pattern - [length][length]: row i has the weights with which token i looks
 * @param period - tokens until the text begins again, at least 1
 * @throws ConfigError for a period that is none.
 */
export function headScores(pattern: readonly ArrayLike<number>[], period: number): HeadScores {
  whole("headScores.period", period, {least: 1});
  const from = (first: number, place: (t: number) => number): number =>
    mean(pattern.slice(first).map((row, i) => row[place(first + i)]!));
  return {
    induction: from(period, (t) => t - period + 1),
    previousToken: from(1, (t) => t - 1),
    duplicateToken: from(period, (t) => t - period),
    firstToken: from(1, () => 0),
    entropy: mean(
      pattern.map((row) => -Array.from(row, (p) => (p > 0 ? p * log(p) : 0)).reduce((sum, x) => sum + x, 0))
    )
  };
}
