import {CommandError} from "../exit.js";
import {readCorpus, type Corpus} from "../files/corpus.js";
import {partsOf} from "./folders.js";
import type {RunConfig} from "./runConfig.js";

/** The text of a run, as it was when the run began. @throws CommandError if it has changed since. */
export function corpusOf(folder: string, {corpus}: RunConfig, paths: readonly string[] = []): Corpus {
  const kept = corpus.paths.includes("-") ? [partsOf(folder).corpus] : corpus.paths;
  const now = readCorpus(paths.length > 0 ? paths : kept);
  if (now.sha256 === corpus.sha256) return now;
  throw new CommandError(
    folder,
    "a run’s corpus is the one that it began with",
    [
      {name: "began with", value: `${corpus.bytes} bytes, sha256 ${corpus.sha256.slice(0, 16)}…`},
      {name: "found", value: `${now.bytes} bytes, sha256 ${now.sha256.slice(0, 16)}…`}
    ],
    "name the files that it began with, or begin a new run"
  );
}
