import {FileAttachment} from "observablehq:stdlib";
import {remote, strides, type Corpus, type Frame} from "/lib/index.js";
import type {BengioConfig, LmMetrics} from "/lib/stages/neural-lm.js";
import {loadCorpus} from "../../../components/corpus/corpora.js";
import {table} from "../../../components/chart/table.js";
import {element} from "../../../components/element.js";
import {moved, settled} from "../../../components/figure/control.js";
import {action, select} from "../../../components/figure/controls.js";
import {figure, type Work} from "../../../components/figure/figure.js";
import type {Moment} from "../../../components/figure/moment.js";
import {scrubber} from "../../../components/figure/scrubber.js";
import {abortable} from "../../../components/rx.js";
import {visibleText} from "../../../components/languageModel/visibleText.js";
import {courseFrom, courseOf, type Course, type KeptCourse, type VectorsSeen} from "../model/course.js";
import {embeddingCode} from "../model/embeddingCode.js";
import {EVERY, firstMap, LEAST, mapConfig, STEPS, type MapSettings} from "../model/embeddingSpec.js";
import {gathered, length, neighborsOf} from "../model/geometry.js";
import {pca, scores, type Pca} from "../model/pca.js";
import {embeddingsWorker} from "./embeddingsWorker.js";
import {vectorMap} from "./vectorMap.js";

interface Value {
  readonly text: MapSettings["text"];
  readonly width: string;
  readonly letter: string;
  readonly draw: number;
  readonly time: Moment;
}

/** A course, and the two directions in which its last vectors differ most. */
interface Seen {
  readonly course: Course;
  readonly axes: Pca;
}

const TITLES = {names: "First names", opening: "Moby Dick, the opening"} as const;
const WIDTHS = ["2", "4", "8", "16", "32"] as const;
const LETTERS = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ⏎␣,.—"];
const NEIGHBORS = 6;

const settingsOf = ({text, width, draw}: Value): MapSettings => ({text, width: Number(width), draw});
const isKept = ({text, width, draw}: MapSettings): boolean =>
  text === firstMap.text && width === firstMap.width && draw === firstMap.draw;
const signed = (x: number, digits = 2): string => x.toFixed(digits).replace("-", "−");

async function kept(): Promise<Course> {
  const file = FileAttachment("../model/embeddingMap.json");
  return courseFrom((await file.json<{readonly value: KeptCourse}>()).value);
}

/** Trains in a worker, and sees the table every so many steps. */
async function trained(settings: MapSettings, {signal, progress}: Work): Promise<Course> {
  const {text} = await loadCorpus(settings.text);
  signal.throwIfAborted();
  const run = remote<BengioConfig, VectorsSeen, LmMetrics>(() => embeddingsWorker("embeddings"), {
    stage: "bengio",
    config: mapConfig(settings, text)
  });
  const frames: Frame<VectorsSeen, LmMetrics>[] = [];
  await abortable(strides(run, {by: EVERY, to: STEPS, budget: 60}), signal, (frame) => {
    frames.push(frame);
    progress({step: frame.step, of: STEPS});
  });
  return courseOf(
    frames.map(({state, metrics}) => ({seen: state, loss: metrics.validationLoss})),
    LEAST
  );
}

