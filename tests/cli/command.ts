/** The command line as tests call it: in this process, or in one of its own where what happens to processes matters. */
import {spawn, type ChildProcessWithoutNullStreams} from "node:child_process";
import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {hash, key, uniform} from "../../lib/index.js";
import {loadCheckpoint} from "../../lib/tensor.js";
import {runProgram} from "../../cli/program.js";
import {root} from "../../tools/root.js";

/** What a command has said. */
interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Calls a command in this process. */
export async function llmfp(...args: readonly string[]): Promise<Said> {
  let [out, err] = ["", ""];
  const terminal = {
    out: (text: string) => void (out += text),
    say: (text: string) => void (err += text),
    live: false,
    columns: () => 80
  };
  const code = await runProgram(args, terminal);
  return {code, out, err};
}

/** Starts a command in a process of its own. */
export const started = (args: readonly string[], cwd: string): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ["--import", import.meta.resolve("tsx"), join(root, "cli/llmfp.ts"), ...args], {
    cwd,
    env: {...process.env, TSX_TSCONFIG_PATH: join(root, "tsconfig.json")}
  });

/** What a process has said when it has ended. Its code is that of its signal, as shells have it. */
export function ended(child: ChildProcessWithoutNullStreams): Promise<Said> {
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => void (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => void (err += chunk.toString()));
  return new Promise((resolve) =>
    child.on("close", (code, signal) => resolve({code: code ?? (signal === "SIGKILL" ? 137 : 143), out, err}))
  );
}

const WORDS = "the whale and a sailor saw some gulls over calm seas while old ropes creak".split(" ");

interface Workplace {
  readonly folder: string;
  readonly corpus: string;
  readonly runs: string;
  /** Trains a run of this name on the corpus. */
  readonly train: (name: string, ...flags: readonly string[]) => Promise<Said>;
}

/** A folder with a text of 2,000 words in it. */
export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), "llmfp-"));
  const corpus = join(folder, "whale.txt");
  const drawn = (i: number): number => uniform(key(7), i);
  const words = Array.from({length: 2000}, (_, i) => {
    const end = drawn(2 * i + 1) < 0.1 ? ".\n" : " ";
    return WORDS[Math.floor(drawn(2 * i) * WORDS.length)]! + end;
  });
  writeFileSync(corpus, words.join(""));
  const runs = join(folder, "runs");
  const train = (name: string, ...flags: readonly string[]) =>
    llmfp("train", corpus, "--runs", runs, "--name", name, ...flags);
  return {folder, corpus, runs, train};
}

/** A transformer that trains some thousand steps in a second. */
export const SMALL = [
  "--width",
  "8",
  "--layers",
  "1",
  "--heads",
  "2",
  "--context",
  "8",
  "--batch-size",
  "2",
  "--scored",
  "50"
];

/** The hash of a state that a run has saved. */
export const stateOf = (runs: string, name: string, step: number): string =>
  hash(loadCheckpoint(readFileSync(join(runs, name, "checkpoints", `step-${String(step).padStart(7, "0")}.ckpt`))));

/** The lines of a journal without their seconds, which no two runs share. */
export const journal = (path: string): readonly object[] =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => {
      const {seconds: _, ...entry} = JSON.parse(line) as Readonly<Record<string, unknown>>;
      return entry;
    });
