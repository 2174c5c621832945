import {difference} from "./difference.js";
import {showValue} from "./showValue.js";
import type {Answer, Ending, ExerciseCase, Outcome, WriteExercise} from "./writeExercise.js";

export interface Verdict {
  readonly right: boolean;
  readonly message: string;
}

/**
 * Compares what the reader's code returned with what it should have. This runs in the page: the code itself has seen
 * neither the expected values nor this function, so all that it could do to pass is to return the right values.
 */
export function judge(exercise: WriteExercise, {answers, end}: Outcome): Verdict {
  const {cases, functionName, mutates = false} = exercise;
  for (const [i, expected] of cases.entries()) {
    const call = `${functionName}(${expected.args.map((arg) => showValue(arg, 60)).join(", ")})`;
    const answer = answers.get(i);
    const fault = answer === undefined ? ended(end, call, functionName) : wrong(answer, expected, call, mutates);
    if (fault === undefined) continue;
    const hint = answer === undefined || expected.hint === undefined ? "" : ` ${expected.hint}`;
    return {right: false, message: `${fault}${hint}`};
  }
  return {right: true, message: `${cases.length === 1 ? "The test passes" : `All ${cases.length} tests pass`}.`};
}

function ended(end: Ending, call: string, functionName: string): string {
  switch (end.kind) {
    case "time":
      return `${call} gave no answer in ${end.seconds} seconds. Is there a loop without an end, or a promise that nobody keeps?`;
    case "flood":
      return "The code sent more messages than the page reads, so it was stopped.";
    case "absent":
      return `There is no function called ${functionName}${end.found === "undefined" ? "" : `: it is of type ${end.found}`}.`;
    case "broke":
      return `The code can’t run: ${end.message}.`;
    case "done":
      return `${call} gave no answer.`;
  }
}

function wrong(answer: Answer, {args, expected, tolerance}: ExerciseCase, call: string, mutates: boolean) {
  switch (answer.kind) {
    case "threw":
      return `${call} threw ${answer.message}.`;
    case "uncloneable":
      return `${call} returned ${/^[aeiou]/.test(answer.what) ? "an" : "a"} ${answer.what} that can’t be compared. It should return ${showValue(expected)}.`;
    case "large":
      return `${call} returned more than the page reads. It should return ${showValue(expected)}.`;
    case "value": {
      const found = difference(expected, answer.value, tolerance);
      if (found !== undefined) {
        const where =
          found.path === ""
            ? ""
            : ` They first differ at ${found.path}: ${showValue(found.expected, 40)} and ${showValue(found.actual, 40)}.`;
        return `${call} should be ${showValue(expected)}, and it is ${showValue(answer.value)}.${where}`;
      }
      const changed = mutates ? undefined : difference(args, answer.args, 0);
      return changed === undefined
        ? undefined
        : `${call} is right, but the function changed its argument: work on a copy.`;
    }
  }
}
