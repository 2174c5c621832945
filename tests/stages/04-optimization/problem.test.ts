import {describe, expect, it} from "vitest";
import {landscapes, LANDSCAPES} from "../../../lib/stages/04-optimization/landscapes.js";
import {symmetricEigen} from "../../../lib/stages/04-optimization/symmetricEigen.js";
import {add, exp, grad, mul, square, sum, tensor, type Tensor} from "../../../lib/tensor.js";
import {axesOf, kindOf} from "../../../src/stages/04-optimization/model/axes.js";
import {curvatureAt} from "../../../src/stages/04-optimization/model/curvature.js";
import {escape} from "../../../src/stages/04-optimization/model/escape.js";
import {numbersOf} from "../../../src/stages/04-optimization/model/numbersOf.js";
import {hessianOf, spectra} from "../../../src/stages/04-optimization/model/spectrum.js";
import {heightOf} from "../../../src/stages/04-optimization/model/walk.js";

describe("the curvature of a landscape", () => {
  it("finds the curvatures that a pencil finds", () => {
    const {hessian, axes, gradient} = curvatureAt(landscapes.rosenbrock, [1, 1]);
    expect(gradient.map((g) => g + 0)).toEqual([0, 0]);
    expect(curvatureAt(landscapes.quadratic, [10, 1]).gradient).toEqual([10, 10]);
    expect(hessian.map((row) => [...row])).toEqual([
      [802, -400],
      [-400, 200]
    ]);
    expect(axes[0].curvature).toBeCloseTo(501 + Math.sqrt(301 ** 2 + 400 ** 2), 8);
    expect(axes[0].curvature * axes[1].curvature).toBeCloseTo(802 * 200 - 400 ** 2, 6);
    expect(kindOf(curvatureAt(landscapes.saddle, [0, 0]).axes)).toBe("saddle");
    expect(kindOf(curvatureAt(landscapes.saddle, [0, 1]).axes)).toBe("bowl");
    expect(kindOf(curvatureAt(landscapes.himmelblau, [-0.27, -0.92]).axes)).toBe("dome");
  });

  it("is the Hessian’s row, for each landscape", () => {
    for (const name of LANDSCAPES) {
      const height = heightOf(landscapes[name]);
      const [x, y, h] = [0.7, -0.4, 1e-4];
      const {hessian} = curvatureAt(landscapes[name], [x, y]);
      const xx = (height(x + h, y) - 2 * height(x, y) + height(x - h, y)) / h ** 2;
      const yy = (height(x, y + h) - 2 * height(x, y) + height(x, y - h)) / h ** 2;
      const xy =
        (height(x + h, y + h) - height(x + h, y - h) - height(x - h, y + h) + height(x - h, y - h)) / (4 * h ** 2);
      const size = Math.max(1, Math.abs(xx), Math.abs(yy));
      for (const [is, near] of [
        [hessian[0][0], xx],
        [hessian[0][1], xy],
        [hessian[1][0], xy],
        [hessian[1][1], yy]
      ] as const)
        expect(Math.abs(is - near) / size).toBeLessThan(1e-4);
    }
  });

  it("agrees with Jacobi’s rotations on any symmetric matrix of two", () => {
    for (const [a, b, d] of [
      [1, 0, 10],
      [10, 0, 1],
      [2, 3, 2],
      [-1, 1e-9, 4],
      [0, 0, 0]
    ] as const) {
      const rows = [
        [a, b],
        [b, d]
      ] as const;
      const axes = axesOf(rows);
      symmetricEigen(rows).values.forEach((value, i) => expect(axes[i as 0 | 1].curvature).toBeCloseTo(value, 12));
      for (const {curvature, direction} of axes) {
        const [u, v] = direction;
        expect(a * u + b * v).toBeCloseTo(curvature * u, 12);
        expect(b * u + d * v).toBeCloseTo(curvature * v, 12);
      }
    }
  });
});

describe("a Hessian", () => {
  const corpus = "anna\nbab\nada\nnan\nbanana\n".repeat(4);
  it("has the differences of gradients as its rows, and eigenvalues that sum to its trace", () => {
    const loss = ({a, b}: {readonly a: Tensor; readonly b: Tensor}): Tensor =>
      add(sum(mul(exp(a), square(b))), mul(sum(square(square(a))), 0.5));
    const at = (numbers: readonly number[]) => ({
      a: tensor(numbers.slice(0, 2), "float64"),
      b: tensor(numbers.slice(2), "float64")
    });
    const [place, h] = [[0.3, -0.5, 1.1, 0.7], 1e-5];
    const slopes = (numbers: readonly number[]) => numbersOf(grad(loss)(at(numbers)));
    const hessian = hessianOf(loss, at(place));
    hessian.forEach((row, i) => {
      const moved = (by: number) => slopes(place.map((x, k) => (k === i ? x + by : x)));
      const [up, down] = [moved(h), moved(-h)];
      row.forEach((entry, j) => expect(entry).toBeCloseTo((up[j]! - down[j]!) / (2 * h), 7));
    });
    const {values} = symmetricEigen(hessian);
    const trace = hessian.reduce((total, row, i) => total + row[i]!, 0);
    expect(values.reduce((a, b) => a + b)).toBeCloseTo(trace, 10);
  });

  it("of a network bends both ways before training", () => {
    const [{curvatures, loss}] = spectra(corpus, [0], 16) as [ReturnType<typeof spectra>[number]];
    expect(loss).toBeGreaterThan(1);
    expect([...curvatures]).toEqual([...curvatures].sort((a, b) => b - a));
    expect(curvatures[0]).toBeGreaterThan(0);
    expect(curvatures.at(-1)).toBeLessThan(0);
  });

  it("leaves rounding alone: eigenvalues of a large matrix whose own are known", () => {
    const n = 60; // −1, 2, −1 along the diagonal: 2 − 2 cos(kπ/(n + 1))
    const matrix = Array.from({length: n}, (_, i) =>
      Array.from({length: n}, (_, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0))
    );
    const {values} = symmetricEigen(matrix);
    values.forEach((value, k) => expect(value).toBeCloseTo(2 - 2 * Math.cos(((n - k) * Math.PI) / (n + 1)), 10));
  });
});

describe("a saddle", () => {
  it.each([
    [2, 0.1],
    [6, 0.1],
    [6, 0.4]
  ])("is left from 10^-%i at the rate %d about when the linear rule says", (digits, rate) => {
    const {steps, predicted} = escape(digits, rate, 400);
    expect(Math.abs(steps! - predicted)).toBeLessThan(1 + 0.3 / rate);
  });
});
