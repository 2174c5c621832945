/** An exercise of the book and where it stands. */
export interface CatalogEntry {
  readonly name: string;
  readonly kind: string;
  /** The title of its block. */
  readonly title: string;
  /** The address of its page, from the root of the site. */
  readonly path: string;
  readonly stage: number;
  readonly section: string;
}

/** What this reader has finished: kept as one small text, so that every page can mark it without asking for more. */
interface Done {
  readonly stages: readonly number[];
  /** As `stage/section`, such as `1/sampling`. */
  readonly sections: readonly string[];
}

/** Sections and stages in which every exercise is solved. */
export function doneOf(entries: readonly CatalogEntry[], solved: ReadonlySet<string>): Done {
  const all = <K>(key: (entry: CatalogEntry) => K): readonly K[] => {
    const open = new Set(entries.filter(({name}) => !solved.has(name)).map(key));
    return [...new Set(entries.map(key))].filter((k) => !open.has(k));
  };
  return {stages: all(({stage}) => stage), sections: all(({stage, section}) => `${stage}/${section}`)};
}

/** What is kept, if it is what it should be. */
export function readDone(text: string | undefined): Done {
  try {
    const value: unknown = JSON.parse(text ?? "");
    const list = (key: string): readonly unknown[] => {
      const found: unknown = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
      return Array.isArray(found) ? found : [];
    };
    return {
      stages: list("stages").filter((stage) => typeof stage === "number"),
      sections: list("sections").filter((section) => typeof section === "string")
    };
  } catch {
    return {stages: [], sections: []};
  }
}

/** Marks finished sections and stages on the ruler, the section map and the map of the home page. */
export function mark({stages, sections}: Done): void {
  for (const item of document.querySelectorAll<HTMLElement>("[data-stage]")) {
    const {stage, section} = item.dataset;
    const done = section === undefined ? stages.includes(Number(stage)) : sections.includes(`${stage}/${section}`);
    item.classList.toggle("done", done);
    const target = item.querySelector<HTMLElement>("a") ?? item;
    if (done) target.title = `${(target.textContent ?? "").trim()} (all exercises solved)`;
    else if (target.title.endsWith("solved)")) target.title = "";
  }
}
