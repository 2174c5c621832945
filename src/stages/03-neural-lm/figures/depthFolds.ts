import {chart, line, type Point} from "../../../components/chart/chart.js";
import {slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {pow} from "/lib/index.js";
import {folded, piecesOf, shallowPieces} from "../model/folds.js";

interface Value {
  readonly depth: number;
}

const MOST = 7;
const CELLS = 1024;

/** A tent after a tent: how many straight pieces come of it. */
export function depthFolds(name = "depth-folds") {
  return figure<Value>({
    name,
    title: "Folding a line",
    caption:
      "Each layer has two relus, which fold the interval [0, 1] once: up, and down again. What the next layer does to one half it does to the other as well, so that the pieces double.",
    controls: {depth: slider([1, MOST], {label: "Layers of two relus", value: 3})},
    draw: ({depth}, {width}) =>
      element(
        "div",
        {},
        chart({
          width,
          height: 240,
          x: {domain: [0, 1], label: "Input"},
          y: {domain: [0, 1.05], label: "Output"},
          marks: [
            line(
              Array.from({length: CELLS + 1}, (_, i): Point => [i / CELLS, folded(i / CELLS, depth)]),
              {meaning: "model", width: depth > 5 ? 1.25 : 2}
            )
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `${2 * depth} relus, one pair after another: `,
          element("b", {}, `${piecesOf((x) => folded(x, depth), CELLS)} pieces`),
          `. The same relus in one layer: ${shallowPieces(2 * depth)} at most. One layer with as many pieces: ${pow(2, depth) - 1} relus.`
        )
      ),
    describe: ({depth}) =>
      `${depth} layers of two relus make ${piecesOf((x) => folded(x, depth), CELLS)} straight pieces; ${2 * depth} relus in one layer make ${shallowPieces(2 * depth)} at most.`,
    code: ({depth}) => `const relu = (x) => Math.max(0, x);
const tent = (x) => 2 * relu(x) - 4 * relu(x - 0.5);
let y = 0.3;
for (let layer = 0; layer < ${depth}; layer++) y = tent(y);
console.log(y);`,
    rows: () =>
      Array.from({length: MOST}, (_, i) => ({
        layers: i + 1,
        relus: 2 * (i + 1),
        pieces: piecesOf((x) => folded(x, i + 1), CELLS),
        inOneLayer: shallowPieces(2 * (i + 1))
      }))
  });
}
