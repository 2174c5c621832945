/** Inputs whose value a page watches by `view`. */

/** An element that has a value, and says so by `input`. */
export type Control<T> = HTMLElement & {readonly value: T};

function control<T>(element: HTMLElement, valueOf: () => T): Control<T> {
  return Object.defineProperty(element, "value", {get: valueOf}) as Control<T>;
}

function labelled(text: string, ...inputs: readonly (HTMLElement | string)[]): HTMLLabelElement {
  const label = document.createElement("label");
  label.append(text, " ", ...inputs);
  return label;
}

/** A number of a range. */
export function slider(
  label: string,
  {min, max, step, value}: {readonly min: number; readonly max: number; readonly step: number; readonly value: number}
): Control<number> {
  const input = Object.assign(document.createElement("input"), {type: "range", min, max, step});
  input.valueAsNumber = value;
  const output = document.createElement("output");
  const show = (): void => void (output.textContent = input.value);
  show();
  input.addEventListener("input", show);
  return control(labelled(label, input, output), () => input.valueAsNumber);
}

/** One of some choices: the names that are shown, and their values. */
export function choice<T>(label: string, choices: readonly (readonly [name: string, value: T])[], at = 0): Control<T> {
  const select = document.createElement("select");
  select.append(...choices.map(([name], i) => new Option(name, String(i), i === at, i === at)));
  return control(labelled(label, select), () => choices[select.selectedIndex]![1]);
}

/** Yes or no. */
export function toggle(label: string, checked = false): Control<boolean> {
  const input = Object.assign(document.createElement("input"), {type: "checkbox", checked});
  return control(labelled(label, input), () => input.checked);
}

/** The names that a text finds and that are not unticked; whose state a page that reads its runs again keeps. */
export function filter(names: readonly string[], unticked: Set<string>): Control<readonly string[]> {
  const search = Object.assign(document.createElement("input"), {type: "search", placeholder: "find runs"});
  search.setAttribute("aria-label", "Find runs");
  const boxes = names.map((name) => {
    const box = Object.assign(document.createElement("input"), {type: "checkbox", checked: !unticked.has(name)});
    box.addEventListener("input", () => (box.checked ? unticked.delete(name) : unticked.add(name)));
    return {name, box, label: labelled("", box, name)};
  });
  const found = (name: string): boolean => name.toLowerCase().includes(search.value.toLowerCase());
  search.addEventListener("input", () => {
    for (const {name, label} of boxes) label.hidden = !found(name);
  });
  const form = document.createElement("form");
  form.className = "filter";
  form.addEventListener("submit", (event) => event.preventDefault());
  form.append(search, ...boxes.map(({label}) => label));
  return control(form, () => boxes.filter(({name, box}) => box.checked && found(name)).map(({name}) => name));
}
