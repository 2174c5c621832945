import {LibraryError, render} from "./errors.js";

/**
 * What f returns; an error of this library that f throws says that it happened in the part called `name`.
 *
 * Parts nest: the place of an error inside `within("layers.0", …)` inside `within("encoder", …)` is
 * `encoder.layers.0`.
 */
export function within<T>(name: string, f: () => T): T {
  try {
    return f();
  } catch (error) {
    if (error instanceof LibraryError) {
      const {place, ...rest} = error.fault;
      const fault = {...rest, place: place === undefined ? name : `${name}.${place}`};
      // the error stays the one that was thrown, with its stack; only its address grows as it passes outwards
      Object.defineProperties(error, {fault: {value: fault}, message: {value: render(fault)}});
    }
    throw error;
  }
}
