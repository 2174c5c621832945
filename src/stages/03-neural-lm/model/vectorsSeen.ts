import type {Frame} from "/lib/index.js";
import type {BengioParams, LmMetrics, LmState, WindowView} from "/lib/stages/neural-lm.js";
import type {VectorsSeen} from "./course.js";

/** What the map of vectors wants to see of a frame: the table, and how common its tokens are. */
export function vectorsSeen({
  tokenizer,
  train
}: Pick<WindowView<BengioParams>, "tokenizer" | "train">): (
  frame: Frame<LmState<BengioParams>, LmMetrics>
) => VectorsSeen {
  const {tokens} = tokenizer.vocabulary;
  const counts = new Array<number>(tokens.length).fill(0);
  for (const id of train) counts[id]!++;
  return ({state}) => {
    const {data, shape} = state.params.embedding.weight;
    return {tokens, counts, width: shape[1]!, table: Float32Array.from(data)};
  };
}
