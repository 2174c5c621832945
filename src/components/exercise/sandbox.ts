import {FileAttachment} from "observablehq:stdlib";
import {codePlace} from "./codePlace.js";
import {jobOf, type Answer, type Ending, type Face, type Outcome, type WriteExercise} from "./writeExercise.js";

// addresses are written out, for Framework finds them in the text
const libraryFiles: Readonly<Record<Face, ReturnType<typeof FileAttachment>>> = {
  core: FileAttachment("../../lib/sandbox-core.js"),
  transformer: FileAttachment("../../lib/sandbox-transformer.js")
};

/** Seconds from a click to the end of a run, whatever the code does, unless an exercise has more: a verdict comes within three. */
const LIMIT = 2.5;
const LOGS = 101;

/** A message of the frame. It is data from outside: every field is looked at before it is used. */
type Message = Readonly<Record<string, unknown>>;

const answerOf = (message: Message): Answer | undefined => {
  const text = String(message["message"]);
  switch (message["type"]) {
    case "value":
      return {kind: "value", value: message["value"], args: message["args"]};
    case "threw":
      return {kind: "threw", message: text};
    case "uncloneable":
      return {kind: "uncloneable", what: text};
    case "large":
      return {kind: "large"};
    default:
      return undefined;
  }
};

const endOf = (message: Message): Ending | undefined => {
  switch (message["type"]) {
    case "done":
      return {kind: "done"};
    case "flood":
      return {kind: "flood"};
    case "absent":
      return {kind: "absent", found: String(message["found"])};
    case "broke":
      return {kind: "broke", message: String(message["message"])};
    default:
      return undefined;
  }
};

/** Runs the reader's code on an exercise's inputs, where it can do nothing to the page. */
export async function runInSandbox(exercise: WriteExercise, source: string, host: HTMLElement): Promise<Outcome> {
  const {calls = [], face = "core", seconds = LIMIT} = exercise;
  const library = calls.length > 0 ? await libraryFiles[face].text() : "";
  const answers = new Map<number, Answer>();
  const logs: string[] = [];
  let finish: (ending: Ending) => void = () => undefined;
  const ended = new Promise<Ending>((resolve) => (finish = resolve));
  const hear = (data: unknown) => {
    if (typeof data !== "object" || data === null) return;
    const message = data as Message; // fields are checked where they are read
    const ending = endOf(message);
    if (ending !== undefined) return finish(ending);
    if (message["type"] === "log") return void (logs.length < LOGS && logs.push(String(message["text"])));
    const [index, answer] = [message["index"], answerOf(message)];
    // the first answer counts: what comes after it was sent by something that should have ended
    if (typeof index === "number" && answer !== undefined && !answers.has(index)) answers.set(index, answer);
  };
  const close = await codePlace(jobOf(exercise, source, library), hear, host);
  const timer = setTimeout(() => finish({kind: "time", seconds}), seconds * 1000);
  const leave = () => finish({kind: "broke", message: "the page was left before it ended; run it again"});
  addEventListener("pagehide", leave);
  const end = await ended;
  clearTimeout(timer);
  removeEventListener("pagehide", leave);
  close();
  return {answers, logs, end};
}
