import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {createRequire} from "node:module";
import {fileURLToPath} from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Where a package of the peers lies; installs them all, if it is not there. */
export function installed(name: string): string {
  const at = `${folder}node_modules/${name}`;
  if (existsSync(at)) return at;
  console.log("installing the peers …");
  const {status} = spawnSync("npm", ["install", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32"
  });
  if (status !== 0) throw new Error(`The peers could not be installed: run npm install in ${folder}`);
  return at;
}

export interface MarkovChainsPackage {
  readonly default: new (
    corpus: readonly (readonly string[])[],
    options: {readonly stateSize: number}
  ) => {readonly model: Map<string, Map<string, unknown>>; move(state: readonly string[]): string};
}

/** The package `markov-chains`: Maps of Maps, keyed by serialized states. */
export function markovChains(): MarkovChainsPackage {
  installed("markov-chains");
  return createRequire(`${folder}package.json`)("markov-chains") as MarkovChainsPackage;
}

export type NGramPackage = (n: number) => (value: readonly string[]) => readonly (readonly string[])[];

/** The package `n-gram`: lists all n-grams; counting them is left to its user. */
export async function nGram(): Promise<NGramPackage> {
  installed("n-gram");
  const url = new URL("node_modules/n-gram/index.js", import.meta.url).href;
  return ((await import(url)) as {nGram: NGramPackage}).nGram;
}
