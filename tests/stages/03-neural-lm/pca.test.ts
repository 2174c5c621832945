import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {covariance, eigen, pca, scores} from "../../../src/stages/03-neural-lm/model/pca.js";

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
const points = fc.tuple(fc.integer({min: 2, max: 9}), fc.integer({min: 1, max: 6})).chain(([n, width]) =>
  fc.array(fc.array(fc.double({min: -9, max: 9, noNaN: true}), {minLength: width, maxLength: width}), {
    minLength: n,
    maxLength: n
  })
);

describe("principal components", () => {
  it("are eigenvectors of the covariance, of length one, and stand at right angles", () => {
    fc.assert(
      fc.property(points, (rows) => {
        const {mean, components, variances} = pca(rows, rows[0]!.length);
        const c = covariance(rows, mean);
        components.forEach((axis, i) => {
          components.forEach((other, j) => expect(dot(axis, other)).toBeCloseTo(i === j ? 1 : 0, 9));
          c.forEach((row, k) => expect(dot(row, axis)).toBeCloseTo(variances[i]! * axis[k]!, 7));
        });
      })
    );
  });

  it("come by falling variance, which is that of the points along them", () => {
    fc.assert(
      fc.property(points, (rows) => {
        const found = pca(rows, rows[0]!.length);
        const places = rows.map((row) => scores(found, row));
        found.variances.forEach((variance, i) => {
          if (i > 0) expect(variance).toBeLessThanOrEqual(found.variances[i - 1]! + 1e-9);
          const along = places.reduce((sum, place) => sum + place[i]! * place[i]!, 0) / (rows.length - 1);
          expect(along).toBeCloseTo(variance, 7);
        });
        expect(found.variances.reduce((a, b) => a + b, 0)).toBeCloseTo(found.total, 7);
      })
    );
  });

  it("have more variance along the first than any other direction has", () => {
    fc.assert(
      fc.property(
        points,
        fc.array(fc.double({min: -1, max: 1, noNaN: true}), {minLength: 6, maxLength: 6}),
        (rows, any) => {
          const found = pca(rows, 1);
          const c = covariance(rows, found.mean);
          const direction = any.slice(0, c.length);
          const length = Math.sqrt(dot(direction, direction));
          fc.pre(length > 1e-3);
          const unit = direction.map((x) => x / length);
          const along = dot(
            unit,
            c.map((row) => dot(row, unit))
          );
          expect(along).toBeLessThanOrEqual(found.variances[0]! + 1e-7);
        }
      )
    );
  });

  it("of a diagonal matrix are its axes", () => {
    const {values, vectors} = eigen([
      [3, 0],
      [0, 5]
    ]);
    expect(values).toEqual([3, 5]);
    expect(vectors).toEqual([
      [1, 0],
      [0, 1]
    ]);
  });
});
