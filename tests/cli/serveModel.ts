/** A server in this process, as tests and the soak ask it. */
import OpenAI from "openai";
import {firstValueFrom, share, Subject, type Subscription} from "rxjs";
import type {LoadedModel} from "../../cli/models/loadedModel.js";
import {serving, type ServerOptions} from "../../cli/serve/server.js";

export interface TestServer {
  readonly url: string;
  readonly client: OpenAI;
  /** Tells it to finish what it writes and to end. */
  readonly stop: () => void;
  /** Resolves when it has ended. */
  readonly over: Promise<void>;
  /** What it has failed at. */
  readonly failures: readonly unknown[];
  readonly end: () => void;
}

/** Serves a model as `whale` at a port that is free. */
export async function serveModel(
  model: LoadedModel,
  options: Partial<ServerOptions & {readonly mostTokens: number}> = {}
): Promise<TestServer> {
  const stopped = new Subject<void>();
  const failures: unknown[] = [];
  const limits = {
    host: "127.0.0.1",
    port: 0,
    parallel: 4,
    queue: 64,
    mostBytes: 100_000,
    seed: 1,
    allowOrigins: [],
    ...options
  };
  const server = serving(
    {id: "whale", model, created: 1, mostTokens: options.mostTokens ?? 1000, mostTexts: limits.parallel},
    {...limits, stop: stopped, failed: (error) => void failures.push(error)}
  ).pipe(share());
  let running: Subscription | undefined;
  const over = new Promise<void>((resolve) => (running = server.subscribe({complete: resolve})));
  const url = await firstValueFrom(server);
  const client = new OpenAI({baseURL: url, apiKey: "none", maxRetries: 0});
  return {url, client, stop: () => stopped.next(), over, failures, end: () => running?.unsubscribe()};
}
