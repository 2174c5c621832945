export {pointSets, type LabeledPoint, type PointSet} from "./datasets.js";
export {gradientsOf, type ScalarGradients} from "./scalarLoss.js";
export * from "./scalarMlp.js";
export * from "./scalarMlpConfig.js";
export * from "./surface.js";
