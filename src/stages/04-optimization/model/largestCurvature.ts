import {add, hessianVectorProduct, inRegion, item, mapTree, mul, sum, type Tensor} from "/lib/tensor.js";

/** Two trees of one structure, joined tensor by tensor. */
export function both<T extends object>(a: T, b: T, f: (x: Tensor, y: Tensor) => Tensor): T {
  const others: Tensor[] = [];
  mapTree((y) => others.push(y as Tensor), b);
  let i = 0;
  return mapTree((x) => f(x as Tensor, others[i++]!), a) as T;
}

function dot<T extends object>(a: T, b: T): number {
  let total = 0;
  both(a, b, (x, y) => {
    total += item(sum(mul(x, y)));
    return x;
  });
  return total;
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
  const unit = (v: T): T => {
    const factor = 1 / Math.sqrt(dot(v, v));
    return mapTree((x) => mul(x as Tensor, factor), v) as T;
  };
  return inRegion(() => {
    let direction = unit(from);
    let curvature = 0;
    for (let round = 0; round < rounds; round++) {
      const product = hessianVectorProduct(loss, params, direction);
      curvature = dot(direction, product);
      direction = unit(both(product, direction, add));
    }
    return {curvature, direction};
  })();
}
