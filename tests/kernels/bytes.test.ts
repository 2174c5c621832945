import {gzipSync} from "node:zlib";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {bytesModule, compileKernels} from "../../tools/kernels.js";
import {root} from "../../tools/root.js";

const committed = readFileSync(join(root, "lib/kernels/bytes.ts"), "utf8");

describe("the compiled kernels", () => {
  it("are what the sources give", async () => {
    expect(bytesModule(await compileKernels()) === committed, "run `npm run kernels`").toBe(true);
  }, 120_000);

  it("cost a page at most 40 kB", () => {
    expect(gzipSync(committed).length).toBeLessThanOrEqual(40_000);
  });
});
