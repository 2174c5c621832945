/**
 * Module workers of the library, one script for each stage, by the name that a debugger shows. `import.meta.resolve` works
 * in preview and build, with the address written out; `new URL` is a 404 in the build.
 */
export const worker = (name: string): Worker =>
  new Worker(import.meta.resolve("/lib/worker.js"), {type: "module", name});

/** Trains networks of scalars: `src/workers/autodiff.ts`. */
export const autodiffWorker = (name: string): Worker =>
  new Worker(import.meta.resolve("/lib/worker-autodiff.js"), {type: "module", name});

/** Trains on tensors: `src/workers/tensors.ts`. */
export const tensorsWorker = (name: string): Worker =>
  new Worker(import.meta.resolve("/lib/worker-tensors.js"), {type: "module", name});

/** Times products of matrices: `src/workers/machine.ts`. */
export const machineWorker = (name: string): Worker =>
  new Worker(import.meta.resolve("/lib/worker-machine.js"), {type: "module", name});
