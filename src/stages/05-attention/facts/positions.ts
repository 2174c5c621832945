import runs from "../model/positionRuns.json" with {type: "json"};
import {byDistance, product, turned, wavesOf} from "../model/positionCodes.js";
import {tinyHeads} from "../model/tiny.js";
import type {Kind} from "../model/positionSpec.js";

const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/** The kept runs by kind, codes by distance, and the tiny example turned. */
export function facts() {
  const nats = (kind: Kind, from: number, to: number): number =>
    mean(runs.value.find((run) => run.kind === kind)!.nats.slice(from, to));
  const {queries, keys} = tinyHeads();
  const score = (i: number, j: number, shift: number): number =>
    product(turned(queries[i]!, i + shift, 10000), turned(keys[j]!, j + shift, 10000));
  const shiftError = [0, 3, 11].map((at) => {
    const there = wavesOf(at + 5, 8, 100);
    const rotated = [0, 1, 2, 3].flatMap((i) => {
      const f = Math.pow(100, (-2 * i) / 8);
      const [s, c] = [wavesOf(at, 8, 100)[2 * i]!, wavesOf(at, 8, 100)[2 * i + 1]!];
      return [s * Math.cos(5 * f) + c * Math.sin(5 * f), c * Math.cos(5 * f) - s * Math.sin(5 * f)];
    });
    return Math.max(...there.map((x, i) => Math.abs(x - rotated[i]!)));
  });
  return {
    ropeInside: nats("rope", 16, 32),
    ropeBeyond: nats("rope", 64, 96),
    alibiInside: nats("alibi", 16, 32),
    alibiBeyond: nats("alibi", 64, 96),
    wavesInside: nats("sinusoidal", 16, 32),
    wavesBeyond: nats("sinusoidal", 64, 96),
    learnedInside: nats("learned", 16, 32),
    noneInside: nats("none", 16, 32),
    noneFirst: nats("none", 0, 4),
    tinyTurned: turned(queries[1]!, 1, 10000)[0]!,
    tinyTurnedSecond: turned(queries[1]!, 1, 10000)[1]!,
    tinyScore: score(2, 0, 0),
    tinyShifted: score(2, 0, 40),
    tinyPlain: product(queries[2]!, keys[0]!),
    wavesAt8: byDistance("waves", 8),
    alibiAt8: byDistance("alibi", 8),
    shiftError: Math.max(...shiftError)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  noneWorst: f.noneInside > Math.max(f.ropeInside, f.alibiInside, f.wavesInside, f.learnedInside) + 0.1,
  ropeBest: f.ropeInside < Math.min(f.wavesInside, f.learnedInside),
  alibiHolds: f.alibiBeyond < f.alibiInside + 0.1,
  ropeLoses: f.ropeBeyond > f.ropeInside + 0.1,
  wavesBreak: f.wavesBeyond > f.wavesInside + 0.3,
  distanceOnly: Math.abs(f.tinyScore - f.tinyShifted) < 1e-9,
  shiftHolds: f.shiftError < 1e-12
});
