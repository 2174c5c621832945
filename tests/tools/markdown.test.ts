import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type MarkdownIt from "markdown-it";
import {afterAll, describe, expect, it, vi} from "vitest";
import {stage} from "../../src/stages/01-markov/stage.js";
import {root} from "../../tools/root.js";

const kept = {
  facts: new Map<string, number | string>([
    ["share", 0.4567],
    ["tokens", 1234567],
    ["best", "Kneser–Ney"]
  ]),
  claims: new Map([
    ["falls", true],
    ["rises", false]
  ])
};
vi.mock("../../tools/kept.js", async (original) => ({
  ...(await original<object>()),
  factsOf: (program: string) => (program === "markov.moby" ? kept : undefined)
}));

// other files of tests may have loaded the book's Markdown, with real facts, and may yet
vi.resetModules();
const {markdown} = await import("../../tools/markdown.js");
afterAll(() => void vi.resetModules());

interface Framework {
  readonly createMarkdownIt: (options: {readonly markdownIt: (md: MarkdownIt) => MarkdownIt}) => MarkdownIt;
}
// Framework has no types; what is tested is our rules among its own
const {createMarkdownIt}: Framework = await import(join(root, "node_modules/@observablehq/framework/dist/markdown.js"));
const md = createMarkdownIt({markdownIt: markdown});

const PAGE = "/stages/01-markov/perplexity";
const html = (source: string, path = PAGE): string => {
  const env = {path, code: [], startLine: 0, currentLine: 0};
  return md.renderer.render(md.parse(source, env), md.options, env);
};

describe("facts", () => {
  it("are computed numbers in prose, formatted as the page says", () => {
    expect(
      html("{{moby.share}}, {{moby.share|.2f}}, {{moby.share|.1%}}, {{moby.tokens|,}}, {{moby.tokens}}, {{moby.best}}")
    ).toBe("<p>0.4567, 0.46, 45.7%, 1,234,567, 1,234,567, Kneser–Ney</p>\n");
  });
  it("stand in tables, in side notes, in titles of blocks and in HTML", () => {
    const table = html("| a | b |\n|---|---|\n| x | {{moby.share|.2f}} |");
    expect(table).toContain("<td>0.46</td>");
    expect(html("A note.^[It is {{moby.share|.1%}}.]")).toContain("It is 45.7%.");
    expect(html("::: mistake Only {{moby.share|.1%}}\nx\n:::")).toContain("Only 45.7%");
    expect(html("<p class='lede'>{{moby.share|.2f}}</p>")).toContain(">0.46<");
  });
  it("are not looked for in code and formulas", () => {
    expect(html("`{{moby.share}}` and $x_{{a}}$")).toContain("{{moby.share}}");
    expect(html("```txt\n| {{moby.share|.2f}} |\n```")).toContain("moby.share");
  });
  it("fail the build by name when no module has them", () => {
    expect(() => html("{{moby.none}}")).toThrow(
      `${PAGE}: there is no fact moby.none; facts/moby.ts of its stage would have it`
    );
  });
  it("fail the build when the format is none", () => {
    expect(() => html("{{moby.share|zz}}")).toThrow("zz is no format");
  });
  it("leave live expressions to Framework", () => {
    expect(html("${f({a: {b: 1}})}")).toContain("observablehq-loading");
  });
});

describe("claims", () => {
  it("are prose that the kept numbers bear out", () => {
    expect(html("It [falls *always*](claim:moby.falls).")).toBe(
      '<p>It <span class="claim" data-claim="moby.falls">falls <em>always</em></span>.</p>\n'
    );
  });
  it("fail the build when they are false, or when nothing computes them", () => {
    expect(() => html("It [rises](claim:moby.rises).")).toThrow(`${PAGE}: the numbers no longer say what it claims`);
    expect(() => html("It [turns](claim:moby.turns).")).toThrow(`${PAGE}: there is no claim moby.turns`);
    expect(() => html("It [turns](claim:novel.turns).")).toThrow("there is no claim novel.turns");
  });
});

