import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {ESLint} from "eslint";
import {describe, expect, it} from "vitest";
import {importsOf, reachedFrom, sourcesIn} from "../tools/imports.js";
import {programs} from "../tools/notebook/programs.js";
import {root} from "../tools/root.js";
import {stageFaces} from "../tools/stageFaces.js";

const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    // the strings below are no files, so there are no types to ask for
    languageOptions: {parserOptions: {projectService: false}},
    rules: {
      "@typescript-eslint/no-floating-promises": "off",
      "@typescript-eslint/no-misused-promises": "off",
      "@typescript-eslint/await-thenable": "off",
      "@typescript-eslint/switch-exhaustiveness-check": "off"
    }
  }
});

/** What lint says of a text, if it stood in a file. */
async function complaints(filePath: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(code, {filePath: join(root, filePath)});
  return result?.messages.map(({ruleId, message}) => `${ruleId ?? "parser"}: ${message}`) ?? [];
}

const LIB = "lib/text/sample.ts";
const COMPONENT = "src/components/sample.ts";
const FACTS = "src/stages/01-markov/facts/a.ts";

describe("lint", () => {
  it.each([
    ["any", LIB, "export const x: any = 1;", "no-explicit-any"],
    ["a default export", LIB, "export default 1;", "Exports have names"],
    ["a barrel", LIB, 'export {x} from "./x.js";', "No barrels"],
    ["a barrel of everything", LIB, 'export * from "./x.js";', "No barrels"],
    ["a class", LIB, "export class Model {}", "no classes but errors"],
    ["Math.exp", LIB, "export const f = (x: number) => Math.exp(x);", "Engines differ: use lib/core/math"],
    ["Math.log taken out of Math", LIB, "const {log} = Math;\nexport {log};", "Engines differ: use lib/core/math"],
    ["Math.random", LIB, "export const f = () => Math.random();", "Randomness is a key"],
    ["a power", LIB, "export const f = (x: number) => x ** 0.5;", "Engines differ in `**`"],
    ["a clock", LIB, "export const f = () => performance.now();", "Only lib/reactive knows the time"],
    ["a date", LIB, "export const f = () => new Date();", "Only lib/reactive knows the time"],
    ["a timer", LIB, "export const f = () => setTimeout(f, 1);", "Only lib/reactive knows the time"],
    ["the DOM", "lib/reactive/sample.ts", "export const f = () => document.title;", "runs without a DOM"],
    [
      "rxjs outside of reactive",
      LIB,
      'import {of} from "rxjs";\nexport const x = of(1);',
      "rxjs is imported by lib/reactive alone"
    ],
    ["innerHTML", COMPONENT, 'export const f = (e: Element) => (e.innerHTML = "");', "use textContent"],
    ["outerHTML", COMPONENT, "export const f = (e: Element) => e.outerHTML;", "use textContent"],
    [
      "insertAdjacentHTML",
      COMPONENT,
      'export const f = (e: Element) => e.insertAdjacentHTML("beforeend", "");',
      "use textContent"
    ],
    [
      "innerHTML as a property",
      COMPONENT,
      'export const f = (e: Element) => Object.assign(e, {innerHTML: ""});',
      "Foreign text"
    ],
    ["document.write", COMPONENT, 'export const f = () => document.write("");', "document.write"],
    [
      "the DOM in a model",
      "src/stages/01-markov/model/a.ts",
      "export const f = () => document.title;",
      "without a DOM"
    ],
    ["a clock in facts", FACTS, "export const facts = () => ({ms: performance.now()});", "come from bench/kept.json"],
    ["a date in facts", FACTS, "export const facts = () => ({at: Date.now()});", "come from bench/kept.json"],
    [
      "a clock in what is kept",
      "src/dashboards/a.kept.ts",
      "export const value = () => performance.now();",
      "bench/kept"
    ],
    [
      "a clock in a model",
      "src/stages/01-markov/model/a.ts",
      "export const f = () => performance.now();",
      "is handed its clock"
    ],
    ["eval", COMPONENT, 'export const f = () => eval("1");', "no-eval"]
  ])("refuses %s", async (_, file, code, message) => {
    expect((await complaints(file, code)).join("\n")).toContain(message);
  });

  const uses = (from: string) => `import {x} from "${from}";\nexport const y = x;`;
  it.each([
    ["lib/core/a.ts", "../text/words.js", "lib/core may not import lib/text"],
    ["lib/text/a.ts", "../decode/topK.js", "lib/text may not import lib/decode"],
    ["lib/decode/a.ts", "../text/words.js", "lib/decode may not import lib/text"],
    ["lib/tensor/a.ts", "../autodiff/grad.js", "lib/tensor may not import lib/autodiff"],
    ["lib/reactive/a.ts", "../text/words.js", "lib/reactive may not import lib/text"],
    ["lib/nn/a.ts", "../stages/01-markov/ngrams.js", "A stage is imported by nothing in the library"],
    ["lib/core/a.ts", "../index.js", "Only pages, tools and tests import lib/index.ts"],
    ["lib/core/a.ts", "../../tools/root.js", "The library imports nothing outside lib/"],
    ["src/components/a.ts", "../../lib/index.js", "as /lib/index.js"],
    ["src/stages/01-markov/figures/a.ts", "../../../../lib/core/stage.js", "as /lib/index.js"],
    ["src/dashboards/a.kept.ts", "../../lib/core/stage.js", "import its public face"],
    ["src/stages/01-markov/facts/a.ts", "../../../../lib/core/stage.js", "as /lib/index.js"],
    ["src/stages/01-markov/figures/a.ts", "../../02-autodiff/figures/x.js", "never another stage"],
    ["src/stages/01-markov/model/a.ts", "/stages/02-autodiff/model/x.js", "never another stage"],
    ["src/stages/01-markov/facts/a.ts", "../figures/x.js", "stands in model/"],
    ["src/stages/01-markov/worker.ts", "./figures/x.js", "stands in model/"],
    ["src/stages/01-markov/model/a.ts", "../figures/x.js", "stands in model/"],
    ["src/components/figure/a.ts", "/stages/01-markov/model/x.js", "The kit knows no stage"]
  ])("lets %s not import %s", async (file, from, message) => {
    expect((await complaints(file, uses(from))).join("\n")).toContain(message);
  });

  it.each([
    ["lib/stages/01-markov/a.ts", "../../decode/topK.js"],
    ["lib/stages/01-markov/a.ts", "../../core/stage.js"],
    ["lib/nn/a.ts", "../autodiff/grad.js"],
    ["lib/reactive/a.ts", "rxjs"],
    ["lib/index.ts", "./stages/01-markov/ngrams.js"],
    ["src/components/a.ts", "/lib/index.js"],
    ["src/dashboards/a.kept.ts", "../../lib/index.js"],
    ["src/stages/01-markov/worker.ts", "/lib/stages/markov.js"],
    ["src/stages/01-markov/figures/a.ts", "./x.js"],
    ["src/stages/01-markov/figures/a.ts", "../model/x.js"],
    ["src/stages/01-markov/figures/a.ts", "../../../components/figure/figure.js"],
    ["cli/commands/a.ts", "llm-first-principles/stages/transformer"],
    ["cli/commands/a.ts", "commander"],
    ["cli/commands/a.ts", "../flags/flagOf.js"],
    ["tests/text/a.test.ts", "../../lib/text/words.js"]
  ])("lets %s import %s", async (file, from) => {
    expect(await complaints(file, uses(from))).toEqual([]);
  });
});

