import {describe, expect, it} from "vitest";
import {planned} from "../../lib/kernels/plans.js";
import type {Exports} from "../../lib/kernels/wasm.js";
import {openKernels} from "../../lib/kernels/wasm.js";
import {cutsFor, edge, partsOf} from "../../lib/kernels/sharedJob.js";
import {drawer} from "./draw.js";
import {runWasm, type Kernel} from "./runTwin.js";
import {twins} from "./twins.js";

const CASES = Number(process.env["KERNEL_CASES"] ?? 120);

describe("a kernel that is cut", () => {
  const wasm = openKernels();
  const exports = wasm.kernels as Exports;

  for (const [name, plan] of planned)
    it(`${name} gives the same bits, whatever its parts are and in whatever order they are done`, () => {
      let cut = 0;
      for (let seed = 0; seed < CASES; seed++) {
        const twin = twins[name];
        const args = twin.draw(drawer(seed));
        const d = drawer(seed + 10_000);
        const inParts = (...operands: readonly number[]): void => {
          const units = plan.units(operands);
          const edges = [0, ...Array.from({length: 1 + d.below(4)}, () => d.below(units + 1)), units].sort(
            (a, b) => a - b
          );
          if (new Set(edges).size > 2) cut++;
          for (const i of d.shuffled(edges.length - 1).filter((i) => edges[i]! < edges[i + 1]!))
            plan.run(exports, operands, edges[i]!, edges[i + 1]!, wasm.memory);
        };
        for (const over of [[], ...(twin.over ?? [])]) {
          const whole = runWasm(wasm, wasm.kernels[name], args, over);
          const parts = runWasm(wasm, inParts as Kernel, args, over);
          expect(parts.results, `${name}, case ${seed}`).toEqual(whole.results);
        }
      }
      expect(cut).toBeGreaterThan(CASES / 20);
    });
});

describe("the parts of a job", () => {
  it.each([2, 3, 4, 16])("cover all units once, for %d threads", (threads) => {
    const cuts = cutsFor(threads);
    for (const units of [2, 3, 6, 7, 8, 9, 48, 64, 1000]) {
      const parts = partsOf(units, cuts);
      const edges = Array.from({length: parts + 1}, (_, i) => edge(units, i, parts, cuts));
      expect([edges[0], edges.at(-1)]).toEqual([0, units]);
      expect(edges).toEqual([...edges].sort((a, b) => a - b));
    }
  });

  it("are large first, for two threads as they were measured", () => {
    expect(cutsFor(2).map((cut) => Math.round(100 * cut))).toEqual([0, 22, 44, 60, 76, 87, 95, 100]);
  });
});
