/** What runs in the worker of the section on embeddings: training, of which the table of vectors is seen. */
import {serve, served} from "/lib/index.js";
import {bengio} from "/lib/stages/neural-lm.js";
import {vectorsSeen} from "./model/vectorsSeen.js";

/** Metrics are costly, so they are measured only at the frames that are asked for. */
const stages = {bengio: served(bengio, (opened) => vectorsSeen(opened), {history: false, memory: {snapshots: 8}})};

serve(self, stages);
