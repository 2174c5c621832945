import {rmSync, writeFileSync, readFileSync} from "node:fs";
import {get} from "node:http";
import {join} from "node:path";
import {AuthenticationError, BadRequestError, NotFoundError, RateLimitError, type APIError} from "openai";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {load} from "../../cli/models/load.js";
import {ended, llmfp, SMALL, started, workplace} from "./command.js";
import {serveModel, type TestServer} from "./serveModel.js";

const {folder, runs, train} = workplace();
const run = join(runs, "whale");
const hf = join(folder, "hf");
const TEMPLATE = "{% for m in messages %}{{ m.role }} says {{ m.content }} {% endfor %}then";

let server: TestServer;
const opened: TestServer[] = [];
const serve = async (...args: Parameters<typeof serveModel>): Promise<TestServer> => {
  const made = await serveModel(...args);
  opened.push(made);
  return made;
};

beforeAll(async () => {
  const flags = ["--steps", "200", "--learning-rate", "0.01", ...SMALL];
  await train("whale", "--tokens", "subwords", "--vocab-size", "270", ...flags);
  await train("rnn", "--model", "recurrent", "--steps", "20", "--scored", "50");
  await llmfp("export", run, "--to", "hf", "--out", hf);
  const config = join(hf, "tokenizer_config.json");
  writeFileSync(config, JSON.stringify({...JSON.parse(readFileSync(config, "utf8")), chat_template: TEMPLATE}));
  server = await serve(load(run, runs, {}));
});
afterAll(() => {
  for (const {end, failures} of opened) {
    end();
    expect(failures).toEqual([]);
  }
  rmSync(folder, {recursive: true, force: true});
});

const asked = {model: "whale", prompt: "the whale", max_tokens: 20, seed: 1} as const;
const texts = (answer: {readonly choices: readonly {readonly text: string}[]}) => answer.choices.map(({text}) => text);

