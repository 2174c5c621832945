import {CommandError} from "../exit.js";
import {readCorpus, readTexts, type Corpus} from "../files/corpus.js";
import {partsOf} from "./folders.js";
import type {RunConfig} from "./runConfig.js";

/** A text, if it is the one that a run began with. */
function checked(folder: string, {corpus}: RunConfig, now: Corpus): Corpus {
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

/** The text of a run, as it was when the run began. @throws CommandError if it has changed since. */
export const corpusOf = (folder: string, config: RunConfig): Corpus =>
  checked(folder, config, readTexts(config.corpus.kept === true ? [partsOf(folder).corpus] : config.corpus.paths));

/** The same, of a corpus that lies elsewhere now. */
export const movedCorpus = async (folder: string, config: RunConfig, paths: readonly string[]): Promise<Corpus> =>
  checked(folder, config, await readCorpus(paths, config.corpus.field));
