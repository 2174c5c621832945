import {pageWorker} from "../../../components/pageWorker.js";
import {asksFast, FAST} from "../../../components/workbench/fastSwitch.js";

/**
 * The stage's worker, by the name that a debugger shows. Addresses are written out, for Framework finds them in the text; that of
 * the helping threads' script goes along behind a #, since the build renames files.
 */
export const transformerWorker = (name: string): Worker =>
  pageWorker(
    `${import.meta.resolve("/lib/workers/transformer.js")}#${encodeURIComponent(import.meta.resolve("/lib/threadsHelper.js"))}`,
    name
  );

/** The same, with fused products where the reader has asked for them on this page: for what says so of its runs. */
export const benchWorker = (name: string): Worker =>
  pageWorker(
    `${import.meta.resolve("/lib/workers/transformer.js")}#${encodeURIComponent(import.meta.resolve("/lib/threadsHelper.js"))}${asksFast() ? FAST : ""}`,
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
