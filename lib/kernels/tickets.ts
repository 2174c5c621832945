/**
 * How threads share a job: its parts are claimed one by one, by whoever is free, so that a thread which gets no core
 * keeps at most one of them. All of it lies in words of shared memory, a cache line each.
 *
 * A ticket says which job is on, how many parts it has, and which of them is next, in one word: so whoever claims a part
 * knows that what he has read of the job was still its own.
 */

const PER_LINE = 16; // words of a cache line
const JOB = 0;
const TICKET = PER_LINE;
const DONE = 2 * PER_LINE;
const FAILED = 3 * PER_LINE;
const WAITING = 4 * PER_LINE; // whether the caller sleeps until DONE moves
const HELPERS = 5 * PER_LINE;
const ASLEEP = 0; // of a helper's words
const INSIDE = 1;

const LAST_JOB = (1 << 19) - 1;
const ENDED = -1; // a job that is none: helpers leave

/** Turns of a loop, 2 to 9 ns each, in which a helper waits for the next job before it sleeps. */
const SPIN = 20_000;
/** Turns in which the caller waits for the last part before it lets others have its core, perhaps the helper. */
const JOIN_SPIN = 20_000;

/** Jobs have at most 63 parts. */
const ticketOf = (job: number, parts: number, next: number): number => (job << 12) | (parts << 6) | next;

export const wordsFor = (helpers: number): SharedArrayBuffer =>
  new SharedArrayBuffer(4 * (HELPERS + PER_LINE * helpers));

const lineOf = (helper: number): number => HELPERS + PER_LINE * helper;

/** Claims parts of a job and does them until none is left. */
function work(words: Int32Array, job: number, part: (part: number, parts: number) => void): void {
  for (;;) {
    const ticket = Atomics.load(words, TICKET);
    const [next, parts] = [ticket & 63, (ticket >> 6) & 63];
    if (ticket >> 12 !== job || next === parts) return;
    if (Atomics.compareExchange(words, TICKET, ticket, ticket + 1) !== ticket) continue;
    part(next, parts);
    Atomics.add(words, DONE, 1);
    if (Atomics.load(words, WAITING) === 1) Atomics.notify(words, DONE);
  }
}

/** What a helper does with a job. */
interface Helper {
  /** Reads what the job is; it may have ended already, and then nothing of it is done. */
  readonly read: () => void;
  readonly part: (part: number, parts: number) => void;
  /** A part threw: to be remembered for the caller. */
  readonly failed: (error: unknown) => void;
}

/** A helper's life: it takes part in every job that it hears of, until `end`. */
export function help(words: Int32Array, helper: number, {read, part, failed}: Helper): void {
  const line = lineOf(helper);
  let seen = 0;
  for (;;) {
    let turns = 0;
    let job = Atomics.load(words, JOB);
    for (; job === seen; job = Atomics.load(words, JOB)) {
      if (++turns < SPIN) continue;
      Atomics.store(words, line + ASLEEP, 1);
      Atomics.wait(words, JOB, seen); // returns at once where the job has moved on: nothing is lost
      Atomics.store(words, line + ASLEEP, 0);
      turns = 0;
    }
    if (job === ENDED) return;
    seen = job;
    Atomics.store(words, line + INSIDE, 1);
    read();
    work(words, job, (i, parts) => {
      try {
        part(i, parts);
      } catch (error) {
        failed(error);
        Atomics.store(words, FAILED, 1);
      }
    });
    Atomics.store(words, line + INSIDE, 0);
  }
}

/** No more jobs: helpers that hear it leave. */
export function end(words: Int32Array): void {
  Atomics.store(words, JOB, ENDED);
  Atomics.notify(words, JOB);
}

/** How a job ended: `lost` where a helper claimed a part and was never heard of again. */
type Joined = "done" | "failed" | "lost";

/** The caller's side. */
interface Caller {
  /** Does a job with the help of others: `write` says what it is, `part` does what the others did not take. */
  readonly share: (parts: number, write: () => void, part: (part: number, parts: number) => void) => Joined;
}

/** `patience`: for how many milliseconds no part may come to its end before the helpers are given up. */
export function caller(words: Int32Array, helpers: number, patience: number): Caller {
  let job = 0;
  const lines = Array.from({length: helpers}, (_, helper) => lineOf(helper));

  function nextJob(): number {
    if (job < LAST_JOB) return job + 1;
    // numbers begin again: nobody may still be looking at a ticket of the last time
    for (const line of lines) while (Atomics.load(words, line + INSIDE) === 1);
    return 1;
  }

  /** Waits until all parts are done; false where that will not be. */
  function joined(parts: number): boolean {
    let done = Atomics.load(words, DONE);
    for (let turns = 0; done < parts && turns < JOIN_SPIN; turns++) done = Atomics.load(words, DONE);
    for (let waited = 0; done < parts && waited < patience; waited++) {
      pause(words, done);
      const now = Atomics.load(words, DONE);
      if (now !== done) waited = 0;
      done = now;
    }
    return done >= parts;
  }

  return {
    share: (parts, write, part) => {
      write();
      job = nextJob();
      Atomics.store(words, DONE, 0);
      Atomics.store(words, TICKET, ticketOf(job, parts, 0));
      Atomics.store(words, JOB, job);
      if (lines.some((line) => Atomics.load(words, line + ASLEEP) === 1)) Atomics.notify(words, JOB);
      try {
        work(words, job, part);
      } catch (error) {
        const taken = Atomics.exchange(words, TICKET, ticketOf(job, parts, parts)) & 63;
        joined(taken - 1); // ours was one of them, and is not done
        Atomics.store(words, FAILED, 0);
        throw error;
      }
      if (!joined(parts)) return "lost";
      return Atomics.exchange(words, FAILED, 0) === 1 ? "failed" : "done";
    }
  };
}

const TURNS_OF_A_MILLISECOND = 200_000;

/** About a millisecond, unless a part is done: asleep where one may sleep, which is not so on a page itself. */
function pause(words: Int32Array, done: number): void {
  try {
    Atomics.store(words, WAITING, 1);
    Atomics.wait(words, DONE, done, 1);
  } catch {
    for (let turns = 0; turns < TURNS_OF_A_MILLISECOND; turns++) if (Atomics.load(words, DONE) !== done) return;
  } finally {
    Atomics.store(words, WAITING, 0);
  }
}
