/** A whole transformer as loops over lists of numbers: a Llama without anything that makes it fast. */
import type {Tensor} from "/lib/tensor.js";
import type {FullTransformerConfig, TransformerParams} from "/lib/transformer.js";

type Row = readonly number[];
type Matrix = readonly Row[];

/** A matrix as rows. */
const rowsOf = ({data, shape}: Tensor): Matrix => {
  const width = shape.at(-1)!;
  return Array.from({length: data.length / width}, (_, i) => Array.from(data.slice(i * width, (i + 1) * width)));
};

const sum = (list: Row): number => list.reduce((total, x) => total + x, 0);
const dot = (a: Row, b: Row): number => sum(a.map((x, i) => x * b[i]!));
const plus = (a: Row, b: Row): Row => a.map((x, i) => x + b[i]!);
/** x [inputs] times W [inputs, outputs]. */
const times = (x: Row, weights: Matrix): Row => weights[0]!.map((_, j) => sum(x.map((xi, i) => xi * weights[i]![j]!)));

/** Divided by its root mean square, and each number by a factor of its own. */
const rmsNorm = (x: Row, gains: Row, epsilon: number): Row => {
  const size = Math.sqrt(dot(x, x) / x.length + epsilon);
  return x.map((xi, i) => (xi / size) * gains[i]!);
};

/** Number i and number i + d/2 are a pair, and turn by the position times a frequency. */
const turned = (x: Row, position: number, base: number): Row => {
  const half = x.length / 2;
  return x.map((xi, i) => {
    const angle = position * Math.pow(base, -(i % half) / half);
    return i < half
      ? xi * Math.cos(angle) - x[i + half]! * Math.sin(angle)
      : xi * Math.cos(angle) + x[i - half]! * Math.sin(angle);
  });
};

const silu = (x: number): number => x / (1 + Math.exp(-x));

/** A gated layer: down(silu(gate x) ⊙ up x). */
export const gated = (x: Row, gate: Matrix, up: Matrix, down: Matrix): Row => {
  const open = times(x, gate).map(silu);
  return times(
    times(x, up).map((u, n) => u * open[n]!),
    down
  );
};

/** What a query hears of the keys up to its own: a mean of their values. */
const heard = (query: Row, keys: Matrix, values: Matrix): Row => {
  const scores = keys.map((key) => dot(query, key) / Math.sqrt(query.length));
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const total = sum(raised);
  return values[0]!.map((_, d) => sum(raised.map((r, j) => (r / total) * values[j]![d]!)));
};

/** Logits after each id, [length, vocabulary]: RMSNorm first, rotary positions, gated feed-forward layers, one table. */
export function plainGpt(
  {heads, kvHeads, headDim, ropeBase, epsilon}: FullTransformerConfig,
  params: TransformerParams,
  ids: readonly number[]
): Matrix {
  const table = rowsOf(params.embedding.weight);
  let stream: Matrix = ids.map((id) => table[id]!);
  for (const {attentionNorm, attention, feedForwardNorm, feedForward} of params.layers) {
    const gains = rowsOf(attentionNorm.weight)[0]!;
    const read = stream.map((x) => rmsNorm(x, gains, epsilon));
    const head = (rows: Matrix, h: number): Matrix => rows.map((row) => row.slice(h * headDim, (h + 1) * headDim));
    const through = ({weight}: {readonly weight: Tensor}): Matrix => {
      const weights = rowsOf(weight);
      return read.map((x) => times(x, weights));
    };
    const [queries, keys, values] = [through(attention.query), through(attention.key), through(attention.value)];
    const joins = rowsOf(attention.output.weight);
    const answers = Array.from({length: heads}, (_, h) => {
      const shared = Math.floor((h * kvHeads) / heads);
      const k = head(keys, shared).map((key, i) => turned(key, i, ropeBase));
      const v = head(values, shared);
      return head(queries, h).map((query, i) =>
        heard(turned(query, i, ropeBase), k.slice(0, i + 1), v.slice(0, i + 1))
      );
    });
    stream = stream.map((x, i) =>
      plus(
        x,
        times(
          answers.flatMap((rows) => rows[i]!),
          joins
        )
      )
    );
    const {gate, up, down} = feedForward!; // a Llama has one in each block, and its gate
    const [gates, ups, downs] = [rowsOf(gate!.weight), rowsOf(up.weight), rowsOf(down.weight)];
    const gainsOfRest = rowsOf(feedForwardNorm!.weight)[0]!;
    stream = stream.map((x) => plus(x, gated(rmsNorm(x, gainsOfRest, epsilon), gates, ups, downs)));
  }
  const gains = rowsOf(params.norm!.weight)[0]!;
  return stream.map((x) => {
    const last = rmsNorm(x, gains, epsilon);
    return table.map((row) => dot(last, row));
  });
}
