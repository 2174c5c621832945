import {build} from "esbuild";
import {beforeAll, describe, expect, it} from "vitest";
import {judge, type Verdict} from "../../src/components/exercise/judge.js";
import {jobOf, type WriteExercise} from "../../src/components/exercise/writeExercise.js";
import {codeExercises} from "../codeExercises.js";
import {sandboxEntries} from "../../tools/library.js";
import {runInNode} from "./runInNode.js";

const libraries = new Map<string, string>();
beforeAll(async () => {
  for (const [face, entry] of Object.entries(sandboxEntries)) {
    if (!codeExercises.some((exercise) => asked(exercise) && faceOf(exercise) === face)) continue;
    const {outputFiles} = await build({
      entryPoints: [entry],
      bundle: true,
      format: "iife",
      globalName: "library",
      target: "es2022",
      write: false,
      logOverride: {"empty-import-meta": "silent"}
    });
    libraries.set(face, outputFiles[0]?.text ?? "");
  }
});

const asked = ({calls = []}: WriteExercise): boolean => calls.length > 0;
const faceOf = ({face = "core"}: WriteExercise): string => face;

/** Who may take longer in a page may take as long here. */
const verdict = async (exercise: WriteExercise, code: string): Promise<Verdict> =>
  judge(exercise, await runInNode(jobOf(exercise, code, libraries.get(faceOf(exercise)) ?? ""), exercise.seconds));

describe("the code exercises of the book", () => {
  it("are there, each with a name of its own in kebab case", () => {
    const names = codeExercises.map(({name}) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  describe.each(codeExercises.map((exercise) => [exercise.name, exercise] as const))("%s", (_, exercise) => {
    it("accepts its own solution", async () => {
      expect(await verdict(exercise, exercise.solution)).toEqual({right: true, message: expect.stringMatching(/pass/)});
    });

    it("does not accept what the reader starts from", async () => {
      expect((await verdict(exercise, exercise.start)).right).toBe(false);
    });

    it("has at least three plausible wrong answers, and refuses each", async () => {
      expect(exercise.wrong.length).toBeGreaterThanOrEqual(3);
      const verdicts = await Promise.all(exercise.wrong.map(({code}) => verdict(exercise, code)));
      verdicts.forEach(({right}, i) => expect(right, exercise.wrong[i]?.why).toBe(false));
      for (const {message} of verdicts) expect(message).not.toMatch(/can’t run|no function/);
    });
  });
});
