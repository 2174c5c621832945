import {writeDuration} from "../figure/pace.js";
import {messageOf} from "../message.js";

interface PromiseOptions {
  /** What is about to be run: another text for other settings. */
  readonly key: () => string;
  /** Whether a time may be promised: nothing is trained, and nothing trains. */
  readonly open: () => boolean;
  /** Steps a second on this machine. Rejects where the settings are refused. */
  readonly rate: () => Promise<number>;
  /** Steps that are left. */
  readonly left: () => number;
  /** Hears why there can be no such run, and an empty text where there can. */
  readonly told: (why: string) => void;
  /** Hears that the promise is another one. */
  readonly changed: () => void;
}

/** How long settings rest before the machine is tried with them, in milliseconds. */
const SETTLED = 400;

/**
 * What a run is promised before it starts: how long it takes here, or why it can't be. The machine is tried once for each choice
 * of settings, while the reader is at the figure, and not before, for it takes the worker.
 */
export function promise({key, open, rate, left, told, changed}: PromiseOptions) {
  let tried = "";
  let waiting = 0;
  let text = "";
  let refused = false; // what others have said stays
  const now = async (): Promise<void> => {
    if (tried === key() || !open()) return;
    const asked = (tried = key());
    const found = await rate().catch((error: unknown) => messageOf(error));
    if (asked !== key()) return; // settings have changed meanwhile
    if (refused || typeof found === "string") told(typeof found === "string" ? found : "");
    refused = typeof found === "string";
    text = typeof found === "number" && Number.isFinite(found) ? `about ${writeDuration(left() / found)} here` : "";
    changed();
  };
  return {
    text: () => text,
    /** The reader comes to the figure. */
    now: () => void now(),
    /** Settings have changed: what was promised holds no longer. */
    forget: (near: boolean): void => {
      text = "";
      clearTimeout(waiting);
      if (near) waiting = window.setTimeout(() => void now(), SETTLED);
    }
  };
}
