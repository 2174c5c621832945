import type {IncomingMessage} from "node:http";
import {badField, RequestError} from "./requestError.js";

const tooLarge = (most: number): RequestError =>
  new RequestError(
    {status: 413, code: "body_too_large"},
    "body",
    `a request has at most ${most} bytes`,
    [],
    "send less"
  );

/** The JSON of a request’s body. What is beyond the limit is read and thrown away, so that the client hears why. @throws RequestError */
export async function readBody(request: IncomingMessage, most: number): Promise<unknown> {
  const type = request.headers["content-type"] ?? "";
  if (!/^application\/json\b/i.test(type)) {
    request.resume();
    const found = [{name: "content-type", value: JSON.stringify(type)}];
    throw new RequestError({status: 415, code: "not_json"}, "body", "it is sent as application/json", found);
  }
  if (Number(request.headers["content-length"] ?? 0) > most) {
    request.resume();
    throw tooLarge(most);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
  }
  if (length > most) throw tooLarge(most);
  try {
    return JSON.parse(new TextDecoder("utf-8", {fatal: true}).decode(Buffer.concat(chunks)));
  } catch (error) {
    throw badField("body", "it is JSON in UTF-8", [
      {name: "parser", value: error instanceof Error ? error.message : ""}
    ]);
  }
}
