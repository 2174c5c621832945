import type {Field, Fields} from "/lib/index.js";
import {textSource, type TextChoice} from "../corpus/textSource.js";
import type {Control} from "../figure/control.js";
import {select} from "../figure/controls.js";
import type {Moment} from "../figure/moment.js";
import {scrubber} from "../figure/scrubber.js";
import type {BenchMetrics} from "./benchMetrics.js";
import type {Fork} from "./forks.js";
import {forksControl} from "./forksControl.js";
import {inspectControl} from "./inspectControl.js";
import {settingControl} from "./settingControls.js";
import {readSetting, writeSetting} from "./settingTexts.js";
import type {WorkbenchSpec} from "./workbenchSpec.js";

/** What a workbench's controls say, settings besides: those are texts under their own names. */
export interface BenchValue {
  readonly text: TextChoice;
  /** Undefined where there are no patients. */
  readonly patient?: string;
  readonly forks: readonly Fork[];
  readonly inspect: string;
  readonly time: Moment;
}

export const HEALTHY = "healthy";

/** The form of a workbench, made from what its stage says of its settings. */
export function benchControls<C extends object, M extends BenchMetrics>(spec: WorkbenchSpec<C, M>) {
  const fields = spec.fields as unknown as Fields; // of whatever config, each is a field
  const fieldOf = (name: string): Field => {
    const field = fields[name];
    if (field === undefined) throw new RangeError(`${spec.name}: there is no setting ${name}.`);
    return field;
  };
  const start = new Map(Object.entries(spec.start ?? {}).map(([name, value]) => [name, writeSetting(value)]));
  const settings = new Map<string, Control<string>>(
    spec.shown.map((name) => [name, settingControl(fieldOf(name), start.get(name))])
  );
  const text = textSource({label: "Text", corpora: spec.corpora});
  const inspect = inspectControl();
  const time = scrubber({
    steps: spec.steps,
    step: spec.kept === undefined ? 0 : spec.steps,
    pace: spec.steps / 10,
    forks: false
  });
  const forkable = new Map(spec.forkable.map((name) => [name, fieldOf(name)]));
  const forks = forksControl({
    fields: forkable,
    steps: spec.steps,
    step: () => time.value.step,
    now: (name) => settings.get(name)?.value ?? start.get(name) ?? writeSetting(defaultOf(fieldOf(name)))
  });
  const cases = spec.cases ?? [];
  const patient = select([HEALTHY, ...cases.map(({id}) => id)], {
    label: "Patient",
    format: (id) => cases.find((one) => one.id === id)?.label ?? "healthy"
  });

  /** Settings of texts, as values. */
  const read = (texts: Readonly<Record<string, string>>): Partial<C> =>
    Object.fromEntries(
      Object.entries(texts).map(([name, said]) => [name, readSetting(fieldOf(name), said)])
    ) as Partial<C>;
  return {
    text,
    inspect,
    time,
    forks,
    patient: cases.length > 0 ? patient : undefined,
    settings,
    /** The settings that may change on the way. */
    fields: forkable,
    read,
    value: (): BenchValue => ({
      text: text.value,
      ...(cases.length > 0 && {patient: patient.value}),
      forks: forks.value,
      inspect: inspect.value,
      time: time.value
    }),
    texts: (): Readonly<Record<string, string>> =>
      Object.fromEntries([...settings].map(([name, control]) => [name, control.value])),
    /** What differs from the first settings, in words. */
    changed: (): readonly string[] =>
      [...settings].flatMap(([name, {value}]) =>
        value === (start.get(name) ?? writeSetting(defaultOf(fieldOf(name))))
          ? []
          : [`${fieldOf(name).label.toLowerCase()} ${value}`]
      ),
    /** Whether all settings stand as they did at first. */
    untouched: (): boolean =>
      text.value.kind === "corpus" &&
      text.value.id === spec.corpora[0]?.id &&
      spec.shown.every(
        (name) => settings.get(name)?.value === (start.get(name) ?? writeSetting(defaultOf(fieldOf(name))))
      )
  };
}

const defaultOf = (field: Field): unknown => (field.kind === "text" ? "" : field.default);
