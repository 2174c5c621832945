import {ground, ink, plot, withPlot} from "../components/chart/plot.js";
import {table} from "../components/chart/table.js";
import {element} from "../components/element.js";
import {choice} from "../components/figure/controls.js";
import {figure} from "../components/figure/figure.js";
import {digitsOf, modelsControl, signed, textControl, textNamed, unitControl} from "./languageModelControls.js";
import {
  inUnit,
  isDecided,
  MEANINGS,
  MODELS,
  pairIn,
  resultOf,
  student,
  TITLES,
  type ModelName,
  type TextResult,
  type Unit
} from "./languageModels.js";

const SIZES = ["bytes", "numbers"] as const;
type Size = (typeof SIZES)[number];

interface SizesValue {
  readonly text: string;
  readonly unit: Unit;
  readonly size: Size;
  readonly models: readonly ModelName[];
}

/** How large models are, and how good. */
export function modelSizes(texts: readonly TextResult[], name = "models-sizes") {
  const all = ({text: chosen, unit, size, models}: SizesValue) => {
    const text = textNamed(texts, chosen);
    return models.map((model) => {
      const result = resultOf(text, model);
      return {model, size: result[size], loss: inUnit(unit, text)(result.test)};
    });
  };
  return figure<SizesValue>({
    name,
    title: "Size against loss",
    caption:
      "Good models that are small lie at the lower left. A network keeps weights, of four bytes each; an n-gram keeps the counts of all its orders, with what it takes to find them.",
    wide: true,
    interactive: true,
    source: ({text}) => textNamed(texts, text).corpus,
    controls: {
      text: textControl(texts),
      unit: unitControl(),
      size: choice<Size>([...SIZES], {label: "Size in", format: (s) => (s === "bytes" ? "bytes" : "numbers kept")}),
      models: modelsControl()
    },
    draw: (value, {width}) => {
      const dots = all(value);
      const [xs, ys] = [dots.map(({size}) => size), dots.map(({loss}) => loss)];
      const [low, high] = [Math.min(...xs, 1e5), Math.max(...xs, 1e4)];
      return withPlot((P) =>
        plot(P, {
          width,
          height: 380,
          marginRight: 110,
          x: {
            type: "log",
            domain: [low / 1.3, high * 1.3],
            label: value.size === "bytes" ? "Bytes of the model" : "Numbers that the model keeps",
            ticks: [1e3, 3e3, 1e4, 3e4, 1e5, 3e5, 1e6, 3e6].filter((v) => v >= low / 1.3 && v <= high * 1.3),
            tickFormat: (v: number) => v.toLocaleString("en")
          },
          y: {domain: [Math.min(...ys, 9) * 0.98, Math.max(...ys, 0.1) * 1.02], label: `${value.unit}, test`},
          stops: [...dots]
            .sort((a, b) => a.size - b.size)
            .map(({model, size, loss}) => ({
              x: size,
              dots: [{y: loss, meaning: MEANINGS[model]}],
              lines: [
                TITLES[model],
                `${size.toLocaleString("en")} ${value.size}`,
                `${loss.toFixed(digitsOf(value.unit))} ${value.unit}`
              ]
            })),
          spoken: `${value.unit} by ${value.size}`,
          marks: [
            ...ground(P),
            P.dot(dots, {
              x: "size",
              y: "loss",
              r: 6,
              fill: ({model}: {readonly model: ModelName}) => ink(MEANINGS[model])
            }),
            P.text(dots, {
              x: "size",
              y: "loss",
              text: ({model}: {readonly model: ModelName}) => TITLES[model],
              dx: 11,
              textAnchor: "start",
              fill: ({model}: {readonly model: ModelName}) => ink(MEANINGS[model]),
              fontWeight: 600
            })
          ]
        })
      );
    },
    describe: (value) =>
      `${value.text}: ${all(value)
        .map(
          ({model, size, loss}) => `${TITLES[model]} ${loss.toFixed(3)} with ${size.toLocaleString("en")} ${value.size}`
        )
        .join("; ")}.`,
    rows: (value) =>
      all(value).map(({model, size, loss}) => ({text: value.text, model, [value.size]: size, [value.unit]: loss}))
  });
}

