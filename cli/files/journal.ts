import {existsSync, readFileSync} from "node:fs";
import {disk as ownDisk, writeAll, type Disk} from "./disk.js";
import {writeWhole} from "./writeWhole.js";

/** A line of a journal: of a step, with whatever else is known of it. */
export interface Entry {
  readonly step: number;
  readonly [name: string]: unknown;
}

/** Adds a line of JSON to a file. */
export function appendEntry(path: string, entry: Entry, disk: Disk = ownDisk): void {
  const file = disk.open(path, "a");
  try {
    writeAll(disk, file, new TextEncoder().encode(`${JSON.stringify(entry)}\n`));
  } finally {
    disk.close(file);
  }
}

/** The entries of a file, none if there is no such file. A line that is none, as a kill leaves it, is left out. */
export function readEntries(path: string): readonly Entry[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      const entry = parsed(line);
      return entry === undefined ? [] : [entry];
    });
}

function parsed(line: string): Entry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const step: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "step") : undefined;
    return Number.isSafeInteger(step) ? (value as Entry) : undefined;
  } catch {
    return undefined;
  }
}

/** Cuts off what a journal says of `step` and of later steps: they come again. */
export function cutFrom(path: string, step: number, disk: Disk = ownDisk): void {
  if (!existsSync(path)) return;
  const kept = readEntries(path).filter((entry) => entry.step < step);
  writeWhole(path, kept.map((entry) => `${JSON.stringify(entry)}\n`).join(""), disk);
}
