import type {RunData} from "../data/runData.js";

/** A setting with what each run has for it; "—" where a run has none. */
type SettingRow = readonly [name: string, ...values: readonly string[]];

const shown = (value: unknown): string =>
  value === undefined ? "—" : typeof value === "string" ? value : JSON.stringify(value);

/** Settings of several runs beside each other: all, or those in which they differ. */
export function settingRows(runs: readonly RunData[], all: boolean): readonly SettingRow[] {
  const corpora = runs.map(
    ({config, corpus}) => ({...config, corpus: corpus.join(", ")}) as Readonly<Record<string, unknown>>
  );
  const names = [...new Set(corpora.flatMap((config) => Object.keys(config)))];
  return names
    .map((name): SettingRow => [name, ...corpora.map((config) => shown(config[name]))])
    .filter(([, ...values]) => all || new Set(values).size > 1);
}
