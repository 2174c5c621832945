/**
 * The design that most courses teach: a node holds its gradient and a closure that adds to those of its inputs. Here to be
 * compared with, and to show what follows from it; the engine of the book is another.
 */
export interface Value {
  data: number;
  grad: number;
  backward: () => void;
  readonly parents: readonly Value[];
}

export const value = (data: number, parents: readonly Value[] = []): Value => ({
  data,
  grad: 0,
  backward: () => undefined,
  parents
});

export function add(a: Value, b: Value): Value {
  const out = value(a.data + b.data, [a, b]);
  out.backward = () => {
    a.grad += out.grad;
    b.grad += out.grad;
  };
  return out;
}

export function mul(a: Value, b: Value): Value {
  const out = value(a.data * b.data, [a, b]);
  out.backward = () => {
    a.grad += b.data * out.grad;
    b.grad += a.data * out.grad;
  };
  return out;
}

export function tanh(a: Value): Value {
  const t = Math.tanh(a.data);
  const out = value(t, [a]);
  out.backward = () => {
    a.grad += (1 - t * t) * out.grad;
  };
  return out;
}

/** Sorts what a root depends on by a recursive search, and calls all closures from the root down. */
export function backward(root: Value): void {
  const order: Value[] = [];
  const seen = new Set<Value>();
  const visit = (node: Value): void => {
    if (seen.has(node)) return;
    seen.add(node);
    node.parents.forEach(visit);
    order.push(node);
  };
  visit(root);
  root.grad = 1;
  for (const node of order.reverse()) node.backward();
}
