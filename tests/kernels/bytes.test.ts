import {gzipSync} from "node:zlib";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {bytesModule, compileModule, wasmModules} from "../../tools/kernels.js";
import {root} from "../../tools/root.js";

const committed = (file: string): string => readFileSync(join(root, file), "utf8");

describe("the compiled kernels", () => {
  it.each(wasmModules())(
    "in $file are what $sources gives",
    async (module) => {
      const made = bytesModule(module, await compileModule(module));
      expect(made === committed(module.file), "run `npm run kernels`").toBe(true);
    },
    120_000
  );

  it("cost a page at most 40 kB", () => {
    expect(gzipSync(committed("lib/kernels/bytes.ts")).length).toBeLessThanOrEqual(40_000);
  });
});
