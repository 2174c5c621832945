import {readdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {ended, llmfp, SMALL, started, stateOf, workplace} from "./command.js";
import {killed} from "./kills.js";

const place = workplace();
const {folder, corpus, runs} = place;
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("a process that trains", () => {
  it("saves at Ctrl-C, says how to go on, and goes on to the bits of one that never stopped", async () => {
    const flags = ["train", corpus, "--every", "50", "--save-every", "1000000", "--sample-every", "0", ...SMALL];
    const child = started([...flags, "--name", "stopped", "--steps", "1000000"], folder);
    const over = ended(child);
    await new Promise((resolve) => child.stderr.once("data", resolve));
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill("SIGINT");
    const {code, err} = await over;
    expect(code).toBe(130);
    const step = Number(/Stopped at step (\d+), which is saved/.exec(err)?.[1]);
    expect(err).toContain("llmfp train --resume stopped\n");
    const resumed = await llmfp("train", "--resume", "stopped", "--runs", runs, "--steps", String(step + 10));
    expect(resumed.err).toContain(`from step ${step}`);
    await llmfp(...flags, "--runs", runs, "--name", "whole-run", "--steps", String(step + 10));
    expect(stateOf(runs, "stopped", step + 10)).toBe(stateOf(runs, "whole-run", step + 10));
    expect(readdirSync(join(runs, "stopped")).filter((name) => /lock|tmp/.test(name))).toEqual([]);
  }, 30_000);

  it("that is killed again and again loses only steps since its last checkpoint, and no bit", async () => {
    const {atWork, corrupt, lost, same} = await killed(place, 5, 2000);
    expect(atWork).toBeGreaterThan(0);
    expect(corrupt).toBe(0);
    expect(lost).toBeLessThanOrEqual(20);
    expect(same).toBe(true);
  }, 60_000);

  it("takes its corpus from stdin, keeps it, and needs it no more", async () => {
    const child = started(["train", "-", "--name", "piped", "--steps", "5", ...SMALL], folder);
    child.stdin.end("the whale and the sea, and all of the gulls above it. ".repeat(20));
    expect((await ended(child)).code).toBe(0);
    expect((await llmfp("train", "--resume", "piped", "--runs", runs, "--steps", "6")).code).toBe(0);
  }, 30_000);

  it("that writes ends when its reader does, and that is no error", async () => {
    await llmfp("train", corpus, "--runs", runs, "--name", "writer", "--steps", "5", ...SMALL);
    const child = started(["sample", "writer", "--length", "1000000"], folder);
    const over = ended(child);
    child.stdout.once("data", () => child.stdout.destroy());
    const {code, err} = await over;
    expect(code).toBe(0);
    expect(err).toBe("");
  }, 30_000);

  it("that writes ends at Ctrl-C at once", async () => {
    const child = started(["sample", "writer", "--length", "1000000"], folder);
    const over = ended(child);
    child.stdout.once("data", () => child.kill("SIGINT"));
    expect((await over).code).toBe(130);
  }, 30_000);

  it("talks line by line", async () => {
    const child = started(["chat", "writer", "--length", "12"], folder);
    child.stdin.end("the whale\n\nand a sailor\n");
    const {code, out} = await ended(child);
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(3);
  }, 30_000);
});
