/** `npm run kernels`: compiles lib/kernels/assembly into lib/kernels/bytes.ts. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
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

/** The text of lib/kernels/bytes.ts. */
export const bytesModule = (bytes: Uint8Array): string =>
  `// Compiled from lib/kernels/assembly by \`npm run kernels\`, in base64.\nexport const bytes =\n  "${Buffer.from(bytes).toString("base64")}";\n`;

/** Writes lib/kernels/bytes.ts, if the sources give something new. */
export async function buildKernels(): Promise<void> {
  const text = bytesModule(await compileKernels());
  let before: string | undefined;
  try {
    before = readFileSync(file, "utf8");
  } catch {
    before = undefined; // a first build
  }
  if (text !== before) writeFileSync(file, text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildKernels();
