import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {slider, toggle} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {grown} from "../model/depthForms.js";

interface Value {
  readonly layers: number;
  readonly added: number;
  readonly scaled: boolean;
}

/** How long the stream becomes, by theory, and what a part’s answer is beside it. */
export function streamGrowth(name = "stream-growth") {
  const size = ({layers, added, scaled}: Value): number => (scaled ? added / Math.sqrt(2 * layers) : added);
  const streamOf = (value: Value): readonly number[] =>
    grown(2 * value.layers, size(value)).filter((_, i) => i % 2 === 0);
  return figure<Value>({
    name,
    title: "How long the stream becomes",
    caption:
      "A stream that begins with a root mean square of 1. Each block has two parts, and each adds numbers of the chosen size at right angles to all that is there, as random matrices nearly do. The lower line is how long a part’s answer is beside the stream that it is added to. Add blocks, and divide what is added by √2L.",
    controls: {
      layers: slider([1, 100], {label: "Blocks", value: 24}),
      added: slider([0.1, 2], {label: "A part adds", value: 1, step: 0.1, format: (x) => x.toFixed(1)}),
      scaled: toggle({label: "Divide by √2L"})
    },
    draw: (value, {width}) => {
      const stream = streamOf(value);
      const lines = [
        {text: "stream", meaning: "attention", points: stream.map((y, i): Point => [i, y])},
        {text: "a part’s share", meaning: "query", points: stream.map((y, i): Point => [i, size(value) / y])}
      ];
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          marginRight: 104,
          x: {domain: [0, value.layers], label: "Blocks"},
          y: {domain: [0, Math.max(2, stream.at(-1)! * 1.05)], label: "Root mean square"},
          marks: [
            ...lines.map(({points, meaning, text}) => line(points, {meaning, name: text})),
            ends(lines.map(({points, meaning, text}) => ({text, meaning, x: points.at(-1)![0], y: points.at(-1)![1]})))
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `After ${value.layers} ${value.layers === 1 ? "block" : "blocks"} the stream is ${stream.at(-1)!.toFixed(2)}; a part then adds ${(size(value) / stream.at(-1)!).toFixed(3)} of it`
        )
      );
    },
    describe: (value) =>
      `${value.layers} blocks whose parts add numbers of size ${size(value).toFixed(3)}: the stream grows from 1 to ${streamOf(value).at(-1)!.toFixed(2)}, and a part’s answer falls from ${size(value).toFixed(3)} of the stream to ${(size(value) / streamOf(value).at(-1)!).toFixed(3)}.`,
    code: ({
      layers,
      added,
      scaled
    }) => `import {add, affine, key, mean, randomNormal, splitKey, square} from "llm-first-principles/tensor";

const [layers, size] = [${layers}, ${scaled ? `${added} / Math.sqrt(2 * ${layers})` : added}];
const keys = splitKey(key(1), 2 * layers + 1);
let x = randomNormal(keys[0], [1000]);
for (let i = 1; i <= 2 * layers; i++) {
  x = add(x, affine(randomNormal(keys[i], [1000]), size, 0)); // a part’s answer is at right angles, nearly
  if (i % 2 === 0) console.log(i / 2, Math.sqrt(mean(square(x)).data[0]));
}`,
    rows: (value) => streamOf(value).map((stream, block) => ({block, stream, share: size(value) / stream}))
  });
}
