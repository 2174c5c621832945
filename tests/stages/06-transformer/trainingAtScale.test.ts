import {describe, expect, it} from "vitest";
import * as t from "../../../lib/tensor.js";
import {hash} from "../../../lib/index.js";
import {leaves} from "../../../lib/core/tree.js";
import {transformer} from "../../../lib/transformer.js";
import {excerpt} from "../../../tools/corpora.js";
import {BFLOAT16, FLOAT16, FLOAT32, roundTo} from "../../../src/components/floats.js";
import {accumulated} from "../../../src/stages/06-transformer/model/accumulation.js";
import {
  gradientsIn,
  stretchMemory,
  STRETCHED,
  stretchParts
} from "../../../src/stages/06-transformer/model/checkpointMemory.js";
import {gradientParts} from "../../../src/stages/06-transformer/model/gradientParts.js";
import {bubble, pipeline, SCHEDULES} from "../../../src/stages/06-transformer/model/pipeline.js";
import {described, oneStep} from "../../../src/stages/06-transformer/model/oneStep.js";
import {decoderInStretches} from "../../../src/stages/06-transformer/model/plainDecoder.js";
import {precisionRun} from "../../../src/stages/06-transformer/model/precisionRun.js";
import {GRADIENT_PARTS} from "../../../src/stages/06-transformer/model/precisionSpec.js";
import {ringAllReduce, ringBytes} from "../../../src/stages/06-transformer/model/ring.js";
import {rounderTo} from "../../../src/stages/06-transformer/model/rounder.js";
import {amdahl, fastest, shareFrom, speedup} from "../../../src/stages/06-transformer/model/speedup.js";
import {stepEstimate, stepMeasured} from "../../../src/stages/06-transformer/model/stepMemory.js";
import {stepTime} from "../../../src/stages/06-transformer/model/stepTime.js";
import {bestStretches, expectedBytes} from "../../../src/stages/06-transformer/model/stretches.js";
import {
  machineHours,
  MACHINES,
  trainingFlops,
  TRAINED,
  utilizationOf
} from "../../../src/stages/06-transformer/model/trainingBill.js";
import {
  byColumns,
  byInside,
  byRows,
  product,
  slopesByRows,
  tinyW,
  tinyX
} from "../../../src/stages/06-transformer/model/twoWorkers.js";

const numbers = (tree: object): readonly number[] =>
  leaves(tree).flatMap(([, leaf]) => Array.from((leaf as t.Tensor).data));

describe("a batch in parts", () => {
  it("has the gradient of the whole, but for rounding", () => {
    const few = accumulated(4, "float32");
    expect(few).toBeLessThan(1e-5);
    expect(few).toBeGreaterThan(1e-9);
    expect(accumulated(8, "float64", true, true)).toBeLessThan(1e-14);
    expect(accumulated(16, "float64", true, false)).toBeGreaterThan(0.02);
  });
});

describe("few bits", () => {
  it("are rounded fast as they are slowly", () => {
    const draw = t.randomNormal(t.key(4), [600]).data;
    const few = Array.from(draw, (x, i) => Math.fround(x * 2 ** (((i * 7) % 90) - 60)));
    for (const format of [BFLOAT16, FLOAT16, FLOAT32])
      for (const x of [...few, 0, -0, Infinity, -Infinity, 65504, 65519, 65520, -70000, 2 ** -24, 2 ** -25, 2 ** -140])
        // a zero may lose its sign
        expect(rounderTo(format)(Math.fround(x)) + 0, `${format.name} ${x}`).toBe(roundTo(format, Math.fround(x)) + 0);
    expect(rounderTo(FLOAT16)(NaN)).toBeNaN();
  });

  it("train a model, with the loss scaled and without a master copy", () => {
    const corpus = excerpt("opening").text;
    const [start, plain, scaled, alone] = [
      precisionRun(corpus, "float32", 1, 0),
      precisionRun(corpus, "float32", 1, 12),
      precisionRun(corpus, "up12", 1, 12),
      precisionRun(corpus, "noMaster", 1, 12)
    ];
    expect(plain).toBeLessThan(start - 0.5);
    for (const each of [scaled, alone]) expect(Math.abs(each - plain)).toBeLessThan(0.1);
    expect(scaled).not.toBe(plain);
  });

  it("are asked of every part’s slopes", () => {
    const model = transformer({vocabSize: 12, layers: 2, width: 16, heads: 2, context: 8, tied: true});
    const ids = t.randomInteger(t.key(1), [3, 8], {below: 12});
    const parts = gradientParts(model, model.init(t.key(2)), {inputs: ids, targets: ids});
    expect(parts.map(({part}) => part)).toEqual([...GRADIENT_PARTS]);
    const count = (name: string): number =>
      parts.find(({part}) => part === name)!.sizes.reduce((sum, each) => sum + each.count, 0);
    expect([count("logits"), count("stream"), count("norms")]).toEqual([3 * 8 * 12, 2 * 3 * 8 * 16, 5 * 16]);
  });
});

