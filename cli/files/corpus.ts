import {createHash} from "node:crypto";
import {readdirSync, readFileSync, statSync} from "node:fs";
import {extname, join, resolve} from "node:path";
import {readText} from "llm-first-principles";
import {CommandError} from "../exit.js";
import {size} from "./table.js";
import {jsonlTexts, parquetTexts} from "./records.js";

/** A file of a corpus, as it is written down. */
interface CorpusFile {
  /** Where it lies, or `-` for what came by stdin. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A corpus: one text, and the files that it was made of. */
export interface Corpus {
  readonly text: string;
  readonly bytes: number;
  /** Of the whole text as UTF-8. */
  readonly sha256: string;
  readonly files: readonly CorpusFile[];
  /** Whether its text is somewhere as it is: that of stdin is nowhere, and that of records stands among other things. */
  readonly plain: boolean;
}

const LIMIT = 400_000_000; // bytes: a string of V8 has at most some 536 million characters
const STDIN = 0;

const TEXTS = /\.(txt|md)$/i;
const RECORDS = /\.(jsonl|ndjson|parquet)$/i;

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** The files that a path names: itself, or of a folder all beneath that are called so, in the order of their names. */
function filesOf(path: string, called: (name: string) => boolean): readonly string[] {
  if (path === "-" || !statSync(path).isDirectory()) return [path];
  return readdirSync(path, {withFileTypes: true})
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith(".") ? [] : filesOf(inside, called);
      return called(entry.name) ? [inside] : [];
    });
}

function allFiles(paths: readonly string[], called: (name: string) => boolean, endings: string): readonly string[] {
  return paths.flatMap((path) => {
    const files = filesOf(path, called);
    if (files.length > 0) return files;
    throw new CommandError(path, "a folder of a corpus has texts", [], `put files that end in ${endings} in it`);
  });
}

/** Files of plain text: those that are named, and of folders all .txt and .md beneath. */
export const textFiles = (paths: readonly string[]): readonly string[] =>
  allFiles(paths, (name) => TEXTS.test(name), ".txt or .md");

/** What was read of a file, and its text. */
interface Read {
  readonly file: CorpusFile;
  readonly text: string;
}

const nameOf = (path: string): string => (path === "-" ? "stdin" : path);

/** A file’s bytes. @throws CommandError for too many; what Node throws if it cannot be read. */
function bytesIn(path: string): Uint8Array {
  const most = path === "-" ? 0 : statSync(path).size;
  if (most > LIMIT)
    throw new CommandError(
      path,
      `a text that is held in memory has at most ${size(LIMIT)}`,
      [{name: "size", value: size(most)}],
      "llmfp train --stream learns from its file, or cut it shorter"
    );
  return readFileSync(path === "-" ? STDIN : path);
}

/** Reads a file, and makes a text of it. */
function readOne<T>(path: string, textOf: (bytes: Uint8Array) => T): {readonly file: CorpusFile; readonly text: T} {
  const bytes = bytesIn(path);
  const file = {path: path === "-" ? path : resolve(path), bytes: bytes.length, sha256: sha256(bytes)};
  return {file, text: textOf(bytes)};
}

const plainText =
  (path: string) =>
  (bytes: Uint8Array): string =>
    readText(bytes, {name: nameOf(path), limit: LIMIT});

/** One text of many, each beginning on a line of its own. */
const joined = (texts: readonly string[]): string =>
  texts.map((text, i) => (i === texts.length - 1 || text.endsWith("\n") ? text : `${text}\n`)).join("");

function corpusOf(read: readonly Read[], plain: boolean): Corpus {
  const text = joined(read.map((one) => one.text));
  const bytes = Buffer.byteLength(text);
  return {text, bytes, sha256: sha256(text), files: read.map(({file}) => file), plain};
}

/**
 * Reads files, folders (all .txt and .md beneath) and stdin as one text, each file beginning on a line of its own.
 *
 * @throws TextError for what is no text in UTF-8; CommandError for folders without texts; what Node throws if a file cannot be read.
 */
export function readTexts(paths: readonly string[]): Corpus {
  const files = textFiles(paths);
  return corpusOf(
    files.map((path) => readOne(path, plainText(path))),
    !files.includes("-")
  );
}

/** The same text, of which nothing else is asked. */
export const textOf = (paths: readonly string[]): string =>
  joined(textFiles(paths).map((path) => plainText(path)(bytesIn(path))));

/** Where the text of a record stands: its field, with points between the names of fields within fields. */
const FIELD = "text";

/**
 * The same, and records too: of lines of JSON (.jsonl, .ndjson, and stdin where a field is named) and of Parquet, whose texts
 * each begin on a line of their own.
 *
 * @throws CommandError, besides, for a record that has no text of this name.
 */
export async function readCorpus(paths: readonly string[], field?: string): Promise<Corpus> {
  const called = (name: string): boolean => TEXTS.test(name) || RECORDS.test(name);
  const files = allFiles(paths, called, ".txt, .md, .jsonl or .parquet");
  const isRecords = (path: string): boolean => (path === "-" ? field !== undefined : RECORDS.test(path));
  const read: Read[] = [];
  for (const path of files) {
    const texts = async (bytes: Uint8Array): Promise<readonly string[]> =>
      extname(path).toLowerCase() === ".parquet"
        ? parquetTexts(bytes, field ?? FIELD, path)
        : jsonlTexts(plainText(path)(bytes), field ?? FIELD, nameOf(path));
    const one = readOne<string | Promise<string>>(
      path,
      isRecords(path) ? async (bytes) => joined(await texts(bytes)) : plainText(path)
    );
    read.push({file: one.file, text: await one.text});
  }
  return corpusOf(read, !files.some((path) => path === "-" || isRecords(path)));
}
