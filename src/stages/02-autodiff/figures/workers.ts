import {pageWorker} from "../../../components/pageWorker.js";

/**
 * Workers of the stage, by the name that a debugger shows. `import.meta.resolve` works in preview and build, with the
 * address written out; `new URL` is a 404 in the build.
 */
export const autodiffWorker = (name: string): Worker =>
  pageWorker(import.meta.resolve("/lib/workers/autodiff.js"), name);

/** Trains on tensors: `worker-tensors.ts`. */
export const tensorsWorker = (name: string): Worker =>
  pageWorker(import.meta.resolve("/lib/workers/autodiff-tensors.js"), name);

/** Times products of matrices: `worker-machine.ts`. */
export const machineWorker = (name: string): Worker =>
  pageWorker(import.meta.resolve("/lib/workers/autodiff-machine.js"), name);
