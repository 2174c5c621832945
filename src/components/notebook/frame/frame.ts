/** The program of a notebook's frame: Observable's runtime, and the cells that it runs. */
import {NotebookRuntime} from "@observablehq/notebook-kit/runtime";
import {button} from "../../element.js";
import type {Boot, ToFrame, ToPage, Wanted} from "../wire.js";
import {builtins} from "./builtins.js";
import {cellsOn} from "./cells.js";
import {linksByPage, submitByHand} from "./forms.js";
import {afterTask, guard} from "./guard.js";
import {modules} from "./modules.js";

interface Asked {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

export async function start(port: MessagePort, {cells, written, run, theme, page}: Boot): Promise<void> {
  const tell = (message: ToPage) => port.postMessage(message);
  const main = document.getElementById("observablehq-main");
  if (main === null) throw new Error("The frame of a notebook has no place for cells.");

  const asked = new Map<number, Asked>();
  let questions = 0;
  const ask = (what: Wanted, name: string) =>
    new Promise<unknown>((resolve, reject) => {
      asked.set(++questions, {resolve, reject});
      tell({type: "ask", id: questions, what, name});
    });
  globalThis.notebookPage = page;
  globalThis.notebookFile = async (name) => (await ask("file", name)) as ArrayBuffer;
  globalThis.notebookDownload = (blob, name) => tell({type: "download", blob, name});
  globalThis.notebookStyle = async (name) => (await ask("style", name)) as string;
  globalThis.notebookWorker = async (address) => (await ask("worker", address)) as string;
  const load = modules(ask);

  const paint = (theme: string | undefined) => {
    if (theme === undefined) delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  };
  paint(theme);
  submitByHand();
  linksByPage(
    (href) => tell({type: "link", href}),
    (top) => tell({type: "reveal", top})
  );
  // figures write their state into the address: the page's history is not theirs
  history.pushState = history.replaceState = () => undefined;

  const {tick} = guard(() => performance.now(), afterTask());
  const runtime = new NotebookRuntime(builtins(load, tick) as never); // the type knows the kit's own names only
  const host = main.appendChild(document.createElement("div"));
  host.className = run ? "cells" : "cells at-rest";
  const list = cellsOn({host, runtime, load, written, edited: (cells) => tell({type: "edited", cells})}, run);
  main.append(button("Add a cell", list.add, "button add-cell"));

  port.onmessage = ({data}: MessageEvent<ToFrame>) => {
    switch (data.type) {
      case "ping":
        return tell({type: "pong"});
      case "theme":
        return paint(data.theme);
      case "cells":
        return void list.set(data.cells);
      case "answer": {
        const waiting = asked.get(data.id);
        asked.delete(data.id);
        if (data.error === undefined) waiting?.resolve(data.value);
        else waiting?.reject(new Error(data.error));
      }
    }
  };
  new ResizeObserver(() => tell({type: "height", height: Math.ceil(main.getBoundingClientRect().bottom)})).observe(
    main
  );
  tell({type: "begun"});
  await list.set(cells);
}
