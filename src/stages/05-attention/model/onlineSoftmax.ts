/** Softmax and its weighted mean, read in tiles: what is known of the keys so far fits into a few numbers. */

type Row = readonly number[];

/** What is kept of the keys that were read: with top = max sⱼ, sum = Σ e^(sⱼ − top) and out = Σ e^(sⱼ − top) vⱼ. */
interface Running {
  readonly top: number;
  readonly sum: number;
  readonly out: Row;
}

/** Of no keys at all. */
const nothing = (width: number): Running => ({top: -Infinity, sum: 0, out: Array.from({length: width}, () => 0)});

/** Of the keys of one tile, read at once. */
function ofTile(scores: Row, values: readonly Row[], width: number): Running {
  const top = Math.max(...scores);
  if (top === -Infinity) return nothing(width); // a tile that is hidden whole
  const raised = scores.map((score) => Math.exp(score - top));
  const out = nothing(width).out.map((_, d) =>
    raised.reduce((total, weight, j) => (weight > 0 ? total + weight * values[j]![d]! : total), 0)
  );
  return {top, sum: raised.reduce((a, b) => a + b, 0), out};
}

/** What is known of the keys of both, which have none in common. */
export function joined(a: Running, b: Running): Running {
  const top = Math.max(a.top, b.top);
  if (top === -Infinity) return a;
  const [x, y] = [Math.exp(a.top - top), Math.exp(b.top - top)];
  return {top, sum: x * a.sum + y * b.sum, out: a.out.map((o, d) => x * o + y * b.out[d]!)};
}

/** All that was known while a row of scores was read in tiles of a size: before the first, and after each. */
export function readInTiles(scores: Row, values: readonly Row[], size: number): readonly Running[] {
  const width = values[0]?.length ?? 0;
  const states = [nothing(width)];
  for (let from = 0; from < scores.length; from += size)
    states.push(
      joined(states.at(-1)!, ofTile(scores.slice(from, from + size), values.slice(from, from + size), width))
    );
  return states;
}

/** Σ softmax(scores)ⱼ · vⱼ, never with more than one tile of weights; zeros if no key is seen. */
export function onlineSoftmax(scores: Row, values: readonly Row[], size: number): Row {
  const {sum, out} = readInTiles(scores, values, size).at(-1)!;
  return sum === 0 ? out : out.map((o) => o / sum);
}

/** How often the maximum rises, the first time included, if n scores come in any order alike: 1 + 1/2 + … + 1/n. */
export const risesOf = (n: number): number => Array.from({length: n}, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b, 0);
