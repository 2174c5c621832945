import {readQuery, writeQuery, type Complaint} from "./address.js";

/** An element with a value that dispatches input events. Without `text`, its value is JSON in the address. */
export type AnyControl<T> = HTMLElement & {value: T; text?: string; refusal?(text: string): string | undefined};

/** The controls of one figure and the address of the page, kept in step. */
interface FigureState {
  /** The present values as one text: equal keys draw the same. */
  readonly key: () => string;
  /** Puts the controls where the address says, or to their defaults, and returns what it could not follow. */
  readonly restore: () => readonly Complaint[];
  readonly reset: () => void;
  /** Makes a step for the Back button if the controls have left the address. */
  readonly visit: () => void;
  /** The address of the figure as it stands. */
  readonly link: () => string;
}

const write = (c: AnyControl<unknown>): string => c.text ?? JSON.stringify(c.value);

function read(c: AnyControl<unknown>, text: string): void {
  if (c.text === undefined) c.value = JSON.parse(text);
  else c.text = text;
}

function refusal(c: AnyControl<unknown> | undefined, text: string): string | undefined {
  if (c?.text !== undefined) return c.refusal?.(text);
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return "it is not JSON";
  }
}

/** The state of a figure's controls in the address: only what differs from the defaults, under the figure's name. */
export function address(name: string, entries: readonly (readonly [string, AnyControl<unknown>])[]): FigureState {
  const controls = new Map(entries);
  const texts = () => new Map(entries.map(([key, c]) => [key, write(c)]));
  const defaults = texts();
  const put = (all: ReadonlyMap<string, string>) => {
    for (const [key, c] of entries) {
      const text = all.get(key);
      if (text !== undefined && text !== write(c)) read(c, text);
    }
  };
  const query = () => writeQuery(location.search, name, texts(), defaults);
  const url = (hash: string) => {
    const search = query();
    return `${location.pathname}${search === "" ? "" : `?${search}`}${hash}`;
  };
  return {
    key: () => JSON.stringify([...texts()]),
    reset: () => put(defaults),
    restore: () => {
      const {texts: found, complaints} = readQuery(location.search, name, defaults, (key, text) =>
        refusal(controls.get(key), text)
      );
      put(found);
      return complaints;
    },
    visit: () => {
      if (query() !== new URLSearchParams(location.search).toString())
        history.pushState(history.state, "", url(location.hash));
    },
    link: () => new URL(url(`#${name}`), location.href).href
  };
}
