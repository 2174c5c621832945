import runs from "../model/copyRuns.json" with {type: "json"};
import {LETTERS, type Copier} from "../model/copySpec.js";
import {gradientReach} from "../model/gradientReach.js";
import {additiveScore, bitsOf, bitsPassed, copyableShare, remembered} from "../model/memory.js";
import {tinyAttention} from "../model/tiny.js";

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
const DRAWS = Array.from({length: 40}, (_, i) => i + 1);

/** What a memory can hold, what the two models made of the same task, and how gradients come back. */
export function facts() {
  const run = (kind: Copier, length: number) => runs.value.find((one) => one.kind === kind && one.length === length)!;
  const right = (kind: Copier, length: number): number => mean(run(kind, length).right);
  const passed = (length: number): number =>
    bitsPassed(
      Array.from({length}, () => right("recurrent", length)),
      LETTERS
    );
  const reach = DRAWS.map((seed) => gradientReach(25, seed));
  const at = (kind: "steps" | "look", back: number): number => mean(reach.map((one) => one[kind][24 - back]!));
  const [sumAb, sumC] = [
    remembered(
      [
        [1, 0],
        [0, 1]
      ],
      1
    ),
    remembered([[1, 1]], 1)
  ];
  const halved = remembered(
    [
      [1, 0],
      [0, 1],
      [1, 1]
    ],
    0.5
  );
  const unit = [
    [1, 0],
    [0, 1]
  ] as const;
  const score = (key: readonly [number, number]): number =>
    additiveScore([1, 1], key, {query: unit, key: unit, score: [1, 1]});
  return {
    recurrent4: right("recurrent", 4),
    recurrent8: right("recurrent", 8),
    recurrent16: right("recurrent", 16),
    recurrent24: right("recurrent", 24),
    transformer4: right("transformer", 4),
    transformer8: right("transformer", 8),
    transformer16: right("transformer", 16),
    transformer24: right("transformer", 24),
    worstTransformer: Math.min(...[4, 8, 16, 24].map((length) => right("transformer", length))),
    recurrentSize: run("recurrent", 8).parameters,
    transformerSize: run("transformer", 8).parameters,
    passed8: passed(8),
    passed16: passed(16),
    passed24: passed(24),
    needed24: bitsOf(24, LETTERS),
    memoryBits: 80 * 32,
    memoryLetters: (80 * 32) / Math.log2(LETTERS),
    states24: Math.pow(LETTERS, 24),
    tinyTexts: 27,
    tinyShare4: copyableShare(3, 3, 4),
    tinyBits: bitsOf(3, 3),
    sumAb: sumAb[0],
    sumC: sumC[0],
    halvedFirst: halved[0],
    halvedSecond: halved[1],
    tinyWeight: tinyAttention().weights[2][0],
    seen4: 1 - Math.exp(-9408 / Math.pow(LETTERS, 4)),
    steps1: at("steps", 1),
    steps8: at("steps", 8),
    steps24: at("steps", 24),
    stepsShrink: at("steps", 1) / at("steps", 24),
    look1: at("look", 1),
    look8: at("look", 8),
    look24: at("look", 24),
    additiveA: score([1, 0]),
    additiveC: score([1, 1])
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  transformerAll: f.worstTransformer > 0.99,
  recurrentShort: f.recurrent4 > 0.99,
  recurrentMost: f.recurrent8 > 0.8 && f.recurrent8 < 0.95,
  recurrentBreaks: f.recurrent24 < 0.4 && f.recurrent24 > 1 / 8,
  sameSize: Math.abs(f.recurrentSize / f.transformerSize - 1) < 0.05,
  roomEnough: f.memoryBits > 30 * f.needed24,
  littlePassed: f.passed24 < f.passed8,
  collide: f.sumAb === f.sumC,
  fadesFar: f.stepsShrink > 1000,
  lookAlike: f.look24 > 0.5 * f.look1 && f.look24 < 2 * f.look1,
  mostSeen: f.seen4 > 0.85,
  additiveLess: f.additiveC < 2 * f.additiveA
});
