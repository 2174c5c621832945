import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {integer} from "../../lib/core/random/integer.js";
import * as t from "../../lib/tensor.js";

const seeds = fc.integer({min: 0, max: 1e6});

describe("random integers", () => {
  it("are int32, inside of their range, and the draws of their key", () => {
    const from = fc.integer({min: -2147483648, max: 2147483646});
    fc.assert(
      fc.property(seeds, from, fc.integer({min: 1, max: 4294967295}), (seed, low, count) => {
        const below = Math.min(2147483648, low + count);
        const x = t.randomInteger(t.key(seed), [4, 5], {from: low, below});
        expect(x).toMatchObject({dtype: "int32", shape: [4, 5]});
        Array.from(x.data).forEach((each, i) => {
          expect(each).toBe(low + integer(t.key(seed), below - low, i));
          expect(each >= low && each < below).toBe(true);
        });
      })
    );
  });

  it("each number comes as often as the others: χ² over 6 faces", () => {
    const [n, faces] = [60000, 6];
    const counts = new Array<number>(faces).fill(0);
    for (const face of t.randomInteger(t.key(7), [n], {below: faces}).data) counts[face]!++;
    const expected = n / faces;
    const chi = counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
    expect(chi).toBeLessThan(20.5); // one key in a thousand is beyond it, with 5 degrees of freedom
  });

  it("large ranges do not favor small numbers, as a remainder of 32 bits would", () => {
    // of 3·2³⁰ numbers the first third would come twice as often
    const below = 3 * 2 ** 30;
    const n = 30000;
    const low = Array.from({length: n}, (_, i) => integer(t.key(8), below, i)).filter((x) => x < 2 ** 30).length;
    expect(Math.abs(low / n - 1 / 3)).toBeLessThan(4 * Math.sqrt(((1 / 3) * (2 / 3)) / n));
  });

  it("owe nothing to what else the key draws", () => {
    const bits = Array.from({length: 2000}, (_, i) => integer(t.key(9), 2, i));
    const halves = Array.from(t.randomUniform(t.key(9), [2000], "float64").data, (u) => (u < 0.5 ? 0 : 1));
    const agree = bits.filter((bit, i) => bit === halves[i]).length;
    expect(Math.abs(agree - 1000)).toBeLessThan(4 * Math.sqrt(500));
  });

  it.each([
    ["no range", () => t.randomInteger(t.key(1), [1], {} as never), /randomInteger\.below/],
    ["an empty one", () => t.randomInteger(t.key(1), [1], {from: 3, below: 3}), /above 3/],
    ["a key that is none", () => t.randomInteger(1 as never, [1], {below: 2}), /`key` is a key[\s\S]*key\(1\)/]
  ])("refuse %s", (_, f, message) => expect(f).toThrow(message));
});

it("uniform float32 numbers stay below 1, where rounding would reach it", () => {
  const most = t.max(t.randomUniform(t.key(3), [200000]));
  expect(t.item(most)).toBeLessThan(1);
});
