import {control, type Control} from "../../../components/figure/control.js";
import {attributes, element, uniqueId} from "../../../components/element.js";
import {readDecimal, readNumber} from "../../../components/number.js";

export type Leaves = Readonly<Record<string, number>>;

interface LeafInputs extends Control<Leaves> {
  /** Shows a slider and a field for each of these names, and keeps the numbers of names that it knew before. */
  follow(names: readonly string[]): void;
}

interface LeafOptions {
  readonly label: string;
  readonly names: readonly string[];
  /** The number of a name that is new. */
  readonly first: (name: string) => number;
  readonly range: readonly [number, number];
  readonly step: number;
}

const LARGEST = 1e6;
const PAIR = /^([\p{L}_][\p{L}\p{N}_]*):(.+)$/u;

function readPairs(text: string): ReadonlyMap<string, number> | undefined {
  const all = new Map<string, number>();
  for (const part of text === "" ? [] : text.split(",")) {
    const [, name, number] = PAIR.exec(part) ?? [];
    const value = readDecimal(number ?? "");
    if (name === undefined || value === undefined || Math.abs(value) > LARGEST) return undefined;
    all.set(name, value);
  }
  return all;
}

/** Numbers by name, whose names follow a formula: each has a slider for a finger and a field for any number. */
export function leafInputs({label, names, first, range: [min, max], step}: LeafOptions): LeafInputs {
  const known = new Map<string, number>();
  const shown = new Map<string, (value: number) => void>();
  let present: readonly string[] = [];
  const grid = element("div", {className: "leaves"});
  const node = element("fieldset", {className: "control leaf-inputs"}, element("legend", {}, label), grid);

  const row = (name: string): HTMLElement => {
    const id = uniqueId("leaf");
    const scale = attributes(element("input", {type: "range", id}), {min, max, step});
    const field = element("input", {
      type: "text",
      inputMode: "decimal",
      size: 6,
      maxLength: 20,
      ariaLabel: `${name}, exactly`
    });
    const slide = (value: number) => {
      scale.value = String(value);
      scale.style.setProperty("--at", `${(100 * (scale.valueAsNumber - min)) / (max - min)}%`);
    };
    const show = (value: number) => {
      slide(value);
      field.value = String(value);
      field.removeAttribute("aria-invalid");
    };
    scale.addEventListener("input", () => {
      known.set(name, scale.valueAsNumber);
      show(scale.valueAsNumber);
    });
    field.addEventListener("input", (event) => {
      const value = readNumber(field.value);
      const ok = value !== undefined && Math.abs(value) <= LARGEST;
      field.setAttribute("aria-invalid", String(!ok));
      if (!ok) return event.stopPropagation();
      known.set(name, value);
      slide(value);
    });
    shown.set(name, show);
    return element("div", {className: "leaf"}, element("label", {htmlFor: id}, name), scale, field);
  };
  const write = () => present.forEach((name) => shown.get(name)?.(known.get(name) ?? 0));
  const follow = (now: readonly string[]) => {
    for (const name of now) if (!known.has(name)) known.set(name, first(name));
    if (now.join() !== present.join()) grid.replaceChildren(...now.map(row));
    present = now;
    node.hidden = now.length === 0;
    write();
  };
  follow(names);

  const values = (): Leaves => Object.fromEntries(present.map((name) => [name, known.get(name)!]));
  const made = control<Leaves, HTMLElement>(node, {
    get: values,
    set: (all) => {
      for (const [name, value] of Object.entries(all)) known.set(name, value);
      write();
    },
    format: (all) =>
      Object.entries(all)
        .map(([name, value]) => `${name}:${value}`)
        .join(","),
    parse: (text) => Object.fromEntries(readPairs(text) ?? []),
    refusal: (text) => (readPairs(text) === undefined ? "it is not a list such as x:2,y:3" : undefined)
  });
  return Object.assign(made, {follow});
}