/** The vectors of letters while a network learns: a map that forms. What is said of its texts is known before it is drawn. */
export function embeddingMap(about: readonly Corpus[], name = "embedding-map") {
  const known = new Map<string, Seen>();
  const letter = select<string>(LETTERS, {label: "Look at", value: "y"});
  const time = scrubber({steps: STEPS, pace: 150, forks: false});
  const see = (course: Course): Seen => ({course, axes: pca(course.frames.at(-1)!, 2)});

  /** What is shown at a moment: a picture of the course, and the letter that is looked at or, where it is rare, another. */
  const shownOf = ({letter: wanted, time: {step}}: Value, {course, axes}: Seen) => {
    const at = Math.floor(step / EVERY);
    const vectors = course.frames[at]!;
    const index = Math.max(
      0,
      course.tokens.findIndex((token) => visibleText(token) === wanted)
    );
    const size = vectors.reduce((sum, vector) => sum + length(vector), 0) / vectors.length;
    const places = (frame: number) => {
      const all = course.frames[frame]!;
      const mean = all.reduce((sum, vector) => sum + length(vector), 0) / all.length;
      return all.map((vector) => scores({...axes, mean: axes.mean.map(() => 0)}, vector).map((x) => x / mean));
    };
    return {
      at,
      vectors,
      index,
      size,
      places,
      name: visibleText(course.tokens[index]!),
      near: neighborsOf(vectors, index).slice(0, NEIGHBORS),
      share: axes.variances.reduce((sum, x) => sum + x, 0) / axes.total,
      vowels: gathered(course.tokens, vectors)
    };
  };

  return figure<Value, Seen>({
    name,
    wide: true,
    interactive: true,
    title: "A map that forms while a network learns",
    caption:
      "Each token stands where its vector lies along the two directions in which the vectors of the last step differ most; vowels are bold. Every picture is scaled to the same mean length. Lines lead to the nearest by cosine, the trail is where the chosen letter came from. Click a letter. The first run was computed before; others train here, in a worker, in some seconds.",
    controls: {
      text: select<MapSettings["text"]>(["names", "opening"], {label: "Text", format: (id) => TITLES[id]}),
      width: select<string>(WIDTHS, {label: "Vector width", value: String(firstMap.width)}),
      letter,
      draw: action({label: "Another beginning"}),
      time
    },
    source: ({text}) => about.find(({id}) => id === text),
    heavy: (value) => {
      const settings = settingsOf(value);
      return isKept(settings) || known.has(JSON.stringify(settings)) ? undefined : "trains 2,000 steps, some seconds";
    },
    compute: async (value, work) => {
      const settings = settingsOf(value);
      const key = JSON.stringify(settings);
      const before = known.get(key);
      if (before !== undefined) return before;
      const seen = see(await (isKept(settings) ? kept() : trained(settings, work)));
      known.set(key, seen);
      return seen;
    },
    draw: (value, {width, result}) => {
      const {course} = result;
      const {at, index, places, near, share, size, vowels, name: chosen} = shownOf(value, result);
      const wide = width >= 720;
      const side = wide ? Math.min(520, width - 300) : width;
      const map = vectorMap({
        width: side,
        height: wide ? Math.min(460, side) : Math.max(320, Math.min(420, side)),
        tokens: course.tokens,
        pictures: course.frames.slice(0, at + 1).map((_, i) => places(i)),
        reach: Math.max(
          ...places(course.frames.length - 1)
            .flat()
            .map(Math.abs)
        ),
        chosen: index,
        near: near.map((one) => one.index),
        choose: (token) => {
          letter.value = visibleText(course.tokens[token]!);
          moved(letter);
          settled(letter);
        }
      });
      const rows = near.map((one) => ({token: visibleText(course.tokens[one.index]!), ...one}));
      const told = [
        `Step ${(at * EVERY).toLocaleString("en")} · held-out loss ${course.losses[at]!.toFixed(3)} nats per token · mean length ${size.toFixed(2)}`,
        `Mean cosine of two vowels ${signed(vowels.alike)}, of a vowel and a consonant ${signed(vowels.apart)} · the two directions hold ${Math.round(100 * share)}% of the last step’s variance`
      ];
      return element(
        "div",
        {className: wide ? "vectors wide" : "vectors"},
        map,
        element(
          "div",
          {},
          table(
            rows,
            [
              {label: "Token", value: ({token}) => token},
              {label: "Cosine", value: ({cosine}) => cosine, format: signed, bar: 1},
              {label: "Distance", value: ({distance}) => distance, format: signed}
            ],
            `Nearest to “${chosen}”`
          ),
          ...told.map((text) => element("p", {className: "fig-note"}, text))
        )
      );
    },
    describe: (value, result) => {
      const {at, near, share, vowels, name: chosen} = shownOf(value, result);
      const {course} = result;
      const nearest = near.map((one) => `${visibleText(course.tokens[one.index]!)} (${signed(one.cosine)})`).join(", ");
      return `${TITLES[value.text]}, vectors of width ${value.width}, ${course.tokens.length} tokens that occur ${LEAST} times or more, after step ${at * EVERY} of ${STEPS}. Held-out loss ${course.losses[at]!.toFixed(4)} nats per token. Nearest to “${chosen}” by cosine: ${nearest}. Mean cosine of two vowels ${signed(vowels.alike)}, of a vowel and a consonant ${signed(vowels.apart)}; for ${vowels.hits} of five vowels the nearest small letter is a vowel. The two directions shown hold ${Math.round(100 * share)} percent of the variance of the last step.`;
    },
    code: (value) => embeddingCode(settingsOf(value), value.time.step),
    rows: (value, result) => {
      const {vectors, places, at} = shownOf(value, result);
      const here = places(at);
      return vectors.map((vector, i) => ({
        token: visibleText(result.course.tokens[i]!),
        count: result.course.counts[i],
        x: here[i]![0],
        y: here[i]![1],
        ...Object.fromEntries(vector.map((number, k) => [`v${k + 1}`, number]))
      }));
    }
  });
}
