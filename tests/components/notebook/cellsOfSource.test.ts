import {describe, expect, it} from "vitest";
import {cellsOfSource} from "../../../tools/notebook/cellsOfSource.js";
import {topElements} from "../../../tools/notebook/topElements.js";

const PAGE = "/stages/01-markov/perplexity";
const cells = (source: string) => cellsOfSource(source, PAGE).map(({mode, value, pinned}) => [mode, value, pinned]);

describe("a page as cells", () => {
  it("has its code as it is written, shown where the page echoes it", () => {
    expect(cells("---\ntitle: x\n---\n\n```js\nconst a = 1;\n```\n\n```js echo\na\n\nb\n```\n")).toEqual([
      ["js", "const a = 1;", false],
      ["js", "a\n\nb", true]
    ]);
  });

  it("has prose by the book’s own Markdown, with its expressions and formulas left in it", () => {
    const [[, prose] = []] = cells("A *model* of ${f(`${x}`)}, that is $p \\cdot q$.");
    expect(prose).toBe(
      '<p>A <em>model</em> of ${f(`${x}`)}, that is <span class="held">${tex`p \\cdot q`}.</span></p>'
    );
  });

  it("begins a cell of prose at each heading, and keeps apart what is computed", () => {
    const values = cells("One.\n\nTwo.\n\n## Head\n\nThree.\n\n<div>${a}</div>\n\nFour.").map(([, value]) => value);
    expect(values).toEqual([
      "<p>One.</p>\n<p>Two.</p>",
      '<h2 id="head" tabindex="-1">Head</h2>\n<p>Three.</p>',
      "<div>${a}</div>",
      "<p>Four.</p>"
    ]);
  });

  it("names modules and files from the root of the book", () => {
    const [[, code] = []] = cells('```js\nimport {a} from "./figures/a.js";\nFileAttachment("./data/x.json");\n```');
    expect(code).toBe(
      'import {a} from "/stages/01-markov/figures/a.js";\nFileAttachment("/stages/01-markov/data/x.json");'
    );
  });

  it("leaves code that is only shown in the prose", () => {
    const [[mode, value] = []] = cells("```js run=false\n`${a}`\n```\n\n```sh\nls\n```");
    expect(mode).toBe("html");
    expect(value).not.toMatch(/\$\{|`/); // it would be an expression
    expect(value).toContain("&#96;&#36;{");
  });
});

describe("elements at the top of a text", () => {
  it("are whole, whatever stands in their attributes", () => {
    expect(topElements('<p title="a > b">x<br></p><!-- <p> -->text <b>y</b><ul><li><img src="/"></li></ul>')).toEqual([
      '<p title="a > b">x<br></p>',
      "<!-- <p> -->",
      "text",
      "<b>y</b>",
      '<ul><li><img src="/"></li></ul>'
    ]);
  });
});