describe("llmfp serve completes", () => {
  it("names its model", async () => {
    const {data} = await server.client.models.list();
    expect(data).toEqual([{id: "whale", object: "model", created: 1, owned_by: "llmfp"}]);
    expect((await server.client.models.retrieve("whale")).id).toBe("whale");
    await expect(server.client.models.retrieve("other")).rejects.toThrow(NotFoundError);
  });

  it("what llmfp sample writes by the same seed and settings, and says what it cost", async () => {
    const {out} = await llmfp("sample", run, "--prompt", "the whale", "--length", "20", "--temperature", "0.7");
    const answer = await server.client.completions.create({...asked, temperature: 0.7});
    expect(`the whale${texts(answer)[0]}\n`).toBe(out);
    const prompt = load(run, runs, {}).tokenizer.encode("the whale").length;
    expect(answer).toMatchObject({object: "text_completion", model: "whale"});
    expect(answer.choices[0]?.finish_reason).toBe("length");
    expect(answer.usage).toEqual({prompt_tokens: prompt, completion_tokens: 20, total_tokens: prompt + 20});
  });

  it("the same by a seed and otherwise by another, and without one anew each time", async () => {
    const text = async (seed?: number) =>
      texts(await server.client.completions.create({...asked, ...(seed === undefined ? {seed: null} : {seed})}))[0];
    expect(await text(5)).toBe(await text(5));
    expect(await text(5)).not.toBe(await text(6));
    expect(await text()).not.toBe(await text());
  });

  it("several texts for each of several prompts, and ids as it completes what they spell", async () => {
    const {tokenizer} = load(run, runs, {});
    const both = await server.client.completions.create({...asked, prompt: ["the whale", "a sailor"], n: 2});
    expect(both.choices.map(({index}) => index)).toEqual([0, 1, 2, 3]);
    expect(new Set(texts(both)).size).toBe(4);
    const ids = await server.client.completions.create({...asked, prompt: [...tokenizer.encode("the whale")]});
    expect(texts(ids)).toEqual([texts(both)[0]]);
    const empty = await server.client.completions.create({...asked, prompt: ""});
    expect(empty.usage).toMatchObject({prompt_tokens: 0, completion_tokens: 20});
  });

  it("until a stop string, and shows nothing of it", async () => {
    const free = texts(await server.client.completions.create({...asked, max_tokens: 60}))[0]!;
    const stop = free.slice(10, 13);
    const answer = await server.client.completions.create({...asked, max_tokens: 60, stop: [stop, "#"], logprobs: 0});
    const [choice] = answer.choices;
    expect(choice?.text).toBe(free.slice(0, free.indexOf(stop)));
    expect(choice?.finish_reason).toBe("stop");
    expect(choice?.logprobs?.text_offset?.every((offset) => offset < choice.text.length)).toBe(true);
    expect(texts(await server.client.completions.create({...asked, max_tokens: 60, stop}))).toEqual([choice?.text]);
  });

  it("with how likely each token was, and the likeliest in its place", async () => {
    const answer = await server.client.completions.create({...asked, logprobs: 3, temperature: 0.5});
    const {text, logprobs} = answer.choices[0]!;
    const {tokens = [], token_logprobs: logProbs = [], top_logprobs: top = [], text_offset: offsets} = logprobs!;
    expect(tokens.join("")).toBe(text);
    expect(tokens).toHaveLength(20);
    expect(offsets).toEqual(tokens.map((_, i) => tokens.slice(0, i).join("").length));
    const {tokenizer, predict} = load(run, runs, {});
    const read = predict();
    const ids = [...tokenizer.encode("the whale")];
    tokens.forEach((token, i) => {
      const logits = Array.from(read(ids));
      const total = Math.log(logits.reduce((sum, x) => sum + Math.exp(x), 0));
      const [id] = [...logits.keys()].filter(
        (one) => tokenizer.decode([one]) === token && Math.abs(logits[one]! - total - logProbs[i]!) < 1e-5
      );
      expect(id).toBeDefined();
      const likeliest = [...logits]
        .sort((a, b) => b - a)
        .slice(0, 3)
        .map((x) => x - total);
      const shown = Object.values(top[i]!);
      shown.forEach((x, rank) => expect(x).toBeCloseTo(likeliest[rank]!, 5));
      ids.push(id!);
    });
  });

  it("with penalties and biases that count what was written", async () => {
    const biased = await server.client.completions.create({...asked, logit_bias: {"101": 100}, temperature: 1});
    const [token] = texts(biased)[0]!;
    expect(texts(biased)[0]).toBe(token!.repeat(20));
    const penalized = await server.client.completions.create({
      ...asked,
      temperature: 0,
      logit_bias: {"101": 9},
      frequency_penalty: 2,
      presence_penalty: 2
    });
    const free = await server.client.completions.create({...asked, temperature: 0, logit_bias: {"101": 9}});
    const count = (text: string | undefined) => text!.split(token!).length - 1;
    expect(count(texts(penalized)[0])).toBeLessThan(count(texts(free)[0]));
  });
});

