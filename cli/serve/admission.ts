import {createHash, timingSafeEqual} from "node:crypto";
import type {IncomingHttpHeaders} from "node:http";
import {RequestError} from "./requestError.js";

/** Who may ask. */
export interface Admission {
  /** What a client must send as `Authorization: Bearer …`; anyone may ask where there is none. */
  readonly apiKey?: string;
  /** Origins whose pages may read the answers, such as `http://localhost:3000`; `*` for any. */
  readonly allowOrigins: readonly string[];
}

/** Whether only this machine can reach such a host; of an IPv6 address also in brackets. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host);

const digest = (text: string): Uint8Array => createHash("sha256").update(text).digest();

/** Refuses a request without the key. @throws RequestError, with status 401. */
export function checkKey({authorization}: IncomingHttpHeaders, {apiKey}: Admission): void {
  if (apiKey === undefined) return;
  const given = /^Bearer (.+)$/i.exec(authorization ?? "")?.[1];
  // of equal length whatever was sent, so that the time it takes tells nothing
  if (given !== undefined && timingSafeEqual(digest(given), digest(apiKey))) return;
  throw new RequestError(
    {status: 401, code: "invalid_api_key"},
    "authorization",
    given === undefined ? "this server wants a key, and none was sent" : "this is not the server’s key",
    [],
    "send the header Authorization: Bearer KEY, with the key that llmfp serve was started with; clients of OpenAI’s call it apiKey"
  );
}

/**
 * Refuses what was sent to another name, where only this machine is served and no key is asked for: a page of the web may have
 * its own name lead here, and would then count as one of ours. @throws RequestError, with status 403.
 */
export function checkHost({host: sentTo = ""}: IncomingHttpHeaders, listens: string, {apiKey}: Admission): void {
  if (apiKey !== undefined || !isLoopback(listens) || isLoopback(sentTo.replace(/:\d+$/, ""))) return;
  throw new RequestError(
    {status: 403, code: "wrong_host"},
    "host",
    "this server is asked as localhost, by those who use its machine",
    [{name: "given", value: JSON.stringify(sentTo)}],
    "ask http://localhost with its port, or start the server with --api-key"
  );
}

/** What a browser must hear so that a page of another origin may read the answer: nothing for a page that may not. */
export function corsHeaders(
  {origin, ...asked}: IncomingHttpHeaders,
  {allowOrigins}: Admission
): Readonly<Record<string, string>> {
  if (allowOrigins.length === 0) return {};
  if (origin === undefined || !(allowOrigins.includes("*") || allowOrigins.includes(origin))) return {vary: "Origin"};
  const headers = asked["access-control-request-headers"];
  return {
    vary: "Origin",
    "access-control-allow-origin": origin,
    ...(asked["access-control-request-method"] !== undefined && {
      "access-control-allow-methods": "GET, POST",
      "access-control-max-age": "600",
      ...(headers !== undefined && {"access-control-allow-headers": headers}),
      // Chromium asks so before a page of the web reaches into a private network
      ...(asked["access-control-request-private-network"] !== undefined && {
        "access-control-allow-private-network": "true"
      })
    })
  };
}

/** Whether a browser asks, before it asks, and may be told yes. */
export const isPreflight = (method: string | undefined, headers: Readonly<Record<string, string>>): boolean =>
  method === "OPTIONS" && headers["access-control-allow-methods"] !== undefined;
