import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {readGguf, readHuggingFace, type ImportedModel} from "llm-first-principles/interop";
import {batchWriter, cachedReader, transformer} from "llm-first-principles/transformer";
import {CommandError} from "../exit.js";
import {judgeTransformer} from "./judgeTransformer.js";
import type {LoadedModel} from "./loadedModel.js";
import type {Source} from "./source.js";

type FileSource = Exclude<Source, {readonly kind: "run"}>;

/** What of a folder of Hugging Face’s a model is read from. */
const isPart = (name: string): boolean =>
  /^(config|generation_config|tokenizer|tokenizer_config)\.json$/.test(name) ||
  /\.safetensors(\.index\.json)?$/.test(name);

/** The files of a folder of Hugging Face’s, by their names. */
const huggingFaceFiles = (folder: string): ReadonlyMap<string, Uint8Array> =>
  new Map(
    readdirSync(folder)
      .filter(isPart)
      .map((name) => [name, readFileSync(join(folder, name))])
  );

function loaded(path: string, {config, params, tokenizer, chatTemplate}: ImportedModel): LoadedModel {
  if (tokenizer === undefined)
    throw new CommandError(
      path,
      "a model writes text where it has a tokenizer",
      [],
      "put its tokenizer.json beside it"
    );
  const model = transformer(config);
  const {begin, end} = tokenizer.vocabulary;
  const start = begin ?? end ?? 0;
  const prompted = (ids: readonly number[]): readonly number[] => (ids.length > 0 ? ids : [start]);
  return {
    name: basename(path),
    tokenizer,
    predict: () => {
      const {predict} = cachedReader(model, params);
      return (ids) => predict(ids.length > 0 ? ids : [start]);
    },
    prompted,
    batched: (use) => use(batchWriter(model, params)),
    ...(end !== undefined && {end}),
    ...(chatTemplate !== undefined && {chatTemplate}),
    judge: (text) => judgeTransformer(model, params, tokenizer, text)
  };
}

/** The model of a folder of Hugging Face’s, or of a GGUF file, as it was read. */
export const readModel = (source: FileSource): ImportedModel =>
  source.kind === "gguf" ? readGguf(readFileSync(source.file)) : readHuggingFace(huggingFaceFiles(source.folder));

/** The same, to write and to judge with. */
export const loadFile = (source: FileSource): LoadedModel =>
  loaded(source.kind === "gguf" ? source.file : source.folder, readModel(source));
