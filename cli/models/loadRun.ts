import {joinDocuments, splitDocuments, tokenParts, type TokenPart} from "llm-first-principles";
import {batchWriter, type TransformerParams} from "llm-first-principles/transformer";
import {CommandError, UsageError} from "../exit.js";
import {newestState, readBest, readCheckpoint, savedSteps} from "../runs/checkpoints.js";
import {readRunConfig, type RunConfig} from "../runs/runConfig.js";
import {corpusOf} from "../runs/runCorpus.js";
import type {Judged, LoadedModel} from "./loadedModel.js";
import {oneByOne} from "./oneByOne.js";
import {openModel, type OpenedModel, type State} from "./openModel.js";

/** Which of a run’s checkpoints is meant: the newest unless one is named. */
export interface Which {
  readonly step?: number;
  readonly best?: boolean;
}

/** A run with one of its states. */
interface RunState {
  readonly config: RunConfig;
  readonly opened: OpenedModel;
  readonly state: State;
}

function stateOf(folder: string, {step, best = false}: Which): State {
  if (step !== undefined && best)
    throw new UsageError("--best", "a checkpoint is named by --step or by --best", [], "leave one of them out");
  const known = best ? readBest(folder) : undefined;
  if (best && known === undefined)
    throw new CommandError(folder, "no checkpoint of this run was measured yet", [], "leave --best out for the newest");
  const asked = step ?? known?.step;
  const state = asked === undefined ? newestState(folder).state : readCheckpoint(folder, asked);
  if (state !== undefined) return state;
  throw new CommandError(
    folder,
    "the run has no checkpoint that can be read",
    [{name: "checkpoints", value: String(savedSteps(folder).length)}],
    "train it on, with llmfp train --resume"
  );
}

/** Opens a run over its corpus, whose tokens it needs, with one of its states. */
export function openRun(folder: string, which: Which): RunState {
  const config = readRunConfig(folder);
  const state = stateOf(folder, which);
  return {config, state, opened: openModel(config.model, config.config, corpusOf(folder, config).text)};
}

/** A run’s model. */
export function loadRun(folder: string, which: Which): LoadedModel {
  const {config, opened, state} = openRun(folder, which);
  const {tokenizer, documents} = opened;
  const predict = () => opened.predict(state.params);
  const judged = (part: TokenPart): Judged => ({
    ...opened.informationOf(state.params, part),
    tokens: part.ids.length - part.from,
    characters: part.characters,
    bytes: part.bytes
  });
  return {
    name: `${config.model} of step ${state.step}`,
    tokenizer,
    ...(documents !== undefined && {documents, end: documents.end}),
    predict,
    prompted: (ids) =>
      opened.transformer === undefined || (documents === undefined && ids.length > 0)
        ? ids
        : [documents?.begin ?? 0, ...ids],
    batched: (use) =>
      opened.transformer === undefined
        ? use(oneByOne(predict))
        : use(batchWriter(opened.transformer, state.params as TransformerParams)), // as a transformer’s state has
    judge: (text) =>
      judged(tokenParts(tokenizer, documents === undefined ? text : joinDocuments(splitDocuments(text)))()),
    judgeHeldOut: () => judged(opened.parts.held())
  };
}
