/** The least and the greatest of numbers, both moved outward by a factor: what a logarithmic axis has to show. */
export const around = (list: readonly number[], factor = 1.03): readonly [number, number] => [
  Math.min(...list) / factor,
  Math.max(...list) * factor
];
