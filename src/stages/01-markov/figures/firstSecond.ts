import {animationFrameScheduler, defer, interval, scan, takeWhile, type Subscription} from "/lib/rxjs.js";
import {generate, key, temperature, toBits, type CorpusText} from "/lib/index.js";
import {emptyNgrams, kneserNey, logProbs, score, trainNgrams, type Ngrams} from "/lib/stages/markov.js";
import {attributes, button, element} from "../../../components/element.js";
import {encoded} from "../model/models.js";

const ORDER = 3;
const MILESTONES = [100, 1_000, 10_000];
const CHARACTERS = 96;
const HELD = 2_000; // the end of the text, which is never counted

interface Reading {
  readonly model: Ngrams;
  readonly read: number;
}

const still = matchMedia("(prefers-reduced-motion: reduce)");

/** The home page's model: it reads Moby Dick as you watch, and writes a line at each power of ten. */
export function firstSecond(corpus: CorpusText): HTMLElement {
  const {tokenizer, ids} = encoded(corpus.text);
  const shape = {order: ORDER, vocabSize: tokenizer.vocabulary.tokens.length};
  const last = ids.length - HELD;
  const held = ids.subarray(ids.length - HELD);

  const rows = [0, ...MILESTONES, last].map((n) => {
    const line = element("dd", {}, "\u00a0");
    const count = element("dt", {}, n === 0 ? "nothing" : n.toLocaleString("en"));
    return {n, line, row: element("div", {}, count, line)};
  });
  const bits = element("output", {}, "\u00a0");
  const toggle = button("Pause", () => (subscription ? pause("Go on") : resume()));
  const again = button("Read again", () => {
    pause("Go on");
    now = start;
    show(now);
    resume();
  });
  const node = attributes(
    element(
      "figure",
      {className: "first-second"},
      element("dl", {}, ...rows.map(({row}) => row)),
      element("div", {className: "exercise-row"}, toggle, again, bits)
    ),
    {
      "data-figure": "first-second",
      "data-status": "idle",
      "aria-label": "A model reads Moby Dick and writes a line after each power of ten characters"
    }
  );

  const start: Reading = {model: emptyNgrams(shape), read: 0};
  const next = ({model, read}: Reading): Reading => {
    const milestone = rows.find(({n}) => n > read)?.n ?? last;
    const pace = still.matches ? milestone - read : Math.ceil(read * 0.08) + 4; // each power of ten takes about as long
    const end = Math.min(read + pace, milestone);
    const context = Math.min(ORDER, read);
    return {model: trainNgrams(model, [{ids: ids.subarray(read - context, end), from: context}]), read: end};
  };
  const show = ({model, read}: Reading) => {
    const predictor = kneserNey()(model);
    const predict = (context: ArrayLike<number>) => logProbs(predictor, context);
    const written = generate({predict, prompt: [], length: CHARACTERS, rule: temperature(0.8), key: key(29)});
    const text = tokenizer.decode(Array.from(written, ({token}) => token)).replace(/\s/g, " ");
    const live = rows.findIndex(({n}) => n >= read);
    rows.forEach(({line, row}, i) => {
      if (i === live) line.textContent = text;
      if (i > live) line.textContent = "\u00a0";
      row.classList.toggle("live", i === live && read < last);
    });
    const nats = -score(predictor, held, ORDER).reduce((sum, x) => sum + x, 0) / (held.length - ORDER);
    bits.value = `${read.toLocaleString("en")} characters read · ${toBits(nats).toFixed(2)} bits per character on text it has not seen`;
  };

  let now = start;
  let subscription: Subscription | undefined;
  function pause(name: string): void {
    subscription?.unsubscribe();
    subscription = undefined;
    toggle.textContent = name;
    toggle.disabled = name === "Done";
    node.dataset["status"] = name === "Done" ? "done" : "idle";
  }
  function resume(): void {
    toggle.textContent = "Pause";
    toggle.disabled = false;
    node.dataset["status"] = "running";
    const readings = defer(() => {
      const from = now;
      return interval(0, animationFrameScheduler).pipe(
        scan(next, from),
        takeWhile(({read}) => read < last, true)
      );
    });
    subscription = readings.subscribe({
      next: (reading) => {
        if (!node.isConnected) return pause("Go on");
        now = reading;
        show(reading);
      },
      complete: () => pause("Done")
    });
  }
  show(start);
  queueMicrotask(resume);
  return node;
}
