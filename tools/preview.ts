/** Framework's preview, with what `npm start` answers by itself. */
import type {IncomingMessage, Server, ServerResponse} from "node:http";
import {join} from "node:path";
import {root} from "./root.js";

interface Framework {
  readonly preview: (options: {
    readonly hostname: string;
    readonly port?: number;
    readonly open: boolean;
  }) => Promise<{readonly server: Server}>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Serves the book until the process ends.
 *
 * @param first - answers a request and says so, or leaves it to Framework
 * @param port - the first free one from 3000 on, unless it is named
 */
export async function preview(first: Answer, hostname: string, port?: number): Promise<void> {
  await import(join(root, "observablehq.config.ts")); // before Framework asks whether it may tell anybody what it does
  // Framework has no types
  const {preview}: Framework = await import(join(root, "node_modules/@observablehq/framework/dist/preview.js"));
  const {server} = await preview({hostname, open: false, ...(port === undefined ? {} : {port})});
  const [framework] = server.listeners("request") as ((...of: Parameters<Answer>) => void)[];
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    // a notebook's frame may not be led elsewhere, as in a built site, whose pages have a policy of their own
    response.setHeader("content-security-policy", "frame-src 'self'");
    if (!first(request, response)) framework?.(request, response);
  });
}
