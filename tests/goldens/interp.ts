import {pca, scores} from "../../src/stages/03-neural-lm/model/pca.js";
import {number, numbers, type Families} from "./types.js";

interface Matrix {
  readonly shape: readonly number[];
  readonly data: readonly unknown[];
}

const rowsOf = (value: unknown): readonly (readonly number[])[] => {
  const {data} = value as Matrix; // as tests/golden/README.md says
  return data.map(numbers);
};

const matrix = (rows: readonly (readonly number[])[]) => ({shape: [rows.length, rows[0]?.length ?? 0], data: rows});

export const families: Families = {
  interp_pca: ({inputs, config, expected}) => {
    const points = rowsOf(inputs["x"]);
    const found = pca(points, number(config["components"]));
    const places = points.map((point) => scores(found, point));
    const kept = found.variances.reduce((sum, x) => sum + x, 0);
    const actual = {
      mean: {shape: [found.mean.length], data: found.mean},
      components: matrix(found.components),
      explainedVariance: {shape: [found.variances.length], data: found.variances},
      explainedVarianceRatio: {
        shape: [found.variances.length],
        data: found.variances.map((x) => x / found.total)
      },
      scores: matrix(places),
      reconstructionError: (points.length - 1) * (found.total - kept)
    };
    return Object.entries(expected).map(([what, value]) => ({
      what,
      actual: actual[what as keyof typeof actual],
      expected: value
    }));
  }
};
