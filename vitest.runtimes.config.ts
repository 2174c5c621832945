import {defineConfig} from "vitest/config";

/** `npm run runtimes`: the package in other runtimes, which come from the registry and weigh 200 MB. */
export default defineConfig({
  test: {
    include: ["tests/runtimes/**/*.test.ts"],
    globalSetup: ["tests/package/setup.ts"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    pool: "forks"
  }
});
