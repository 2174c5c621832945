import type {Key} from "llm-first-principles";
import {chatPrompt, type Message} from "../chat/chatPrompt.js";
import type {Asked} from "./asked.js";
import {askedChat} from "./chatCompletions.js";
import {askedCompletion} from "./completions.js";
import {RequestError} from "./requestError.js";
import type {Served} from "./served.js";

/** What is done at an address. */
type Route =
  | {readonly method: "GET"; readonly answer: object}
  | {
      readonly method: "POST";
      readonly asked: (body: unknown, keyOf: (seed: number | undefined) => Key) => Asked;
    };

const addressUnknown = (path: string): RequestError =>
  new RequestError(
    {status: 404, code: "not_found"},
    "path",
    "there is nothing at this address",
    [{name: "path", value: JSON.stringify(path)}],
    "there are GET /v1/models, POST /v1/completions and POST /v1/chat/completions"
  );

/** What stands at which address. @throws RequestError, of what it returns, for an address that is none. */
export function routesOf(served: Served): (path: string) => Route {
  const {id, created, model} = served;
  const described = {id, object: "model", created, owned_by: "llmfp"};
  let promptOf: ReturnType<typeof chatPrompt> | undefined; // a template is read when somebody talks
  const prompted = (messages: readonly Message[]) => (promptOf ??= chatPrompt(model))(messages);
  const routes: Readonly<Record<string, Route>> = {
    "/v1/models": {method: "GET", answer: {object: "list", data: [described]}},
    [`/v1/models/${encodeURIComponent(id)}`]: {method: "GET", answer: described},
    "/v1/completions": {method: "POST", asked: (body, keyOf) => askedCompletion(served, body, keyOf)},
    "/v1/chat/completions": {method: "POST", asked: (body, keyOf) => askedChat(served, prompted, body, keyOf)}
  };
  return (path) => {
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route === undefined) throw addressUnknown(path);
    return route;
  };
}
