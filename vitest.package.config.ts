import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/package/**/*.test.ts"],
    globalSetup: ["tests/package/setup.ts"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    pool: "forks"
  }
});
