import {remote} from "/lib/index.js";
import {scoreOf, type LabeledPoint, type ScalarMlpConfig, type ScalarMlpMetrics} from "/lib/stages/autodiff.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {futures, type Future as AnyFuture, type Futures} from "../../../components/figure/futures.js";
import {heldFocus} from "../../../components/figure/heldFocus.js";
import {scrubber} from "../../../components/figure/scrubber.js";
import {autodiffWorker} from "./workers.js";
import {accuracyChart, lossChart} from "./mlpSurfaceCharts.js";
import {fieldOf, surfaceMap, type Params} from "./mlpSurfaceMap.js";
import {network} from "./mlpSurfaceNetwork.js";
import {readout, rowsOf} from "./mlpSurfaceReadout.js";
import {
  configOf,
  DATASETS,
  hiddenName,
  layersOf,
  settingControls,
  settingsOf,
  STEPS,
  type Settings,
  type Value
} from "./mlpSurfaceSettings.js";
import {nameOf, within, type Target} from "./mlpSurfaceTarget.js";

/** What of a network in the worker comes to the page; `worker.ts` makes it. */
interface Seen {
  readonly params: Params;
  readonly gradients: Params;
  readonly hash: string;
  readonly train: readonly LabeledPoint[];
  readonly held: readonly LabeledPoint[];
}

type Future = AnyFuture<Seen, ScalarMlpMetrics>;

interface MlpSurfaceOptions {
  /** In kebab case and unique on the site. */
  readonly name?: string;
  /** Fewer controls and no fork: for a first look. */
  readonly compact?: boolean;
}

const PIXELS = 48;
const [FIRST_STEP, FIRST_FORK] = [80, 30];
const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
const sizesOf = ({hidden}: Settings): readonly number[] => [2, ...layersOf(hidden), 1];

