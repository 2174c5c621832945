import {availableParallelism, cpus} from "node:os";
import {asyncScheduler} from "rxjs";
import {version} from "../version.js";

/** Where a run was computed, and how: `environment.json`. With `fast`, its bits are those of this machine alone. */
export const environment = (threads: number, fast = false) => ({
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  processor: cpus()[0]?.model ?? "unknown",
  cores: availableParallelism(),
  threads,
  fast,
  version,
  date: new Date(asyncScheduler.now()).toISOString()
});
