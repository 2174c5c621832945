import {FileAttachment} from "observablehq:stdlib";
import {chart, moment, note, type Mark} from "../../../components/chart/chart.js";
import {element, svg} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {gradientFates, type GradientSize} from "../../../components/lossScale.js";

interface Value {
  readonly power: number;
}

const [LOW, HIGH] = [-44, 24];
const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 && share > 0 ? 1 : 0)}%`;

/** Sizes of a gradient's numbers, moved by a factor through what float16 can hold. */
export function gradientWindow(name = "gradient-window") {
  const told = ({power}: Value, sizes: readonly GradientSize[]): string => {
    const {lost, coarse, infinite} = gradientFates(sizes, power);
    return `${percent(lost)} become 0, ${percent(coarse)} are subnormal, ${percent(infinite)} are infinite.`;
  };
  return figure<Value, readonly GradientSize[]>({
    name,
    title: "Through the window of float16",
    caption:
      "How large the numbers of the network’s gradient are, after 400 steps, by powers of two, and times a factor that you choose. Between the upright lines float16 holds them with all of its 11 bits; to the left with fewer and fewer, and beyond the third line as 0. On the far right it has no numbers any more. Measured when the book was made.",
    controls: {
      power: slider([-24, 26], {
        label: "Times 2 to the",
        value: 0,
        step: 1,
        format: (v) => String(v).replace("-", "−")
      })
    },
    compute: async () =>
      (
        await FileAttachment("../model/lowPrecision.json").json<{
          readonly value: {readonly gradients: readonly GradientSize[]};
        }>()
      ).value.gradients,
    draw: (value, {width, result}) => {
      const total = result.reduce((sum, {count}) => sum + count, 0);
      return element(
        "div",
        {},
        chart({
          width,
          height: 280,
          readable: false,
          x: {domain: [LOW, HIGH], label: "Size, as a power of two"},
          y: {domain: [0, 0.2], label: "Share of the numbers", format: (v) => `${Math.round(100 * v)}%`},
          marks: [
            bins(result, value.power, total),
            moment(-25),
            moment(-14),
            moment(16),
            note([-34.5, 0.185], "0", {"text-anchor": "middle"}),
            note([-19.5, 0.185], width < 500 ? "fewer" : "fewer bits", {"text-anchor": "middle"}),
            note([1, 0.185], "11 bits", {"text-anchor": "middle"}),
            note([20, 0.185], "∞", {"text-anchor": "middle"})
          ]
        }),
        element("p", {className: "fig-note"}, `Of all numbers that are not 0, ${told(value, result)}`)
      );
    },
    describe: (value, sizes) => `Gradients times 2 to the ${value.power}: ${told(value, sizes)}`,
    rows: ({power}, sizes) => sizes.map(({exponent, count}) => ({exponent: exponent + power, count}))
  });
}

const bins =
  (sizes: readonly GradientSize[], power: number, total: number): Mark =>
  ({x, y, left, right}) =>
    sizes
      .map(({exponent, count}) => ({from: x(exponent + power), to: x(exponent + power + 1), top: y(count / total)}))
      .filter(({from, to}) => from >= left - 0.5 && to <= right + 0.5)
      .map(({from, to, top}) =>
        svg("rect", {
          x: from + 0.5,
          width: Math.max(1, to - from - 1),
          y: top,
          height: y(0) - top,
          style: "fill:var(--gradient)"
        })
      );
