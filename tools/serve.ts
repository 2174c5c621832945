/** Serves dist/ as a static host does: compressed, `/page` for page.html, 404.html for the rest, under a base path. */
import {existsSync, readFileSync, statSync} from "node:fs";
import {createServer} from "node:http";
import {extname, join, normalize} from "node:path";
import {gzipSync} from "node:zlib";
import {root} from "./root.js";

const types: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".txt", "text/plain; charset=utf-8"],
  [".csv", "text/csv; charset=utf-8"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".woff2", "font/woff2"],
  [".wasm", "application/wasm"]
]);
const packed: ReadonlySet<string> = new Set([".woff2", ".png"]);

interface Server {
  /** Where the site's root is, with a final slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const fileOf = (path: string): string | undefined =>
  [path, `${path}.html`, join(path, "index.html")].find((file) => existsSync(file) && statSync(file).isFile());

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  readonly zipped: boolean;
}

function answer(path: string): Answer {
  const site = join(root, "dist");
  const asked = normalize(join(site, path));
  const found = asked.startsWith(site) ? fileOf(asked) : undefined;
  const file = found ?? join(site, "404.html");
  const type = types.get(extname(file)) ?? "application/octet-stream";
  const zipped = !packed.has(extname(file));
  const body = existsSync(file) ? readFileSync(file) : Buffer.from("Not found");
  return {status: found === undefined ? 404 : 200, type, zipped, body: zipped ? gzipSync(body, {level: 9}) : body};
}

export async function serve(base = "/", port = 0): Promise<Server> {
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const inside = path.startsWith(base) ? path.slice(base.length) : "\0";
    const {status, type, body, zipped} = answers.get(inside) ?? answer(inside.replaceAll("\0", "none"));
    answers.set(inside, {status, type, body, zipped});
    response.writeHead(status, {
      "content-type": type,
      "content-length": body.length,
      "cache-control": "max-age=3600",
      ...(zipped ? {"content-encoding": "gzip"} : {})
    });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      })
  };
}
