/** `npm run kernels`: compiles lib/kernels/assembly into lib/kernels/bytes.ts. */
import {createHash} from "node:crypto";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {filesIn} from "./filesIn.js";
import {root} from "./root.js";
import {run} from "./run.js";

const file = join(root, "lib/kernels/bytes.ts");

// the memory is imported, so that JavaScript decides its size
const flags =
  "-O3 --noAssert --runtime stub --enable simd --importMemory --noExportMemory --initialMemory 2 --maximumMemory 65536";

/** The module that the sources give: the same bytes every time. */
export async function compileKernels(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "kernels-"));
  try {
    const made = join(folder, "kernels.wasm");
    // a process of its own: the loader of TypeScript would take half a minute to read the compiler
    const {code, output} = await run("node_modules/assemblyscript/bin/asc.js", [
      "lib/kernels/assembly/index.ts",
      "--outFile",
      made,
      ...flags.split(" ")
    ]);
    if (code !== 0) throw new Error(`The kernels do not compile.\n${output}`);
    return readFileSync(made);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** A hash of all that the compiled module depends on: its sources, the flags, the compiler's version. */
function kernelInputs(): string {
  const hash = createHash("sha256").update(flags);
  for (const source of filesIn("lib/kernels/assembly", /\.ts$/))
    hash.update(source).update(readFileSync(join(root, source)));
  hash.update(readFileSync(join(root, "node_modules/assemblyscript/package.json")));
  return hash.digest("hex").slice(0, 16);
}

/** The text of lib/kernels/bytes.ts. */
export const bytesModule = (bytes: Uint8Array): string =>
  [
    "// Compiled from lib/kernels/assembly by `npm run kernels`, in base64.",
    `// inputs: ${kernelInputs()}`,
    "export const bytes =",
    `  "${Buffer.from(bytes).toString("base64")}";\n`
  ].join("\n");

/** Writes lib/kernels/bytes.ts, if its sources are others than those that it was compiled from. */
export async function buildKernels(): Promise<void> {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (!before.includes(`// inputs: ${kernelInputs()}\n`)) writeFileSync(file, bytesModule(await compileKernels()));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildKernels();