/** A network that learns to tell two kinds of points apart, with every weight and every gradient on the page. */
export function mlpSurface({name = "mlp-surface", compact = false}: MlpSurfaceOptions = {}) {
  const runs = futures<ScalarMlpConfig, Seen, ScalarMlpMetrics>({
    open: (config) => remote(() => autodiffWorker("train"), {stage: "scalarMlp", config}),
    progress: ({step}, to) => ({step, of: to})
  });
  const controls = settingControls(compact);
  const time = scrubber({steps: STEPS, step: FIRST_STEP, pace: 12, forks: !compact});
  time.value = {step: FIRST_STEP, fork: compact ? null : FIRST_FORK};
  const keepFocus = heldFocus("data-target");

  const map = (settings: Settings, {frame: {state}}: Future, target: Target, size: number, title: string) => {
    const score = scoreOf(configOf(settings));
    const shape = {hidden: layersOf(settings.hidden), activation: settings.activation};
    return surfaceMap({
      size,
      title,
      field: fieldOf(state.params, shape, target, PIXELS),
      train: state.train,
      held: state.held,
      wrong: ({x: [x, y], label}) => score(state.params, x, y) * label <= 0
    });
  };

  const draw = (value: Value, width: number, {first, second}: Futures<Seen, ScalarMlpMetrics>): HTMLElement => {
    const settings = settingsOf(value);
    const sizes = sizesOf(settings);
    const {step, fork} = value.time;
    const {params, gradients} = first.frame.state;
    const chosen = within(settings.target, sizes);
    const wide = width >= 760;
    const size = wide
      ? Math.min(320, (width - 332) / 2)
      : second === undefined
        ? Math.min(width, 340)
        : (width - 12) / 2;
    const both = [
      {future: first, of: `rate ${settings.rate}`},
      ...(second === undefined ? [] : [{future: second, of: `fork, rate ${settings.after}`}])
    ];
    const slots = both.map(() => element("div"));
    const numbers = element("div", {className: "mlp-readout"});
    const look = (target: Target): void => {
      const what = target.layer < 0 ? "Score" : `Neuron ${target.layer + 1}.${target.neuron + 1}`;
      both.forEach(({future, of}, i) =>
        slots[i]!.replaceChildren(map(settings, future, target, size, `${what}, ${of}`))
      );
      numbers.replaceChildren(readout({target, sizes, params, gradients, other: second?.frame.state.params}));
    };
    const {node, mark, largest} = network({
      width: wide ? width - both.length * (size + 16) : width,
      height: wide ? size + 22 : 290,
      params,
      gradients,
      shape: {hidden: layersOf(settings.hidden), activation: settings.activation},
      show: settings.show,
      target: chosen,
      point: (target) => {
        look(target ?? chosen);
        mark(target ?? chosen);
      },
      settle: (target) => {
        controls.target.value = target;
        for (const type of ["input", "change"]) controls.target.dispatchEvent(new Event(type, {bubbles: true}));
      }
    });
    keepFocus(node);
    look(chosen);

    time.computed(first.history.length - 1);
    const charts = {
      width: wide ? (width - 352) / 2 : width,
      height: wide ? 230 : 190,
      steps: STEPS,
      first: first.history,
      second: second?.history,
      fork
    };
    const {train, held: out} = first.frame.state;
    const told = element(
      "p",
      {className: "fig-note"},
      `Step ${step} of ${STEPS} · ${train.length} points to learn from, ${out.length} held out · ${percent(first.frame.metrics.validationAccuracy)} of those on the right side · thickest edge ±${largest.toPrecision(3)}`
    );
    return element(
      "div",
      {className: wide ? "mlp wide" : "mlp"},
      element("div", {className: "mlp-row"}, node, ...slots),
      told,
      element(
        "div",
        {className: "mlp-row"},
        ...(wide
          ? [lossChart(charts), accuracyChart(charts), numbers]
          : [numbers, lossChart(charts), accuracyChart(charts)])
      )
    );
  };

  return figure<Value, Futures<Seen, ScalarMlpMetrics>>({
    name,
    wide: true,
    interactive: true,
    title: "A network learns a boundary, every weight in sight",
    caption:
      "Points are synthetic: circles are class 1, diamonds class −1, hollow ones are held out, ringed ones on the wrong side. The map is shaded by what the network says, 2p − 1, or by what one of its neurons answers; the line is where that is 0. In the network every edge is a weight, or its gradient of the mean loss over all training points: as wide as it is large, orange above 0 and blue below; a neuron’s frame is its bias. Point at an edge or a neuron, tap it, or walk there with the arrow keys.",
    controls: {...controls, time},
    compute: (value, work) => {
      const settings = settingsOf(value);
      const config = configOf(settings);
      const {step, fork} = value.time;
      const change = {from: fork ?? 0, key: settings.after, change: {learningRate: Number(settings.after)}};
      return runs.ask({key: JSON.stringify(config), config, step, fork: fork === null ? undefined : change}, work);
    },
    draw: (value, {width, result}) => draw(value, width, result),
    describe: (value, {first, second}) => {
      const settings = settingsOf(value);
      const sizes = sizesOf(settings);
      const {params, gradients, train, held} = first.frame.state;
      const {trainLoss, validationLoss, trainAccuracy, validationAccuracy, trainGradientNorm} = first.frame.metrics;
      const target = within(settings.target, sizes);
      const seen = rowsOf({target, sizes, params, gradients, other: undefined})
        .map(({from, weight, gradient}) => `${from} ${weight.toPrecision(4)} (gradient ${gradient.toPrecision(4)})`)
        .join(", ");
      const future =
        second === undefined
          ? ""
          : ` A second future, forked at step ${value.time.fork} with learning rate ${settings.after}, has held-out loss ${second.frame.metrics.validationLoss.toFixed(4)} and ${percent(second.frame.metrics.validationAccuracy)}.`;
      return `${DATASETS[settings.dataset]}: ${train.length} points to learn from and ${held.length} held out. A network with hidden neurons ${hiddenName(settings.hidden)}, ${settings.activation}, learning rate ${settings.rate}, after step ${value.time.step} of ${STEPS}: training loss ${trainLoss.toFixed(4)} nats and ${percent(trainAccuracy)} right; held-out loss ${validationLoss.toFixed(4)} and ${percent(validationAccuracy)} right; the gradient’s length is ${trainGradientNorm.toPrecision(4)}.${future} Looked at: ${nameOf(target, sizes)}, with ${seen}.`;
    },
    code: (value) => {
      const {step, fork} = value.time;
      const settings = settingsOf(value);
      const other = `
const other = run.fork(${fork}, {learningRate: ${settings.after}}); // the same past, another future
console.log(other.at(${step}).metrics.validationLoss);`;
      return `import {timeline} from "llm-first-principles";
import {gradientsOf, pointsOf, scalarMlp} from "llm-first-principles/stages/autodiff";

const config = ${JSON.stringify(configOf(settings))
        .replace(/"(\w+)":/g, "$1: ")
        .replaceAll(",", ", ")};
const run = timeline(scalarMlp, config);
const {state, metrics} = run.at(${step});
console.log(metrics.validationLoss, metrics.validationAccuracy);
console.log(state.params[0][0]); // weights and bias of the first neuron
console.log(gradientsOf(config)(state.params, pointsOf(config).train).gradients[0][0]);${fork === null ? "" : other}`;
    },
    rows: ({time: {fork}}, {first, second}) =>
      first.history.map((metrics, step) => {
        const there = fork !== null && step >= fork ? second?.history[step] : undefined;
        return {
          step,
          ...metrics,
          forkValidationLoss: there?.validationLoss,
          forkValidationAccuracy: there?.validationAccuracy
        };
      })
  });
}
