/** Pieces of the engine that readers build in the exercises of stage 2: each exercise begins with those before it. */

export const MAKER = `function maker() {
  let births = 0;
  return (value, inputs = [], slopes = []) => ({value, inputs, slopes, birth: ++births});
}`;

export const OPERATIONS = `function operations(node) {
  const lift = (x) => (typeof x === "number" ? node(x) : x);
  const binary = (value, slopes) => (x, y) => {
    const [a, b] = [lift(x), lift(y)];
    return node(value(a.value, b.value), [a, b], slopes(a.value, b.value));
  };
  return {
    add: binary((x, y) => x + y, () => [1, 1]),
    sub: binary((x, y) => x - y, () => [1, -1]),
    mul: binary((x, y) => x * y, (x, y) => [y, x])
  };
}`;

export const BUILD = `// Given: runs a program, lines [name, number] or [name, operation, x, y], and returns its nodes by name.
// The last line can be followed by \`more\` additions of 0, so that the graph is as deep as you like.
function build(program, more = 0) {
  const node = maker();
  const operation = operations(node);
  const nodes = new Map();
  let root;
  for (const [name, op, ...operands] of program) {
    root = typeof op === "number" ? node(op) : operation[op](...operands.map((x) => nodes.get(x) ?? x));
    nodes.set(name, root);
  }
  for (let i = 0; i < more; i++) root = operation.add(root, 0);
  return {root, nodes};
}`;

export const ORDER = `function order(root) {
  const found = new Set([root]);
  for (const node of found) for (const input of node.inputs) found.add(input);
  return [...found].sort((a, b) => b.birth - a.birth);
}`;
