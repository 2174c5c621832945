import {catalog} from "./catalog.js";
import {kept} from "./keep.js";
import {mark, readDone} from "./done.js";
import {records} from "./progress.js";
import {isSolved} from "./records.js";

/** Writes on the map of the book how many exercises of each stage this reader has solved. The map stands without it. */
export function countSolved(): void {
  const count = async (): Promise<void> => {
    const entries = await catalog();
    const solved = new Set(records().flatMap((record) => (isSolved(record) ? [record.name] : [])));
    for (const item of document.querySelectorAll<HTMLElement>(".stages [data-stage]")) {
      const mine = entries.filter(({stage}) => stage === Number(item.dataset["stage"]));
      const state = item.querySelector(".stage-progress");
      if (state === null || mine.length === 0) continue;
      state.textContent = `${mine.filter(({name}) => solved.has(name)).length} of ${mine.length} solved`;
    }
    mark(readDone(kept.get("done")));
  };
  count().catch(() => undefined);
}
