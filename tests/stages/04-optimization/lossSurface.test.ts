import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {timeline} from "../../../lib/index.js";
import {
  descent,
  filterDirection,
  lossSurface,
  pathDirections,
  quadratic
} from "../../../lib/stages/04-optimization/index.js";
import {
  add,
  ConfigError,
  crossEntropy,
  item,
  key,
  mlp,
  mul,
  randomNormal,
  ShapeError,
  sum,
  tanh,
  tensor,
  zeros,
  type Tensor
} from "../../../lib/tensor.js";

const length = (list: readonly number[]) => Math.sqrt(list.reduce((sum, x) => sum + x * x, 0));
const columns = ({data, shape}: Tensor) =>
  Array.from({length: shape[1]!}, (_, j) => Array.from({length: shape[0]!}, (_, i) => data[i * shape[1]! + j]!));
const normal = (seed: number, ...shape: readonly number[]) => randomNormal(key(seed), shape, "float64");

describe("a filter-normalized direction", () => {
  const params = {weight: mul(normal(1, 5, 3), tensor([1, 10, 0], "float64")), bias: normal(2, 3)};

  it("has filters as long as the parameters' own, and leaves vectors where they are", () => {
    const {weight, bias} = filterDirection(key(3), params);
    const [own, made] = [columns(params.weight), columns(weight)];
    made.forEach((column, j) => expect(length(column)).toBeCloseTo(length(own[j]!), 12));
    expect(weight.data).not.toEqual(params.weight.data);
    expect(Array.from(bias.data)).toEqual([0, 0, 0]);
  });

  it("takes rows for filters, and vectors whole, where it is told to", () => {
    const {weight, bias} = filterDirection(key(3), params, {axisOf: () => 0, vectors: "move"});
    for (let i = 0; i < 5; i++) {
      const row = ({data}: Tensor) => Array.from(data).slice(3 * i, 3 * i + 3);
      expect(length(row(weight))).toBeCloseTo(length(row(params.weight)), 12);
    }
    expect(length(Array.from(bias.data))).toBeCloseTo(length(Array.from(params.bias.data)), 12);
  });

  it("takes the middle axis of three", () => {
    const x = {w: normal(4, 2, 3, 4)};
    const {w} = filterDirection(key(5), x, {axisOf: () => 1});
    for (let j = 0; j < 3; j++) {
      const filter = ({data}: Tensor) => Array.from(data).filter((_, i) => Math.floor(i / 4) % 3 === j);
      expect(length(filter(w))).toBeCloseTo(length(filter(x.w)), 12);
    }
  });

  it("is its key's, and each parameter has its own numbers", () => {
    const twins = {a: params.weight, b: params.weight};
    const {a, b} = filterDirection(key(3), twins);
    expect(filterDirection(key(3), twins).a.data).toEqual(a.data);
    expect(filterDirection(key(4), twins).a.data).not.toEqual(a.data);
    expect(b.data).not.toEqual(a.data);
  });

  it("refuses an axis that is none", () => {
    expect(() => filterDirection(key(1), params, {axisOf: () => 2})).toThrow(ConfigError);
  });
});

