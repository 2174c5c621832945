import {ConfigError, found} from "../core/errors.js";

/** Token ids: 16 bits each where the vocabulary allows it, otherwise 32. */
export type Ids = Uint16Array | Uint32Array;

/** Room for `length` ids of a vocabulary of `size` tokens, all zero. */
export const makeIds = (length: number, size: number): Ids =>
  size <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);

/**
 * Refuses an id that a vocabulary of `size` tokens does not have.
 *
 * @throws ConfigError naming the place and the size.
 */
export function checkId(where: string, id: number | undefined, index: number, size: number): number {
  if (id !== undefined && Number.isInteger(id) && id >= 0 && id < size) return id;
  throw new ConfigError(
    where,
    "every id is one of the vocabulary's",
    [found(`ids[${index}]`, id), found("vocabulary size", size)],
    "were these ids made by another tokenizer?"
  );
}
