/** Exercises that check themselves: guess and see, choose, compute. `write.ts` has the one that runs code. */
import {slider} from "../figure/controls.js";
import {element, uniqueId} from "../element.js";
import {exercise, primary} from "./exercise.js";
import {answers, find, firstGuess, leeway, originOf, type Question, type ReadCorpus} from "./question.js";
import {loadCorpus} from "../corpus/corpora.js";
import {messageOf} from "../message.js";
import {readNumber, writeNumber} from "../number.js";

const corpus: ReadCorpus = async (id) => (await loadCorpus(id)).text;

/** A unit as it stands after a number: a word has a space before it, a sign such as % has none. */
const afterNumber = (unit = ""): string => (/^[a-z]/i.test(unit) ? ` ${unit}` : unit);

/** The prediction of this name: guess a number on a scale, then see the true one. */
export function predict(questions: readonly Question[], name: string): HTMLElement {
  const question = find(questions, "predict", name);
  const {prompt, range, step, truth, why} = question;
  const unit = afterNumber(question.unit);
  const [low, high] = range;
  const digits = Math.max(0, (String(step).split(".")[1] ?? "").length);
  const format = (v: number) => `${v.toFixed(digits)}${unit}`;
  const guess = slider(range, {label: "My guess", value: firstGuess(question), step, format});
  guess.classList.add("guess");
  const scale = element("div", {className: "guess-scale"});
  const reveal = primary("Reveal", async () => {
    reveal.disabled = true;
    say("running", "Computing…");
    try {
      const is = await truth(corpus);
      const off = Math.abs(is - guess.value);
      const share = Math.min(1, Math.max(0, (is - low) / (high - low)));
      const mark = element("span", {className: "truth"}, "▲");
      mark.style.left = `${100 * share}%`;
      scale.replaceChildren(mark);
      const shown = `${writeNumber(is, 3)}${unit}`;
      conclude(
        off <= leeway(question),
        `It is ${shown}; your guess was off by ${writeNumber(off, 2)}${unit}. ${why}`,
        "Revealed."
      );
    } catch (error) {
      say("idle", messageOf(error));
    } finally {
      reveal.disabled = false;
    }
  });
  const row = element(
    "div",
    {className: "exercise-row"},
    element("div", {className: "guessing"}, guess, scale),
    reveal
  );
  const {node, say, conclude} = exercise(question, "predict", [element("div", {}, prompt), row]);
  return node;
}

/** The choice of this name; each wrong option has an answer of its own. */
export function choose(questions: readonly Question[], name: string): HTMLElement {
  const question = find(questions, "choose", name);
  const {prompt, options} = question;
  const group = uniqueId("choose");
  const inputs = options.map(() => element("input", {type: "radio", name: group}));
  const labels = options.map(({text}, i) => element("label", {}, ...inputs.slice(i, i + 1), element("span", {}, text)));
  const set = element("fieldset", {className: "options"}, element("legend", {}, prompt), ...labels);
  const check = primary("Check", () => {
    const chosen = options[inputs.findIndex((input) => input.checked)];
    if (chosen === undefined) say("idle", "Choose an answer first.");
    else conclude(chosen.right === true, chosen.why);
  });
  const {node, say, conclude} = exercise(question, "choose", [set, element("div", {className: "exercise-row"}, check)]);
  return node;
}

/** The computation of this name, with a picture in place of its prompt where one asks better. */
export function compute(questions: readonly Question[], name: string, picture?: Node): HTMLElement {
  const question = find(questions, "compute", name);
  const {unit = "", why, hint} = question;
  const prompt = picture ?? question.prompt;
  const id = uniqueId("compute");
  const input = element("input", {
    type: "text",
    inputMode: "decimal",
    size: 10,
    maxLength: 40,
    id,
    autocomplete: "off"
  });
  const check = () => {
    const value = readNumber(input.value);
    input.setAttribute("aria-invalid", String(value === undefined));
    if (value === undefined) return say("idle", "Give a number, such as 0.25, 1/4 or 25%.");
    if (answers(question, value)) return conclude(true, why);
    conclude(false, originOf(question, value)?.why ?? hint);
  };
  input.addEventListener("keydown", (event) => event.key === "Enter" && check());
  const row = element("div", {className: "exercise-row"}, input, unit, primary("Check", check));
  const parts = [element("label", {htmlFor: id}, prompt), row];
  const {node, say, conclude} = exercise({...question, prompt}, "compute", parts);
  return node;
}
