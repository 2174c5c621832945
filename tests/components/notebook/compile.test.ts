import {describe, expect, it} from "vitest";
import type {Cell, Mode} from "../../../src/components/notebook/cell.js";
import {compile} from "../../../src/components/notebook/frame/compile.js";
import {guard, guarded} from "../../../src/components/notebook/frame/guard.js";
import {untyped} from "../../../src/components/notebook/frame/typescript.js";

const compiled = (value: string, mode: Mode = "js") => {
  const cell: Cell = {id: 1, mode, value, pinned: true};
  return compile(cell, untyped);
};

/** What a cell gives, with `inputs` for what it needs. */
async function run(value: string, inputs: Readonly<Record<string, unknown>> = {}, mode: Mode = "js"): Promise<unknown> {
  const {body, inputs: names} = compiled(value, mode);
  const load = async (specifier: string) => ({specifier, default: specifier, a: specifier});
  const given: Readonly<Record<string, unknown>> = {__tick: () => undefined, ...inputs};
  const make: unknown = new Function("__load", `"use strict"; return (${body});`).call(undefined, load);
  return (make as (...inputs: readonly unknown[]) => unknown)(...names.map((name) => given[name]));
}

describe("a cell", () => {
  it("needs what it names and gives what it declares", () => {
    const {inputs, outputs, autodisplay} = compiled("const b = a + 1;");
    expect(inputs).toEqual(["a"]);
    expect(outputs).toEqual(["b"]);
    expect(autodisplay).toBe(false);
    expect(compiled("a + 1").autodisplay).toBe(true);
  });

  it("asks for its modules by the names that it gave them, now or later", async () => {
    expect(await run('import {a} from "npm:d3"; const b = a;')).toEqual({a: "npm:d3", b: "npm:d3"});
    expect(await run('import * as all from "/lib/index.js";')).toMatchObject({all: {specifier: "/lib/index.js"}});
    expect(await run('(await import("rxjs")).a')).toBe("rxjs");
    await expect(run('import {nothing} from "rxjs";')).rejects.toThrow("export 'nothing' not found");
  });

  it("of TypeScript loses its types, and keeps its imports", async () => {
    expect(await run("const x: number = (2 as number) * y!;", {y: 3}, "ts")).toEqual({x: 6});
    expect(await run('import {a} from "rxjs";', {}, "ts")).toEqual({a: "rxjs"});
    expect(await run("y satisfies number", {y: 3}, "ts")).toBe(3);
  });

  it("of prose is a template whose expressions are cells", async () => {
    const html = (strings: TemplateStringsArray, ...values: readonly unknown[]) => String.raw(strings, ...values);
    expect(await run("<b>${a + 1}</b> \\d", {a: 1, __html: html}, "html")).toBe("<b>2</b> \\d");
    expect(compiled("<b>${a}</b>", "html").inputs).toEqual(expect.arrayContaining(["__html", "a"]));
    expect(compiled("  ", "html").inputs).toEqual([]);
  });

  it.each(["const x = (", "const x: = 1", "export const a = 1;;x=("])("that is no program says so: %s", (value) => {
    expect(() => compiled(value)).toThrow(SyntaxError);
    expect(() => compiled(value, "ts")).toThrow();
  });
});

describe("the guard", () => {
  it.each([
    ["a loop", "let n = 0; while (n < 3) n++; for (let i = 0; i < 2; i++) { n++; } do n++; while (n < 7);", {n: 7}],
    ["loops over things", "let s = ''; for (const k in {a: 1}) s += k; for (const x of [1, 2]) s += x;", {s: "a12"}],
    ["an arrow with an object", "const r = [1, 2].map((x) => ({x}));", {r: [{x: 1}, {x: 2}]}],
    ["an arrow with a comma", "let n = 0; const f = (x) => (n++, x), r = f(5);", {n: 1, r: 5}],
    ["functions in functions", "const f = (a) => (b) => { return a + b; }, r = f(1)(2);", {r: 3}],
    [
      "generators and methods",
      "class A { *g() { yield 1; } static s = (() => 2)(); } const r = [...new A().g(), A.s];",
      {r: [1, 2]}
    ],
    ["defaults that are functions", "const f = (g = () => 4) => g(), r = f();", {r: 4}]
  ])("changes nothing of %s", async (_, code, expected) => {
    expect(await run(code)).toMatchObject(expected);
  });

  it("adds no line, so that errors name the line that was written", () => {
    const code = "for (;;) {\n  f(() => {\n    g();\n  });\n}";
    expect(guarded(code).split("\n").length).toBe(code.split("\n").length);
  });

  it.each([
    "while (true) {}",
    "for (;;) ;",
    "do {} while (true)",
    "for (;;) { try { for (;;) {} } catch {} }",
    "const f = () => { try { f(); } catch {} f(); }; f();",
    "const all = {*[Symbol.iterator]() { for (;;) yield 1; }}; for (const x of all);"
  ])("ends what never ends: %s", async (code) => {
    let time = 0;
    const {tick} = guard(
      () => (time += 10),
      () => undefined
    );
    await expect(run(code, {__tick: tick})).rejects.toThrow(/stopped: it ran 3 seconds|call stack/);
  });

  it("begins anew with each task, and knows no time that nothing ran in", () => {
    let time = 0;
    let over: () => void = () => undefined;
    const {tick} = guard(
      () => time,
      (done) => (over = done)
    );
    const ticks = () => {
      for (let i = 0; i < 256; i++) tick();
    };
    ticks();
    time = 2900;
    ticks();
    over();
    time = 9000;
    ticks();
    time = 12_100;
    expect(ticks).toThrow("stopped");
    expect(tick).toThrow("stopped"); // again at once, until the task is over
    over();
    expect(tick).not.toThrow();
  });
});
