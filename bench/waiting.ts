/**
 * How long one waits for `llmfp`, compiled as it is installed: for the first step of a run, and for 100 MB of text on their way
 * in. Each command is a process of its own, by turns with what it is compared to; Node's own start is taken away from both.
 */
import {execFileSync, spawn} from "node:child_process";
import {closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {key, fold, uniform} from "../lib/index.js";
import {corpus} from "../tools/corpora.js";
import {root} from "../tools/root.js";
import type {Row} from "./suite.js";

const ROUNDS = 5;
const LARGE = 100e6; // bytes
const SIZE = 1024; // tokens of the vocabulary
/** Seconds that the first step may take. */
const BOUND = 1;

const program = join(root, "build/cli/llmfp.js");
const side = fileURLToPath(new URL("waitingSide.ts", import.meta.url));

/** A novel again and again, with other words changed in each copy. */
function writeLarge(path: string): void {
  const words = corpus("moby-dick").text.split(" ");
  const file = openSync(path, "w");
  for (let bytes = 0, copy = 0; bytes < LARGE; copy++) {
    const drawn = fold(key(1), copy);
    for (let i = 0; i < words.length; i += 20) {
      const j = Math.floor(uniform(drawn, i) * words.length);
      [words[i], words[j]] = [words[j]!, words[i]!];
    }
    bytes += writeSync(file, words.join(" "));
  }
  closeSync(file);
}

/** Seconds until a process has said something, and then it is ended; or until it ends. */
const secondsOf = (args: readonly string[], cwd: string, until?: RegExp): Promise<number> =>
  new Promise((resolve, reject) => {
    const out = until === undefined ? openSync(join(cwd, "out"), "w") : "pipe";
    const began = performance.now();
    const child = spawn(process.execPath, args, {cwd, stdio: ["ignore", out, "pipe"]});
    let said = "";
    let seconds: number | undefined;
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (seconds !== undefined || until?.test(said) !== true) return;
      seconds = (performance.now() - began) / 1000;
      child.kill("SIGKILL");
    });
    child.on("close", (code) => {
      if (typeof out === "number") closeSync(out);
      if (until === undefined && code === 0) resolve((performance.now() - began) / 1000);
      else if (seconds === undefined) reject(new Error(`${args.join(" ")}: ${said}`));
      else resolve(seconds);
    });
  });

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;

export async function rows(): Promise<readonly Row[]> {
  if (!existsSync(program)) execFileSync("npm", ["run", "build:lib"], {cwd: root, stdio: "ignore"});
  const cwd = mkdtempSync(join(tmpdir(), "llmfp-waiting-"));
  const [small, large, tokenizer] = ["small.txt", "large.txt", "tokenizer.json"].map((name) => join(cwd, name));
  writeFileSync(small!, corpus("moby-dick").text.slice(0, 1_000_000));
  writeLarge(large!);
  const subwords = ["--tokens", "subwords", "--vocab-size", String(SIZE)];
  const train = (...args: readonly string[]) => [program, "train", ...args, "--runs", join(cwd, "runs")];
  execFileSync(process.execPath, [program, "tokenize", "train", small!, "--size", String(SIZE), "--out", tokenizer!]);
  const alone = (what: "encode" | "learn"): number =>
    Number(
      execFileSync(process.execPath, ["--import", "tsx", side, what, large!, tokenizer!], {encoding: "utf8", cwd: root})
    );
  const turns: {node: number; step: number; encode: number; stream: number; encoding: number; learning: number}[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    turns.push({
      node: await secondsOf(["-e", "0"], cwd),
      step: await secondsOf(train(small!, "--steps", "1", "--sample-every", "0"), cwd, /step 1\/1 .*\n/),
      encode: await secondsOf([program, "tokenize", "encode", tokenizer!, large!], cwd),
      encoding: alone("encode"),
      stream: await secondsOf(train(large!, "--stream", ...subwords), cwd, /\nTraining /),
      learning: alone("learn")
    });
    rmSync(join(cwd, "runs"), {recursive: true, force: true});
  }
  rmSync(cwd, {recursive: true});
  const row = (workload: string, ours: number, peer: string, theirs: number): Row => ({
    suite: "waiting",
    workload,
    unit: "s",
    ours,
    peer,
    theirs,
    ratio: theirs / ours
  });
  const of = (name: keyof (typeof turns)[number]): number => median(turns.map((turn) => turn[name]));
  const after = (name: "step" | "encode" | "stream"): number => median(turns.map((turn) => turn[name] - turn.node));
  return [
    row("llmfp train: 1 MB, its first step", after("step"), "what it may take", BOUND),
    row("llmfp tokenize encode: 100 MB", after("encode"), "the tokenizer alone", of("encoding")),
    row("llmfp train --stream: 100 MB, to its first batch", after("stream"), "its tokenizer alone", of("learning"))
  ];
}
