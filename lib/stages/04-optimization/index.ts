export {
  descent,
  type DescentMetrics,
  type DescentNoise,
  type DescentParams,
  type DescentState,
  type DescentView
} from "./descent.js";
export {DESCENTS, descentFields, type DescentConfig, type DescentOptimizer} from "./descentConfig.js";
export type {Landscape, Minimum} from "./landscape.js";
export {LANDSCAPES, landscapes, type LandscapeName} from "./landscapes.js";
export {quadratic, type Quadratic, type QuadraticOptions} from "./quadratic.js";
