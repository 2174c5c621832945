/** The script of helping threads for programs that run from the sources: Node starts a thread from JavaScript alone. */
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {build} from "esbuild";
import {root} from "./root.js";

/** Bundles a script, the library's own unless it is named, into a file that is there until the process ends. */
export async function helperScript(source = "lib/kernels/threadsHelper.ts"): Promise<URL> {
  const folder = mkdtempSync(join(tmpdir(), "helper-"));
  process.once("exit", () => rmSync(folder, {recursive: true, force: true}));
  const outfile = join(folder, "helper.mjs");
  await build({
    entryPoints: [source],
    absWorkingDir: root,
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "es2022"
  });
  return pathToFileURL(outfile);
}
