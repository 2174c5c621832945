import {pageWorker} from "../../../components/pageWorker.js";

/**
 * The stage's worker, by the name that a debugger shows. Addresses are written out, for Framework finds them in the text; that of
 * the helping threads' script goes along behind a #, since the build renames files.
 */
export const transformerWorker = (name: string): Worker =>
  pageWorker(
    `${import.meta.resolve("/lib/workers/transformer.js")}#${encodeURIComponent(import.meta.resolve("/lib/threadsHelper.js"))}`,
    name
  );

/** Times a step on one thread and on several: `worker-threads.ts`. */
export const threadsWorker = (name: string): Worker =>
  pageWorker(
    `${import.meta.resolve("/lib/workers/transformer-threads.js")}#${encodeURIComponent(import.meta.resolve("/lib/threadsHelper.js"))}`,
    name
  );

/** Stage 3’s worker, for what a transformer is compared with. */
export const networkWorker = (name: string): Worker =>
  pageWorker(import.meta.resolve("/lib/workers/neural-lm.js"), name);
