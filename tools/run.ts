import {spawn} from "node:child_process";
import {delimiter, join} from "node:path";
import {pathToFileURL} from "node:url";
import {root} from "./root.js";

export interface Finished {
  readonly code: number;
  /** All that it said, on both streams in order. */
  readonly output: string;
  readonly stdout: string;
}

/** The environment of the project's own commands, which are found whether or not npm started us. */
export const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}`
});

/** Runs a program of ours (a file for Node) to its end, and keeps what it says. */
export function run(file: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...flags(file), join(root, file), ...args], {
      cwd: root,
      env: {...environment(), ...env},
      stdio: ["ignore", "pipe", "pipe"]
    });
    let output = "";
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
    child.on("error", (error) => resolve({code: 1, stdout, output: `${output}${error.message}\n`}));
    child.on("close", (code) => resolve({code: code ?? 1, stdout, output}));
  });
}

/** Node's own flags for a file: TypeScript goes through tsx, and may import the library as pages do. */
const flags = (file: string): readonly string[] =>
  file.endsWith(".ts") ? ["--import", "tsx", "--import", pathToFileURL(join(root, "tools/site-paths.js")).href] : [];

export const observable = "node_modules/@observablehq/framework/dist/bin/observable.js";
