import type {Locator, Page} from "playwright-core";

/** A control of a figure: `.control` and `.scrubber`; `data-inert="reason"` on one says that it draws nothing. */
export const CONTROLS = ".control:not([data-inert]), .scrubber:not([data-inert])";

/** Remembers what a figure shows, without names that are made anew at each drawing. Drawings never leave the page. */
const remember = (figure: Locator): Promise<void> =>
  figure.evaluate((node) => {
    const shown = (): string => {
      const body = node.querySelector(".fig-body") ?? node;
      const canvases = [...body.querySelectorAll("canvas")].map((canvas) => canvas.toDataURL());
      const words = [...body.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")].map(
        (field) => field.value
      );
      const markup = new XMLSerializer()
        .serializeToString(body)
        .replace(/\s(?:id|for|name|clip-path|href|aria-[\w-]+)="[^"]*"/g, "")
        .replace(/url\([^)]*\)/g, "");
      return [markup, ...canvases, ...words].join("\n");
    };
    const before = shown();
    Object.assign(node, {looksOther: () => shown() !== before});
  });

const looksOther = (figure: Locator): Promise<boolean> =>
  figure.evaluate((node) => (node as unknown as {looksOther: () => boolean}).looksOther());

/** The values of all controls, as the address writes them. */
export const values = (figure: Locator): Promise<readonly string[]> =>
  figure.evaluate((node, selector) => {
    // our controls have `text`, and Observable Inputs a `value`
    const controls = [...node.querySelectorAll(selector)] as (HTMLElement & {text?: string; value?: unknown})[];
    return controls.map((control) => control.text ?? JSON.stringify(control.value));
  }, CONTROLS);

type Change = "changed" | "disabled" | "skipped";

/** Moves one control to another value as a reader's gesture does: input events, then a change. */
const change = (figure: Locator, index: number): Promise<Change> =>
  figure.evaluate(
    (node, [selector, index]): Change => {
      const control = node.querySelectorAll<HTMLElement>(selector)[index];
      const field = control?.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
        "input, select, textarea"
      );
      const button = control?.querySelector("button");
      if (field === null || field === undefined) {
        if (button === null || button === undefined) return "skipped";
        button.click();
        return "changed";
      }
      if (field.disabled) return "disabled";
      const tell = (target: HTMLElement) => {
        for (const type of ["input", "change"]) target.dispatchEvent(new Event(type, {bubbles: true}));
      };
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
        const radios = [...(control?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? [])];
        const next = radios[(radios.findIndex(({checked}) => checked) + 1) % radios.length];
        next?.click();
        return "changed";
      } else if (field.type === "checkbox") {
        field.click();
        return "changed";
      } else {
        const value = control?.dataset["testValue"];
        if (value === undefined) return "skipped";
        if (value === field.value) throw new Error(`data-test-value is what the control has already: “${value}”`);
        field.value = value;
      }
      tell(field);
      return "changed";
    },
    [CONTROLS, index] as const
  );

/** Moves each control of a figure once. */
export async function moveControls(figure: Locator): Promise<void> {
  for (let i = 0, n = await figure.locator(CONTROLS).count(); i < n; i++) await change(figure, i);
}

/** How many values of a control are worth a try: the next option of a list may be the one that changes nothing here. */
const attempts = (figure: Locator, index: number): Promise<number> =>
  figure.evaluate(
    (node, [selector, index]) => {
      const control = node.querySelectorAll(selector)[index];
      return Math.max(1, (control?.querySelectorAll("input[type=radio], option").length ?? 1) - 1);
    },
    [CONTROLS, index] as const
  );

async function redrawn(page: Page, figure: Locator, patience: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += 50) {
    // in one step, for in the meantime the figure may start by itself
    await figure.evaluate((node: HTMLElement) => {
      const offer = node.querySelector<HTMLButtonElement>(".fig-offer button, .fig-body button.primary");
      if (node.dataset["status"] === "stale" && offer?.checkVisibility() === true) offer.click();
    });
    const state = await figure.getAttribute("data-status");
    if (state === "error")
      throw new Error(`the figure fails: ${(await figure.locator("[role=alert]").allTextContents()).join(" ")}`);
    if (state !== "running" && (await looksOther(figure))) return true;
    await page.waitForTimeout(50);
  }
  return false;
}

/** Changes each control of a figure in turn, and returns those that change nothing; one that was off comes last. */
export async function idleControls(page: Page, figure: Locator): Promise<readonly string[]> {
  const labels = await figure.evaluate(
    (node, selector) =>
      [...node.querySelectorAll(selector)].map(
        (control) => control.querySelector("label, legend")?.textContent ?? control.className
      ),
    CONTROLS
  );
  const idle: string[] = [];
  let waiting = labels.map((_, i) => i);
  for (let round = 0; round < 2 && waiting.length > 0; ++round) {
    const off: number[] = [];
    for (const i of waiting) {
      const tries = await attempts(figure, i);
      let alive = false;
      for (let attempt = 1; attempt <= tries && !alive; ++attempt) {
        await remember(figure);
        const changed = await change(figure, i);
        if (changed === "disabled") off.push(i);
        alive = changed !== "changed" || (await redrawn(page, figure, attempt < tries ? 1_000 : 15_000));
      }
      if (!alive) idle.push(labels[i] ?? String(i));
    }
    waiting = off;
  }
  return [...idle, ...waiting.map((i) => `${labels[i] ?? i} (never on)`)];
}

/** Goes through a figure by Tab, moves each slider by an arrow, and returns what was not reached or did not move. */
export async function keyboardFaults(page: Page, figure: Locator): Promise<readonly string[]> {
  const fields = await figure.evaluate((node, selector) => {
    const inputs = [...node.querySelectorAll(selector)].flatMap((control) => [
      ...control.querySelectorAll<HTMLInputElement>("input, select, textarea")
    ]);
    const stops = inputs.filter(
      (input) => !input.disabled && input.tabIndex >= 0 && (input.type !== "radio" || input.checked)
    );
    stops.forEach((input, i) => (input.dataset["stop"] = String(i)));
    if (node instanceof HTMLElement) {
      node.tabIndex = -1;
      node.focus();
    }
    return stops.map((input) => ({
      type: input.type,
      label: input.labels?.[0]?.textContent ?? input.getAttribute("aria-label") ?? ""
    }));
  }, CONTROLS);
  const reached = new Set<number>();
  const faults: string[] = [];
  for (let press = 0; press < 200; ++press) {
    await page.keyboard.press("Tab");
    const at = await figure.evaluate((node) => {
      const focus = document.activeElement;
      if (!(focus instanceof HTMLElement || focus instanceof SVGElement) || !node.contains(focus)) return "out";
      return focus.dataset["stop"] ?? "other";
    });
    if (at === "out") break;
    const field = fields[Number(at)];
    if (field === undefined) continue;
    reached.add(Number(at));
    if (field.type !== "range") continue;
    const read = () => page.evaluate(() => (document.activeElement as HTMLInputElement).valueAsNumber);
    const before = await read();
    await page.keyboard.press("ArrowRight");
    if ((await read()) === before) await page.keyboard.press("ArrowLeft");
    if ((await read()) === before) faults.push(`${field.label}: arrows move nothing`);
  }
  return [...faults, ...fields.flatMap(({label}, i) => (reached.has(i) ? [] : [`${label}: Tab never reaches it`]))];
}
