import type {Locator, Page} from "playwright-core";
import {figureDone} from "../open.js";
import {giveHand} from "./hand.js";

/** A control of a figure: `.control` and `.scrubber`; `data-inert="reason"` on one says that it draws nothing. */
export const CONTROLS = ".control:not([data-inert]), .scrubber:not([data-inert])";

/** The values of all controls, as the address writes them. */
export const values = (figure: Locator): Promise<readonly string[]> =>
  figure.evaluate((node, selector) => {
    // our controls have `text`, and Observable Inputs a `value`
    const controls = [...node.querySelectorAll(selector)] as (HTMLElement & {text?: string; value?: unknown})[];
    return controls.map((control) => control.text ?? JSON.stringify(control.value));
  }, CONTROLS);

/** Moves each control of a figure once. */
export async function moveControls(page: Page, figure: Locator): Promise<void> {
  await giveHand(page);
  await figure.evaluate((node: HTMLElement, selector) => {
    const {change} = handOn(node);
    for (const control of node.querySelectorAll<HTMLElement>(selector)) change(control);
  }, CONTROLS);
}

/**
 * Changes each control of a figure, and returns those that change nothing. From the last to the first: what figures begin
 * with, a text or a data set, makes all that comes after it dearer. If one was off or changed nothing beside what the
 * others were set to, all are tried again from where the figure begins, from the first to the last, and those off at last.
 * A control with `data-dear="reason"` makes every change of the others dear, and is tried when they are done, early in time.
 */
export async function idleControls(page: Page, figure: Locator): Promise<readonly string[]> {
  await giveHand(page);
  const labels = await figure.evaluate(
    (node, selector) =>
      [...node.querySelectorAll(selector)].map(
        (control) => control.querySelector("label, legend")?.textContent ?? control.className
      ),
    CONTROLS
  );
  const attempt = async (which: readonly number[], patience: number) => {
    const off: number[] = [];
    const idle: number[] = [];
    for (const i of which) {
      const found = await figure.evaluate(
        (node: HTMLElement, [selector, i, patience]) => {
          const control = node.querySelectorAll<HTMLElement>(selector)[i];
          return control === undefined ? "skipped" : handOn(node).alive(control, patience);
        },
        [CONTROLS, i, patience] as const
      );
      if (found === "disabled") off.push(i);
      if (found === "idle") idle.push(i);
    }
    return {off, idle};
  };
  const reset = async () => {
    await figure.getByRole("button", {name: "Reset"}).click();
    await figureDone(page, (await figure.getAttribute("data-figure")) ?? "");
  };
  const matching = (selector: string): Promise<readonly number[]> =>
    figure.evaluate(
      (node, [all, selector]) =>
        [...node.querySelectorAll(all)].flatMap((control, i) => (control.matches(selector) ? [i] : [])),
      [CONTROLS, selector] as const
    );
  const named = (which: readonly number[]) => which.map((i) => labels[i] ?? String(i));
  const dear = await matching("[data-dear]");
  const usual = labels.flatMap((_, i) => (dear.includes(i) ? [] : [i]));
  const found: string[] = [];
  const back = await attempt([...usual].reverse(), 2_000);
  if (back.off.length + back.idle.length > 0) {
    await reset();
    const {off, idle} = await attempt(usual, 15_000);
    const last = await attempt(off, 15_000);
    found.push(...named([...idle, ...last.idle]), ...named(last.off).map((label) => `${label} (never on)`));
  }
  if (dear.length === 0) return found;
  await reset();
  await attempt(await matching(".scrubber"), 2_000);
  const {off, idle} = await attempt(dear, 15_000);
  return [...found, ...named(idle), ...named(off).map((label) => `${label} (never on)`)];
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
