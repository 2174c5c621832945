/** How far the rows of an embedding go in a run, by how often their characters come: who gets to learn under which optimizer. */
import {timeline} from "/lib/index.js";
import {bengio} from "/lib/stages/neural-lm.js";
import type {ModelRacer} from "./modelRuns.js";
import {racedNetwork} from "./networks.js";

/** A character’s row: how many of a thousand characters of the corpus it is, and how far it went. */
export interface MovedRow {
  readonly character: string;
  readonly perThousand: number;
  readonly moved: number;
}

/** Every row after a run of an optimizer. */
export function rowsMoved(
  corpus: string,
  optimizer: ModelRacer,
  learningRate: number,
  steps: number
): readonly MovedRow[] {
  const config = {...racedNetwork(corpus), scored: 100, optimizer, learningRate};
  const run = timeline(bengio, config, {history: false, memory: {snapshots: 2}});
  const {tokenizer} = bengio(config);
  const width = run.at(0).state.params.embedding.weight.shape[1]!;
  const rows = (step: number): Float32Array => Float32Array.from(run.at(step).state.params.embedding.weight.data);
  const [before, after] = [rows(0), rows(steps)];
  const ids = tokenizer.encode(corpus);
  const counts = new Map<number, number>();
  ids.forEach((id) => counts.set(id, (counts.get(id) ?? 0) + 1));
  // the mark between names is never in a context, so its row has no gradient
  return [...counts]
    .filter(([id]) => tokenizer.decode([id]) !== "\n")
    .map(([id, count]) => {
      const differences = Array.from({length: width}, (_, i) => after[id * width + i]! - before[id * width + i]!);
      return {
        character: tokenizer.decode([id]),
        perThousand: (1000 * count) / ids.length,
        moved: Math.sqrt(differences.reduce((sum, d) => sum + d * d, 0))
      };
    });
}
