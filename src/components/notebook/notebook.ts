/**
 * A page of the book as a notebook: its cells run in a frame without network, and this side of it keeps them, hands out
 * modules, and watches. It runs no cell.
 */
import {download} from "../download.js";
import {element} from "../element.js";
import {messageOf} from "../message.js";
import {answers, type Manifest} from "./answers.js";
import {notebookBar} from "./bar.js";
import {checkedCells, sameCells, type Cell, type Notebook} from "./cell.js";
import {begin, edit, redo, undo, type Edits} from "./edits.js";
import type * as FileFormats from "./files.js";
import {keptNotebook} from "./keptNotebooks.js";
import {allowedLink} from "./link.js";
import {liveFrame, type LiveFrame} from "./liveFrame.js";
import {notebookIn} from "./notebookIn.js";
import {unpackCells} from "./packed.js";
import {pageStyles, styleSheet} from "./styles.js";

const KEEP_AFTER = 300;

interface Opening {
  /** The main column of the page. */
  readonly main: HTMLElement;
  /** Where the page stands in the book: `playground/markov`. */
  readonly name: string;
  /** The address of the folder that this module was loaded from. */
  readonly folder: string;
  /** The address of the book, with a final slash. */
  readonly root: string;
}

const fetcher = (folder: string) => {
  const fetched = new Map<string, Promise<ArrayBuffer>>();
  const get = async (path: string): Promise<ArrayBuffer> => {
    const response = await fetch(new URL(path, folder));
    if (!response.ok) throw new Error(`${path} can't be loaded: ${response.status}`);
    return response.arrayBuffer();
  };
  return (path: string): Promise<ArrayBuffer> => {
    const before = fetched.get(path);
    if (before !== undefined) return before;
    const bytes = get(path);
    fetched.set(path, bytes);
    bytes.catch(() => fetched.delete(path));
    return bytes;
  };
};

/** A mark while a run has not yet answered: a page that hangs can't remove it, and opens at rest the next time. */
const marked = (name: string) => {
  const key = `llm-first-principles:notebook-running:${name}`;
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      return undefined; // a browser that keeps nothing
    }
  };
  return {
    set: () => attempt(() => sessionStorage.setItem(key, "1")),
    remove: () => attempt(() => sessionStorage.removeItem(key)),
    isSet: () => (attempt(() => sessionStorage.getItem(key)) ?? null) !== null
  };
};

