import {button, element, uniqueId} from "../element.js";
import {editor} from "./editor.js";
import {exercise, primary} from "./exercise.js";
import {find} from "./question.js";
import {judge} from "./judge.js";
import {kept} from "../progress/keep.js";
import {messageOf} from "../message.js";
import {runInSandbox} from "./sandbox.js";
import type {WriteExercise} from "./writeExercise.js";

/** Write a function; the page runs it against tests that it can't see. Exercises are data, beside the pages. */
export function write(exercises: readonly WriteExercise[], name: string): HTMLElement {
  const spec = find(exercises, "write", name);
  const {prompt, start, cases, solution, explanation} = spec;
  const draft = `draft:${name}`;
  const id = uniqueId("write");
  const code = editor(
    id,
    start,
    () => kept.set(draft, code.read()),
    () => void run()
  );
  const before = kept.get(draft);
  if (before !== undefined && before.length <= 100_000) code.write(before);

  const console = element("pre", {className: "console", role: "log", tabIndex: 0, ariaLabel: "What the code printed"});
  const host = element("div", {className: "sandbox-host"});
  let running = false;
  async function run() {
    if (running) return;
    running = true;
    test.disabled = true;
    say("running", `Running ${cases.length} tests…`);
    console.textContent = "";
    try {
      const outcome = await runInSandbox(spec, code.read(), host);
      const {right, message} = judge(spec, outcome);
      console.textContent = outcome.logs.join("\n");
      conclude(right, message);
    } catch (error) {
      say("idle", messageOf(error));
    } finally {
      running = false;
      test.disabled = false;
    }
  }
  const test = primary("Run the tests", run);
  const again = button("Start again", () => {
    code.write(start);
    kept.remove(draft);
    say("idle", "");
  });
  const given = spec.calls === undefined ? [] : [` You can call ${spec.calls.join(", ")}.`];
  const label = element("label", {htmlFor: id}, prompt, ...given);
  const keys = element("span", {className: "keys"}, "or Ctrl and Enter");
  const row = element("div", {className: "exercise-row"}, test, keys, again);
  const reasoning = element("div", {}, element("p", {}, explanation), element("pre", {tabIndex: 0}, solution));
  const parts = [label, code.node, row, host];
  const {node, say, conclude} = exercise({name, prompt, solution: reasoning}, "write", parts);
  node.querySelector(".verdict")?.after(console);
  return node;
}
