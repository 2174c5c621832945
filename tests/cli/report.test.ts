import {appendFileSync, mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {duration, least, pointsOf, smoothed, throughput} from "../../cli/report/components/points.js";
import {sampleAt} from "../../cli/report/components/samples.js";
import {settingRows} from "../../cli/report/components/settings.js";
import {readRun, readRuns} from "../../cli/report/data/readRuns.js";
import type {RunData} from "../../cli/report/data/runData.js";
import {reportHtml} from "../../cli/report/reportHtml.js";
import {llmfp, SMALL, workplace} from "./command.js";

const {folder, corpus, runs, train} = workplace();
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const made = (values: Partial<RunData>): RunData => ({
  ...{name: "a", model: "transformer", steps: 10, config: {}, corpus: [], environment: {}, tokensPerStep: 8},
  ...{measured: [], samples: []},
  ...values
});

describe("runs that are looked at", () => {
  beforeAll(async () => {
    const flags = ["--steps", "20", "--every", "10", "--sample-every", "10", "--sample-length", "5", "--layer-metrics"];
    await train("run-10", ...flags, ...SMALL);
    await train("run-9", "--model", "bengio", "--steps", "1", "--scored", "50");
  });

  it("are read with what was decided, measured and written, in the order of their names", () => {
    const [nine, ten] = readRuns(runs);
    expect([nine?.name, ten?.name]).toEqual(["run-9", "run-10"]);
    expect(ten).toMatchObject({model: "transformer", steps: 20, tokensPerStep: 16, corpus: [corpus]});
    expect(ten?.config).toMatchObject({width: 8, every: 10, keep: 3});
    expect(ten?.measured.map(({step}) => step)).toEqual([0, 10, 20]);
    expect(ten?.measured[0]).not.toHaveProperty("layers");
    expect(ten?.samples.map(({step}) => step)).toEqual([10, 20]);
    expect(nine?.tokensPerStep).toBe(64);
    expect(readRuns(join(runs, "run-10"))).toEqual([ten]);
  });

  it("are read as far as a kill has left them, and what is no run is none", () => {
    appendFileSync(join(runs, "run-10/metrics.jsonl"), '{"step":30,"batchLo');
    mkdirSync(join(runs, "empty"));
    mkdirSync(join(runs, "broken"));
    writeFileSync(join(runs, "broken/config.json"), "{");
    expect(readRuns(runs)).toHaveLength(2);
    expect(readRun(join(runs, "run-10"))?.measured).toHaveLength(3);
    expect(readRuns(join(runs, "none"))).toEqual([]);
  });

  it("are no report where there are none", async () => {
    const {code, err} = await llmfp("report", join(folder, "none"), "-o", join(folder, "report.html"));
    expect(code).toBe(1);
    expect(err).toContain("there is no run here");
  });
});

describe("what a report shows", () => {
  it("are numbers along steps or minutes, and none that was not measured", () => {
    const run = made({
      measured: [
        {step: 0, seconds: 30, loss: 2},
        {step: 5, loss: null},
        {step: 9, seconds: 90, loss: 1}
      ]
    });
    expect(pointsOf(run, "loss", "step")).toEqual([
      {run: "a", x: 0, y: 2},
      {run: "a", x: 9, y: 1}
    ]);
    expect(pointsOf(run, "loss", "minutes").map(({x}) => x)).toEqual([0.5, 1.5]);
    expect(least(run, "loss")).toEqual({run: "a", x: 9, y: 1});
    expect(least(run, "other")).toBeUndefined();
  });

  it("are smooth means that keep a constant, and begin with the first", () => {
    const points = (...ys: readonly number[]) => ys.map((y, x) => ({run: "a", x, y}));
    expect(smoothed(points(3, 1, 2), 0).map(({y}) => y)).toEqual([3, 1, 2]);
    for (const {y} of smoothed(points(5, 5, 5), 0.9)) expect(y).toBeCloseTo(5, 12);
    const [first, second] = smoothed(points(0, 1), 0.5);
    expect(first?.y).toBe(0);
    expect(second?.y).toBeCloseTo(2 / 3, 12); // 1/2 of the second, and 1/4 of the first, of 3/4 together
  });

  it("are tokens a second from one measurement to the next", () => {
    const measured = [
      {step: 0, seconds: 0},
      {step: 10, seconds: 2},
      {step: 20, seconds: 2}
    ];
    expect(throughput(made({measured}))).toEqual([{run: "a", x: 10, y: 40}]);
  });

  it("are settings in which runs differ, or all", () => {
    const two = [made({config: {width: 8, heads: 2}}), made({config: {width: 16, heads: 2, hidden: [4]}})];
    expect(settingRows(two, false)).toEqual([
      ["width", "8", "16"],
      ["hidden", "—", "[4]"]
    ]);
    expect(settingRows(two, true).map(([name]) => name)).toEqual(["width", "heads", "corpus", "hidden"]);
  });

  it("are the last samples up to a step, and times", () => {
    const run = made({
      samples: [
        {step: 10, text: "x"},
        {step: 20, text: "y"}
      ]
    });
    expect([5, 10, 19, 99].map((step) => sampleAt(run, step)?.text)).toEqual([undefined, "x", "x", "y"]);
    expect([undefined, 7, 62].map(duration)).toEqual(["—", "0:07", "1:02"]);
  });

  it("cannot end the elements that it stands in", () => {
    const html = reportHtml([made({name: "</script><b>"})], {script: 'x = "</script>";', style: ""});
    expect(html.match(/<\/script/g)).toHaveLength(2);
    expect(JSON.parse(/id="runs">(.*)<\/script>/.exec(html)![1]!)).toMatchObject([{name: "</script><b>"}]);
  });
});
