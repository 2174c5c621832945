/** The parts of the neural bigram that a reader writes, solved, as text: each exercise begins with those before it. */

export const COUNTED = `function countedRows(pairs, size) {
  const rows = Array.from({length: size}, () => new Array(size).fill(0));
  for (const [a, b] of pairs) rows[a][b]++;
  return rows.map((row) => {
    const total = row.reduce((x, y) => x + y, 0);
    return row.map((count) => (total === 0 ? 1 / size : count / total));
  });
}`;

export const LOG_SOFTMAX = `function logSoftmax(row) {
  const top = Math.max(...row);
  const total = row.reduce((sum, z) => sum + Math.exp(z - top), 0);
  return row.map((z) => z - top - Math.log(total));
}`;

export const GRADIENT = `function gradient(table, pairs) {
  const slopes = table.map((row) => row.map(() => 0));
  for (const [a, b] of pairs)
    logSoftmax(table[a]).forEach((log, j) => {
      slopes[a][j] += (Math.exp(log) - (j === b ? 1 : 0)) / pairs.length;
    });
  return slopes;
}`;

export const STEP = `function step(table, pairs, rate) {
  const slopes = gradient(table, pairs);
  return table.map((row, a) => row.map((z, b) => z - rate * slopes[a][b]));
}`;

export const TRAIN = `function train(pairs, size, rate, steps) {
  let table = Array.from({length: size}, () => new Array(size).fill(0));
  for (let i = 0; i < steps; i++) table = step(table, pairs, rate);
  const nats = pairs.reduce((sum, [a, b]) => sum - logSoftmax(table[a])[b], 0);
  return Math.exp(nats / pairs.length);
}`;

export const WIDEN = `function widen(triples, size, rate, steps) {
  const zeros = () => Array.from({length: size}, () => new Array(size).fill(0));
  const logits = (tables, a, b) => tables.near[b].map((z, j) => z + tables.far[a][j]);
  let tables = {far: zeros(), near: zeros()};
  for (let i = 0; i < steps; i++) {
    const next = {far: tables.far.map((row) => [...row]), near: tables.near.map((row) => [...row])};
    for (const [a, b, c] of triples)
      logSoftmax(logits(tables, a, b)).forEach((log, j) => {
        const move = (rate * ((j === c ? 1 : 0) - Math.exp(log))) / triples.length;
        next.far[a][j] += move;
        next.near[b][j] += move;
      });
    tables = next;
  }
  const nats = triples.reduce((sum, [a, b, c]) => sum - logSoftmax(logits(tables, a, b))[c], 0);
  return Math.exp(nats / triples.length);
}`;
