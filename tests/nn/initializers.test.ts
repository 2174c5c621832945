import {describe, expect, it} from "vitest";
import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";

const [IN, OUT] = [300, 200];
const draw = (initializer: t.Initializer, shape: readonly number[] = [IN, OUT]): Tensor =>
  initializer(t.key(7), shape, "float64");
const varianceOf = (x: Tensor): number => t.item(t.variance(x));

/** Five standard errors of a variance that is estimated from so many draws; uniform draws vary less. */
const ERROR = 5 * Math.sqrt(2 / (IN * OUT));

describe("initializers", () => {
  it.each([
    ["xavier, uniform", t.xavier("uniform"), 2 / (IN + OUT)],
    ["xavier, normal", t.xavier("normal"), 2 / (IN + OUT)],
    ["he, uniform", t.he("uniform"), 2 / IN],
    ["he, normal", t.he("normal"), 2 / IN],
    ["lecun, uniform", t.lecun("uniform"), 1 / IN],
    ["lecun, normal", t.lecun("normal"), 1 / IN],
    ["fan out", t.varianceScaling({scale: 3, fan: "out", distribution: "normal"}), 3 / OUT],
    ["one deviation", t.normalOf(0.02), 0.0004],
    ["orthogonal", t.orthogonal(2), 4 / IN],
    ["by depth", t.scaledByDepth(t.normalOf(0.02), 24), 0.0004 / 24]
  ] as const)("draw with the variance that they say: %s", (_, initializer, variance) => {
    const x = draw(initializer);
    expect(Math.abs(varianceOf(x) / variance - 1)).toBeLessThan(ERROR);
    expect(Math.abs(t.item(t.mean(x)))).toBeLessThan(5 * Math.sqrt(variance / (IN * OUT)));
  });

  it("of uniform draws stay within √3 deviations, and of normal ones do not", () => {
    const most = (x: Tensor): number => t.item(t.max(t.abs(x))) / Math.sqrt(1 / IN);
    expect(most(draw(t.lecun("uniform")))).toBeLessThanOrEqual(Math.sqrt(3) + 1e-12);
    expect(most(draw(t.lecun("normal")))).toBeGreaterThan(3.5);
  });

  it.each([
    [4, 9],
    [9, 4],
    [6, 6],
    [1, 5]
  ])("that are orthogonal have orthonormal rows or columns, whichever are fewer: %i × %i", (m, n) => {
    const q = draw(t.orthogonal(), [m, n]);
    const gram = m <= n ? t.matmul(q, q, {transposeB: true}) : t.matmul(q, q, {transposeA: true});
    const off = t.item(t.max(t.abs(t.sub(gram, t.eye(Math.min(m, n), "float64")))));
    expect(off).toBeLessThan(1e-14);
  });

  it("keep the scale of a signal through thirty layers of relu, where others lose or blow it up", () => {
    const size = (initializer: t.Initializer): number => {
      let x = t.randomNormal(t.key(1), [8, 200], "float64");
      for (let i = 0; i < 30; i++) x = t.relu(t.matmul(x, initializer(t.fold(t.key(2), i), [200, 200], "float64")));
      return t.item(t.mean(t.square(x)));
    };
    expect(size(t.he())).toBeGreaterThan(0.2);
    expect(size(t.he())).toBeLessThan(5);
    expect(size(t.lecun())).toBeLessThan(1e-7);
    expect(size(t.varianceScaling({scale: 4, fan: "in", distribution: "normal"}))).toBeGreaterThan(1e7);
  });

  it.each([
    ["a bias", () => draw(t.xavier(), [3]), /at least two axes/],
    ["no matrix", () => draw(t.orthogonal(), [2, 3, 4]), /only a matrix/],
    [
      "a fan that is none",
      () => t.varianceScaling({scale: 1, fan: "up" as never, distribution: "normal"}),
      /in, out, average/
    ],
    ["a negative scale", () => t.varianceScaling({scale: -1, fan: "in", distribution: "normal"}), /at least 0/],
    ["no branch", () => t.scaledByDepth(t.xavier(), 0), /at least 1/]
  ] as const)("refuse %s", (_, mistake, message) => expect(mistake).toThrow(message));
});
