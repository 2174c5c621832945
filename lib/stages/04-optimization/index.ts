export {
  descent,
  type DescentMetrics,
  type DescentNoise,
  type DescentParams,
  type DescentState,
  type DescentView
} from "./descent.js";
export {DESCENTS, descentFields, type DescentConfig, type DescentOptimizer} from "./descentConfig.js";
export {filterDirection, type FilterDirectionOptions} from "./filterDirection.js";
export type {Landscape, Minimum} from "./landscape.js";
export {LANDSCAPES, landscapes, type LandscapeName} from "./landscapes.js";
export {lossSurface, type SurfaceGrid} from "./lossSurface.js";
export {pathDirections, type PathDirections} from "./pathDirections.js";
export {quadratic, type Quadratic, type QuadraticOptions} from "./quadratic.js";
export {symmetricEigen, type SymmetricEigen} from "./symmetricEigen.js";
export {rangeTest, type RangeReading, type RangeTest, type RangeTestOptions} from "./rangeTest.js";
