/** What cells give each other by names. */
import type {Compiled} from "./compile.js";

interface Named {
  readonly compiled: Compiled | undefined;
}

/** The cells that need one of these names, or a name of one that does, in the order of `all`. */
export function followers<T extends Named>(all: readonly T[], names: readonly string[]): readonly T[] {
  const moved = new Set(names);
  const found = new Set<T>();
  for (let before = -1; found.size > before;) {
    before = found.size;
    for (const one of all) {
      if (found.has(one) || one.compiled?.inputs.some((name) => moved.has(name)) !== true) continue;
      found.add(one);
      for (const name of one.compiled.outputs) moved.add(name);
    }
  }
  return all.filter((one) => found.has(one));
}

/** What to say of a cell that gives a name which another one gives, too; nothing of others. */
export function twice<T extends Named>(one: T, all: readonly T[]): string {
  const others = new Set(all.flatMap((other) => (other === one ? [] : (other.compiled?.outputs ?? []))));
  const [name] = (one.compiled?.outputs ?? []).filter((name) => others.has(name));
  return name === undefined ? "" : `Another cell defines ${name}, too, so it has no value: rename one of them.`;
}
