import {ground, ink, plot, withPlot} from "../components/chart/plot.js";
import {table} from "../components/chart/table.js";
import {element} from "../components/element.js";
import {choice} from "../components/figure/controls.js";
import {figure} from "../components/figure/figure.js";
import {writeNumber} from "../components/number.js";
import {frontier, marksOf, uniformBits, type Mark, type MoreModels} from "./curriculumModels.js";
import {textControl, textNamed} from "./languageModelControls.js";
import type {TextResult} from "./languageModels.js";
import {namesBeside} from "./namesBeside.js";
import {logTicks} from "./logTicks.js";

/** What is kept of all texts: the models of the dashboard of language models, and those beside them. */
interface CurriculumData {
  readonly texts: readonly TextResult[];
  readonly more: readonly MoreModels[];
}

const ALONG = ["parameters", "operations"] as const;
type Along = (typeof ALONG)[number];

const LABELS: Readonly<Record<Along, string>> = {
  parameters: "Numbers that the model keeps",
  operations: "Operations of its training"
};

interface ChartValue {
  readonly text: string;
  readonly along: Along;
}

/** Colors by stages: counts, networks of windows and memory, transformers. */
const meaningOf = ({stage}: Mark): string => (stage === 1 ? "data" : stage === 3 ? "model" : "attention");

const HEIGHT = 460;
const MARGIN = {left: 48, right: 24, top: 24, bottom: 40} as const;
const LETTER = 6.6; // pixels of a letter of a name, about

const textOf = ({texts, more}: CurriculumData, name: string) => {
  const text = textNamed(texts, name);
  const beside = more.find((one) => one.name === text.name)!;
  return {text, marks: marksOf(text, beside), uniform: uniformBits(text, beside)};
};

/** The longest text first, for it has most models. */
const longestFirst = ({texts}: CurriculumData): readonly TextResult[] => [...texts].reverse();

const inWords = (value: number): string =>
  value.toLocaleString("en", {notation: "compact", compactDisplay: "long", maximumSignificantDigits: 3});

const saidOf = ({title, bits, parameters, operations, counted}: Mark): string =>
  `${title} ${bits.toFixed(3)} with ${writeNumber(parameters, 3)} numbers and ${inWords(operations)} ${counted ? "additions" : "operations"}`;

