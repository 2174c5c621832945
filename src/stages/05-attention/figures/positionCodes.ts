import {chart, level, line, type Point} from "../../../components/chart/chart.js";
import {heatmap, signed} from "../../../components/chart/heatmap.js";
import {element} from "../../../components/element.js";
import {choice, select, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {byDistance, wavesOf} from "../model/positionCodes.js";

type Kind = "waves" | "rotary" | "alibi";

interface Value {
  readonly kind: Kind;
  readonly base: string;
  readonly slope: number;
}

const NAMES: Readonly<Record<Kind, string>> = {waves: "Waves", rotary: "Rotary", alibi: "ALiBi"};
const [WIDTH, FAR] = [32, 64];
const slopeOf = (power: number): number => 1 / (1 << power);

/** How each way of telling positions sees a distance. */
export function positionCodes(name = "position-codes") {
  const at = ({kind, base, slope}: Value, distance: number): number =>
    byDistance(kind, distance, {d: WIDTH, base: Number(base), slope: slopeOf(slope)});
  return figure<Value>({
    name,
    title: "What is left at a distance",
    caption:
      "A query and a key that agree wholly at distance 0, moved apart: the share of their product that positions leave. Waves are added to vectors, and here is the product of two of them; rotary positions turn vectors, here vectors of ones; ALiBi subtracts a slope times the distance from a score, so that e to the score falls. Below: the waves themselves, a row for each of 32 positions.",
    controls: {
      kind: choice<Kind>(["waves", "rotary", "alibi"], {label: "Positions", format: (k) => NAMES[k]}),
      base: select<string>(["10", "100", "1000", "10000", "100000"], {label: "Base of the waves", value: "10000"}),
      slope: slider([0, 8], {label: "Slope of ALiBi", value: 3, format: (p) => `1/${1 << p}`})
    },
    draw: (value, {width}) => {
      const distances = Array.from({length: FAR + 1}, (_, i) => i);
      const rows = Array.from({length: 32}, (_, i) => i);
      return element(
        "div",
        {},
        chart({
          width,
          height: 260,
          x: {domain: [0, FAR], label: "Distance"},
          y: {domain: [-0.6, 1], label: "Share of the product"},
          marks: [
            level(0, ""),
            line(
              distances.map((distance): Point => [distance, at(value, distance)]),
              {meaning: "attention", name: NAMES[value.kind]}
            )
          ]
        }),
        heatmap({
          width: Math.min(width, 420),
          title: "Waves: position by number of the vector",
          rows: rows.map(String),
          columns: rows.map(String),
          fill: (i, j) => signed(wavesOf(i, WIDTH, Number(value.base))[j]!)
        })
      );
    },
    describe: (value) =>
      `${NAMES[value.kind]}: of a product at distance 0 the share left is ${[1, 2, 4, 8, 16, 32, 64].map((distance) => `${at(value, distance).toFixed(2)} at distance ${distance}`).join(", ")}.`,
    code: ({
      base
    }) => `import {ropeAngles, ropeFrequencies, rope, sinusoidalPositions, show, ones} from "llm-first-principles/tensor";

const positions = Array.from({length: 8}, (_, i) => i);
console.log(show(sinusoidalPositions(positions, 8, {base: ${base}})));
const angles = ropeAngles(positions, ropeFrequencies(8, {base: ${base}}));
console.log(show(rope(ones([8, 8]), angles)));`,
    rows: (value) => Array.from({length: FAR + 1}, (_, distance) => ({distance, share: at(value, distance)}))
  });
}
