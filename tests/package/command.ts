import {execFileSync} from "node:child_process";

/** What a program prints; throws with all that it said if it fails. */
export function command(file: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(file, args, {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32"
    });
  } catch (error) {
    const {stdout = "", stderr = ""} = error as {stdout?: string; stderr?: string}; // what execFileSync throws
    throw new Error(`${file} ${args.join(" ")}\n${stdout}\n${stderr}`, {cause: error});
  }
}
