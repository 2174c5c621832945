import {describe, expect, it} from "vitest";
import {key, fold} from "../../../lib/core/random/key.js";
import * as t from "../../../lib/tensor.js";
import {DEPTH_FORMS, grown, narrowed, type DepthForm} from "../../../src/stages/06-transformer/model/depthForms.js";
import {depthSeen} from "../../../src/stages/06-transformer/model/depthSeen.js";

const rms = (x: t.Tensor): number => Math.sqrt(t.item(t.mean(t.square(x))));

describe("the stream of a deep model", () => {
  it("grows as the root of the number of parts, where random matrices add to it", () => {
    const width = 300;
    let x = t.randomNormal(key(1), [20, width], "float64");
    const [start, theory] = [rms(x), grown(12, 0.7)];
    for (let i = 1; i <= 12; i++) {
      const matrix = t.affine(t.randomNormal(fold(key(2), i), [width, width], "float64"), 0.7 / Math.sqrt(width), 0);
      x = t.add(x, t.matmul(t.rmsNorm(x, t.ones([width], "float64")), matrix));
      expect(Math.abs(rms(x) / start / theory[i]! - 1)).toBeLessThan(0.03);
    }
  });

  it("is as long in models of any depth, if parts are scaled by it", () => {
    const last = [2, 6].map((layers) => depthSeen("scaled", layers, 1).scale.at(-1)!);
    expect(Math.abs(last[0]! - last[1]!)).toBeLessThan(0.05);
    const plain = depthSeen("plain", 6, 1).scale;
    plain.slice(1).forEach((each, i) => expect(each).toBeGreaterThan(plain[i]!));
  });

  it("is seen at every depth, and has slopes at each", () => {
    for (const form of Object.keys(DEPTH_FORMS) as readonly DepthForm[]) {
      const {scale, slope, blocks, alike} = depthSeen(form, 3, 2);
      expect([scale.length, slope.length, blocks.length, alike.length]).toEqual([4, 4, 3, 4]);
      expect(Math.min(...slope, ...blocks)).toBeGreaterThan(0);
      expect(Math.abs(alike[0]!)).toBeLessThan(0.1);
    }
  });

  it("has length 1 after every block where norms stand on it", () => {
    depthSeen("post", 3, 1)
      .scale.slice(1)
      .forEach((each) => expect(each).toBeCloseTo(1, 3));
  });
});

describe("means of means", () => {
  it("come together by what all of them share", () => {
    const shared = 0.3;
    let values: readonly number[] = [0, 1, 0.4, 0.8];
    const range = (list: readonly number[]): number => Math.max(...list) - Math.min(...list);
    for (let layer = 1; layer <= 5; layer++) {
      const before = values;
      values = before.map((_, i) => {
        const rest = (1 - shared) / (i + 1); // place i looks at the first and evenly at those before it
        return before.reduce((sum, value, j) => sum + (j === 0 ? shared : 0) * value + (j <= i ? rest * value : 0), 0);
      });
      expect(range(values)).toBeLessThanOrEqual(narrowed(1, shared, layer) + 1e-12);
    }
  });
});
