import type {Frame} from "/lib/index.js";
import type {BenchMetrics} from "./benchMetrics.js";
import type {KeptRun} from "./workbenchSpec.js";

const rounded = (x: number): number => Number(x.toPrecision(6));
const brief = (x: number): number => Number(x.toPrecision(4));

/**
 * What is kept of a run's frames: numbers to six digits, those of layers to four, which is more than any chart shows. The first
 * frame has all layers, so that they can be chosen; the others have those that are drawn.
 */
export const keptLog = (
  frames: readonly Frame<unknown, BenchMetrics>[],
  drawn: (paths: readonly string[]) => readonly string[] = (paths) => paths
): KeptRun["log"] => {
  const all = frames[0]?.metrics.layers.map(({path}) => path) ?? [];
  const shown = new Set(drawn(all));
  return frames.map(({step, metrics: {layers, ...numbers}}, i) => ({
    step,
    metrics: {
      ...(Object.fromEntries(Object.entries(numbers).map(([name, x]) => [name, rounded(x)])) as typeof numbers),
      layers: layers
        .filter(({path}) => /weight\w*$/.test(path) && (i === 0 || shown.has(path)))
        .map(({path, weightNorm, gradientNorm, updateNorm}) => ({
          path,
          weightNorm: brief(weightNorm),
          gradientNorm: brief(gradientNorm),
          updateNorm: brief(updateNorm)
        }))
    }
  }));
};