describe("the memory of a step", () => {
  it("is what the estimate says, within a hundredth where activations are most of it", () => {
    const sizes = {vocabSize: 65, layers: 2, width: 64, batch: 8, context: 64};
    expect(Math.abs(stepEstimate(sizes).step / stepMeasured(sizes) - 1)).toBeLessThan(0.01);
  });
});

describe("stretches", () => {
  const params = transformer(STRETCHED).init(t.key(1));

  it("give the same logits as the library’s model, and the same gradients, in however many they are run", () => {
    const ids = t.tensor([[1, 2, 3, 4, 5]], {dtype: "int32"});
    const model = transformer(STRETCHED).apply(params, ids).data;
    expect(Array.from(decoderInStretches(STRETCHED.heads, 4)(params, ids).data)).toEqual(Array.from(model));
    const [whole, apart] = [gradientsIn(0, params), gradientsIn(8, params)].map(numbers);
    expect(whole!.reduce((most, g, i) => Math.max(most, Math.abs(g - apart![i]!)), 0)).toBeLessThan(1e-6);
  });

  it("take what the formula says, and run every layer twice", () => {
    for (const [kind, count] of [
      ["blocks", 16],
      ["chain", 8],
      ["chain", 64]
    ] as const) {
      const {bytes, layers} = stretchMemory(kind, count);
      const parts = stretchParts(kind);
      expect(Math.abs(expectedBytes(parts, count) / bytes - 1)).toBeLessThan(0.01);
      expect(layers).toBe(2 * parts.layers);
    }
  });

  it("are best where both parts of the memory are equal", () => {
    const parts = {layers: 36, inside: 3, between: 2, rest: 5};
    const best = bestStretches(parts);
    expect(best * 2).toBeCloseTo((36 / best) * 3, 12);
    for (const other of [0.9, 1.1])
      expect(expectedBytes(parts, other * best)).toBeGreaterThan(expectedBytes(parts, best));
  });
});

describe("two workers", () => {
  it("have the product whichever way it is cut", () => {
    const whole = [
      [5, 2],
      [11, 4]
    ];
    expect(product(tinyX, tinyW)).toEqual(whole);
    for (const cut of [byRows, byColumns, byInside]) expect(cut(tinyX, tinyW).whole).toEqual(whole);
    const ones = [
      [1, 1],
      [1, 1]
    ];
    expect(slopesByRows(tinyX, ones)).toEqual({
      parts: [
        [
          [1, 1],
          [2, 2]
        ],
        [
          [3, 3],
          [4, 4]
        ]
      ],
      whole: [
        [4, 4],
        [6, 6]
      ]
    });
  });
});

describe("a ring", () => {
  it("gives every worker the sum, in 2(p − 1) steps, in which each sends one piece", () => {
    for (const p of [2, 3, 5, 8]) {
      const numbersOf = Array.from({length: p}, (_, w) => Array.from({length: p}, (_unused, i) => 7 * w + i * i));
      const states = ringAllReduce(numbersOf);
      expect(states).toHaveLength(2 * (p - 1) + 1);
      const sums = numbersOf[0]!.map((_, i) => numbersOf.reduce((sum, row) => sum + row[i]!, 0));
      for (const pieces of states.at(-1)!) expect(pieces).toEqual(sums.map((sum) => ({sum, from: p})));
      // in a step each worker receives one piece, and no other changes
      states.slice(1).forEach((state, i) =>
        state.forEach((pieces, w) => {
          const changed = pieces.filter(
            ({sum, from}, c) => sum !== states[i]![w]![c]!.sum || from !== states[i]![w]![c]!.from
          );
          expect(changed.length).toBeLessThanOrEqual(1);
        })
      );
      expect(ringBytes(p, p)).toBe(2 * (p - 1));
    }
  });
});

