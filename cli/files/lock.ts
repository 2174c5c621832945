import {linkSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {CommandError} from "../exit.js";

/** Who holds a lock: a process, and when it began, for numbers of processes come again. */
interface Holder {
  readonly pid: number;
  readonly began: string;
}

/** When a process began, as the system counts it; "" where that cannot be told. */
function beganOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function lives({pid, began}: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return Reflect.get(error as object, "code") === "EPERM"; // it lives, and is another user's
  }
  return began === "" || began === beganOf(pid);
}

function holderOf(path: string): Holder | undefined {
  try {
    const {pid, began} = JSON.parse(readFileSync(path, "utf8")) as Holder;
    return Number.isSafeInteger(pid) && typeof began === "string" ? {pid, began} : undefined;
  } catch {
    return undefined;
  }
}

/** Puts the lock in its place, unless one is there. */
function taken(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (Reflect.get(error as object, "code") === "EEXIST") return false;
    throw error;
  }
}

/**
 * Takes a folder for this process, and returns what gives it free. A lock whose process has ended is taken over.
 *
 * @throws CommandError if another process works in the folder.
 */
export function lock(folder: string): () => void {
  const path = join(folder, "lock");
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify({pid: process.pid, began: beganOf(process.pid)} satisfies Holder));
  try {
    while (!taken(own, path)) {
      const holder = holderOf(path);
      if (holder !== undefined && lives(holder)) throw held(folder, path, holder);
      const stale = `${own}.stale`;
      renameSync(path, stale); // if two take it over, the second finds a living one here, and gives it back
      const found = holderOf(stale);
      if (found !== undefined && lives(found)) taken(stale, path);
      rmSync(stale, {force: true});
    }
  } finally {
    rmSync(own, {force: true});
  }
  return () => {
    if (holderOf(path)?.pid === process.pid) rmSync(path, {force: true});
  };
}

const held = (folder: string, path: string, {pid}: Holder): CommandError =>
  new CommandError(
    folder,
    "one process at a time works on a run",
    [{name: "held by", value: `process ${pid}`}],
    `wait until it has ended, or end it; if there is no such process, delete ${path}`
  );