/** The whole curriculum on one chart: bits per byte by what a model keeps, or by what learning it cost. */
export function curriculumChart(data: CurriculumData, name = "curriculum-chart") {
  return figure<ChartValue>({
    name,
    title: "Every model of the book",
    caption:
      "Bits per byte of the same test, and both axes by logarithms. Rings are counts, dots are networks, and transformers have the color of attention. The gray line joins those that no other has beaten with as little. Of networks, operations are the multiplications and additions of all steps until the one that was chosen; counting multiplies nothing, so a ring stands at its additions, one for each token and order.",
    wide: true,
    interactive: true,
    source: ({text}) => textNamed(data.texts, text).corpus,
    controls: {
      text: textControl(longestFirst(data)),
      along: choice<Along>([...ALONG], {
        label: "Along",
        format: (along) => (along === "parameters" ? "numbers kept" : "operations of training")
      })
    },
    draw: ({text: chosen, along}, {width}) => {
      const {marks, uniform} = textOf(data, chosen);
      const xs = marks.map((mark) => mark[along]);
      const x = [Math.min(...xs) / 1.6, Math.max(...xs) * 1.6] as const;
      const y = [
        Math.min(...marks.map(({bits}) => bits)) * 0.96,
        Math.max(uniform, ...marks.map(({bits}) => bits)) * 1.03
      ] as const;
      const inner = HEIGHT - MARGIN.top - MARGIN.bottom;
      const pixel = (bits: number): number => MARGIN.top + (inner * Math.log(y[1] / bits)) / Math.log(y[1] / y[0]);
      const across = (value: number): number =>
        MARGIN.left + ((width - MARGIN.left - MARGIN.right) * Math.log(value / x[0])) / Math.log(x[1] / x[0]);
      const places = namesBeside(
        marks.map((mark) => ({x: across(mark[along]), y: pixel(mark.bits), width: LETTER * mark.title.length})),
        {left: MARGIN.left, right: width, top: MARGIN.top, bottom: HEIGHT - MARGIN.bottom}
      );
      const ticks = [2, 2.5, 3, 3.5, 4, 5, 6].filter((bits) => bits >= y[0] && bits <= y[1]);
      return withPlot((P) =>
        plot(P, {
          width,
          height: HEIGHT,
          marginLeft: MARGIN.left,
          marginRight: MARGIN.right,
          marginTop: MARGIN.top,
          marginBottom: MARGIN.bottom,
          x: {type: "log", domain: [...x], label: LABELS[along], ticks: 6, tickFormat: logTicks([1])},
          y: {type: "log", domain: [...y], label: "Bits per byte, test", ticks, tickFormat: (v: number) => String(v)},
          stops: [...marks]
            .sort((a, b) => a[along] - b[along])
            .map((mark) => ({
              x: mark[along],
              dots: [{y: mark.bits, meaning: meaningOf(mark)}],
              lines: [mark.title, `${mark.bits.toFixed(3)} bits per byte`, `${inWords(mark[along])} ${along}`]
            })),
          spoken: `bits per byte by ${along}`,
          marks: [
            ...ground(P, ticks),
            P.ruleY([uniform], {stroke: ink("ink-2"), strokeDasharray: "4 4"}),
            P.text([uniform], {
              y: (v: number) => v,
              text: () => "has learned nothing",
              frameAnchor: "right",
              dy: -8,
              fill: ink("ink-2")
            }),
            P.line(frontier(marks, along), {x: along, y: "bits", stroke: ink("ink-3"), strokeWidth: 1.5}),
            P.dot(
              marks.filter(({counted}) => counted),
              {
                x: along,
                y: "bits",
                r: 5.5,
                stroke: (mark: Mark) => ink(meaningOf(mark)),
                strokeWidth: 2.5,
                fill: ink("paper")
              }
            ),
            P.dot(
              marks.filter(({counted}) => !counted),
              {x: along, y: "bits", r: 6, fill: (mark: Mark) => ink(meaningOf(mark))}
            ),
            ...marks.flatMap((mark, i) => {
              const place = places[i];
              return place === undefined
                ? []
                : P.text([mark], {
                    x: along,
                    y: "bits",
                    text: "title",
                    ...place,
                    fill: ink(meaningOf(mark)),
                    stroke: ink("paper"),
                    strokeWidth: 3,
                    fontWeight: 600
                  });
            })
          ]
        })
      );
    },
    describe: ({text, along}) => {
      const {marks, uniform} = textOf(data, text);
      const best = frontier(marks, along).map(({title}) => title);
      return `${text}, bits per byte of the test: ${marks.map(saidOf).join("; ")}. A model that has learned nothing needs ${uniform.toFixed(3)}. By ${along}, none has beaten these with as little: ${best.join(", ")}.`;
    },
    rows: ({text}) => textOf(data, text).marks.map((mark) => ({text, ...mark}))
  });
}

/** The same models in numbers. */
export function curriculumTable(data: CurriculumData, name = "curriculum-table") {
  const rowsOf = (text: string) => [...textOf(data, text).marks].sort((a, b) => a.bits - b.bits);
  return figure<{readonly text: string}>({
    name,
    title: "The same in numbers",
    caption:
      "The best first. The numbers of an n-gram are the counts of its order and of all below. Their additions and the operations of networks are not of one kind; so are the costs of a machine, on which an addition that looks something up may be dearer than a multiplication.",
    wide: true,
    interactive: true,
    source: ({text}) => textNamed(data.texts, text).corpus,
    controls: {text: textControl(longestFirst(data))},
    draw: ({text}) => {
      const scroll = element(
        "div",
        {className: "scroll", tabIndex: 0, ariaLabel: "All models of the book on one text"},
        table<Mark>(rowsOf(text), [
          {label: "Model", value: ({title}) => title},
          {label: "Stage", value: ({stage}) => stage},
          {label: "What it is", value: ({about}) => about},
          {label: "Bits per byte, test", value: ({bits}) => bits, format: (v) => v.toFixed(3)},
          {label: "Numbers kept", value: ({parameters}) => parameters, format: (v) => v.toLocaleString("en")},
          {
            label: "Training",
            value: ({operations, counted}) => `${inWords(operations)} ${counted ? "additions" : "operations"}`
          }
        ])
      );
      scroll.setAttribute("role", "region");
      return scroll;
    },
    describe: ({text}) => `${text}, bits per byte of the test, the best first: ${rowsOf(text).map(saidOf).join("; ")}.`,
    rows: ({text}) => rowsOf(text).map((mark) => ({text, ...mark}))
  });
}