describe("llmfp serve streams", () => {
  it("the same text in pieces, what it cost if that is asked for, and a mark at the end", async () => {
    const body = {...asked, n: 2, logprobs: 1, stop: "e"} as const;
    const whole = await server.client.completions.create(body);
    const stream = await server.client.completions.create({
      ...body,
      stream: true,
      stream_options: {include_usage: true}
    });
    const heard = ["", ""];
    const tokens: string[][] = [[], []];
    let usage: unknown;
    for await (const chunk of stream) {
      for (const {index, text, logprobs} of chunk.choices) {
        heard[index] += text;
        tokens[index]!.push(...(logprobs?.tokens ?? []));
      }
      usage = chunk.usage ?? usage;
    }
    expect(heard).toEqual(texts(whole));
    expect(tokens).toEqual(whole.choices.map(({logprobs}) => logprobs?.tokens));
    expect(usage).toEqual(whole.usage);
    const raw = await fetch(`${server.url}/completions`, {
      method: "POST",
      headers: {"content-type": "application/json"},
      body: JSON.stringify({...asked, stream: true})
    });
    expect(raw.headers.get("content-type")).toBe("text/event-stream");
    expect(await raw.text()).toMatch(/^data: \{.*\n\ndata: \[DONE\]\n\n$/s);
  });

  it("piece by piece, and not at the end", async () => {
    const stream = await server.client.completions.create({...asked, max_tokens: 200, stream: true});
    let chunks = 0;
    for await (const {choices} of stream) chunks += choices[0]!.text === "" ? 0 : 1;
    expect(chunks).toBeGreaterThan(100);
  });
});

describe("llmfp serve chats", () => {
  const said = {model: "whale", messages: [{role: "user", content: "the whale"}], max_tokens: 12, seed: 3} as const;

  it("as the model reads conversations without a template, in one piece and streamed", async () => {
    const chat = await server.client.chat.completions.create({...said, messages: [...said.messages]});
    const written = await server.client.completions.create({
      ...asked,
      seed: 3,
      max_tokens: 12,
      prompt: "User: the whale\nAssistant:",
      stop: "\nUser:"
    });
    expect(chat.object).toBe("chat.completion");
    expect(chat.choices[0]?.message).toMatchObject({role: "assistant", content: texts(written)[0]});
    const stream = await server.client.chat.completions.create({...said, messages: [...said.messages], stream: true});
    const heard: string[] = [];
    let [role, reason]: [unknown, unknown] = [undefined, undefined];
    for await (const {choices} of stream) {
      role ??= choices[0]?.delta.role;
      heard.push(choices[0]?.delta.content ?? "");
      reason = choices[0]?.finish_reason ?? reason;
    }
    expect(heard.join("")).toBe(chat.choices[0]?.message.content);
    expect([role, reason]).toEqual(["assistant", "length"]);
  });

  it("by its template where it has one", async () => {
    const templated = await serve(load(hf, runs, {}));
    const chat = await templated.client.chat.completions.create({
      ...said,
      messages: [{role: "developer", content: "so"}, ...said.messages]
    });
    const {choices} = await templated.client.completions.create({
      ...asked,
      seed: 3,
      max_tokens: 12,
      prompt: "system says so user says the whale then"
    });
    expect(chat.choices[0]?.message.content).toBe(choices[0]?.text);
  });

  it("with how likely each token was, and its bytes", async () => {
    const {choices} = await server.client.chat.completions.create({
      ...said,
      messages: [{role: "user", content: [{type: "text", text: "the whale"}]}],
      logprobs: true,
      top_logprobs: 4
    });
    const content = choices[0]!.logprobs!.content!;
    expect(content.map(({token}) => token).join("")).toBe(choices[0]!.message.content);
    for (const {token, bytes, logprob, top_logprobs: top} of content) {
      expect(bytes).toEqual([...Buffer.from(token)]);
      expect(top).toHaveLength(4);
      expect(top[0]!.logprob).toBeGreaterThanOrEqual(logprob);
      expect(top.map((one) => one.logprob)).toEqual(top.map((one) => one.logprob).sort((a, b) => b - a));
    }
  });
});

describe("llmfp serve writes many at once", () => {
  it.each(["whale", "rnn"])("each of a %s as it would be alone", async (name) => {
    const {client} = await serve(load(join(runs, name), runs, {}), {parallel: 3});
    const ask = async (seed: number) =>
      texts(
        await client.completions.create({
          ...asked,
          prompt: "the whale and a sailor saw".slice(0, 5 * seed),
          max_tokens: 10 + 7 * seed,
          seed
        })
      )[0];
    const seeds = [1, 2, 3, 4, 5, 6];
    const together = await Promise.all(seeds.map(ask));
    for (const [i, seed] of seeds.entries()) expect(together[i]).toBe(await ask(seed));
  });

  it("and refuses what has no room to wait, until a client leaves", async () => {
    const {client} = await serve(load(run, runs, {}), {parallel: 1, queue: 1, mostTokens: 1e6});
    const long = {...asked, max_tokens: 1e6, stream: true} as const;
    const [leaves, waits] = [new AbortController(), new AbortController()];
    const first = await client.completions.create(long, {signal: leaves.signal});
    const second = client.completions.create(asked, {signal: waits.signal});
    await new Promise((resolve) => setTimeout(resolve, 50));
    const error = await client.completions.create(asked).catch((error: unknown) => error as APIError);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({code: "queue_full"});
    expect((error as APIError).headers?.get("retry-after")).toBe("1");
    leaves.abort();
    void first;
    expect(texts(await second)[0]).not.toBe("");
    expect(texts(await client.completions.create(asked))[0]).not.toBe("");
  });

  it("and finishes what it writes when it is told to end, and refuses what waits", async () => {
    const {client, stop, over} = await serve(load(run, runs, {}), {parallel: 1, mostTokens: 1e6});
    const written = client.completions.create({...asked, max_tokens: 400});
    await new Promise((resolve) => setTimeout(resolve, 30));
    const waiting = client.completions.create(asked).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 30));
    stop();
    expect(await waiting).toMatchObject({status: 503, code: "shutting_down"});
    expect((await written).usage?.completion_tokens).toBe(400);
    await over;
    await expect(client.models.list()).rejects.toThrow("Connection error");
  });
});