const text = (file: string): string => readFileSync(join(root, file), "utf8");

describe("the tree", () => {
  it("has no file of more than 300 lines", () => {
    const long = ["lib", "cli", "src", "tools"]
      .flatMap(sourcesIn)
      .filter((file) => text(file).split("\n").length > 301);
    expect(long).toEqual([]);
  });

  it("leaves formatting to the formatter, but for tables of numbers", () => {
    const fought = ["lib", "cli", "src", "tools", "tests", "bench", "examples"]
      .flatMap(sourcesIn)
      .filter((file) => file !== "tests/architecture.test.ts" && text(file).includes("prettier-ignore"));
    expect(fought).toEqual([]);
  });

  it("has no file of the library that nothing reaches", () => {
    const faces = [
      "lib/index.ts",
      "lib/scalar.ts",
      "lib/tensor.ts",
      "lib/tokenizers.ts",
      "lib/transformer.ts",
      "lib/interop.ts",
      "lib/kernels/assembly/index.ts",
      "lib/kernels/assembly/fast/index.ts"
    ];
    const scripts = ["lib/kernels/threadsHelper.ts"]; // a thread begins with it
    const seen = reachedFrom([...faces, ...scripts, ...Object.values(stageFaces())]);
    expect(sourcesIn("lib").filter((file) => !seen.has(file))).toEqual([]);
  });

  it("has no file of the site that nothing reaches", () => {
    const all = sourcesIn("src").filter((file) => !file.startsWith("src/lib/"));
    const pages = readdirSync(join(root, "src"), {recursive: true, encoding: "utf8"})
      .map((file) => `src/${file.replaceAll("\\", "/")}`)
      .filter((file) => file.endsWith(".md"));
    const named =
      /(?:^|\/)(stage|worker(-\w+)?|everyPage|assembly\/index)\.ts$|\/(facts|exercises)\/\w+\.ts$|\.(kept|json|txt)\.ts$|^src\/static\//;
    const seen = reachedFrom([...pages, ...programs, ...all.filter((file) => named.test(file))]);
    expect(all.filter((file) => !seen.has(file))).toEqual([]);
  });

  it("has no cycle of imports", () => {
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      const at = path.indexOf(file);
      if (at >= 0) cycles.push([...path.slice(at), file].join(" → "));
      if (at >= 0 || done.has(file) || !existsSync(join(root, file))) return;
      importsOf(file).forEach((next) => visit(next, [...path, file]));
      done.add(file);
    };
    ["lib", "cli", "src", "tools"].flatMap(sourcesIn).forEach((file) => visit(file, []));
    expect(cycles).toEqual([]);
  });
});
