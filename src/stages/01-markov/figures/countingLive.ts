import type {CorpusText} from "/lib/index.js";
import type {SmoothingSpec} from "/lib/stages/markov.js";
import {chart, ends, level, line, moment, type Point} from "../../../components/chart/chart.js";
import {select, slider} from "../../../components/figure/controls.js";
import {loadCorpus} from "../../../components/corpus/corpora.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import type {Moment} from "../../../components/figure/moment.js";
import {scrubber} from "../../../components/figure/scrubber.js";
import {counting, type Future} from "./countingRun.js";

const STEPS = 60;
const HELD_OUT = 0.1;
const SCORED = 4000;

type Text = "opening" | "moby-dick";
type Method = "kneser-ney" | "modified-kneser-ney" | "absolute-discounting" | "jelinek-mercer" | "add-k" | "none";

interface Value {
  readonly text: Text;
  readonly order: number;
  readonly method: Method;
  readonly other: Method;
  readonly time: Moment;
}

interface Result {
  readonly first: Future;
  readonly second: Future | undefined;
}

const METHODS: readonly Method[] = [
  "kneser-ney",
  "modified-kneser-ney",
  "absolute-discounting",
  "jelinek-mercer",
  "add-k",
  "none"
];
const NAMES: Readonly<Record<Method, string>> = {
  "kneser-ney": "Kneser–Ney",
  "modified-kneser-ney": "modified KN",
  "absolute-discounting": "discounting",
  "jelinek-mercer": "equal mixture",
  "add-k": "add one",
  none: "none"
};
const SHORT: Readonly<Record<Method, string>> = {
  ...NAMES,
  "modified-kneser-ney": "mod. KN",
  "jelinek-mercer": "mixture"
};
const TITLES: Readonly<Record<Text, string>> = {opening: "Moby Dick, the opening", "moby-dick": "Moby Dick, whole"};

const specOf = (method: Method): SmoothingSpec => ({method});
const batchSize = (text: string): number => Math.ceil((text.length * (1 - HELD_OUT)) / STEPS);
const bits = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : "infinitely many");
const tail = (text: string): string => text.replaceAll("\n", " ").trim();

