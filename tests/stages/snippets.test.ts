import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import ts from "typescript";
import {expect, it} from "vitest";

const root = join(import.meta.dirname, "../..");
const sources = readdirSync(join(root, "src"), {recursive: true, encoding: "utf8"})
  .filter((file) => file.endsWith(".ts") && !file.includes(".observablehq"))
  .map((file) => join("src", file));

/** What the snippets in a source import: text that a reader is shown, so imports inside of strings and templates. */
function shown(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node))
      for (const [, name] of node.getText(source).matchAll(/\bimport\b[^;`]*?\bfrom \\?["']([^"'\\]+)\\?["']/g))
        found.push(name!);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const snippets = sources.map((file) => ({file, names: shown(file)})).filter(({names}) => names.length > 0);

it("finds the snippets under “Code”", () => expect(snippets.length).toBeGreaterThan(40));

it("and all of them import what any reader can install", () => {
  const ours = /^(llm-first-principles(\/.+)?|rxjs)$/;
  // what a notebook calls Plot and d3 is imported by the script that it becomes, which reads its texts with Node
  const ofNotebooks = new Set(["@observablehq/plot", "d3", "node:fs/promises"]);
  const strange = snippets.flatMap(({file, names}) =>
    // a whole program, outside of figures, may read a file with what Node has
    names
      .filter((name) => !ours.test(name) && (name !== "node:fs" || file.includes("figures/")))
      .filter((name) => !(file.includes("components/notebook/") && ofNotebooks.has(name)))
      .map((name) => `${file}: ${name}`)
  );
  expect(strange).toEqual([]);
});
