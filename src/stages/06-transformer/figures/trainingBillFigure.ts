import {chart, line, moment, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {choice, select, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {
  machineHours,
  MACHINES,
  trainingFlops,
  TRAINED,
  utilizationOf,
  type MachineName,
  type TrainedName
} from "../model/trainingBill.js";

interface Value {
  readonly model: TrainedName;
  readonly machine: MachineName;
  readonly utilization: number;
  readonly power: number;
}

const models = Object.keys(TRAINED) as readonly TrainedName[];
const machines = Object.keys(MACHINES) as readonly MachineName[];

function written(days: number): string {
  if (days >= 730) return `${Math.round(days / 365).toLocaleString("en")} years`;
  return days >= 2 ? `${days.toFixed(days < 10 ? 1 : 0)} days` : `${(24 * days).toFixed(1)} hours`;
}

/** Days of training by the number of machines. */
export function trainingBillFigure(name = "training-bill") {
  const of = ({model, machine, utilization, power}: Value) => {
    const {parameters, tokens, hours} = TRAINED[model];
    const flops = trainingFlops(parameters, tokens);
    const needed = machineHours(flops, MACHINES[machine].peak, utilization);
    return {flops, needed, days: needed / 2 ** power / 24, hours};
  };
  const told = (value: Value): string => {
    const {flops, needed, days, hours} = of(value);
    const real =
      hours === undefined
        ? ""
        : ` Its paper reports ${hours.toLocaleString("en")} hours of A100, which is ${(100 * utilizationOf(flops, MACHINES.a100.peak, hours)).toFixed(0)}% of what they could do.`;
    return `${TRAINED[value.model].name}: ${flops.toExponential(2)} operations, ${Math.round(needed).toLocaleString("en")} hours of ${MACHINES[value.machine].name} at ${(100 * value.utilization).toFixed(0)}%; ${(2 ** value.power).toLocaleString("en")} of them take ${written(days)}.${real}`;
  };
  return figure<Value>({
    name,
    title: "What a training run takes",
    caption:
      "Six operations for each parameter and each token, divided by what so many machines do at a share of their peak, for numbers of 16 bits: days on a logarithmic axis, by the number of machines. Parameters, tokens and hours as published.",
    controls: {
      model: select<TrainedName>(models, {label: "Model", value: "llama70", format: (model) => TRAINED[model].name}),
      machine: choice<MachineName>(machines, {label: "Machine", format: (machine) => MACHINES[machine].name}),
      utilization: slider([0.05, 0.6], {
        label: "Of their peak",
        value: 0.4,
        step: 0.01,
        format: (x) => `${(100 * x).toFixed(0)}%`
      }),
      power: slider([0, 14], {label: "Machines", value: 10, format: (power) => (2 ** power).toLocaleString("en")})
    },
    draw: (value, {width}) => {
      const points = Array.from({length: 15}, (_, power): Point => [2 ** power, of({...value, power}).days]);
      return element(
        "div",
        {},
        chart({
          width,
          height: 280,
          marginLeft: 52,
          x: {domain: [1, 2 ** 14], label: "Machines", scale: "log", format: decades(1)},
          y: {domain: [0.1, 1e6], label: "Days", scale: "log", format: decades(1)},
          marks: [moment(2 ** value.power), line(points, {meaning: "model", name: "days"})]
        }),
        element("p", {className: "fig-note"}, told(value))
      );
    },
    describe: told,
    code: ({
      model,
      machine,
      utilization,
      power
    }) => `const [parameters, tokens] = [${TRAINED[model].parameters}, ${TRAINED[model].tokens}];
const [peak, utilization, machines] = [${MACHINES[machine].peak}, ${utilization}, ${2 ** power}];
const flops = 6 * parameters * tokens;
console.log(flops, flops / (peak * utilization * machines) / 86400, "days");`,
    rows: (value) => Array.from({length: 15}, (_, power) => ({machines: 2 ** power, days: of({...value, power}).days}))
  });
}
