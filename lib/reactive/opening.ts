import type {Opened, Reuse, Stage} from "../core/stage.js";
import {blaming} from "./stageError.js";

/** A stage with a config, which is opened once, when it is first needed. */
export interface Opening<Config, O> {
  readonly config: Config;
  /**
   * What opening throws is a StageError of part `open`; but a ConfigError names its field, and stays as it is.
   */
  readonly opened: () => O;
  /** The same stage under a changed config, which makes anew only what the change touches. */
  readonly changed: (change: Partial<Config>) => Opening<Config, O>;
}

/** A part of an opening, and what it was made of. */
interface Made {
  readonly of: readonly unknown[];
  readonly value: unknown;
}

/** What an opening has made, once it was opened, and the one it was forked from. */
interface Shelf {
  made?: Map<string, Made>;
  readonly before?: Shelf;
}

/** A stage and its config, not opened yet. */
export const opening = <C, B, S, M, More>(
  stage: Stage<C, B, S, M, More>,
  config: C
): Opening<C, Opened<B, S, M> & More> => from(stage, config, {});

function from<C, O>(stage: (config: C, reuse: Reuse) => O, config: C, shelf: Shelf): Opening<C, O> {
  let done: {readonly opened: O} | undefined;
  const open = (): O => {
    const made = new Map(lastMade(shelf));
    const opened = stage(config, reuseOf(made));
    shelf.made = made;
    return opened;
  };
  const self: Opening<C, O> = {
    config,
    opened: () => (done ??= {opened: blaming("open", 0, open)}).opened,
    changed: (change) => {
      const names = Object.keys(change) as (keyof C)[]; // whoever changes a C gives fields of a C
      const same = names.every((name) => Object.is(change[name], config[name]));
      return same ? self : from(stage, {...config, ...change}, {before: shelf});
    }
  };
  return self;
}

/** What was made by the nearest opening before that was opened. */
function lastMade(shelf: Shelf): ReadonlyMap<string, Made> {
  for (let here = shelf.before; here !== undefined; here = here.before) if (here.made !== undefined) return here.made;
  return new Map();
}

const reuseOf =
  (made: Map<string, Made>): Reuse =>
  <T>(name: string, of: readonly unknown[], make: () => T): T => {
    const known = made.get(name);
    if (known?.of.length === of.length && known.of.every((value, i) => Object.is(value, of[i])))
      return known.value as T; // the same stage put it there, under this name
    const value = make();
    made.set(name, {of, value});
    return value;
  };
