/** `npm start`: the book as it is being written; pages, components and the library reload where they are edited. */
import {spawn} from "node:child_process";
import {join} from "node:path";
import {bake, staleOnes} from "./bake.js";
import {watchLibrary} from "./library.js";
import {ensureCorpora} from "./pageCorpora.js";
import {ensureReference} from "./reference/writeReference.js";
import {root} from "./root.js";
import {environment, observable} from "./run.js";

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
const preview = spawn(process.execPath, [join(root, observable), "preview", "--no-open", ...process.argv.slice(2)], {
  cwd: root,
  env: environment(),
  stdio: "inherit"
});
preview.on("exit", (code) => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => preview.kill(signal));
