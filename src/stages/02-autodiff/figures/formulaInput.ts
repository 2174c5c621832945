import {control, moved, settled, type Control} from "../../../components/figure/control.js";
import {attributes, element, uniqueId} from "../../../components/element.js";

/** What is wrong with a formula, and at which character. */
export interface FormulaFault {
  readonly position: number;
  readonly message: string;
}

interface FormulaOptions {
  readonly label: string;
  readonly value: string;
  /** Most characters that it takes. */
  readonly size: number;
  readonly examples: readonly {readonly formula: string; readonly why: string}[];
  readonly fault: (text: string) => FormulaFault | undefined;
  /** Called when its value has changed, before anybody else hears of it. */
  readonly follow: (formula: string) => void;
}

/** A formula, typed or chosen from examples. Its value changes only to formulas without a fault; a fault is pointed at. */
export function formulaInput({label, value, size, examples, fault, follow}: FormulaOptions): Control<string> {
  const id = uniqueId("formula");
  const input = element("input", {type: "text", id, value, maxLength: size, spellcheck: false, autocapitalize: "none"});
  attributes(input, {autocomplete: "off", "aria-describedby": `${id}-fault`});
  const told = element("span", {className: "control-fault formula-fault", id: `${id}-fault`, role: "status"});
  const menu = element(
    "select",
    {ariaLabel: "An example"},
    element("option", {value: ""}, "Examples"),
    ...examples.map(({formula, why}) => element("option", {value: formula}, `${formula}   ${why}`))
  );
  let last = value;
  const judge = (text: string): boolean => {
    const wrong = fault(text);
    input.setAttribute("aria-invalid", String(wrong !== undefined));
    told.replaceChildren(...(wrong === undefined ? [] : pointed(text, wrong)));
    return wrong === undefined;
  };
  const accept = (text: string) => {
    if (text === last) return;
    last = text;
    follow(text);
  };
  input.addEventListener("input", (event) => {
    if (judge(input.value)) accept(input.value);
    else event.stopPropagation();
  });
  menu.addEventListener("input", (event) => event.stopPropagation());
  menu.addEventListener("change", (event) => {
    event.stopPropagation();
    if (menu.value === "") return;
    input.value = menu.value;
    menu.value = "";
    judge(input.value);
    accept(input.value);
    moved(node);
    settled(node);
  });
  const row = element("div", {className: "formula-row"}, input, menu);
  const node: HTMLElement = element(
    "div",
    {className: "control text formula"},
    element("label", {htmlFor: id}, label),
    row,
    told
  );
  return control<string, HTMLElement>(node, {
    get: () => last,
    set: (text) => {
      input.value = text;
      judge(text);
      accept(text);
    },
    format: (text) => text,
    parse: (text) => text,
    refusal: (text) => (text.length > size ? `it is longer than ${size} characters` : fault(text)?.message)
  });
}

/** The formula with the place of the fault marked, and what is wrong there. */
function pointed(text: string, {position, message}: FormulaFault): readonly Node[] {
  const marked = text.slice(position, position + 1);
  return [
    element(
      "code",
      {},
      text.slice(0, position),
      element("mark", {}, marked === "" ? "\u00a0" : marked),
      text.slice(position + 1)
    ),
    element("span", {}, `At character ${position + 1}: ${message}`)
  ];
}
