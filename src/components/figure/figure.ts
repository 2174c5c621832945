import {address, type AnyControl} from "./figureState.js";
import {body} from "./figureBody.js";
import {tools} from "./figureTools.js";
import {arrive, attributes, button, element} from "../element.js";
import {latestWins} from "./latestWins.js";
import {codeOf, messageOf} from "../message.js";
import {pace, writeProgress, type Progress} from "./pace.js";
import {sourceLine, type Source} from "./sourceLine.js";

/** The controls of a figure, one for each field of its value. Observable Inputs fit as well as our own. */
type Controls<V> = {readonly [K in keyof V]: AnyControl<V[K]>};

export interface Work {
  /** Aborted when the work is in vain: the page dropped the figure, or the reader settled on another value. */
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

interface Draw<R> extends Work {
  readonly width: number;
  /** What `compute` returned for this value. */
  readonly result: R;
}

interface FigureSpec<V extends object, R> {
  /** In kebab case and unique on the site: its anchor, its `data-figure`, the prefix of its state in the address. */
  readonly name: string;
  readonly title: string;
  readonly caption: string | Node;
  readonly controls: Controls<V>;
  /** The costly part: depends on the value alone, so a new width or theme does not run it again. */
  readonly compute?: (value: V, work: Work) => R | Promise<R>;
  /** A pure function. What it throws is shown, and the last drawing stays, dimmed. */
  readonly draw: (value: V, draw: Draw<R>) => Node | Promise<Node>;
  /** The text alternative: what a reader would see, with its numbers. */
  readonly describe: (value: V, result: R) => string;
  /** 5–15 lines that a composer can paste, with the present values in them. */
  readonly code?: (value: V) => string;
  readonly rows?: (value: V, result: R) => readonly Readonly<Record<string, unknown>>[];
  readonly wide?: boolean;
  /** The body has controls of its own, so it is a group and not an image. */
  readonly interactive?: boolean;
  /** Source, license and size of the text that is used, printed under the figure. */
  readonly source?: Source | ((value: V) => Source | undefined);
  /** What a value costs, as in "counts 10 MB, about 20 s": then no link starts it, only the reader. */
  readonly heavy?: (value: V) => string | undefined;
}

interface Figure<V> extends HTMLElement {
  readonly value: V;
}

type Status = "idle" | "running" | "stale" | "done" | "error";

/** The shell of every figure. It is itself an input, so that `view(figure(…))` gives its values to the page. */
export function figure<V extends object, R = undefined>(spec: FigureSpec<V, R>): Figure<V> {
  const {name, title, controls, draw, describe, code, rows, wide = false, interactive = false} = spec;
  const entries = Object.entries<AnyControl<unknown>>(controls);
  const value = () => Object.fromEntries(entries.map(([key, c]) => [key, c.value])) as V; // controls mirror V
  const state = address(name, entries);

  const status = element("output", {className: "fig-status"});
  const told = element("p", {className: "fig-told", role: "status", hidden: true});
  const heading = element("p", {className: "fig-title", id: `${name}-title`}, title);
  const words = element("p", {className: "fig-words", id: `${name}-words`, hidden: true});
  const source = element("p", {className: "fig-source"});
  const isTime = ([, c]: (typeof entries)[number]) => c.matches(".scrubber");
  const others = entries.filter((entry) => !isTime(entry)).map(([, c]) => c);
  const node = attributes(element("figure", {id: name, className: wide ? "fig wide" : "fig"}), {
    "data-figure": name,
    "data-status": "idle",
    "aria-labelledby": heading.id
  });
  const inside = body({interactive, labelledBy: heading.id, describedBy: words.id});

  const say = (now: Status, message = "", code?: string) => {
    node.dataset["status"] = now;
    const [shown, alarmed] = now === "error" ? ["", message] : [message, ""];
    if (status.value !== shown) status.value = status.title = shown;
    inside.alarm(alarmed, code);
  };

  let drawn: {readonly key: string; readonly value: V; readonly result: R} | undefined;
  let last = ""; // the key of the work that runs or ran
  let asked = false; // by the reader: a link alone starts no heavy run

  const written = () => {
    if (drawn === undefined) return;
    words.textContent = describe(drawn.value, drawn.result);
    shown.refresh();
  };
  const computed = (now: V, key: string, work: Work): R | Promise<R> =>
    drawn?.key === key ? drawn.result : (spec.compute?.(now, work) ?? (undefined as R)); // R is undefined without compute

  async function paint(signal: AbortSignal): Promise<void> {
    const now = value();
    const key = state.key();
    last = key;
    const cost = asked ? undefined : spec.heavy?.(now);
    if (cost !== undefined) {
      inside.offer(button(`Run it: ${cost}`, () => ((asked = true), ask(true)), "button primary"));
      return say("stale", "Waits for you");
    }
    const began = performance.now();
    const measured = pace();
    const progress = (report: Progress) => {
      if (!signal.aborted) say("running", writeProgress(measured(report, performance.now())));
    };
    const late = setTimeout(() => node.dataset["status"] !== "running" && say("running", "Computing…"), 150);
    try {
      const made = computed(now, key, {signal, progress});
      const result = made instanceof Promise ? await made : made;
      if (signal.aborted) return;
      const drawing = draw(now, {width: inside.width(), signal, progress, result});
      const picture = drawing instanceof Promise ? await drawing : drawing;
      if (signal.aborted) return;
      inside.show(picture);
      drawn = {key, value: now, result};
      const print = typeof spec.source === "function" ? spec.source(now) : spec.source;
      sourceLine(source, print);
      say("done", performance.now() - began > 150 ? "Done" : "");
    } catch (error) {
      if (signal.aborted) return;
      const before = inside.empty() ? "" : "\nWhat is drawn is from before.";
      words.textContent = messageOf(error);
      return say("error", `${messageOf(error)}${before}`, codeOf(error));
    } finally {
      clearTimeout(late);
    }
    clearTimeout(writing);
    writing = window.setTimeout(() => {
      try {
        written();
      } catch (error) {
        say("error", messageOf(error), codeOf(error));
      }
    }, 100);
  }
  let writing = 0;
  const loop = latestWins(paint);
  /** A settled value ends work on another one; a moving value waits for it, so that playing never starves. */
  const ask = (settled: boolean) => inside.width() > 0 && loop.ask(settled && last !== state.key());
  const changed = (settled = false) => {
    ask(settled);
    node.dispatchEvent(new Event("input"));
  };

  const complain = (complaints: readonly string[]) => {
    told.textContent = complaints.join(" ");
    told.hidden = complaints.length === 0;
  };
  const restore = () => complain(state.restore());
  const shown = tools({
    name,
    words,
    picture: inside.node,
    say: (message) => say(drawn === undefined ? "idle" : "done", message),
    describe: () => (drawn === undefined ? "Nothing is drawn yet." : describe(drawn.value, drawn.result)),
    link: state.link,
    reset: () => {
      asked = true;
      complain([]);
      state.reset();
      changed(true);
      state.visit();
    },
    ...(code === undefined ? {} : {code: () => code(value())}),
    ...(rows === undefined ? {} : {rows: () => (drawn === undefined ? [] : rows(drawn.value, drawn.result))})
  });

  for (const [, c] of entries) {
    c.addEventListener("input", () => {
      asked = true;
      complain([]);
      changed();
    });
    c.addEventListener("change", () => {
      state.visit();
      if (last !== state.key()) ask(true);
    });
  }
  restore();
  node.append(element("div", {className: "fig-head"}, heading, status), told);
  if (others.length > 0) node.append(element("div", {className: "fig-controls"}, ...others));
  node.append(inside.frame, ...entries.filter(isTime).map(([, c]) => c));
  node.append(element("figcaption", {}, spec.caption), source, ...shown.nodes);
  const first = typeof spec.source === "function" ? spec.source(value()) : spec.source;
  sourceLine(source, first);

  inside.watch({
    resize: () => ask(true),
    leave: loop.stop,
    again: () => drawn?.key !== state.key() && ask(true),
    back: () => {
      const before = state.key();
      restore();
      if (state.key() !== before) changed(true);
    }
  });
  arrive(node);
  return Object.defineProperty(node, "value", {get: value}) as HTMLElement as Figure<V>; // the boundary of an input
}
