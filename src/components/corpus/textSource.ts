import {LibraryError, checkText, readFile, type Corpus, type LibraryError as Fault} from "/lib/index.js";
import {control, moved, settled, type Control} from "../figure/control.js";
import {attributes, button, element, uniqueId} from "../element.js";
import {messageOf} from "../message.js";

/** A text to work on: one of the book's, or the reader's own, which never leaves the browser. */
export type TextChoice =
  {readonly kind: "corpus"; readonly id: string} | {readonly kind: "own"; readonly text: string; readonly name: string};

interface TextSourceOptions {
  readonly label: string;
  readonly corpora: readonly Pick<Corpus, "id" | "title">[];
  /** The corpus at first; the first one unless told. */
  readonly value?: string;
}

const OWN = "own";
/** Own texts that Back can return to. */
const KEPT = 3;

/** Chooses a corpus, or takes the reader's own text by paste, drop or file. Own text is not put in the address. */
export function textSource({label, corpora, value}: TextSourceOptions): Control<TextChoice> {
  const first = value ?? corpora[0]?.id ?? OWN;
  const owned = new Map<string, Extract<TextChoice, {kind: "own"}>>();
  let count = 0;
  let chosen = first;

  const id = uniqueId("control");
  const menu = element("select", {id}, ...corpora.map((corpus) => element("option", {value: corpus.id}, corpus.title)));
  menu.append(element("option", {value: OWN}, "Your own text"));
  menu.value = first;
  const area = element("textarea", {rows: 4, spellcheck: false, placeholder: "Type or paste here", id: `${id}-text`});
  const file = attributes(element("input", {type: "file", hidden: true, tabIndex: -1, ariaLabel: "File"}), {
    accept: "text/*,.txt,.md,.csv,.json,.srt"
  });
  const told = element("p", {className: "own-told", role: "status"});
  const fault = element("p", {className: "own-fault", role: "alert", hidden: true});
  const use = button("Use this text", () => void take("pasted text", (replace) => checkText(area.value, {replace})));
  const choose = button("Choose a file", () => file.click());
  const areaLabel = element("label", {htmlFor: area.id}, "Type, paste, or drop a file: UTF-8, up to 20 MB");
  const row = element("div", {className: "own-row"}, use, choose, file);
  const panel = element("div", {className: "own", hidden: true}, areaLabel, area, row, told, fault);
  const picker = element("div", {className: "select"}, element("label", {htmlFor: id}, label), menu);
  const node: HTMLElement = element("div", {className: "control text-source"}, picker, panel);

  if (corpora.length < 2)
    node.dataset["inert"] = "there is one text, and an own one is drawn when its button is pressed";

  const open = (on: boolean) => {
    panel.hidden = !on;
    area.tabIndex = on ? 0 : -1;
  };
  const show = () => {
    menu.value = owned.has(chosen) ? OWN : chosen;
    open(menu.value === OWN);
    const own = owned.get(chosen);
    told.textContent =
      own === undefined
        ? "It stays in this browser, and it is not in the link of the figure."
        : `In use: ${own.name}, ${characters(own.text).toLocaleString("en")} characters. It stays in this browser.`;
  };
  const alarm = (...content: readonly (string | Node)[]) => {
    fault.replaceChildren(...content);
    fault.hidden = content.length === 0;
  };
  const change = (to: string) => {
    if (to === chosen) return;
    chosen = to;
    show();
    moved(node);
    settled(node);
  };
  /** Reads, and says what is wrong with a text that can't be used; the text in use before stays. */
  async function take(name: string, read: (replace: boolean) => string | Promise<string>, replace = false) {
    alarm();
    try {
      const text = await read(replace);
      const key = `${OWN}-${++count}`;
      owned.set(key, {kind: "own", text, name});
      for (const old of [...owned.keys()].slice(0, -KEPT)) owned.delete(old);
      change(key);
    } catch (error) {
      const offer = button("Put � for what can’t be read", () => void take(name, read, true));
      alarm(explain(error), ...(replaceable(error) ? [offer] : []));
    }
  }
  const takeFile = (chosenFile: File) => take(chosenFile.name, (replace) => readFile(chosenFile, {replace}));

  menu.addEventListener("input", (event) => event.stopPropagation());
  menu.addEventListener("change", (event) => {
    event.stopPropagation();
    alarm();
    const own = [...owned.keys()].at(-1);
    if (menu.value !== OWN) change(menu.value);
    else if (own !== undefined) change(own);
    open(menu.value === OWN);
  });
  for (const silent of [area, file]) {
    silent.addEventListener("input", (event) => event.stopPropagation());
    silent.addEventListener("change", (event) => event.stopPropagation());
  }
  file.addEventListener("change", () => {
    const [picked] = file.files ?? [];
    if (picked !== undefined) void takeFile(picked);
    file.value = "";
  });
  node.addEventListener("dragover", (event) => event.preventDefault());
  node.addEventListener("drop", (event) => {
    event.preventDefault();
    menu.value = OWN;
    open(true);
    const item = event.dataTransfer?.items[0];
    const [dropped, ...others] = event.dataTransfer?.files ?? [];
    const text = event.dataTransfer?.getData("text/plain") ?? "";
    if (item?.webkitGetAsEntry()?.isDirectory === true) alarm("This is a folder. Drop one file of text.");
    else if (others.length > 0) alarm(`These are ${others.length + 1} files. Drop one file of text.`);
    else if (dropped !== undefined) void takeFile(dropped);
    else if (text !== "") void take("dropped text", (replace) => checkText(text, {replace}));
    else alarm("There was no text in what was dropped.");
  });
  show();

  const known = (text: string) => owned.has(text) || corpora.some((corpus) => corpus.id === text);
  return control<TextChoice, HTMLElement>(node, {
    get: () => owned.get(chosen) ?? {kind: "corpus", id: chosen},
    set: (to) => {
      if (to.kind === "own") owned.set((chosen = `${OWN}-${++count}`), to);
      else chosen = to.id;
      show();
    },
    format: () => chosen,
    parse: (text) => owned.get(text) ?? {kind: "corpus", id: text},
    refusal: (text) =>
      known(text)
        ? undefined
        : text.startsWith(OWN)
          ? "a reader’s own text stays in their browser"
          : `there is no such text; there are ${corpora.map((corpus) => corpus.id).join(", ")}`
  });
}

/** A fault of a text as a reader understands it: the rule, what was found, what to do. */
function explain(error: unknown): string {
  if (!(error instanceof LibraryError)) return messageOf(error);
  const {rule, found, hint = ""} = error.fault;
  const facts = found.map(({name, value}) => `${name}: ${value}`).join("; ");
  const advice = hint.split(/[;:] or read (?:it|the text) with|, or read the text with/)[0] ?? "";
  return [rule, facts, advice]
    .filter((part) => part !== "")
    .map(sentence)
    .join(" ");
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

const replaceable = (error: unknown): error is Fault =>
  error instanceof LibraryError && (error.fault.hint?.includes("replace: true") ?? false);

/** Code points, counted without making a list of 20 million of them. */
function characters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) !== 0xdc00) count++;
  return count;
}
