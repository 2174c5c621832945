/** A loss as it is kept: to five places, which is more than any chart shows. */
export const rounded = (x: number): number => Number(x.toFixed(5));
