/** The page on which exercises that went wrong come back, and where progress is saved and read. */
import {catalog} from "./catalog.js";
import type {CatalogEntry} from "./done.js";
import {askAgain} from "../exercise/askAgain.js";
import {button, element} from "../element.js";
import {messageOf} from "../message.js";
import {download} from "../download.js";
import {backup, forget, placeOfProgress, records, remember, restoreBackup} from "./progress.js";
import {isSolved, type ExerciseRecord, type Grade} from "./records.js";
import {GRADES, schedule, type Due} from "./schedule.js";

/** How many titles of what comes next are shown. */
const NEXT = 5;
const DAY = 24 * 60 * 60 * 1000;

/** How long until then, in words. */
function until(then: number, now: number): string {
  const days = Math.round((then - now) / DAY);
  if (then <= now) return "now";
  return days < 1
    ? "today"
    : days === 1
      ? "tomorrow"
      : days < 60
        ? `in ${days} days`
        : `in ${Math.round(days / 30)} months`;
}

interface Item {
  readonly record: ExerciseRecord;
  readonly due: Due;
  readonly entry: CatalogEntry | undefined;
}

async function items(now: number): Promise<readonly Item[]> {
  const [fsrs, entries] = await Promise.all([import("ts-fsrs"), catalog()]);
  return records()
    .flatMap((record) => {
      const due = schedule(fsrs, record.attempts, now);
      return due === undefined ? [] : [{record, due, entry: entries.find(({name}) => name === record.name)}];
    })
    .sort((a, b) => a.due.due - b.due.due);
}

/** What is due, one after the other: the exercise itself, and the grades that say how it went with the dates that follow. */
export function review(): HTMLElement {
  const list = element("div", {className: "review-list", ariaLive: "polite"}, "Looking at what you have done…");
  const refresh = async () => {
    const now = Date.now();
    try {
      const all = await items(now);
      const due = all.filter((item) => item.due.due <= now);
      const [next] = all.filter((item) => item.due.due > now);
      const later = next === undefined ? "" : ` The next one comes ${until(next.due.due, now)}.`;
      const none =
        all.length === 0 ? "Nothing yet: an exercise that goes wrong will come back here." : `Nothing is due.${later}`;
      const solved = records().filter(isSolved).length;
      list.replaceChildren(
        element("p", {className: "review-sum"}, `${solved} solved · ${all.length} in review · ${due.length} due.`),
        ...(due.length === 0 ? [element("p", {}, none)] : queue(due, now, refresh))
      );
    } catch (error) {
      list.replaceChildren(messageOf(error));
    }
  };
  void refresh();
  return element("div", {className: "review"}, list, files(refresh));
}

/** The one that has waited longest, asked again, and the titles of what comes after it. */
function queue([first, ...others]: readonly Item[], now: number, refresh: () => Promise<void>): readonly Node[] {
  if (first === undefined) return [];
  const after = others.slice(0, NEXT).map(({record, entry}) => entry?.title ?? record.name);
  const more = others.length > NEXT ? `, and ${others.length - NEXT} more` : "";
  const next =
    after.length === 0 ? [] : [element("p", {className: "review-sum"}, `Then: ${after.join(" · ")}${more}.`)];
  return [card(first, now, refresh), ...next];
}

function card({record, due, entry}: Item, now: number, refresh: () => Promise<void>): HTMLElement {
  const where = entry === undefined ? undefined : new URL(`.${entry.path}#${record.name}`, location.href).href;
  const title = entry?.title ?? record.name;
  const heading =
    where === undefined
      ? [element("b", {}, title)]
      : [element("b", {}, title), " · ", element("a", {href: where}, "its page")];
  const grade = (value: Grade, label: string) =>
    button(`${label} · ${until(due.next.get(value) ?? now, now)}`, async () => {
      remember(record.name, record.prompt, {at: Date.now(), right: value > 1, grade: value});
      await refresh();
    });
  const grades = element(
    "div",
    {className: "exercise-row", role: "group"},
    ...GRADES.map(([value, label]) => grade(value, label))
  );
  grades.ariaLabel = `How did it go: ${title}`;
  const asked = element("div", {className: "review-asked"}, record.prompt);
  void askAgain(record.name).then(
    (exercise) => exercise !== undefined && asked.replaceChildren(exercise),
    (error: unknown) => asked.append(" ", messageOf(error))
  );
  return element("section", {className: "review-item"}, element("p", {}, ...heading), asked, grades);
}

function files(refresh: () => Promise<void>): HTMLElement {
  const told = element("p", {role: "status"}, placeOfProgress());
  const input = element("input", {type: "file", accept: ".json,application/json", hidden: true});
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    input.value = "";
    if (file === undefined) return;
    try {
      if (file.size > 20_000_000) throw new Error("This file is larger than progress can be.");
      const count = restoreBackup(await file.text());
      told.textContent = `Took ${count} ${count === 1 ? "exercise" : "exercises"} from ${file.name}. ${placeOfProgress()}`;
      await refresh();
    } catch (error) {
      told.textContent = messageOf(error);
    }
  });
  let sure = false;
  const remove = button("Forget everything", async () => {
    if (!sure) {
      sure = true;
      remove.textContent = "Press again to forget everything";
      return;
    }
    sure = false;
    remove.textContent = "Forget everything";
    forget();
    await refresh();
    told.textContent = "All progress of this browser is forgotten.";
  });
  const save = button("Save progress as a file", () => download(backup(), "llm-first-principles-progress.json"));
  const load = button("Read a file", () => input.click());
  return element(
    "div",
    {className: "review-files"},
    element("div", {className: "exercise-row"}, save, load, input, remove),
    told
  );
}
