/** Work that is asked for again while it runs. */
interface LatestWins {
  /**
   * Asks for the work. If it runs already it is asked for once more when it ends; `urgent` ends it now.
   * Every piece of work that is not urgently replaced is finished, so that asking often never starves it.
   */
  ask(urgent: boolean): void;
  /** Ends the work, and forgets what was asked for. */
  stop(): void;
}

/** Runs one piece of work at a time and then the newest that was asked for; a piece is told by its signal to end. */
export function latestWins(work: (signal: AbortSignal) => void | Promise<void>): LatestWins {
  let running: AbortController | undefined;
  let waiting = false;
  const run = () => {
    waiting = false;
    const mine = new AbortController();
    running = mine;
    const next = () => {
      if (running !== mine) return;
      running = undefined;
      if (waiting) run();
    };
    const working = work(mine.signal);
    if (working === undefined) next();
    else void working.then(next, next);
  };
  return {
    ask(urgent) {
      if (running === undefined) return run();
      waiting = true;
      if (!urgent) return;
      running.abort(); // work that does not listen is not waited for
      running = undefined;
      run();
    },
    stop() {
      waiting = false;
      running?.abort();
      running = undefined;
    }
  };
}