export async function openNotebook({main, name, folder, root}: Opening): Promise<void> {
  const fetched = fetcher(folder);
  const text = async (path: string) => new TextDecoder().decode(await fetched(path));
  const json = async (path: string): Promise<unknown> => JSON.parse(await text(path)) as unknown;
  const [written, manifest, program, frameCss, barCss, styles] = await Promise.all([
    json(`pages/${name}.json`) as Promise<Notebook>,
    json("manifest.json") as Promise<Manifest>,
    text("frame.js"),
    text("frame.css"),
    text("page.css"),
    pageStyles()
  ]);
  const kept = keptNotebook(name);
  const mark = marked(name);
  const shared = await sharedCells();
  const before = await kept.read();
  const own = before?.cells ?? written.cells;
  // what came by an address is nobody's until it is edited, and then the reader's own is one step back
  let edits: Edits = shared === undefined ? begin(own) : edit(begin(own), shared, -Infinity);
  let frame: LiveFrame | undefined;
  let running = false;
  let changed = shared === undefined && before !== undefined;
  /** Lists of cells that the reader has run, or made while they ran: no other is run by itself. */
  const ran = new WeakSet<readonly Cell[]>(before?.ran === false ? [] : [own]);
  let keeping: ReturnType<typeof setTimeout> | undefined;

  const known = new Set([...main.querySelectorAll("a[href]")].map((link) => link.getAttribute("href") ?? ""));
  dispatchEvent(new Event("pagehide")); // the workers of the page's own figures end, as when it is left
  const style = element("style", {textContent: barCss});
  style.dataset["notebook"] = "";
  document.head.append(style);
  const host = element("div", {className: "notebook-host"});
  const bar = notebookBar({title: written.title, root}, name, {
    cells: () => edits.now,
    run: () => restart(true),
    stop: () => restart(false, "Stopped. Nothing of it is lost."),
    undo: () => step(undo),
    redo: () => step(redo),
    forget: () => {
      ran.add(written.cells);
      take(edit(edits, written.cells, performance.now()));
      restart(true, "As the book has it. Undo brings your own back.");
    },
    open: (cells) => {
      running = false;
      take(edit(edits, cells, performance.now()));
      restart(false, "Opened and not run: look at it first, then run it.");
    },
    files: () => import(new URL("files.js", folder).href) as Promise<typeof FileFormats>
  });
  main.replaceChildren(bar.node, host);
  document.documentElement.dataset["notebook"] = "";

  async function sharedCells(): Promise<readonly Cell[] | undefined> {
    const {packed} = notebookIn(location.hash) ?? {};
    return packed === undefined ? undefined : unpackCells(packed);
  }
  /** Shows what can be done now. */
  function showEdits(): void {
    bar.show({
      undo: edits.past.length > 0,
      redo: edits.future.length > 0,
      written: sameCells(edits.now, written.cells)
    });
  }
  /** New cells: kept after a pause. */
  function take(next: Edits): void {
    edits = next;
    changed = true;
    if (running) ran.add(next.now);
    showEdits();
    if (notebookIn(location.hash)?.packed !== undefined) history.replaceState(null, "", "#notebook");
    keepSoon();
  }
  function keep(): void {
    clearTimeout(keeping);
    keeping = undefined;
    const {now: cells} = edits;
    const done = sameCells(cells, written.cells) ? kept.forget() : kept.write({cells, ran: ran.has(cells)});
    done.catch((error: unknown) => bar.say(`This browser keeps no notebooks: ${messageOf(error)}`));
  }
  function keepSoon(): void {
    clearTimeout(keeping);
    keeping = setTimeout(keep, KEEP_AFTER);
  }
  function step(by: (edits: Edits) => Edits | undefined): void {
    const next = by(edits);
    if (next === undefined) return;
    const foreign = running && !ran.has(next.now);
    if (foreign) running = false;
    take(next);
    if (foreign) restart(false, "These cells were never run. Look at them, then run them.");
    else frame?.send({type: "cells", cells: next.now});
  }
  /** Whether the reader has just done something: a cell does nothing to the page by itself. */
  const clicked = () => navigator.userActivation?.isActive !== false;
  const theme = () => document.documentElement.dataset["theme"];

  /** A new frame. What ran in the old one is gone with it. */
  function restart(run: boolean, why = ""): void {
    frame?.end();
    running = run;
    if (run) ran.add(edits.now);
    if (run && changed) keepSoon();
    bar.say(why);
    host.dataset["status"] = run ? "running" : "at rest";
    bar.running(run);
    if (run) mark.set();
    const css = `${styles}\n${frameCss}`;
    frame = liveFrame(
      host,
      new URL("frame.html", folder).href,
      {
        type: "boot",
        page: `/${name.replace(/(^|\/)index$/, "$1")}`,
        program,
        css,
        theme: theme(),
        cells: edits.now,
        written: written.cells,
        run
      },
      {
        edited: (cells) => {
          const next = checkedCells(cells);
          if (next === undefined)
            bar.say("A notebook has at most 400 cells of 200,000 letters: this change is not kept.");
          else take(edit(edits, next, performance.now()));
        },
        ask: answers(manifest, fetched, (path) => styleSheet(new URL(path, folder).href)),
        download: (blob, file) => {
          if (clicked()) download(blob, file.replace(/[^\w.-]/g, "-").slice(0, 100));
        },
        link: (href) => {
          const link = allowedLink(href, root, known);
          if (link === undefined || !clicked()) return;
          if (link.here) {
            location.href = link.href;
            if (link.href.split("#")[0] === location.href.split("#")[0]) location.reload(); // a place on this page
          } else open(link.href, "_blank", "noopener");
        },
        alive: mark.remove,
        died: (why) =>
          restart(
            false,
            why === "flood"
              ? "The notebook sent more than the page can hear, and was stopped. Nothing of it is lost: change the cell, then run it again."
              : "The notebook did not answer and was stopped. Nothing of it is lost: change the cell that never ends, then run it again."
          )
      }
    );
  }

  addEventListener("pagehide", () => {
    mark.remove();
    if (keeping !== undefined) kept.writeNow({cells: edits.now, ran: ran.has(edits.now)}); // what was typed last
  });
  new MutationObserver(() => frame?.send({type: "theme", theme: theme()})).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["data-theme"]
  });
  showEdits();
  const damaged = shared === undefined && notebookIn(location.hash)?.packed !== undefined;
  if (mark.isSet()) restart(false, "The last run did not end. Nothing runs until you say so.");
  else if (shared !== undefined) restart(false, "This notebook came with the address. Look at it, then run it.");
  else if (!ran.has(edits.now)) restart(false, "These cells were never run. Look at them, then run them.");
  else
    restart(
      true,
      damaged
        ? "The notebook in this address is cut short or damaged: this is the one that is kept here, or the book’s."
        : ""
    );
  if (notebookIn(location.hash) === undefined) history.pushState(null, "", "#notebook");
  // the way back is the page itself
  addEventListener("popstate", () => location.reload());
}
