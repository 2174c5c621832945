/**
 * Has what was read of the runs read again when they change. Framework keeps what a loader said until the loader itself is
 * newer, and looks after the loader’s file alone: so that file is given a new date, and open pages show the new numbers.
 */
import {existsSync, utimesSync, watch} from "node:fs";
import {runsFolder} from "./runsFolder.js";

const LOADER = "src/data/runs.json.ts";
const PAUSE = 1000; // milliseconds from one reading to the next

function renew(): void {
  const now = new Date();
  utimesSync(LOADER, now, now);
}

let waiting = false;

renew();
if (process.argv.includes("preview") && existsSync(runsFolder))
  watch(runsFolder, {recursive: true}, (_, file) => {
    if (waiting || !/\.jsonl?$|tfevents/.test(file ?? "")) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      renew();
    }, PAUSE);
  });
