import {describe, expect, it} from "vitest";
import {ladder, rungs, type Rung} from "../../../src/stages/02-autodiff/model/ladder.js";

/** 264 is more than one block of k, and of rows. */
const made = async (n: number) => {
  const all = await ladder(n);
  return (rung: Rung): readonly number[] => {
    all[rung].call();
    return Array.from(all[rung].result());
  };
};

describe("the ladder of loops", () => {
  it.each([8, 64, 264])("is one product on every rung, of %i rows", async (n) => {
    const product = await made(n);
    const exact = product("ijk");
    for (const rung of rungs) {
      const errors = product(rung).map((x, i) => Math.abs(x - exact[i]!));
      expect(Math.max(0, ...errors), rung).toBeLessThan(1e-3);
    }
  });

  it("keeps every bit where only the order of other elements changes", async () => {
    const product = await made(264);
    expect(product("ikj")).toEqual(product("ijk"));
    for (const rung of ["rows", "oneSum", "eightSums"] as const) expect(product(rung)).toEqual(product("single"));
    for (const rung of ["packed", "library"] as const) expect(product(rung)).toEqual(product("blocks"));
  });
});
