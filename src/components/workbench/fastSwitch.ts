import {attributes, button, element} from "../element.js";
import {tensors} from "../tensors.js";

/** Of this page alone: no figure elsewhere is fast because this one is. */
const key = (): string => `fast ${location.pathname}`;

/** Whether the reader has asked for fused products on this page. Nobody keeps anything where storage is refused. */
export function asksFast(): boolean {
  try {
    return sessionStorage.getItem(key()) !== null;
  } catch {
    return false;
  }
}

function ask(fast: boolean): void {
  if (fast) sessionStorage.setItem(key(), "yes");
  else sessionStorage.removeItem(key());
  location.reload(); // a worker keeps its mode, so that no run is half of the one and half of the other
}

/** What a page's workers are told: behind the address of their script. */
export const FAST = "&fast";

/** A switch for training with fused products. It is not shown where the engine cannot fuse. */
export function fastSwitch(): HTMLElement {
  const node = element("p", {className: "fig-note fast-mode", hidden: true});
  const fast = asksFast();
  const told = fast
    ? "Training is fast here: not the same bits everywhere, and no proof."
    : "Training uses exact products: the same bits everywhere.";
  node.append(
    element("span", {role: "status"}, told),
    " ",
    button(fast ? "Use exact products" : "Fast, not the same bits everywhere", () => ask(!fast))
  );
  void tensors().then(({canBeFast}) => (node.hidden = !canBeFast() || origin === "null"));
  return attributes(node, {"data-fast": fast ? "yes" : "no"});
}
