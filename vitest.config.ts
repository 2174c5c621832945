import {fileURLToPath} from "node:url";
import {defineConfig} from "vitest/config";

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // examples import the library as a reader's project does, and components what the site bundles, as tsconfig.json says
  resolve: {
    alias: [
      {find: /^llm-first-principles$/, replacement: file("lib/index.ts")},
      {find: /^llm-first-principles\/(scalar|tensor)$/, replacement: `${file("lib")}/$1.ts`},
      {find: /^\/lib\/(index|scalar|tensor)\.js$/, replacement: `${file("lib")}/$1.ts`},
      {find: /^\/lib\/(rxjs|d3|graph)\.js$/, replacement: `${file("tools")}/$1-entry.ts`}
    ]
  },
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/browser/**", "tests/package/**", "node_modules/**"],
    testTimeout: 30_000,
    pool: "forks"
  }
});
