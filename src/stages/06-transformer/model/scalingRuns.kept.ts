/** A family of small transformers on one book: each size is one long run, from which shorter ones branch off to their end. */
import {hash, timeline} from "/lib/index.js";
import {transformerLm} from "/lib/stages/transformer.js";
import {excerpt} from "../../../../tools/corpora.js";
import {costOf, ENDS, fallOf, scalingConfig, TOKENS_PER_STEP, WIDTHS, type ScalingRun} from "./scalingSpec.js";

const rounded = (x: number): number => Number(x.toFixed(5));

const trunkOf = (width: number) =>
  timeline(transformerLm, scalingConfig(width, excerpt("moby-dick").text, ENDS.at(-1)!), {history: false});

function endsOf(width: number): readonly ScalingRun[] {
  const trunk = trunkOf(width);
  const {parameters, flopsPerToken} = costOf(width, trunk.opened().tokenizer.vocabulary.tokens.length);
  const plateau = ENDS.at(-1)! - fallOf(ENDS.at(-1)!);
  return ENDS.map((end) => {
    // until its rate falls, a short run takes the same steps as a long one
    const {validationLoss} = trunk.fork(end - fallOf(end), {totalSteps: end}).at(end).metrics;
    const tokens = end * TOKENS_PER_STEP;
    return {
      width,
      parameters,
      tokens,
      flops: flopsPerToken * tokens,
      loss: rounded(validationLoss),
      ...(end <= plateau && {unfallen: rounded(trunk.at(end).metrics.validationLoss)})
    };
  });
}

export const value = (): readonly ScalingRun[] => WIDTHS.flatMap(endsOf);

/** The first steps of each size, which a test repeats. */
export const firstSteps = (): string => hash(WIDTHS.map((width) => hash(trunkOf(width).at(3).state)));
