/** The worker of the race through a workbench’s path: the stage as a page’s worker serves it. */
import {serve} from "../../lib/reactive/serve.js";
import {served} from "../../lib/reactive/worker/served.js";
import {bengio} from "../../lib/stages/03-neural-lm/index.js";

serve(self, {bengio: served(bengio, () => () => null, {history: false, memory: {snapshots: 128}})});
