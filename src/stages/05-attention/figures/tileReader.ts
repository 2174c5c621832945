import {bars} from "../../../components/chart/bars.js";
import {element} from "../../../components/element.js";
import {select, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {onlineSoftmax, readInTiles} from "../model/onlineSoftmax.js";
import {tileScores, tileValues} from "../model/tileRow.js";

interface Value {
  readonly size: string;
  readonly read: number;
}

const SIZES = ["1", "2", "4", "8", "16"] as const;
const KEYS = tileScores.length;
const number = (x: number): string => (x === -Infinity ? "−∞" : x.toFixed(2).replace("-", "−"));

/** What is known after some tiles, and before the last of them. */
function seen({size, read}: Value) {
  const states = readInTiles(tileScores, tileValues, Number(size));
  const tiles = Math.min(read, states.length - 1);
  const [now, before] = [states[tiles]!, states[Math.max(0, tiles - 1)]!];
  const keys = Math.min(KEYS, tiles * Number(size));
  const weights = tileScores.map((score, j) => (j < keys ? Math.exp(score - now.top) / now.sum : 0));
  return {tiles, of: states.length - 1, keys, weights, now, factor: Math.exp(before.top - now.top)};
}

const whole = readInTiles(tileScores, tileValues, KEYS).at(-1)!;
const final = tileScores.map((score) => Math.exp(score - whole.top) / whole.sum);
const answer = onlineSoftmax(tileScores, tileValues, KEYS)[0]!;
const output = ({now}: ReturnType<typeof seen>): string => (now.sum === 0 ? "none yet" : number(now.out[0]! / now.sum));

/** A row of scores that is read tile by tile, with what is kept of it. */
export function tileReader(name = "tile-reader") {
  return figure<Value, ReturnType<typeof seen>>({
    name,
    title: "A row, read in pieces",
    caption:
      "One query with sixteen keys, whose scores lie between −1.8 and 3.2; each key has a value of one number. The bars are the weights as they are believed to be after the tiles that were read, the outlines those of the whole row. All that is kept from tile to tile stands below. Read on, tile by tile, and then choose another size.",
    controls: {
      size: select<string>(SIZES, {label: "Keys of a tile", value: "4"}),
      read: slider([0, KEYS], {label: "Tiles read, at most", value: 2})
    },
    compute: seen,
    draw: (_, {width, result}) =>
      element(
        "div",
        {},
        bars({
          width,
          height: 260,
          bars: result.weights.map((value, j) => ({name: String(j + 1), value, outline: final[j]!})),
          label: "Weight of each key",
          meaning: "attention",
          max: 0.6
        }),
        element(
          "p",
          {className: "fig-note"},
          `${result.tiles} of ${result.of} tiles, ${result.keys} keys · maximum ${number(result.now.top)} · sum ${number(result.now.sum)} · last rescaled by ${result.tiles > 1 ? number(result.factor) : "nothing"} · output ${output(result)}, of the whole row ${number(answer)}`
        )
      ),
    describe: ({size}, result) =>
      `Tiles of ${size}: after ${result.tiles} of ${result.of} tiles, which is ${result.keys} keys, the maximum is ${number(result.now.top)}, the sum ${number(result.now.sum)} and the output ${output(result)}. The whole row gives ${number(answer)}.`,
    code: ({size}) => `const scores = [${tileScores.join(", ")}];
const values = [${tileValues.join(", ")}];
let [top, sum, out] = [-Infinity, 0, 0];
for (let from = 0; from < scores.length; from += ${size}) {
  const tile = scores.slice(from, from + ${size});
  const higher = Math.max(top, ...tile);
  const factor = Math.exp(top - higher);
  [top, sum, out] = [higher, factor * sum, factor * out];
  tile.forEach((score, j) => {
    sum += Math.exp(score - top);
    out += Math.exp(score - top) * values[from + j];
  });
  console.log(top, sum, out / sum);
}`,
    rows: ({size}) =>
      readInTiles(tileScores, tileValues, Number(size))
        .slice(1)
        .map(({top, sum, out}, i) => ({tiles: i + 1, maximum: top, sum, output: out[0]! / sum}))
  });
}