describe("a pipeline", () => {
  it("waits as long as the formula says, in either order", () => {
    for (const kind of SCHEDULES)
      for (const stages of [1, 2, 4, 7])
        for (const micros of [1, 3, 8, 16]) {
          const {tasks, idle, kept} = pipeline(kind, stages, micros);
          expect(idle).toBeCloseTo(bubble(stages, micros), 12);
          expect(tasks).toHaveLength(2 * stages * micros);
          expect(kept).toBe(kind === "all forward first" ? micros : Math.min(stages, micros));
        }
  });

  it("does nothing before what it needs is there, and one thing at a time", () => {
    const {tasks} = pipeline("one forward, one back", 4, 6);
    const end = (stage: number, micro: number, back: boolean): number =>
      tasks.find((task) => task.stage === stage && task.micro === micro && task.back === back)?.to ?? 0;
    for (const {stage, micro, back, from} of tasks) {
      expect(from).toBeGreaterThanOrEqual(back ? end(stage, micro, false) : 0);
      if (back && stage < 3) expect(from).toBeGreaterThanOrEqual(end(stage + 1, micro, true));
      if (!back && stage > 0) expect(from).toBeGreaterThanOrEqual(end(stage - 1, micro, false));
    }
    for (const stage of [0, 1, 2, 3]) {
      const mine = tasks.filter((task) => task.stage === stage);
      mine.slice(1).forEach((task, i) => expect(task.from).toBeGreaterThanOrEqual(mine[i]!.to));
    }
  });
});

describe("many workers", () => {
  it("are as fast as Amdahl says, less what they exchange", () => {
    expect(amdahl(0.9, 9)).toBeCloseTo(5, 12);
    expect(amdahl(1, 7)).toBeCloseTo(7, 12);
    expect(speedup(0.9, 0, 9)).toBeCloseTo(5, 12);
    expect(speedup(0.9, 0.05, 9)).toBeCloseTo(1 / (0.1 + 0.1 + (16 / 9) * 0.05), 12);
    expect(speedup(0.9, 0.05, 1)).toBeCloseTo(1, 12);
    for (const p of [2, 4, 64])
      for (const share of [0.3, 0.8, 1]) expect(shareFrom(amdahl(share, p), p)).toBeCloseTo(share, 12);
  });

  it("are never faster than their bound, which they come near, and slower than one if an exchange is too dear", () => {
    for (const [share, exchange] of [
      [0.95, 0],
      [0.95, 0.02],
      [0.5, 0.2]
    ] as const) {
      for (const p of [1, 2, 16, 1000])
        expect(speedup(share, exchange, p)).toBeLessThanOrEqual(fastest(share, exchange) + 1e-12);
      expect(speedup(share, exchange, 1e9)).toBeCloseTo(fastest(share, exchange), 6);
    }
    expect(fastest(0.3, 0.2)).toBe(1);
    for (const p of [2, 5, 100]) expect(speedup(0.3, 0.2, p)).toBeLessThan(1);
  });

  it("step to the same parameters, bit for bit, however long it takes", () => {
    let clock = 0;
    const [first, second] = [stepTime(32, () => clock++), stepTime(32, () => (clock += 5))];
    expect(first.hash).toBe(second.hash);
    expect([first.milliseconds, second.milliseconds]).toEqual([1, 5]);
    const [after] = oneStep({vocabSize: 80, layers: 2, width: 32, batch: 12, context: 64})();
    expect(first.hash).toBe(hash(after)); // what it has timed is that step
    const before = transformer(described({vocabSize: 80, layers: 2, width: 32, batch: 12, context: 64})).init(t.key(1));
    expect(first.hash).not.toBe(hash(before));
  });
});

describe("the bill of a run", () => {
  it("comes to what is published", () => {
    const {gpt3, llama70} = TRAINED;
    expect(trainingFlops(gpt3.parameters, gpt3.tokens) / 3.14e23).toBeCloseTo(1, 2);
    const flops = trainingFlops(llama70.parameters, llama70.tokens);
    const used = utilizationOf(flops, MACHINES.a100.peak, llama70.hours);
    expect(used).toBeCloseTo((6 * 68.98e9 * 2e12) / (312e12 * 1_720_320 * 3600), 12);
    expect(machineHours(flops, MACHINES.a100.peak, used)).toBeCloseTo(llama70.hours, 3);
    expect(machineHours(flops, MACHINES.a100.peak, used / 2)).toBeCloseTo(2 * llama70.hours, 3);
  });
});
