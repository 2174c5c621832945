/** Attention as its formula says it: three loops, one score after another. */

type Row = readonly number[];

interface PlainOptions {
  /** What scores are multiplied by: 1/√d unless it is named. */
  readonly scale?: number;
  /** Whether a query sees no key behind its own place; the last query stands at the last key. */
  readonly causal?: boolean;
}

/**
 * Answers [queries, width] of queries [queries, d] to keys [keys, d] with values [keys, width].
 *
 * For each query, each key and each number: score, weight, add. Of all scores only one row is kept at a time.
 */
export function plainAttention(
  queries: readonly Row[],
  keys: readonly Row[],
  values: readonly Row[],
  {scale = 1 / Math.sqrt(keys[0]!.length), causal = false}: PlainOptions = {}
): readonly Row[] {
  const past = keys.length - queries.length;
  return queries.map((query, i) => {
    const seen = causal ? past + i + 1 : keys.length;
    const scores: number[] = [];
    for (let j = 0; j < seen; j++) {
      let score = 0;
      for (let d = 0; d < query.length; d++) score += query[d]! * keys[j]![d]!;
      scores.push(scale * score);
    }
    const top = Math.max(...scores);
    const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
    const out = values[0]!.map(() => 0);
    for (let j = 0; j < seen; j++) {
      const weight = Math.exp(scores[j]! - top) / total;
      for (let d = 0; d < out.length; d++) out[d]! += weight * values[j]![d]!;
    }
    return out;
  });
}
