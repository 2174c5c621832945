import {add} from "../autodiff/ops/binary.js";
import {mapTensors} from "./mapTensors.js";

/** Parameters plus updates: what a step does. @throws ShapeError or DtypeError, with the path, where they differ. */
export const applyUpdates = <P extends object>(params: P, updates: P): P =>
  mapTensors("applyUpdates", (p, u) => add(p, u), ["params", params], ["updates", updates]);
