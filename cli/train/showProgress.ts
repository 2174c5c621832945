import {throttleTime, type Observable} from "rxjs";
import {tokensOf, type OpenedModel} from "../models/openModel.js";
import type {Terminal} from "../terminal.js";
import {progressLine} from "./progressLine.js";
import type {Seen} from "./trainingRun.js";

/** Milliseconds from one look at a run to the next: of a line that is rewritten, and of lines that stay. */
const [LIVE, PLAIN] = [100, 3000] as const;

/** Says now and then how a run comes along, and at the end: one line that is rewritten, or plain lines where none can be. */
export function showProgress(seen: Observable<Seen>, opened: OpenedModel, steps: number, to: Terminal): () => void {
  let last: Seen | undefined;
  let shown: Seen | undefined;
  const show = (now: Seen): void => {
    const line = progressLine(now, steps, tokensOf(opened, now.step));
    to.say(to.live ? `\r\x1b[2K${line.slice(0, to.columns() - 1)}` : `${line}\n`);
    shown = now;
  };
  seen.subscribe({next: (now) => void (last = now), error: () => undefined});
  seen.pipe(throttleTime(to.live ? LIVE : PLAIN)).subscribe({next: show, error: () => undefined});
  return () => {
    if (last !== undefined && last !== shown) show(last);
    if (to.live && shown !== undefined) to.say("\n");
  };
}
