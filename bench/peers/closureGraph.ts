/**
 * The classic design of a scalar engine, as many courses teach it: every node is an object that holds a closure, which
 * adds to the gradients of its parents; `backward` sorts what it reaches, and calls all closures in reverse.
 */
export class ClosureNode {
  grad = 0;
  backward: () => void = nothing;
  constructor(
    readonly data: number,
    readonly parents: readonly ClosureNode[] = []
  ) {}
}

function nothing(): void {}

export const leaf = (data: number): ClosureNode => new ClosureNode(data);

export function add(a: ClosureNode, b: ClosureNode): ClosureNode {
  const out = new ClosureNode(a.data + b.data, [a, b]);
  out.backward = () => {
    a.grad += out.grad;
    b.grad += out.grad;
  };
  return out;
}

export function mul(a: ClosureNode, b: ClosureNode): ClosureNode {
  const out = new ClosureNode(a.data * b.data, [a, b]);
  out.backward = () => {
    a.grad += b.data * out.grad;
    b.grad += a.data * out.grad;
  };
  return out;
}

export function tanh(a: ClosureNode): ClosureNode {
  const t = Math.tanh(a.data);
  const out = new ClosureNode(t, [a]);
  out.backward = () => {
    a.grad += (1 - t * t) * out.grad;
  };
  return out;
}

export function exp(a: ClosureNode): ClosureNode {
  const out = new ClosureNode(Math.exp(a.data), [a]);
  out.backward = () => {
    a.grad += out.data * out.grad;
  };
  return out;
}

export function log(a: ClosureNode): ClosureNode {
  const out = new ClosureNode(Math.log(a.data), [a]);
  out.backward = () => {
    a.grad += out.grad / a.data;
  };
  return out;
}

/** Sets `grad` of all that a root depends on. With a stack in place of recursion, which 100,000 nodes would overflow. */
export function backward(root: ClosureNode): void {
  const order: ClosureNode[] = [];
  const seen = new Set([root]);
  const stack: [node: ClosureNode, next: number][] = [[root, 0]];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const parent = top[0].parents[top[1]++];
    if (parent === undefined) {
      order.push(top[0]);
      stack.pop();
    } else if (!seen.has(parent)) {
      seen.add(parent);
      stack.push([parent, 0]);
    }
  }
  root.grad = 1;
  for (let i = order.length - 1; i >= 0; i--) order[i]!.backward();
}
