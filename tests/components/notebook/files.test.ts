import {execFile} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {promisify} from "node:util";
import {describe, expect, it} from "vitest";
import {hash, timeline} from "../../../lib/index.js";
import {markov} from "../../../lib/stages/01-markov/index.js";
import type {Cell} from "../../../src/components/notebook/cell.js";
import {cellsOfPage, frameworkPage} from "../../../src/components/notebook/frameworkPage.js";
import {scriptOf} from "../../../src/components/notebook/script.js";
import {notebookOf} from "../../../tools/notebook/cellsOfSource.js";
import {root} from "../../../tools/root.js";

const away = {title: "A title: “with” signs", root: "https://example.org/book/"};
const cell = (id: number, mode: Cell["mode"], value: string, pinned = false): Cell => ({id, mode, value, pinned});

describe("a Framework page", () => {
  const cells = [
    cell(1, "md", "# Prose\n\n```sh\nnpm install\n```"),
    cell(2, "md", "More of ${a}."),
    cell(3, "js", "const a = `\n\n`;", true),
    cell(4, "html", "<p>\n\n${a}</p>"),
    cell(5, "ts", "const b: number = 1;"),
    cell(6, "tex", "x^2"),
    cell(7, "md", "````md\n```js\n1\n```\n````")
  ];

  it("brings back the cells that were taken away", () => {
    expect(cellsOfPage(frameworkPage(away, cells))).toEqual(cells);
  });

  it("has the names of packages, and links into the book", () => {
    const text = frameworkPage(away, [
      cell(1, "js", 'import {run} from "/lib/index.js";\nimport {slider} from "/components/figure/controls.js";'),
      cell(2, "html", '<a href="/glossary#token">')
    ]);
    expect(text).toContain('import {run} from "npm:llm-first-principles";');
    expect(text).toContain("const slider = (range, settings) => Inputs.range(");
    expect(text).toContain('<a href="https://example.org/book/glossary#token">');
  });

  it("that a stranger wrote has its prose and its code, in order", () => {
    const page = "---\ntitle: x\n---\n\nHello\n\n```js echo\r\n1 + 1\n```\n\n```js run=false\nno\n```\n";
    expect(cellsOfPage(page).map(({mode, value, pinned}) => [mode, value, pinned])).toEqual([
      ["md", "Hello", false],
      ["js", "1 + 1", true],
      ["md", "```js run=false\nno\n```", false]
    ]);
  });
});

describe("a script", () => {
  it("puts cells after what they need, and waits for what they wait for", async () => {
    const script = scriptOf("t", [
      cell(1, "js", "a + b"),
      cell(2, "js", "const a = Promise.resolve(1);"),
      cell(3, "ts", "const b: number = c * 2;"),
      cell(4, "js", "const c = (function* () { yield 20; })();"),
      cell(5, "js", "const broken = ("),
      cell(6, "js", "const slow = view(Inputs.range([0, 10], {value: 3}));\ndisplay(slow);"),
      cell(7, "html", "<p>${a}</p>")
    ]);
    expect(await printed(script)).toBe("41\n3\n");
    expect(script).toContain("// const broken = (");
  });

  it("leaves out what only a page or the book has, with all that needs it, and runs the rest", async () => {
    const script = scriptOf("t", [
      cell(
        1,
        "js",
        'import {slider, figureOfOurs} from "/components/figure/controls.js";\nconst own = figureOfOurs();'
      ),
      cell(2, "js", "const {a: {b}, ...rest} = own;\nconst kept = 1;\nconst fromOwn = b + 1;"),
      cell(3, "js", 'const late = await import("/stages/01-markov/model/x.js").then(({x}) => x);'),
      cell(4, "js", "const shown = document.title;"),
      cell(5, "js", "fromOwn + late + shown"),
      cell(6, "js", "const typo = nobody + 1;"),
      cell(7, "js", "typo"),
      cell(8, "js", "const size = view(slider([1, 8], {value: 3}));\ndisplay({own: size + kept, b: 2}.own);")
    ]);
    expect(await printed(script)).toBe("4\n");
    for (const why of [
      "figureOfOurs is the book’s own",
      "own is not here",
      "b is not here",
      "document needs a page",
      "nobody is defined nowhere"
    ])
      expect(script).toContain(`// ${why}:`);
  });

  it.each(["stages/00-prelude/chance", "stages/03-neural-lm/cross-entropy", "stages/04-optimization/mistakes"])(
    "of /%s is a program that ends well",
    async (name) => {
      const {title, cells} = notebookOf(name);
      const texts = Object.fromEntries(
        ["opening", "names"].map((id) => [`${id}.txt`, "a text of no matter. ".repeat(99)])
      );
      await printed(scriptOf(title, cells), texts);
    },
    60_000
  );

  it("of a playground computes in Node what the library computes, to the last bit", async () => {
    const {title, cells} = notebookOf("playground/markov");
    const text = readFileSync(join(root, "LICENSE"), "utf8");
    const more = cell(99, "js", 'import {hash} from "/lib/index.js";\ndisplay(hash([after, history.at(-1)]));');
    const config = {corpus: text, tokenizer: "characters", order: 3, smoothing: {method: "kneser-ney"}} as const;
    const batchSize = Math.ceil((text.length * 0.9) / 40);
    const opened = markov({...config, batchSize});
    const line = timeline(markov, {...config, batchSize});
    const last = Array.from({length: 40}, (_, i) => i + 1)
      .map((step) => line.at(step))
      .at(-1)!;
    expect(await printed(scriptOf(title, [...cells, more]), {"opening.txt": text})).toBe(
      `${hash([opened.step(opened.model(), opened.data(0)), last.metrics])}\n`
    );
  }, 30_000);
});

/** What a script prints, run where the package has its name. */
async function printed(script: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = mkdtempSync(join(root, "node_modules/.notebook-"));
  try {
    for (const [name, text] of Object.entries({...files, "script.mjs": script}))
      writeFileSync(join(folder, name), text);
    const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
    const args = [tsx, "--tsconfig", join(root, "tsconfig.json"), "--import", join(root, "tools/site-paths.js")];
    const {stdout} = await promisify(execFile)(process.execPath, [...args, "script.mjs"], {cwd: folder});
    return stdout;
  } finally {
    rmSync(folder, {recursive: true});
  }
}
