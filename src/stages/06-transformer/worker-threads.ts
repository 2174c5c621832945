/** What runs in the worker that times a training step on one thread and on several. */
import {closeThreads, openThreads} from "/lib/tensor.js";
import {stepTime} from "./model/stepTime.js";

/** What the page asks for. */
export interface ThreadsJob {
  readonly threads: number;
  readonly width: number;
}

/** What came of it. */
export type ThreadsTimed =
  | {
      readonly kind: "timed";
      /** Threads that could be opened: 1 where the page may not share memory. */
      readonly opened: number;
      /** Milliseconds of a step, the best of several, alone and with helpers. */
      readonly alone: number;
      readonly together: number;
      /** Whether the parameters after the step are the same, bit for bit. */
      readonly same: boolean;
    }
  | {readonly kind: "failed"; readonly message: string};

const say = (timed: ThreadsTimed): void => postMessage(timed);
const now = (): number => performance.now();

addEventListener("message", ({data: {threads, width}}: MessageEvent<ThreadsJob>) => {
  const work = async (): Promise<void> => {
    const alone = stepTime(width, now);
    const opened = await openThreads(threads, {helper: decodeURIComponent(self.location.hash.slice(1))});
    const together = opened > 1 ? stepTime(width, now) : alone;
    closeThreads();
    say({
      kind: "timed",
      opened,
      alone: alone.milliseconds,
      together: together.milliseconds,
      same: alone.hash === together.hash
    });
  };
  work().catch((error: unknown) =>
    say({kind: "failed", message: error instanceof Error ? error.message : String(error)})
  );
});