describe("tables", () => {
  const table = (cell: string) => `| order | bits |\n|---|---|\n| 3 | ${cell} |`;
  it.each(["2.31", "1,024", "12", "about 40 %"])("refuse the typed number %s, naming page and cell", (cell) => {
    expect(() => html(table(cell))).toThrow(/perplexity: a typed number in a table: “.*” \(row 2, column “bits”\)/);
  });
  it.each(["{{moby.share|.2f}}", "$2.31$", "`2.31`", "7", "${x.toFixed(2)}"])("take %s", (cell) => {
    expect(html(table(cell))).toContain("<table>");
  });
  it("of definitions say why their numbers are exact", () => {
    expect(html(`<!-- exact: by definition -->\n${table("1024")}`)).toContain("1024");
    expect(() => html(`<!-- exact: -->\n${table("1024")}`)).toThrow("typed number");
  });
});

describe("terms", () => {
  it("are linked to the glossary where a page first uses them, in any form", () => {
    const page = html(
      "# Perplexity\n\nWhat *n-grams* say. An n-gram, and [entropy](/x) or `entropy`, then entropy and entropy."
    );
    expect(page.match(/class="term"/g)).toHaveLength(2);
    expect(page).toContain('<em><a class="term" href="/glossary#n-gram"');
    expect(page).toContain("<code>entropy</code>, then <a");
    expect(page).not.toMatch(/<h1.*class="term".*<\/h1>/);
  });
  it("are not found inside of other words", () => {
    expect(html("microperplexity, perplexitylike, n-gramsy")).not.toContain('class="term"');
  });
  it("can be asked for, and must exist", () => {
    expect(html("[](#term-perplexity)")).toMatch(
      /<a class="term" href="\/glossary#perplexity" title="The exp.*">perplexity<\/a>/
    );
    expect(html("[how unsure](#term-perplexity)")).toContain(">how unsure</a>");
    expect(() => html("[](#term-nothing)")).toThrow(`${PAGE}: there is no term #term-nothing`);
  });
  it("have a page that lists them, each with an anchor", () => {
    expect(html("[[glossary]]", "/glossary")).toContain('<dt id="n-gram">n-gram</dt>');
  });
});

describe("sources", () => {
  it("are cut out by symbol with their docstrings, and the test beside them", () => {
    const page = html(
      '<<< tools/readingMinutes.ts#readingMinutes test="tests/tools/markdown.test.ts: can be asked for, and must exist"'
    );
    expect(page).toContain('<figure class="source">');
    expect(page).toContain("Minutes to read a page");
    expect(page).toContain("export");
    expect(page).not.toContain("WORDS_PER_MINUTE</span> =");
    expect(page).toContain("Its test: can be asked for, and must exist");
  });
  it.each([
    ["<<< lib/none.ts#x", "there is no file lib/none.ts"],
    ["<<< lib/none.ts#*", "there is no file lib/none.ts"],
    ["<<< tools/readingMinutes.ts#none", "tools/readingMinutes.ts has no symbol none; it has WORDS_PER_MINUTE"],
    [
      '<<< tools/readingMinutes.ts#readingMinutes test="tests/tools/markdown.test.ts: no such title"',
      "has no test “no such title”"
    ],
    ["<<< tools/readingMinutes.ts", "expected <<< file#symbol"]
  ])("fail the build when they are not there: %s", (line, message) => {
    expect(() => html(line)).toThrow(message);
    expect(() => html(line)).toThrow(PAGE);
  });
  it("are whole files, where all of one is asked for", () => {
    const page = html("<<< recipes/sweep.ts#*");
    expect(page).toContain("A sweep");
    expect(page).toContain("subscribe");
  });
  it("follow the file: an edited symbol is shown as edited", () => {
    const folder = mkdtempSync(join(root, "shots-"));
    try {
      const file = `${folder.slice(root.length + 1)}/a.ts`;
      writeFileSync(join(root, file), "/** One. */\nexport const one = 1;\nexport const two = 2;\n");
      expect(html(`<<< ${file}#two,one`)).toMatch(/two[\s\S]*One\.[\s\S]*one/);
      writeFileSync(join(root, file), readFileSync(join(root, file), "utf8").replace("= 1", "= 7"));
      expect(html(`<<< ${file}#one`)).toContain("7");
    } finally {
      rmSync(folder, {recursive: true});
    }
  });
});

