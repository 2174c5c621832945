import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {amdahl, fastest, speedup} from "../model/speedup.js";

interface Value {
  readonly share: number;
  readonly exchange: number;
  readonly workers: number;
}

/** How much faster many workers are. */
export function speedupFigure(name = "speedup") {
  const told = ({share, exchange, workers}: Value): string =>
    `${workers} workers: ${amdahl(share, workers).toFixed(2)} times as fast if they need not talk, ${speedup(share, exchange, workers).toFixed(2)} times with the exchange, of at most ${share === 1 ? "as many as there are" : fastest(share, 0).toFixed(0)} by Amdahl’s law${exchange === 0 ? "" : `, and ${fastest(share, exchange).toFixed(1)} with it`}.`;
  return figure<Value>({
    name,
    title: "More workers",
    caption:
      "How many times as fast p workers are as one. A share of the work can be divided among them; the rest is done by one while the others wait. If they exchange gradients on a ring as well, that takes nearly as long for a hundred as for ten. The exchange is the time in which all gradients are sent once, as a share of one worker’s step.",
    controls: {
      share: slider([0.5, 1], {
        label: "Can be divided",
        value: 0.95,
        step: 0.01,
        format: (x) => `${(100 * x).toFixed(0)}%`
      }),
      exchange: slider([0, 0.2], {label: "Exchange", value: 0.02, step: 0.01, format: (x) => x.toFixed(2)}),
      workers: slider([2, 64], {label: "Workers", value: 16})
    },
    draw: (value, {width}) => {
      const points = (f: (p: number) => number): readonly Point[] =>
        Array.from({length: value.workers}, (_, i): Point => [i + 1, f(i + 1)]);
      const lines = [
        {text: "all of it", meaning: "ink-3", points: points((p) => p)},
        {text: "Amdahl", meaning: "model", points: points((p) => amdahl(value.share, p))},
        {
          text: "and exchange",
          meaning: "gradient",
          points: points((p) => speedup(value.share, value.exchange, p))
        }
      ];
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          marginRight: 112,
          x: {domain: [1, value.workers], label: "Workers"},
          y: {domain: [0, Math.max(4, 1.5 * amdahl(value.share, value.workers))], label: "Times as fast"},
          marks: [
            ...lines.map(({points: all, meaning, text}) =>
              line(
                all.filter(([, y]) => y <= Math.max(4, 1.5 * amdahl(value.share, value.workers))),
                {meaning, name: text}
              )
            ),
            ends(
              lines
                .slice(1)
                .map(({points: all, meaning, text}) => ({text, meaning, x: value.workers, y: all.at(-1)![1]}))
            )
          ]
        }),
        element("p", {className: "fig-note"}, told(value))
      );
    },
    describe: told,
    code: ({share, exchange, workers}) => `const [share, exchange, workers] = [${share}, ${exchange}, ${workers}];
const speedup = (sent) => 1 / (1 - share + share / workers + ((2 * (workers - 1)) / workers) * sent);
console.log(speedup(0), speedup(exchange));`,
    rows: ({share, exchange, workers}) =>
      Array.from({length: workers}, (_, i) => ({
        workers: i + 1,
        amdahl: amdahl(share, i + 1),
        withExchange: speedup(share, exchange, i + 1)
      }))
  });
}
