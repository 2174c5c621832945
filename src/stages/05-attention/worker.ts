/** What runs in the worker of stage 5: small transformers that learn a task, of which the heads are seen. */
import {serve, served} from "/lib/index.js";
import {transformerLm} from "/lib/stages/transformer.js";
import {taskSeen} from "./model/taskSeen.js";

/** Metrics are costly, so they are measured only at the frames that are asked for. */
const stages = {
  transformer: served(
    transformerLm,
    (opened) =>
      ({state}) =>
        taskSeen(opened, state.params),
    {
      history: false,
      memory: {snapshots: 8}
    }
  )
};

serve(self, stages);
