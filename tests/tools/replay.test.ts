import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {programs, type Program} from "../../tools/bake.js";
import {firstStepsOf, load} from "../../tools/program.js";
import {root} from "../../tools/root.js";
import {run} from "../../tools/run.js";
import {shardOf} from "../../tools/shard.js";

const SHARDS = 10;
const everything = process.env["ALL_PAGES"] !== undefined;

interface Kept {
  readonly made: {readonly firstSteps?: string};
}

const keptOf = ({kept}: Program): Kept => JSON.parse(readFileSync(join(root, kept), "utf8")) as Kept;
const fileOf = ({file}: Program): string => join(root, file);
const all = programs();
const long = all.filter((program) => keptOf(program).made.firstSteps !== undefined);
const short = all.filter((program) => !long.includes(program));
const mine = everything ? all : short.filter((_, i) => i % SHARDS === shardOf(SHARDS));

// a kept result was made from what is here (the build checks its inputs); so the same program must give it again
describe("what is kept is given again", () => {
  it.each(mine)("by all of $name", async (program) => {
    const {made: _, ...kept} = keptOf(program);
    // in a process of its own, as it was baked: what it says of memory is not what other tests have left
    const {code, output, stdout} = await run("tools/bake-worker.ts", [program.file]);
    expect(code, output).toBe(0);
    const {firstSteps: _first, ...result} = JSON.parse(stdout) as {readonly firstSteps?: string};
    expect(result).toEqual(kept);
  });

  it.each(long)("by the first steps of $name", async (program) => {
    expect(await firstStepsOf(await load(fileOf(program)))).toBe(keptOf(program).made.firstSteps);
  });
});

it("a program that asks a clock is not baked", async () => {
  const {code, output} = await run("tools/bake-worker.ts", ["tests/tools/fixtures/clock.ts"]);
  expect(code).not.toBe(0);
  expect(output).toContain("performance.now is a clock");
});
