/** The script of `llmfp report`, with all that it draws with, its style, and the licenses of what is in it: beside the compiled library, in build/report. */
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";
import {bundledOf} from "./licenses/bundled.js";
import {licensesText} from "./licenses/licensesText.js";
import {root} from "./root.js";

const {metafile} = await build({
  absWorkingDir: root,
  metafile: true,
  entryPoints: ["page.ts", "page.css"].map((file) => join(root, "cli/report", file)),
  outdir: join(root, "build/report"),
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  minify: true,
  legalComments: "eof"
});
const folders = bundledOf(metafile).flatMap(({packages}) => packages.map((folder) => join(root, folder)));
const intro = "What others made and the script of llmfp report has in it, which every report carries.";
writeFileSync(join(root, "build/report/licenses.txt"), licensesText(intro, folders));
