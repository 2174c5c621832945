import {attributes, button, element} from "../element.js";
import {messageOf} from "../message.js";
import {download} from "../download.js";

interface ToolsSpec {
  readonly name: string;
  readonly words: HTMLElement;
  readonly picture: HTMLElement;
  readonly describe: () => string;
  readonly link: () => string;
  readonly reset: () => void;
  readonly say: (message: string) => void;
  readonly code?: () => string;
  readonly rows?: () => readonly Readonly<Record<string, unknown>>[];
}

interface Tools {
  /** The row of tools, and the panels that it opens. */
  readonly nodes: readonly HTMLElement[];
  /** Writes open panels anew. */
  readonly refresh: () => void;
}

/** What a reader can do with any figure: reset, copy its link, see its code, read it in words, save it. */
export function tools({name, words, picture, describe, link, reset, say, code, rows}: ToolsSpec): Tools {
  const tool = (label: string, onclick: () => unknown) => button(label, onclick, "");
  const copy = async (text: string, done: string, otherwise: string) => {
    const copied = await (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
      () => true,
      () => false // no permission, or no secure context
    );
    say(copied ? done : otherwise);
  };

  const listing = element("pre", {className: "fig-code", role: "region", tabIndex: 0, ariaLabel: `Code of ${name}`});
  const panel = element("div", {className: "fig-listing", hidden: true});
  panel.append(
    tool("Copy", () => copy(listing.textContent ?? "", "Code copied", "Select the code to copy it")),
    listing
  );
  const fold = (label: string, opened: HTMLElement, write: () => void) => {
    const toggle = tool(label, () => {
      opened.hidden = !opened.hidden;
      toggle.ariaExpanded = String(!opened.hidden);
      if (!opened.hidden) write();
    });
    return attributes(toggle, {"aria-expanded": "false"});
  };
  const list = () => void (listing.textContent = code?.() ?? "");

  // what saves is loaded when somebody saves
  const saving = (label: string, save: () => Promise<Blob>) =>
    tool(label, async () => {
      try {
        download(await save(), `${name}.${label.toLowerCase()}`);
      } catch (error) {
        say(messageOf(error));
      }
    });
  const csv = (make: NonNullable<typeof rows>) => async () => {
    const {writeCsv} = await import("./csv.js");
    return new Blob([writeCsv(make())], {type: "text/csv"});
  };
  const saves = element(
    "span",
    {className: "fig-save"},
    "Save as",
    saving("SVG", async () => (await import("./picture.js")).toSvg(picture))
  );
  saves.append(saving("PNG", async () => (await import("./picture.js")).toPng(picture)));
  if (rows !== undefined) saves.append(saving("CSV", csv(rows)));

  const copyLink = async () => {
    const href = link();
    await copy(href, "Link copied", "The address bar has the link");
    if (navigator.clipboard === undefined) history.replaceState(history.state, "", href);
  };
  const row = element("div", {className: "fig-tools"}, tool("Reset", reset), tool("Copy link", copyLink));
  if (code !== undefined) row.append(fold("Code", panel, list));
  row.append(
    fold("In words", words, () => void (words.textContent = describe())),
    saves
  );
  return {nodes: [row, words, panel], refresh: () => void (panel.hidden || list())};
}
