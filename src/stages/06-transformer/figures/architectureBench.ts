import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {loadCorpus} from "../../../components/corpus/corpora.js";
import {element} from "../../../components/element.js";
import {action, choice, select} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {estimate} from "/lib/transformer.js";
import {
  BEFORE,
  EVERY,
  FORMS,
  RATES,
  SEEDS,
  STEPS,
  WITHIN,
  type ArchitectureRun,
  type ArchitectureRuns,
  type FormName
} from "../model/architectureForms.js";
import {differenceOf, intervalOf} from "../model/intervals.js";
import {ownCode} from "../model/ownCode.js";
import {OWN_BENDS, OWN_KEYS, OWN_POSITIONS, OWN_WINDOWS, ownForm, type Own} from "../model/ownForm.js";
import {trainForm} from "./architectureRunner.js";
import {intervalRows} from "./intervalRows.js";

type Show = "loss" | "difference";
type Rate = `${(typeof RATES)[number]}`;
type Seed = `${(typeof SEEDS)[number]}`;

interface Value extends Own {
  readonly show: Show;
  readonly form: FormName;
  readonly rate: Rate;
  readonly seed: Seed;
  readonly train: number;
}

/** A form that the reader has trained. */
interface Trained {
  /** What was chosen, its seed aside. */
  readonly key: string;
  readonly seed: Seed;
  readonly losses: readonly number[];
}

interface Result extends ArchitectureRuns {
  readonly own: readonly Trained[];
}

const names = Object.keys(FORMS) as readonly FormName[];
const last = (losses: readonly number[]): number => losses.at(-1)!;
const ending = ({losses}: ArchitectureRun): readonly number[] => losses.map(last);
const chosen = ({positions, norm, placement, bends, keys, window, rate}: Value): string =>
  [positions, norm, placement, bends, `keys ${keys}`, `window ${window}`, rate].join(", ");
const signed = (x: number): string => `${x < 0 ? "−" : "+"}${Math.abs(x).toFixed(3)}`;

