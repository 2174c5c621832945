export * from "./countNgrams.js";
export * from "./counts.js";
export * from "./markov.js";
export * from "./markovConfig.js";
export * from "./mergeNgrams.js";
export {checkShape, emptyNgrams, shapeOf, type Level, type NgramShape, type Ngrams} from "./ngrams.js";
export * from "./novelty.js";
export * from "./summary.js";
export * from "./totals.js";
export {absoluteDiscounting, estimateDiscount, type DiscountOptions} from "./smoothing/absoluteDiscounting.js";
export * from "./smoothing/addK.js";
export * from "./smoothing/jelinekMercer.js";
export {katz, type Katz, type KatzOptions} from "./smoothing/katz.js";
export * from "./smoothing/kneserNey.js";
export {maximumLikelihood} from "./smoothing/maximumLikelihood.js";
export {
  distribution,
  logProbs,
  probability,
  score,
  support,
  type Predictor,
  type SmoothedLevel
} from "./smoothing/predictor.js";
export * from "./smoothing/smoothing.js";
export * from "./smoothing/stupidBackoff.js";
export {reader, type Reader, type ReaderLevel, type RowTable} from "./smoothing/reader.js";
export {scoreAlong} from "./smoothing/scoreAlong.js";
export {writeAlong, writer, type WriteOptions, type Writer} from "./smoothing/writeAlong.js";
