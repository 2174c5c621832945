import {checkFields, oneOf} from "../../../core/checkFields.js";
import type {Ngrams} from "../ngrams.js";
import {absoluteDiscounting, type DiscountOptions} from "./absoluteDiscounting.js";
import {addK} from "./addK.js";
import {jelinekMercer, type JelinekMercerOptions} from "./jelinekMercer.js";
import {katz, type KatzOptions} from "./katz.js";
import {kneserNey, modifiedKneserNey} from "./kneserNey.js";
import {maximumLikelihood} from "./maximumLikelihood.js";
import type {Predictor} from "./predictor.js";
import {stupidBackoff} from "./stupidBackoff.js";

/** A smoothing as plain data, to be put in a config, an address or a message to a worker. */
export type SmoothingSpec =
  | {readonly method: "none"}
  | {readonly method: "add-k"; readonly k?: number}
  | ({readonly method: "jelinek-mercer"} & JelinekMercerOptions)
  | ({readonly method: "absolute-discounting"} & DiscountOptions)
  | ({readonly method: "katz"} & KatzOptions)
  | ({readonly method: "kneser-ney"} & DiscountOptions)
  | {readonly method: "modified-kneser-ney"}
  | {readonly method: "stupid-backoff"; readonly alpha?: number};

/** The names of the smoothings. */
export type SmoothingMethod = SmoothingSpec["method"];

const settings: Readonly<Record<SmoothingMethod, readonly string[]>> = {
  none: [],
  "add-k": ["k"],
  "jelinek-mercer": ["weights"],
  "absolute-discounting": ["discount"],
  katz: ["kMax", "unigramAddK", "reserve"],
  "kneser-ney": ["discount"],
  "modified-kneser-ney": [],
  "stupid-backoff": ["alpha"]
};

/** All methods, in the order in which the book motivates them. */
export const smoothingMethods = Object.keys(settings) as readonly SmoothingMethod[];

/**
 * The function that a spec names: counts in, predictor out.
 *
 * @throws ConfigError for an unknown method or setting (naming the nearest), and for values out of range.
 *
 * @example
 * const model = countNgrams([{ids: [0, 1, 0, 1]}], {order: 1, vocabSize: 3});
 * const predictor = smoothing({method: "add-k", k: 1})(model);
 * probability(predictor, [0, 1], 1); // 0.6
 */
export function smoothing(spec: SmoothingSpec): (model: Ngrams) => Predictor {
  checkFields("smoothing", spec, ["method", ...Object.values(settings).flat()]);
  const method = oneOf("smoothing.method", spec.method, smoothingMethods);
  checkFields("smoothing", spec, ["method", ...settings[method]]);
  switch (spec.method) {
    case "none":
      return maximumLikelihood();
    case "add-k":
      return addK(spec);
    case "jelinek-mercer":
      return jelinekMercer(spec);
    case "absolute-discounting":
      return absoluteDiscounting(spec);
    case "katz":
      return katz(spec);
    case "kneser-ney":
      return kneserNey(spec);
    case "modified-kneser-ney":
      return modifiedKneserNey();
    case "stupid-backoff":
      return stupidBackoff(spec);
  }
}
