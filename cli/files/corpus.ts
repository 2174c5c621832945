import {createHash} from "node:crypto";
import {readdirSync, readFileSync, statSync} from "node:fs";
import {join, resolve} from "node:path";
import {readText} from "llm-first-principles";
import {CommandError} from "../exit.js";

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
}

const LIMIT = 400_000_000; // bytes: a string of V8 has at most some 536 million characters
const STDIN = 0;

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** The files that a path names: itself, or of a folder all texts beneath, in the order of their names. */
function filesOf(path: string): readonly string[] {
  if (path === "-" || !statSync(path).isDirectory()) return [path];
  const files = readdirSync(path, {withFileTypes: true})
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith(".") ? [] : filesOf(inside);
      return /\.(txt|md)$/i.test(entry.name) ? [inside] : [];
    });
  return files;
}

function readOne(path: string): {readonly file: CorpusFile; readonly text: string} {
  const bytes = readFileSync(path === "-" ? STDIN : path);
  const name = path === "-" ? "stdin" : path;
  const text = readText(bytes, {name, limit: LIMIT});
  return {text, file: {path: path === "-" ? path : resolve(path), bytes: bytes.length, sha256: sha256(bytes)}};
}

/**
 * Reads files, folders and stdin as one text, each file beginning on a line of its own.
 *
 * @throws TextError for what is no text in UTF-8; CommandError for folders without texts; what Node throws if a file cannot be read.
 */
export function readCorpus(paths: readonly string[]): Corpus {
  const found = paths.flatMap((path) => {
    const files = filesOf(path);
    if (files.length > 0) return files;
    throw new CommandError(path, "a folder of a corpus has texts", [], "put files that end in .txt or .md in it");
  });
  const read = found.map(readOne);
  const text = read.map(({text}, i) => (i === read.length - 1 || text.endsWith("\n") ? text : `${text}\n`)).join("");
  const bytes = Buffer.byteLength(text);
  return {text, bytes, sha256: sha256(text), files: read.map(({file}) => file)};
}
