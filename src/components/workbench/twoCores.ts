import {attributes, button, element} from "../element.js";
import {messageOf} from "../message.js";

const TRIED = "two-cores-tried";

/**
 * A switch for training on two cores. Threads share memory only where a page is isolated from others, which its headers must
 * say; where the host does not send them, a service worker adds them, and the page is loaded once more.
 *
 * @param script - the address of the service worker, at the root of the site
 */
export function twoCores(script: string): HTMLElement {
  const told = element("span", {role: "status"});
  const node = element("p", {className: "fig-note two-cores"});
  const off = async (): Promise<void> => {
    const [registration] = (await navigator.serviceWorker.getRegistrations()).filter(
      ({active}) => active?.scriptURL === new URL(script, location.href).href
    );
    await registration?.unregister();
    sessionStorage.removeItem(TRIED);
    location.reload();
  };
  const on = async (): Promise<void> => {
    try {
      sessionStorage.setItem(TRIED, "yes");
      await navigator.serviceWorker.register(script);
      await navigator.serviceWorker.ready;
      location.reload();
    } catch (error) {
      told.textContent = `This browser did not allow it: ${messageOf(error)}`;
    }
  };
  if (crossOriginIsolated) {
    told.textContent = "Training uses two cores here, to the same bits.";
    node.append(
      told,
      " ",
      button("Use one core", () => void off())
    );
  } else if ("serviceWorker" in navigator && origin !== "null") {
    const tried = sessionStorage.getItem(TRIED) !== null;
    told.textContent = tried
      ? "Training uses one core: this browser keeps the page from sharing memory."
      : "Training uses one core.";
    node.append(
      told,
      " ",
      button("Use two cores", () => void on())
    );
  } else told.textContent = "Training uses one core: memory is not shared between threads here.";
  if (node.childElementCount === 0) node.append(told);
  return attributes(node, {"data-cores": crossOriginIsolated ? "2" : "1"});
}
