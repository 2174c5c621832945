import {describe, expect, it} from "vitest";
import {exerciseLists, exerciseModules, listsOf} from "../../tools/exerciseModules.js";

describe("the way to every exercise", () => {
  it("is read from what a page imports, under another name too", () => {
    const page = `import {questions} from "./exercises/pageQuestions.js";
import {exercises as tasks} from "./exercises/page.js";
\${choose(questions, "page-one")} \${write(
  tasks, "page-two")}`;
    expect(listsOf("/stages/01-markov/page", page)).toEqual([
      {name: "page-one", module: "/stages/01-markov/exercises/pageQuestions.js", list: "questions"},
      {name: "page-two", module: "/stages/01-markov/exercises/page.js", list: "exercises"}
    ]);
    const late =
      'const {exercises} = await near.then(() => import("./exercises/late.js"));${write(exercises, "page-late")}';
    expect(listsOf("/stages/01-markov/page", late)).toEqual([
      {name: "page-late", module: "/stages/01-markov/exercises/late.js", list: "exercises"}
    ]);
    expect(() => listsOf("/p", '${choose(questions, "page-one")}')).toThrow("“page-one” is asked of questions");
  });

  it("leads to a list that has it, for all of them", async () => {
    const lists = exerciseLists();
    expect(lists.length).toBeGreaterThan(400);
    for (const {name, module, list} of lists) {
      const found = (await import(`../../src${module.replace(/\.js$/, ".ts")}`)) as Record<string, {name: string}[]>;
      expect(
        found[list]?.filter((exercise) => exercise.name === name),
        name
      ).toHaveLength(1);
    }
    expect(exerciseModules()).toContain('import("../stages/01-markov/exercises/probability.js")');
  });
});
