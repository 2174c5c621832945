/** This reader's progress: kept in the browser, nowhere else. */
import {catalog} from "./catalog.js";
import {doneOf, mark} from "./done.js";
import {kept} from "./keep.js";
import {isSolved, merged, readBackup, readRecord, withAttempt, writeBackup} from "./records.js";
import type {Attempt, ExerciseRecord} from "./records.js";

const KIND = "exercise:";

/** What is remembered of an exercise. Damaged text is as good as none. */
export function recordNamed(name: string): ExerciseRecord {
  const text = kept.get(KIND + name);
  return (text === undefined ? undefined : readRecord(text)) ?? {name, prompt: "", attempts: []};
}

/** All that is remembered. */
export const records = (): readonly ExerciseRecord[] =>
  kept
    .names(KIND)
    .map((key) => readRecord(kept.get(key) ?? ""))
    .filter((record) => record !== undefined);

/** Remembers an attempt, and marks the section if it is finished by it. */
export function remember(name: string, prompt: string, attempt: Attempt): ExerciseRecord {
  const record = withAttempt({...recordNamed(name), prompt}, attempt);
  kept.set(KIND + name, JSON.stringify(record));
  void markDone();
  return record;
}

/** Finds what is finished, for the marks on every page. */
async function markDone(): Promise<void> {
  try {
    const solved = new Set(records().flatMap((record) => (isSolved(record) ? [record.name] : [])));
    const done = doneOf(await catalog(), solved);
    kept.set("done", JSON.stringify(done));
    mark(done);
  } catch {
    // without the list of exercises nothing is marked, and nothing else suffers
  }
}

/** Where progress lives, as a sentence for the reader; an alarm if it will be lost. */
export const placeOfProgress = (): string =>
  kept.lasts()
    ? "Kept in this browser until it removes it; some do after a week without a visit. A file is safer."
    : "This browser lets the page keep nothing (private mode, or full storage): save a file before you close the page.";

/** All progress as a file. */
export const backup = (): Blob => new Blob([writeBackup(records())], {type: "application/json"});

/**
 * Adds the progress of a file to what is here, all of it or nothing.
 *
 * @throws Error with a sentence for the reader if the file is not one of ours.
 */
export function restoreBackup(text: string): number {
  const read = readBackup(text);
  for (const record of read) {
    kept.set(KIND + record.name, JSON.stringify(merged(recordNamed(record.name), record)));
  }
  void markDone();
  return read.length;
}

/** Forgets everything. */
export function forget(): void {
  for (const name of [...kept.names(KIND), ...kept.names("draft:")]) kept.remove(name);
  kept.remove("done");
  void markDone();
}
