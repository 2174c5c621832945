import {Subject, of, throwError} from "rxjs";
import {describe, expect, it} from "vitest";
import {latestWins} from "../../src/components/figure/latestWins.js";
import {pace, writeProgress} from "../../src/components/figure/pace.js";
import {abortable, latest} from "../../src/components/rx.js";

/** Work whose pieces end when the test says so. */
function pieces() {
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const loop = latestWins((signal) => {
    const n = ends.length;
    log.push(`begin ${n}`);
    signal.addEventListener("abort", () => log.push(`abort ${n}`));
    return new Promise<void>((resolve) => ends.push(resolve)).then(() => void log.push(`end ${n}`));
  });
  const end = async (n: number) => {
    ends[n]?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return {log, loop, end};
}

describe("drawing the newest", () => {
  it("finishes what it draws however often it is asked, and then draws once more", async () => {
    const {log, loop, end} = pieces();
    for (let i = 0; i < 10; i++) loop.ask(false);
    await end(0);
    await end(1);
    expect(log).toEqual(["begin 0", "end 0", "begin 1", "end 1"]);
  });

  it("ends what it draws when the newest is urgent", async () => {
    const {log, loop, end} = pieces();
    loop.ask(false);
    loop.ask(true);
    await end(0);
    await end(1);
    expect(log).toEqual(["begin 0", "abort 0", "begin 1", "end 0", "end 1"]);
  });

  it("does nothing after it was stopped", async () => {
    const {log, loop, end} = pieces();
    loop.ask(false);
    loop.ask(false);
    loop.stop();
    await end(0);
    expect(log).toEqual(["begin 0", "abort 0", "end 0"]);
  });

  it("goes on after work that failed", async () => {
    let count = 0;
    const loop = latestWins(() => Promise.reject(new Error(String(count++))));
    loop.ask(false);
    loop.ask(false);
    await new Promise((resolve) => setTimeout(resolve));
    expect(count).toBe(2);
  });
});

describe("progress in words", () => {
  it("gives a time left only when a rate is known", () => {
    expect(writeProgress({step: 120, of: 400})).toBe("120 of 400 steps");
    expect(writeProgress({step: 0, of: 400, rate: 1})).toBe("0 of 400 steps · 1/s · 7 min left");
    expect(writeProgress({step: 1, of: 4, rate: 0.5})).toBe("1 of 4 steps · 0.50/s · 6 s left");
    expect(writeProgress({step: 20_000, of: 1_200_000, rate: 100_000, unit: "characters"})).toBe(
      "20k of 1.2M characters · 100k/s · 12 s left"
    );
  });

  it("measures the rate after half a second, from the first report on", () => {
    const measured = pace();
    expect(measured({step: 100}, 0)).toEqual({step: 100});
    expect(measured({step: 150}, 400)).toEqual({step: 150});
    expect(measured({step: 300}, 1000)).toEqual({step: 300, rate: 200});
  });
});

describe("streams and pages", () => {
  it("gives the last value of a source, and those on the way", async () => {
    const seen: number[] = [];
    expect(await abortable(of(1, 2, 3), new AbortController().signal, (n) => seen.push(n))).toBe(3);
    expect(seen).toEqual([1, 2, 3]);
  });

  it("unsubscribes at once when it is aborted, and rejects", async () => {
    const source = new Subject<number>();
    const abort = new AbortController();
    const result = abortable(source, abort.signal);
    expect(source.observed).toBe(true);
    abort.abort();
    expect(source.observed).toBe(false);
    await expect(result).rejects.toBe(abort.signal.reason);
  });

  it("does not subscribe when it is aborted already, and passes errors on", async () => {
    const source = new Subject<number>();
    await expect(abortable(source, AbortSignal.abort())).rejects.toThrow(/abort/);
    expect(source.observed).toBe(false);
    const error = new Error("broken");
    await expect(
      abortable(
        throwError(() => error),
        new AbortController().signal
      )
    ).rejects.toBe(error);
  });

  it("keeps only the newest for a cell that pulls late, and lets go when the cell does", async () => {
    const source = new Subject<number>();
    const cell = latest(source);
    [1, 2, 3].forEach((n) => source.next(n));
    expect(await cell.next().value).toBe(3);
    const waiting = cell.next().value;
    source.next(4);
    expect(await waiting).toBe(4);
    cell.return?.();
    expect(source.observed).toBe(false);
  });
});
