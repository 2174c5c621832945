import {FileAttachment} from "observablehq:stdlib";
import {codePlace} from "./codePlace.js";
import {runJob} from "./runJob.js";
import {jobOf, type Face, type Outcome, type WriteExercise} from "./writeExercise.js";

// addresses are written out, for Framework finds them in the text
const libraryFiles: Readonly<Record<Face, ReturnType<typeof FileAttachment>>> = {
  core: FileAttachment("../../lib/sandbox-core.js"),
  transformer: FileAttachment("../../lib/sandbox-transformer.js")
};

/** Runs the reader's code on an exercise's inputs, where it can do nothing to the page. */
export async function runInSandbox(exercise: WriteExercise, source: string, host: HTMLElement): Promise<Outcome> {
  const {calls = [], face = "core", seconds} = exercise;
  const library = calls.length > 0 ? await libraryFiles[face].text() : "";
  return runJob(async (hear) => {
    const leave = () => hear({type: "broke", message: "the page was left before it ended; run it again"});
    addEventListener("pagehide", leave);
    const close = await codePlace(jobOf(exercise, source, library), hear, host);
    return () => {
      removeEventListener("pagehide", leave);
      close();
    };
  }, seconds);
}