describe("blocks, notes and equations", () => {
  it("number equations, and refer to them by name, also before they stand there", () => {
    const page = html("See [](#eq-b).\n\n$$a$$ {#a}\n\n$$b$$ {#b}");
    expect(page).toContain('<a href="#eq-b" class="equation-ref">(2)</a>');
    expect(page).toContain('id="eq-a"');
    expect(() => html("[](#eq-none)")).toThrow(`${PAGE}: there is no equation #eq-none`);
    expect(() => html("$$a$$ {#a}\n\n$$b$$ {#a}")).toThrow("two equations are called a");
  });
  it("a short formula and its punctuation stay on one line; a long one may break", () => {
    expect(html("If $x$, then")).toMatch(/<span class="held"><span class="katex">.*<\/span>,<\/span> then/);
    expect(html("(see $x$).")).toMatch(/<\/span>\)\.<\/span><\/p>/);
    expect(html("$x$ and")).not.toContain("held");
    expect(html("$a + b + c = d$.")).toMatch(/^(?!.*held).*<\/span>\.<\/p>/);
    expect(html("[$x$](https://a.example) and **$y$.**")).toMatch(
      /<a href="https:\/\/a.example"[^>]*>.*<\/a> and <strong>.*\.<\/span><\/strong>/
    );
  });

  it("fail the build on an invalid formula, naming page and formula", () => {
    expect(() => html("$\\frac{1}{$")).toThrow(/perplexity:[\s\S]*\\frac/);
  });
  it("nest, and must close and be known", () => {
    expect(html("::: exercise One\n::: fold Solution\nx\n:::\n:::")).toMatch(
      /<section class="block exercise">[\s\S]*<details/
    );
    expect(() => html("::: mistake\nx")).toThrow("never closed");
    expect(() => html("::: nonsense\nx\n:::")).toThrow("unknown block “nonsense”");
  });
  it("fold by depth of reading: proofs and listings in full, algebra beyond, answers never", () => {
    expect(html("::: proof\nx ∎\n:::")).toMatch(/<details class="proof" data-depth="full" open><summary>Proof</);
    expect(html("::: proof of 1\nx ∎\n:::")).toContain("<summary>Proof of 1<");
    expect(html("::: fold\nx\n:::")).toMatch(/<details class="fold" data-depth="proofs"><summary>The algebra</);
    expect(html("::: answer Solution\nx\n:::")).toContain('<details class="fold"><summary>Solution<');
  });
  it("count side notes", () => {
    expect(html("a^[x] b^[y]").match(/id="note-\d"/g)).toEqual(['id="note-1"', 'id="note-2"']);
  });
});

describe("maps", () => {
  it("list every stage by name, and link only those that have a page", () => {
    const page = html("[[stages]]", "/index");
    expect(page.match(/<li data-stage=/g)).toHaveLength(1 + 18 + 1); // the prelude, the stages, the capstone
    expect(page).toContain("Flash attention");
    expect(page).not.toMatch(/<a [^>]*>Flash attention/);
  });
  it("link a section by its name, and one without a page not at all", () => {
    const here = "/stages/01-markov/index";
    expect(html("[the measure](section:perplexity)", here)).toContain(
      '<a href="/stages/01-markov/perplexity">the measure</a>'
    );
    expect(() => html("[x](section:nowhere)", here)).toThrow("has no section nowhere");
    expect(() => html("[x](section:perplexity)", "/index")).toThrow("has no section perplexity");
  });
  it("say how long a stage takes to read", () => {
    expect(html("[[time]]", "/stages/01-markov/index")).toMatch(/<b>(\d+ h )?\d+ min<\/b>/);
  });
  it("list the sections of a stage", () => {
    expect(html("[[sections]]", "/stages/01-markov/index").match(/data-section=/g)).toHaveLength(
      stage.sections.length - 1
    );
    expect(() => html("[[sections]]", "/glossary")).toThrow("stands on a page of a stage");
  });
});
