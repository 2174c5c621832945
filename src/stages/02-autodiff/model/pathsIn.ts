import type {GraphNode} from "/lib/scalar.js";

/** How many paths lead from the oldest node of a graph to its last. */
export function pathsIn(nodes: readonly GraphNode[]): number {
  const ways = nodes.map((_, i) => (i === nodes.length - 1 ? 1 : 0));
  for (let i = nodes.length - 1; i >= 0; i--) for (const {id} of nodes[i]!.inputs) ways[id]! += ways[i]!;
  return ways[0]!;
}
