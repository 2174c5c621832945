import {describe, expect, it} from "vitest";
import {fold, timeline} from "../../../lib/index.js";
import {transformerLm, windowsOf} from "../../../lib/stages/06-transformer/index.js";
import * as t from "../../../lib/tensor.js";
import {estimate, transformer} from "../../../lib/transformer.js";
import {excerpt} from "../../../tools/corpora.js";
import {
  BEFORE,
  FORMS,
  hiddenOf,
  STEPS,
  WITHIN,
  type FormName
} from "../../../src/stages/06-transformer/model/architectureForms.js";
import {architectureStage} from "../../../src/stages/06-transformer/model/architectureStage.js";
import {centeredSeen} from "../../../src/stages/06-transformer/model/centeredSeen.js";
import {costsOf, describedBy, sharedBy, sizesOf} from "../../../src/stages/06-transformer/model/costs.js";
import {writeBytes, writeCount} from "../../../src/stages/06-transformer/model/written.js";
import {expertUse} from "../../../src/stages/06-transformer/model/expertUse.js";
import {differenceOf, intervalOf} from "../../../src/stages/06-transformer/model/intervals.js";
import {ownCode} from "../../../src/stages/06-transformer/model/ownCode.js";
import {OWN_BENDS, OWN_KEYS, OWN_POSITIONS, ownForm} from "../../../src/stages/06-transformer/model/ownForm.js";
import {presetRows} from "../../../src/stages/06-transformer/model/presetRows.js";
import {PUBLISHED} from "../../../src/stages/06-transformer/model/publishedModels.js";
import {
  balanced,
  balanceSlope,
  blindProbs,
  logitsOf,
  route,
  tinyProbs
} from "../../../src/stages/06-transformer/model/router.js";
import {drawnLogits} from "../../../src/stages/06-transformer/model/routerTokens.js";
import {windowReach} from "../../../src/stages/06-transformer/model/windowReach.js";

describe("published models", () => {
  it("come out as published", () => {
    const counts = Object.values(PUBLISHED).map(({description}) => estimate(description).parameters.total);
    expect(counts).toEqual([124_439_808, 6_738_415_616, 7_241_732_096, 8_030_261_248, 46_702_792_704]);
  });

  it("come out of the calculator’s controls as they went in", () => {
    for (const {description} of Object.values(PUBLISHED)) {
      const again = describedBy(sizesOf(description));
      expect(estimate(again)).toEqual(estimate(description));
      expect(costsOf(again, 2).parameters.total).toBe(estimate(description).parameters.total);
    }
    expect([sharedBy(12, 8), sharedBy(32, 8), sharedBy(7, 6), sharedBy(4, 9)]).toEqual([6, 8, 1, 4]);
  });

  it("keep of a token what the formula says", () => {
    const {cachePerToken, bytes} = costsOf(PUBLISHED.mistral.description, 1);
    expect(cachePerToken).toBe(2 * 32 * 8 * 128 * 2);
    expect(bytes.find(({what}) => what === "cache")!.half).toBe(4096 * cachePerToken); // the window, not the context
    expect(writeBytes(4096 * cachePerToken)).toBe("537 MB");
    expect([writeBytes(12), writeCount(6738415616), writeCount(960)]).toEqual(["12 B", "6.74 billion", "960"]);
  });
});

describe("the table of descriptions", () => {
  it("says of five forms what they do not share", () => {
    const rows = presetRows();
    expect(rows.every(({cells}) => cells.length === 5)).toBe(true);
    const row = (name: string) => rows.find((one) => one.name === name)!.cells;
    expect(row("norm")).toEqual(["layer", "layer", "RMS", "RMS", "RMS"]);
    expect(row("placement")).toEqual(["post", "pre", "pre", "pre", "pre"]);
    expect(row("experts").at(-1)).toBe("2 of 8");
  });
});

describe("a model with LayerNorm", () => {
  it("computes the same after all that writes into its stream is centered", () => {
    const {logits, mean, centeredMean, norms} = centeredSeen();
    expect(logits).toBeLessThan(1e-5);
    expect(mean).toBeGreaterThan(0.1);
    expect(centeredMean).toBeLessThan(1e-5);
    expect(norms).toBeLessThan(1e-5);
  });
});

