import {control, moved, settled, type Control} from "../figure/control.js";
import {element, uniqueId} from "../element.js";

/** Chooses one tensor of a run, by kind and path; nothing at first. */
interface InspectControl extends Control<string> {
  /** What there is to choose from, once it is known. */
  offer(names: readonly string[]): void;
}

const NAME = /^(parameter|gradient|activation):[\w.]{1,200}$/;

export function inspectControl(): InspectControl {
  const id = uniqueId("control");
  const menu = element("select", {id}, element("option", {value: ""}, "nothing"));
  let chosen = "";
  let offered = "";
  const node: HTMLElement = element(
    "div",
    {className: "control select bench-inspect"},
    element("label", {htmlFor: id}, "Look into"),
    menu
  );
  node.dataset["dear"] = "what it shows is computed up to the step that is looked at, for each change of the run";
  const add = (name: string): HTMLOptionElement => element("option", {value: name}, name.replace(":", " "));
  menu.addEventListener("change", (event) => {
    event.stopPropagation();
    chosen = menu.value;
    moved(node);
    settled(node);
  });
  menu.addEventListener("input", (event) => event.stopPropagation());
  const has = (name: string): boolean => [...menu.options].some((option) => option.value === name);
  const made = control<string, HTMLElement>(node, {
    get: () => chosen,
    set: (name) => {
      chosen = name;
      if (!has(name)) menu.append(add(name)); // what the address names is offered before it is known to be there
      menu.value = name;
    },
    format: (name) => name,
    parse: (text) => text,
    refusal: (text) =>
      text === "" || NAME.test(text) ? undefined : "it names no tensor, such as parameter:layers.0.weight"
  });
  const offer = (names: readonly string[]): void => {
    if (names.join() === offered) return;
    offered = names.join();
    const kinds = ["parameter", "gradient", "activation"];
    const groups = kinds.map((kind) =>
      element("optgroup", {label: `${kind}s`}, ...names.filter((name) => name.startsWith(`${kind}:`)).map(add))
    );
    menu.replaceChildren(element("option", {value: ""}, "nothing"), ...groups);
    if (!has(chosen)) menu.append(add(chosen));
    menu.value = chosen;
  };
  return Object.assign(made, {offer});
}
