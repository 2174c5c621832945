import {attributes, element} from "../element.js";

interface BodySpec {
  readonly interactive: boolean;
  readonly labelledBy: string;
  readonly describedBy: string;
}

interface Watch {
  /** The figure is near the screen and has a new width: the first time, too. */
  readonly resize: () => void;
  /** It was dropped from the page or hidden, or the page was left. */
  readonly leave: () => void;
  /** The page that was left came back as it was. */
  readonly again: () => void;
  /** The reader went back or forward in the history. */
  readonly back: () => void;
}

/** Where a figure is drawn: its slot keeps the space before, and it begins only when the reader comes near it. */
interface Body {
  readonly frame: HTMLElement;
  readonly node: HTMLElement;
  /** In pixels; 0 until the figure may begin. */
  readonly width: () => number;
  readonly empty: () => boolean;
  readonly show: (drawing: Node) => void;
  /** Shows a button over what is drawn, and a word where nothing is. */
  readonly offer: (button: HTMLElement) => void;
  /** Says what went wrong, with a link to what is known about it, if it is an error of the library. */
  readonly alarm: (message: string, code?: string) => void;
  readonly watch: (watch: Watch) => void;
}

/** Whether the keyboard is on what reads a chart: a new drawing takes the place over. */
const readingHeld = (node: Element): boolean =>
  node.contains(document.activeElement) && document.activeElement?.matches("[data-reading]") === true;

/** A link to the troubleshooting page from where Framework puts this module; a notebook's modules lie nowhere, and have a name. */
const helpWith = (code: string): Node | string =>
  import.meta.url.startsWith("http")
    ? element("a", {href: new URL(`../../../troubleshooting#${code}`, import.meta.url).href}, "What this error means")
    : `Its code is ${code}.`;

export function body({interactive, labelledBy, describedBy}: BodySpec): Body {
  const node = attributes(element("div", {className: "fig-body"}), {
    role: interactive ? "group" : "img",
    "aria-labelledby": labelledBy,
    "aria-describedby": describedBy
  });
  const alert = element("p", {className: "fig-alarm", hidden: true, role: "alert"});
  const offering = element("div", {className: "fig-offer", hidden: true});
  const frame = element("div", {className: "fig-frame"}, alert, node, offering);
  let width = 0;
  let drawn = false;
  let alarmed = "";

  const watch = ({resize, leave, again, back}: Watch) => {
    let near = false;
    let listening: AbortController | undefined;
    const measure = (now: number) => {
      if (!near || now === width) return;
      width = now;
      resize();
    };
    const start = () => {
      near = true;
      sight.disconnect();
      measure(Math.round(node.getBoundingClientRect().width));
    };
    const sight = new IntersectionObserver((all) => all.some(({isIntersecting}) => isIntersecting) && start(), {
      rootMargin: "25% 0%"
    });
    sight.observe(node);
    new ResizeObserver((all) => {
      const now = Math.round(all.at(-1)?.contentRect.width ?? 0);
      if (now > 0) {
        listen();
        // a drawing made in here would change sizes that are being reported
        return void requestAnimationFrame(() => measure(now));
      }
      if (!node.isConnected) listening?.abort();
      width = 0;
      leave();
    }).observe(node);
    const listen = () => {
      if (listening?.signal.aborted === false) return;
      listening = new AbortController();
      const {signal} = listening;
      addEventListener("popstate", back, {signal});
      addEventListener("beforeprint", start, {signal});
      addEventListener("pagehide", leave, {signal});
      addEventListener("pageshow", ({persisted}) => persisted && again(), {signal});
    };
  };

  return {
    frame,
    node,
    watch,
    width: () => width,
    empty: () => !drawn,
    show: (drawing) => {
      offering.hidden = true;
      drawn = true;
      const held = readingHeld(node);
      // a drawing that stands already keeps what the reader holds in it
      if (drawing.parentNode !== node || node.childNodes.length !== 1) node.replaceChildren(drawing);
      // an image's parts are hidden from those who hear the page, and what can be read must not be
      const readable = interactive || node.querySelector("[data-reading]") !== null;
      node.setAttribute("role", readable ? "group" : "img");
      if (held) node.querySelector<SVGElement>("[data-reading]")?.focus({preventScroll: true});
    },
    offer: (button) => {
      if (!drawn) node.replaceChildren(element("p", {className: "fig-note"}, "Not run yet."));
      offering.replaceChildren(button);
      offering.hidden = false;
    },
    alarm: (message, code) => {
      if (alarmed !== message) alert.replaceChildren(message, ...(code === undefined ? [] : ["\n", helpWith(code)]));
      alarmed = message;
      alert.hidden = message === "";
    }
  };
}
