import {ConfigError, found} from "../core/errors.js";

/** What was read and not yet handed on. */
export interface StopState {
  /** Text that may turn out to begin a stop string. */
  readonly held: string;
  /** The stop string that came, if one did: nothing is handed on after it. */
  readonly stopped: string | undefined;
}

/** What a piece of text brings. */
export interface StopRead {
  readonly state: StopState;
  /** Text that is sure to stand before any stop string. */
  readonly text: string;
}

/** Stop strings as a machine without memory: states go in and come out. */
export interface StopStrings {
  /** Nothing was read. */
  readonly start: StopState;
  readonly read: (state: StopState, piece: string) => StopRead;
  /** What was held back, for when the text ends without a stop string. */
  readonly rest: (state: StopState) => string;
}

/** Where the first stop string to be complete begins; of those that are complete together, the longest. */
function firstStop(text: string, stops: readonly string[]): {readonly at: number; readonly stop: string} | undefined {
  let first: {readonly at: number; readonly stop: string} | undefined;
  for (const stop of stops) {
    const at = text.indexOf(stop);
    if (at < 0) continue;
    const later = first === undefined ? -Infinity : at + stop.length - (first.at + first.stop.length);
    if (later < 0 || (later === 0 && stop.length > first!.stop.length)) first = {at, stop};
  }
  return first;
}

/** How much of a text’s end may begin a stop string. */
function heldLength(text: string, stops: readonly string[]): number {
  let most = 0;
  for (const stop of stops)
    for (let length = Math.min(stop.length - 1, text.length); length > most; length--)
      if (text.endsWith(stop.slice(0, length))) {
        most = length;
        break;
      }
  return most;
}

/**
 * Ends a text before the first of some strings, however it is cut into pieces: what might become a stop string is held back
 * until it is one or cannot be one any more. What is handed on in all does not depend on the cuts.
 *
 * @throws ConfigError for an empty string.
 */
export function stopStrings(stops: readonly string[]): StopStrings {
  stops.forEach((stop, i) => {
    if (typeof stop !== "string" || stop === "")
      throw new ConfigError(`stopStrings[${i}]`, "a stop string has at least one character", [found("stop", stop)]);
  });
  return {
    start: {held: "", stopped: undefined},
    read: (state, piece) => {
      if (state.stopped !== undefined) return {state, text: ""};
      const text = state.held + piece;
      const first = firstStop(text, stops);
      if (first !== undefined) return {state: {held: "", stopped: first.stop}, text: text.slice(0, first.at)};
      const sure = text.length - heldLength(text, stops);
      return {state: {held: text.slice(sure), stopped: undefined}, text: text.slice(0, sure)};
    },
    rest: ({held}) => held
  };
}
