import {describe, expect, it} from "vitest";
import {attentionPattern, key, randomNormal} from "../../../lib/tensor.js";
import {looks, MASKS, reach, rowsOfWork, sees} from "../../../src/stages/05-attention/model/masks.js";

describe("masks", () => {
  it("allow what the library’s attention allows", () => {
    const x = randomNormal(key(1), [1, 1, 9, 4], "float64");
    const settings = {window: 3, prefix: 4};
    for (const mask of MASKS) {
      const pattern = attentionPattern(x, x, {
        causal: mask !== "both ways",
        ...(mask === "window" && {window: 3}),
        ...(mask === "prefix" && {prefix: 4})
      });
      Array.from(pattern.data).forEach((weight, at) =>
        expect(weight > 0, `${mask} ${at}`).toBe(sees(mask, Math.floor(at / 9), at % 9, settings))
      );
    }
  });

  it("reach as far through layers as the library’s paths go", () => {
    const settings = {window: 4, prefix: 0};
    expect([1, 2, 3].map((layers) => reach("window", 20, layers, settings))).toEqual([17, 14, 11]);
    expect(reach("causal", 20, 1, settings)).toBe(0);
    expect(looks("causal", 5, settings)).toBe(15);
    expect(looks("window", 5, settings)).toBe(14);
  });

  it("save the rows that a cache does not read again", () => {
    expect(rowsOfWork(3, 2)).toEqual({cached: 4, anew: 7});
  });
});