describe("the directions of a path", () => {
  const dot = (a: Tensor, b: Tensor) => item(sum(mul(a, b)));

  it("are at right angles, of length 1, and hold a path that lies in a plane", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({min: 3, max: 12}), (seed, count) => {
        const [u, v] = [normal(seed, 7), normal(seed + 1, 7)];
        const weights = normal(seed + 2, count, 2).data;
        const path = Array.from({length: count}, (_, i) => ({
          x: add(add(mul(u, 100 * weights[2 * i]!), mul(v, weights[2 * i + 1]!)), 3)
        }));
        const {directions, explained, coordinates} = pathDirections(path);
        const [a, b] = [directions[0].x, directions[1].x];
        expect(dot(a, a)).toBeCloseTo(1, 12);
        expect(dot(b, b)).toBeCloseTo(1, 12);
        expect(Math.abs(dot(a, b))).toBeLessThan(1e-12);
        expect(explained[0]).toBeGreaterThanOrEqual(explained[1]);
        expect(explained[0] + explained[1]).toBeCloseTo(1, 9);
        expect(coordinates.at(-1)).toEqual([0, 0]);
        const end = path.at(-1)!.x;
        coordinates.forEach(([s, t], i) => {
          const back = add(end, add(mul(a, s), mul(b, t)));
          Array.from(back.data).forEach((value, j) => expect(value).toBeCloseTo(path[i]!.x.data[j]!, 6));
        });
      }),
      {numRuns: 30}
    );
  });

  it("have the variances of points whose components are known", () => {
    const path = [
      [3, 0, 0],
      [-3, 0, 0],
      [0, 0, 1],
      [0, 0, -1]
    ]
      .map((x) => tensor(x, "float64"))
      .map((x) => ({x}));
    const {directions, explained} = pathDirections(path);
    expect(Array.from(directions[0].x.data, Math.abs)).toEqual([1, 0, 0].map((x) => expect.closeTo(x, 12)));
    expect(Array.from(directions[1].x.data, Math.abs)).toEqual([0, 0, 1].map((x) => expect.closeTo(x, 12)));
    expect(explained).toEqual([expect.closeTo(0.9, 12), expect.closeTo(0.1, 12)]);
  });

  it("refuse a path of two points, one on a line, and one of different trees", () => {
    const at = (...x: readonly number[]) => ({x: tensor(x, "float64")});
    expect(() => pathDirections([at(1, 2), at(2, 3)])).toThrow(ConfigError);
    expect(() => pathDirections([at(1, 1), at(2, 2), at(4, 4)])).toThrow(/two directions/);
    expect(() => pathDirections([at(1, 1), at(1, 1), at(1, 1)])).toThrow(/two directions/);
    expect(() => pathDirections([at(1, 1), at(2, 2), at(4, 4, 4)])).toThrow(ShapeError);
  });
});

describe("a loss surface", () => {
  it("has the loss of a network at its center, to the bit, and higher and lower ones around", () => {
    const network = mlp({sizes: [3, 8, 4], activation: tanh});
    const params = network.init(key(1));
    const x = randomNormal(key(2), [16, 3]);
    const y = tensor(Int32Array.from({length: 16}, (_, i) => i % 4));
    const loss = (p: typeof params) => crossEntropy(network.apply(p, x), y);
    const directions = [filterDirection(key(3), params), filterDirection(key(4), params)] as const;
    const values = lossSurface(loss, params, directions, {x: [-1, 1], y: [-1, 1], columns: 5, rows: 3});
    expect(values).toHaveLength(15);
    expect(values[7]).toBe(item(loss(params)));
    expect(new Set(values).size).toBe(15);
  });

  it("of a walk in a plane is the landscape, with the walk on it", () => {
    const {value} = quadratic({conditionNumber: 20});
    const run = timeline(descent, {conditionNumber: 20, optimizer: "adam"});
    const path = Array.from({length: 20}, (_, i) => run.at(5 * i).state.params);
    const {directions, coordinates} = pathDirections(path);
    const end = path.at(-1)!;
    coordinates.forEach(([s, t], i) => {
      const grid = {x: [s, s], y: [t, t], columns: 1, rows: 1} as const;
      const [height] = lossSurface(({x}: typeof end) => value(x), end, directions, grid);
      expect(height).toBeCloseTo(run.at(5 * i).metrics.loss, 9);
    });
  });

  const origin = {x: zeros([2], "float64")};
  const [right, up] = [{x: tensor([1, 0], "float64")}, {x: tensor([0, 1], "float64")}];

  it("goes along the first direction in columns and along the second in rows", () => {
    const loss = ({x}: typeof origin) => sum(mul(x, tensor([1, 10], "float64")));
    const values = lossSurface(loss, origin, [right, up], {x: [0, 2], y: [3, 4], columns: 3, rows: 2});
    expect(Array.from(values)).toEqual([30, 31, 32, 40, 41, 42]);
  });

  it("refuses a grid that is none, a direction of another shape, and a loss that is no number", () => {
    const loss = ({x}: typeof origin) => sum(x);
    const grid = {x: [0, 1], y: [0, 1], columns: 2, rows: 2} as const;
    expect(() => lossSurface(loss, origin, [right, up], {...grid, rows: 0})).toThrow(ConfigError);
    expect(() => lossSurface(loss, origin, [right, up], {...grid, x: [0, NaN]})).toThrow(ConfigError);
    expect(() => lossSurface(loss, origin, [right, {x: zeros([3], "float64")}], grid)).toThrow(ShapeError);
    expect(() => lossSurface(({x}: typeof origin) => x, origin, [right, up], grid)).toThrow(ShapeError);
  });
});
