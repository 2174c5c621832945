import {describe, expect, it} from "vitest";
import {reference} from "../../lib/kernels/reference/reference.js";
import {openKernels} from "../../lib/kernels/wasm.js";
import {compareTwins} from "./runTwin.js";
import {twins} from "./twins.js";

const names = Object.keys(reference) as readonly (keyof typeof reference)[];
const CASES = Number(process.env["KERNEL_CASES"] ?? 200);

describe("the kernels and their twins", () => {
  it("there is a trial for each kernel, and no other", () => {
    expect(Object.keys(twins).sort()).toEqual([...names].sort());
  });

  const wasm = openKernels();
  for (const name of names) {
    const twin = twins[name];
    const near = twin.bound === "exact" ? "is" : "is near";
    it(`${name} in float32 ${near} the reference, writes what it should and nothing else`, () => {
      const worst = compareTwins(wasm, wasm.kernels[name], reference[name], twin, CASES);
      if (process.env["KERNEL_ERRORS"] !== undefined) console.log(`${name}\t${worst.toExponential(1)}`);
    });
  }
});
