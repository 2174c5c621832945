/** Numbers with named axes, the last axis changing fastest. */
export interface Named {
  readonly axes: string;
  readonly extents: readonly number[];
  readonly data: readonly number[];
}

/** All places of a shape, in the order of memory. */
const placesOf = (extents: readonly number[]): readonly (readonly number[])[] =>
  extents.reduce<readonly (readonly number[])[]>(
    (places, extent) => places.flatMap((place) => Array.from({length: extent}, (_, i) => [...place, i])),
    [[]]
  );

/** The same numbers with other names for their axes. */
export const renamed = (x: Named, axes: string): Named => ({...x, axes});

/**
 * Sums the products of two over every axis that the result does not have: `einsum(a, b, "bij")`.
 *
 * @throws RangeError if an axis has two extents.
 */
export function einsum(a: Named, b: Named, axes: string): Named {
  const extentOf = new Map<string, number>();
  for (const {axes: names, extents} of [a, b])
    for (const [i, name] of [...names].entries()) {
      const known = extentOf.get(name) ?? extents[i]!;
      if (known !== extents[i]) throw new RangeError(`The axis ${name} has ${known} and ${extents[i]} places.`);
      extentOf.set(name, known);
    }
  const all = [...extentOf.keys()];
  const extents = [...axes].map((name) => extentOf.get(name)!);
  const data = new Array<number>(extents.reduce((x, y) => x * y, 1)).fill(0);
  for (const place of placesOf([...extentOf.values()])) {
    const at = (names: string, sizes: readonly number[]): number =>
      [...names].reduce((offset, name, i) => offset * sizes[i]! + place[all.indexOf(name)]!, 0);
    data[at(axes, extents)]! += a.data[at(a.axes, a.extents)]! * b.data[at(b.axes, b.extents)]!;
  }
  return {axes, extents, data};
}
