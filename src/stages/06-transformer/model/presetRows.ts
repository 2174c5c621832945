/** Five descriptions as rows of a table: what each says, and what it comes to. */
import {estimate, transformer, type Estimate, type FullTransformerConfig} from "/lib/transformer.js";
import {keptTokens} from "./costs.js";
import {FIVE} from "./publishedModels.js";

export interface PresetRow {
  readonly name: string;
  /** One for each of the five. */
  readonly cells: readonly string[];
  /** Whether it is computed from the others. */
  readonly costs: boolean;
}

const yes = (on: boolean): string => (on ? "yes" : "no");
const billions = (count: number): string => `${(count / 1e9).toFixed(2)} billion`;

const says: readonly (readonly [string, (config: FullTransformerConfig) => string])[] = [
  ["norm", ({norm}) => (norm === "rms" ? "RMS" : "layer")],
  ["placement", ({placement}) => placement],
  ["positions", ({positions}) => positions],
  ["feedForward", ({feedForward}) => feedForward],
  ["hidden", ({hidden}) => hidden.toLocaleString("en")],
  ["bias", ({bias}) => yes(bias)],
  ["tied", ({tied}) => yes(tied)],
  ["kvHeads", ({kvHeads}) => String(kvHeads)],
  ["window", ({window}) => (window === 0 ? "all" : window.toLocaleString("en"))],
  ["experts", ({experts, expertsPerToken}) => (experts === 0 ? "none" : `${expertsPerToken} of ${experts}`)],
  ["layers", ({layers}) => String(layers)],
  ["width", ({width}) => width.toLocaleString("en")],
  ["heads", ({heads}) => String(heads)],
  ["headDim", ({headDim}) => String(headDim)],
  ["causal", ({causal}) => yes(causal)],
  ["qkNorm", ({qkNorm}) => yes(qkNorm)]
];

const costs: readonly (readonly [string, (estimate: Estimate, config: FullTransformerConfig) => string])[] = [
  ["parameters", ({parameters}) => billions(parameters.total)],
  ["a token meets", ({parameters}) => billions(parameters.active)],
  ["operations a token", ({flopsPerToken}) => billions(flopsPerToken.forward)],
  ["cache of a token", ({bytes}) => `${bytes.cachePerToken / 2 / 1024} KiB`],
  ["cache of a text", ({bytes}, config) => `${(bytes.cachePerToken / 2 / 2 ** 30) * keptTokens(config)} GiB`]
];

/** The five, and the table that the page shows. */
export interface PresetTable {
  readonly models: readonly string[];
  readonly rows: readonly PresetRow[];
}

/** The table of the page, with the same five columns in every row. */
export function presetRows(): readonly PresetRow[] {
  const full = Object.values(FIVE).map(({description}) => ({
    config: transformer(description).config,
    cost: estimate(description)
  }));
  return [
    ...says.map(([name, of]) => ({name, costs: false, cells: full.map(({config}) => of(config))})),
    ...costs.map(([name, of]) => ({name, costs: true, cells: full.map(({config, cost}) => of(cost, config))}))
  ];
}
