import runs from "../model/residueRuns.json" with {type: "json"};
import kept from "../../../data/models/characterGpt.json" with {type: "json"};
import {estimate, llama} from "/lib/transformer.js";
import {blockCost, crossing, pairShare} from "../model/attentionCost.js";
import {attendAgain, averaged, contraction, weightsOf, ownShare, points, spreadOfRows} from "../model/averaging.js";
import {tinyAttention, tinyHeads} from "../model/tiny.js";
import type {ResidueName} from "../model/residueSpec.js";

/** The tiny example whole, what a block costs, and what becomes of differences. */
export function facts() {
  const {scores, weights, outputs} = tinyAttention();
  const {values} = tinyHeads();
  const run = (name: ResidueName): readonly number[] => runs.value.find((one) => one.name === name)!.own;
  const loss = (name: ResidueName): number => runs.value.find((one) => one.name === name)!.loss!;
  const [alone, added] = [attendAgain(points, 8, {residual: false}), attendAgain(points, 8, {residual: true})];
  const tiny = contraction(weights);
  const after = averaged(weights, values);
  const block = estimate({
    ...llama({vocabSize: 1, layers: 1, width: 512, heads: 8, context: 1024}),
    feedForward: "none"
  });
  const llama8 = (tokens: number): number => pairShare(4096, tokens);
  return {
    scoreSmall: scores[0][1],
    scoreLarge: scores[2][2],
    aa: weights[0][0],
    ab: weights[0][1],
    ac: weights[0][2],
    ba: weights[1][0],
    bb: weights[1][1],
    bc: weights[1][2],
    ca: weights[2][0],
    cb: weights[2][1],
    cc: weights[2][2],
    outA0: outputs[0][0],
    outA1: outputs[0][1],
    outB0: outputs[1][0],
    outB1: outputs[1][1],
    outC0: outputs[2][0],
    outC1: outputs[2][1],
    newA0: 1 + outputs[0][0],
    newA1: outputs[0][1],
    newB0: outputs[1][0],
    newB1: 1 + outputs[1][1],
    newC0: 1 + outputs[2][0],
    newC1: 1 + outputs[2][1],
    tinyFactor: tiny,
    tinySpreadBefore: spreadOfRows(values),
    tinySpreadAfter: spreadOfRows(after),
    own0: ownShare(points),
    own2: ownShare(alone[2]!),
    own4: ownShare(alone[4]!),
    own5: ownShare(alone[5]!),
    added8: ownShare(added[8]!),
    pointFactor: contraction(weightsOf(points)),
    attention512: block.parameters.attention,
    crossing512: crossing(512),
    crossing4096: crossing(4096),
    maps512: blockCost(512, 1024, {causal: false}).maps,
    share8k: llama8(8192),
    share128k: llama8(131072),
    ownPart: pairShare(64, 64),
    fresh0: run("freshWithout")[0]!,
    fresh2: run("freshWithout")[2]!,
    fresh4: run("freshWithout")[4]!,
    freshWith12: run("freshWith")[12]!,
    freshForward4: run("freshForward")[4]!,
    freshForward5: run("freshForward")[5]!,
    trainedWith: run("trainedWith")[4]!,
    trainedWithout: run("trainedWithout")[4]!,
    lossWith: loss("trainedWith"),
    lossWithout: loss("trainedWithout"),
    lossOfNothing: Math.log(kept.value.tokens.length)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  shrinks: f.tinySpreadAfter <= f.tinyFactor * f.tinySpreadBefore + 1e-12,
  collapses: f.own5 < 1e-10 && f.own2 > 0.5,
  addedKeeps: f.added8 > 0.9 && f.own0 > f.added8,
  freshCollapse: f.fresh4 < 1e-4 && f.fresh2 > 0.1,
  freshKept: f.freshWith12 > 0.05,
  forwardLater: f.freshForward4 > 10 * f.fresh4 && f.freshForward5 < 1e-5,
  trainedSharp: f.trainedWithout > 0.5,
  trainedBreaks: f.lossWithout > f.lossOfNothing && f.lossWithout > 3 * f.lossWith,
  twiceWidth: f.crossing512 === 1024 && f.crossing4096 === 8192,
  smallAt8k: f.share8k < 0.2,
  mostAt128k: f.share128k > 0.6,
  fourSquares: f.attention512 === 4 * 512 * 512
});
