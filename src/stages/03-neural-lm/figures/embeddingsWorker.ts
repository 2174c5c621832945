import {pageWorker} from "../../../components/pageWorker.js";

/** The worker of the section on embeddings. The address is written out, for Framework finds it in the text. */
export const embeddingsWorker = (name: string): Worker =>
  pageWorker(import.meta.resolve("/lib/workers/neural-lm-embeddings.js"), name);