describe("windows", () => {
  it("reach as far through layers as the theorem says, and no further", () => {
    for (const [layers, window] of [
      [1, 3],
      [2, 5],
      [4, 4]
    ] as const)
      expect(windowReach(layers, window)).toBe(layers * (window - 1));
  });
});

describe("a router", () => {
  it("sends tokens where the library’s layer sends them, at the same loss", () => {
    const logits = drawnLogits(5, 1, 1).slice(0, 12);
    const routed = route(logits, 2);
    const [tokens, experts] = [12, 5];
    const one = t.tensor(
      logits.map((_, a) => logits.map((_unused, b) => (a === b ? 1 : 0))),
      "float64"
    );
    const weights = (shape: readonly number[]) => t.zeros([experts, ...shape], "float64");
    const layer = t.mixtureOfExperts(
      one,
      {
        router: t.tensor(logits, "float64"),
        gate: weights([tokens, 2]),
        up: weights([tokens, 2]),
        down: weights([2, tokens])
      },
      {topK: 2}
    );
    expect(routed.chosen).toEqual(layer.chosenExperts);
    expect(routed.loss).toBeCloseTo(t.item(layer.loadBalancingLoss), 12);
    routed.weights.forEach((row) => expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12));
  });

  it("has the slope that differences have", () => {
    const logits = drawnLogits(4, 1, 0.5).slice(0, 6);
    const slope = balanceSlope(logits, 1);
    const {used} = route(logits, 1);
    const h = 1e-6;
    // with the used shares held still
    const loss = (rows: readonly (readonly number[])[]): number =>
      4 * route(rows, 1).wanted.reduce((sum, p, e) => sum + used[e]! * p, 0);
    logits.forEach((row, i) =>
      row.forEach((_, e) => {
        const moved = (by: number) => logits.map((each, a) => each.map((z, b) => (a === i && b === e ? z + by : z)));
        expect(slope[i]![e]).toBeCloseTo((loss(moved(h)) - loss(moved(-h))) / (2 * h), 6);
      })
    );
  });

  it("is at rest where all experts are used alike, and only there", () => {
    const even = logitsOf([
      [0.6, 0.4],
      [0.3, 0.7]
    ]);
    expect(
      balanceSlope(even, 1)
        .flat()
        .every((g) => Math.abs(g) < 1e-12)
    ).toBe(true);
    expect(
      balanceSlope(logitsOf(tinyProbs), 2)
        .flat()
        .some((g) => Math.abs(g) > 0.01)
    ).toBe(true);
    const after = route(balanced(drawnLogits(4, 1, 2), 1, 5, 80), 1);
    expect(Math.max(...after.used) - Math.min(...after.used)).toBeLessThan(0.1);
  });

  it("can be used unevenly at a loss below that of even use", () => {
    const {loss, used} = route(logitsOf(blindProbs), 1);
    expect(used[0]).toBeCloseTo(2 / 3, 12);
    expect(loss).toBeLessThan(1);
  });

  it("costs more than even use where what is used more is likelier, too", () => {
    const all = [1, 2].flatMap((k) =>
      [0, 0.5, 1, 2].flatMap((tilt) => [1, 2, 3].map((seed) => ({k, ...route(drawnLogits(4, seed, tilt), k)})))
    );
    for (const {k, used} of all) expect(used.reduce((a, b) => a + b, 0)).toBeCloseTo(k, 12);
    const ordered = all.filter(({used, wanted}) =>
      used.every((f, i) => used.every((g, j) => (f - g) * (wanted[i]! - wanted[j]!) >= 0))
    );
    expect(ordered.length).toBeGreaterThanOrEqual(5);
    for (const {k, loss} of ordered) expect(loss).toBeGreaterThan(k);
    const even = [
      [0.6, 0.4],
      [0.4, 0.6]
    ];
    expect(route(logitsOf(even), 1).loss).toBeCloseTo(1, 12);
  });
});

