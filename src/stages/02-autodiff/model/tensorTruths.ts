/** What questions about tensors are held to; the engine is loaded when one asks. */
const dotOf = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);

/** A gradient that comes back through a LayerNorm of six numbers, and what it can be measured by. */
export async function throughLayerNorm() {
  const t = await import("/lib/tensor.js");
  const [x, arriving] = [t.randomNormal(t.key(1), [6], "float64"), t.randomNormal(t.key(2), [6], "float64")];
  const normalized = (row: typeof x) =>
    t.layerNorm(row, t.ones([6], "float64"), t.zeros([6], "float64"), {epsilon: 1e-12});
  const back = t.grad((row: typeof x) => t.sum(t.mul(normalized(row), arriving)))(x).data;
  const length = (row: ArrayLike<number>) => Math.sqrt(dotOf(row, row));
  return {
    sum: dotOf(back, [1, 1, 1, 1, 1, 1]),
    alongNormalized: dotOf(back, normalized(x).data),
    length: length(back),
    arrived: length(arriving.data)
  };
}

/** The gradient of W in X Wᵀ, and whether a product of matrices is that; the product may not even exist. */
export async function weightGradient() {
  const t = await import("/lib/tensor.js");
  const draw = (seed: number, ...shape: readonly number[]) => t.randomNormal(t.key(seed), shape, "float64");
  const [X, W, Ybar] = [draw(1, 5, 3), draw(2, 4, 3), draw(3, 5, 4)];
  const truth = t.grad((w: typeof W) => t.sum(t.mul(t.matmul(X, t.transpose(w)), Ybar)))(W);
  const is = (product: () => typeof W): boolean => {
    try {
      const {shape, data} = product();
      const same = shape.length === 2 && shape.every((n, i) => n === truth.shape[i]);
      return same && Array.from(data).every((value, i) => Math.abs(value - truth.data[i]!) < 1e-12);
    } catch (error) {
      if (error instanceof t.ShapeError) return false;
      throw error;
    }
  };
  return {t, X, Ybar, is};
}

/** The shape of the difference of predictions [n, 1] and targets [n], and the mean of its squares where all are right. */
export async function crossed(n: number) {
  const t = await import("/lib/tensor.js");
  const targets = t.arange(n);
  const difference = t.sub(t.reshape(targets, [n, 1]), targets);
  return {shape: difference.shape, loss: t.item(t.mean(t.mul(difference, difference)))};
}
