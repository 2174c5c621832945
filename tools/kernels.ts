/**
 * `npm run kernels`: compiles AssemblyScript into modules that are committed: lib/kernels/assembly, and a stage's own
 * `assembly/` where it has one, for what only its pages show.
 */
import {createHash} from "node:crypto";
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {filesIn} from "./filesIn.js";
import {root} from "./root.js";
import {run} from "./run.js";

/** A module: the folder of its sources, among them index.ts, and the file that it is compiled into. */
interface WasmModule {
  readonly sources: string;
  readonly file: string;
  /** What the compiler is told beside what all modules are. */
  readonly more?: string;
}

const library: WasmModule = {sources: "lib/kernels/assembly", file: "lib/kernels/bytes.ts"};

/** Products with fused additions. Its static data lie below those of the library's module, which begin at 1024. */
const fast: WasmModule = {
  sources: "lib/kernels/assembly/fast",
  file: "lib/kernels/fastBytes.ts",
  more: "--enable relaxed-simd --memoryBase 64"
};

/** All modules; those of stages may import the library's sources. */
export const wasmModules = (): readonly WasmModule[] => [
  library,
  fast,
  ...readdirSync(join(root, "src/stages"))
    .map((slug) => ({sources: `src/stages/${slug}/assembly`, file: `src/stages/${slug}/model/bytes.ts`}))
    .filter(({sources}) => existsSync(join(root, sources, "index.ts")))
];

// the memory is imported, so that JavaScript decides its size
const flags =
  "-O3 --noAssert --runtime stub --enable simd --importMemory --noExportMemory --initialMemory 2 --maximumMemory 65536";

/** The module that the sources give: the same bytes every time. */
export async function compileModule({sources, more = ""}: WasmModule): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "kernels-"));
  try {
    const made = join(folder, "kernels.wasm");
    // a process of its own: the loader of TypeScript would take half a minute to read the compiler
    const {code, output} = await run("node_modules/assemblyscript/bin/asc.js", [
      `${sources}/index.ts`,
      "--outFile",
      made,
      ...`${flags} ${more}`.trim().split(" ")
    ]);
    if (code !== 0) throw new Error(`${sources} does not compile.\n${output}`);
    return readFileSync(made);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** A hash of all that the compiled module depends on: its sources, the flags, the compiler's version. */
function inputsOf({sources, more = ""}: WasmModule): string {
  const hash = createHash("sha256").update(flags + more);
  for (const folder of new Set([library.sources, sources]))
    for (const source of filesIn(folder, /\.ts$/)) hash.update(source).update(readFileSync(join(root, source)));
  hash.update(readFileSync(join(root, "node_modules/assemblyscript/package.json")));
  return hash.digest("hex").slice(0, 16);
}

/** The text of the file that a module is kept in. */
export const bytesModule = (module: WasmModule, bytes: Uint8Array): string =>
  [
    `// Compiled from ${module.sources} by \`npm run kernels\`, in base64.`,
    `// inputs: ${inputsOf(module)}`,
    "export const bytes =",
    `  "${Buffer.from(bytes).toString("base64")}";\n`
  ].join("\n");

/** Writes each module whose sources are others than those that it was compiled from. */
export async function buildKernels(): Promise<void> {
  for (const module of wasmModules()) {
    const file = join(root, module.file);
    const before = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (!before.includes(`// inputs: ${inputsOf(module)}\n`))
      writeFileSync(file, bytesModule(module, await compileModule(module)));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildKernels();
