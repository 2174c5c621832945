import {whole} from "./check.js";
import {oneOf} from "./checkFields.js";
import {ConfigError, ShapeError, found} from "./errors.js";
import {sum} from "./sum.js";

/** Predictions of about one confidence: a point of the reliability curve. */
export interface CalibrationBin {
  readonly count: number;
  /** The share of them that was right; null of none. */
  readonly accuracy: number | null;
  /** Their mean confidence; null of none. */
  readonly confidence: number | null;
}

/** How far confidence is from being right. */
export interface Calibration {
  /** From the least confidence to the greatest: the reliability curve. */
  readonly bins: readonly CalibrationBin[];
  /** The mean of |accuracy − confidence| over predictions, each counted with its bin. */
  readonly expectedCalibrationError: number;
  /** The greatest |accuracy − confidence| of a bin. */
  readonly maximumCalibrationError: number;
}

/** How confidences are sorted into bins. */
export interface CalibrationOptions {
  /** 10 unless it is named. */
  readonly bins?: number;
  /**
   * Bins of equal `width`, open on the left and closed on the right (0 is in the first), unless it is named; or of equal
   * `mass`: as many predictions in each, the first ones having one more where they do not divide evenly.
   */
  readonly binning?: "width" | "mass";
}

/** The bin of width 1/bins that a confidence lies in. */
function binOf(confidence: number, bins: number): number {
  let bin = Math.max(0, Math.ceil(confidence * bins) - 1);
  while (bin > 0 && confidence <= bin / bins) bin--; // where the product was rounded
  while (confidence > (bin + 1) / bins) bin++;
  return bin;
}

function byMass(confidence: ArrayLike<number>, bins: number): Uint32Array {
  const order = Array.from({length: confidence.length}, (_, i) => i).sort((a, b) => confidence[a]! - confidence[b]!);
  const [least, longer] = [Math.floor(order.length / bins), order.length % bins];
  const places = new Uint32Array(order.length);
  let at = 0;
  for (let bin = 0; bin < bins; bin++)
    for (const end = at + least + (bin < longer ? 1 : 0); at < end; at++) places[order[at]!] = bin;
  return places;
}

/**
 * Whether predictions are right as often as they say: of those that are made with a confidence of about 0.8, are 0.8 right?
 *
 * @param confidence - the probability of each prediction, 0 to 1.
 * @param correct - whether it was right.
 * @throws ShapeError for lists of different lengths; ConfigError for no predictions, or a confidence that is none.
 * @see Naeini, Cooper and Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning, AAAI 2015; Guo et al., On
 * Calibration of Modern Neural Networks, ICML 2017, section 2.
 */
export function calibration(
  confidence: ArrayLike<number>,
  correct: ArrayLike<boolean>,
  {bins = 10, binning = "width"}: CalibrationOptions = {}
): Calibration {
  whole("calibration.bins", bins, {least: 1});
  const {length} = confidence;
  if (length !== correct.length)
    throw new ShapeError("calibration", "each prediction has a confidence and is right or wrong", [
      found("confidence", length),
      found("correct", correct.length)
    ]);
  if (length === 0) throw new ConfigError("calibration", "there is at least one prediction", [found("predictions", 0)]);
  for (let i = 0; i < length; i++)
    if (!(confidence[i]! >= 0 && confidence[i]! <= 1))
      throw new ConfigError("calibration", "a confidence is a number from 0 to 1", [
        found(`confidence[${i}]`, confidence[i])
      ]);
  const places =
    oneOf("calibration.binning", binning, ["width", "mass"]) === "width"
      ? Uint32Array.from(confidence, (x) => binOf(x, bins))
      : byMass(confidence, bins);
  const members: number[][] = Array.from({length: bins}, () => []);
  places.forEach((bin, i) => members[bin]!.push(i));
  const curve = members.map((list): CalibrationBin => {
    const count = list.length;
    if (count === 0) return {count, accuracy: null, confidence: null};
    const right = list.filter((i) => correct[i]).length;
    return {count, accuracy: right / count, confidence: sum(list.map((i) => confidence[i]!)) / count};
  });
  const gaps = curve.map(({accuracy, confidence}) => Math.abs((accuracy ?? 0) - (confidence ?? 0)));
  return {
    bins: curve,
    expectedCalibrationError: sum(gaps.map((gap, i) => (curve[i]!.count / length) * gap)),
    maximumCalibrationError: Math.max(...gaps)
  };
}
