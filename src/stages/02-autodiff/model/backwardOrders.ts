/** Which lines of a program each line uses. */
export type Uses = Readonly<Record<string, readonly string[]>>;

/** Whether a pass back may take the lines in this order: each after all that use it. */
export const mayCome = (order: readonly string[], uses: Uses): boolean =>
  order.every((line, i) => order.slice(i + 1).every((later) => !(uses[later] ?? []).includes(line)));

const permutations = (list: readonly string[]): readonly (readonly string[])[] =>
  list.length === 0
    ? [[]]
    : list.flatMap((first) => permutations(list.filter((one) => one !== first)).map((rest) => [first, ...rest]));

/** In how many orders a pass back may take the lines. */
export const backwardOrders = (uses: Uses): number =>
  permutations(Object.keys(uses)).filter((order) => mayCome(order, uses)).length;
