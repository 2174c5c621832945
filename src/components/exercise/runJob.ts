import type {Answer, Ending, Outcome} from "./writeExercise.js";

/** Seconds that code may run, whatever it does, unless an exercise has more: a verdict comes within three. */
const LIMIT = 2.5;
/** Seconds until it begins, at most: a machine that is busy is no fault of the code. */
const START = 10;
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

/**
 * Runs a job and gathers what comes of it. Seconds count from where the code begins: a machine that is busy is no fault of it.
 *
 * @param open - has the job run somewhere, hands on what comes from there, and gives what ends it.
 */
export async function runJob(
  open: (hear: (data: unknown) => void) => Promise<() => void>,
  seconds = LIMIT
): Promise<Outcome> {
  const answers = new Map<number, Answer>();
  const logs: string[] = [];
  let finish: (ending: Ending) => void = () => undefined;
  const ended = new Promise<Ending>((resolve) => (finish = resolve));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const within = (most: number, ending: Ending): void => {
    clearTimeout(timer);
    timer = setTimeout(() => finish(ending), most * 1000);
  };
  let begun = false;
  const hear = (data: unknown) => {
    if (typeof data !== "object" || data === null) return;
    const message = data as Message; // fields are checked where they are read
    if (message["type"] === "begun" && !begun) {
      begun = true;
      within(seconds, {kind: "time", seconds});
    }
    const ending = endOf(message);
    if (ending !== undefined) return finish(ending);
    if (message["type"] === "log") return void (logs.length < LOGS && logs.push(String(message["text"])));
    const [index, answer] = [message["index"], answerOf(message)];
    // the first answer counts: what comes after it was sent by something that should have ended
    if (typeof index === "number" && answer !== undefined && !answers.has(index)) answers.set(index, answer);
  };
  within(START, {kind: "broke", message: `it has not begun in ${START} seconds; run it again`});
  const close = await open(hear);
  const end = await ended;
  clearTimeout(timer);
  close();
  return {answers, logs, end};
}
