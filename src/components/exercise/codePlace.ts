import {FileAttachment} from "observablehq:stdlib";
import {attributes, element} from "../element.js";
import type {Job} from "./writeExercise.js";

const frameFile = FileAttachment("../../static/exercise.html");

/**
 * Runs a job in a frame of its own origin, without network, in a worker, and hands on what comes out of it, which is data
 * from outside. The function that it gives ends whatever runs, by removing the frame.
 */
export function codePlace(job: Job, hear: (message: unknown) => void, host: HTMLElement): Promise<() => void> {
  const frame = attributes(element("iframe", {title: "Where your code runs", className: "sandbox", tabIndex: -1}), {
    sandbox: "allow-scripts",
    "aria-hidden": "true",
    src: frameFile.href
  });
  const listen = ({data, source}: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || typeof data !== "object" || data === null) return;
    if ("type" in data && data.type === "ready")
      frame.contentWindow?.postMessage(job, "*"); // its origin has no name
    else hear(data);
  };
  addEventListener("message", listen);
  host.append(frame);
  return Promise.resolve(() => {
    removeEventListener("message", listen);
    frame.remove();
  });
}
