import {describe, expect, it} from "vitest";
import {attention, attentionPattern, tensor} from "../../../lib/tensor.js";
import {entries, lookUp, lookUpHard} from "../../../src/stages/05-attention/model/softLookup.js";

const at = (degrees: number): readonly number[] => [
  Math.cos((degrees * Math.PI) / 180),
  Math.sin((degrees * Math.PI) / 180)
];

describe("the soft lookup", () => {
  it("agrees with the library’s attention", () => {
    const keys = tensor([[entries.map(({key}) => at(key))]], "float64");
    const values = tensor([[entries.map(({value}) => [value, 0])]], "float64");
    for (const query of [0, 33, 90, 178]) {
      const asked = tensor([[[at(query)]]], "float64");
      const {weights, answer} = lookUp(query, 8, "product");
      expect(attention(asked, keys, values, {scale: 8}).data[0]).toBeCloseTo(answer, 12);
      Array.from(attentionPattern(asked, keys, {scale: 8}).data).forEach((w, i) =>
        expect(w).toBeCloseTo(weights[i]!, 12)
      );
    }
  });

  it("is the same by product and by distance, since all keys have one length", () => {
    for (const query of [5, 71, 160])
      expect(lookUp(query, 20, "distance").answer).toBeCloseTo(lookUp(query, 20, "product").answer, 12);
  });

  it("becomes a dictionary when it is sharp, and stays between the smallest and the largest value", () => {
    for (const query of [0, 30, 101, 180]) {
      expect(lookUp(query, 1e5, "product").answer).toBeCloseTo(lookUpHard(query), 9);
      expect(lookUp(query, 3, "product").answer).toBeGreaterThan(1);
      expect(lookUp(query, 3, "product").answer).toBeLessThan(4);
    }
  });
});
