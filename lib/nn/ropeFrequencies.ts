import {real, whole} from "../core/check.js";
import {checkFields, oneOf} from "../core/checkFields.js";
import {log} from "../core/math/log.js";
import {pow} from "../core/math/pow.js";
import type {Tensor} from "../core/tensorData.js";
import {listOf} from "../tensor/given.js";
import {arrayOf, heapTensor} from "../tensor/storage.js";
import {evenExtent} from "./evenExtent.js";

/** How frequencies are changed for sequences that are longer than those of training. */
export type RopeScaling =
  | {readonly kind: "none"}
  /** All positions divided by `factor` (Chen et al. 2023). */
  | {readonly kind: "linear"; readonly factor: number}
  /** The base raised, so that the fastest pair stays and the slowest is divided by `factor` (bloc97 2023). */
  | {readonly kind: "ntk"; readonly factor: number}
  /** Fast pairs kept, slow ones divided, those between blended; queries and keys grow a little (Peng et al. 2023). */
  | {
      readonly kind: "yarn";
      readonly factor: number;
      readonly originalMaxPositions: number;
      readonly betaFast?: number;
      readonly betaSlow?: number;
    }
  /** Pairs divided by their wavelength against the length of training (Llama 3.1). */
  | {
      readonly kind: "llama3";
      readonly factor: number;
      readonly originalMaxPositions: number;
      readonly lowFreqFactor: number;
      readonly highFreqFactor: number;
    };

/** The angle that each pair turns by from one position to the next, and what cosines and sines are multiplied by. */
export interface RopeFrequencies {
  /** Radians per position, one for each of the headDim/2 pairs. */
  readonly frequencies: readonly number[];
  readonly attentionFactor: number;
}

const TURN = 6.283185307179586;

const ramp = (low: number, high: number, i: number): number =>
  Math.min(1, Math.max(0, (i - low) / Math.max(high - low, 1e-3)));

function yarn(
  plain: readonly number[],
  base: number,
  {factor, originalMaxPositions, betaFast = 32, betaSlow = 1}: Extract<RopeScaling, {kind: "yarn"}>
): readonly number[] {
  const dim = 2 * plain.length;
  // the pair that turns `turns` times over the length of training
  const pairOf = (turns: number): number => (dim * log(originalMaxPositions / (turns * TURN))) / (2 * log(base));
  const low = Math.max(0, Math.floor(pairOf(betaFast)));
  const high = Math.min(dim - 1, Math.ceil(pairOf(betaSlow)));
  return plain.map((frequency, i) => {
    const slow = ramp(low, high, i);
    return (frequency / factor) * slow + frequency * (1 - slow);
  });
}

function llama3(
  plain: readonly number[],
  {factor, originalMaxPositions, lowFreqFactor, highFreqFactor}: Extract<RopeScaling, {kind: "llama3"}>
): readonly number[] {
  return plain.map((frequency) => {
    const turns = (originalMaxPositions * frequency) / TURN;
    if (turns > highFreqFactor) return frequency;
    if (turns < lowFreqFactor) return frequency / factor;
    const smooth = (turns - lowFreqFactor) / (highFreqFactor - lowFreqFactor);
    return ((1 - smooth) * frequency) / factor + smooth * frequency;
  });
}

const scalingFields = {
  none: [],
  linear: ["factor"],
  ntk: ["factor"],
  yarn: ["factor", "originalMaxPositions", "betaFast", "betaSlow"],
  llama3: ["factor", "originalMaxPositions", "lowFreqFactor", "highFreqFactor"]
} as const;
const optional: readonly string[] = ["betaFast", "betaSlow"];

/** Refuses scalings that there are not, and numbers that are not above 0. */
function checkScaling(scaling: RopeScaling, headDim: number): void {
  const where = "ropeFrequencies.scaling";
  checkFields(where, scaling, ["kind", ...Object.values(scalingFields).flat()]);
  const kind = oneOf(`${where}.kind`, scaling.kind, ["none", "linear", "ntk", "yarn", "llama3"]);
  for (const field of scalingFields[kind]) {
    const value: unknown = Reflect.get(scaling, field);
    if (value !== undefined || !optional.includes(field)) real(`${where}.${field}`, value, {above: 0});
  }
  if (kind === "ntk")
    whole("ropeFrequencies.headDim", headDim, {
      least: 4,
      hint: "with one pair there is no slowest one: scale linearly"
    });
}

/** The base of frequencies, and how they are scaled. */
export interface RopeFrequencyOptions {
  /** 10000 unless it is named. */
  readonly base?: number;
  /** None unless it is named. */
  readonly scaling?: RopeScaling;
}

/**
 * Frequencies of rotary positions: base^(−2i/headDim) for pair i (Su et al. 2021, equation 15), scaled for long
 * sequences as `scaling` says.
 *
 * @throws ConfigError unless headDim is even and the base is above 1.
 */
export function ropeFrequencies(headDim: number, options: RopeFrequencyOptions = {}): RopeFrequencies {
  evenExtent("ropeFrequencies.headDim", headDim);
  checkFields("ropeFrequencies.options", options, ["base", "scaling"]);
  const {base = 10000, scaling = {kind: "none"}} = options;
  real("ropeFrequencies.base", base, {above: 1});
  checkScaling(scaling, headDim);
  const of = (b: number): readonly number[] =>
    Array.from({length: headDim / 2}, (_, i) => 1 / pow(b, (2 * i) / headDim));
  const plain = of(base);
  switch (scaling.kind) {
    case "none":
      return {frequencies: plain, attentionFactor: 1};
    case "linear":
      return {frequencies: plain.map((f) => f / scaling.factor), attentionFactor: 1};
    case "ntk":
      return {frequencies: of(base * pow(scaling.factor, headDim / (headDim - 2))), attentionFactor: 1};
    case "yarn":
      return {frequencies: yarn(plain, base, scaling), attentionFactor: 0.1 * log(scaling.factor) + 1};
    case "llama3":
      return {frequencies: llama3(plain, scaling), attentionFactor: 1};
  }
}

/** Angles in radians, position · frequency: float64 [positions, headDim/2], as `rope` takes them. */
export function ropeAngles(positions: readonly number[], table: RopeFrequencies): Tensor {
  checkFields("ropeAngles.frequencies", table, ["frequencies", "attentionFactor"]);
  const {frequencies} = table;
  for (const position of listOf("ropeAngles.positions", positions)) real("ropeAngles.positions", position);
  for (const each of listOf("ropeAngles.frequencies", frequencies)) real("ropeAngles.frequencies", each);
  const array = arrayOf("float64", positions.length * frequencies.length);
  positions.forEach((position, p) =>
    frequencies.forEach((frequency, i) => {
      array[p * frequencies.length + i] = position * frequency;
    })
  );
  return heapTensor(array, [positions.length, frequencies.length], "float64");
}
