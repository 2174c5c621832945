import {heldOut, toBits, type CorpusText} from "/lib/index.js";
import {countNgrams, jelinekMercerEm, type JelinekMercerState} from "/lib/stages/markov.js";
import {chart, dotsAt, ends, line, moment, type Point} from "../../../components/chart/chart.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure, type Work} from "../../../components/figure/figure.js";
import type {Moment} from "../../../components/figure/moment.js";
import {scrubber} from "../../../components/figure/scrubber.js";

type Start = "equal" | "mostly uniform" | "mostly longest";

interface Value {
  readonly order: number;
  readonly start: Start;
  readonly time: Moment;
}

const STEPS = 30;
const HELD = 5000;
const meanings = ["loss-train", "data", "probability", "model", "gradient", "loss-validation"];

function startOf(start: Start, order: number): readonly number[] {
  const K = order + 2;
  const favored = start === "mostly uniform" ? 0 : K - 1;
  return Array.from({length: K}, (_, k) => (start === "equal" ? 1 / K : k === favored ? 0.9 : 0.1 / (K - 1)));
}

const nameOf = (k: number): string => (k === 0 ? "uniform" : k === 1 ? "unigram" : `${k - 1} back`);

/** EM of interpolation weights: where the weights go, and how the held-out likelihood rises, iteration by iteration. */
export function emWeights(corpus: CorpusText) {
  const {tokenizer, train, held} = heldOut(corpus.text);
  const known = new Map<string, readonly JelinekMercerState[]>();
  const states = async ({order, start}: Value, {signal}: Work): Promise<readonly JelinekMercerState[]> => {
    const key = `${order} ${start}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const breathe = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
    };
    await breathe();
    const counts = countNgrams([{ids: train}], {order, vocabSize: tokenizer.vocabulary.tokens.length});
    await breathe();
    const em = jelinekMercerEm(counts, held.subarray(0, HELD), startOf(start, order));
    const all = [em.initial];
    for (let state = em.initial, i = 0; i < STEPS; i++) {
      all.push((state = em.step(state)));
      if (i % 2 === 1) await breathe();
    }
    known.set(key, all);
    return all;
  };
  const bits = ({logLikelihood}: JelinekMercerState, order: number): number => toBits(-logLikelihood / (HELD - order));

  return figure<Value, readonly JelinekMercerState[]>({
    name: "em-weights",
    title: "EM finds the weights",
    caption: `Above: the share of each length of context in the mixture. Below: what ${HELD.toLocaleString("en")} held-out characters of the opening cost under these weights, in bits per character. The cost never rises.`,
    source: corpus,
    controls: {
      order: slider([1, 4], {label: "Order", value: 3, step: 1}),
      start: choice<Start>(["equal", "mostly uniform", "mostly longest"], {label: "Weights at first"}),
      time: scrubber({steps: STEPS, step: 5, pace: 5, forks: false, label: "Iteration of EM"})
    },
    compute: states,
    draw: ({order, time}, {width, result}) => {
      const K = order + 2;
      const curve = (k: number) => result.map(({weights}, i): Point => [i, weights[k] ?? 0]);
      const costs = result.map((state, i): Point => [i, bits(state, order)]);
      const [least, most] = [Math.min(...costs.map(([, y]) => y)), Math.max(...costs.map(([, y]) => y))];
      const x = {domain: [0, STEPS] as const, label: "Iteration"};
      const now = result[time.step];
      const weights = chart({
        width,
        height: 290,
        marginRight: 76,
        x,
        y: {domain: [0, 1], label: `Weight: ${(now?.weights ?? []).map((w) => w.toFixed(2)).join(" · ")}`},
        marks: [
          moment(time.step),
          ...Array.from({length: K}, (_, k) =>
            line(curve(k), {meaning: meanings[k] ?? "model", width: k === K - 1 ? 3.5 : 2})
          ),
          ...Array.from({length: K}, (_, k) => dotsAt([[time.step, now?.weights[k] ?? 0]], meanings[k] ?? "model")),
          ends(
            Array.from({length: K}, (_, k) => ({
              x: STEPS,
              y: result.at(-1)?.weights[k] ?? 0,
              text: nameOf(k),
              meaning: meanings[k] ?? "model"
            }))
          )
        ]
      });
      const margin = Math.max(0.02, (most - least) * 0.1);
      const cost = chart({
        width,
        height: 190,
        marginRight: 76,
        x,
        y: {
          domain: [least - margin, most + margin],
          label: `Bits per held-out character: ${bits(now ?? result[0] ?? {weights: [], logLikelihood: 0}, order).toFixed(4)}`,
          ticks: 4
        },
        marks: [
          moment(time.step),
          line(costs, {meaning: "loss-validation", width: 3.5}),
          dotsAt(costs.slice(time.step, time.step + 1), "loss-validation", 6)
        ]
      });
      return element("div", {}, weights, cost);
    },
    describe: ({order, start, time}, result) => {
      const [first, now, last] = [result[0], result[time.step], result.at(-1)];
      if (first === undefined || now === undefined || last === undefined) return "Nothing was computed.";
      const list = (state: JelinekMercerState) =>
        state.weights.map((w, k) => `${nameOf(k)} ${w.toFixed(3)}`).join(", ");
      return `Order ${order}, ${start} weights at first. After ${time.step} iterations: ${list(now)}; ${bits(now, order).toFixed(4)} bits per held-out character. At first it was ${bits(first, order).toFixed(4)}, after ${STEPS} iterations it is ${bits(last, order).toFixed(4)} with ${list(last)}.`;
    },
    code: ({order, time}) => `import {heldOut} from "llm-first-principles";
import {countNgrams, jelinekMercer, jelinekMercerEm} from "llm-first-principles/stages/markov";

const {tokenizer, train, held} = heldOut(text);
const shape = {order: ${order}, vocabSize: tokenizer.vocabulary.tokens.length};
const counts = countNgrams([{ids: train}], shape);
const em = jelinekMercerEm(counts, held.subarray(0, ${HELD}));
let state = em.initial;
for (let i = 0; i < ${time.step}; i++) state = em.step(state);
console.log(state.weights, state.logLikelihood);
const model = jelinekMercer({weights: state.weights})(counts);`,
    rows: ({order}, result) =>
      result.map((state, iteration) => ({
        iteration,
        ...Object.fromEntries(state.weights.map((w, k) => [nameOf(k), w])),
        logLikelihoodNats: state.logLikelihood,
        bitsPerCharacter: bits(state, order)
      }))
  });
}
