/** The controls of figures: each has a visible label, 24 px under a finger, and works with the keyboard alone. */
import {control, moved, settled, type Control} from "./control.js";
import {attributes, button, element, uniqueId} from "../element.js";
import {readDecimal} from "../number.js";

interface SliderOptions {
  readonly label: string;
  readonly value: number;
  readonly step?: number;
  readonly format?: (value: number) => string;
}

/** A number from a range. The output is as wide as its longest value, so the slider never moves under the finger. */
export function slider([min, max]: readonly [number, number], options: SliderOptions): Control<number> {
  const {label, value, step = 1, format = String} = options;
  const id = uniqueId("control");
  const input = attributes(element("input", {type: "range", id}), {min, max, step, value});
  input.value = String(value);
  const output = element("output");
  output.htmlFor.add(id);
  output.style.minWidth = `${Math.max(...[min, max, value].map((v) => format(v).length))}ch`;
  const show = () => {
    output.value = format(input.valueAsNumber);
    input.setAttribute("aria-valuetext", output.value);
    input.style.setProperty("--at", `${(100 * (input.valueAsNumber - min)) / (max - min)}%`);
  };
  input.addEventListener("input", show);
  show();
  const node = element("div", {className: "control slider"}, element("label", {htmlFor: id}, label), input, output);
  return control(node, {
    get: () => input.valueAsNumber,
    set: (v) => {
      input.value = String(v);
      show();
    },
    format: String,
    parse: Number,
    refusal: (text) => refuseNumber(text, {min, max, step})
  });
}

/** Why a text is no value of a slider. A value between two steps would be rounded unsaid, so it is refused. */
export function refuseNumber(
  text: string,
  {min, max, step}: {readonly min: number; readonly max: number; readonly step: number}
): string | undefined {
  const value = readDecimal(text);
  if (value === undefined) return "it is not a number";
  if (value < min || value > max) return `it is not between ${min} and ${max}`;
  const steps = (value - min) / step;
  return Math.abs(steps - Math.round(steps)) > 1e-6 ? `it is not a multiple of ${step} from ${min} on` : undefined;
}

interface ChoiceOptions<T extends string> {
  readonly label: string;
  readonly value?: T;
  readonly format?: (value: T) => string;
}

const oneOf =
  <T extends string>(options: readonly T[]) =>
  (text: string): string | undefined =>
    options.some((option) => option === text) ? undefined : `it is none of ${options.join(", ")}`;

const pick = <T extends string>(options: readonly T[], text: string | undefined): T => {
  const found = options.find((option) => option === text) ?? options[0];
  if (found === undefined) throw new RangeError("A choice needs at least one option.");
  return found;
};

/** One of a few: radio buttons in a row. */
export function choice<T extends string>(options: readonly T[], config: ChoiceOptions<T>): Control<T> {
  const {label, value = pick(options, undefined), format = (option: T): string => option} = config;
  const name = uniqueId("control");
  const inputs = options.map((option) =>
    element("input", {type: "radio", name, value: option, checked: option === value})
  );
  const labels = options.map((option, i) =>
    element("label", {}, ...inputs.slice(i, i + 1), element("span", {}, format(option)))
  );
  const node = element("fieldset", {className: "control choice"}, element("legend", {}, label), ...labels);
  return control<T, HTMLElement>(node, {
    get: () => pick(options, inputs.find((input) => input.checked)?.value),
    set: (v) => inputs.forEach((input) => (input.checked = input.value === v)),
    format: (v) => v,
    parse: (text) => pick(options, text),
    refusal: oneOf(options)
  });
}

/** One of many: a menu. */
export function select<T extends string>(options: readonly T[], config: ChoiceOptions<T>): Control<T> {
  const {label, value = pick(options, undefined), format = (option: T): string => option} = config;
  const id = uniqueId("control");
  const menu = element("select", {id}, ...options.map((option) => element("option", {value: option}, format(option))));
  menu.value = value;
  const node = element("div", {className: "control select"}, element("label", {htmlFor: id}, label), menu);
  return control<T, HTMLElement>(node, {
    get: () => pick(options, menu.value),
    set: (v) => void (menu.value = v),
    format: (v) => v,
    parse: (text) => pick(options, text),
    refusal: oneOf(options)
  });
}

interface ToggleOptions {
  readonly label: string;
  readonly value?: boolean;
}

/** Yes or no: a checkbox. */
export function toggle({label, value = false}: ToggleOptions): Control<boolean> {
  const input = element("input", {type: "checkbox", checked: value});
  const node = element("div", {className: "control toggle"}, element("label", {}, input, element("span", {}, label)));
  return control<boolean, HTMLElement>(node, {
    get: () => input.checked,
    set: (v) => void (input.checked = v),
    format: (v) => (v ? "yes" : "no"),
    parse: (text) => text === "yes",
    refusal: oneOf(["yes", "no"])
  });
}

export interface TextOptions {
  readonly label: string;
  readonly value: string;
  /** Most characters that it takes. */
  readonly size: number;
  readonly valid: (value: string) => boolean;
  /** What a valid text is, as in "two letters": said while the text is not one. */
  readonly rule: string;
  /** Another valid text, with which a test sees that the control is alive. */
  readonly example: string;
}

/** A short text; its value changes only to valid ones. */
export function textInput({label, value, size, valid, rule, example}: TextOptions): Control<string> {
  const id = uniqueId("control");
  const input = element("input", {
    type: "text",
    id,
    value,
    maxLength: size,
    size: Math.min(size, 24),
    spellcheck: false
  });
  attributes(input, {autocapitalize: "none", autocomplete: "off", "aria-describedby": `${id}-rule`});
  const fault = element("span", {className: "control-fault", id: `${id}-rule`, role: "status"});
  const accepted = (text: string) => [...text].length <= size && valid(text);
  let last = value;
  const judge = (ok: boolean) => {
    input.setAttribute("aria-invalid", String(!ok));
    fault.textContent = ok ? "" : `Needs ${rule}.`;
  };
  input.addEventListener("input", (event) => {
    const ok = accepted(input.value);
    judge(ok);
    if (ok) last = input.value;
    else event.stopPropagation();
  });
  const node = element("div", {className: "control text"}, element("label", {htmlFor: id}, label), input, fault);
  node.dataset["testValue"] = example;
  return control<string, HTMLElement>(node, {
    get: () => last,
    set: (v) => {
      last = input.value = v;
      judge(true);
    },
    format: (v) => v,
    parse: (text) => text,
    refusal: (text) => (accepted(text) ? undefined : `it is not ${rule}`)
  });
}

interface ActionOptions {
  readonly label: string;
}

/** A button whose value is how often it was pressed, as for another draw from the same distribution. */
export function action({label}: ActionOptions): Control<number> {
  const most = 1_000_000;
  let count = 0;
  const press = button(label, () => {
    count = (count + 1) % (most + 1);
    moved(node);
    settled(node);
  });
  const node: HTMLElement = element("div", {className: "control action"}, press);
  return control<number, HTMLElement>(node, {
    get: () => count,
    set: (v) => void (count = v),
    format: String,
    parse: Number,
    refusal: (text) => refuseNumber(text, {min: 0, max: most, step: 1})
  });
}