/** A model that counts, while it reads: held-out bits per character fall, contexts grow, and it writes at any moment. */
export function countingLive(opening: CorpusText, name = "counting-live") {
  const loaded = new Map<Text, CorpusText>([["opening", opening]]);
  const runs = counting();
  const time = scrubber({steps: STEPS, step: STEPS, pace: 8, label: "Chunks read"});
  time.value = {step: STEPS, fork: 20};

  const lines = (future: Future, key: "batchBitsPerCharacter" | "validationBitsPerCharacter"): readonly Point[] =>
    future.history.map((metrics) => [metrics.tokens, metrics[key]]);

  return figure<Value, Result>({
    name,
    wide: true,
    title: "Counting, live",
    caption:
      "The text is read in sixty chunks, in a worker. Thin: bits per character of the next chunk, measured before it is counted. Thick: of held-out text. At a fork a second future begins with the same counts and another smoothing, dashed; another order needs other counts, so it is another run. Levels: what a model reaches that knows nothing, and one that knows how frequent each character is.",
    source: ({text}) => loaded.get(text),
    controls: {
      text: select<Text>(["opening", "moby-dick"], {label: "Text", format: (id) => TITLES[id]}),
      order: slider([0, 5], {label: "Order", value: 3}),
      method: select<Method>(METHODS, {label: "Smoothing", format: (method) => NAMES[method]}),
      other: select<Method>(METHODS, {label: "After the fork", value: "add-k", format: (method) => NAMES[method]}),
      time
    },
    compute: async ({text, order, method, other, time: {step, fork}}, work) => {
      const corpus = await loadCorpus(text);
      loaded.set(text, corpus);
      const config = {
        corpus: corpus.text,
        order,
        smoothing: specOf(method),
        batchSize: batchSize(corpus.text),
        validation: HELD_OUT,
        scored: SCORED
      };
      const second = fork === null ? undefined : {from: fork, key: other, change: {smoothing: specOf(other)}};
      return runs.ask({key: `${text} ${order} ${method}`, config, step, fork: second}, work);
    },
    draw: ({method, other, time: {step, fork}}, {width, result: {first, second}}) => {
      const {metrics, state} = first.frame;
      const {uniform, unigram, tokens} = state.baselines;
      time.computed(first.history.length - 1);
      const batch = lines(first, "batchBitsPerCharacter");
      const held = lines(first, "validationBitsPerCharacter");
      const dashed = second === undefined ? [] : lines(second, "validationBitsPerCharacter").slice(fork ?? 0);
      const finite = [...batch, ...held, ...dashed].map(([, y]) => y).filter(Number.isFinite);
      const least = Math.floor(2 * Math.min(...finite, unigram) - 0.2) / 2;
      const most = Math.min(8, Math.max(uniform + 0.4, ...finite.map((y) => y + 0.2)));
      const at = (list: readonly Point[]) => list.at(-1)?.[1] ?? NaN;
      const writes = (label: string, sample: string) =>
        element(
          "p",
          {className: "sample"},
          element("b", {}, `${label} `),
          sample === "" ? "nothing yet" : tail(sample)
        );
      return element(
        "div",
        {},
        chart({
          width,
          height: 340,
          marginRight: 132,
          x: {
            domain: [0, tokens],
            label: "Characters read",
            ticks: width < 560 ? 3 : 6,
            format: (v) => (v < 1000 ? String(v) : `${v / 1000}k`)
          },
          y: {domain: [least, most], label: "Bits per character"},
          marks: [
            level(uniform, `uniform, ${uniform.toFixed(2)}`),
            level(unigram, `frequencies alone, ${unigram.toFixed(2)}`),
            ...(fork !== null && fork <= step ? [moment(first.history[fork]?.tokens ?? 0)] : []),
            line(batch, {meaning: "loss-train", width: 1.25}),
            line(held, {meaning: "loss-validation", width: 2.75}),
            line(dashed, {meaning: "loss-validation", width: 2.75, dashed: true}),
            ends([
              {x: metrics.tokens, y: at(held), text: SHORT[method], meaning: "loss-validation"},
              ...(second === undefined
                ? []
                : [{x: metrics.tokens, y: at(dashed), text: `fork: ${SHORT[other]}`, meaning: "loss-validation"}]),
              ...(step < STEPS ? [{x: metrics.tokens, y: at(batch), text: "next chunk", meaning: "loss-train"}] : [])
            ])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `${metrics.tokens.toLocaleString("en")} of ${tokens.toLocaleString("en")} characters read · ${metrics.contexts.toLocaleString("en")} contexts stored · ${bits(metrics.validationBitsPerCharacter)} bits per held-out character`
        ),
        writes("It writes:", state.sample),
        ...(second === undefined ? [] : [writes("The fork writes:", second.frame.state.sample)])
      );
    },
    describe: ({text, order, method, other, time: {step, fork}}, {first, second}) => {
      const {metrics, state} = first.frame;
      const {uniform, unigram, tokens} = state.baselines;
      const future =
        second === undefined
          ? ""
          : ` A second future, forked at chunk ${fork ?? 0} with smoothing “${NAMES[other]}”, stands at ${bits(second.frame.metrics.validationBitsPerCharacter)}.`;
      return `${TITLES[text]}, order ${order}, smoothing “${NAMES[method]}”: after ${step} of ${STEPS} chunks (${metrics.tokens.toLocaleString("en")} of ${tokens.toLocaleString("en")} characters) the model stores ${metrics.contexts.toLocaleString("en")} contexts and needs ${bits(metrics.validationBitsPerCharacter)} bits for each held-out character; uniform guessing needs ${uniform.toFixed(2)}, frequencies alone ${unigram.toFixed(2)}.${future} It writes: “${tail(state.sample).slice(0, 80)}”.`;
    },
    code: ({order, method, other, time: {step, fork}}) => `import {timeline, seek} from "llm-first-principles";
import {markov} from "llm-first-principles/stages/markov";
import {of} from "rxjs";

const config = {corpus: text, order: ${order}, smoothing: {method: "${method}"}, batchSize: Math.ceil(0.9 * text.length / ${STEPS})};
const run = timeline(markov, config);
of(${step}).pipe(seek(run)).subscribe({
  next: ({step, metrics}) => console.log(step, metrics.tokens, metrics.validationBitsPerCharacter),
  complete: () => console.log(run.history(${step}).map((m) => m.validationBitsPerCharacter))
});${
      fork === null
        ? ""
        : `
const other = run.fork(${fork}, {smoothing: {method: "${other}"}}); // the same counts, another future
console.log(other.at(${step}).metrics.validationBitsPerCharacter);`
    }`,
    rows: ({time: {fork}}, {first, second}) =>
      first.history.map((metrics, step) => ({
        step,
        ...metrics,
        forkValidationBitsPerCharacter:
          fork !== null && step >= fork ? second?.history[step]?.validationBitsPerCharacter : undefined
      }))
  });
}
