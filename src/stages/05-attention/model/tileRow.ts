/** The row of the figure: sixteen scores of one query, and a value of one number for each key. */
export const tileScores: readonly number[] = [
  0.4, -1.2, 0.9, -0.3, 1.6, 0.2, -0.7, 1.1, 0.1, 3.2, -0.5, 0.8, 2.1, -1.8, 0.6, 1.3
];

export const tileValues: readonly (readonly number[])[] = [2, 5, 3, 1, 4, 6, 2, 3, 5, 9, 1, 4, 7, 2, 3, 6].map(
  (value) => [value]
);