describe("llmfp serve refuses", () => {
  it.each([
    [{temperature: 3}, "temperature", "invalid_value", "from 0 to 2"],
    [{max_tokens: 5000}, "max_tokens", "invalid_value", "from 1 to 1000"],
    [{max_tokens: 1.5}, "max_tokens", "invalid_value", "whole number"],
    [{stop: ""}, "stop", "invalid_value", "at least one character"],
    [{logprobs: 6}, "logprobs", "invalid_value", "from 0 to 5"],
    [{n: 5}, "n", "invalid_value", "from 1 to 4"],
    [{seed: -1}, "seed", "invalid_value", "whole number"],
    [{prompt: [99999]}, "prompt", "invalid_value", "ids below 270"],
    [{prompt: undefined}, "prompt", "invalid_value", "there is a prompt"],
    [{echo: true}, "echo", "unsupported_parameter", "leave the field out"],
    [{suffix: "x"}, "suffix", "unsupported_parameter", "leave the field out"],
    [{best_of: 2}, "best_of", "invalid_value", "set n to it"],
    [{logit_bias: {"270": 1}}, "logit_bias.270", "invalid_value", "below 270"],
    [{stream_options: {include_usage: true}}, "stream_options", "invalid_value", "set stream to true"],
    [{temprature: 1}, "temprature", "unknown_parameter", "did you mean temperature?"]
  ])("a completion with %j, by its name and with what to do", async (wrong, param, code, message) => {
    const error = await server.client.completions
      .create({...asked, ...(wrong as object)})
      .catch((error: unknown) => error);
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({status: 400, type: "invalid_request_error", param, code});
    expect((error as Error).message).toContain(message);
  });

  it.each([
    [{messages: []}, "messages"],
    [{messages: [{role: "tool", content: "x"}]}, "messages[0].role"],
    [{messages: [{role: "user", content: [{type: "image_url"}]}]}, "messages[0].content"],
    [{messages: [{role: "user", content: "x", name: "Ann"}]}, "messages[0].name"],
    [{tools: [{type: "function"}]}, "tools"],
    [{response_format: {type: "json_object"}}, "response_format"],
    [{top_logprobs: 2}, "top_logprobs"],
    [{max_tokens: 2, max_completion_tokens: 3}, "max_tokens"]
  ])("a chat with %j", async (wrong, param) => {
    const messages = [{role: "user", content: "x"}] as const;
    const body = {model: "whale", messages: [...messages], ...(wrong as object)};
    const error = await server.client.chat.completions.create(body).catch((error: unknown) => error);
    expect(error).toMatchObject({status: 400, param});
  });

  it("another model, another address, another method, and what is no JSON or too long", async () => {
    await expect(server.client.completions.create({...asked, model: "gpt"})).rejects.toMatchObject({
      status: 404,
      code: "model_not_found",
      param: "model"
    });
    const post = async (body: string, type = "application/json", path = "completions") => {
      const response = await fetch(`${server.url}/${path}`, {method: "POST", headers: {"content-type": type}, body});
      const {error} = (await response.json()) as {readonly error: {readonly code: string; readonly message: string}};
      return [response.status, error.code];
    };
    expect(await post("{")).toEqual([400, "invalid_value"]);
    expect(await post("[]")).toEqual([400, "invalid_value"]);
    expect(await post("{}", "text/plain")).toEqual([415, "not_json"]);
    expect(await post("{}", "application/json", "embeddings")).toEqual([404, "not_found"]);
    expect(await post(JSON.stringify({...asked, prompt: "x".repeat(200_000)}))).toEqual([413, "body_too_large"]);
    expect((await fetch(`${server.url}/completions`)).status).toBe(405);
  });
});

