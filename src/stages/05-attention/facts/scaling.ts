import {drawnMeans, jacobianSize, softmaxOf, varianceDrawn} from "../model/scoresDrawn.js";
import {tinyAttention} from "../model/tiny.js";

/** What random scores do with and without the division, and the tiny example both ways. */
export function facts() {
  const [plain64, scaled64] = [drawnMeans(64, false), drawnMeans(64, true)];
  const [plain4, plain1024, scaled1024] = [drawnMeans(4, false), drawnMeans(1024, false), drawnMeans(1024, true)];
  const tiny = tinyAttention();
  const unscaled = tinyAttention({scale: 1});
  const even = softmaxOf(Array.from({length: 16}, () => 0));
  return {
    variance64: varianceDrawn(64, 4000),
    variance16: varianceDrawn(16, 4000),
    largest4: plain4.largest,
    largest64: plain64.largest,
    largest1024: plain1024.largest,
    largestScaled64: scaled64.largest,
    largestScaled1024: scaled1024.largest,
    spread64: plain64.spread,
    spreadScaled64: scaled64.spread,
    jacobian64: plain64.jacobian,
    jacobianScaled64: scaled64.jacobian,
    jacobian1024: plain1024.jacobian,
    jacobianScaled1024: scaled1024.jacobian,
    jacobianEven: jacobianSize(even),
    smaller: scaled1024.jacobian / plain1024.jacobian,
    loss64: plain64.loss,
    lossScaled64: scaled64.loss,
    loss1024: plain1024.loss,
    lossEven: Math.log(16),
    tinyOwn: tiny.weights[2][2],
    tinyOwnUnscaled: unscaled.weights[2][2]
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  varianceIsD: Math.abs(f.variance64 / 64 - 1) < 0.08 && Math.abs(f.variance16 / 16 - 1) < 0.08,
  nearlyAll: f.largest64 > 0.8 && f.largest1024 > 0.95,
  evenWithout: f.largest4 < 0.75,
  scaledAlike: Math.abs(f.largestScaled64 - f.largestScaled1024) < 0.05,
  gradientStarves: f.smaller > 5,
  worseThanNothing: f.loss64 > 3 * f.lossEven && f.loss1024 > 4 * f.loss64 * 0.8,
  scaledNearEven: f.lossScaled64 < f.lossEven + 0.8
});
