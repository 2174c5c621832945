/** The script of `llmfp report`, with all that it draws with, and its style: beside the compiled library, in build/report. */
import {join} from "node:path";
import {build} from "esbuild";
import {root} from "./root.js";

await build({
  entryPoints: ["page.ts", "page.css"].map((file) => join(root, "cli/report", file)),
  outdir: join(root, "build/report"),
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  minify: true,
  legalComments: "eof"
});
