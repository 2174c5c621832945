import {describe, expect, it} from "vitest";
import {doneOf, readDone} from "../../src/components/progress/done.js";
import {findExercises} from "../../src/components/exercise/findExercises.js";

const page = `# Sampling
::: exercise Predict, then see
<div>\${predict(questions, "sampling-real-words")}</div>
:::
::: exercise Two of them
\${choose(
  questions, "sampling-odds")} and \${write(exercises, "sampling-top-k")}
:::`;

describe("the exercises of the book", () => {
  const entries = findExercises("/stages/01-markov/sampling", page);

  it("are found in the pages, each with its kind, title and place", () => {
    expect(entries).toEqual(
      [
        {name: "sampling-real-words", kind: "predict", title: "Predict, then see"},
        {name: "sampling-odds", kind: "choose", title: "Two of them"},
        {name: "sampling-top-k", kind: "write", title: "Two of them"}
      ].map((entry) => ({...entry, path: "/stages/01-markov/sampling", stage: 1, section: "sampling"}))
    );
  });

  it("have names in kebab case, or the build fails", () => {
    expect(() => findExercises("/p", '${choose(questions, "Odds")}')).toThrow(/kebab/);
  });

  it("finish a section and a stage when all of them are solved", () => {
    const names = entries.map(({name}) => name);
    const other = findExercises("/stages/01-markov/smoothing", '${compute(questions, "smoothing-one")}');
    const all = [...entries, ...other];
    expect(doneOf(all, new Set(names.slice(1)))).toEqual({stages: [], sections: []});
    expect(doneOf(all, new Set(names))).toEqual({stages: [], sections: ["1/sampling"]});
    expect(doneOf(all, new Set([...names, "smoothing-one"])).stages).toEqual([1]);
  });

  it("leave marks that are read back, and that damage makes empty", () => {
    const done = {stages: [1], sections: ["1/sampling"]};
    expect(readDone(JSON.stringify(done))).toEqual(done);
    for (const text of [undefined, "", "null", "[]", '{"stages": 3, "sections": [1]}', "{"]) {
      expect(readDone(text)).toEqual({stages: [], sections: []});
    }
  });
});
