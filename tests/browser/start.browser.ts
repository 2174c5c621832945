import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {steps} from "../../src/components/diagnostic/steps.js";
import {open} from "./open.js";

const right = (i: number): string => steps[i]!.options.find((option) => option.right === true)!.text;

describe("where to begin", () => {
  it("ends after two that were missed in a row, and leads to the first of them", async () => {
    const {page, problems, close} = await open("start");
    try {
      const test = page.locator(".diagnostic");
      await test.getByRole("button", {name: "Next"}).click();
      expect(await test.locator(".verdict").textContent()).toContain("Choose an answer first");
      await test.getByText(right(0), {exact: true}).click();
      await test.getByRole("button", {name: "Next"}).click();
      await test.getByRole("button", {name: "I do not know"}).click();
      await test.getByRole("button", {name: "I do not know"}).click();
      expect(await test.locator(".verdict").textContent()).toContain("1 of 3 were right.");
      await test.locator(".verdict b a").click();
      await page.waitForURL((url) => url.pathname.endsWith(steps[1]!.page));
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });

  it("can be answered by keyboard alone, to the end, and taken once more", async () => {
    const {page, problems, close} = await open("start", {viewport: {width: 390, height: 844}});
    try {
      const test = page.locator(".diagnostic");
      await test.locator("input").first().focus();
      for (const [i, {options}] of steps.entries()) {
        expect(await test.locator("legend").textContent()).toContain(`${i + 1} of ${steps.length}`);
        const at = options.findIndex((option) => option.right === true);
        await page.keyboard.press("Space");
        for (let press = 0; press < at; press++) await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
      }
      expect(await test.locator(".verdict").textContent()).toContain(`${steps.length} of ${steps.length} were right.`);
      await page.keyboard.press("Enter");
      expect(await test.locator("legend").textContent()).toContain("1 of");
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});

describe("a teacher’s sheet", () => {
  it("is made of a stage’s exercises when it is asked for, in both forms", async () => {
    const {page, problems, close} = await open("start");
    try {
      for (const [label, name, has] of [
        ["To print", "stage-2-teacher.md", "# Stage 2, Automatic differentiation: a teacher’s sheet"],
        ["For Moodle", "stage-2-teacher.gift.txt", "$CATEGORY: Stage 2 Automatic differentiation/Before"]
      ] as const) {
        const saved = page.waitForEvent("download");
        await page.getByRole("button", {name: `${label}: the sheet of stage 2`}).click();
        const file = await saved;
        expect(file.suggestedFilename()).toBe(name);
        const copy = join(mkdtempSync(join(tmpdir(), "sheet-")), name);
        await file.saveAs(copy);
        expect(readFileSync(copy, "utf8")).toContain(has);
        await page.getByText(new RegExp(`Saved ${name}, with \\d+ questions`)).waitFor();
      }
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});

describe("the reference", () => {
  it("finds a name by any part of it, hides what has none, and leads to its entry", async () => {
    const {page, problems, close} = await open("api/");
    try {
      await page.getByRole("searchbox", {name: "Find a name"}).fill("adamW");
      const shown = page.locator(".api-names a:visible");
      const names = await shown.allTextContents();
      expect(names).toContain("adamwChain");
      expect(names.every((name) => name.toLowerCase().includes("adamw"))).toBe(true);
      expect(await page.locator("h2:visible").count()).toBe(1);
      expect(await page.locator(".api-filter output").textContent()).toBe(`${names.length} names`);
      await shown.getByText("adamwChain", {exact: true}).click();
      await page.waitForURL(/\/api\/optim#adamwChain$/);
      expect(await page.locator("#adamwChain").isVisible()).toBe(true);
      await page.goBack();
      await page.getByRole("searchbox", {name: "Find a name"}).fill("");
      expect(await page.locator("h2:visible").count()).toBeGreaterThan(15);
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});
