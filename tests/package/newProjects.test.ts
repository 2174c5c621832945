/** The projects that `llmfp new` writes, from the packed package: their types are right, and they do what they say. */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {root} from "../../tools/root.js";
import {command} from "./command.js";
import {strangersProject, tsc} from "./strangersProject.js";

const project = strangersProject("new");
const types = join(root, "node_modules/@types");

/** Writes a project beside the installed package, and compiles it. */
function written(template: string): string {
  const folder = join(project, `my-${template}`);
  command("npx", ["--no-install", "llmfp", "new", template, folder], project);
  expect(command(process.execPath, [tsc, "-p", ".", "--typeRoots", types], folder)).toBe("");
  const {name, dependencies} = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly dependencies: Readonly<Record<string, string>>;
  };
  expect(name).toBe(`my-${template}`);
  expect(dependencies["llm-first-principles"]).toMatch(/^\^\d+\.\d+\.\d+$/);
  return folder;
}

describe("llmfp new", () => {
  it("pipeline trains, keeps its best state, and writes", () => {
    const lines = command(process.execPath, ["out/main.js"], written("pipeline")).split("\n");
    const losses = lines.slice(0, 5).map((line) => line.split(" ").map(Number));
    expect(losses.map(([step]) => step)).toEqual([0, 50, 100, 150, 200]);
    expect(losses[4]![2]).toBeLessThan(losses[0]![2]! - 1);
    expect(lines[5]).toMatch(/^best at step \d+/);
    expect(lines.slice(6).join("\n").length).toBeGreaterThan(60);
  });

  it("stage learns, is forked, and keeps its laws", () => {
    const folder = written("stage");
    const lines = command(process.execPath, ["out/main.js"], folder).trim().split("\n");
    expect(lines.slice(0, 5).map((line) => line.split(" ")[0])).toEqual(["0", "50", "100", "150", "200"]);
    expect(lines[5]).toMatch(/^with another rate from step 100 on: \d\.\d{3}$/);
    expect(command(process.execPath, ["--test", "out/bigram.test.js"], folder)).toMatch(/# pass 4\n# fail 0/);
  });
});
