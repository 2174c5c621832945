import {label} from "../../../components/chart/chart.js";
import {element, svg} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {bubble, pipeline, SCHEDULES, type Pipeline, type ScheduleKind} from "../model/pipeline.js";

interface Value {
  readonly kind: ScheduleKind;
  readonly stages: number;
  readonly micros: number;
}

const [ROW, LEFT] = [26, 62] as const;

/** Which worker does what, and when. */
export function pipelineFigure(name = "pipeline-bubble") {
  const told = ({stages, micros}: Value, {time, idle, kept}: Pipeline): string =>
    `${stages} ${stages === 1 ? "worker" : "workers"}, ${micros} micro-${micros === 1 ? "batch" : "batches"}: ${time} units of time, of which each worker waits ${(100 * idle).toFixed(1)}%, by the formula ${(100 * bubble(stages, micros)).toFixed(1)}%. One worker keeps the activations of ${kept} at most.`;
  return figure<Value, Pipeline>({
    name,
    wide: true,
    title: "A pipeline, and what is empty in it",
    caption:
      "Each row is a worker with its share of the layers; time runs to the right. A micro-batch, by its number, goes down through all workers, and its slopes come back up, which takes twice as long. What is empty is the bubble. Raise the number of micro-batches, then let each worker turn back as soon as it can: the bubble stays, and fewer activations must be kept.",
    controls: {
      stages: slider([1, 8], {label: "Workers", value: 4}),
      micros: slider([1, 16], {label: "Micro-batches", value: 4}),
      kind: choice<ScheduleKind>(SCHEDULES, {label: "Order"})
    },
    compute: ({kind, stages, micros}) => pipeline(kind, stages, micros),
    draw: (value, {width, result}) => {
      const height = ROW * value.stages + 8;
      const unit = (width - LEFT - 2) / result.time;
      return element(
        "div",
        {},
        svg(
          "svg",
          {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
          ...Array.from({length: value.stages}, (_, stage) => label(0, ROW * stage + 20, `worker ${stage + 1}`)),
          svg("rect", {
            x: LEFT,
            y: 2,
            width: unit * result.time,
            height: ROW * value.stages,
            fill: "none",
            style: "stroke:var(--rule)"
          }),
          ...result.tasks.flatMap(({stage, micro, back, from, to}) => {
            const [x, y, wide] = [LEFT + unit * from, ROW * stage + 3, unit * (to - from)];
            return [
              svg("rect", {
                x: x + 0.5,
                y,
                width: Math.max(0.5, wide - 1),
                height: ROW - 2,
                style: `fill:var(--${back ? "gradient" : "model"})`
              }),
              ...(wide > 15
                ? [
                    label(x + wide / 2, y + 17, String(micro + 1), {
                      "text-anchor": "middle",
                      style: "fill:var(--paper);font-weight:600"
                    })
                  ]
                : [])
            ];
          })
        ),
        element("p", {className: "fig-note"}, told(value, result))
      );
    },
    describe: (value, result) => `${value.kind}. ${told(value, result)}`,
    code: ({stages, micros}) => `const [stages, micros] = [${stages}, ${micros}];
const time = (micros + stages - 1) * 3; // a way forth of 1 unit, and a way back of 2
console.log(time, 1 - (micros * 3) / time, (stages - 1) / (micros + stages - 1));`,
    rows: (_, {tasks}) => tasks.map((task) => ({...task}))
  });
}
