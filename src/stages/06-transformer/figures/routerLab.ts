import {bars} from "../../../components/chart/bars.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {balanced, route, type Routed} from "../model/router.js";
import {drawnLogits, RATE, TOKENS} from "../model/routerTokens.js";

interface Value {
  readonly experts: number;
  readonly k: "1" | "2";
  readonly sure: number;
  readonly tilt: number;
  readonly steps: number;
}

const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;

/** A router whose tokens all like one expert best, and what balance alone makes of it. */
export function routerLab(name = "router-lab") {
  return figure<Value, Routed>({
    name,
    title: "Everybody to the first",
    caption: `${TOKENS} tokens whose scores for each expert are drawn at random; the tilt is added to those for the first. Filled: the share of tokens that go to an expert. Outlined: its mean probability, times the experts of a token. Then take steps down the slope of the load-balancing loss alone, and see which of the two moves. Synthetic tokens.`,
    controls: {
      experts: slider([2, 8], {label: "Experts", value: 4}),
      k: choice<"1" | "2">(["1", "2"], {label: "Of a token"}),
      sure: slider([0.1, 3], {label: "How sure", value: 1, step: 0.1, format: (x) => x.toFixed(1)}),
      tilt: slider([0, 3], {label: "Tilt", value: 2, step: 0.1, format: (x) => x.toFixed(1)}),
      steps: slider([0, 100], {label: "Steps of balance", value: 0})
    },
    compute: ({experts, k, sure, tilt, steps}) =>
      route(balanced(drawnLogits(experts, sure, tilt), Number(k), RATE, steps), Number(k)),
    draw: ({k}, {width, result: {used, wanted, loss}}) =>
      element(
        "div",
        {},
        bars({
          width,
          height: 260,
          bars: used.map((value, e) => ({name: String(e + 1), value, outline: Number(k) * wanted[e]!})),
          label: "Share of tokens",
          meaning: "model",
          outlined: "probability",
          max: 1.02
        }),
        element(
          "p",
          {className: "fig-note"},
          `Loss ${loss.toFixed(3)}, where all are used alike ${k} · the busiest expert has ${percent(Math.max(...used))} of the tokens, the idlest ${percent(Math.min(...used))}; alike would be ${percent(Number(k) / used.length)}`
        )
      ),
    describe: ({steps}, {used, wanted, loss}) =>
      `After ${steps} steps the load-balancing loss is ${loss.toFixed(3)}. ${used
        .map(
          (share, e) => `Expert ${e + 1} has ${percent(share)} of the tokens, mean probability ${percent(wanted[e]!)}`
        )
        .join("; ")}.`,
    code: ({experts, k, sure, tilt}) => `import {key, normal} from "llm-first-principles";
import {mixtureOfExperts, tensor, zeros} from "llm-first-principles/tensor";

const [tokens, experts] = [${TOKENS}, ${experts}];
const scores = Array.from({length: tokens}, (_, t) =>
  Array.from({length: experts}, (_, e) => ${sure} * normal(key(5), t * 8 + e) + (e === 0 ? ${tilt} : 0)));
// a token that is 1 in a place of its own meets that row of the router
const x = tensor(scores.map((_, t) => scores.map((_, s) => (s === t ? 1 : 0))));
const [gate, up, down] = [[tokens, 1], [tokens, 1], [1, tokens]].map((shape) => zeros([experts, ...shape]));
const {chosenExperts, loadBalancingLoss} = mixtureOfExperts(x, {router: tensor(scores), gate, up, down}, {topK: ${k}});
console.log(loadBalancingLoss.data[0], chosenExperts.filter((list) => list.includes(0)).length / tokens);`,
    rows: (_, {used, wanted}) => used.map((share, e) => ({expert: e + 1, share, probability: wanted[e]}))
  });
}
