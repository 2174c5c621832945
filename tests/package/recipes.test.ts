/** The recipes, as somebody pastes them into a project of their own: type-checked and run there, and what they print is checked. */
import {copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {root} from "../../tools/root.js";
import {command} from "./command.js";
import {strangersProject, strictConfig, tsc} from "./strangersProject.js";

const project = strangersProject("recipes");
const names = readdirSync(join(root, "recipes")).map((file) => file.replace(/\.ts$/, ""));
const ran = new Set<string>();

/** The words of each line that a recipe prints. */
function run(name: string, ...args: readonly string[]): readonly (readonly string[])[] {
  ran.add(name);
  const lines = command(process.execPath, [join("out", `${name}.js`), ...args], project).trim();
  return lines.split("\n").map((line) => line.split(" "));
}

beforeAll(() => {
  mkdirSync(join(project, "src"));
  for (const name of names) copyFileSync(join(root, "recipes", `${name}.ts`), join(project, "src", `${name}.ts`));
  writeFileSync(join(project, "tsconfig.json"), strictConfig());
  command(process.execPath, [tsc, "-p", "."], project); // throws for an error of types
});

it.each(names)("%s says first what it shows, and is 15 to 40 lines", (name) => {
  const lines = readFileSync(join(root, "recipes", `${name}.ts`), "utf8")
    .trimEnd()
    .split("\n");
  expect(lines[0]).toMatch(/^\/\*\* .{40,}\. ?\*\/$/);
  expect(lines.length).toBeGreaterThanOrEqual(15);
  expect(lines.length).toBeLessThanOrEqual(40);
});

it("the page of recipes shows each of them once", () => {
  const page = readFileSync(join(root, "src/recipes.md"), "utf8");
  const shown = [...page.matchAll(/^<<< recipes\/(\w+)\.ts#\*$/gm)].map(([, name]) => name);
  expect(shown.sort()).toEqual([...names].sort());
});

describe("the recipe for", () => {
  it("a corpus of one's own counts the words of files, and writes", () => {
    writeFileSync(join(project, "one.txt"), "the cat saw the dog and the dog saw the cat. ".repeat(50));
    writeFileSync(join(project, "two.txt"), "a bird sang to the moon and the moon was still. ".repeat(50));
    const [figures, written] = run("ownCorpus", "one.txt", "two.txt");
    expect(figures?.slice(0, 3)).toEqual(["steps", "1", "tokens"]);
    expect(Number(figures?.[5])).toBeLessThan(4);
    expect(written?.join(" ")).toMatch(/the (cat|dog|moon)/);
    expect(() => run("ownCorpus", "../../node_modules/rxjs")).toThrow(/EISDIR/);
  });

  it("a model of one's own learns, and can be forked", () => {
    const [first, ...rest] = run("ownModel");
    expect(first?.[0]).toBe("0");
    const losses = [first, ...rest].map((words) => Number(words?.at(-1)));
    expect(rest.map(([step]) => step)).toEqual(["100", "200", "fork"]);
    expect(losses[1]).toBeLessThan(losses[0]! - 0.5);
    expect(losses[2]).toBeLessThan(losses[1]!);
    expect(losses[3]).toBeLessThan(losses[2]!);
  });

  it("an operator of one's own mixes batches, and the counts are the same", () => {
    const [order, bits, same] = run("ownOperator");
    const numbers = order?.slice(1).map(Number) ?? [];
    expect(numbers).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([...numbers].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(Number(bits?.at(-1))).toBeLessThan(4);
    expect(same).toEqual(["same", "model", "true"]);
  });

  it("early stopping ends a run three judged frames after its best", () => {
    const [stopped, best] = run("earlyStopping").map((words) => words.slice(2).map(Number));
    expect(stopped?.[0]).toBe(best![0]! + 60);
    expect(best![0]).toBeGreaterThan(0);
    expect(stopped?.[0]).toBeLessThan(2000);
    expect(best![1]).toBeLessThan(stopped![1]!);
  });

  it("a sweep tries all combinations, and the best is first", () => {
    const lines = run("sweep");
    const bits = lines.map(([bits]) => Number(bits));
    expect(new Set(lines.map((words) => words.slice(2).join(" "))).size).toBe(10);
    expect(bits).toEqual([...bits].sort((a, b) => a - b));
    expect(lines[0]?.[3]).toBe("kneser-ney");
  });

  it("resuming gives the bits of a run that never stopped", () => {
    const [saved, resumed, same] = run("resume");
    expect(saved).toEqual(["saved", "at", "30"]);
    expect(resumed?.slice(0, 3)).toEqual(["resumed", "to", "50"]);
    expect(same).toEqual(["same", "bits", "true"]);
  });

  it("a worker trains in another thread, which ends", () => {
    const lines = run("worker");
    expect(lines.map(([step]) => step)).toEqual(["0", "20", "40", "60"]);
    expect(lines.every(([, , word, thread]) => word === "thread" && Number(thread) > 0)).toBe(true);
    const bits = lines.map(([, bits]) => Number(bits));
    expect(bits[3]).toBeLessThan(bits[0]! - 0.5);
  });

  it("an abort ends the run with its reason", () => {
    const [reason, at] = run("abort", "1500");
    expect(reason).toEqual(["stopped", "by", "TimeoutError"]);
    expect(Number(at?.[2])).toBeGreaterThan(0);
    expect(at?.[3]).toMatch(/^[0-9a-f]{32}$/);
  });

  it("async iteration reads frames in order until it leaves", () => {
    const lines = run("asyncIterator");
    const frames = lines.slice(0, -1);
    const steps = frames.map(([step]) => Number(step));
    expect(steps[0]).toBe(0);
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    expect(Number(frames.at(-1)?.[1])).toBeLessThan(4.5);
    expect(lines.at(-1)?.join(" ")).toBe("the run has ended");
  });

  it("an export writes both formats, and reads the same model from each", () => {
    const [bits, files, ...same] = run("exportModel");
    expect(Number(bits?.at(-1))).toBeLessThan(6);
    expect(files).toEqual(["files", "config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"]);
    expect(same).toEqual([
      ["same", "true"],
      ["same", "true"]
    ]);
    expect(readFileSync(join(project, "model.gguf")).subarray(0, 4).toString()).toBe("GGUF");
  });
});

afterAll(() => {
  expect([...ran].sort(), "every recipe is run").toEqual([...names].sort());
});
