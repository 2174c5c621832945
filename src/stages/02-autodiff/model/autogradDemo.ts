import * as engine from "/lib/scalar.js";
import * as port from "./mutablePort.js";

/** The gradient of x in x², as the port and the engine say when they are asked for the first, second and third time. */
export function askedAgain(at: number) {
  const x = port.value(at);
  const square = port.mul(x, x);
  const v = engine.variable(at);
  const same = engine.mul(v, v);
  return [1, 2, 3].map(() => {
    port.backward(square);
    return {port: x.grad, engine: engine.backward(same).get(v)};
  });
}

/** 20 steps down (w − 3)² from 0 at rate 0.1, with and without setting `grad` to zero before each. */
export function forgotten(reset: boolean): readonly number[] {
  let w = 0;
  const leaf = port.value(0);
  return Array.from({length: 20}, () => {
    leaf.data = w;
    if (reset) leaf.grad = 0;
    const off = port.add(leaf, port.value(-3));
    port.backward(port.mul(off, off));
    return (w -= 0.1 * leaf.grad);
  });
}

/** The first loss's gradient after a second loss that shares a parameter has been asked for its own. */
export function shared() {
  const w = port.value(2);
  const [first, second] = [port.mul(w, port.value(10)), port.mul(w, port.value(1))];
  port.backward(first);
  const before = w.grad;
  port.backward(second);
  return {before, after: w.grad};
}

const SLICE = 50_000;

/** x + 1 + 1 + …, and its gradient by the engine. It is built in slices, so that the page stays alive. */
export async function chainByEngine(length: number): Promise<number> {
  const x = engine.variable(0);
  let y: engine.Expression = x;
  for (let i = 0; i < length; i++) {
    y = engine.add(y, 1);
    if (i % SLICE === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return engine.backward(y).get(x);
}

/** The same by the port: its gradient, or how its recursion ended. */
export function chainByPort(length: number): string {
  const x = port.value(0);
  const one = port.value(1);
  let y = x;
  for (let i = 0; i < length; i++) y = port.add(y, one);
  try {
    port.backward(y);
    return `gradient ${x.grad}`;
  } catch (error) {
    return error instanceof RangeError ? "stack overflow" : String(error);
  }
}
