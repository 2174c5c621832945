import {withPlot} from "../components/chart/plot.js";
import {select} from "../components/figure/controls.js";
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
import {intervalPlot, type IntervalRow} from "./intervalPlot.js";

const ALL = "all texts";

interface DotsValue {
  readonly text: string;
  readonly unit: Unit;
  readonly models: readonly ModelName[];
}

/** A model's test loss in a unit, with the ends of its 95% interval. */
function intervalOf(text: TextResult, model: ModelName, unit: Unit) {
  const {test, error} = resultOf(text, model);
  const [convert, reach] = [inUnit(unit, text), student(text.observed) * error];
  return {low: convert(test - reach), at: convert(test), high: convert(test + reach)};
}

/** What each model makes of the test, with 95% intervals. */
export function modelDots(texts: readonly TextResult[], name = "models-dots") {
  const chosen = (text: string): readonly TextResult[] => (text === ALL ? texts : [textNamed(texts, text)]);
  const all = ({text, unit, models}: DotsValue) =>
    chosen(text).map((one) => ({
      text: one,
      rows: models.map((model) => ({model, ...intervalOf(one, model, unit)})).sort((a, b) => a.at - b.at)
    }));
  return figure<DotsValue>({
    name,
    title: "What each model makes of text that it has not seen",
    caption:
      "Lower is better, the best of each text on top. A bar is a 95% interval over names, or over stretches of a hundred characters: it says how far the number would move with other text of the same kind, and nothing of other seeds. Bars that overlap do not yet mean that a difference is undecided; the next figure tells.",
    wide: true,
    source: ({text}) => chosen(text)[0]!.corpus,
    controls: {text: textControl(texts, [ALL]), unit: unitControl(), models: modelsControl()},
    draw: (value, {width}) => {
      const digits = digitsOf(value.unit);
      const rows = all(value).flatMap(({text, rows}): readonly IntervalRow[] => [
        {name: text.name.charAt(0).toUpperCase() + text.name.slice(1)},
        ...rows.map(({model, low, at, high}) => ({
          name: TITLES[model],
          interval: {
            low,
            at,
            high,
            meaning: MEANINGS[model],
            text:
              width < 500
                ? at.toFixed(digits)
                : `${at.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`
          }
        }))
      ]);
      return withPlot((P) => intervalPlot(P, {width, label: value.unit, rows, marginRight: width < 500 ? 56 : 160}));
    },
    describe: (value) =>
      all(value)
        .map(({text, rows}) => {
          const told = rows.map(
            ({model, low, at, high}) => `${TITLES[model]} ${at.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`
          );
          return `${text.name}, ${value.unit}: ${told.join("; ")}.`;
        })
        .join(" "),
    rows: (value) =>
      all(value).flatMap(({text, rows}) => rows.map((row) => ({text: text.name, unit: value.unit, ...row})))
  });
}

interface PairsValue {
  readonly text: string;
  readonly beside: ModelName;
}

/** Each model beside one of them, observation by observation: which differences are decided. */
export function modelPairs(texts: readonly TextResult[], name = "models-pairs") {
  const all = ({text: chosen, beside}: PairsValue) => {
    const text = textNamed(texts, chosen);
    return MODELS.filter((model) => model !== beside)
      .map((model) => {
        const pair = pairIn(text, model, beside);
        return {model, ...pair, reach: student(text.observed) * pair.error, decided: isDecided(pair, text)};
      })
      .sort((a, b) => a.difference - b.difference);
  };
  const word = (decided: boolean): string => (decided ? "decided" : "undecided");
  return figure<PairsValue>({
    name,
    title: "Better, or lucky?",
    caption:
      "How many more nats per token each model pays than the one that you choose, both asked about the same names or stretches, with the 95% interval of the mean difference. Where a bar covers 0, this text does not decide between the two.",
    wide: true,
    source: ({text}) => textNamed(texts, text).corpus,
    controls: {
      text: textControl(texts),
      beside: select<ModelName>([...MODELS], {label: "Beside", format: (model) => TITLES[model]})
    },
    draw: (value, {width}) => {
      const rows = all(value).map(({model, difference, reach, decided}): IntervalRow => ({
        name: TITLES[model],
        interval: {
          low: difference - reach,
          at: difference,
          high: difference + reach,
          meaning: decided ? MEANINGS[model] : "ink-3",
          text: width < 500 ? signed(difference) : `${signed(difference)} ± ${reach.toFixed(3)}, ${word(decided)}`
        }
      }));
      return withPlot((P) =>
        intervalPlot(P, {
          width,
          label: `Nats per token more than ${TITLES[value.beside]}`,
          rows,
          rule: 0,
          marginRight: width < 500 ? 60 : 200
        })
      );
    },
    describe: (value) =>
      `${textNamed(texts, value.text).name}, beside ${TITLES[value.beside]}: ${all(value)
        .map(
          ({model, difference, reach, decided}) =>
            `${TITLES[model]} ${signed(difference)} ± ${reach.toFixed(3)} nats per token, ${word(decided)}`
        )
        .join("; ")}.`,
    rows: (value) => all(value).map((row) => ({text: value.text, beside: value.beside, ...row}))
  });
}
