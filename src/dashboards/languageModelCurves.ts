import {chart, dotsAt, ends, level, line, type Point} from "../components/chart/chart.js";
import {choice} from "../components/figure/controls.js";
import {figure} from "../components/figure/figure.js";
import {writeNumber} from "../components/number.js";
import {digitsOf, modelsControl, textControl, textNamed, unitControl} from "./languageModelControls.js";
import {
  inUnit,
  MEANINGS,
  MODELS,
  resultOf,
  TITLES,
  type ModelName,
  type TextResult,
  type Unit
} from "./languageModels.js";
import {logTicks} from "./logTicks.js";

const WORKS = ["tokens read", "multiply-adds", "steps"] as const;
type Work = (typeof WORKS)[number];

interface CurvesValue {
  readonly text: string;
  readonly unit: Unit;
  readonly work: Work;
  readonly models: readonly ModelName[];
}

const NETWORKS = MODELS.filter((model) => model !== "ngram");
const BACKWARD = 3; // a step forth and back is about three times the work of a prediction

const perStep = (text: TextResult, model: ModelName, work: Work): number => {
  const {tokensPerStep, multiplyAdds} = resultOf(text, model);
  return work === "steps" ? 1 : work === "tokens read" ? tokensPerStep : BACKWARD * multiplyAdds * tokensPerStep;
};

/** How networks learn, by what it costs them, and the level that counting has. */
export function modelCurves(texts: readonly TextResult[], name = "models-curves") {
  const all = ({text: chosen, unit, work, models}: CurvesValue) => {
    const text = textNamed(texts, chosen);
    const convert = inUnit(unit, text);
    const scale = (model: ModelName): number => perStep(text, model, work);
    return {
      text,
      level: convert(resultOf(text, "ngram").chooses),
      curves: models.map((model) => {
        const {looks, chooses} = resultOf(text, model);
        const found = looks.find(({loss}) => loss === Math.min(...looks.map((look) => look.loss)))!;
        return {
          model,
          points: looks.slice(1).map(({step, loss}): Point => [step * scale(model), convert(loss)]),
          best: [found.step * scale(model), convert(chooses)] as Point
        };
      })
    };
  };
  return figure<CurvesValue>({
    name,
    title: "What learning costs",
    caption:
      "The half of the held-out text that chooses, as each network learns; the dot is the look that was chosen. The line across is what counting comes to on the same half, after reading the text once. A step forth and back is reckoned as three times the multiply-adds of a prediction. Curves above the chart are left out.",
    wide: true,
    interactive: true,
    source: ({text}) => textNamed(texts, text).corpus,
    controls: {
      text: textControl(texts),
      unit: unitControl(),
      work: choice<Work>([...WORKS], {label: "Along"}),
      models: modelsControl(NETWORKS)
    },
    draw: (value, {width}) => {
      const {level: counting, curves} = all(value);
      const least = Math.min(counting, ...curves.map(({best: [, y]}) => y));
      const top = least * (value.unit === "perplexity" ? 2.6 : 1.5);
      const xs = curves.flatMap(({points}) => points.map(([x]) => x));
      return chart({
        width,
        height: width < 800 ? 400 : 440,
        marginRight: 112,
        x: {
          domain: [Math.min(...xs, value.work === "steps" ? 1e3 : 1e6), Math.max(...xs, 1)],
          label: value.work.charAt(0).toUpperCase() + value.work.slice(1),
          scale: "log",
          format: logTicks([1])
        },
        y: {domain: [least * 0.97, top], label: `${value.unit}, half that chooses`, format: (v) => writeNumber(v, 3)},
        marks: [
          level(counting, `n-gram ${counting.toFixed(digitsOf(value.unit))}`),
          ...curves.map(({model, points}) =>
            line(
              points.map(([x, y]): Point => [x, y > top ? NaN : y]),
              {meaning: MEANINGS[model], width: 2, name: TITLES[model]}
            )
          ),
          ...curves.map(({model, best}) => dotsAt([best], MEANINGS[model], 5)),
          ends(
            curves.map(({model, points}) => ({
              x: points.at(-1)![0],
              y: Math.min(top, points.at(-1)![1]),
              text: TITLES[model],
              meaning: MEANINGS[model]
            }))
          )
        ]
      });
    },
    describe: (value) => {
      const {text, level, curves} = all(value);
      const told = curves.map(({model, best: [x, y]}) => `${TITLES[model]} ${y.toFixed(3)} after ${writeNumber(x, 3)}`);
      return `${text.name}, ${value.unit} of the half that chooses, by ${value.work}: the n-gram ${level.toFixed(3)}; ${told.join("; ")}.`;
    },
    rows: (value) =>
      all(value).curves.flatMap(({model, points}) =>
        points.map(([x, y]) => ({text: value.text, model, [value.work]: x, [value.unit]: y}))
      )
  });
}

interface LearnedValue {
  readonly unit: Unit;
  readonly models: readonly ModelName[];
}

/** One list in three sizes: what more text is worth to each model. */
export function modelsBySize(texts: readonly TextResult[], name = "models-by-size") {
  const sizes = texts.filter(({observations}) => observations === "names").sort((a, b) => a.learned - b.learned);
  const all = ({unit, models}: LearnedValue) =>
    models.map((model) => ({
      model,
      points: sizes.map((text): Point => [text.learned, inUnit(unit, text)(resultOf(text, model).test)])
    }));
  return figure<LearnedValue>({
    name,
    title: "What more text is worth",
    caption:
      "The same test names for all, and three lists to learn from. Each model is chosen anew for each list: the order of the n-gram, and when a network stops.",
    wide: true,
    interactive: true,
    source: () => sizes[0]!.corpus,
    controls: {unit: unitControl(), models: modelsControl()},
    draw: (value, {width}) => {
      const lines = all(value);
      const ys = lines.flatMap(({points}) => points.map(([, y]) => y));
      return chart({
        width,
        height: 400,
        marginRight: 112,
        x: {
          domain: [sizes[0]!.learned, sizes.at(-1)!.learned],
          label: "Tokens to learn from",
          scale: "log",
          format: logTicks(width < 500 ? [1, 3] : [1, 2, 3, 5])
        },
        y: {domain: [Math.min(...ys, 9) * 0.98, Math.max(...ys, 0.1) * 1.02], label: value.unit},
        marks: [
          ...lines.map(({model, points}) =>
            line(points, {meaning: MEANINGS[model], width: 2, dots: true, name: TITLES[model]})
          ),
          ends(
            lines.map(({model, points}) => ({
              x: points.at(-1)![0],
              y: points.at(-1)![1],
              text: TITLES[model],
              meaning: MEANINGS[model]
            }))
          )
        ]
      });
    },
    describe: (value) =>
      all(value)
        .map(
          ({model, points}) =>
            `${TITLES[model]}: ${points.map(([x, y]) => `${y.toFixed(3)} from ${x.toLocaleString("en")} tokens`).join(", ")}`
        )
        .join("; "),
    rows: (value) =>
      all(value).flatMap(({model, points}) => points.map(([learned, y]) => ({model, learned, [value.unit]: y})))
  });
}
