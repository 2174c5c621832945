import {availableParallelism, cpus} from "node:os";
import {asyncScheduler} from "rxjs";
import {version} from "../version.js";

/** Where a run was computed: `environment.json`. */
export const environment = (threads: number) => ({
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  processor: cpus()[0]?.model ?? "unknown",
  cores: availableParallelism(),
  threads,
  version,
  date: new Date(asyncScheduler.now()).toISOString()
});
