import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {exampleProgram} from "../../tools/reference/examples.js";
import {packageFaces} from "../../tools/reference/faces.js";
import {escaped, linked, prose} from "../../tools/reference/html.js";
import {readFaces} from "../../tools/reference/readFaces.js";
import {referencePage} from "../../tools/reference/referencePage.js";
import {topicsOf} from "../../tools/reference/topics.js";
import {root} from "../../tools/root.js";
import {runExample} from "./runExample.js";

const entries = await readFaces();
const entry = (name: string, face: string) => {
  const found = entries.find((entry) => entry.name === name && entry.faces.includes(`llm-first-principles${face}`));
  if (found === undefined) throw new Error(`no ${name} in llm-first-principles${face}`);
  return found;
};

describe("the reference", () => {
  it("tells every export of every face, and on one page", async () => {
    for (const [face, file] of Object.entries(packageFaces())) {
      const names = Object.keys((await import(join(root, file))) as object);
      const told = new Set(entries.filter(({faces}) => faces.includes(face)).map(({name}) => name));
      expect(
        names.filter((name) => !told.has(name)),
        face
      ).toEqual([]);
    }
    const pages = topicsOf(entries);
    expect(pages.flatMap(([, told]) => told).length).toBe(entries.length);
    for (const [{title}, told] of pages) expect(new Set(told.map(({name}) => name)).size, title).toBe(told.length);
  });

  it("has words for every export, every setting of an options type, and every parameter that is described at all", () => {
    expect(entries.filter(({doc}) => doc.text === "").map(({name, file}) => `${file}: ${name}`)).toEqual([]);
    const settings = entries.filter(({name}) => name.endsWith("Options") || name.endsWith("Config"));
    const silent = settings.flatMap(({name, members}) =>
      members.filter(({text}) => text === "").map((member) => `${name}.${member.name}`)
    );
    expect(silent).toEqual([]);
  });

  it("shows types as they are written, with what is optional, spread and taken apart", () => {
    expect(entry("grad", "/tensor").signatures).toEqual([
      "function grad<P, A extends readonly unknown[]>(f: Loss<P, A>): ((params: P, ...rest: A) => P)"
    ]);
    expect(entry("splitKey", "").signatures).toEqual(["function splitKey(from: Key, count = 2): readonly Key[]"]);
    expect(entry("greater", "/tensor").signatures).toEqual(["const greater: (a: Operand, b: Operand) => Tensor"]);
    const [first] = entry("TransformerConfig", "/transformer").members.filter(({name}) => name === "kvHeads");
    expect(first).toMatchObject({optional: true, type: "number"});
  });

  it("makes text of text: no markup of a docstring becomes the page's, and no expression either", () => {
    const links = new Map([["Tensor", "./tensor#Tensor"]]);
    expect(escaped("a <b> & ${c}")).toBe("a &lt;b&gt; &amp; &#36;{c}");
    expect(linked('f(x: Tensor, y: "Tensor")', links)).toBe(
      'f(x: <a href="./tensor#Tensor">Tensor</a>, y: &quot;Tensor&quot;)'
    );
    expect(prose("One `Tensor`.\n\n- a\n- <i>", links)).toBe(
      '<p>One <code><a href="./tensor#Tensor">Tensor</a></code>.</p>\n<ul><li>a</li><li>&lt;i&gt;</li></ul>'
    );
    const odd = {...entry("grad", "/tensor"), doc: {...entry("grad", "/tensor").doc, text: "<script>${1}</script>"}};
    const page = referencePage({slug: "x", title: "X", lede: "", folders: []}, [odd], {links, all: [odd]});
    expect(page).toContain("<p>&lt;script&gt;&#36;{1}&lt;/script&gt;</p>");
  });
});

describe("an example of a docstring", () => {
  const examples = entries.flatMap((of) => of.doc.examples.map((code) => [of.name, of, code] as const));

  it("is there for what a reader meets first", () => {
    const shown = new Set(examples.map(([name]) => name));
    const first = ["run", "timeline", "ticks", "tensor", "grad", "matmul", "key", "transformer", "characterTokenizer"];
    expect(first.filter((name) => !shown.has(name))).toEqual([]);
  });

  it.each(examples)("%s does what it says", async (_, of, code) => {
    expect(await runExample(exampleProgram(code, of, entries))).toBeGreaterThan(0);
  });

  it("that says what is wrong fails", async () => {
    await expect(runExample("1 + 1; // 3")).rejects.toThrow(/3/);
    await expect(runExample("[1, 0.3333333]; // [1, 0.34]")).rejects.toThrow(/0\.34/);
    expect(await runExample("[1, 1 / 3]; // [1, 0.33]")).toBe(1);
    await expect(runExample("({a: 1}); // {}")).rejects.toThrow();
  });
});
