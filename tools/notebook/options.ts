import type {BuildOptions} from "esbuild";
import {root} from "../root.js";

/** What all bundles of notebooks share. */
export const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
  loader: {".css": "empty"},
  define: {"process.env.NODE_ENV": '"production"'}
} satisfies BuildOptions;
