import {describe, expect, it} from "vitest";
import {answers, type Manifest} from "../../../src/components/notebook/answers.js";
import type {Pieces} from "../../../src/components/notebook/wire.js";

const manifest: Manifest = {
  modules: {"npm:a": "nb-a.js", "/lib/b.js": "nb-b.js"},
  imports: {"nb-a.js": ["nb-c.js", "nb-d.js"], "nb-b.js": ["nb-c.js"], "nb-c.js": ["nb-d.js"], "nb-d.js": []},
  workers: {"/lib/workers/w.js": "workers/w.js"},
  files: {"data/x.json": "../x.json"},
  styles: {katex: "../katex.css"}
};

/** The page's answers, with the files that were fetched for them; a file comes when its gate opens. */
function site(gate: (path: string) => Promise<unknown> = async () => undefined) {
  const asked: string[] = [];
  const answer = answers(
    manifest,
    async (path) => {
      asked.push(path);
      await gate(path);
      return new TextEncoder().encode(`text of ${path}`).buffer;
    },
    async (path) => `style of ${path}`
  );
  return {answer, asked};
}

const names = (pieces: unknown): readonly string[] => (pieces as Pieces).map(({name}) => name);

describe("the page’s answers to its frame", () => {
  it("have a module after all that it imports, and nothing twice", async () => {
    const {answer} = site();
    expect(names(await answer("module", "npm:a"))).toEqual(["nb-d.js", "nb-c.js", "nb-a.js"]);
    expect(names(await answer("module", "/lib/b.js"))).toEqual(["nb-b.js"]);
    expect(names(await answer("piece", "nb-c.js"))).toEqual(["nb-c.js"]);
  });

  it("never count on what another answer, still under way, will bring", async () => {
    let open: (value?: unknown) => void = () => undefined;
    const slow = new Promise((resolve) => (open = resolve));
    const {answer} = site((path) => (path.endsWith("nb-a.js") ? slow : Promise.resolve()));
    const first = answer("module", "npm:a");
    expect(names(await answer("module", "/lib/b.js"))).toEqual(["nb-d.js", "nb-c.js", "nb-b.js"]);
    open();
    expect(names(await first)).toContain("nb-c.js");
  });

  it("are workers, files and styles by their names", async () => {
    const {answer} = site();
    expect(await answer("worker", "/lib/workers/w.js")).toBe("text of workers/w.js");
    expect(new TextDecoder().decode((await answer("file", "data/x.json")) as ArrayBuffer)).toBe("text of ../x.json");
    expect(await answer("style", "katex")).toBe("style of ../katex.css");
  });

  it.each([
    ["module", "npm:left-pad", "not among the modules of this book: cells can import a,"],
    ["module", "__proto__", "not among the modules"],
    ["module", "nb-a.js", "not among the modules"],
    ["piece", "../../secret.js", "no piece"],
    ["piece", "constructor", "no piece"],
    ["worker", "workers/w.js", "not among the workers"],
    ["file", "../x.json", "not among the files"],
    ["style", "toString", "not among the styles"]
  ] as const)("refuse a %s called %s", async (what, name, message) => {
    const {answer, asked} = site();
    await expect(answer(what, name)).rejects.toThrow(message);
    expect(asked).toEqual([]);
  });
});
