/**
 * How much faster p workers are than one, if a share of the work can be divided among them, and they must exchange what they
 * computed on a ring. `exchange` is how long it takes to send all of it once, as a share of the time that one worker needs for
 * everything.
 */
export const speedup = (share: number, exchange: number, p: number): number =>
  1 / (1 - share + share / p + ((2 * (p - 1)) / p) * exchange);

/** Amdahl’s law: nothing is exchanged. */
export const amdahl = (share: number, p: number): number => speedup(share, 0, p);

/** What no number of workers is faster than. */
export const fastest = (share: number, exchange: number): number => Math.max(1, 1 / (1 - share + 2 * exchange));

/** The share that can be divided, if p workers were found to be so many times as fast. */
export const shareFrom = (faster: number, p: number): number => (1 - 1 / faster) / (1 - 1 / p);
