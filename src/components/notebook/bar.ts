/** The bar above a notebook: run, stop, undo, share, take away, open, and the way back. */
import {download} from "../download.js";
import {button, element} from "../element.js";
import {messageOf} from "../message.js";
import type {Cell} from "./cell.js";
import type {Away} from "./codeElsewhere.js";
import type * as FileFormats from "./files.js";
import {packCells} from "./packed.js";

type Files = typeof FileFormats;

interface BarActions {
  readonly cells: () => readonly Cell[];
  readonly run: () => void;
  readonly stop: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly forget: () => void;
  readonly open: (cells: readonly Cell[]) => void;
  /** What reads and writes files: with a parser in it, so it is loaded when it is asked for. */
  readonly files: () => Promise<Files>;
}

interface NotebookBar {
  readonly node: HTMLElement;
  readonly say: (text: string) => void;
  readonly running: (running: boolean) => void;
  readonly show: (state: {readonly undo: boolean; readonly redo: boolean; readonly written: boolean}) => void;
}

/** Letters of an address that mail, chats and servers pass on unharmed. */
const LONGEST_ADDRESS = 8000;

export function notebookBar(away: Away, name: string, act: BarActions): NotebookBar {
  const said = element("p", {className: "notebook-said", role: "status"});
  const say = (text: string) => void (said.textContent = text);
  const file = name.split("/").at(-1) || "notebook";

  const share = async (): Promise<void> => {
    const address = new URL(`#notebook=${await packCells(act.cells())}`, location.href);
    address.search = "";
    if (address.href.length > LONGEST_ADDRESS)
      return say(
        `This notebook would be an address of ${address.href.length.toLocaleString("en")} letters, too long for many programs. Take it away as a notebook file and send that.`
      );
    history.replaceState(null, "", address.hash);
    try {
      await navigator.clipboard.writeText(address.href);
      say("The address with this notebook in it is copied. Who opens it sees it at rest, and runs it.");
    } catch {
      say("The address of this page now has the notebook in it: copy it from the browser's bar.");
    }
  };
  const takeAs = async (kind: keyof Files["formats"]): Promise<void> => {
    const {write, ending, type} = (await act.files()).formats[kind];
    download(new Blob([write(away, act.cells())], {type}), `${file}.${ending}`);
  };
  const attempt = (work: () => Promise<void>) => () => void work().catch((error: unknown) => say(messageOf(error)));

  const chosen = element("input", {type: "file", accept: ".html,.md", hidden: true});
  chosen.onchange = attempt(async () => {
    const text = await chosen.files?.[0]?.text();
    chosen.value = "";
    if (text === undefined) return;
    const cells = (await act.files()).cellsOfFile(text);
    if (cells === undefined) say("That file is neither a notebook nor a page with cells, or it is too large.");
    else act.open(cells);
  });

  const run = button("Run all", act.run);
  const undone = button("Undo", act.undo);
  const redone = button("Redo", act.redo);
  const forget = button("As the book has it", act.forget);
  const takeAway = element(
    "details",
    {className: "notebook-away"},
    element("summary", {}, "Take away"),
    element(
      "div",
      {className: "notebook-formats"},
      button(
        "Notebook Kit (.html)",
        attempt(() => takeAs("kit"))
      ),
      button(
        "Framework page (.md)",
        attempt(() => takeAs("framework"))
      ),
      button(
        "Script for Node (.mjs)",
        attempt(() => takeAs("script"))
      )
    )
  );
  const tools = element(
    "div",
    {className: "notebook-bar", role: "toolbar", ariaLabel: "Notebook"},
    run,
    button("Stop", act.stop),
    undone,
    redone,
    forget,
    button("Share by address", attempt(share)),
    takeAway,
    button("Open a file", () => chosen.click()),
    chosen,
    button("Back to the page", () => {
      history.replaceState(null, "", location.pathname);
      location.reload();
    })
  );
  return {
    node: element("div", {className: "notebook-head"}, tools, said),
    say,
    running: (running) => void (run.textContent = running ? "Run all again" : "Run all"),
    show: ({undo, redo, written}) => {
      undone.disabled = !undo;
      redone.disabled = !redo;
      forget.disabled = written;
    }
  };
}
