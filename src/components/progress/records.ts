/** What is remembered of an exercise, and its form as text. Text comes from outside: it may be damaged or forged. */
export type Grade = 1 | 2 | 3 | 4;

export interface Attempt {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly right: boolean;
  /** How hard it was, 1 again to 4 easy, if the reader said so in a review. */
  readonly grade?: Grade;
}

export interface ExerciseRecord {
  readonly name: string;
  readonly prompt: string;
  readonly attempts: readonly Attempt[];
}

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MOST_ATTEMPTS = 60;
const MOST_RECORDS = 5000;
const LONGEST_PROMPT = 400;

/** The record with one attempt more. The oldest are forgotten first. */
export const withAttempt = (record: ExerciseRecord, attempt: Attempt): ExerciseRecord => ({
  ...record,
  prompt: record.prompt.slice(0, LONGEST_PROMPT),
  attempts: [...record.attempts, attempt].slice(-MOST_ATTEMPTS)
});

/** Whether it was ever right by its own check: what the reader says in a review is no check. */
export const isSolved = ({attempts}: ExerciseRecord): boolean =>
  attempts.some(({right, grade}) => right && grade === undefined);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isGrade = (value: unknown): value is Grade => value === 1 || value === 2 || value === 3 || value === 4;

function attemptOf(value: unknown): Attempt | undefined {
  if (!isObject(value)) return undefined;
  const {at, right, grade} = value;
  if (typeof at !== "number" || !Number.isSafeInteger(at) || at < 0 || at > 8.64e15) return undefined;
  if (typeof right !== "boolean" || (grade !== undefined && !isGrade(grade))) return undefined;
  return grade === undefined ? {at, right} : {at, right, grade};
}

/** A record from its JSON value: only the fields that it has, only if all of them are what they should be. */
function recordOf(value: unknown): ExerciseRecord | undefined {
  if (!isObject(value)) return undefined;
  const {name, prompt, attempts} = value;
  if (typeof name !== "string" || name.length > 100 || !NAME.test(name)) return undefined;
  if (typeof prompt !== "string" || !Array.isArray(attempts)) return undefined;
  const read = attempts.slice(-MOST_ATTEMPTS).map(attemptOf);
  const good = read.filter((attempt) => attempt !== undefined);
  if (good.length < read.length) return undefined;
  return {name, prompt: prompt.slice(0, LONGEST_PROMPT), attempts: [...good].sort((a, b) => a.at - b.at)};
}

/** A record from its text; undefined for a text that is none. */
export function readRecord(text: string): ExerciseRecord | undefined {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const KIND = "llm-first-principles progress";
const VERSION = 1;

/** All records as a file that `readBackup` reads. */
export const writeBackup = (records: readonly ExerciseRecord[]): string =>
  `${JSON.stringify({kind: KIND, version: VERSION, records}, null, 1)}\n`;

/**
 * The records of such a file, all or none of them.
 *
 * @throws Error with a sentence for the reader if it is another file, of a newer version, or damaged.
 */
export function readBackup(text: string): readonly ExerciseRecord[] {
  const {kind, version, records} = backup(text);
  if (kind !== KIND) throw new Error("This file is JSON, but not progress that was saved from this book.");
  if (version !== VERSION)
    throw new Error(`This progress has version ${String(version).slice(0, 20)}; this page reads version ${VERSION}.`);
  if (!Array.isArray(records) || records.length > MOST_RECORDS)
    throw new Error(`This progress has no list of at most ${MOST_RECORDS} records.`);
  return records.map((value: unknown, i) => {
    const record = recordOf(value);
    if (record === undefined) throw new Error(`Record ${i + 1} of this file is damaged, so nothing was taken from it.`);
    return record;
  });
}

function backup(text: string): Readonly<Record<string, unknown>> {
  if (text.length > 20_000_000) throw new Error("This file is larger than progress can be.");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error("This file is not JSON, so it is not progress that was saved here.");
  }
  if (!isObject(value)) throw new Error("This file is JSON, but not progress that was saved from this book.");
  return value;
}

/** Two records of one exercise as one: every attempt of both, once. */
export function merged(a: ExerciseRecord, b: ExerciseRecord): ExerciseRecord {
  const attempts = new Map(
    [...a.attempts, ...b.attempts].map((attempt) => [`${attempt.at} ${attempt.right} ${attempt.grade}`, attempt])
  );
  const sorted = [...attempts.values()].sort((x, y) => x.at - y.at);
  return {...a, prompt: a.prompt === "" ? b.prompt : a.prompt, attempts: sorted.slice(-MOST_ATTEMPTS)};
}
