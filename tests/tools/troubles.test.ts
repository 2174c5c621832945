import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {codeOf} from "../../src/components/message.js";
import {ConfigError, ShapeError} from "../../lib/core/errors.js";
import {root} from "../../tools/root.js";
import {readTroubles} from "../../tools/troubles.js";

const page = readFileSync(join(root, "src/troubleshooting.md"), "utf8");
const troubles = await readTroubles();

/** The sections of the page by their anchors. */
const sections = new Map(
  page
    .split(/^(?=<h2 id=")/m)
    .slice(1)
    .map((section) => [/^<h2 id="(\w+)"/.exec(section)![1]!, section] as const)
);

const [, union = ""] = /export type ErrorCode =([^;]*);/.exec(readFileSync(join(root, "lib/core/errors.ts"), "utf8"))!;
const codes = union.match(/LLMFP_\w+/g) ?? [];

describe("the troubleshooting page", () => {
  it("has a section for each code of an error, and for no other", () => {
    expect(codes.length).toBeGreaterThan(5);
    expect([...sections.keys()].sort()).toEqual([...codes].sort());
  });

  it("shows at least one real error in each section, each program once and under its own code", () => {
    for (const code of codes) {
      const shown = [...sections.get(code)!.matchAll(/^\[\[trouble (\w+)\]\]$/gm)].map(([, name]) => name);
      expect(shown, code).not.toEqual([]);
      const own = troubles.filter((trouble) => trouble.code === code).map(({name}) => name);
      expect([...shown].sort(), code).toEqual(own.sort());
    }
  });

  it("tells messages that say what was found, as they are printed", () => {
    const message = (name: string) => troubles.find((trouble) => trouble.name === name)?.message;
    expect(message("innerSizes")).toBe("ShapeError: matmul: inner dimensions differ: [2, 3] · [2, 3] (3 ≠ 2)");
    expect(message("misspelled")).toContain("hint: did you mean learningRate?");
  });
});

describe("codeOf", () => {
  it("knows errors of the library, and nothing else that is thrown", () => {
    expect(codeOf(new ShapeError("add", "shapes fit"))).toBe("LLMFP_SHAPE");
    expect(codeOf(new ConfigError("x", "y"))).toBe("LLMFP_CONFIG");
    expect(codeOf(Object.assign(new Error("no file"), {code: "ENOENT"}))).toBeUndefined();
    expect(codeOf("thrown text")).toBeUndefined();
    expect(codeOf(undefined)).toBeUndefined();
  });
});
