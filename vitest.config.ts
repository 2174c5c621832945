import {defineConfig} from "vitest/config";
import {sourceOf} from "./tools/site-sources.js";

export default defineConfig({
  // examples import the library as a reader's project does, and the site's programs as its pages do
  plugins: [{name: "site", enforce: "pre", resolveId: (id) => sourceOf(id)}],
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/browser/**", "tests/package/**", "tests/runtimes/**", "**/node_modules/**"],
    testTimeout: 30_000,
    pool: "forks",
    maxWorkers: 2, // of two cores, one would be taken else
    isolate: false // modules keep no state, so that files can share them: a third of the time
  }
});
