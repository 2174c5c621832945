/** `npm start`: the book as it is being written; pages, components and the library reload where they are edited. */
import {parseArgs} from "node:util";
import {bake, staleOnes} from "./bake.js";
import {watchLibrary} from "./library.js";
import {devNotebooks} from "./notebook/devNotebooks.js";
import {ensureCorpora} from "./pageCorpora.js";
import {preview} from "./preview.js";
import {ensureReference} from "./reference/writeReference.js";
import {root} from "./root.js";
import {environment} from "./run.js";

const refreshKept = async (): Promise<void> => bake(await staleOnes());

let computing: Promise<void> | undefined;
let again = false;

/** Facts follow the library: one computation at a time, and one more if something changed meanwhile. */
function refresh(): void {
  if (computing !== undefined) {
    again = true;
    return;
  }
  computing = refreshKept()
    .catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
    .finally(() => {
      computing = undefined;
      if (again) {
        again = false;
        refresh();
      }
    });
}

await watchLibrary(refresh);
ensureCorpora();
await ensureReference();
await refreshKept().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
const {values} = parseArgs({options: {host: {type: "string", default: "127.0.0.1"}, port: {type: "string"}}});
process.chdir(root);
Object.assign(process.env, environment(), {LIVE: "1"});
await preview(devNotebooks().answer, values.host, values.port === undefined ? undefined : Number(values.port));
