import {element} from "../element.js";
import type {BenchMetrics} from "./benchMetrics.js";
import {lossCurves, meaningOf, measureCurves, updateRatios, type Curve} from "./curves.js";
import {inspection} from "./inspection.js";
import type {Baseline, Seen} from "./look.js";
import {readings} from "./readings.js";
import {loggedAt, type Logged} from "./loggedAt.js";
import type {Track} from "./runner.js";
import {story as storyOf} from "./story.js";
import type {KeptRun, WorkbenchSpec} from "./workbenchSpec.js";

interface PanelSpec<M> {
  readonly actions: HTMLElement;
  readonly steps: number;
  readonly measures: WorkbenchSpec<object, M & BenchMetrics>["measures"];
  readonly layers: (metrics: M) => readonly string[];
  /** Lines of what it writes that stand beside the loss, in the place of further measures. */
  readonly story?: number;
  /** See `WorkbenchSpec`. */
  readonly ceiling?: number;
}

interface Picture<M> {
  readonly width: number;
  readonly step: number;
  readonly tracks: readonly Track<M>[];
  readonly behind: readonly Logged<BenchMetrics>[];
  /** What differs from the first settings. */
  readonly changed: readonly string[];
  /** What the futures after the first change. */
  readonly titles: readonly string[];
  readonly kept: KeptRun | undefined;
  readonly seen: readonly (Seen | undefined)[];
  readonly baselines: readonly Baseline[];
}

const WIDE = 720;

/** What a workbench shows of its runs. The panel stays one element, so that what a reader holds in it is not taken away. */
export function benchPanel<M extends BenchMetrics>({
  actions,
  steps,
  measures,
  layers,
  story: lines,
  ceiling
}: PanelSpec<M>) {
  const story = lines === undefined ? undefined : storyOf(lines, steps);
  const charts = element("div", {className: "bench-row"});
  const numbers = element("div", {
    className: "bench-numbers scroll",
    tabIndex: 0,
    role: "region",
    ariaLabel: "Measurements"
  });
  const settings = element("p", {className: "fig-note"});
  const samples = element("div", {className: "bench-samples"});
  const inside = element("div");
  const node = element("div", {className: "bench"}, actions, charts, settings, numbers, samples, inside);

  const draw = ({width, step, tracks, behind, changed, titles, kept, seen, baselines}: Picture<M>): HTMLElement => {
    const curves = tracks.map(({log, from}, i): Curve => ({log, from, title: titles[i - 1] ?? "held out"}));
    const wide = width >= WIDE;
    const side = wide ? Math.round((story === undefined ? 0.36 : 0.55) * width) : width;
    const shared = {steps, curves, at: step};
    const last = tracks[0]?.log.at(-1);
    const keptTexts = behind.length > 0 ? [] : (kept?.samples ?? []);
    const texts = seen.flatMap((one, i) => (one?.sample === undefined ? [] : [{i, step, text: one.sample}]));
    story?.tell(`${tracks[0]?.key} ${keptTexts.length > 0}`, [...keptTexts, ...texts.filter(({i}) => i === 0)]);
    const measured = () => [
      measureCurves({...shared, width: side, height: 180}, "Length of the gradient", ({gradientNorm}) => gradientNorm),
      updateRatios({...shared, width: side, height: 190}, last === undefined ? [] : layers(last.metrics))
    ];
    const lossAt = (at: number): number | undefined => loggedAt(tracks[0]?.log ?? [], at)?.metrics.validationLoss;
    charts.replaceChildren(
      lossCurves({
        ...shared,
        ...(ceiling !== undefined && {ceiling}),
        width: wide ? width - side - 16 : width,
        height: wide ? 376 : 280,
        baselines,
        behind
      }),
      element("div", {className: "bench-column"}, ...(story === undefined ? measured() : [story.draw(step, lossAt)]))
    );
    numbers.replaceChildren(readings<M>({curves, step, measures}));
    const empty = last === undefined ? "Not trained yet." : "";
    settings.textContent = [empty, changed.length === 0 ? "" : `With ${changed.join(", ")}.`].join(" ").trim();
    const keptText = keptTexts.filter((sample) => sample.step <= step).at(-1);
    const all = texts.length > 0 ? texts : keptText === undefined ? [] : [{i: 0, ...keptText}];
    const shown = all.filter(({i}) => story === undefined || i > 0);
    samples.replaceChildren(
      ...shown.map(({i, step: at, text}) => {
        const title = element("b", {}, `${i === 0 ? "It writes" : curves[i]?.title} at step ${at}: `);
        title.style.color = `var(--${meaningOf(i)})`;
        return element("p", {className: "sample"}, title, text);
      })
    );
    const inspected = seen[0]?.inspected;
    inside.replaceChildren(...(inspected === undefined ? [] : [inspection(inspected, width)]));
    return node;
  };
  return {draw};
}
