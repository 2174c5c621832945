/** Which part of what is too long for every run is run now: chosen by the commit, so that all parts get their turn. */
import {execFileSync} from "node:child_process";
import {root} from "./root.js";

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"]
    });
  } catch {
    return "0"; // a copy without history
  }
}

/** The number of this commit's shard, below `shards`. */
export const shardOf = (shards: number): number => Number.parseInt(commit().slice(0, 6), 16) % shards;
