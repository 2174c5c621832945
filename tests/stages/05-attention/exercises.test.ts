import {describe, expect, it} from "vitest";
import {timeline} from "../../../lib/index.js";
import {transformerLm} from "../../../lib/stages/06-transformer/index.js";
import runs from "../../../src/stages/05-attention/model/taskRuns.json" with {type: "json"};
import {keepSeen} from "../../../src/stages/05-attention/model/taskCourse.js";
import {heldLines, rightShare, silencedLayer, taskSeen} from "../../../src/stages/05-attention/model/taskSeen.js";
import {firstTask, sourcesOf, TASKS} from "../../../src/stages/05-attention/model/tasks.js";
import {linesOf, taskConfig} from "../../../src/stages/05-attention/model/taskSpec.js";

describe("tasks for a head", () => {
  it("are lines of which all but the first letters again can be known", () => {
    for (const task of TASKS)
      for (const line of linesOf(task, 50).trimEnd().split("\n")) {
        const sources = sourcesOf(line);
        const word = line.includes("=") ? line.split("=")[0]! : line.slice(0, line.length / 2);
        expect(sources).toHaveLength(word.length - (task === "again" ? 1 : 0));
        for (const {place, source} of sources) {
          expect(source).toBeLessThan(place);
          expect(line[place]).toBe(line[source]);
        }
        if (task === "copy six") expect(word).toHaveLength(6);
        if (task === "again") expect(new Set(word).size).toBe(word.length); // so that nothing is told twice
      }
  });
});

describe("what is seen of a head", () => {
  const run = timeline(transformerLm, taskConfig(firstTask), {history: false});
  const opened = run.opened();
  const {params} = run.at(0).state;

  it("is of lines that were held out, and of patterns that sum to 1 and see no future", () => {
    const {line, patterns, looks, right} = taskSeen(opened, params);
    expect(heldLines(opened)).toContain(line);
    expect(patterns.map((rows) => rows.length)).toEqual([line.length, line.length]);
    patterns.forEach((rows) =>
      rows.forEach((row, i) => {
        expect(row.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 5);
        expect(row.slice(i + 1).every((x) => x === 0)).toBe(true);
      })
    );
    expect(right).toBeLessThan(0.2); // before the first step
    for (const {source, distances} of looks) {
      expect(source).toBeGreaterThan(0);
      expect(distances.every((x) => x > 0 && x < 1)).toBe(true);
    }
  });

  it("is the run that is kept, at its beginning", () => {
    expect(keepSeen(taskSeen(opened, params))).toEqual(runs.value.frames[0]);
  });

  it("is changed by taking a head away", () => {
    const {logits} = opened.activations(params, opened.data(0).inputs);
    const silent = opened.activations(params, opened.data(0).inputs, {edit: silencedLayer(0)}).logits;
    expect(Array.from(silent!.data)).not.toEqual(Array.from(logits!.data));
    expect(rightShare(opened, params, silencedLayer(0))).toBeLessThan(0.2);
  });
});