interface TableValue {
  readonly text: string;
  readonly unit: Unit;
}

/** All numbers of a text. */
export function modelTable(texts: readonly TextResult[], name = "models-table") {
  const rowsOf = ({text: chosen, unit}: TableValue) => {
    const text = textNamed(texts, chosen);
    const convert = inUnit(unit, text);
    return MODELS.map((model) => {
      const result = resultOf(text, model);
      const pair = pairIn(text, model, "ngram");
      const reach = student(text.observed) * result.error;
      const seeds = result.seeds.map(({test}) => convert(test));
      return {
        text: text.name,
        model: TITLES[model],
        about: result.about,
        unit,
        test: convert(result.test),
        low: convert(result.test - reach),
        high: convert(result.test + reach),
        chooses: convert(result.chooses),
        seedLeast: seeds.length === 0 ? "" : Math.min(...seeds),
        seedMost: seeds.length === 0 ? "" : Math.max(...seeds),
        beside: pair.difference,
        besideReach: student(text.observed) * pair.error,
        decided: model === "ngram" ? "" : isDecided(pair, text) ? "yes" : "no",
        numbers: result.numbers,
        bytes: result.bytes,
        multiplyAdds: result.multiplyAdds
      };
    });
  };
  type Row = ReturnType<typeof rowsOf>[number];
  return figure<TableValue>({
    name,
    title: "All numbers",
    caption:
      "The interval is over names or stretches, and the seeds are those of the networks: two kinds of doubt, of which neither contains the other. “Beside the n-gram” is the difference in nats per token, and “decided” says whether its 95% interval leaves out 0. The data can be had as CSV.",
    wide: true,
    interactive: true,
    source: ({text}) => textNamed(texts, text).corpus,
    controls: {text: textControl(texts), unit: unitControl()},
    draw: (value) => {
      const digits = digitsOf(value.unit);
      const text = textNamed(texts, value.text);
      const write = (v: number): string => v.toFixed(digits);
      const scroll = element(
        "div",
        {className: "scroll", tabIndex: 0, ariaLabel: "All models on one text"},
        table<Row>(rowsOf(value), [
          {label: "Model", value: ({model}) => model},
          {label: "What it is", value: ({about}) => about},
          {label: `Test, ${value.unit}`, value: ({test}) => test, format: write},
          {label: "95% interval", value: ({low, high}) => `${write(low)}\u00a0to\u00a0${write(high)}`},
          {label: "Half that chooses", value: ({chooses}) => chooses, format: write},
          {
            label: "Test of three seeds",
            value: ({seedLeast, seedMost}) =>
              seedLeast === "" ? "" : `${write(Number(seedLeast))}\u00a0to\u00a0${write(Number(seedMost))}`
          },
          {
            label: "Beside the n-gram",
            value: ({beside, besideReach, decided}) =>
              decided === "" ? "" : `${signed(beside)}\u00a0±\u00a0${besideReach.toFixed(3)}`
          },
          {label: "Decided", value: ({decided}) => decided},
          {label: "Numbers", value: ({numbers}) => numbers, format: (v) => v.toLocaleString("en")},
          {label: "Bytes", value: ({bytes}) => bytes, format: (v) => v.toLocaleString("en")},
          {
            label: "Multiply-adds per token",
            value: ({multiplyAdds}) => multiplyAdds,
            format: (v) => (v === 0 ? "" : v.toLocaleString("en"))
          }
        ])
      );
      scroll.setAttribute("role", "region");
      const {learned, tested, observed, observations, unknown} = text;
      return element(
        "div",
        {},
        scroll,
        element(
          "p",
          {className: "fig-note"},
          `${learned.toLocaleString("en")} tokens to learn from; the test has ${observed.toLocaleString("en")} ${observations} with ${tested.toLocaleString("en")} tokens; ${unknown} of them ${unknown === 1 ? "is" : "are"} not in the vocabulary.`
        )
      );
    },
    describe: (value) =>
      `${value.text}, ${value.unit}: ${rowsOf(value)
        .map(
          ({model, test, low, high, decided}) =>
            `${model} ${test.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})${decided === "" ? "" : `, difference from the n-gram decided: ${decided}`}`
        )
        .join("; ")}.`,
    rows: rowsOf
  });
}
