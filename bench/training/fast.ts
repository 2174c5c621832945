import {compileFast, fastKernels, type FastModule} from "../../lib/kernels/fastKernels.js";
import {bytes} from "../../lib/kernels/fastBytes.js";
import {decoded, engine, exchangeEngine, type WasmKernels} from "../../lib/kernels/wasm.js";
import type {Measure} from "../suite.js";
import type {Model} from "./models.js";
import {ours as trainer} from "./ours.js";

export const fastModule = (): Promise<FastModule> => compileFast(decoded(bytes));

/** The engine with its products fused, in the same memory. */
export const fused = (module: FastModule, exact: WasmKernels): WasmKernels => ({
  ...exact,
  kernels: {...exact.kernels, ...fastKernels(module, exact)}
});

interface Race {
  readonly suite: string;
  readonly workload: string;
  readonly model: Model;
  /** Steps between which the state stays in the engine. */
  readonly steps: number;
  readonly peer: string;
  readonly rounds?: number;
}

/** A step by one engine beside the same step by another. Both lie in one memory; `exact` is the engine of one thread in it. */
export function engineRace(race: Race, ours: WasmKernels, theirs: WasmKernels, exact: WasmKernels): Measure {
  const {suite, workload, model, steps, peer, rounds} = race;
  const [mine, other] = [trainer(model, steps), trainer(model, steps)];
  const by = (kernels: WasmKernels, step: () => unknown) => () => {
    exchangeEngine(kernels, exact);
    return step();
  };
  return {
    ...{suite, workload, peer, unit: steps === 1 ? "a step" : `${steps} steps`},
    ...(rounds !== undefined && {rounds}),
    ours: by(ours, mine),
    theirs: by(theirs, other)
  };
}

/** A step with fused products beside the exact one, both on one thread. */
export async function fastMeasure(suite: string, model: Model): Promise<Measure> {
  const exact = engine();
  const race = {suite, workload: `${model.name}, fused`, model, steps: 1, peer: "exact"};
  return engineRace(race, fused(await fastModule(), exact), exact, exact);
}
