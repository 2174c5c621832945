/** What each part of the kept transformer adds to the stream, on passages that it never learned. */
import {hash} from "/lib/index.js";
import {heldOutPassages} from "../../../../tools/heldOutPassages.js";
import kept from "../../../data/models/characterGpt.json" with {type: "json"};
import {openModel, type KeptModel} from "../../../components/languageModel/keptModel.js";
import {characterGptConfig} from "../../../data/models/characterGptConfig.js";
import {lossWithout, streamSeen, valuesAgree, type StreamSeen} from "./streamSeen.js";

type Part = StreamSeen["parts"][number] & {
  /** Nats a letter when it is taken away. */
  readonly without: number;
};

export interface StreamParts {
  /** Nats a letter if the stream is read out at each depth, from the embedding on. */
  readonly lens: readonly number[];
  /** By depth: the share of letters at which it would say what the last depth says, and at which it would repeat the letter. */
  readonly settled: readonly number[];
  readonly repeats: readonly number[];
  readonly scale: readonly number[];
  readonly embedded: number;
  readonly parts: readonly Part[];
  /** By layer: how often a neuron’s strongest places are followed by the letter that it raises most. */
  readonly agrees: readonly number[];
}

const STRONGEST = 10;
const passages = (): readonly string[] => heldOutPassages({length: characterGptConfig.context});
const rounded = (x: number): number => Number(x.toFixed(4));
const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

const topOf = ({likeliest: [first]}: StreamSeen["lens"][number][number]): string => first!.token;

export function value(): StreamParts {
  const open = openModel(kept.value as KeptModel);
  const texts = passages();
  const seen = texts.map((text) => streamSeen(open, text));
  const over = (of: (each: StreamSeen) => number): number => rounded(mean(seen.map(of)));
  const [first] = seen;
  return {
    lens: first!.lens.map((_, depth) =>
      over(({lens}) => mean(lens[depth]!.flatMap(({nats}) => (nats === undefined ? [] : [nats]))))
    ),
    settled: first!.lens.map((_, depth) =>
      over(({lens}) => mean(lens[depth]!.map((said, i) => (topOf(said) === topOf(lens.at(-1)![i]!) ? 1 : 0))))
    ),
    repeats: first!.lens.map((_, depth) =>
      over(({lens, letters}) => mean(lens[depth]!.map((said, i) => (topOf(said) === letters[i] ? 1 : 0))))
    ),
    scale: first!.scale.map((_, depth) => over(({scale}) => scale[depth]!)),
    embedded: over(({embedded}) => embedded),
    parts: first!.parts.map(({layer, kind}, i) => ({
      layer,
      kind,
      length: over(({parts}) => parts[i]!.length),
      share: over(({parts}) => parts[i]!.share),
      without: rounded(mean(texts.map((text) => lossWithout(open, text, {layer, kind}))))
    })),
    agrees: valuesAgree(open, texts, STRONGEST).map(({agrees}) => rounded(agrees))
  };
}

/** The first passage, which a test repeats. */
export const firstSteps = (): string => hash(streamSeen(openModel(kept.value as KeptModel), passages()[0]!).parts);
