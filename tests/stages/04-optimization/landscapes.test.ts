import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {LANDSCAPES, landscapes, quadratic} from "../../../lib/stages/04-optimization/index.js";
import {ShapeError, ConfigError, checkGrad, grad, hessianVectorProduct, item, tensor} from "../../../lib/tensor.js";

const point = (...x: readonly number[]) => tensor(x, "float64");

describe.each(LANDSCAPES)("the landscape %s", (name) => {
  const {value, minima, box, start} = landscapes[name];

  it("is as low as it says where it says, without slope, and nowhere lower", () => {
    for (const {at, value: lowest} of minima) {
      expect(Math.abs(item(value(point(...at))) - lowest)).toBeLessThan(1e-20);
      for (const slope of grad(value)(point(...at)).data) expect(Math.abs(slope)).toBeLessThan(1e-12);
    }
    const lowest = Math.min(...minima.map((minimum) => minimum.value));
    const inBox = fc.tuple(fc.double({min: 0, max: 1, noNaN: true}), fc.double({min: 0, max: 1, noNaN: true}));
    fc.assert(
      fc.property(inBox, ([u, v]) => {
        const x = point(box.x[0] + u * (box.x[1] - box.x[0]), box.y[0] + v * (box.y[1] - box.y[0]));
        expect(item(value(x))).toBeGreaterThanOrEqual(lowest - 1e-12);
        expect(checkGrad(value, x, {order: 2, directions: 4})).toMatchObject({passed: true});
      }),
      {numRuns: 20}
    );
  });

  it("shows its minima and its start in its box, and starts on a slope", () => {
    for (const at of [...minima.map((minimum) => minimum.at), start]) {
      const [x, y] = at as readonly [number, number];
      expect(x >= box.x[0] && x <= box.x[1] && y >= box.y[0] && y <= box.y[1]).toBe(true);
    }
    expect(Math.max(...Array.from(grad(value)(point(...start)).data, Math.abs))).toBeGreaterThan(0.1);
  });

  it("refuses a point of three coordinates", () => {
    expect(() => value(point(1, 2, 3))).toThrow(ShapeError);
  });
});

// values by hand, at points where no term is 0
it.each([
  ["rosenbrock", [2, 3], 101],
  ["beale", [2, 2], 12.25 + 68.0625 + 276.390625],
  ["himmelblau", [1, 1], 81 + 25],
  ["saddle", [1, 2], 0.5 + 4 - 2],
  ["quadratic", [2, 1], 7],
  ["rastrigin", [0.5, 1], 20 + 0.25 + 10 + 1 - 10],
  ["ravine", [0, 1], 10]
] as const)("%s has the height that its formula has", (name, at, height) => {
  expect(item(landscapes[name].value(point(...at)))).toBeCloseTo(height, 12);
});

describe("a quadratic", () => {
  it("has the curvatures that it says along axes that its rotation turns", () => {
    fc.assert(
      fc.property(
        fc.double({min: 1, max: 1e4, noNaN: true}),
        fc.double({min: -3, max: 3, noNaN: true}),
        (conditionNumber, rotation) => {
          const {value, curvatures} = quadratic({conditionNumber, rotation});
          expect(curvatures).toEqual([1, conditionNumber]);
          const [c, s] = [Math.cos(rotation), Math.sin(rotation)];
          [point(c, s), point(-s, c)].forEach((axis, i) => {
            const along = hessianVectorProduct(value, point(0.3, -0.7), axis).data;
            Array.from(axis.data).forEach((x, j) => expect(along[j]).toBeCloseTo(curvatures[i]! * x, 8));
          });
        }
      ),
      {numRuns: 30}
    );
  });

  it("has them in any number of dimensions: sum, sum of squares and product of the Hessian's eigenvalues agree", () => {
    const {value, curvatures} = quadratic({conditionNumber: 81, dimensions: 5, rotation: 0.7});
    expect(curvatures.map((x) => Math.round(x * 1e9) / 1e9)).toEqual([1, 3, 9, 27, 81]);
    const rows = curvatures.map((_, i) =>
      Array.from(
        hessianVectorProduct(value, point(1, 2, 3, 4, 5), point(...curvatures.map((_, j) => (i === j ? 1 : 0)))).data
      )
    );
    const total = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0);
    expect(total(rows.map((row, i) => row[i]!))).toBeCloseTo(total(curvatures), 9);
    expect(total(rows.flat().map((x) => x * x))).toBeCloseTo(total(curvatures.map((x) => x * x)), 7);
    expect(rows[0]![1]).not.toBeCloseTo(0, 3);
  });

  it.each([{conditionNumber: 0.5}, {dimensions: 1}, {rotation: NaN}])("refuses %j", (options) => {
    expect(() => quadratic(options)).toThrow(ConfigError);
  });
});
