/** Exercises whose code may call tensors and transformers: what runs in Node in other tests also runs where readers run it. */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {findExercises} from "../../src/components/exercise/findExercises.js";
import {root} from "../../tools/root.js";
import {codeExercises} from "../codeExercises.js";
import {open, pagePaths} from "./open.js";

const named = codeExercises.filter(({face}) => face === "transformer");

/** Pages that have such exercises, with those that need no more than seconds. */
const pages = pagePaths
  .filter((path) => path.startsWith("stages/"))
  .flatMap((path) => {
    const text = readFileSync(join(root, "src", `${path.replace(/\/$/, "/index")}.md`), "utf8");
    const names = findExercises(`/${path}`, text).map(({name}) => name);
    const own = named.filter(({name, seconds = 0}) => names.includes(name) && seconds <= 20);
    return own.length === 0 ? [] : [[path, own] as const];
  });

describe("the code exercises that call tensors", () => {
  it("are on pages", () => expect(pages.length).toBeGreaterThan(0));

  it.each(pages)("of /%s accept their solutions in the browser’s sandbox", async (path, own) => {
    const {page, close} = await open(path);
    try {
      for (const {name, solution} of own) {
        const node = page.locator(`[data-exercise="${name}"]`);
        await node.locator("textarea").fill(solution);
        const verdict = await node.evaluate(async (element: HTMLElement) => {
          element.querySelector<HTMLButtonElement>(".button.primary")?.click();
          while (element.dataset["status"] === "running") await new Promise((resolve) => setTimeout(resolve, 10));
          return element.querySelector(".verdict")?.textContent ?? "";
        });
        expect(verdict, name).toMatch(/tests? pass/);
      }
    } finally {
      await close();
    }
  });
});
