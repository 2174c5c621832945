/**
 * Notebooks of the book as it is being written: made when one is opened, from what the sources are then. An open one is
 * told of every change, and opens anew.
 */
import {readdirSync, readFileSync, watch} from "node:fs";
import type {IncomingMessage, ServerResponse} from "node:http";
import {extname, join} from "node:path";
import type {Manifest} from "../../src/components/notebook/answers.js";
import type {Notebook} from "../../src/components/notebook/cell.js";
import {withFirstFormat} from "../finish.js";
import {root} from "../root.js";
import {notebookOf} from "./cellsOfSource.js";
import {editable, LIVE, OPENED} from "./editable.js";
import {notebookPrograms} from "./notebookPrograms.js";

/** Milliseconds without a change, after which one is told: an editor and the library's build write several files at once. */
const QUIET = 300;

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".woff2": "font/woff2"
};

/** What the page's program has more than in a built site: the whole page is loaded again when a source has changed. */
const CHANGES = `
dispatchEvent(new Event("${OPENED}"));
new EventSource(new URL("changes", import.meta.url)).onmessage = () => location.reload();
`;

const katex = join(root, "node_modules/katex/dist");

const sources = (): readonly string[] =>
  readdirSync(join(root, "src"), {recursive: true, encoding: "utf8"}).map((file) => file.replaceAll("\\", "/"));

/** A page's notebook, unless the page is being written and can't be read now: it must not keep others from opening. */
const attempted = (name: string): readonly Notebook[] => {
  try {
    return [notebookOf(name)];
  } catch {
    return [];
  }
};

/** All texts by their names in the folder, but those of pages, which are read when they are asked for. */
async function made(): Promise<ReadonlyMap<string, string>> {
  const files = sources();
  const names = files.flatMap((file) => (file.endsWith(".md") ? [file.slice(0, -3)] : [])).filter(editable);
  const {texts, bundled: _, ...lists} = await notebookPrograms(names.flatMap(attempted));
  const manifest: Manifest = {
    ...lists,
    files: Object.fromEntries(
      files
        .filter((file) => !file.startsWith(".") && /^\.(?!(md|ts|css)$)\w+$/.test(extname(file)))
        .map((file) => [file, `/_file/${file}`])
    ),
    styles: {katex: "katex/katex.min.css"}
  };
  return new Map([
    ...texts,
    ["notebook.js", `${texts.get("notebook.js") ?? ""}${CHANGES}`],
    ["manifest.json", JSON.stringify(manifest)]
  ]);
}

interface DevNotebooks {
  /** Answers a request for what notebooks load; says whether it was one. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export function devNotebooks(): DevNotebooks {
  const open = new Set<ServerResponse>();
  let texts: Promise<ReadonlyMap<string, string>> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  watch(join(root, "src"), {recursive: true}, (_, file) => {
    if (file?.startsWith(".observablehq") === true) return;
    texts = undefined;
    clearTimeout(quiet);
    quiet = setTimeout(() => open.forEach((one) => one.write("data: changed\n\n")), QUIET);
  });

  const contentOf = async (name: string): Promise<string | Buffer | undefined> => {
    const [, page] = /^pages\/([\w/-]+)\.json$/.exec(name) ?? [];
    if (page !== undefined) return editable(page) ? JSON.stringify(notebookOf(page)) : undefined;
    if (name === "katex/katex.min.css") return withFirstFormat(readFileSync(join(katex, "katex.min.css"), "utf8"));
    if (/^katex\/fonts\/\w[\w.-]*\.woff2$/.test(name)) return readFileSync(join(katex, name.slice("katex/".length)));
    const now = (texts ??= made());
    now.catch(() => (texts = undefined)); // a source that is half written
    return (await now).get(name);
  };
  const send = async (name: string, response: ServerResponse): Promise<void> => {
    const head = {"content-type": types[extname(name)] ?? "text/plain", "cache-control": "no-store"};
    try {
      const content = await contentOf(name);
      response.writeHead(content === undefined ? 404 : 200, head).end(content);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      response.writeHead(500, head).end();
    }
  };
  const hold = (response: ServerResponse): void => {
    response.writeHead(200, {"content-type": "text/event-stream", "cache-control": "no-store"}).flushHeaders();
    open.add(response);
    response.on("close", () => open.delete(response));
  };
  return {
    answer: (request, response) => {
      const {pathname} = new URL(request.url ?? "/", "http://localhost");
      if (!pathname.startsWith(LIVE)) return false;
      const name = pathname.slice(LIVE.length);
      if (name === "changes") hold(response);
      else void send(name, response);
      return true;
    }
  };
}
