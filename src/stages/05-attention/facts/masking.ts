import {estimate, llama} from "/lib/transformer.js";
import {looks, reach, rowsOfWork} from "../model/masks.js";
import {tinyAttention} from "../model/tiny.js";

/** What masks allow, what a cache saves, and the tiny example with a mask. */
export function facts() {
  const causal = tinyAttention({causal: true});
  const free = tinyAttention();
  const seven = {vocabSize: 32000, layers: 32, width: 4096, heads: 32, hidden: 11008, context: 4096} as const;
  const [many, few] = [estimate(llama(seven)), estimate(llama({...seven, kvHeads: 8}))];
  const work = rowsOfWork(100, 400);
  return {
    firstOwn: causal.weights[0][0],
    secondOwn: causal.weights[1][1],
    secondOther: causal.weights[1][0],
    lastSame: causal.weights[2][0] - free.weights[2][0],
    firstFree: free.weights[0][1],
    looks1000: looks("causal", 1000, {window: 0, prefix: 0}),
    window1000: looks("window", 1000, {window: 64, prefix: 0}),
    reach8: 200 - reach("window", 200, 8, {window: 16, prefix: 0}),
    cached: work.cached,
    anew: work.anew,
    saved: work.anew / work.cached,
    perToken: many.bytes.cachePerToken,
    whole: many.bytes.cache / 1e9,
    weights: many.bytes.parameters / 1e9,
    fewer: many.bytes.cachePerToken / few.bytes.cachePerToken,
    parameters: many.parameters.total / 1e9
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  onlyItself: f.firstOwn === 1,
  lastUnchanged: f.lastSame === 0,
  hundredTimes: f.saved > 100,
  reachesFurther: f.reach8 === 8 * 15,
  cacheIsLarge: f.whole > 2 && f.whole < f.weights,
  fourTimes: f.fewer === 4
});
