import {label} from "../../../components/chart/chart.js";
import {element, svg} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {ringAllReduce, ringBytes, type RingState} from "../model/ring.js";

interface Value {
  readonly workers: number;
  readonly step: number;
}

const ROW = 34;

/** Numbers to be summed: a digit for each worker, so that one sees whose numbers a sum has. */
const numbers = (p: number): readonly (readonly number[])[] =>
  Array.from({length: p}, (_, worker) => Array.from({length: p}, () => 10 ** worker));

/** An all-reduce, step by step. */
export function ringFigure(name = "ring-all-reduce") {
  const stepOf = ({workers, step}: Value): number => Math.min(step, 2 * (workers - 1));
  const told = (value: Value, state: RingState): string => {
    const done = state.flat().filter(({from}) => from === value.workers).length;
    return `Step ${stepOf(value)} of ${2 * (value.workers - 1)}: ${done} of ${value.workers ** 2} pieces are finished. In the end each worker has sent ${ringBytes(value.workers, 1).toFixed(2)} times what is to be summed.`;
  };
  return figure<Value, RingState>({
    name,
    title: "All hand on, and all have the sum",
    caption:
      "Each row is a worker with its gradient in as many pieces as there are workers. The first worker’s numbers are 1, the second’s 10, the third’s 100, so that each sum shows whose numbers are in it. In each step every worker sends one piece to the next one below, and the last sends to the first. The darker, the more workers’ numbers are in it.",
    controls: {
      workers: slider([2, 6], {label: "Workers", value: 4}),
      step: slider([0, 10], {label: "Steps", value: 2})
    },
    compute: (value) => ringAllReduce(numbers(value.workers))[stepOf(value)]!,
    draw: (value, {width, result}) => {
      const height = ROW * value.workers + 4;
      const wide = Math.min(110, (width - 70) / value.workers);
      return element(
        "div",
        {},
        svg(
          "svg",
          {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
          ...result.flatMap((pieces, worker) => [
            label(0, ROW * worker + 22, `worker ${worker + 1}`),
            ...pieces.flatMap(({sum, from}, i) => {
              const [x, y] = [66 + wide * i, ROW * worker + 3];
              const share = from / value.workers;
              return [
                svg("rect", {
                  x,
                  y,
                  width: wide - 3,
                  height: ROW - 4,
                  style: "fill:var(--gradient);stroke:var(--rule)",
                  "fill-opacity": (0.12 + 0.88 * (from === value.workers ? 1 : 0.5 * share)).toFixed(2)
                }),
                label(x + (wide - 3) / 2, y + 20, String(sum), {
                  "text-anchor": "middle",
                  style: `fill:var(--${from === value.workers ? "paper" : "ink"});font-weight:600`
                })
              ];
            })
          ])
        ),
        element("p", {className: "fig-note"}, told(value, result))
      );
    },
    describe: (value, result) =>
      `${told(value, result)} ${result
        .map((pieces, worker) => `Worker ${worker + 1} has ${pieces.map(({sum}) => sum).join(", ")}`)
        .join("; ")}.`,
    rows: (_, state) =>
      state.flatMap((pieces, worker) =>
        pieces.map(({sum, from}, piece) => ({worker: worker + 1, piece: piece + 1, sum, from}))
      )
  });
}
