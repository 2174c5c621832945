import {chart, level, line, moment, type Mark, type Point} from "../../../components/chart/chart.js";
import {slider} from "../../../components/figure/controls.js";
import {element, svg} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {heat} from "../../../components/chart/heatmap.js";
import type {Moment} from "../../../components/figure/moment.js";
import {scrubber} from "../../../components/figure/scrubber.js";
import {chainPlan, type ChainPlan, type ChainTurn} from "../model/checkpointPlan.js";

interface Value {
  readonly steps: number;
  readonly k: number;
  readonly time: Moment;
}

const MOST = 36;
const LOOKS: Readonly<Record<ChainTurn["kind"], string>> = {forward: "ink", again: "model", back: "gradient"};
const said = ({kind, step}: ChainTurn): string =>
  kind === "forward"
    ? `forward: x${step} is computed from x${step - 1}`
    : kind === "again"
      ? `again: x${step} is computed from x${step - 1} a second time`
      : `back: the gradient of x${step - 1} is computed, with x${step - 1} at hand`;

/** What a backward pass keeps, forgets and computes again, in segments of any size. */
export function checkpointing() {
  const time = scrubber({steps: 3 * MOST, step: 3 * MOST, pace: 8, forks: false, label: "Turn"});
  const steps = slider([4, MOST], {label: "Steps, L", value: 16});
  const k = slider([1, MOST], {label: "Segment, k", value: 4});
  const follow = () => time.extent(chainPlan(steps.value, k.value).turns.length);
  for (const control of [steps, k]) control.addEventListener("input", follow);
  follow();

  return figure<Value, ChainPlan>({
    name: "checkpointing",
    title: "Forget now, compute again later",
    caption:
      "Time runs to the right, one step of the chain a turn. A bar shows how long a value stays in memory: dark, the first of a segment, which is kept; light, all others. Dots: a step forward (ink), the same step again (brown), a step back (red). Below, how many values are in memory at each turn.",
    controls: {steps, k, time},
    compute: ({steps, k}) => chainPlan(steps, k),
    draw: ({steps, time: {step}}, {width, result: {turns, stays, inMemory, peak, again}}) => {
      if (step > turns.length) follow();
      const now = Math.min(step, turns.length);
      const bars: Mark = ({x, y}) => {
        const tall = Math.max(3, Math.abs(y(1) - y(0)) - 2);
        return [
          ...stays
            .filter(({from}) => from < now)
            .map(({layer, from, until, kept}) =>
              svg("rect", {
                x: x(from),
                y: y(layer) - tall / 2,
                width: Math.max(1, x(Math.min(until, now)) - x(from) - 1),
                height: tall,
                style: `fill:${heat("model", kept ? 0.75 : 0.25)}`
              })
            ),
          ...turns.slice(0, now).map(({kind, step: at}, turn) =>
            svg("circle", {
              cx: x(turn + 0.5),
              cy: y(kind === "back" ? at - 1 : at),
              r: Math.min(4, tall / 2),
              style: `fill:var(--${LOOKS[kind]})`
            })
          )
        ];
      };
      const x = {domain: [0, turns.length] as const, label: "Turn"};
      const points = inMemory.slice(0, now).flatMap((count, turn): Point[] => [
        [turn, count],
        [turn + 1, count]
      ]);
      const last = now === 0 ? undefined : turns[now - 1];
      return element(
        "div",
        {},
        chart({width, height: 300, x, y: {domain: [steps, -0.7], label: "Value x", ticks: 5}, marks: [bars]}),
        chart({
          width,
          height: 170,
          x,
          y: {domain: [0, steps * 1.15], label: "Values in memory", ticks: 4},
          marks: [
            level(steps, `all kept: ${steps}`),
            ...(peak < steps ? [level(peak, `at most ${peak}, for ${again} steps again`)] : []),
            line(points, {meaning: "model"}),
            moment(now)
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          last === undefined
            ? "Nothing is computed yet."
            : `Turn ${now}, ${said(last)}. In memory: ${inMemory[now - 1] ?? 0}.`
        )
      );
    },
    describe: ({steps, k, time: {step}}, {turns, peak, again}) => {
      const now = Math.min(step, turns.length);
      const last = now === 0 ? undefined : turns[now - 1];
      return `A chain of ${steps} steps in segments of ${Math.min(k, steps)}. At most ${peak} values are in memory at once, instead of ${steps}; ${again} steps are computed a second time, ${((100 * again) / steps).toFixed(0)}% of a forward pass. ${last === undefined ? "Nothing is computed yet" : `Turn ${now} of ${turns.length}, ${said(last)}`}.`;
    },
    code: ({steps, k}) => `import {key} from "llm-first-principles";
import {checkpoint, grad, matmul, mean, randomNormal, tanh} from "llm-first-principles/tensor";

const w = randomNormal(key(1), [64, 64]);
const step = (w, x) => tanh(matmul(x, w));
const segment = checkpoint((w, x) => Array.from({length: ${Math.min(k, steps)}}).reduce((y) => step(w, y), x));
const loss = (w, x) => mean(Array.from({length: ${Math.ceil(steps / Math.min(k, steps))}}).reduce((y) => segment(w, y), x));
console.log(grad(loss)(w, randomNormal(key(2), [512, 64])));`,
    rows: (_, {turns, inMemory}) =>
      turns.map(({kind, step}, turn) => ({turn: turn + 1, kind, step, inMemory: inMemory[turn]}))
  });
}
