/**
 * What costs a page more than one load, or hundreds of keys: every control, history, reload, the address, the keyboard alone, a phone's
 * first sight, hostile texts. It runs for one page of each kind and for those that are being edited; `npm run test:all` runs
 * all.
 */
import type {Locator} from "playwright-core";
import {describe, it} from "vitest";
import {OF_SIGHT, violations} from "./checks/axe.js";
import {CONTROLS, idleControls, keyboardFaults, moveControls, values} from "./checks/controls.js";
import {fill, hostile, pwned} from "./checks/hostile.js";
import {deepPaths} from "./deepPaths.js";
import {figureDone, figureNames, figuresDone, open, seenBy} from "./open.js";

describe.concurrent.each(deepPaths().map((path) => [path]))("/%s, deeply", (path) => {
  it("stands still on a phone from the first sight on, and can be read in the dark", async ({expect}) => {
    const {page, problems, close} = await open(path, {viewport: {width: 390, height: 844}, colorScheme: "dark"});
    try {
      await page.waitForTimeout(500);
      const {shift} = await seenBy(page);
      const states = await figuresDone(page);
      expect.soft([...states].filter(([, state]) => state === "error")).toEqual([]);
      expect.soft(shift).toBeLessThanOrEqual(0.02);
      expect.soft((await violations(page, OF_SIGHT)).join("\n"), "dark, on a phone").toBe("");
      expect.soft(problems).toEqual([]);
    } finally {
      await close();
    }
  });

  it("lives in the address and under the keys: back, forward, reload, and a link without settings", async ({
    expect
  }) => {
    const {page, problems, close} = await open(path, {reducedMotion: "reduce"});
    try {
      const figures: {readonly name: string; readonly figure: Locator; readonly defaults: readonly string[]}[] = [];
      await figuresDone(page); // those that come late too
      for (const name of await figureNames(page)) {
        const figure = page.locator(`figure[data-figure="${name}"]`);
        await figureDone(page, name);
        if ((await figure.locator(CONTROLS).count()) === 0) continue;
        figures.push({name, figure, defaults: await values(figure)});
        await moveControls(page, figure);
        await figureDone(page, name);
        const moved = await values(figure);
        await page.evaluate(() => history.back());
        await expect.poll(() => values(figure), {message: `${name}: values after Back`}).not.toEqual(moved);
        await page.evaluate(() => history.forward());
        await expect.poll(() => values(figure), {message: `${name}: values after Forward`}).toEqual(moved);
      }
      const set = await Promise.all(figures.map(({figure}) => values(figure)));
      await page.reload({waitUntil: "load"});
      for (const [i, {name, figure}] of figures.entries()) {
        await figureDone(page, name);
        expect(await values(figure), `${name}: values after a reload`).toEqual(set[i]);
      }
      // the history outlives a reload, too
      const last = figures.at(-1);
      if (last !== undefined) {
        await page.evaluate(() => history.back());
        await expect
          .poll(() => values(last.figure), {message: `${last.name}: values after Back`})
          .not.toEqual(set.at(-1));
      }
      await page.goto(page.url().replace(/\?.*/, ""), {waitUntil: "load"});
      for (const {name, figure, defaults} of figures) {
        await figureDone(page, name);
        expect(await values(figure), `${name}: values without an address`).toEqual(defaults);
        expect.soft(await keyboardFaults(page, figure), `${name}: by keyboard alone`).toEqual([]);
      }
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });

  // some train a model at each change, and the capstone four
  it("has figures of which every control changes something", {timeout: 600_000}, async ({expect}) => {
    const {page, problems, close} = await open(path, {reducedMotion: "reduce"});
    try {
      await figuresDone(page);
      for (const name of await figureNames(page)) {
        const figure = page.locator(`figure[data-figure="${name}"]`);
        if ((await figure.locator(CONTROLS).count()) === 0) continue;
        await figureDone(page, name);
        expect.soft(await idleControls(page, figure), `${name}: controls that change nothing`).toEqual([]);
      }
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });

  it("runs nothing, asks for nothing and refuses nothing, whatever is typed, pasted or linked", async ({expect}) => {
    const {page, problems, close} = await open(path, {reducedMotion: "reduce"});
    try {
      await figuresDone(page);
      await fill(page, hostile);
      // the reader's own text: everything at once, where the page takes one
      for (const own of await page.locator(".control.text-source").all()) {
        await own.locator("select").selectOption("own");
        await own.locator("textarea").fill(hostile.join("\n"));
        await own.getByRole("button", {name: "Use this text"}).click();
      }
      await figuresDone(page);
      const names = await page.$$eval("figure[data-figure]", (figures) =>
        figures.map((figure) => figure.getAttribute("data-figure"))
      );
      const query = new URLSearchParams(
        names.flatMap((name) =>
          ["text", "context", "source", "time", "order"].map((control, i) => [`${name}.${control}`, hostile[i] ?? ""])
        )
      );
      if (names.length > 0 && path !== "404") {
        await page.goto(
          `${page.url().replace(/[?#].*/, "")}?${query.toString()}#${encodeURIComponent(hostile[0] ?? "")}`,
          {waitUntil: "networkidle"}
        );
        const states = await figuresDone(page);
        expect.soft([...states].filter(([, state]) => state === "error")).toEqual([]);
      }
      expect(await pwned(page)).toBeUndefined();
      expect((await seenBy(page)).violations).toEqual([]);
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});
