/** A transformer that learned Moby Dick, kept with eight bits a weight: what pages look into before anybody trains. */
import {hash, timeline} from "/lib/index.js";
import {loadInt8, saveInt8} from "/lib/tensor.js";
import {transformerLm} from "/lib/stages/transformer.js";
import type {TransformerParams} from "/lib/transformer.js";
import {excerpt} from "../../../tools/corpora.js";
import {characterGptConfig} from "./characterGptConfig.js";
import type {KeptModel} from "../../components/languageModel/keptModel.js";

const run = () => timeline(transformerLm, {...characterGptConfig, corpus: excerpt("moby-dick").text}, {history: false});

export function value(): KeptModel {
  const training = run();
  const {params} = training.at(characterGptConfig.totalSteps).state;
  const model = training.opened();
  const file = saveInt8(params);
  const sample = model.parts.held(0, characterGptConfig.scored);
  const judged = (p: TransformerParams): number => Number(model.informationOf(p, sample).crossEntropyNats.toFixed(5));
  return {
    description: model.transformer.config,
    tokens: model.tokenizer.vocabulary.tokens,
    weights: Buffer.from(file).toString("base64"),
    loss: judged(params),
    roundedLoss: judged(loadInt8(file) as TransformerParams),
    hash: hash(params)
  };
}

/** The first steps, which a test repeats. */
export const firstSteps = (): string => hash(run().at(5).state);
