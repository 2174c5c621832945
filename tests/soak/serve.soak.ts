/**
 * `llmfp serve`, asked by 50 clients for some minutes (an argument; 5 unless it is given), some of which leave midway: every answer
 * is the text that the model writes alone, none is lost, and the server’s memory stays where it was.
 *
 * Run by `npm run soak`.
 */
import {readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import OpenAI, {APIUserAbortError} from "openai";
import {fold, key, temperature, uniform} from "../../lib/index.js";
import {writing} from "../../lib/transformer.js";
import {load} from "../../cli/models/load.js";
import {requestOf} from "../../cli/sample/requestOf.js";
import {ended, llmfp, started, workplace} from "../cli/command.js";

const MINUTES = Number(process.argv[2] ?? 5);
const [CLIENTS, KINDS, LEAVING] = [50, 40, 0.05] as const;

const {folder, corpus, runs} = workplace();
const model = ["--width", "64", "--layers", "4", "--heads", "4", "--context", "64", "--tokens", "subwords"];
await llmfp("train", corpus, "--runs", runs, "--name", "whale", "--steps", "50", "--vocab-size", "270", ...model);

/** What is asked for, and what the model writes for it alone. */
const kinds = Array.from({length: KINDS}, (_, seed) => {
  const loaded = load(join(runs, "whale"), runs, {});
  const prompt = "the whale and a sailor saw some gulls".slice(0, 1 + Math.floor(36 * uniform(key(1), seed)));
  const length = 5 + Math.floor(75 * uniform(key(2), seed));
  const request = requestOf(loaded, {
    prompt: [...loaded.tokenizer.encode(prompt)],
    length,
    rule: temperature(1),
    key: fold(key(seed), 0),
    stop: []
  });
  const text = [...writing({...request, predict: loaded.predict()})].at(-1)!.text;
  return {body: {model: "whale", prompt, max_tokens: length, seed}, text, length};
});

const server = started(["serve", "whale", "--port", "0", "--parallel", "16", "--queue", String(CLIENTS)], folder);
const over = ended(server);
const url = await new Promise<string>((resolve) =>
  server.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()))
);
const client = new OpenAI({baseURL: url, apiKey: "none", maxRetries: 0});

/** Megabytes that the server’s process has; NaN where the system does not tell. */
function resident(): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    return NaN;
  }
}

const latencies: number[] = [];
const memory: number[] = [];
let [tokens, left, wrong] = [0, 0, 0];
const begun = performance.now();
const elapsed = (): number => (performance.now() - begun) / 60_000;

/** One request: in one piece, as a stream, or as a stream that its client leaves. */
async function ask(number: number): Promise<void> {
  const {body, text, length} = kinds[number % KINDS]!;
  const drawn = uniform(key(3), number);
  const from = performance.now();
  let heard = "";
  if (drawn < 0.5) heard = (await client.completions.create(body)).choices[0]!.text;
  else {
    const leaving = drawn > 1 - LEAVING;
    const stream = await client.completions.create({...body, stream: true});
    try {
      for await (const {choices} of stream) {
        heard += choices[0]!.text;
        if (leaving) stream.controller.abort();
      }
    } catch (error) {
      if (!(error instanceof APIUserAbortError)) throw error;
    }
    if (leaving) return void left++;
  }
  latencies.push(performance.now() - from);
  tokens += length;
  if (heard !== text) wrong++;
}

let number = 0;
const watching = setInterval(() => memory.push(resident()), 1000);
await Promise.all(
  Array.from({length: CLIENTS}, async () => {
    while (elapsed() < MINUTES) await ask(number++);
  })
);
clearInterval(watching);
const seconds = 60 * elapsed();
server.kill("SIGINT");
const {code} = await over;
rmSync(folder, {recursive: true, force: true});

const sorted = latencies.sort((a, b) => a - b);
const at = (share: number): string => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(0);
const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
const third = Math.floor(memory.length / 3);
const [early, late] = [mean(memory.slice(third, 2 * third)), mean(memory.slice(2 * third))];
console.log(
  `${latencies.length} answers of ${CLIENTS} clients in ${seconds.toFixed(0)} s, ${left} left midway, ${wrong} wrong: ` +
    `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ${(tokens / seconds).toFixed(0)} tokens/s; ` +
    `${early.toFixed(0)} MB in the second third, ${late.toFixed(0)} MB in the last`
);
if (wrong > 0 || latencies.length + left !== number || code !== 130)
  throw new Error("An answer was lost, or is another.");
if (late > 1.15 * early + 5) throw new Error("The server’s memory grows.");
