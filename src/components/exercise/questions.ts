/** Exercises that check themselves: guess and see, choose, compute. `write.ts` has the one that runs code. */
import {slider} from "../figure/controls.js";
import {element, uniqueId} from "../element.js";
import {exercise, primary, type ExerciseSpec} from "./exercise.js";
import {messageOf} from "../message.js";
import {readNumber, writeNumber} from "../number.js";

export interface PredictSpec extends ExerciseSpec {
  readonly range: readonly [number, number];
  readonly step: number;
  /** Where the guess stands at first; the middle unless told. */
  readonly start?: number;
  readonly unit?: string;
  /** Computed by the library when the reader asks for it. */
  readonly truth: () => number | Promise<number>;
  /** How far a guess may be off; one that is further off comes back in the review. */
  readonly within?: number;
  /** What the true value teaches. */
  readonly why: string;
}

/** Guess a number on a scale, then see the true one. */
export function predict(spec: PredictSpec): HTMLElement {
  const {prompt, range, step, start, unit = "", truth, within = (range[1] - range[0]) / 10, why} = spec;
  const [low, high] = range;
  const middle = low + Math.round((high - low) / 2 / step) * step;
  const digits = Math.max(0, (String(step).split(".")[1] ?? "").length);
  const format = (v: number) => `${v.toFixed(digits)}${unit}`;
  const guess = slider(range, {label: "My guess", value: start ?? middle, step, format});
  guess.classList.add("guess");
  const scale = element("div", {className: "guess-scale"});
  const reveal = primary("Reveal", async () => {
    reveal.disabled = true;
    say("running", "Computing…");
    try {
      const is = await truth();
      const off = Math.abs(is - guess.value);
      const share = Math.min(1, Math.max(0, (is - low) / (high - low)));
      const mark = element("span", {className: "truth"}, "▲");
      mark.style.left = `${100 * share}%`;
      scale.replaceChildren(mark);
      const shown = `${writeNumber(is, 3)}${unit}`;
      conclude(
        off <= within,
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
  const {node, say, conclude} = exercise(spec, "predict", [element("div", {}, prompt), row]);
  return node;
}

export interface Option {
  readonly text: string;
  readonly right?: boolean;
  /** Why it is right, or what the misconception is and what to think instead. */
  readonly why: string;
}

export interface ChooseSpec extends ExerciseSpec {
  readonly options: readonly Option[];
}

/** Choose one answer; each wrong one has an answer of its own. */
export function choose(spec: ChooseSpec): HTMLElement {
  const {name, prompt, options} = spec;
  if (options.filter(({right}) => right).length !== 1) throw new RangeError(`${name}: exactly one option is right.`);
  const group = uniqueId("choose");
  const inputs = options.map(() => element("input", {type: "radio", name: group}));
  const labels = options.map(({text}, i) => element("label", {}, ...inputs.slice(i, i + 1), element("span", {}, text)));
  const set = element("fieldset", {className: "options"}, element("legend", {}, prompt), ...labels);
  const check = primary("Check", () => {
    const chosen = options[inputs.findIndex((input) => input.checked)];
    if (chosen === undefined) say("idle", "Choose an answer first.");
    else conclude(chosen.right === true, chosen.why);
  });
  const {node, say, conclude} = exercise(spec, "choose", [set, element("div", {className: "exercise-row"}, check)]);
  return node;
}

export interface ComputeSpec extends ExerciseSpec {
  readonly answer: number | (() => number);
  /** How far off is still right; 1% of the answer unless told. */
  readonly tolerance?: number;
  readonly unit?: string;
  /** Shown when it is right. */
  readonly why: string;
  /** Shown for any wrong number that has no hint of its own. */
  readonly hint: string;
  /** What a particular wrong number comes from. */
  readonly hints?: readonly {readonly value: number; readonly tolerance?: number; readonly why: string}[];
}

/** Compute a number. Fractions, percent and decimal commas are understood. */
export function compute(spec: ComputeSpec): HTMLElement {
  const {prompt, unit = "", why, hint, hints = []} = spec;
  const answer = typeof spec.answer === "function" ? spec.answer() : spec.answer;
  const close = (value: number, to: number, tolerance: number | undefined) =>
    Math.abs(value - to) <= (tolerance ?? Math.max(Math.abs(to) / 100, 1e-12));
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
    if (close(value, answer, spec.tolerance)) return conclude(true, why);
    const known = hints.find((one) => close(value, one.value, one.tolerance ?? spec.tolerance));
    conclude(false, known?.why ?? hint);
  };
  input.addEventListener("keydown", (event) => event.key === "Enter" && check());
  const row = element("div", {className: "exercise-row"}, input, unit, primary("Check", check));
  const {node, say, conclude} = exercise(spec, "compute", [element("label", {htmlFor: id}, prompt), row]);
  return node;
}
