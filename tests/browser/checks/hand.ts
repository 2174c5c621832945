/** A hand on the controls of a figure. All of it runs in the page: trying a control is one call, and no talk between programs. */
import type {Page} from "playwright-core";

type Change = "changed" | "disabled" | "skipped";

interface Hand {
  /** Moves a control to another value as a reader's gesture does: input events, then a change. */
  readonly change: (control: HTMLElement) => Change;
  /**
   * Moves a control, to one value after another if need be, and says whether the figure came to look different within so
   * many milliseconds in which it did not work.
   */
  readonly alive: (control: HTMLElement, patience: number) => Promise<Change | "idle">;
}

const handOn = (figure: HTMLElement): Hand => {
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const tell = (target: HTMLElement) => {
    for (const type of ["input", "change"]) target.dispatchEvent(new Event(type, {bubbles: true}));
  };

  const change = (control: HTMLElement): Change => {
    const field = control.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
      "input, select, textarea"
    );
    if (field === null) {
      const button = control.querySelector("button");
      button?.click();
      return button === null ? "skipped" : "changed";
    }
    if (field.disabled) return "disabled";
    if (field instanceof HTMLSelectElement) {
      field.selectedIndex = (field.selectedIndex + 1) % field.options.length;
    } else if (field instanceof HTMLInputElement && field.type === "range") {
      const [min, max, step, now] = [field.min || "0", field.max || "100", field.step || "1", field.value].map(
        Number
      ) as [number, number, number, number];
      const middle = min + Math.round((max - min) / 3 / step) * step;
      // a sixth below where the third is taken: the upper end is what takes long, the lower one may be a case apart
      const below = Math.max(min, now - Math.ceil((max - min) / 6 / step) * step);
      field.value = String(Math.abs(middle - now) < step ? below : middle);
    } else if (field.type === "radio") {
      const radios = [...control.querySelectorAll<HTMLInputElement>("input[type=radio]")];
      const next = radios[(radios.findIndex(({checked}) => checked) + 1) % radios.length];
      next?.click();
      return "changed";
    } else if (field.type === "checkbox") {
      field.click();
      return "changed";
    } else {
      const value = control.dataset["testValue"];
      if (value === undefined) return "skipped";
      if (value === field.value) throw new Error(`data-test-value is what the control has already: “${value}”`);
      field.value = value;
    }
    tell(field);
    return "changed";
  };

  /** What the figure shows, without names that are made anew at each drawing. */
  const shown = (): string => {
    const body = figure.querySelector(".fig-body") ?? figure;
    const canvases = [...body.querySelectorAll("canvas")].map((canvas) => canvas.toDataURL());
    const words = [...body.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")].map(
      ({value}) => value
    );
    const markup = new XMLSerializer()
      .serializeToString(body)
      .replace(/\s(?:id|for|name|clip-path|href|aria-[\w-]+)="[^"]*"/g, "")
      .replace(/url\([^)]*\)/g, "");
    return [markup, ...canvases, ...words].join("\n");
  };

  const redrawn = async (before: string, patience: number): Promise<boolean> => {
    const given = performance.now() + 60_000;
    for (let [waited, wait] = [0, 10]; waited < patience && performance.now() < given; wait = Math.min(50, wait + 10)) {
      await pause(wait);
      const offer = figure.querySelector<HTMLButtonElement>(".fig-offer button, .fig-body button.primary");
      if (figure.dataset["status"] === "stale" && offer?.checkVisibility() === true) offer.click();
      if (figure.dataset["status"] === "error") {
        const alarms = [...figure.querySelectorAll("[role=alert]")].map(({textContent}) => textContent);
        throw new Error(`the figure fails: ${alarms.join(" ")}`);
      }
      if (figure.dataset["status"] === "running") continue;
      if (shown() !== before) return true;
      waited += wait;
    }
    return false;
  };

  const alive = async (control: HTMLElement, patience: number): Promise<Change | "idle"> => {
    // the next option of a list may be the one that changes nothing here
    const tries = Math.max(1, control.querySelectorAll("input[type=radio], option").length - 1);
    for (let attempt = 1; attempt <= tries; attempt++) {
      const before = shown();
      const changed = change(control);
      if (changed !== "changed" || (await redrawn(before, attempt < tries ? Math.min(1_000, patience) : patience)))
        return changed;
    }
    return "idle";
  };
  return {change, alive};
};

declare global {
  /** Only in a page that has been given it. */
  var handOn: (figure: HTMLElement) => Hand;
}

/** Gives the page its hand: by text, for a page's policy refuses what makes functions of texts in it. */
export const giveHand = (page: Page): Promise<unknown> => page.evaluate(`globalThis.handOn = ${handOn.toString()}`);
