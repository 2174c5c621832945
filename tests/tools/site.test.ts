import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {createHash} from "node:crypto";
import {describe, expect, it} from "vitest";
import {book, contents, placeOf} from "../../tools/book.js";
import {programOf, readFacts} from "../../tools/kept.js";
import {withTable} from "../../tools/readme.js";
import {root} from "../../tools/root.js";
import {policyOf, withPolicy} from "../../tools/policy.js";
import {readingMinutes} from "../../tools/readingMinutes.js";
import {terms, usesOf} from "../../tools/terms.js";
import {importsOf, weigh} from "../../tools/weight.js";

describe("the policy of a page", () => {
  const hash = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
  it("names the hash of each inline script, once, and of no other script", () => {
    const policy = policyOf(
      '<script>a</script><script type="module">\nb</script><script>a</script><script src="x.js"></script>'
    );
    expect(policy.match(/'sha256-/g)).toHaveLength(2);
    expect(policy).toContain(hash("a"));
    expect(policy).toContain(hash("\nb"));
  });
  it("changes with the script, lets no string run as code, and stands first in the head", () => {
    expect(policyOf("<script>a</script>")).not.toBe(policyOf("<script>b</script>"));
    expect(policyOf("")).not.toContain("'unsafe-eval'");
    expect(withPolicy("<head>\n<title>x</title></head>")).toMatch(
      /^<head>\n<meta http-equiv="content-security-policy"/
    );
  });
});

describe("the book's lists", () => {
  it("agree: each place of a term, and each page of the contents, is a section of a stage", () => {
    for (const {term, stage, section} of terms) {
      const slugs = book()
        .find(({number}) => number === stage)
        ?.sections.map(({slug}) => slug);
      expect(slugs, term).toContain(section);
    }
    expect(contents().flatMap(({pages}) => pages.map(({path}) => path))).toContain("/stages/01-markov/");
  });
  it("know the place of a page by its path, and refuse a page that is not listed", () => {
    expect(placeOf("/stages/01-markov/perplexity")?.section.title).toBe("Perplexity");
    expect(placeOf("/glossary")).toBeUndefined();
    expect(() => placeOf("/stages/01-markov/nothing")).toThrow("not listed in its stage.ts");
  });
  it("name each term and alias once", () => {
    const names = terms.flatMap(({term, aliases}) => [term, ...aliases]).map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const {term} of terms) expect(usesOf(`A ${term}.`).map(({term: {term}}) => term)).toEqual([term]);
  });
});

describe("the README", () => {
  const file = join(root, "README.md");
  it.runIf(existsSync(file))("has the table of stages as the lists have it: npm run readme", () => {
    const readme = readFileSync(file, "utf8");
    expect(withTable(readme)).toBe(readme);
  });
  it("gets a row for the prelude, each stage and the capstone", () => {
    expect(withTable("a\n<!-- stages -->\nold\n<!-- /stages -->\nb")?.split("\n")).toHaveLength(26);
    expect(withTable("no place")).toBeUndefined();
  });
});

describe("facts", () => {
  it("are finite numbers or texts, and anything else is refused by name", () => {
    expect([...readFacts('{"facts": {"a": 1, "b": "x"}}').facts]).toEqual([
      ["a", 1],
      ["b", "x"]
    ]);
    expect(() => readFacts('{"facts": {"a": null}}')).toThrow("fact a is null");
    expect(() => readFacts('{"facts": {"a": {"not": "NaN"}}}')).toThrow("fact a is NaN");
  });
  it("come with claims, which are true or false", () => {
    expect([...readFacts('{"facts": {}, "claims": {"falls": true}}').claims]).toEqual([["falls", true]]);
    expect(() => readFacts('{"facts": {}, "claims": {"falls": 1}}')).toThrow("claim falls is 1");
  });
  it("are of the page's own stage, unless a name says whose", () => {
    const page = "/stages/01-markov/sampling";
    expect(programOf("sampling.share", page)).toEqual({program: "markov.sampling", field: "share"});
    expect(programOf("autodiff.fast.share", page)).toEqual({program: "autodiff.fast", field: "share"});
    expect(programOf("markov.sampling.share", "/index")).toEqual({program: "markov.sampling", field: "share"});
  });
});

describe("reading time", () => {
  it("counts words, formulas and figures, and neither code nor front matter", () => {
    expect(readingMinutes("word ".repeat(1000))).toBe(5);
    expect(readingMinutes(`---\ntitle: ${"x ".repeat(999)}\n---\n\`\`\`ts\n${"x ".repeat(999)}\n\`\`\`\n`)).toBe(1);
    expect(readingMinutes("$$a$$\n".repeat(40))).toBe(2);
    expect(readingMinutes('<div class="figure-slot wide"></div>\n'.repeat(4))).toBe(3);
  });
});

describe("the weight of a page", () => {
  it("follows what modules import as they load, and not what they may import later", () => {
    expect(
      importsOf('import "./a.js"; export {x} from "./b.js"; const c = () => import("./c.js"); "import(\'no\')"')
    ).toEqual({
      fixed: ["./a.js", "./b.js"],
      lazy: ["./c.js"]
    });
    const site = mkdtempSync(join(tmpdir(), "site-"));
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(site, file)), {recursive: true});
      writeFileSync(join(site, file), text);
    };
    try {
      write(
        "a/page.html",
        '<link rel="stylesheet" href="../x.css"><script type="module">import "../_i/a.js";</script>'
      );
      write("x.css", "b{}");
      write("_i/a.js", 'import "./b.js"; () => import("./later.js");');
      write("_i/b.js", "");
      write("_i/later.js", "0;".repeat(10_000));
      const {bytes, total} = weigh(site, "a/page.html", "/");
      expect([...bytes.keys()].sort()).toEqual(["css", "html", "js"]);
      expect(total).toBeLessThan(300);
    } finally {
      rmSync(site, {recursive: true});
    }
  });
});
