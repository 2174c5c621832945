import {hash, remote} from "/lib/index.js";
import {textOf} from "../corpus/textOf.js";
import type {AnyControl} from "../figure/figureState.js";
import {moved} from "../figure/control.js";
import {figure, type Work} from "../figure/figure.js";
import {messageOf} from "../message.js";
import {actions} from "./actions.js";
import {benchControls, HEALTHY, type BenchValue} from "./benchControls.js";
import type {BenchMetrics} from "./benchMetrics.js";
import {writeForks} from "./forks.js";
import {changeOf} from "./forksControl.js";
import {benchPanel} from "./benchPanel.js";
import type {Baseline, Seen} from "./look.js";
import {loggedAt, type Logged} from "./loggedAt.js";
import {AGAIN, FAST_LABEL, UNPROVEN, verdict} from "./proof.js";
import {runner} from "./runner.js";
import {promise} from "./promise.js";
import {rateText} from "./rateText.js";
import {readSaved} from "./saved.js";
import {fileOf, keepFile} from "./store.js";
import type {KeptRun, WorkbenchSpec} from "./workbenchSpec.js";

/** What the worker showed of the step that is looked at, for each run. */
interface Looked {
  readonly kept: KeptRun | undefined;
  readonly seen: readonly (Seen | undefined)[];
  readonly baselines: readonly Baseline[];
}

/** How long the machine is tried before a run is promised a time, in milliseconds. */
const PROBE = 200;
/** From one picture of a run that trains to the next, in milliseconds. */
const REDRAW = 150;
/** From one file that is kept in the browser to the next, while training. */
const KEEP = 10_000;

/**
 * The training workbench: a stage's run in a worker, which the reader starts, stops, scrubs and forks, with everything that is
 * inside it open to view. The form comes from the stage's own description of its settings.
 */
