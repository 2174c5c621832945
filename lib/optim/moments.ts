/** Running means that optimizers keep, tree by tree. Each number is the same expression wherever it is kept. */
import {add, mul} from "../autodiff/ops/binary.js";
import {zerosLike} from "../tensor/make.js";
import {mapTensors, type NamedTree} from "./mapTensors.js";

/** A tree of zeros like another. */
export const zerosOf = <P extends object>(where: string, [name, tree]: readonly [name: string, tree: P]): P =>
  mapTensors(where, (x) => zerosLike(x), [name, tree]);

/** kept · mean + (1 − kept) · update. */
export const meanOf = <P extends object>(where: string, kept: number, updates: P, mean: NamedTree): P =>
  mapTensors(where, (u, m) => add(mul(m, kept), mul(u, 1 - kept)), ["updates", updates], mean);

/** kept · mean + (1 − kept) · update². */
export const meanOfSquares = <P extends object>(where: string, kept: number, updates: P, mean: NamedTree): P =>
  mapTensors(where, (u, v) => add(mul(v, kept), mul(mul(u, 1 - kept), u)), ["updates", updates], mean);
