import {describe, expect, it} from "vitest";
import {ladder, rungs, type Rung} from "../../../src/stages/02-autodiff/model/ladder.js";

/** 136 rows are more than one block of rows, and 520 columns more than one of k and of columns. */
const made = async (m: number, n: number) => {
  const all = await ladder(m, n);
  return (rung: Rung): readonly number[] => {
    all[rung].call();
    return Array.from(all[rung].result());
  };
};

describe("the ladder of loops", () => {
  it.each([
    [8, 8],
    [64, 64],
    [264, 264],
    [136, 520]
  ])("is one product on every rung, of %i rows and %i columns", async (m, n) => {
    const product = await made(m, n);
    const exact = product("ijk");
    for (const rung of rungs) {
      const errors = product(rung).map((x, i) => Math.abs(x - exact[i]!));
      expect(Math.max(0, ...errors), rung).toBeLessThan(1e-3);
    }
  });

  it("keeps every bit where only the order of other elements changes", async () => {
    const product = await made(136, 520);
    expect(product("ikj")).toEqual(product("ijk"));
    for (const rung of ["rows", "oneSum", "eightSums"] as const) expect(product(rung)).toEqual(product("single"));
    for (const rung of ["packed", "library"] as const) expect(product(rung)).toEqual(product("blocks"));
  });
});
