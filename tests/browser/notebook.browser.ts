/** Pages as notebooks: every one opens and runs; cells follow each other, are kept, shared, taken away and brought back. */
import {execFile} from "node:child_process";
import {readFileSync, writeFileSync, mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {cellsOfPage, frameworkPage} from "../../src/components/notebook/frameworkPage.js";
import {notebookOf} from "../../tools/notebook/cellsOfSource.js";
import {violations} from "./checks/axe.js";
import {closeBrowser, notebookPage, type NotebookPage} from "./notebookPage.js";
import {pagePaths} from "./open.js";
import {sampled} from "./sample.js";

const PATH = "playground/markov";
/** All are made the same way: one with a text, one with workers, and two pages of stages. */
const opened = sampled(
  pagePaths.filter((path) => /^(playground|stages)\//.test(path)),
  ["playground/markov", "playground/transformer", "stages/02-autodiff/derivatives", "stages/06-transformer/block"]
);

afterAll(closeBrowser);

describe.each(opened)("/%s as a notebook", (path) => {
  it("runs all its cells, quietly, and can be read by everybody", async () => {
    const {page, frame, problems, inFrame, close} = await notebookPage(path, {height: 6000});
    await page.getByText("Edit this page").click();
    await frame.locator(".cell").first().waitFor();
    await expect.poll(() => frame.locator("observablehq-loading, .fig[data-status=running]").count()).toBe(0);
    await page.waitForTimeout(3000);
    expect(await frame.locator(".observablehq--error, .said:not(:empty)").allInnerTexts()).toEqual([]);
    expect(await frame.locator(".cell").count()).toBeGreaterThan(10);
    expect.soft((await violations(inFrame())).join("\n")).toBe("");
    expect.soft((await violations(page)).join("\n")).toBe("");
    expect(problems).toEqual([]);
    await page.setViewportSize({width: 360, height: 6000});
    await page.waitForTimeout(500);
    const wide = await inFrame().evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await close();
  });
});

describe("cells", () => {
  let notebook: NotebookPage;
  beforeAll(async () => {
    notebook = await notebookPage(PATH);
  });
  afterAll(() => notebook.close());

  it("recompute what depends on an edit, and only that", async () => {
    const {open, shows, write, output} = notebook;
    await open([
      "const a = 1",
      "globalThis.b = (globalThis.b ?? 0) + 1; a * 10",
      "globalThis.b = (globalThis.b ?? 0) + 1; display(a * 10)",
      "globalThis.c = (globalThis.c ?? 0) + 1; display('once')",
      "[globalThis.b, globalThis.c]"
    ]);
    await shows(2, /10/);
    await write(0, "const a = 5");
    await shows(2, /50/);
    await write(4, "[globalThis.b, globalThis.c, 'now']");
    await shows(4, /now/);
    expect((await output(4)).replace(/\s+/g, " ")).toContain("[4, 1,");
  });

  it("wait for promises, take the values of generators and of controls, and free what is replaced", async () => {
    const {open, shows, output, write, frame} = notebook;
    await open([
      "const later = new Promise((ok) => setTimeout(ok, 50, 'later'))",
      "later.toUpperCase()",
      "const n = (function* () { for (let i = 0; ; i++) yield i; })()",
      "n + 0",
      'const r = view(Inputs.range([0, 10], {step: 1, value: 3, label: "r"}))',
      "r * r",
      "r; invalidation.then(() => (globalThis.gone = (globalThis.gone ?? 0) + 1)); display('alive')",
      "const word = view(Inputs.text({submit: true, label: 'word'}))",
      "word + '!'",
      "Plot.plot({marks: [Plot.dotX([1, 2, r])]})"
    ]);
    await shows(1, /LATER/);
    const before = Number(await output(3));
    await expect.poll(async () => Number(await output(3))).toBeGreaterThan(before);
    await shows(5, /9/);
    await frame.locator("input[type=number]").fill("5");
    await frame.locator("input[type=number]").press("Enter");
    await shows(5, /25/);
    await write(3, "globalThis.gone");
    await shows(3, /1/);
    await frame.locator("input[type=text]").fill("hello");
    await frame.locator("form button").first().click();
    await shows(8, /hello!/);
    await expect.poll(() => frame.locator("svg circle").count()).toBe(3);
    expect(notebook.problems).toEqual([]);
  });

  it("keep their errors to themselves, and their last good value", async () => {
    const {open, shows, write, output, problems} = notebook;
    await open(["const a = 1", "a + 1", "throw new Error('mine')", "const q = (", "nobody + 1", "a + 2"]);
    await shows(2, /mine/);
    await shows(3, /SyntaxError/);
    await shows(4, /nobody is not defined/);
    await shows(5, /3/);
    await write(0, "const a = (");
    await shows(0, /SyntaxError/);
    expect(await output(1)).toBe("2");
    await write(2, "const a = 2");
    await shows(1, /defined more than once/);
    await write(2, "0");
    await write(0, "const a = 6");
    await shows(1, /^7/);
    problems.length = 0;
  });

  it("may be TypeScript, Markdown, HTML and TeX", async () => {
    const {open, shows, frame, problems} = notebook;
    const as = (mode: "ts" | "md" | "html" | "tex", value: string) => ({mode, value, pinned: false});
    await open([
      as("ts", "const x: number = 20 + 1;"),
      as("md", "**bold** ${x}"),
      as("html", "<i>one</i> ${x} `tick`<p>two</p>"),
      as("tex", "x = ${x}^2")
    ]);
    await shows(1, /bold 21/);
    await shows(2, /one 21 `tick`/);
    await frame.locator(".katex").waitFor();
    expect(problems).toEqual([]);
  });

  it("import what the book has, and say what it has not", async () => {
    const {open, shows, problems} = notebook;
    await open([
      'import {entropy} from "/lib/index.js"',
      'import {entropy as same} from "llm-first-principles"',
      "entropy([0.5, 0.5]) + (entropy === same ? ' same' : ' another')",
      'import {timer} from "rxjs"',
      "typeof timer",
      'import {nothing} from "npm:left-pad"',
      'import {missing} from "npm:d3"',
      'FileAttachment("../secret.txt").text()'
    ]);
    await shows(2, /0\.693\d* same/);
    await shows(4, /function/);
    await shows(5, /not among the modules/);
    await shows(6, /export 'missing' not found/);
    await shows(7, /not among the files/);
    problems.length = 0;
  });

  it("are added, moved, hidden, deleted, reset, and all of it is undone", async () => {
    const {page, frame, cell, write, shows, output, button, problems} = notebook;
    const codes = () =>
      frame.locator(".cell textarea").evaluateAll((all) => all.map((area) => (area as HTMLTextAreaElement).value)); // what stands there
    await notebook.open(["const a = 1", "a + 1", "a + 2"]);
    await shows(1, /2/);
    const act = async (index: number, name: string) => {
      await cell(index).hover();
      await cell(index).getByLabel(name).click();
    };
    await act(0, "Add a cell below");
    await write(1, "a + 100");
    await shows(1, /101/);
    await act(1, "Move up");
    expect(await codes()).toEqual(["a + 100", "const a = 1", "a + 1", "a + 2"]);
    expect(await output(0)).toBe("101");
    await act(1, "Delete this cell");
    await shows(0, /a is not defined/);
    await button("Undo").click();
    await shows(0, /101/);
    await button("Undo").click();
    expect(await codes()).toEqual(["const a = 1", "a + 100", "a + 1", "a + 2"]);
    await button("Redo").click();
    expect(await codes()).toEqual(["a + 100", "const a = 1", "a + 1", "a + 2"]);
    await act(2, "Show or hide the code");
    expect(await cell(2).locator("textarea").isVisible()).toBe(false);
    await page.waitForTimeout(600);
    problems.length = 0;
  });
});

describe("cells in odd states", () => {
  let notebook: NotebookPage;
  beforeAll(async () => {
    notebook = await notebookPage(PATH);
  });
  afterAll(() => notebook.close());

  it("may be empty, and give nothing any more", async () => {
    const {open, shows, write, output, problems} = notebook;
    await open(["", "const a = 1", "a + 1"]);
    await shows(2, /^2/);
    expect(await output(0)).toBe("");
    await write(1, "");
    await shows(2, /a is not defined/);
    problems.length = 0;
  });

  it("say so where two of them give the same name", async () => {
    const {open, shows, write, cell, problems} = notebook;
    await open(["const a = 1", "const a = 2", "3"]);
    await shows(0, /Another cell defines a/);
    await shows(1, /Another cell defines a/);
    await write(1, "const b = 2");
    await expect.poll(() => cell(0).locator(".said").innerText()).toBe("");
    expect(await cell(1).locator(".said").innerText()).toBe("");
    problems.length = 0;
  });

  it("do not wait for what was edited away", async () => {
    const {open, shows, write} = notebook;
    await open(["const slow = await new Promise(() => {})", "slow + '!'", "slow.length"]);
    await write(0, "const slow = 'new'");
    await shows(1, /new!/);
    await shows(2, /^3/);
  });

  it("may be two hundred, and follow an edit of the first", async () => {
    const {open, shows, write} = notebook;
    await open(
      Array.from({length: 200}, (_, i) => (i === 0 ? "const v0 = 1" : `const v${i} = v${i - 1} + 1; display(v${i})`))
    );
    await shows(199, /^200/);
    await write(0, "const v0 = 101");
    await shows(199, /^300/);
  });
});

describe("the keyboard", () => {
  it("reaches everything that can be done with a cell, and stays with it", async () => {
    const {page, open, shows, cell, frame, close} = await notebookPage(PATH);
    await open(["const a = 1", "a + 1", "a + 2"]);
    await cell(1).locator("textarea").focus();
    const focused = () => frame.locator(":focus").getAttribute("aria-label");
    const until = async (label: string) => {
      for (let i = 0; i < 12 && (await focused()) !== label; i++) await page.keyboard.press("Tab");
      expect(await focused()).toBe(label);
    };
    await until("Move up");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("Move up");
    await shows(0, /2/);
    await until("Delete this cell");
    await page.keyboard.press("Enter");
    expect(await frame.locator(".cell").count()).toBe(2);
    expect(await focused()).toBe("Show or hide the code"); // of the cell that took its place
    await close();
  });
});

describe("a notebook", () => {
  let notebook: NotebookPage;
  const start = async () => {
    await notebook.page.getByText("Edit this page").click();
    await notebook.frame.locator(".cell").first().waitFor();
  };
  const downloaded = async (page: Page, name: string): Promise<string> => {
    await page.locator(".notebook-away summary").click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByText(name).click()]);
    await page.locator(".notebook-away summary").click();
    return readFileSync(await download.path(), "utf8");
  };
  const bring = async (name: string, text: string) => {
    const file = join(mkdtempSync(join(tmpdir(), "notebook-")), name);
    writeFileSync(file, text);
    await notebook.page.locator("input[type=file]").setInputFiles(file);
    await expect.poll(notebook.status).toMatch(/not run/);
    await notebook.frame.locator(".cells.at-rest .cell").first().waitFor();
  };
  beforeAll(async () => {
    notebook = await notebookPage(PATH);
  });
  afterAll(() => notebook.close());

  it("is kept in the browser, cell by cell reset, and forgotten when the reader says so", async () => {
    const {page, frame, cell, shows, write, button} = notebook;
    await start();
    await shows(11, /945 tokens/);
    await write(6, "const batchSize = 7;\nconst config = {corpus, tokenizer, order, smoothing: {method}, batchSize};");
    await shows(11, /7 tokens/);
    await page.waitForTimeout(800);
    await page.reload();
    await frame.locator(".cell").first().waitFor(); // the address says that it is open
    await shows(11, /7 tokens/);
    await cell(6).hover();
    await cell(6).getByLabel("As it was written").click();
    await shows(11, /945 tokens/);
    await cell(11).hover();
    await cell(11).getByLabel("Show or hide the code").click();
    await write(11, "<p>mine</p>");
    await shows(11, /mine/);
    await button("As the book has it").click();
    await shows(11, /945 tokens/);
    await page.waitForTimeout(800);
    await page.goto(page.url().replace(/#.*/, ""));
    await page.reload();
    await start();
    await shows(11, /945 tokens/);
  });

  it("keeps what was typed last when the page is left at once, and opens again on the way forward", async () => {
    const {page, open, frame} = notebook;
    await open(["display('first')"]);
    await frame.locator("textarea").fill("display('typed last')");
    await page.reload();
    await frame.locator(".cell").first().waitFor();
    expect(await frame.locator("textarea").first().inputValue()).toBe("display('typed last')");
    await page.goto(new URL(PATH, inject("site")).href);
    await page.reload();
    await start();
    await page.goBack();
    await page.locator(".lede").waitFor();
    expect(await page.locator("iframe.notebook-frame").count()).toBe(0);
    await page.goForward();
    await frame.locator(".cell").first().waitFor();
    expect(page.url()).toMatch(/#notebook$/);
  });

  it("that came damaged says so, and is the one that is known here", async () => {
    const {page, frame, status} = notebook;
    await page.goto("about:blank");
    await page.goto(`${new URL(PATH, inject("site")).href}#notebook=AAAA`);
    await frame.locator(".cell").first().waitFor();
    expect(await status()).toMatch(/damaged/);
  });

  it("that came by an address waits for its reader, and is shared by one", async () => {
    const {page, open, output, status, button, shows, frame} = notebook;
    await open(["display('ran')"], false);
    expect(await output(0)).toBe("");
    expect(await status()).toMatch(/came with the address/);
    await button("Run all").click();
    await shows(0, /ran/);
    await notebook.write(0, "display('changed')");
    await shows(0, /changed/);
    await button("Share by address").click();
    await expect.poll(status).toMatch(/address/);
    const address = page.url();
    await page.goto("about:blank");
    await page.goto(address);
    await frame.locator(".cell").first().waitFor();
    expect(await frame.locator("textarea").inputValue()).toBe("display('changed')");
    expect(await output(0)).toBe("");
  });

  it("that came by an address leaves the reader’s own alone until it is edited, and then one step back", async () => {
    const {page, open, frame, write, shows, button} = notebook;
    const here = new URL(PATH, inject("site")).href;
    const code = () => frame.locator("textarea").first().inputValue();
    const again = async () => {
      await page.goto("about:blank");
      await page.goto(`${here}#notebook`);
      await frame.locator(".cell").first().waitFor();
    };
    await open(["display('own')"]);
    await write(0, "display('my own')");
    await shows(0, /my own/);
    await page.waitForTimeout(600);
    await open(["display('another')"]);
    await shows(0, /another/);
    await page.waitForTimeout(600);
    await again();
    expect(await code()).toBe("display('my own')");
    await open(["display('another')"]);
    await button("Undo").click();
    await shows(0, /my own/);
  });

  it("from elsewhere is never run by coming back to it, before the reader has run it", async () => {
    const {page, open, frame, write, shows, output, button, status} = notebook;
    const code = () => frame.locator("textarea").first().inputValue();
    const again = async () => {
      await page.waitForTimeout(600);
      await page.reload();
      await frame.locator(".cell").first().waitFor();
    };
    await open(["display('mine')"]);
    await write(0, "display('my own')");
    await shows(0, /my own/);
    await bring("n.md", "```js echo\ndisplay('theirs')\n```\n");
    await again();
    expect(await code()).toBe("display('theirs')");
    expect(await output(0)).toBe("");
    await bring("n.md", "```js echo\ndisplay('others')\n```\n");
    await button("Run all").click();
    await shows(0, /others/);
    await button("Undo").click();
    await expect.poll(status).toMatch(/never run/);
    await frame.locator(".cells.at-rest .cell").first().waitFor();
    expect(await code()).toBe("display('theirs')");
    expect(await output(0)).toBe("");
    await button("Run all").click();
    await shows(0, /theirs/);
    await again();
    await shows(0, /theirs/);
  });

  it("at rest shows its prose, and nothing that is computed", async () => {
    const {open, frame, button} = notebook;
    await open(["1"], false);
    await button("As the book has it").click();
    await notebook.shows(11, /945 tokens/);
    await button("Stop").click();
    await frame.locator(".cells.at-rest .cell").first().waitFor();
    await notebook.shows(2, /plain data, which you can print/);
    expect(await notebook.output(11)).toBe("");
    expect(await notebook.cell(11).locator("textarea").inputValue()).toContain("tokens: </b>");
  });

  it("that is too long for an address is offered as a file", async () => {
    const {open, button, status, page} = notebook;
    await open(["1"]);
    await notebook.write(0, `"${Array.from({length: 4000}, (_, i) => (i * i * 7919).toString(36)).join("")}"`);
    const address = page.url();
    await button("Share by address").click();
    await expect.poll(status).toMatch(/too long.*Take it away as a notebook file/);
    expect(page.url()).toBe(address);
  });

  it("trains in its workers, and opens on a page that shares memory between threads", async () => {
    const {page, frame, problems, close} = await notebookPage("playground/transformer", {height: 6000});
    await page.getByText("Use two cores").click();
    await page.locator("[data-cores='2']").waitFor();
    await page.getByText("Edit this page").click();
    await page.waitForURL(/\?notebook#notebook$/);
    await frame.locator("#bench figure[data-status=done]").waitFor();
    const figure = frame.locator("#bench figure");
    await figure.getByText("Train", {exact: true}).click();
    const steps = async () => Number(/step (\d+) of/.exec(await figure.innerText())?.[1] ?? 0);
    await expect.poll(steps, {timeout: 60_000}).toBeGreaterThan(5);
    expect(problems).toEqual([]);
    await close();
  });

  it("keeps room for what comes, so that nothing moves far below it", async () => {
    const {page, inFrame, frame, close} = await notebookPage("playground/transformer", {height: 6000});
    await page.addInitScript(() => {
      const seen = {shift: 0};
      Object.assign(globalThis, {seen});
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as {value?: number}).value ?? 0;
      }).observe({type: "layout-shift", buffered: true});
    });
    await page.reload();
    await page.getByText("Edit this page").click();
    await frame.locator("#bench figure[data-status=done]").waitFor();
    await page.waitForTimeout(1000);
    const {shift} = await inFrame().evaluate(() => (globalThis as unknown as {seen: {shift: number}}).seen);
    expect(shift).toBeLessThan(0.2); // it was 1.2 without
    await close();
  });

  it("names the code of an error that a figure in it meets, where no page is to lead to", async () => {
    const {page, frame, close} = await notebookPage("playground/transformer", {height: 6000});
    await page.getByText("Edit this page").click();
    const figure = frame.locator("#bench figure");
    await frame.locator("#bench figure[data-status=done]").waitFor();
    await figure.getByLabel("Feed-forward", {exact: true}).selectOption("none");
    await figure.getByLabel("Experts", {exact: true}).selectOption("2");
    await figure.getByLabel("Look into", {exact: true}).selectOption("parameter:embedding.weight");
    await frame.locator("#bench figure[data-status=error]").waitFor();
    expect(await figure.locator(".fig-alarm").textContent()).toMatch(
      /experts are gated layers[\s\S]*Its code is LLMFP_CONFIG\.$/
    );
    await close();
  });

  it("lets the reader save what a figure in it has drawn", async () => {
    const {page, frame, close} = await notebookPage("playground/attention", {height: 6000});
    await page.getByText("Edit this page").click();
    await frame.locator(".fig[data-status=done]").last().waitFor();
    const save = frame.locator(".fig-save").getByText("SVG").last();
    const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
    expect(download.suggestedFilename()).toMatch(/^[\w-]+\.svg$/);
    expect(readFileSync(await download.path(), "utf8")).toContain("<svg");
    await close();
  });

  it("goes away and comes back as a notebook of Notebook Kit and as a page of Framework", async () => {
    const {page, open, frame, shows, button} = notebook;
    const cells = [
      {mode: "js", value: 'import {entropy} from "/lib/index.js";\nconst e = entropy([0.5, 0.5]);', pinned: true},
      {mode: "html", value: "<p>It is ${e.toFixed(3)}</p></script>", pinned: false},
      {mode: "ts", value: "const x: number = 1;", pinned: true},
      {mode: "md", value: "*x* is ${x}", pinned: false}
    ] as const;
    for (const [name, ending] of [
      ["Notebook Kit (.html)", "n.html"],
      ["Framework page (.md)", "n.md"]
    ] as const) {
      await open([...cells]);
      const text = await downloaded(page, name);
      expect(text).toMatch(/from "(npm:)?llm-first-principles"/);
      expect(text).not.toContain("/lib/index.js");
      await open(["1"]);
      await bring(ending, text);
      const values = await frame
        .locator("textarea")
        .evaluateAll((all) => all.map((area) => (area as HTMLTextAreaElement).value)); // as they stand
      expect(values.slice(1)).toEqual(cells.slice(1).map(({value}) => value));
      await button("Run all").click();
      await shows(1, /It is 0\.693/);
      await shows(3, /x is 1/);
    }
  });

  it("of the book goes away as a page of Framework that runs without the book’s own", async () => {
    const {title, cells} = notebookOf(PATH);
    const away = cellsOfPage(frameworkPage({title, root: inject("site")}, cells));
    const {open, frame, shows, close} = await notebookPage(PATH);
    await open(away);
    await shows(11, /tokens: ./);
    await expect.poll(() => frame.locator("observablehq-loading").count()).toBe(0);
    expect(await frame.locator(".observablehq--error, .said:not(:empty)").allInnerTexts()).toEqual([]);
    await close();
  });

  it("goes away as a program, which is one", async () => {
    await notebook.open(['import {entropy} from "/lib/index.js";', "const p = [0.5, 0.5];", "display(entropy(p))"]);
    const text = await downloaded(notebook.page, "Script for Node (.mjs)");
    const file = join(mkdtempSync(join(tmpdir(), "notebook-")), "s.mjs");
    writeFileSync(file, text);
    await promisify(execFile)(process.execPath, ["--check", file]);
    expect(text).toContain('import {entropy} from "llm-first-principles";');
  });
});