describe("forms at one budget", () => {
  const names = Object.keys(FORMS) as readonly FormName[];

  it("cost nearly the same operations a token", () => {
    const flops = names.map((name) => estimate({...FORMS[name].form, vocabSize: 80}).flopsPerToken.forward);
    expect(Math.max(...flops) / Math.min(...flops)).toBeLessThan(1 + WITHIN);
    expect([hiddenOf("plain"), hiddenOf("gated"), hiddenOf("gated", 1), hiddenOf("experts", 1)]).toEqual([
      192, 128, 152, 76
    ]);
  });

  it("differ from the one before in what their name says", () => {
    const vocabSize = 80;
    const full = (name: FormName): Readonly<Record<string, unknown>> =>
      Object.fromEntries(Object.entries(transformer({...FORMS[name].form, vocabSize}).config));
    const changed = (name: FormName): Readonly<Record<string, unknown>> => {
      const before = full(BEFORE[name]!);
      return Object.fromEntries(Object.entries(full(name)).filter(([field, value]) => value !== before[field]));
    };
    const after = names.filter((name) => BEFORE[name] !== undefined);
    expect(Object.fromEntries(after.map((name) => [name, changed(name)]))).toEqual({
      gpt2: {placement: "pre", positions: "learned", feedForward: "gelu-tanh"},
      rms: {norm: "rms", bias: false},
      rope: {positions: "rope"},
      llama: {feedForward: "swiglu", hidden: 128},
      shared: {kvHeads: 1, hidden: 152},
      mistral: {window: 16},
      mixtral: {experts: 4, expertsPerToken: 2, hidden: 76}
    });
  });

  it("can be put together by a reader, whatever is chosen", () => {
    for (const positions of OWN_POSITIONS)
      for (const bends of OWN_BENDS)
        for (const keys of OWN_KEYS) {
          const form = ownForm({positions, bends, keys, norm: "rms", placement: "pre", window: "0"});
          const {flopsPerToken} = estimate({...form, vocabSize: 80});
          const llama = estimate({...FORMS.llama.form, vocabSize: 80}).flopsPerToken.forward;
          expect(Math.abs(flopsPerToken.forward / llama - 1)).toBeLessThan(0.02);
          expect(() => transformer({...form, vocabSize: 80})).not.toThrow();
        }
  });

  it("are trained by the program beside the figure as by the figure", () => {
    const corpus = excerpt("opening").text;
    for (const own of [
      {positions: "alibi", norm: "layer", placement: "post", bends: "geglu", keys: "2", window: "8"},
      {positions: "rope", norm: "rms", placement: "pre", bends: "4 experts", keys: "1", window: "0"}
    ] as const) {
      const printed: unknown[] = [];
      const given = {
        ...t,
        fold,
        transformer,
        transformerLm,
        windowsOf,
        readFileSync: () => corpus,
        console: {log: (x: unknown) => printed.push(x)}
      };
      const code = ownCode(own, 0.012, 3)
        .replace(/^import .*$/gm, "")
        .replace("i < steps", "i < 6");
      (new Function(...Object.keys(given), code) as (...all: readonly unknown[]) => void)(...Object.values(given));
      const config = {corpus, form: ownForm(own), learningRate: 0.012, seed: 3};
      expect(printed).toEqual([timeline(architectureStage, config, {history: false}).at(6).metrics.held]);
      expect(ownCode(own, 0.012, 3)).toContain(`const steps = ${STEPS};`);
    }
  });

  it("learn, and send tokens to as many experts as they say", () => {
    const run = timeline(
      architectureStage,
      {corpus: excerpt("opening").text, form: FORMS.mixtral.form, learningRate: 0.01, seed: 1},
      {history: false}
    );
    const [before, after] = [run.at(0).metrics.held, run.at(8)];
    expect(after.metrics.held).toBeLessThan(before - 0.5);
    const {transformer: model, judged} = run.opened();
    const use = expertUse(model, after.state.params, judged[0]!.inputs);
    expect(use).toHaveLength(2);
    for (const layer of use) expect(layer.reduce((a, b) => a + b, 0)).toBeCloseTo(2, 9);
  });
});

describe("an interval", () => {
  it("is Student’s, and of differences what pairs share drops out", () => {
    const {mean, half} = intervalOf([1, 2, 3]);
    expect([mean, half]).toEqual([2, expect.closeTo(4.303 / Math.sqrt(3), 6)]);
    expect(differenceOf([1, 12, 103], [0, 11, 102])).toEqual({mean: 1, half: 0});
    expect(intervalOf([5]).half).toBe(Infinity);
  });
});
