import {describe, expect, it} from "vitest";
import {num, plus, times, walkBack, walkBackAdding} from "../../../src/stages/02-autodiff/model/tinyEngine.js";

describe("the first engine of the section on autograd", () => {
  it("is right where nothing is used twice", () => {
    const [x, y] = [num(2), num(4)];
    walkBack(times(plus(x, num(3)), y));
    expect([x.gradient, y.gradient]).toEqual([4, 5]);
  });

  it("keeps the last share where something is", () => {
    const x = num(3);
    walkBack(times(x, x));
    expect(x.gradient).toBe(3);
  });

  it("is right with a sum in place of the setting, and walks every path", () => {
    let y = num(1);
    const x = y;
    for (let i = 0; i < 5; i++) y = times(y, y);
    expect(walkBackAdding(y)).toBe(2 ** 6 - 1);
    expect(x.gradient).toBe(32); // of x³² at 1
  });
});
