/** The example that the stage carries along: three tokens, width two, one head, small enough for a pencil. */

type Pair = readonly [number, number];
type Three<T> = readonly [a: T, b: T, c: T];
type Matrix = readonly [Pair, Pair];

/** The tokens’ vectors. */
const tinyTokens: Three<Pair> = [
  [1, 0],
  [0, 1],
  [1, 1]
];

/** Queries exchange the two numbers, keys are the vectors, values double the first number: matrices [inputs, outputs]. */
const tinyMatrices: Readonly<Record<"query" | "key" | "value", Matrix>> = {
  query: [
    [0, 1],
    [1, 0]
  ],
  key: [
    [1, 0],
    [0, 1]
  ],
  value: [
    [2, 0],
    [0, 1]
  ]
};

const times = ([a, b]: Pair, [[p, q], [r, s]]: Matrix): Pair => [a * p + b * r, a * q + b * s];
const each = <T, R>([a, b, c]: Three<T>, f: (x: T, i: number) => R): Three<R> => [f(a, 0), f(b, 1), f(c, 2)];

/** What each token asks, offers and says. */
export const tinyHeads = () => ({
  queries: each(tinyTokens, (x) => times(x, tinyMatrices.query)),
  keys: each(tinyTokens, (x) => times(x, tinyMatrices.key)),
  values: each(tinyTokens, (x) => times(x, tinyMatrices.value))
});

/** How the example is computed: with the scores divided by √2 and nothing hidden, unless told. */
interface TinyOptions {
  readonly scale?: number;
  /** Whether a token sees none after it. */
  readonly causal?: boolean;
}

/** Scores, weights and outputs of the example; a score that is hidden is −Infinity. */
export function tinyAttention({scale = 1 / Math.SQRT2, causal = false}: TinyOptions = {}) {
  const {queries, keys, values} = tinyHeads();
  const scores = each(queries, ([a, b], i) =>
    each(keys, ([c, d], j) => (causal && j > i ? -Infinity : scale * (a * c + b * d)))
  );
  const weights = each(scores, (row) => {
    const total = row.reduce((sum, score) => sum + Math.exp(score), 0);
    return each(row, (score) => Math.exp(score) / total);
  });
  const outputs = each(weights, (row): Pair => [
    row.reduce((sum, weight, j) => sum + weight * values[j]![0], 0),
    row.reduce((sum, weight, j) => sum + weight * values[j]![1], 0)
  ]);
  return {scores, weights, outputs};
}
