import {defineConfig} from "vitest/config";
import {sourceOf} from "./tools/site-sources.js";

export default defineConfig({
  plugins: [{name: "site", enforce: "pre", resolveId: (id) => sourceOf(id)}], // as vitest.config.ts
  test: {include: ["tests/interop/**/*.interop.ts"], testTimeout: 120_000, hookTimeout: 60_000, pool: "forks"}
});
