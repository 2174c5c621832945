/** `npm run kernels`: compiles lib/kernels/assembly into lib/kernels/bytes.ts. */
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import asc from "assemblyscript/asc";
import {root} from "./root.js";

const file = join(root, "lib/kernels/bytes.ts");

// the memory is imported, so that JavaScript decides its size and could share it
const flags = "-O3 --noAssert --runtime stub --enable simd --importMemory --noExportMemory --initialMemory 2 --maximumMemory 65536"; // prettier-ignore

/** The module that the sources give: the same bytes every time. */
export async function compileKernels(): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  const {error, stderr} = await asc.main(
    ["lib/kernels/assembly/index.ts", "--baseDir", root, "--outFile", "kernels.wasm", ...flags.split(" ")],
    {
      writeFile: (_name, contents) => {
        if (typeof contents !== "string") bytes = Uint8Array.from(contents);
      }
    }
  );
  if (error !== null || bytes === undefined) throw new Error(`The kernels do not compile.\n${stderr.toString()}`);
  return bytes;
}

/** The text of lib/kernels/bytes.ts. */
export const bytesModule = (bytes: Uint8Array): string =>
  `// Compiled from lib/kernels/assembly by \`npm run kernels\`, in base64.\nexport const bytes =\n  "${Buffer.from(bytes).toString("base64")}";\n`;

/** Writes lib/kernels/bytes.ts, if the sources have changed. */
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
