/** A reader who follows a link to the end of a page finds it whole: what waits for a reader to come near does not wait for ever. */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, it} from "vitest";
import {filesIn} from "../../tools/filesIn.js";
import {root} from "../../tools/root.js";
import {stageFolders} from "../../tools/stageFolders.js";
import {open} from "./open.js";

/** The anchor of the last heading of a page: an exercise page has no section of that name. */
const lastOf = (file: string): string => {
  const headings = [...readFileSync(join(root, file), "utf8").matchAll(/^## (.+)$/gm)];
  return headings
    .at(-1)![1]!
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .trim()
    .replace(/\s+/g, "-");
};

const waiting = stageFolders
  .flatMap(({slug}) => filesIn(`src/stages/${slug}`, /\.md$/))
  .filter((file) => readFileSync(join(root, file), "utf8").includes("whenNear("))
  .map((file) => [file.replace(/^src\/|\.md$/g, "").replace(/\/index$/, "/"), lastOf(file)] as const);

describe.concurrent.each(waiting)("/%s, by a link to its end", (path, last) => {
  it("leaves nothing on its way", async ({expect}) => {
    const {page, problems, close} = await open(`${path}#${last}`, {reducedMotion: "reduce"});
    try {
      const still = () => page.$$eval("observablehq-loading", (nodes) => nodes.length);
      await expect.poll(still, {timeout: 30_000, message: "parts that are still loading"}).toBe(0);
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});
