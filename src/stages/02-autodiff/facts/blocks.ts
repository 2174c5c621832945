/** What the section on tensors says in words of its own measured tables. */
import tensors from "./tensors.json" with {type: "json"};

export const facts = () => ({everyNumber: 512 * 512 * 512 * 512});

export const claims = (f: ReturnType<typeof facts>) => {
  const {facts: here} = tensors;
  return {
    aHundredThousandNodes: here.nodes > 100_000,
    dozensOfTimes: here.ratio > 36,
    nodesPerLayer: here.nodes > here.rowsOfLayer * here.widthOfLayer * here.widthOfLayer,
    smallHasFew: here.smallNodes < here.nodes / 1000,
    allFusedAreFaster: Math.min(here.softmaxRatio, here.logSoftmaxRatio, here.layerNormRatio) > 1,
    someNearlyTwice: here.softmaxRatio > 1.5 && here.layerNormRatio > 1.5,
    logSoftmaxLeast: here.logSoftmaxRatio < Math.min(here.softmaxRatio, here.layerNormRatio),
    jacobianIsHuge: f.everyNumber > 6e10
  };
};
