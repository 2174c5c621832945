import {spawn} from "node:child_process";
import {delimiter, join} from "node:path";
import {root} from "./root.js";

export interface Finished {
  readonly code: number;
  readonly output: string;
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
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({code: 1, output: `${output}${error.message}\n`}));
    child.on("close", (code) => resolve({code: code ?? 1, output}));
  });
}

/** Node's own flags for a file: TypeScript goes through tsx. */
export const flags = (file: string): readonly string[] => (file.endsWith(".ts") ? ["--import", "tsx"] : []);

export const observable = "node_modules/@observablehq/framework/dist/bin/observable.js";
