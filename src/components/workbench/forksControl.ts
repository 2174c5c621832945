import type {Field} from "/lib/index.js";
import {control, moved, settled, type Control} from "../figure/control.js";
import {button, element} from "../element.js";
import {readForks, writeForks, type Fork} from "./forks.js";
import {settingControl} from "./settingControls.js";
import {faultOf} from "./settingTexts.js";

/** As many futures as one chart can tell apart. */
const MOST = 4;

interface ForksOptions {
  /** The settings that may change on the way, by name. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly steps: number;
  /** Where a new fork begins: the step that the reader looks at. */
  readonly step: () => number;
  /** The present text of a setting of the first run. */
  readonly now: (name: string) => string;
  /** At first. */
  readonly value?: readonly Fork[];
}

/** What a fork changes, in words: a name says by itself what it is, and a number needs its setting's name. */
export const changeOf = ({change}: Fork, fields: ForksOptions["fields"]): string =>
  Object.entries(change)
    .map(([name, text]) => {
      const field = fields.get(name);
      return field === undefined || field.kind === "choice" ? text : `${field.label.toLowerCase()} ${text}`;
    })
    .join(", ");

/** Futures of a run: each begins at the step looked at, with other settings, and can be let go again. */
export function forksControl({fields, steps, step, now, value = []}: ForksOptions): Control<readonly Fork[]> {
  let forks = value;
  const valid = (name: string, text: string): boolean => {
    const field = fields.get(name);
    return field !== undefined && faultOf(field, text) === undefined;
  };
  const menus = new Map([...fields].map(([name, field]) => [name, settingControl(field, undefined)]));
  for (const menu of menus.values()) {
    menu.dataset["inert"] = "it draws nothing before its future begins";
    for (const type of ["input", "change"]) menu.addEventListener(type, (event) => event.stopPropagation());
  }
  const list = element("ul", {className: "bench-forks"});
  const told = element("p", {className: "control-fault", role: "status"});
  const change = (to: readonly Fork[]): void => {
    forks = to;
    show();
    moved(node);
    settled(node);
  };
  const add = (): void => {
    const changed = [...menus]
      .filter(([name, menu]) => menu.value !== now(name))
      .map(([name, menu]) => [name, menu.value]);
    const fork: Fork = {from: step(), change: Object.fromEntries(changed) as Record<string, string>};
    told.textContent =
      changed.length === 0
        ? "Change a setting: a fork that changes nothing is the run itself."
        : forks.length >= MOST
          ? `There are ${MOST} futures already: let one go first.`
          : "";
    if (told.textContent !== "") return;
    panel.hidden = true;
    toggle.ariaExpanded = "false";
    change([...forks, fork]);
  };
  const panel = element(
    "div",
    {className: "bench-fork", hidden: true},
    ...menus.values(),
    button("Begin this future", add)
  );
  panel.append(told);
  const toggle = button("Fork here…", () => {
    panel.hidden = !panel.hidden;
    toggle.ariaExpanded = String(!panel.hidden);
    if (panel.hidden) return;
    told.textContent = "";
    for (const [name, menu] of menus) menu.value = now(name);
  });
  toggle.ariaExpanded = "false";
  const node = element("div", {className: "control bench-forking"}, toggle, list, panel);
  node.setAttribute("role", "group");
  node.setAttribute("aria-label", "Futures");
  node.dataset["inert"] = "it opens a form, and nothing is drawn before its future begins";

  const show = (): void => {
    list.hidden = forks.length === 0;
    list.replaceChildren(
      ...forks.map((fork, i) => {
        const away = button("×", () => change(forks.filter((_, j) => j !== i)), "");
        const title = `${changeOf(fork, fields)} from ${fork.from}`;
        away.ariaLabel = away.title = `Let go of ${title}`;
        return element("li", {}, title, away);
      })
    );
  };
  show();
  return control<readonly Fork[], HTMLElement>(node, {
    get: () => forks,
    set: (to) => {
      forks = to;
      show();
    },
    format: writeForks,
    parse: (text) => readForks(text, steps, valid) ?? [],
    refusal: (text) => {
      const read = readForks(text, steps, valid);
      if (read === undefined) return "it names no futures of this run";
      return read.length > MOST ? `there are more than ${MOST}` : undefined;
    }
  });
}
