/** The packed package in Node, Deno and Bun: one says what the others must say, to the bit. */
import {createHash} from "node:crypto";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {command} from "../package/command.js";
import {strangersProject} from "../package/strangersProject.js";

const VERSIONS = ["deno@2.9.6", "bun@1.4.5"];
const project = strangersProject("runtimes");
const installed = mkdtempSync(join(tmpdir(), "runtimes-"));
const program = (name: string): string => join(installed, "node_modules/.bin", name);

/** How each runtime is called with a script. */
const runtimes = {
  node: [process.execPath],
  deno: [program("deno"), "run", "--allow-all"],
  bun: [program("bun")]
} as const;
type Runtime = keyof typeof runtimes;

const call = (runtime: Runtime, ...args: readonly string[]): string => {
  const [file, ...flags] = runtimes[runtime];
  return command(file, [...flags, ...args], project).trim();
};

const app = `import {hash, run, ticks} from "llm-first-principles";
import {markov} from "llm-first-principles/stages/markov";
import {grad, item, matmul, mean, ones, square, tanh} from "llm-first-principles/tensor";
import {lastValueFrom} from "rxjs";

export async function answer() {
  const {state} = await lastValueFrom(ticks().pipe(run(markov, {corpus: "a rose is a rose is a rose ".repeat(20)})));
  const slope = grad((w) => mean(square(tanh(matmul(w, w)))))(ones([3, 3]));
  return hash(state) + " " + item(mean(slope)).toPrecision(8);
}
`;
const main = `import {answer} from "./app.js";
import {closeThreads, item, matmul, ones, openThreads, sum} from "llm-first-principles/tensor";
console.log(await answer());
if (typeof Worker === "function") {
  const worker = new Worker(new URL("./worker.js", import.meta.url), {type: "module"});
  console.log(await new Promise((done, fail) => {
    worker.onmessage = ({data}) => done(data);
    worker.onerror = fail;
  }));
  worker.terminate();
} else console.log(await answer()); // Node's worker threads are tried with the package
const squares = () => item(sum(matmul(ones([256, 256]), ones([256, 256]))));
console.log(await openThreads(2), squares());
await closeThreads();
`;

beforeAll(() => {
  writeFileSync(join(installed, "package.json"), JSON.stringify({private: true}));
  command("npm", ["install", "--no-audit", "--no-fund", ...VERSIONS], installed);
  writeFileSync(join(project, "app.js"), app);
  writeFileSync(join(project, "main.js"), main);
  writeFileSync(join(project, "worker.js"), 'import {answer} from "./app.js";\npostMessage(await answer());\n');
  mkdirSync(join(project, "text"));
  writeFileSync(join(project, "text/corpus.txt"), "the cat sat on the mat, and a rose is a rose. ".repeat(300));
});
afterAll(() => rmSync(installed, {recursive: true, force: true}));

describe.each(["deno", "bun"] as const)("%s", (runtime) => {
  it("computes what Node does, in a worker and with two threads too, and ends", () => {
    const lines = call(runtime, "main.js").split("\n");
    expect(lines).toEqual(call("node", "main.js").split("\n"));
    expect(lines[2]).toBe("2 16777216");
  });

  it("trains by the command line to the bits of Node", () => {
    const llmfp = join(project, "node_modules/llm-first-principles/build/cli/llmfp.js");
    const [here, there] = ([runtime, "node"] as const).map((by) => {
      const name = `${runtime}-${by}`;
      call(by, llmfp, "train", "text", "--steps", "20", "--threads", "2", "--name", name);
      const file = readFileSync(join(project, "runs", name, "checkpoints/step-0000020.ckpt"));
      return createHash("sha256").update(file).digest("hex");
    });
    expect(here).toBe(there);
  });
});
