import {fold, key, normal} from "/lib/index.js";

/** Scores of one query with some keys, all of whose numbers are drawn with mean 0 and variance 1. */
export function scoresDrawn(d: number, keys: number, seed: number): readonly number[] {
  const drawn = fold(key(5), seed);
  const query = Array.from({length: d}, (_, i) => normal(fold(drawn, 0), i));
  return Array.from({length: keys}, (_, j) => {
    const own = fold(drawn, j + 1);
    return query.reduce((sum, x, i) => sum + x * normal(own, i), 0);
  });
}

/** Weights of scores: e to each, against the sum of all. */
export function softmaxOf(scores: readonly number[]): readonly number[] {
  const largest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - largest));
  const total = raised.reduce((sum, x) => sum + x, 0);
  return raised.map((x) => x / total);
}

/** How many keys the weight is spread over: e to its entropy. */
export const spreadOf = (weights: readonly number[]): number =>
  Math.exp(-weights.reduce((sum, w) => sum + (w > 0 ? w * Math.log(w) : 0), 0));

/** The size of softmax’s Jacobian diag(w) − w·wᵀ: the root of the sum of its squares. */
export function jacobianSize(weights: readonly number[]): number {
  const squares = weights.reduce((sum, w) => sum + w * w, 0);
  const cubes = weights.reduce((sum, w) => sum + w * w * w, 0);
  // Σ wᵢ²(1 − wᵢ)² + Σ_{i≠j} wᵢ²wⱼ² = Σ wᵢ² − 2 Σ wᵢ³ + (Σ wᵢ²)²
  return Math.sqrt(Math.max(0, squares - 2 * cubes + squares * squares));
}

const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/** Means over many draws, with the scores as they are or divided by √d. */
export function drawnMeans(d: number, scaled: boolean, {keys = 16, draws = 200} = {}) {
  const factor = scaled ? 1 / Math.sqrt(d) : 1;
  const weights = Array.from({length: draws}, (_, i) =>
    softmaxOf(scoresDrawn(d, keys, i).map((score) => factor * score))
  );
  return {
    largest: mean(weights.map((list) => Math.max(...list))),
    spread: mean(weights.map(spreadOf)),
    jacobian: mean(weights.map(jacobianSize)),
    /** −ln of the weight of the first key, which is as good as any: what the first guess of an untrained head costs. */
    loss: mean(weights.map(([first = 0]) => -Math.log(Math.max(first, 1e-300))))
  };
}

/** The variance of many scores. */
export function varianceDrawn(d: number, draws: number): number {
  const scores = Array.from({length: draws}, (_, i) => scoresDrawn(d, 1, i)[0]!);
  const middle = mean(scores);
  return mean(scores.map((score) => (score - middle) * (score - middle)));
}
