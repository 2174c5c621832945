import {pageWorker} from "../../../components/pageWorker.js";

/** The stage's worker, by the name that a debugger shows. The address is written out, for Framework finds it in the text. */
export const attentionWorker = (name: string): Worker =>
  pageWorker(import.meta.resolve("/lib/workers/attention.js"), name);
