import {
  applyUpdates,
  globalNorm,
  hessianVectorProduct,
  inRegion,
  item,
  mapTree,
  mul,
  type Tensor
} from "/lib/tensor.js";
import {numbersOf} from "./numbersOf.js";

/** A tree made as long as 1. */
function unit<T extends object>(tree: T): T {
  const factor = 1 / item(globalNorm(tree));
  return mapTree((x) => mul(x as Tensor, factor), tree) as T;
}

function dot(a: object, b: object): number {
  const others = numbersOf(b);
  return numbersOf(a).reduce((sum, x, i) => sum + x * others[i]!, 0);
}

/**
 * The largest curvature of a loss at its parameters, and the direction of it, by power iteration: as many rounds as told, from
 * a direction that may be any, but not at right angles to the one that is looked for. No curvature may be below −1, for it is
 * H + 1 that is multiplied by, of whose curvatures the largest is then the largest in size, too.
 */
export function largestCurvature<T extends object>(
  loss: (params: T) => Tensor,
  params: T,
  from: T,
  rounds: number
): {readonly curvature: number; readonly direction: T} {
  return inRegion(() => {
    let direction = unit(from);
    let curvature = 0;
    for (let round = 0; round < rounds; round++) {
      const product = hessianVectorProduct(loss, params, direction);
      curvature = dot(direction, product);
      direction = unit(applyUpdates(product, direction));
    }
    return {curvature, direction};
  })();
}
