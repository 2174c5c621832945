/**
 * A stage is a folder in lib/stages, a folder in src/stages and a row of the curriculum: in a copy of the project, a tiny
 * one is added so, and nothing else is edited. The copy keeps no other pages, so that it builds in seconds.
 */
import {execFileSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {pathToFileURL} from "node:url";
import {chromium} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {browserFlags, chromiumPath} from "../../tools/chromium.js";
import {root} from "../../tools/root.js";

const copy = mkdtempSync(join(tmpdir(), "house-"));

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(copy, file)), {recursive: true});
  writeFileSync(join(copy, file), text);
};

const tool = (file: string): string =>
  execFileSync(
    process.execPath,
    ["--import", "tsx", "--import", pathToFileURL(join(copy, "tools/site-paths.js")).href, join(copy, file)],
    {
      cwd: copy,
      encoding: "utf8",
      env: {...process.env, SITE_BASE: "/"},
      stdio: ["ignore", "pipe", "pipe"]
    }
  );

/** Everything that the tiny stage is. */
function addTinyStage(): void {
  const curriculum = readFileSync(join(copy, "lib/curriculum.ts"), "utf8");
  const row = '  stage(20, "tiny", "A tiny stage", "Capstone", "Does a stage cost its own work alone?", 1),\n];';
  write("lib/curriculum.ts", curriculum.replace(/,?\n\];\s*$/, `,\n${row}\n`));
  write("lib/stages/tiny/index.ts", "/** Twice a number. */\nexport const twice = (x: number): number => 2 * x;\n");
  write(
    "src/stages/tiny/stage.ts",
    `import {define, section, type StagePages} from "../../components/stage.js";
export const stage: StagePages = {
  sections: [section("index", "A tiny stage"), section("doubling", "Doubling")],
  terms: [define("doubling", "doubled number", [], "A number, added to itself.")]
};
`
  );
  write("src/stages/tiny/index.md", "---\ntitle: A tiny stage\n---\n\n# A tiny stage\n\n[[sections]]\n");
  write(
    "src/stages/tiny/doubling.md",
    `---
title: Doubling
---

# Doubling

Twice three is {{doubling.six}}, and [that is more](claim:doubling.more).

\`\`\`js
import {doubles} from "./figures/doubles.js";
\`\`\`

<div class="slot figure-slot">\${doubles()}</div>
`
  );
  write(
    "src/stages/tiny/facts/doubling.ts",
    `import {twice} from "/lib/stages/tiny.js";
export const facts = () => ({six: twice(3)});
export const claims = ({six}: ReturnType<typeof facts>) => ({more: six > 3});
`
  );
  write(
    "src/stages/tiny/figures/doubles.ts",
    `import {twice} from "/lib/stages/tiny.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
export const doubles = () =>
  figure({
    name: "tiny-doubles",
    title: "Twice a number",
    caption: "Move it.",
    controls: {x: slider([0, 9], {label: "x", value: 4, step: 1})},
    draw: ({x}) => element("p", {}, \`twice \${x} is \${twice(x)}\`),
    describe: ({x}) => \`Twice \${x} is \${twice(x)}.\`
  });
`
  );
}

beforeAll(() => {
  const left = /^(node_modules|dist|build|shots|\.git)$|^src\/(lib|\.observablehq|playground|dashboards)(\/|$)/;
  cpSync(root, copy, {
    recursive: true,
    filter: (from) => !left.test(from.slice(root.length + 1).replaceAll("\\", "/"))
  });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  const pages = readdirSync(join(copy, "src"), {recursive: true, encoding: "utf8"}).filter(
    (file) => file.endsWith(".md") && !/^(404|glossary)\.md$/.test(file)
  );
  pages.forEach((file) => rmSync(join(copy, "src", file)));
  write("src/index.md", "---\ntitle: A book\ntoc: false\n---\n\n# A book\n\n[[stages]]\n");
  addTinyStage();
  tool("tools/bake.ts");
  tool("tools/build.ts");
}, 240_000);
afterAll(() => rmSync(copy, {recursive: true, force: true}));

describe("a stage that was added as folders and a row", () => {
  const site = (file: string): string => readFileSync(join(copy, "dist", file), "utf8");

  it("is on the map, in search, in the glossary, and in the README's table", () => {
    expect(site("index.html")).toMatch(/href="\.\/stages\/tiny\/"/);
    const search = readdirSync(join(copy, "dist/_observablehq")).find((file) => file.startsWith("minisearch."));
    expect(site(`_observablehq/${search}`)).toContain("stages/tiny/doubling");
    expect(site("glossary.html")).toContain("doubled number");
    tool("tools/readme.ts");
    expect(readFileSync(join(copy, "README.md"), "utf8")).toContain("| 20 | A tiny stage |");
  });

  it("opens its page: facts in the prose, claims checked, its figure drawn by its own face of the library", async () => {
    expect(site("stages/tiny/doubling.html")).toMatch(/Twice three is 6, and <span class="claim"/);
    const browser = await chromium.launch({executablePath: chromiumPath(), args: [...browserFlags]});
    try {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.route("http://tiny.test/**", (route) => {
        const {pathname} = new URL(route.request().url());
        return route.fulfill({path: join(copy, "dist", pathname)});
      });
      await page.goto("http://tiny.test/stages/tiny/doubling.html", {waitUntil: "networkidle"});
      await page.locator("figure[data-figure=tiny-doubles]").getByText("twice 4 is 8", {exact: true}).waitFor();
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
