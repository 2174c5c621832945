/** What the site keeps in the reader's browser. Origins are shared between sites, so every name has our prefix. */
const PREFIX = "llm-first-principles:";

interface Keep {
  readonly get: (name: string) => string | undefined;
  readonly set: (name: string, text: string) => void;
  readonly remove: (name: string) => void;
  /** All names that begin so. */
  readonly names: (start: string) => readonly string[];
  /** Whether what is set outlives the page. It turns false at the first refusal: private mode, a full disk. */
  readonly lasts: () => boolean;
}

/** A part of the browser's `Storage`. */
export type Area = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Keeps texts in an area, and in memory what the area refuses: nothing is lost before the page is closed. */
export function keep(area: Area | undefined): Keep {
  const memory = new Map<string, string | undefined>();
  let lasts = area !== undefined;
  const attempt = <T>(work: (area: Area) => T, otherwise: T): T => {
    if (area === undefined) return otherwise;
    try {
      return work(area);
    } catch {
      lasts = false;
      return otherwise;
    }
  };
  return {
    get: (name) =>
      memory.has(name) ? memory.get(name) : attempt((a) => a.getItem(PREFIX + name) ?? undefined, undefined),
    set: (name, text) => {
      const stored = attempt((a) => {
        a.setItem(PREFIX + name, text);
        return true;
      }, false);
      if (stored) memory.delete(name);
      else memory.set(name, text);
    },
    remove: (name) => {
      memory.delete(name);
      if (attempt((a) => a.getItem(PREFIX + name), null) === null) return;
      const gone = attempt((a) => {
        a.removeItem(PREFIX + name);
        return true;
      }, false);
      if (!gone) memory.set(name, undefined);
    },
    names: (start) => {
      const stored = attempt((a) => Array.from({length: a.length}, (_, i) => a.key(i) ?? ""), []);
      const ours = stored.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
      const all = new Set([...ours, ...memory.keys()]);
      return [...all].filter((name) => name.startsWith(start) && (!memory.has(name) || memory.get(name) !== undefined));
    },
    lasts: () => lasts
  };
}

function browserArea(): Area | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined; // the browser forbids it
  }
}

/** This reader's browser. */
export const kept: Keep = keep(browserArea());
