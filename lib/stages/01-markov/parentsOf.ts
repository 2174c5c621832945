import type {Level} from "./ngrams.js";

/** Which context of this level each context of the next, longer by one token, ends in; `[contexts of the next level]`. */
export function parentsOf({children}: Level): Uint32Array {
  const parents = new Uint32Array(children.at(-1)!);
  for (let p = 0; p + 1 < children.length; p++) parents.fill(p, children[p]!, children[p + 1]!);
  return parents;
}
