/** The script of `llmfp report`, with all that it draws with, and its style: beside the compiled library, in build/report. */
import {copyFileSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";
import {root} from "./root.js";

const out = join(root, "build/report");
await build({
  entryPoints: [join(root, "cli/report/page.ts")],
  outfile: join(out, "page.js"),
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  minify: true,
  legalComments: "eof"
});
copyFileSync(join(root, "cli/report/page.css"), join(out, "page.css"));
