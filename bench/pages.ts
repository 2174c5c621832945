/** What pages say of time: each figure of theirs that a clock gave is a row here, kept with the others. */
import * as s from "../lib/scalar.js";
import * as t from "../lib/tensor.js";
import {checks} from "../src/stages/02-autodiff/model/checkCosts.js";
import {COLUMNS, ROWS, gradientsBoth} from "../src/stages/02-autodiff/model/composed.js";
import {ladder, rungs} from "../src/stages/02-autodiff/model/ladder.js";
import {layerOfScalars, layerOfTensors} from "../src/stages/02-autodiff/model/layerTimes.js";
import type {Measure} from "./suite.js";

const suite = "pages";
/** Rows of A, and rows and columns of B: of the largest product a part of the rows, for a whole one takes minutes. */
const SHAPES = [
  [64, 64],
  [256, 256],
  [128, 2048]
] as const;

function layer(): readonly Measure[] {
  const [batch, width] = [12, 64];
  const workload = `gradient of a layer, ${batch} rows of ${width}`;
  const ours = layerOfTensors(t, batch, width);
  const theirs = () => layerOfScalars(s, batch, width);
  return [{suite, workload, unit: "a gradient", ours, peer: "single numbers", theirs}];
}

const fusing = (): readonly Measure[] =>
  Object.entries(gradientsBoth()).map(([name, {fused, composed}]) => ({
    suite,
    workload: `gradient of ${name} ${ROWS}×${COLUMNS}`,
    unit: "a gradient",
    ours: fused,
    peer: "small operations",
    theirs: composed
  }));

function checking(): readonly Measure[] {
  const {central, five, directions} = checks();
  const row = {suite, workload: "check along directions", unit: "a check", ours: directions};
  return [
    {...row, peer: "every input, central", theirs: central},
    {...row, peer: "every input, five points", theirs: five}
  ];
}

/** Each rung beside the machine's limit, and beside the rung before. */
async function climbing([m, n]: (typeof SHAPES)[number]): Promise<readonly Measure[]> {
  const products = await ladder(m, n);
  const {peakChain} = await t.loadEngine();
  const operations = 2 * m * n * n;
  const limit = () => peakChain(operations / 96, 1, 0);
  return rungs.flatMap((rung, i): readonly Measure[] => {
    const before = rungs[i - 1];
    const workload = `product ${rung} ${m}×${n}×${n}`;
    const few = n > 1000 ? {rounds: 3} : {};
    const row = {suite, workload, unit: "GFLOP/s", per: operations / 1e9, ours: products[rung].call, ...few};
    return [
      {...row, peer: "limit", theirs: limit},
      ...(before === undefined ? [] : [{...row, peer: before, theirs: products[before].call}])
    ];
  });
}

export const measures = async (): Promise<readonly Measure[]> => [
  ...layer(),
  ...fusing(),
  ...checking(),
  ...(await Promise.all(SHAPES.map(climbing))).flat()
];
