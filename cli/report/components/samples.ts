import type {RunData, Sampled} from "../data/runData.js";

/** What a run wrote last up to a step. */
export const sampleAt = ({samples: all}: RunData, step: number): Sampled | undefined =>
  all.filter((sample) => sample.step <= step).at(-1);

/** Texts of several runs side by side. */
export function samples(shown: readonly {readonly run: string; readonly sample: Sampled | undefined}[]): HTMLElement {
  const grid = document.createElement("div");
  grid.className = "samples";
  for (const {run, sample} of shown) {
    const [section, title, text, note] = (["section", "h2", "p", "small"] as const).map((tag) =>
      document.createElement(tag)
    ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    title.textContent = run;
    note.textContent = sample === undefined ? "nothing yet" : `step ${sample.step}`;
    text.textContent = sample?.text ?? "";
    section.append(title, note, text);
    grid.append(section);
  }
  return grid;
}
