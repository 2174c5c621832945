/** What runs in the worker of the section on speed: products of matrices, timed one after another. */
import {limitSpeed, productSpeed, ways, type Way} from "./model/products.js";

/** What the page asks for. */
export interface SpeedJob {
  readonly sizes: readonly number[];
}

/** One measurement, or the sign that all are there. */
export type Speed =
  | {readonly kind: "limit"; readonly speed: number}
  | {readonly kind: "product"; readonly way: Way; readonly size: number; readonly speed: number}
  | {readonly kind: "done"}
  | {readonly kind: "failed"; readonly message: string};

const now = (): number => performance.now();
const say = (speed: Speed): void => postMessage(speed);

addEventListener("message", ({data}: MessageEvent<SpeedJob>) => {
  const work = async (): Promise<void> => {
    let limit = 0;
    for (const size of data.sizes) {
      // beside each size anew, and the best of all: on a busy machine one look may find half of what there is
      limit = Math.max(limit, await limitSpeed(now));
      say({kind: "limit", speed: limit});
      for (const way of ways) say({kind: "product", way, size, speed: await productSpeed(way, size, now)});
    }
    say({kind: "done"});
  };
  work().catch((error: unknown) =>
    say({kind: "failed", message: error instanceof Error ? error.message : String(error)})
  );
});
