/** The clinic of transformers: what all runs have in common, and what each has that is wrong. */
import type {TransformerLmConfig} from "/lib/stages/transformer.js";

/** What a program around a transformer may do wrong. */
export const FAULTS = ["none", "not shifted", "no mask", "wide embedding", "last unread", "other vocabulary"] as const;

export interface FaultyConfig extends TransformerLmConfig {
  readonly fault?: (typeof FAULTS)[number];
}

export const FAULT_STEPS = 600;
export const FAULT_EVERY = 20;

/** Whether the updates of a layer are drawn: those of the table, and of one matrix of each part. */
export const isDrawn = (path: string): boolean =>
  /^(embedding|layers\.0\.attention\.query|layers\.0\.feedForward\.down)\.weight$/.test(path);

/** What every patient’s text begins with. */
export const PROMPT = "Call me ";

/** What a patient writes as it goes. */
export const FAULT_SAMPLE = {length: 140, temperature: 0.8} as const;

/** What the healthy run is. */
export const faultStart = {
  context: 48,
  width: 64,
  layers: 1,
  heads: 4,
  batchSize: 12,
  learningRate: 0.005,
  warmup: 20,
  scored: 4000
} as const;

/** What was done to each is told after the diagnosis. */
export const faultCases: readonly {
  readonly id: string;
  readonly label: string;
  readonly change: Partial<FaultyConfig>;
}[] = [
  {id: "a", label: "run A", change: {fault: "not shifted"}},
  {id: "b", label: "run B", change: {fault: "no mask"}},
  {id: "c", label: "run C", change: {positions: "none"}},
  {id: "d", label: "run D", change: {fault: "wide embedding"}},
  {id: "e", label: "run E", change: {layers: 3, placement: "post", warmup: 0, learningRate: 0.01}},
  {id: "f", label: "run F", change: {fault: "last unread"}},
  {id: "g", label: "run G", change: {fault: "other vocabulary"}}
];

export const faultConfig = (settings: Partial<FaultyConfig>, corpus: string): FaultyConfig => ({
  ...faultStart,
  ...settings,
  corpus
});
