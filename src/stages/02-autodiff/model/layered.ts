/** A node's place: its layer, and where it stands across the layers' direction, in units of the gap between nodes. */
export interface Place {
  readonly layer: number;
  readonly across: number;
}

/** An edge as the points that it passes: its ends, and one place in each layer between. */
interface Route {
  readonly from: number;
  readonly to: number;
  /** Which input of `to` it is. */
  readonly input: number;
  readonly through: readonly Place[];
}

export interface Layered {
  readonly places: readonly Place[];
  readonly routes: readonly Route[];
  readonly layers: number;
  /** How far across it reaches: places lie between 0 and this. */
  readonly breadth: number;
}

const SWEEPS = 12;
const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/**
 * A graph in layers, each node after all its inputs (Sugiyama, Tagawa and Toda 1981).
 *
 * Leaves stand just before their first use. Edges over several layers keep a place in each, so that none runs through a
 * node. Within a layer, order follows the mean of the neighbors, swept there and back. The same graph gives the same
 * drawing.
 *
 * @param inputs - of each node, nodes before it; the same one twice is two edges.
 */
export function layered(inputs: readonly (readonly number[])[]): Layered {
  const layer: number[] = [];
  inputs.forEach((list, i) => (layer[i] = list.length === 0 ? 0 : 1 + Math.max(...list.map((j) => layer[j]!))));
  inputs.forEach((list, i) => {
    const users = inputs.flatMap((of, user) => (of.includes(i) ? [layer[user]!] : []));
    if (list.length === 0 && users.length > 0) layer[i] = Math.min(...users) - 1;
  });
  const layers = Math.max(...layer) + 1;

  // slots are nodes and the places that long edges keep
  const slotLayer = [...layer];
  const before: number[][] = inputs.map(() => []);
  const after: number[][] = inputs.map(() => []);
  const join = (a: number, b: number) => {
    after[a]!.push(b);
    before[b]!.push(a);
  };
  const chains = inputs.flatMap((list, to) =>
    list.map((from, input) => {
      const chain: number[] = [];
      let last = from;
      for (let at = layer[from]! + 1; at < layer[to]!; at++) {
        const slot = slotLayer.push(at) - 1;
        before.push([]);
        after.push([]);
        join(last, slot);
        chain.push((last = slot));
      }
      join(last, to);
      return {from, to, input, chain};
    })
  );

  const rows: number[][] = Array.from({length: layers}, () => []);
  slotLayer.forEach((at, slot) => rows[at]!.push(slot));
  const x: number[] = [];
  const settle = (row: readonly number[]) => row.forEach((slot, i) => (x[slot] = i - (row.length - 1) / 2));
  rows.forEach(settle);
  const sorted = (row: number[], neighbors: readonly (readonly number[])[]) => {
    const wish = row.map((slot) =>
      neighbors[slot]!.length === 0 ? x[slot]! : mean(neighbors[slot]!.map((n) => x[n]!))
    );
    const rank = new Map(row.map((slot, i) => [slot, wish[i]! + i * 1e-6]));
    row.sort((a, b) => rank.get(a)! - rank.get(b)!);
    settle(row);
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let at = 1; at < layers; at++) sorted(rows[at]!, before);
    for (let at = layers - 2; at >= 0; at--) sorted(rows[at]!, after);
  }

  // the order stands: now each slot moves towards its neighbors as far as the gap of 1 allows
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const row of sweep % 2 === 0 ? rows : [...rows].reverse()) {
      const wish = row.map((slot) => {
        const near = [...before[slot]!, ...after[slot]!];
        return near.length === 0 ? x[slot]! : mean(near.map((n) => x[n]!));
      });
      spaced(wish).forEach((place, i) => (x[row[i]!] = place));
    }
  const least = Math.min(...x);
  const place = (slot: number): Place => ({layer: slotLayer[slot]!, across: x[slot]! - least});
  return {
    layers,
    breadth: Math.max(...x) - least,
    places: inputs.map((_, i) => place(i)),
    routes: chains.map(({from, to, input, chain}) => ({from, to, input, through: chain.map(place)}))
  };
}

/** The places nearest to wished ones, in the same order and at least 1 apart: the mean wish of each block that touches. */
function spaced(wish: readonly number[]): readonly number[] {
  const blocks: {at: number; size: number}[] = [];
  for (const [i, w] of wish.entries()) {
    blocks.push({at: w - i, size: 1});
    for (
      let last = blocks.at(-1)!, left = blocks.at(-2);
      left !== undefined && left.at > last.at;
      left = blocks.at(-2)
    ) {
      blocks.pop();
      left.at = (left.at * left.size + last.at * last.size) / (left.size + last.size);
      left.size += last.size;
      last = left;
    }
  }
  return blocks.flatMap(({at, size}) => Array<number>(size).fill(at)).map((at, i) => at + i);
}
