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
type Shelf = ReadonlyMap<string, Made>;

/** A stage and its config, not opened yet. */
export const opening = <C, B, S, M, More>(
  stage: Stage<C, B, S, M, More>,
  config: C
): Opening<C, Opened<B, S, M> & More> => from(stage, config, () => new Map());

function from<C, O>(stage: (config: C, reuse: Reuse) => O, config: C, before: () => Shelf): Opening<C, O> {
  const shelf = new Map<string, Made>();
  let made: {readonly opened: O} | undefined;
  const open = (): O => {
    for (const [name, part] of before()) shelf.set(name, part);
    return stage(config, reuseOf(shelf));
  };
  const self: Opening<C, O> = {
    config,
    opened: () => (made ??= {opened: blaming("open", 0, open)}).opened,
    changed: (change) => {
      const names = Object.keys(change) as (keyof C)[]; // whoever changes a C gives fields of a C
      const same = names.every((name) => Object.is(change[name], config[name]));
      return same ? self : from(stage, {...config, ...change}, () => shelf);
    }
  };
  return self;
}

const reuseOf =
  (shelf: Map<string, Made>): Reuse =>
  <T>(name: string, of: readonly unknown[], make: () => T): T => {
    const known = shelf.get(name);
    if (known?.of.length === of.length && known.of.every((value, i) => Object.is(value, of[i])))
      return known.value as T; // the same stage put it there, under this name
    const value = make();
    shelf.set(name, {of, value});
    return value;
  };
