import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/browser/**", "tests/package/**", "node_modules/**"],
    testTimeout: 30_000,
    pool: "forks"
  }
});
