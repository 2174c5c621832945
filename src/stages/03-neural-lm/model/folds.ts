/** How many straight pieces relus make: beside each other, or one after another. */

const relu = (x: number): number => Math.max(0, x);

/** Up and down again on [0, 1], by two relus. */
const tent = (x: number): number => 2 * relu(x) - 4 * relu(x - 0.5);

/** `depth` tents, one after the other: 2^depth pieces from 2·depth relus. */
export const folded = (x: number, depth: number): number => {
  let y = x;
  for (let i = 0; i < depth; i++) y = tent(y);
  return y;
};

/** Straight pieces of a curve on [0, 1] whose corners all lie at multiples of 1/cells. */
export function piecesOf(f: (x: number) => number, cells: number): number {
  const slopes = Array.from({length: cells}, (_, i) => cells * (f((i + 1) / cells) - f(i / cells)));
  return slopes.filter((s, i) => i === 0 || Math.abs(s - slopes[i - 1]!) > 1e-6).length;
}

/** As many pieces as one layer of so many relus makes at most: one more than it has corners. */
export const shallowPieces = (units: number): number => units + 1;
