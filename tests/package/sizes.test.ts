/** What the library weighs in a page: what a bundler leaves of a program, minified and gzipped, with rxjs left outside. */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {build, stop} from "esbuild";
import {afterAll, expect, inject, it} from "vitest";
import {root} from "../../tools/root.js";
import {stageFaces} from "../../tools/stageFaces.js";

interface Bundle {
  readonly bytes: number;
  /** The library's files of which something is left. */
  readonly files: readonly string[];
}

async function bundle(contents: string): Promise<Bundle> {
  const {outputFiles, metafile} = await build({
    stdin: {contents, resolveDir: inject("installed")},
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    target: "es2022",
    external: ["rxjs", "node:fs"],
    logOverride: {"ignored-bare-import": "silent"},
    absWorkingDir: inject("installed")
  });
  const inputs = Object.values(metafile.outputs).flatMap(({inputs}) => Object.entries(inputs));
  const left = inputs.filter(([, {bytesInOutput}]) => bytesInOutput > 0);
  return {
    bytes: gzipSync(outputFiles[0]!.contents, {level: 9}).length,
    files: left.map(([file]) => file.replace(/^.*llm-first-principles\/build\//, ""))
  };
}

afterAll(() => stop());

const counting = `import {run, ticks} from "llm-first-principles";
import {markov} from "llm-first-principles/stages/markov";
console.log(markov, run, ticks);`;
const [, derivatives = ""] = /^## Derivatives[\s\S]*?^```js\n([\s\S]*?)^```/m.exec(
  readFileSync(join(root, "README.md"), "utf8")
)!;

/** Budgets in bytes of a thousand to the kilobyte: a tenth above what was measured when they were set, or what was promised. */
const programs: readonly (readonly [name: string, kB: number, program: string])[] = [
  ["markov, run and ticks", 25, counting],
  ["run and ticks alone", 2.5, 'export {run, ticks} from "llm-first-principles";'],
  ["the README's network on tensors", 65, derivatives]
];

/** Whole faces, for whoever takes all of one: nobody should, but growth is seen here first. */
const faces: Readonly<Record<string, number>> = {
  "": 33.5,
  "/scalar": 10.7,
  "/tensor": 103,
  "/transformer": 78.5,
  "/interop": 94,
  "/tokenizers": 27.7,
  "/stages/markov": 19.5,
  "/stages/autodiff": 10.4,
  "/stages/autodiff/tensors": 66.8,
  "/stages/neural-lm": 85.8,
  "/stages/neural-lm/fields": 1.6,
  "/stages/optimization": 67.6,
  "/stages/transformer": 105.5,
  "/stages/transformer/fields": 1.8
};

it.each(programs)("what is left of %s is at most %d kB", async (_, kB, program) => {
  expect((await bundle(program)).bytes).toBeLessThanOrEqual(1000 * kB);
});

it.each(Object.entries(faces))("all of llm-first-principles%s is at most %d kB", async (face, kB) => {
  expect((await bundle(`export * from "llm-first-principles${face}";`)).bytes).toBeLessThanOrEqual(1000 * kB);
});

it("has a budget for every face of a stage", () => {
  const budgeted = Object.keys(faces).filter((face) => face.startsWith("/stages/"));
  expect(budgeted.sort()).toEqual(
    Object.keys(stageFaces())
      .map((name) => `/${name}`)
      .sort()
  );
});

const engine = /^(kernels|tensor|autodiff|nn|optim|io|interop)\//;

it.each([
  ["a stage that counts", 'export {markov} from "llm-first-principles/stages/markov";'],
  ["markov, run and ticks", counting],
  ["the whole first face", 'export * from "llm-first-principles";'],
  ["the settings of a network", 'export * from "llm-first-principles/stages/neural-lm/fields";']
])("%s comes without kernels, tensors or derivatives", async (_, program) => {
  const {files} = await bundle(program);
  expect(files.filter((file) => engine.test(file))).toEqual([]);
  expect(files.length).toBeGreaterThan(1);
});

it("a program of tensors comes with its kernels, so that their absence means something", async () => {
  expect((await bundle(derivatives)).files).toContain("kernels/bytes.js");
});

it("the module of fast mode comes with whoever opens it, and with nobody else", async () => {
  const opening = (names: string) => bundle(`export {${names}} from "llm-first-principles/tensor";`);
  const [without, opened] = [await opening("matmul, openThreads, engineMode"), await opening("openFast")];
  expect(without.files).toContain("kernels/pool.js");
  expect(without.files).not.toContain("kernels/fastBytes.js");
  expect(opened.files).toContain("kernels/fastBytes.js");
});

it("nothing is left of an import of which nothing is used", async () => {
  const faces = ["", "/tensor", "/interop", "/stages/transformer"];
  const program = faces.map((face) => `import "llm-first-principles${face}";`).join("\n");
  expect((await bundle(program)).files).toEqual([]);
});