export function workbench<C extends object, M extends BenchMetrics>(spec: WorkbenchSpec<C, M>) {
  const {name, steps, every} = spec;
  const form = benchControls(spec);
  const runs = runner<C, M>({
    open: (config, origin) => remote(spec.worker, {stage: spec.stage, config, ...(origin && {origin})}),
    every,
    steps
  });
  let config: C | undefined;
  let key = "";
  let follows = false; // whether the reader stands where training is
  let began: {readonly step: number; readonly at: number} | undefined;
  let baselines: {readonly key: string; readonly list: readonly Baseline[]} | undefined;

  const reached = (): number => runs.tracks()[0]?.log.at(-1)?.step ?? 0;
  const trained = (): boolean => (runs.tracks()[0]?.log.length ?? 0) > 0;
  const fast = (): boolean => runs.tracks().some((track) => track.fast);
  const finished = (): boolean => trained() && runs.tracks().every(({log}) => (log.at(-1)?.step ?? 0) + every > steps);

  const acts = actions({
    toggle: () => {
      if (runs.training()) return runs.pause();
      follows = true;
      began = undefined;
      runs.train();
    },
    again: () => {
      runs.forget();
      key = "";
      form.time.value = {step: 0, fork: null};
      moved(form.time);
    },
    file: async () => {
      const {bytes} = await saved();
      return {name: `${name}-step-${reached()}.safetensors`, bytes};
    },
    takeAway: (spec.takeAway ?? []).map(({label, of}) => ({
      label,
      file: async () => {
        const {bytes} = await saved();
        if (config === undefined) throw new Error("There is no run yet.");
        return of(bytes, config);
      }
    })),
    load: (bytes) => load(bytes),
    resume: async () => {
      const kept = await fileOf(name);
      if (kept !== undefined) await load(kept.bytes);
      acts.offerResume(undefined);
    },
    prove: () => prove()
  });
  const panel = benchPanel<M>({
    actions: acts.node,
    steps,
    measures: spec.measures,
    layers: spec.layers,
    ...(spec.story !== undefined && {story: spec.story}),
    ...(spec.ceiling !== undefined && {ceiling: spec.ceiling})
  });

  const signal = new AbortController().signal; // what the reader asks for by a button is waited for
  async function saved(): Promise<{readonly bytes: Uint8Array; readonly step: number}> {
    const step = reached();
    const {text} = form;
    const [track] = runs.tracks();
    const file = {
      workbench: name,
      settings: {...form.texts()},
      own: text.value.kind === "own" ? {...text.value} : null,
      corpus: text.value.kind === "own" ? "" : text.value.id,
      ...(fast() && {fast: true}),
      log: track?.log.map(({step, metrics}) => ({step, metrics})) ?? []
    };
    const frame = await runs.frame(0, step, {file}, signal);
    if (frame.state.file === undefined) throw new Error("The worker gave no file.");
    return {bytes: frame.state.file, step};
  }
  async function load(bytes: Uint8Array): Promise<void> {
    const {settings, step, state, fast = false, log, own, corpus} = await readSaved(bytes, name);
    for (const [setting, control] of form.settings)
      if (settings[setting] !== undefined) control.text = settings[setting];
    form.text.value = own ?? {kind: "corpus", id: corpus};
    form.forks.value = [];
    if (form.patient !== undefined) form.patient.value = HEALTHY;
    runs.take({key: keyNow(), origin: {step, state}, fast, log: log as readonly Logged<M>[]});
    key = "";
    form.time.value = {step, fork: null};
    await settle(form.value()); // a figure that stands at this step already computes nothing
    acts.told(`The run stands at step ${step}, with all that the optimizer remembers.`);
    moved(form.time);
  }
  let lastKept = -Infinity;
  const keepInBrowser = async (): Promise<void> => {
    lastKept = performance.now();
    try {
      const {bytes, step} = await saved();
      await keepFile(name, bytes, `your run at step ${step}`);
    } catch {
      // the browser keeps nothing here; the reader can still save a file
    }
  };
  async function prove(): Promise<string> {
    if (config === undefined) throw new Error("There is no run yet.");
    const step = Math.min(reached(), form.time.value.step);
    const {state} = await runs.frame(0, step, {hash: true}, signal);
    if (fast() || state.fast === true) return UNPROVEN;
    const hashed = await (await spec.here())(config, step, (at) => acts.told(`${AGAIN} Step ${at} of ${step}.`));
    return verdict(step, state.hash ?? "", hashed, spec.code !== undefined);
  }

  const keyNow = (): string => {
    const {value} = form.text;
    const text = value.kind === "own" ? `own ${hash(value.text)}` : value.id;
    return JSON.stringify([text, form.patient?.value, form.texts()]);
  };
  const settle = async (value: BenchValue): Promise<void> => {
    const now = keyNow();
    const text = now === key ? undefined : await textOf(value.text);
    if (text !== undefined) {
      const change = spec.cases?.find(({id}) => id === value.patient)?.change ?? {};
      config = {...spec.configOf(form.read(form.texts()), text, value.text), ...change};
      key = now;
      promised.forget(node.matches(":hover, :focus-within"));
    }
    if (config === undefined) return;
    const forks = value.forks.map((fork) => ({
      key: writeForks([fork]),
      from: fork.from,
      change: form.read(fork.change)
    }));
    runs.set(key, config, forks);
  };
  const compute = async (value: BenchValue, work: Work): Promise<Looked> => {
    await settle(value);
    const kept = form.untouched() ? await spec.kept?.(value.patient ?? HEALTHY) : undefined;
    const {step} = value.time;
    const looked = async (i: number): Promise<Seen | undefined> => {
      const track = runs.tracks()[i];
      const there = (track?.log.at(-1)?.step ?? -1) >= step && step >= (track?.from ?? 0);
      const inspect = i === 0 && value.inspect !== "" ? {inspect: value.inspect} : {};
      if (!there && inspect.inspect === undefined) return undefined;
      const look = {...inspect, ...(there && spec.sample && {sample: spec.sample})};
      const frame = await runs.frame(i, step, look, work.signal, (now) => work.progress({step: now, of: step}));
      return frame.state;
    };
    const seen: (Seen | undefined)[] = [];
    for (const i of runs.tracks().keys()) seen.push(await looked(i));
    const layers = kept?.log[0]?.metrics.layers ?? [];
    const expected = layers.flatMap(({path}) => [`parameter:${path}`, `gradient:${path}`]);
    if (seen[0] !== undefined || expected.length > 0) form.inspect.offer(seen[0]?.inspectable ?? expected);
    if (kept === undefined && trained() && baselines?.key !== key) {
      const {state} = await runs.frame(0, 0, {baselines: true}, work.signal);
      baselines = {key, list: state.baselines ?? []};
    }
    return {kept, seen, baselines: kept?.baselines ?? (baselines?.key === key ? baselines.list : [])};
  };

  const show = (): void => {
    acts.show({training: runs.training(), done: finished(), trained: trained()});
    const step = reached();
    const say = (text: string): void =>
      acts.say([text, ...(fast() ? [FAST_LABEL] : [])].filter((part) => part !== "").join(" · "));
    if (!runs.training()) {
      say(finished() ? `${steps} steps, done` : trained() ? `at step ${step} of ${steps}` : promised.text());
      return;
    }
    began ??= {step, at: performance.now()};
    const tokens = config === undefined ? 0 : spec.tokens(config);
    say(rateText({step, of: steps, tokens, since: began.step, seconds: (performance.now() - began.at) / 1000}));
  };
  const promised = promise({
    key: () => key,
    open: () => !runs.training() && !trained(),
    rate: () => runs.probe(PROBE),
    left: () => steps - reached(),
    told: acts.told,
    changed: show
  });

  let drawing = 0;
  runs.news.subscribe((error) => {
    if (error !== undefined) acts.told(messageOf(error));
    show();
    if (runs.training() && performance.now() - lastKept > KEEP) void keepInBrowser();
    if (!runs.training() && trained()) void keepInBrowser();
    drawing ||= window.setTimeout(() => {
      drawing = 0;
      if (follows) form.time.value = {step: Math.min(steps, reached()), fork: null};
      following = true;
      moved(form.time);
      following = false;
    }, REDRAW);
  });
  let following = false; // a move of the scrubber that is ours
  form.time.addEventListener("input", () => {
    if (!following) follows = form.time.value.step >= reached();
  });
  void fileOf(name).then((kept) => acts.offerResume(kept?.note));

  const controls = {
    text: form.text,
    ...(form.patient && {patient: form.patient}),
    ...Object.fromEntries(form.settings),
    forks: form.forks,
    inspect: form.inspect,
    time: form.time
  } as unknown as {readonly [K in keyof BenchValue]: AnyControl<BenchValue[K]>}; // settings are texts under names of their own
  const describe = ({time}: BenchValue, {kept}: Looked): string => {
    const log = trained() ? (runs.tracks()[0]?.log ?? []) : (kept?.log ?? []);
    const here = loggedAt(log, time.step);
    if (here === undefined) return `Nothing is trained yet, of ${steps} steps.`;
    const {batchLoss, validationLoss, gradientNorm} = here.metrics;
    return `At step ${here.step} of ${steps}: loss ${batchLoss.toFixed(3)} nats per token on the batch, ${validationLoss.toFixed(3)} on held-out text; the gradient’s length is ${gradientNorm.toPrecision(3)}. ${runs.tracks().length - 1} other futures.`;
  };
  const node = figure<BenchValue, Looked>({
    name,
    wide: true,
    interactive: true,
    title: spec.title,
    caption: spec.caption,
    controls,
    compute,
    draw: (value, {width, result}) => {
      const tracks = runs.tracks();
      form.time.computed(trained() ? reached() : result.kept === undefined ? 0 : steps);
      show();
      return panel.draw({
        width,
        step: value.time.step,
        tracks:
          trained() || result.kept === undefined
            ? tracks
            : [{...tracks[0]!, log: result.kept.log as readonly Logged<M>[]}],
        behind: trained() ? (result.kept?.log ?? []) : [],
        changed: form.changed(),
        titles: value.forks.map((fork) => changeOf(fork, form.fields)),
        ...result
      });
    },
    describe,
    ...(spec.code === undefined
      ? {}
      : {
          code: ({text, time, forks}: BenchValue) => {
            const changes = forks.map(({from, change}) => ({from, change: form.read(change)}));
            return spec.code!(spec.configOf(form.read(form.texts()), "", text), text, time.step, changes);
          }
        }),
    rows: (_, {kept}) =>
      (trained() ? runs.tracks() : [{key: "", from: 0, log: kept?.log ?? []}]).flatMap(({log, key: run}, i) =>
        log.map(({step, metrics: {layers: _layers, ...numbers}}) => ({run: i === 0 ? "first" : run, step, ...numbers}))
      )
  });
  for (const coming of ["pointerenter", "focusin"]) node.addEventListener(coming, promised.now);
  return node;
}
