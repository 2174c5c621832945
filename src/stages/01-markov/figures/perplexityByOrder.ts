import {of} from "/lib/rxjs.js";
import {log, perplexity, remote, toBits, type Corpus} from "/lib/index.js";
import type {OrderMeasured, OrdersConfig} from "../model/ordersStage.js";
import {chart, ends, label, level, line, type Mark, type Point} from "../../../components/chart/chart.js";
import {choice, select} from "../../../components/figure/controls.js";
import {loadCorpus, type CorpusId} from "../../../components/corpus/corpora.js";
import {figure, type Work} from "../../../components/figure/figure.js";
import {abortable} from "../../../components/rx.js";
import {smoothingMenu, smoothingNames, smoothingWords, type SmoothingName} from "../model/smoothingMenu.js";
import {textSource, type TextChoice} from "../../../components/corpus/textSource.js";
import {markovWorker} from "./workers.js";

const LARGEST_ORDER = 6;
const QUIET = 600_000; // ms: one order of a reader's 20 MB takes its time, and the worker says nothing meanwhile

type Scale = "perplexity" | "bits";

interface Value {
  readonly text: TextChoice;
  readonly smoothing: SmoothingName;
  readonly scale: Scale;
}

/** Perplexity at each order, measured in a worker that ends with the question. */
async function measureOrders(config: OrdersConfig, work?: Work): Promise<readonly OrderMeasured[]> {
  const run = remote<OrdersConfig, readonly OrderMeasured[], number>(() => markovWorker("perplexity by order"), {
    stage: "perplexityByOrder",
    config,
    silence: QUIET
  });
  const frame = await abortable(
    run.answers(of(LARGEST_ORDER + 1)),
    work?.signal ?? new AbortController().signal,
    ({step}) => work?.progress({step, of: LARGEST_ORDER + 1, unit: "orders"})
  );
  return frame.state;
}

const isCorpus = (id: string): id is CorpusId => ["opening", "names", "moby-dick", "sotu"].includes(id);

const shown = (nats: number, scale: Scale): number => (scale === "bits" ? toBits(nats) : perplexity(nats));

const written = (nats: number, scale: Scale): string => (nats < Infinity ? shown(nats, scale).toFixed(2) : "∞");

/** Points that lie beyond every axis, at its top. */
const infinite =
  (orders: readonly number[], meaning: string): Mark =>
  ({x, top}) =>
    orders.map((order) =>
      label(x(order), top + 10, "∞", {
        "text-anchor": "middle",
        style: `fill:var(--${meaning});font-size:20px;font-weight:700`
      })
    );

/** The lines that make the model; an interpolation learns its weights from a part of the text that it keeps back. */
const fitting = (name: SmoothingName): string =>
  name === "jelinek-mercer"
    ? `  const kept = Math.floor(0.9 * ids.length);
  const rest = countNgrams([{ids: ids.subarray(0, kept)}], {order, vocabSize});
  const weights = fitJelinekMercer(rest, ids.subarray(kept), 15);
  const model = smoothing({method: "jelinek-mercer", weights})(counts);`
    : `  const model = smoothing(${JSON.stringify(smoothingMenu[name])})(counts);`;

