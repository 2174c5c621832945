/** The parts of the head that a reader builds by hand: programs as they are given to read, each from those before it. */

export const HEAD = `function head(queries, keys, values) {
  return queries.map((query, i) => {
    const scores = keys.slice(0, i + 1).map((key) => key.reduce((sum, x, d) => sum + x * query[d], 0) / Math.sqrt(query.length));
    const largest = Math.max(...scores);
    const raised = scores.map((score) => Math.exp(score - largest));
    const total = raised.reduce((sum, x) => sum + x, 0);
    return values[0].map((_, d) => raised.reduce((sum, x, j) => sum + (x / total) * values[j][d], 0));
  });
}`;

export const ONE_HOT = `function oneHot(index, count, size = 1) {
  return Array.from({length: count}, (_, i) => (i === index ? size : 0));
}`;

export const BEFORE = `function before(tokens, vocabulary) {
  const places = tokens.length;
  const keys = tokens.map((_, i) => oneHot(i, places));
  const queries = tokens.map((_, i) => oneHot(i - 1, places, 100));
  return head(queries, keys, tokens.map((token) => oneHot(token, vocabulary)));
}`;

export const AGAIN = `function again(tokens, vocabulary) {
  const queries = tokens.map((token) => oneHot(token, vocabulary, 100));
  const values = tokens.map((token) => oneHot(token, vocabulary));
  return head(queries, before(tokens, vocabulary), values);
}`;

/** Runs what a reader wrote on tokens, and rounds what comes out. */
export const runner = (name: "before" | "again"): string => `function run(tokens, vocabulary) {
  return ${name}(tokens, vocabulary).map((row) => row.map((x) => Math.round(100 * x) / 100));
}`;
