/** Opens the page as a notebook, when its reader says so or its address does. Nothing is loaded before. */
import type * as Opening from "./notebook.js";
import {notebookIn} from "./notebookIn.js";

type Opened = typeof Opening;

/** A page that shares memory between threads may show no frame: with this in its address it is loaded without. */
const UNSHARED = "?notebook";

async function open(button: HTMLElement): Promise<void> {
  const {notebook = "", page = ""} = button.dataset;
  if (crossOriginIsolated) return location.replace(`${location.pathname}${UNSHARED}${location.hash || "#notebook"}`);
  const main = document.getElementById("observablehq-main");
  if (main === null) return;
  button.setAttribute("aria-busy", "true");
  const folder = new URL(notebook, location.href).href;
  const {openNotebook} = (await import(new URL("notebook.js", folder).href)) as Opened;
  await openNotebook({main, name: page, folder, root: new URL("../../", folder).href});
}

export function offerNotebook(): void {
  const button = document.querySelector<HTMLElement>("[data-notebook]");
  if (button === null) return;
  const attempt = () =>
    void open(button).catch(() => {
      button.removeAttribute("aria-busy");
      button.textContent = "The notebook can’t be loaded: try again";
    });
  const follow = () => {
    if (button.isConnected && notebookIn(location.hash) !== undefined) attempt();
  };
  button.addEventListener("click", attempt);
  addEventListener("hashchange", follow); // the way forward again, or an address that was pasted
  follow();
}
