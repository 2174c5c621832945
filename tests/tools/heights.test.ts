import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {filesIn} from "../../tools/filesIn.js";
import {slotsOf, type Heights} from "../../tools/heights.js";
import {root} from "../../tools/root.js";
import {stageFolders} from "../../tools/stageFolders.js";

/** Pixels: what is still on its way is a line high, and all that slots hold is higher. */
const SMALLEST = 60;

it("every slot of every page has room that was measured, and no room is kept for what is gone", () => {
  const faults = stageFolders.flatMap(({slug}) => {
    const kept = JSON.parse(readFileSync(join(root, `src/stages/${slug}/heights.json`), "utf8")) as Heights;
    return filesIn(`src/stages/${slug}`, /\.md$/).flatMap((file) => {
      const page = file.slice(file.lastIndexOf("/") + 1, -".md".length);
      const slots = slotsOf(readFileSync(join(root, file), "utf8"));
      const heights = Object.keys(kept[page] ?? {});
      return [
        ...slots.filter((slot) => !heights.includes(slot)).map((slot) => `${file}: ${slot} was never measured`),
        ...Object.entries(kept[page] ?? {})
          .filter(([, {slot}]) => Math.min(...slot) < SMALLEST)
          .map(([slot]) => `${file}: ${slot} was measured before it was there`),
        ...heights.filter((slot) => !slots.includes(slot)).map((slot) => `${file}: ${slot} is not there`)
      ];
    });
  });
  expect(faults, "run `npm run measure`").toEqual([]);
});
