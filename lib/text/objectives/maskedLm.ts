import {real, whole} from "../../core/check.js";
import {checkFields} from "../../core/checkFields.js";
import {ConfigError, found, TextError} from "../../core/errors.js";
import {integer} from "../../core/random/integer.js";
import {split} from "../../core/random/key.js";
import type {Key} from "../../core/random/threefry.js";
import {uniform} from "../../core/random/uniform.js";
import {checkId} from "../ids.js";
import {IGNORED} from "../paddedBatch.js";
import {drawnOf, keyAt, type Aligned, type IgnoreOptions, type Objective} from "./objective.js";

/** How ids are masked, as BERT does unless it is named (Devlin et al. 2019, section 3.1). */
export interface MaskedLmOptions extends IgnoreOptions {
  /** Ids that there are. */
  readonly vocabSize: number;
  /** The id that stands where a token is masked. */
  readonly mask: number;
  /** The share of tokens that are to be said: 0.15 unless it is named. */
  readonly rate?: number;
  /** The share of these that are masked: 0.8. */
  readonly masked?: number;
  /** The share of these in whose place any other id may stand: 0.1. The rest is left as it is. */
  readonly random?: number;
  /** Ids that are never to be said and never put anywhere, such as a begin and an end. */
  readonly special?: readonly number[];
}

const FIELDS = ["vocabSize", "mask", "rate", "masked", "random", "special", "ignoreIndex"] as const;

/** A whole number that is a share on the mean: 1.5 is 1 or 2, each half of the time. */
const counted = (share: number, u: number): number => Math.floor(share + u);

/**
 * Some tokens, from all others: 15 % of them are targets, and of these 80 % are masked, 10 % exchanged for a random id, and
 * 10 % left, so that a model cannot know which to doubt (Devlin et al. 2019, section 3.1 and appendix A.1). All other targets
 * are ignored. At least one token is a target.
 *
 * @throws ConfigError for shares that are none and ids that there are not; TextError for a text of special ids alone.
 */
export function maskedLm(options: MaskedLmOptions): Objective<Aligned> {
  const where = "maskedLm";
  checkFields(where, options, FIELDS);
  const {vocabSize, mask, rate = 0.15, masked = 0.8, random = 0.1, special = [], ignoreIndex = IGNORED} = options;
  whole(`${where}.vocabSize`, vocabSize, {least: 1});
  whole(`${where}.mask`, mask, {least: 0, below: vocabSize});
  real(`${where}.rate`, rate, {above: 0, most: 1});
  real(`${where}.masked`, masked, {least: 0, most: 1});
  real(`${where}.random`, random, {least: 0, most: 1});
  whole(`${where}.ignoreIndex`, ignoreIndex, {});
  if (masked + random > 1 + 1e-12)
    throw new ConfigError(where, "what is masked and what is exchanged are at most all", [
      found("masked", masked),
      found("random", random)
    ]);
  const apart = new Set([mask, ...special]);
  const ordinary = Int32Array.from({length: vocabSize}, (_, id) => id).filter((id) => !apart.has(id));
  if (ordinary.length === 0)
    throw new ConfigError(`${where}.special`, "at least one id is neither the mask nor special", [
      found("vocabSize", vocabSize),
      found("special", special)
    ]);
  return (ids, key, step) => {
    const [places, kinds, others] = split(keyAt(where, ids, 1, key, step), 3) as readonly [Key, Key, Key];
    const inputs = Int32Array.from(ids, (id, i) => checkId(where, id, i, vocabSize));
    const targets = new Int32Array(ids.length).fill(ignoreIndex);
    const open = Array.from(inputs.keys()).filter((i) => !apart.has(inputs[i]!));
    if (open.length === 0)
      throw new TextError(where, "at least one token is neither the mask nor special", [found("ids", Array.from(ids))]);
    const count = Math.max(1, counted(rate * open.length, uniform(kinds, open.length)));
    for (const place of drawnOf(places, open.length, count)) {
      const i = open[place]!;
      targets[i] = inputs[i]!;
      const u = uniform(kinds, place);
      if (u < masked) inputs[i] = mask;
      else if (u < masked + random) inputs[i] = ordinary[integer(others, ordinary.length, place)]!;
    }
    return {inputs, targets};
  };
}
