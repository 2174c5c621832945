import {macrotaskScheduler} from "llm-first-principles";

/** How fast something was, over some rounds. */
export interface Rate {
  /** Tokens a second: the median round, and the quartiles about it. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly rounds: number;
}

/** A number below which a share of a sorted list lies, between neighbors in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (at - Math.floor(at)) * (above - below);
}

/** @param rates - Of each round, in any order; at least one. */
export function rateOf(rates: readonly number[]): Rate {
  const sorted = [...rates].sort((a, b) => a - b);
  const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share));
  return {median: median!, low: low!, high: high!, rounds: sorted.length};
}

/** Seconds that a round is to take: long beside what a clock cannot tell. */
const ROUND = 0.2;
const LEAST_ROUNDS = 5;

type Clock = () => number;

/**
 * Times work in rounds for some seconds, and at least five rounds. A round is as many pieces as take some 0.2 s.
 *
 * @param work - Does so many pieces, and returns the tokens of them.
 * @param clock - In milliseconds.
 */
export function timed(work: (pieces: number) => number, seconds: number, clock: Clock = macrotaskScheduler.now): Rate {
  const once = (pieces: number): {readonly tokens: number; readonly seconds: number} => {
    const from = clock();
    const tokens = work(pieces);
    return {tokens, seconds: (clock() - from) / 1000};
  };
  once(1); // engines compile what runs again
  let pieces = 1;
  while (once(pieces).seconds < ROUND / 2) pieces *= 2;
  const rates: number[] = [];
  for (let spent = 0; spent < seconds || rates.length < LEAST_ROUNDS;) {
    const round = once(pieces);
    spent += round.seconds;
    rates.push(round.tokens / round.seconds);
  }
  return rateOf(rates);
}
