import {defineConfig} from "vitest/config";

export default defineConfig({
  // examples import the library as a reader's project does
  resolve: {alias: {"llm-first-principles": new URL("lib/index.ts", import.meta.url).pathname}},
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/browser/**", "tests/package/**", "node_modules/**"],
    testTimeout: 30_000,
    pool: "forks"
  }
});
