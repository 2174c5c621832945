import {execFile} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {build} from "esbuild";
import {afterAll, describe, expect, it} from "vitest";
import {hash, timeline} from "../../../lib/index.js";
import {bengio} from "../../../lib/stages/03-neural-lm/index.js";
import type {BengioConfig} from "../../../lib/stages/03-neural-lm/index.js";
import {runCode} from "../../../src/components/languageModel/runCode.js";
import {bengioConfig} from "../../../src/stages/03-neural-lm/model/bengioSpec.js";
import {excerpt} from "../../../tools/corpora.js";
import {root} from "../../../tools/root.js";

const folder = mkdtempSync(join(tmpdir(), "code-"));
afterAll(() => rmSync(folder, {recursive: true}));

/** What a script prints that a reader has taken away, beside the text that it names. */
async function printed(code: string, text: string): Promise<readonly string[]> {
  const {outputFiles} = await build({
    stdin: {contents: code, resolveDir: root, loader: "ts"},
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    alias: {
      "llm-first-principles/stages/neural-lm": join(root, "lib/stages/03-neural-lm/index.ts"),
      "llm-first-principles": join(root, "lib/index.ts")
    }
  });
  writeFileSync(join(folder, "script.mjs"), outputFiles[0]!.text);
  writeFileSync(join(folder, "names.txt"), text);
  const {stdout} = await promisify(execFile)(process.execPath, ["script.mjs"], {cwd: folder});
  return stdout.trim().split("\n");
}

describe("the code that a reader takes away from the workbench", () => {
  it("repeats the run and its fork in Node, to the bit", async () => {
    const {text} = excerpt("names");
    const config = bengioConfig({hidden: [16], optimizer: "lion", clip: Infinity}, text, true);
    const choice = {kind: "corpus", id: "names"} as const;
    const lines = await printed(
      runCode<BengioConfig>({stage: "bengio", face: "neural-lm"})(config, choice, 30, [
        {from: 10, change: {learningRate: 0.01}}
      ]),
      text
    );
    const here = timeline(bengio, config, {history: false});
    const {state, metrics} = here.at(30);
    expect(lines[0]).toBe(`${metrics.validationLoss} ${metrics.validationBitsPerCharacter} ${hash(state)}`);
    expect(lines.at(-1)).toBe(String(here.fork(10, {learningRate: 0.01}).at(30).metrics.validationBitsPerCharacter));
  }, 60_000);
});