/** Eight forms at one budget, and those that the reader adds. */
export function architectureBench(name = "architecture-bench") {
  const trained: Trained[] = [];
  let pressed = 0; // of the button’s presses, the last that was answered

  const find = ({runs}: Result, form: FormName): ArchitectureRun => runs.find((run) => run.name === form)!;
  const groups = ({own}: Result) =>
    [...new Set(own.map(({key}) => key))].slice(-3).map((key, i) => ({
      name: `yours ${i + 1}`,
      key,
      values: own.filter((one) => one.key === key).map(({losses}) => last(losses))
    }));

  const losses = (width: number, result: Result): SVGSVGElement => {
    const rows = [
      ...result.runs.map((run) => ({name: FORMS[run.name].name, meaning: "loss-validation", values: ending(run)})),
      ...groups(result).map(({name: title, values}) => ({name: title, meaning: "data", values}))
    ].map((row) => ({...row, ...intervalOf(row.values)}));
    const all = rows.flatMap(({values, mean, half}) => [...values, ...(half < 1 ? [mean - half, mean + half] : [])]);
    return intervalRows({
      width,
      rows,
      domain: [Math.min(...all) - 0.01, Math.max(...all) + 0.01],
      label: "Loss on held-out text, nats a letter"
    });
  };
  const differences = (width: number, result: Result): SVGSVGElement => {
    const rows = result.runs.flatMap((run) => {
      const before = BEFORE[run.name];
      if (before === undefined) return [];
      const [mine, theirs] = [ending(run), ending(find(result, before))];
      return [
        {
          name: FORMS[run.name].name,
          meaning: "loss-validation",
          values: mine.map((loss, i) => loss - theirs[i]!),
          ...differenceOf(mine, theirs)
        }
      ];
    });
    const all = rows.flatMap(({mean, half}) => [mean - half, mean + half]);
    return intervalRows({
      width,
      rows,
      domain: [Math.min(...all) - 0.01, Math.max(...all) + 0.01],
      label: "Difference to the form before it, nats",
      level: 0
    });
  };
  const curves = ({form}: Value, width: number, result: Result): SVGSVGElement => {
    const mean = ({losses: each}: ArchitectureRun): readonly Point[] =>
      each[0]!.map((_, i): Point => [i * EVERY, each.reduce((sum, one) => sum + one[i]!, 0) / each.length]);
    const before = BEFORE[form];
    const mine = groups(result).at(-1);
    const lines = [
      ...(before === undefined
        ? []
        : [{text: FORMS[before].name, meaning: "ink-3", points: mean(find(result, before)), dashed: false}]),
      {text: FORMS[form].name, meaning: "loss-validation", points: mean(find(result, form)), dashed: false},
      ...result.own
        .filter(({key}) => key === mine?.key)
        .map(({losses: each}, i, all) => ({
          text: i === all.length - 1 ? mine!.name : "", // one name for the runs of one form
          meaning: "data",
          points: each.map((y, i): Point => [i * EVERY, y]),
          dashed: true
        }))
    ];
    return chart({
      width,
      height: 280,
      marginRight: 140,
      x: {domain: [0, STEPS], label: "Step"},
      y: {domain: [1.8, 5], label: "Loss on held-out text, nats a letter", scale: "log", format: (y) => y.toFixed(1)},
      marks: [
        ...lines.map(({points, meaning, text, dashed}) => line(points, {meaning, name: text, dashed})),
        ends(lines.map(({points, meaning, text}) => ({text, meaning, x: STEPS, y: points.at(-1)![1]})))
      ]
    });
  };
  const told = (value: Value, result: Result): string => {
    const own = ownForm(value);
    const {parameters, flopsPerToken} = estimate({...own, vocabSize: result.vocabSize});
    const size = `Your form has ${parameters.total.toLocaleString("en")} parameters, of which a token meets ${parameters.active.toLocaleString("en")}, and costs ${Math.round(flopsPerToken.forward).toLocaleString("en")} operations a token; inside its ${own.experts! > 0 ? "experts" : "feed-forward layers"} it is ${own.hidden} wide.`;
    const done = groups(result);
    if (done.length === 0)
      return `${size} Press the button to train it with rate ${value.rate} and seed ${value.seed}.`;
    const ends = done.map(
      ({name: title, key, values}) => `${title} (${key}): ${values.map((x) => x.toFixed(3)).join(", ")}`
    );
    const next = result.own.some(({key, seed}) => key === chosen(value) && seed === value.seed)
      ? ` With rate ${value.rate} and seed ${value.seed} it is trained.`
      : ` With rate ${value.rate} and seed ${value.seed} it is not trained yet: press the button.`;
    return `${size}${next} Trained: ${ends.join("; ")}.`;
  };

  return figure<Value, Result>({
    name,
    wide: true,
    title: "Eight forms at one budget",
    caption: `Transformers of two layers of width 48 on Moby Dick, letter by letter: ${STEPS} steps of 16 windows of 64 letters, operations a token the same to within ${100 * WITHIN}%. Each form was given the best of three rates by a seed that does not count, and then trained with three others: rings are runs, the upright stroke their mean, the line a 95% interval. Differences are taken seed by seed, since equal seeds read equal batches. Put together a form of your own, and train it beside them.`,
    controls: {
      train: action({label: "Train your form"}),
      show: choice<Show>(["loss", "difference"], {
        label: "Show",
        format: (show) => (show === "loss" ? "losses" : "differences")
      }),
      form: select<FormName>(names, {label: "Course of", value: "rope", format: (form) => FORMS[form].name}),
      positions: select<Own["positions"]>(OWN_POSITIONS, {label: "Positions"}),
      bends: select<Own["bends"]>(OWN_BENDS, {label: "Feed-forward"}),
      keys: select<Own["keys"]>(OWN_KEYS, {label: "Heads of keys"}),
      window: select<Own["window"]>(OWN_WINDOWS, {
        label: "Window",
        format: (window) => (window === "0" ? "all" : window)
      }),
      norm: choice<"rms" | "layer">(["rms", "layer"], {label: "Norm"}),
      placement: choice<"pre" | "post">(["pre", "post"], {label: "Norms stand"}),
      rate: select<Rate>(
        RATES.map((rate): Rate => `${rate}`),
        {label: "Rate", value: "0.012"}
      ),
      seed: select<Seed>(
        SEEDS.map((seed): Seed => `${seed}`),
        {label: "Seed"}
      )
    },
    heavy: ({train}) => (train > pressed ? `trains ${STEPS} steps, about half a minute` : undefined),
    compute: async (value, work) => {
      const {value: kept} = await FileAttachment("../model/architectureRuns.json").json<{
        readonly value: ArchitectureRuns;
      }>();
      if (value.train > pressed) {
        const key = chosen(value);
        const known = trained.some((one) => one.key === key && one.seed === value.seed);
        if (!known) {
          const {text} = await loadCorpus("moby-dick");
          const config = {
            corpus: text,
            form: ownForm(value),
            learningRate: Number(value.rate),
            seed: Number(value.seed)
          };
          trained.push({key, seed: value.seed, losses: await trainForm(config, work)});
        }
      }
      pressed = value.train; // less than before where the reader went back
      return {...kept, own: [...trained]};
    },
    draw: (value, {width, result}) =>
      element(
        "div",
        {},
        value.show === "loss" ? losses(width, result) : differences(width, result),
        curves(value, width, result),
        element("p", {className: "fig-note"}, told(value, result))
      ),
    describe: (value, result) =>
      `${result.runs
        .map((run) => {
          const before = BEFORE[run.name];
          const {mean, half} = intervalOf(ending(run));
          const other = before === undefined ? undefined : differenceOf(ending(run), ending(find(result, before)));
          return `${FORMS[run.name].name}: ${mean.toFixed(3)} ± ${half.toFixed(3)} nats at rate ${run.rate}${other === undefined ? "" : `, ${signed(other.mean)} ± ${other.half.toFixed(3)} beside ${FORMS[before!].name}`}`;
        })
        .join("; ")}. ${told(value, result)}`,
    code: (value) => ownCode(value, Number(value.rate), Number(value.seed)),
    rows: (_, {runs}) =>
      runs.flatMap(({name: form, rate, losses: seeds}) =>
        seeds.flatMap((each, i) => each.map((loss, at) => ({form, rate, seed: SEEDS[i], step: at * EVERY, loss})))
      )
  });
}
