import {
  attention,
  fold,
  grad,
  gruCell,
  key,
  mul,
  randomNormal,
  recurrent,
  reshape,
  slice,
  sum,
  type Tensor
} from "/lib/tensor.js";

const WIDTH = 16;

/** The length of the gradient by each row of [1, length, width]. */
const sizes = ({data, shape}: Tensor): readonly number[] =>
  Array.from({length: shape[1]!}, (_, i) =>
    Math.sqrt(Array.from(data.slice(i * WIDTH, (i + 1) * WIDTH)).reduce((total, x) => total + x * x, 0))
  );

/** How large a gradient from the last place is at each place before, in a fresh GRU and in one fresh look. */
export function gradientReach(length: number, seed: number) {
  const k = key(seed);
  const x = randomNormal(fold(k, 0), [1, length, WIDTH]);
  const asked = randomNormal(fold(k, 1), [1, 1, WIDTH]);
  const layer = recurrent({cell: gruCell, inputs: WIDTH, hidden: WIDTH});
  const params = layer.init(fold(k, 2));
  const last = (rows: Tensor): Tensor => sum(mul(slice(rows, null, [length - 1, length]), asked));
  const look = (rows: Tensor): Tensor => reshape(rows, [1, 1, length, WIDTH]);
  return {
    steps: sizes(grad((rows: Tensor) => last(layer.apply(params, {x: rows}).outputs))(x)),
    look: sizes(grad((rows: Tensor) => last(reshape(attention(look(x), look(x), look(rows)), [1, length, WIDTH])))(x))
  };
}
