import {element} from "../../../components/element.js";
import {table} from "../../../components/chart/table.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";

interface State {
  readonly step: number;
  readonly sum: number;
}

interface Value {
  readonly way: "a new value" | "in place";
  readonly steps: number;
}

const CODE: Readonly<Record<Value["way"], string>> = {
  "a new value": "state = {...state, step: state.step + 1, sum: state.sum + 5}",
  "in place": "state.step += 1; state.sum += 5"
};

/** What was kept of each step: states of their own, or the same one again and again. */
function kept({way, steps}: Value): readonly State[] {
  if (way === "a new value") return Array.from({length: steps + 1}, (_, step) => ({step, sum: 5 * step}));
  const state = {step: 0, sum: 0};
  const history = [state];
  for (let i = 0; i < steps; i++) {
    state.step += 1;
    state.sum += 5;
    history.push(state);
  }
  return history;
}

/** A history of states that were made anew, and one of a single state that was changed. */
export const twoHistories = (name = "two-histories") =>
  figure<Value>({
    name,
    title: "A past that stays, and one that is overwritten",
    caption:
      "After each step the program puts its state on a list, to be able to look back. If each step makes a new value, the list is a history. If the state is changed in place, the list holds one thing many times, and the past is gone.",
    controls: {
      way: choice<Value["way"]>(["a new value", "in place"], {label: "Each step makes"}),
      steps: slider([1, 6], {label: "Steps", value: 3})
    },
    draw: (value) =>
      element(
        "div",
        {},
        element("p", {className: "fig-note"}, element("code", {}, CODE[value.way])),
        table(
          kept(value).map((state, i) => ({place: `history[${i}]`, ...state})),
          [
            {label: "On the list", value: ({place}) => place},
            {label: "step", value: ({step}) => step},
            {label: "sum", value: ({sum}) => sum}
          ]
        )
      ),
    describe: (value) =>
      `After ${value.steps} steps with ${value.way}, the list holds ${kept(value)
        .map(({step, sum}) => `step ${step} with sum ${sum}`)
        .join(", ")}.`,
    code: ({way, steps}) => `let state = {step: 0, sum: 0};
const history = [state];
for (let i = 0; i < ${steps}; i++) {
  ${CODE[way]};
  history.push(state);
}
console.log(history);`
  });