/** Perplexity of counted and of held-out text at orders 0 to 6, on the book's corpora and the reader's own text; `first` is what Kneser–Ney has on the opening. */
export function perplexityByOrder(first: readonly OrderMeasured[], corpora: readonly Corpus[]) {
  const offered = ["opening", "names", "moby-dick", "sotu"].flatMap((id) =>
    corpora.filter((corpus) => corpus.id === id)
  );
  // another axis needs no new counts; of a corpus the id is enough
  const known = new Map<string, readonly OrderMeasured[]>([["kneser-ney opening", first]]);
  const textOf = async (choice: TextChoice): Promise<string> => {
    if (choice.kind === "own") return choice.text;
    return (await loadCorpus(isCorpus(choice.id) ? choice.id : "opening")).text;
  };
  const compute = async ({text: choice, smoothing}: Value, work: Work): Promise<readonly OrderMeasured[]> => {
    const key = `${smoothing} ${choice.kind === "own" ? `own ${choice.text}` : choice.id}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const measured = await measureOrders({text: await textOf(choice), smoothing}, work);
    known.set(key, measured);
    for (const old of [...known.keys()].slice(0, -12)) known.delete(old);
    return measured;
  };

  return figure<Value, readonly OrderMeasured[]>({
    name: "perplexity-by-order",
    title: "Perplexity by order",
    caption:
      "The model counts the first nine tenths of the text. Thin: how hard it finds the end of what it counted. Thick: how hard it finds the start of the tenth that it never saw (up to 40,000 characters of each). ∞ stands for a perplexity without bound: the model gave probability zero to something that came.",
    source: ({text}) =>
      text.kind === "corpus" ? corpora.find(({id}) => id === text.id) : `${text.name}, yours, not sent anywhere`,
    heavy: ({text}) =>
      text.kind === "corpus" && ["moby-dick", "sotu"].includes(text.id)
        ? "counts a million characters seven times, about 20 s"
        : undefined,
    controls: {
      text: textSource({label: "Text", corpora: offered}),
      smoothing: select(smoothingNames, {label: "Smoothing", value: "kneser-ney", format: smoothingWords}),
      scale: choice<Scale>(["perplexity", "bits"], {
        label: "Axis",
        format: (s) => (s === "bits" ? "bits" : "perplexity (log)")
      })
    },
    compute,
    draw: ({scale}, {width, result}) => {
      const uniform = log(result[0]?.vocabSize ?? 1);
      const unigram = result[0]?.validation.nats ?? Infinity;
      const curve = (part: "train" | "validation") => result.map((m): Point => [m.order, shown(m[part].nats, scale)]);
      const finite = (points: readonly Point[]) => points.filter(([, y]) => Number.isFinite(y));
      const [train, validation] = [curve("train"), curve("validation")];
      const largest = Math.max(shown(uniform, scale), ...finite([...train, ...validation]).map(([, y]) => y));
      const end = (points: readonly Point[], text: string, meaning: string) =>
        finite(points)
          .slice(-1)
          .map(([x, y]) => ({x, y, text, meaning}));
      const beyond = (points: readonly Point[]) => points.filter(([, y]) => y === Infinity).map(([x]) => x);
      return chart({
        width,
        height: 400,
        marginRight: 84,
        x: {
          domain: [-0.25, LARGEST_ORDER + 0.15],
          label: "Order: characters of context",
          ticks: 7,
          format: (v) => (Number.isInteger(v) ? String(v) : "")
        },
        y:
          scale === "bits"
            ? {domain: [0, largest * 1.15], label: "Bits per character"}
            : {domain: [1, largest * 1.8], label: "Perplexity per character", scale: "log"},
        marks: [
          level(shown(uniform, scale), `uniform: ${written(uniform, scale)}`),
          ...(unigram < Infinity ? [level(shown(unigram, scale), `unigram: ${written(unigram, scale)}`)] : []),
          line(train, {meaning: "loss-train", width: 1.5, dots: true}),
          line(validation, {meaning: "loss-validation", width: 3.5, dots: true}),
          infinite(beyond(train), "loss-train"),
          infinite(beyond(validation), "loss-validation"),
          ends([...end(train, "counted", "loss-train"), ...end(validation, "held out", "loss-validation")])
        ]
      });
    },
    describe: ({smoothing, scale}, result) => {
      const unit = scale === "bits" ? "bits per character" : "perplexity";
      const best = result.reduce((a, b) => (b.validation.nats < a.validation.nats ? b : a));
      const list = result.map(
        ({order, train, validation}) =>
          `order ${order}: ${written(train.nats, scale)} counted, ${written(validation.nats, scale)} held out`
      );
      return `${smoothingWords(smoothing)}, in ${unit}. A uniform guess among ${result[0]?.vocabSize} characters has ${written(log(result[0]?.vocabSize ?? 1), scale)}. ${list.join("; ")}. Held-out text is best known at order ${best.order}.`;
    },
    code: ({smoothing: name}) =>
      `import {heldOut, measureText, sequenceInformation} from "llm-first-principles";
import {countNgrams, fitJelinekMercer, score, smoothing} from "llm-first-principles/stages/markov";

const {tokenizer, train: ids, held, texts} = heldOut(text);
const vocabSize = tokenizer.vocabulary.tokens.length;
for (let order = 0; order <= ${LARGEST_ORDER}; order++) {
  const counts = countNgrams([{ids}], {order, vocabSize});
${fitting(name)}
  const logProbs = score(model, held);
  const {perplexity, bitsPerCharacter} = sequenceInformation({logProbs, ...measureText(texts.held)});
  console.log(order, perplexity, bitsPerCharacter);
}`,
    rows: (_, result) =>
      result.map(({order, contexts, train, validation}) => ({
        order,
        contexts,
        trainBits: toBits(train.nats),
        trainPerplexity: perplexity(train.nats),
        validationBits: toBits(validation.nats),
        validationPerplexity: perplexity(validation.nats),
        excluded: validation.excluded,
        scored: validation.scored
      }))
  });
}
