/** A module worker of the library. `import.meta.resolve` works in preview and build; `new URL` is a 404 in the build. */
export const worker = (name: string): Worker =>
  new Worker(import.meta.resolve("/lib/worker.js"), {type: "module", name});
