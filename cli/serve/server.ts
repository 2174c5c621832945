import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {fold, key} from "llm-first-principles";
import {asyncScheduler, Observable, tap, type Subscription} from "rxjs";
import {checkHost, checkKey, corsHeaders, isPreflight, type Admission} from "./admission.js";
import {eventOf, streamedAnswer, wholeAnswer} from "./answers.js";
import {continuousBatch, type BatchLimits} from "./continuousBatch.js";
import {readBody} from "./readBody.js";
import {answerOf, RequestError} from "./requestError.js";
import {routesOf} from "./routes.js";
import type {Served} from "./served.js";

/** Where a server listens, and what it takes. */
export interface ServerOptions extends BatchLimits, Admission {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Bytes of a request. */
  readonly mostBytes: number;
  /** What decides texts whose requests name no seed. */
  readonly seed: number;
  /** Finishes what is being written, and ends. */
  readonly stop: Observable<unknown>;
  /** Told of errors that nobody foresaw. */
  readonly failed: (error: unknown) => void;
}

const nowInSeconds = (): number => Math.floor(asyncScheduler.now() / 1000);

function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {}
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    ...headers
  });
  response.end(text);
}

/** Says what went wrong: as an answer, or as the last event of one that has begun. */
function sendError(response: ServerResponse, error: unknown): void {
  const {status, retryAfter, body} = answerOf(error);
  if (response.headersSent) {
    response.end(eventOf(body));
    return;
  }
  sendJson(response, status, body, {
    ...(retryAfter !== undefined && {"retry-after": String(retryAfter)}),
    ...(status === 401 && {"www-authenticate": "Bearer"}),
    ...(status === 413 && {connection: "close"})
  });
}

const wrongMethod = (given: string | undefined, method: string): RequestError =>
  new RequestError({status: 405, code: "wrong_method"}, "method", `this address is asked by ${method}`, [
    {name: "given", value: String(given)}
  ]);

/** What answers requests, and a way to refuse those that wait. */
function answering(served: Served, options: ServerOptions) {
  const {mostBytes, seed, failed} = options;
  const {tokenizer} = served.model;
  const routeOf = routesOf(served);
  const batch = served.model.batched((writer) => continuousBatch(writer, options));
  const began = nowInSeconds().toString(36);
  let requests = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let writing: Subscription | undefined;
    response.on("close", () => writing?.unsubscribe()); // a client that leaves frees its places
    const refuse = (error: unknown): void => {
      if (!(error instanceof RequestError)) failed(error);
      sendError(response, error);
    };
    const cors = corsHeaders(request.headers, options);
    for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
    try {
      if (isPreflight(request.method, cors)) return void response.writeHead(204).end();
      checkHost(request.headers, options.host, options);
      checkKey(request.headers, options);
      const route = routeOf((request.url ?? "/").replace(/\?.*$/s, ""));
      if (request.method !== route.method) throw wrongMethod(request.method, route.method);
      if (route.method === "GET") return sendJson(response, 200, route.answer);
      const body = await readBody(request, mostBytes);
      const number = requests++;
      const asked = route.asked(body, (named) => (named === undefined ? fold(key(seed), number) : key(named)));
      if (response.destroyed) return;
      const envelope = {id: `${began}-${number}`, created: nowInSeconds(), model: served.id};
      if (!asked.stream) {
        writing = wholeAnswer(batch, tokenizer, asked, envelope).subscribe({
          next: (whole) => sendJson(response, 200, whole),
          error: refuse
        });
        return;
      }
      writing = streamedAnswer(batch, tokenizer, asked, envelope).subscribe({
        next: (event) => {
          if (!response.headersSent)
            response.writeHead(200, {"content-type": "text/event-stream", "cache-control": "no-cache"});
          response.write(event);
        },
        error: refuse,
        complete: () => response.end()
      });
    } catch (error) {
      refuse(error);
    }
  };
  return {answer, close: batch.close};
}

/** A server that listens: where it is found, once it is. It ends when it is told to stop and has finished what it was writing. */
export const serving = (served: Served, options: ServerOptions): Observable<string> =>
  new Observable((subscriber) => {
    const {answer, close} = answering(served, options);
    let stopping = false;
    const server = createServer((request, response) => {
      response.on("close", () => stopping && server.closeIdleConnections());
      void answer(request, response);
    });
    server.on("error", (error) => subscriber.error(error));
    server.on("close", () => subscriber.complete());
    server.listen(options.port, options.host, () => {
      const {address, family, port} = server.address() as AddressInfo;
      subscriber.next(`http://${family === "IPv6" ? `[${address}]` : address}:${port}/v1`);
    });
    subscriber.add(
      options.stop
        .pipe(
          tap(() => {
            stopping = true;
            close();
            server.close();
          })
        )
        .subscribe()
    );
    subscriber.add(() => {
      server.close();
      server.closeAllConnections();
    });
  });
