/**
 * The frame of a notebook while it lives. The page watches it from outside: a frame that does not answer, or says far too
 * much, is removed, and what ran in it is gone.
 */
import {attributes, element} from "../element.js";
import type {Boot, ToFrame, ToPage, Wanted} from "./wire.js";

/** Milliseconds of silence: more than the guard inside gives a cell, so that a cell is stopped before its notebook is. */
const PATIENCE = 6000;
/** The same before any cell runs: a machine that is slow, or busy, takes long to read the frame's own program. */
const BEGINNING = 30_000;
const BEAT = 500;
/** Messages in a beat that no honest notebook comes near. */
const FLOOD = 2000;

interface Listener {
  readonly edited: (cells: unknown) => void;
  readonly ask: (what: Wanted, name: string) => Promise<unknown>;
  readonly link: (href: string) => void;
  readonly download: (blob: Blob, name: string) => void;
  /** The first sign of life: it runs, and did not hang at once. */
  readonly alive: () => void;
  readonly died: (why: "silent" | "flood") => void;
}

export interface LiveFrame {
  readonly send: (message: ToFrame) => void;
  readonly end: () => void;
}

const wanted: ReadonlySet<unknown> = new Set<Wanted>(["module", "piece", "worker", "file", "style"]);
const isWanted = (what: unknown): what is Wanted => wanted.has(what);

export function liveFrame(host: HTMLElement, address: string, boot: Boot, listener: Listener): LiveFrame {
  const frame = attributes(element("iframe", {className: "notebook-frame", title: "Notebook"}), {
    sandbox: "allow-scripts",
    src: address
  });
  const {port1: port, port2: other} = new MessageChannel();
  let heard = performance.now();
  let beat = heard;
  let patience = BEGINNING;
  let messages = 0;
  const send = (message: ToFrame) => port.postMessage(message);
  const end = () => {
    clearInterval(watch);
    removeEventListener("message", ready);
    port.close();
    frame.remove();
  };
  const die = (why: "silent" | "flood") => {
    end();
    listener.died(why);
  };
  const watch = setInterval(() => {
    const now = performance.now();
    // a hidden page is slow, not hung; and a page that was held up with its frame could not hear
    if (document.hidden || now - beat > 3 * BEAT) heard = now;
    beat = now;
    messages = 0;
    if (now - heard > patience) die("silent");
    else send({type: "ping"});
  }, BEAT);
  const hear = (message: Partial<Record<string, unknown>>) => {
    if (++messages > FLOOD) return die("flood");
    // every field is data from outside
    switch (message["type"] as ToPage["type"] | undefined) {
      case "begun":
        heard = performance.now();
        patience = PATIENCE;
        return;
      case "pong":
        heard = performance.now();
        return listener.alive();
      case "height":
        return void (frame.style.height = `${Math.min(200_000, Math.max(40, Number(message["height"]) || 0))}px`);
      case "edited":
        return listener.edited(message["cells"]);
      case "download": {
        const {blob, name} = message;
        return blob instanceof Blob ? listener.download(blob, String(name)) : undefined;
      }
      case "link":
        return listener.link(String(message["href"]));
      case "reveal":
        return scrollTo({top: scrollY + frame.getBoundingClientRect().top + (Number(message["top"]) || 0)});
      case "ask": {
        const {id, what, name} = message;
        if (typeof id !== "number" || !isWanted(what)) return;
        return void listener.ask(what, String(name)).then(
          (value) => send({type: "answer", id, value}),
          (error: unknown) => send({type: "answer", id, error: error instanceof Error ? error.message : String(error)})
        );
      }
      case undefined:
    }
  };
  port.onmessage = ({data}: MessageEvent<unknown>) => {
    if (typeof data === "object" && data !== null) hear(data);
  };
  const ready = ({source, data}: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || (data as {readonly type?: unknown} | null)?.type !== "ready") return;
    removeEventListener("message", ready);
    frame.contentWindow?.postMessage(boot, "*", [other]); // its origin has no name
  };
  addEventListener("message", ready);
  host.append(frame);
  return {send, end};
}
