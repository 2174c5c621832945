/** Exercises of a page that is open as a notebook: all kinds are checked there as on the page, and say where they count. */
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {answers, find} from "../../src/components/exercise/question.js";
import {exercises} from "../../src/stages/00-prelude/exercises/logarithms.js";
import {questions} from "../../src/stages/00-prelude/exercises/logarithmsQuestions.js";

import {exercises as parts} from "../../src/stages/06-transformer/exercises/exercisesParts.js";
import {closeBrowser, notebookPage, type NotebookPage} from "./notebookPage.js";

const PATH = "stages/00-prelude/logarithms";
const code = find(exercises, "write", "logarithms-log-sum-exp");

let notebook: NotebookPage;
beforeAll(async () => {
  notebook = await notebookPage(PATH, {height: 6000});
  await notebook.page.getByText("Edit this page").click();
  await notebook.frame.locator(".cell").first().waitFor();
});
afterAll(async () => {
  await notebook.close();
  await closeBrowser();
});

const body = (name: string) => notebook.frame.locator(`[data-exercise="${name}"]`);
const verdictOf = (name: string, text: RegExp) => body(name).locator(".verdict").getByText(text).waitFor();

describe("in a notebook, an exercise", () => {
  it("in which a function is written runs it, and judges what it gives", async () => {
    const {name, solution, wrong, functionName} = code;
    const attempt = async (source: string, verdict: RegExp) => {
      await body(name).locator("textarea").fill(source);
      await body(name).getByText("Run the tests").click();
      await verdictOf(name, verdict);
    };
    await attempt(solution, /Right\./);
    for (const one of wrong) await attempt(one.code, /Not yet\./);
    await attempt(`function ${functionName}() { console.log("seen"); while (true) {} }`, /no answer/);
    await attempt("function (", /Not yet\.|can’t/);
    await attempt(`function ${functionName}() { console.log("seen"); return 1 }`, /should be/);
    expect(await body(name).locator(".console").innerText()).toContain("seen");
    await attempt(solution, /Right\./);
    expect(notebook.problems).toEqual([]);
  });

  it("whose code calls the library has it", async () => {
    const {name, solution} = find(parts, "write", "parts-swiglu");
    const {page, frame, open, problems, close} = await notebookPage(PATH);
    await open([
      'import {write} from "/components/exercise/write.js"',
      'import {exercises} from "/stages/06-transformer/exercises/exercisesParts.js"',
      `write(exercises, "${name}")`
    ]);
    await frame.locator(".exercise-body textarea").fill(solution);
    await frame.getByText("Run the tests").click();
    await frame
      .locator(".verdict")
      .getByText(/^Right\./)
      .waitFor();
    expect(problems).toEqual([]);
    expect(await page.locator("iframe").count()).toBe(1);
    await close();
  });

  it("that asks for a choice, a number or a guess answers", async () => {
    const on = (kind: string) => questions.filter((one) => one.kind === kind);
    for (const question of on("choose")) {
      if (question.kind !== "choose") continue;
      for (const {text, right = false} of question.options) {
        await body(question.name).getByText(text, {exact: true}).click();
        await body(question.name).getByText("Check", {exact: true}).click();
        await verdictOf(question.name, right ? /^Right\./ : /^Not yet\./);
      }
    }
    for (const question of on("compute")) {
      if (question.kind !== "compute") continue;
      const right = question.answer();
      expect(answers(question, right)).toBe(true);
      await body(question.name).locator("input").fill(String(right));
      await body(question.name).locator("input").press("Enter");
      await verdictOf(question.name, /^Right\./);
    }
    for (const {name} of on("predict")) {
      await body(name).getByText("Reveal", {exact: true}).click();
      await verdictOf(name, /Revealed\./);
    }
    expect(new Set(questions.map(({kind}) => kind)).size).toBe(3);
    expect(notebook.problems).toEqual([]);
  });

  it("leads to itself on the page, where it counts", async () => {
    const {page} = notebook;
    await body(code.name).getByText("On the page").click();
    await page.locator(`#observablehq-main > * [data-exercise="${code.name}"]`).waitFor();
    expect(new URL(page.url()).hash).toBe(`#${code.name}`);
    expect(await page.locator("iframe.notebook-frame").count()).toBe(0);
    await expect
      .poll(
        () =>
          page
            .locator(`[data-exercise="${code.name}"]`)
            .evaluate((one) => one.getBoundingClientRect().top < innerHeight),
        {timeout: 10_000}
      )
      .toBe(true);
  });
});
