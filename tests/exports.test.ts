import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {deadExports, exportsOf, unusedImports} from "../tools/deadExports.js";
import {sourcesIn} from "../tools/imports.js";
import {wasmModules} from "../tools/kernels.js";
import {programs} from "../tools/notebook/programs.js";
import {root} from "../tools/root.js";
import {stageFaces} from "../tools/stageFaces.js";

const text = (file: string): string => readFileSync(join(root, file), "utf8");
const pages = readdirSync(join(root, "src"), {recursive: true, encoding: "utf8"})
  .map((file) => `src/${file.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".md"));
const configs = readdirSync(root).filter((file) => /\.config\.(ts|js)$/.test(file));
const sources = ["lib", "cli", "src", "tools", "tests"].flatMap(sourcesIn);
const users = [...sources, ...["bench", "examples"].flatMap(sourcesIn), ...configs, ...pages];

/** What is promised to strangers, what readers’ code is handed, and what is compiled into modules of kernels. */
const faces: ReadonlySet<string> = new Set([
  "lib/index.ts",
  "lib/scalar.ts",
  "lib/tensor.ts",
  "lib/transformer.ts",
  "lib/interop.ts",
  "lib/tokenizers.ts",
  "tools/sandbox-transformer-entry.ts",
  ...wasmModules().map(({sources}) => `${sources}/index.ts`),
  ...Object.values(stageFaces())
]);

const PLOT = "tools/plot-entry.ts";

/** Programs are found by where they lie, and asked for these names. */
const byPlace: readonly (readonly [file: RegExp, names: RegExp])[] = [
  [/^src\/(stages\/[\w-]+|dashboards)\/facts\//, /^(facts|claims|firstSteps)$/],
  [/^src\/stages\/[\w-]+\/exercises\//, /^(exercises|questions)$/],
  [/^src\/stages\/[\w-]+\/stage\.ts$/, /^stage$/],
  [/\.kept\.ts$/, /^(value|firstSteps)$/],
  [/^tests\/tools\/fixtures\//, /^facts$/],
  [/^tests\/(browser|package)\/setup\.ts$/, /^setup$/],
  [/^tools\/site-hooks\.js$/, /^resolve$/], // Node calls it
  [
    new RegExp(`^(${programs.join("|")})$`),
    /^(openNotebook|formats|cellsOfFile|start|tex|highlighted|codePlace|unkept|download|pageWorker)$/
  ],
  [/\.d\.ts$/, /^/] // says what a file beside it exports
];

const askedByPlace = (dead: string): boolean => {
  const [file = "", name = ""] = dead.split("#");
  return byPlace.some(([files, names]) => files.test(file) && names.test(name));
};

describe("an export", () => {
  it("is imported by somebody, but for faces and for what is found by its place", () => {
    const files = sources.filter((file) => !faces.has(file) && file !== PLOT);
    expect(deadExports(files, users).filter((dead) => !askedByPlace(dead))).toEqual([]);
  });

  it("of Plot, which is handed around whole as P, is drawn with", () => {
    const drawn = [...sources.filter((file) => file.startsWith("src/")), ...pages].map(text).join("\n");
    const names = exportsOf(PLOT).filter((name) => !/^[A-Z]/.test(name)); // types are looked at by lint
    expect(names.filter((name) => !drawn.includes(`P.${name}`))).toEqual([]);
  });
});

describe("an import of a page", () => {
  it("is used on it", () => {
    const unused = pages.flatMap((page) => unusedImports(text(page)).map((name) => `${page}: ${name}`));
    expect(unused).toEqual([]);
  });

  it.each([
    ['```js\nimport {a, b as c} from "/x.js";\n```\n${c(1)}', ["a"]],
    ['```js\nimport {a,\n  type B} from "/x.js";\nconst x: B = a.b;\n```', []],
    ['```js\nimport {figure} from "/x.js";\n```\na figure, configured', ["figure"]]
  ])("is found unused in %j", (page, unused) => {
    expect(unusedImports(page)).toEqual(unused);
  });
});
