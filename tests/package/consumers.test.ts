/** The package in the hands of every kind of program: the same numbers in all of them. */
import {cpSync, mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {promisify} from "node:util";
import {build as esbuild, stop} from "esbuild";
import {chromium, type Browser} from "playwright-core";
import {build as vite} from "vite";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import webpack from "webpack";
import {browserFlags, chromiumPath} from "../../tools/chromium.js";
import {command} from "./command.js";
import {strangersProject} from "./strangersProject.js";

const project = strangersProject("consumers");
const node = (...args: readonly string[]): string => command(process.execPath, args, project).trim();
const write = (file: string, text: string): void => writeFileSync(join(project, file), text);

/** Counts, and takes a gradient: one line that is the same wherever arithmetic is. */
const app = `import {hash, run, ticks} from "llm-first-principles";
import {markov} from "llm-first-principles/stages/markov";
import {grad, item, matmul, mean, ones, square, tanh} from "llm-first-principles/tensor";
import {lastValueFrom} from "rxjs";

export async function answer() {
  const {state} = await lastValueFrom(ticks().pipe(run(markov, {corpus: "a rose is a rose is a rose ".repeat(20)})));
  const slope = grad((w) => mean(square(tanh(matmul(w, w)))))(ones([3, 3]));
  return hash(state) + " " + item(mean(slope)).toPrecision(8);
}
`;

/** Says the answer, then that of a worker, then how many threads there are. */
const page = `import {answer} from "./app.js";
import {openThreads} from "llm-first-principles/tensor";
console.log("page " + (await answer()));
const worker = new Worker(new URL("./worker.js", import.meta.url), {type: "module"});
worker.onmessage = ({data}) => console.log("worker " + data);
console.log("threads " + (await openThreads(2)));
`;

const html = (head: string): string => `<!doctype html><meta charset="utf-8"><title>A stranger's page</title>${head}`;
const script = '<script type="module" src="./page.js"></script>';

let expected: string;
let browser: Browser;

beforeAll(async () => {
  write("app.js", app);
  write("page.js", page);
  write("worker.js", 'import {answer} from "./app.js";\npostMessage(await answer());\n');
  write("index.html", html(script));
  write("node.js", 'import {answer} from "./app.js";\nconsole.log(await answer());\n');
  expected = node("node.js");
  browser = await chromium.launch({executablePath: chromiumPath(), args: [...browserFlags]});
});
afterAll(() => Promise.all([browser.close(), stop()]));

/** What the page in a folder says on its console, until it has said so many lines; and it may ask for nothing from elsewhere. */
async function said(folder: string, lines: number): Promise<readonly string[]> {
  const context = await browser.newContext();
  const heard: string[] = [];
  try {
    await context.route("**/*", (route) => {
      const {hostname, pathname} = new URL(route.request().url());
      const file = pathname === "/" ? "index.html" : pathname;
      if (hostname !== "localhost") return route.abort();
      if (pathname === "/favicon.ico") return route.fulfill({status: 204});
      // isolated, as threads ask for
      const headers = {"cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp"};
      const contentType = /\.js$/.test(file) ? "text/javascript" : "text/html";
      return route.fulfill({path: join(folder, file), headers, contentType});
    });
    const opened = await context.newPage();
    const done = new Promise<void>((resolve, reject) => {
      opened.on("console", (message) => {
        heard.push(message.text());
        if (heard.length === lines) resolve();
      });
      opened.on("pageerror", reject);
      setTimeout(() => reject(new Error(`only heard: ${heard.join("; ")}`)), 30_000);
    });
    await Promise.all([done, opened.goto("http://localhost/")]);
    return heard.sort();
  } finally {
    await context.close();
  }
}

describe("the package gives the same numbers", () => {
  it("as modules of Node", () => {
    expect(expected).toMatch(/^[0-9a-f]{32} -?\d\.\d+/);
  });

  it("required from CommonJS", () => {
    const required = app.replace(/import (\{.*\}) from "(.*)";/g, 'const $1 = require("$2");').replace("export ", "");
    write("required.cjs", `${required}answer().then((line) => console.log(line));\n`);
    expect(node("required.cjs")).toBe(expected);
  });

  it("imported at run time from CommonJS", () => {
    write("imported.cjs", 'import("./app.js").then(async ({answer}) => console.log(await answer()));\n');
    expect(node("imported.cjs")).toBe(expected);
  });

  it("bundled by esbuild for Node", async () => {
    const outfile = join(project, "esbuild-node/bundle.mjs");
    await esbuild({
      entryPoints: [join(project, "node.js")],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      minify: true,
      banner: {js: 'import {createRequire} from "node:module"; const require = createRequire(import.meta.url);'} // rxjs is CommonJS there
    });
    expect(node(outfile)).toBe(expected);
  });

  const inPage = (): readonly string[] => [`page ${expected}`, "threads 2", `worker ${expected}`];

  it("bundled by esbuild, in a page, its worker and its threads", async () => {
    const outdir = join(project, "esbuild");
    const library = join(project, "node_modules/llm-first-principles/build");
    await esbuild({
      entryPoints: {
        page: join(project, "page.js"),
        worker: join(project, "worker.js"),
        threadsHelper: join(library, "kernels/threadsHelper.js") // esbuild follows no address: it lies beside the bundle
      },
      outdir,
      bundle: true,
      format: "esm",
      minify: true
    });
    cpSync(join(project, "index.html"), join(outdir, "index.html"));
    expect(await said(outdir, 3)).toEqual(inPage());
  });

  it("built by Vite, in a page, its worker and its threads", async () => {
    const outDir = join(project, "vite");
    await vite({
      configFile: false,
      root: project,
      logLevel: "error",
      worker: {format: "es"},
      build: {outDir, target: "es2022"}
    });
    expect(readdirSync(join(outDir, "assets")).some((file) => file.startsWith("threadsHelper"))).toBe(true);
    expect(await said(outDir, 3)).toEqual(inPage());
  });

  it("built by webpack, in a page, its worker and its threads", async () => {
    const path = join(project, "webpack");
    const stats = await promisify((callback: (error: Error | null, stats?: webpack.Stats) => void) =>
      webpack(
        {
          mode: "production",
          context: project,
          entry: "./page.js",
          target: "web",
          output: {path, filename: "page.js", module: true, publicPath: "/"},
          experiments: {outputModule: true},
          optimization: {minimize: false}, // half a minute for what Vite and esbuild have shown
          performance: false
        },
        callback
      )
    )();
    expect(stats?.toJson({all: false, errors: true, warnings: true})).toMatchObject({errors: [], warnings: []});
    cpSync(join(project, "index.html"), join(path, "index.html"));
    expect(await said(path, 3)).toEqual(inPage());
  });

  it("in a page without a build, by an import map", async () => {
    const folder = join(project, "plain");
    mkdirSync(folder);
    const library = "/node_modules/llm-first-principles/build";
    cpSync(join(project, "node_modules/llm-first-principles"), join(folder, "node_modules/llm-first-principles"), {
      recursive: true,
      dereference: true
    });
    // rxjs has no modules that a browser could read as they are
    const entry = {contents: 'export * from "rxjs";', resolveDir: project};
    await esbuild({stdin: entry, outfile: join(folder, "rxjs.js"), bundle: true, format: "esm", minify: true});
    const imports = {
      rxjs: "/rxjs.js",
      "llm-first-principles": `${library}/index.js`,
      "llm-first-principles/tensor": `${library}/tensor.js`,
      "llm-first-principles/stages/": `${library}/stages/`
    };
    writeFileSync(join(folder, "app.js"), app.replace("stages/markov", "stages/markov.js"));
    writeFileSync(join(folder, "page.js"), page.replace(/^.*[wW]orker.*$/gm, "")); // a worker has no import map
    writeFileSync(
      join(folder, "index.html"),
      html(`<script type="importmap">${JSON.stringify({imports})}</script>${script}`)
    );
    expect(await said(folder, 2)).toEqual([`page ${expected}`, "threads 2"]);
  });
});
