import {control, type Control} from "./control.js";
import {element} from "../element.js";

interface SeveralOptions<T extends string> {
  readonly label: string;
  readonly value: readonly T[];
  readonly format?: (value: T) => string;
}

const NONE = "none";

/** Any number of some options: checkboxes in a row. Its value keeps the order of the options. */
export function several<T extends string>(options: readonly T[], config: SeveralOptions<T>): Control<readonly T[]> {
  const {label, value, format = (option: T): string => option} = config;
  const inputs = options.map((option) => element("input", {type: "checkbox", checked: value.includes(option)}));
  const labels = options.map((option, i) =>
    element("label", {}, ...inputs.slice(i, i + 1), element("span", {}, format(option)))
  );
  const node = element("fieldset", {className: "control several"}, element("legend", {}, label), ...labels);
  const read = (text: string): readonly string[] => (text === NONE ? [] : text.split(" "));
  return control<readonly T[], HTMLElement>(node, {
    get: () => options.filter((_, i) => inputs[i]!.checked),
    set: (chosen) => inputs.forEach((input, i) => (input.checked = chosen.includes(options[i]!))),
    format: (chosen) => (chosen.length === 0 ? NONE : chosen.join(" ")),
    parse: (text) => options.filter((option) => read(text).includes(option)),
    refusal: (text) => {
      const stranger = read(text).find((part) => !options.some((option) => option === part));
      return stranger === undefined ? undefined : `“${stranger}” is none of ${options.join(", ")}`;
    }
  });
}
