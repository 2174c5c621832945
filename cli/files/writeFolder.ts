import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import {UsageError} from "../exit.js";

/** Writes files, by their paths, into a folder so that it is there whole, or not at all. @throws UsageError for one that has something in it. */
export function writeFolder(out: string, files: ReadonlyMap<string, Uint8Array>): void {
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new UsageError(
      "--out",
      "a model goes into a folder of its own",
      [{name: "there is", value: out}],
      "name another"
    );
  const temporary = join(dirname(resolve(out)), `.${basename(out)}.${process.pid}.tmp`);
  try {
    mkdirSync(temporary);
    for (const [name, bytes] of files) {
      mkdirSync(dirname(join(temporary, name)), {recursive: true});
      writeFileSync(join(temporary, name), bytes, {flush: true} as object);
    }
    rmSync(out, {recursive: true, force: true});
    renameSync(temporary, out);
  } catch (error) {
    rmSync(temporary, {recursive: true, force: true});
    throw error;
  }
}
