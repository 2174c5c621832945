/** What weight decay does to the vector of a token that hardly ever comes. */
import type {Selector} from "/lib/tensor.js";
import {practiceNetwork} from "./practiceNetwork.js";
import {trained} from "./trained.js";
import {usualOptimizer} from "./usualOptimizer.js";

const RATE = 0.01;
const DECAY = 0.3;
const STEPS = 400;

/** The length of each row of a matrix, as a plain list. */
function rowLengths({data, shape}: {readonly data: ArrayLike<number>; readonly shape: readonly number[]}) {
  const width = shape[1]!;
  return Array.from({length: shape[0]!}, (_, row) =>
    Math.sqrt(Array.from({length: width}, (_, i) => data[row * width + i]! ** 2).reduce((a, b) => a + b))
  );
}

/** What is left of the length of the token’s vector that training changes least: if all decays, and with a mask. */
export function decayed(corpus: string) {
  const network = practiceNetwork(corpus);
  const before = rowLengths(network.first.embedding.weight);
  const left = (selector: Selector | undefined) => {
    const optimizer = usualOptimizer(RATE, DECAY, selector);
    const end = trained({network, from: network.first, optimizer, steps: STEPS});
    return rowLengths(end.embedding.weight).map((length, row) => length / before[row]!);
  };
  const [all, masked] = [left("**"), left(undefined)];
  const moved = masked.map((share) => Math.abs(share - 1));
  const rarest = moved.indexOf(Math.min(...moved));
  return {all: Number(all[rarest]!.toFixed(4)), masked: Number(masked[rarest]!.toFixed(4))};
}
