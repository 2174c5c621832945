import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** The compiled llama.cpp of this machine, without a graphics card: the package’s name ends with it. */
const PLATFORMS: Readonly<Record<string, string>> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "darwin-x64": "mac-x64",
  "darwin-arm64": "mac-arm64-metal",
  "win32-x64": "win-x64",
  "win32-arm64": "win-arm64"
};

const VERSION = "3.21.1";

/**
 * Installs the engines where they are not: 83 MB, without the packages for graphics cards, which are optional ones and have
 * ten times as much, and without scripts, which would build what lies there compiled.
 */
export function install(): void {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`];
  if (platform === undefined)
    throw new Error(`There is no compiled llama.cpp for ${process.platform} ${process.arch}.`);
  const engine = `@node-llama-cpp/${platform}`;
  if (existsSync(`${folder}node_modules/node-llama-cpp`) && existsSync(`${folder}node_modules/${engine}`)) return;
  console.log("installing the engines …");
  const {status} = spawnSync(
    "npm",
    ["install", "--omit=optional", "--ignore-scripts", "--no-save", "--no-audit", "--no-fund", `${engine}@${VERSION}`],
    {cwd: folder, stdio: "inherit", shell: process.platform === "win32"}
  );
  if (status !== 0) throw new Error(`The engines could not be installed: look at what npm says in ${folder}`);
}

/** What is asked of node-llama-cpp. */
interface Llama {
  readonly loadModel: (options: {readonly modelPath: string}) => Promise<LlamaModel>;
  readonly dispose: () => Promise<void>;
}

interface LlamaModel {
  readonly tokenize: (text: string, special: boolean) => readonly number[];
  readonly detokenize: (ids: readonly number[]) => string;
  readonly isEogToken: (id: number) => boolean;
  readonly createContext: (options: object) => Promise<{
    readonly getSequence: () => Sequence;
    readonly dispose: () => Promise<void>;
  }>;
  readonly dispose: () => Promise<void>;
}

interface Sequence {
  /** Tokens one by one, until one stops asking. */
  readonly evaluate: (prompt: readonly number[], options: object) => AsyncIterable<number>;
  readonly clearHistory: () => Promise<void>;
  readonly controlledEvaluate: (
    input: readonly (readonly [id: number, options: object])[]
  ) => Promise<readonly ({readonly next: {readonly probabilities: ReadonlyMap<number, number>}} | undefined)[]>;
}

/** llama.cpp on the processor. */
export async function llamaCpp(): Promise<Llama> {
  const url = new URL("node_modules/node-llama-cpp/dist/index.js", import.meta.url).href;
  const {getLlama} = (await import(/* @vite-ignore */ url)) as {getLlama: (options: object) => Promise<Llama>};
  return getLlama({gpu: false, build: "never", progressLogs: false, logLevel: "error"});
}