describe("llmfp serve lets in", () => {
  const KEY = "a-key-of-ours";
  const models = (url: string, headers: Readonly<Record<string, string>> = {}) => fetch(`${url}/models`, {headers});

  it("who sends its key, and tells others what is missing", async () => {
    const {url, client} = await serve(load(run, runs, {}), {apiKey: KEY});
    await expect(client.completions.create(asked)).rejects.toThrow(AuthenticationError);
    const other = client.withOptions({apiKey: KEY});
    expect(texts(await other.completions.create(asked))).toEqual(texts(await server.client.completions.create(asked)));
    const refused = await models(url);
    expect(refused.status).toBe(401);
    expect(refused.headers.get("www-authenticate")).toBe("Bearer");
    const {error} = (await refused.json()) as {readonly error: {readonly message: string; readonly type: string}};
    expect(error.type).toBe("authentication_error");
    expect(error.message).toContain("none was sent");
    expect((await models(url, {authorization: `Bearer ${KEY}x`})).status).toBe(401);
    expect((await models(url, {authorization: `bearer ${KEY}`})).status).toBe(200);
  });

  it("pages of the origins that it was told, and says nothing to others", async () => {
    const origin = "http://localhost:3000";
    const {url} = await serve(load(run, runs, {}), {allowOrigins: [origin], apiKey: KEY});
    const preflight = (from: string) =>
      fetch(`${url}/completions`, {
        method: "OPTIONS",
        headers: {
          origin: from,
          "access-control-request-method": "POST",
          "access-control-request-headers": "authorization,content-type,x-stainless-lang"
        }
      });
    const told = await preflight(origin);
    expect(told.status).toBe(204);
    expect(told.headers.get("access-control-allow-origin")).toBe(origin);
    expect(told.headers.get("access-control-allow-headers")).toContain("x-stainless-lang");
    const other = await preflight("http://localhost:3001");
    expect(other.headers.get("access-control-allow-origin")).toBeNull();
    expect(other.status).toBe(401);
    // also what is refused can be read, else a page could not say why
    expect((await models(url, {origin})).headers.get("access-control-allow-origin")).toBe(origin);
    expect((await models(server.url, {origin})).headers.get("access-control-allow-origin")).toBeNull();
    expect((await fetch(`${server.url}/completions`, {method: "OPTIONS", headers: {origin}})).status).toBe(405);
    const any = await serve(load(run, runs, {}), {allowOrigins: ["*"]});
    expect((await models(any.url, {origin})).headers.get("access-control-allow-origin")).toBe(origin);
  });

  it("at localhost nobody who came by another name, unless by a key", async () => {
    const {port} = new URL(server.url);
    const status = (host: string, headers = {}, at = port) =>
      new Promise((resolve) =>
        get({port: at, path: "/v1/models", headers: {host, ...headers}}, ({statusCode}) => resolve(statusCode))
      );
    expect(await status(`localhost:${port}`)).toBe(200);
    expect(await status(`[::1]:${port}`)).toBe(200);
    expect(await status(`whale.example:${port}`)).toBe(403);
    const keyed = await serve(load(run, runs, {}), {apiKey: KEY});
    const authorization = `Bearer ${KEY}`;
    expect(await status("whale.example", {authorization}, new URL(keyed.url).port)).toBe(200);
  });

  it.each([
    ["an origin with a path", ["--allow-origin", "http://localhost:3000/app"], "an origin is a scheme"],
    ["an origin without a scheme", ["--allow-origin", "localhost:3000"], "an origin is a scheme"],
    ["a key with a space", ["--api-key", "two words"], "a key is made of visible ASCII"]
  ])("nobody by %s: it says so before it reads the model", async (_, flags, words) => {
    const {code, err} = await llmfp("serve", run, ...flags);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

describe("llmfp serve as a process", () => {
  it("says where it listens, answers, and ends at Ctrl-C when it has finished", async () => {
    const child = started(["serve", "whale", "--port", "0", "--max-tokens", "100000"], folder);
    const over = ended(child);
    const url = await new Promise<string>((resolve) =>
      child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()))
    );
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    const response = await fetch(`${url}/completions`, {
      method: "POST",
      headers: {"content-type": "application/json"},
      body: JSON.stringify({...asked, max_tokens: 500, stream: true})
    });
    child.kill("SIGINT");
    expect(await response.text()).toMatch(/"finish_reason":"length"\}\]\}\n\ndata: \[DONE\]\n\n$/);
    const {code, err} = await over;
    expect(code).toBe(130);
    expect(err).toContain("Serving transformer of step 200 as whale");
    expect(err).toContain("Finishing what is being written");
  }, 30_000);

  it("refuses a port that is none, or that is taken", async () => {
    expect((await llmfp("serve", run, "--port", "65536")).code).toBe(2);
    const port = new URL(server.url).port;
    const {code, err} = await llmfp("serve", run, "--port", port);
    expect(code).toBe(1);
    expect(err).toContain("something else listens there already");
  });
});
