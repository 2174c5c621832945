/**
 * A control of a figure: an element with a value, like Observable Inputs, which fit as well.
 *
 * It dispatches `input` while its value changes and `change` when a gesture has ended. `text` is its value in the
 * address of the page, and `control.text = control.text` changes nothing.
 */
export interface Control<T> extends HTMLElement {
  value: T;
  text: string;
  disabled: boolean;
  /** Why a text can't be its value, as in "it is not a number"; undefined if it can. Setting such a text does nothing. */
  refusal(text: string): string | undefined;
}

interface ControlParts<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly format: (value: T) => string;
  readonly refusal: (text: string) => string | undefined;
  /** Called only with texts that are not refused. */
  readonly parse: (text: string) => T;
}

/** Makes a control of an element. */
export function control<T, E extends HTMLElement>(node: E, parts: ControlParts<T>): E & Control<T> {
  const {get, set, format, refusal, parse} = parts;
  let disabled = false;
  return Object.defineProperties(node, {
    value: {get, set},
    text: {
      get: () => format(get()),
      set: (text: string) => {
        if (refusal(text) === undefined) set(parse(text));
      }
    },
    refusal: {value: refusal},
    disabled: {
      get: () => disabled,
      set: (off: boolean) => {
        disabled = off;
        node.classList.toggle("off", off);
        for (const part of node.querySelectorAll<HTMLInputElement>("input, select, textarea, button")) {
          part.disabled = off;
        }
      }
    }
  }) as E & Control<T>; // the boundary where properties become a type
}

/** Says that the value is changing. */
export const moved = (node: HTMLElement): boolean => node.dispatchEvent(new Event("input", {bubbles: true}));

/** Says that a gesture has ended: one step for the Back button. */
export const settled = (node: HTMLElement): boolean => node.dispatchEvent(new Event("change", {bubbles: true}));
