import {element} from "../element.js";

/** A text that a model wrote after a step. */
interface WrittenText {
  readonly step: number;
  readonly text: string;
}

interface Story {
  /** Remembers what was seen of a run; another run forgets it. */
  readonly tell: (run: string, texts: readonly WrittenText[]) => void;
  /** One line for each milestone up to a step, each with the loss at it. */
  readonly draw: (step: number, lossAt: (step: number) => number | undefined) => HTMLElement;
}

/**
 * What a model writes while it learns, line under line, on the clock of its loss: at so many milestones from its first step to
 * its last the first text that is known from there on.
 */
export function story(lines: number, steps: number): Story {
  const known = new Map<number, string>();
  let told = "";
  const milestones = Array.from({length: lines + 1}, (_, i) => Math.round((i * steps) / lines));
  return {
    tell: (run, texts) => {
      if (run !== told) known.clear();
      told = run;
      for (const {step, text} of texts) known.set(step, text);
    },
    draw: (step, lossAt) => {
      const all = [...known].filter(([at]) => at <= step).sort(([a], [b]) => a - b);
      const rows = milestones.flatMap((from, i) => {
        const to = milestones[i + 1] ?? Infinity;
        const found = all.find(([at]) => at >= from && at < to);
        if (found === undefined) return [];
        const loss = lossAt(found[0]);
        return [
          element(
            "li",
            {},
            element("span", {}, `${found[0]}${loss === undefined ? "" : ` · ${loss.toFixed(2)}`}`),
            element("q", {}, found[1].replace(/\s+/g, " ").trim())
          )
        ];
      });
      const list = element("ol", {className: "bench-story"}, ...rows);
      list.ariaLabel = "What it writes: step, loss, text";
      return list;
    }
  };
}
