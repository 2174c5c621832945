import {control, type Control} from "../../../components/figure/control.js";
import {element, uniqueId} from "../../../components/element.js";

interface PassChoice extends Control<string> {
  /** Offers a forward pass from each of these leaves. */
  follow(names: readonly string[]): void;
}

/** Which way derivatives flow: back from the output, which is the value "", or forward from the leaf that it names. */
export function passChoice(label: string, names: readonly string[], moved: () => void): PassChoice {
  const group = uniqueId("pass");
  let chosen = "";
  let present: readonly string[] = [];
  const options = element("div", {className: "pass-options"});
  const node = element("fieldset", {className: "control choice pass"}, element("legend", {}, label), options);
  const option = (value: string, text: string) => {
    const input = element("input", {type: "radio", name: group, value, checked: value === chosen});
    input.addEventListener("input", () => {
      chosen = value;
      moved();
    });
    return element("label", {}, input, element("span", {}, text));
  };
  const show = () =>
    options.replaceChildren(
      option("", "back from the output"),
      ...present.map((name) => option(name, `forward from ${name}`))
    );
  const follow = (now: readonly string[]) => {
    if (now.join() === present.join()) return;
    present = now;
    if (!present.includes(chosen)) chosen = "";
    show();
  };
  show();
  follow(names);
  const made = control<string, HTMLElement>(node, {
    get: () => chosen,
    set: (value) => {
      const next = present.includes(value) ? value : "";
      if (next === chosen) return;
      chosen = next;
      show();
      moved();
    },
    format: (value) => (value === "" ? "*" : value), // no name can be that
    parse: (text) => (text === "*" ? "" : text),
    refusal: (text) =>
      text === "*" || present.includes(text) || /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text)
        ? undefined
        : "it is neither * nor the name of a leaf"
  });
  return Object.assign(made, {follow});
}
