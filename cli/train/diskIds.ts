import {closeSync, existsSync, fstatSync, openSync, readSync} from "node:fs";
import {fold, key, windows, type IdSource} from "llm-first-principles";
import {tensor} from "llm-first-principles/tensor";
import {disk, writeAll} from "../files/disk.js";
import type {OpenedModel} from "../models/openModel.js";
import {UsageError} from "../exit.js";

/** Ids in a file: 16 bits each where the vocabulary allows it, otherwise 32, in the order of this machine. */
export interface DiskIds extends IdSource {
  readonly close: () => void;
}

const arrayOf = (size: number) => (size <= 0x10000 ? Uint16Array : Uint32Array);

/** Writes the ids of texts behind each other. The file is there when it is whole. */
export function writeIds(path: string, size: number, ids: Iterable<ArrayLike<number>>): void {
  const temporary = `${path}.tmp`;
  const file = disk.open(temporary, "w");
  try {
    for (const some of ids) {
      const ArrayType = arrayOf(size);
      const array = some instanceof ArrayType ? some : ArrayType.from(some);
      writeAll(disk, file, new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    }
    disk.sync(file);
  } catch (error) {
    disk.remove(temporary);
    throw error;
  } finally {
    disk.close(file);
  }
  disk.rename(temporary, path);
}

/** Opens a file of ids of a vocabulary of so many tokens; undefined if there is none. */
export function openIds(path: string, size: number): DiskIds | undefined {
  if (!existsSync(path)) return undefined;
  const file = openSync(path, "r");
  const ArrayType = arrayOf(size);
  const width = ArrayType.BYTES_PER_ELEMENT;
  return {
    length: fstatSync(file).size / width,
    read: (from, count) => {
      const ids = new ArrayType(count);
      const bytes = new Uint8Array(ids.buffer);
      for (let at = 0; at < bytes.length;) {
        const read = readSync(file, bytes, at, bytes.length - at, from * width + at);
        if (read === 0) break;
        at += read;
      }
      return ids;
    },
    close: () => closeSync(file)
  };
}

/** A transformer whose windows are drawn from ids on disk, as they would be from the same ids in memory. */
export function withDiskIds(
  opened: OpenedModel,
  {context, batchSize, seed}: {readonly context: number; readonly batchSize: number; readonly seed: number},
  ids: DiskIds
): OpenedModel {
  if (ids.length <= context)
    throw new UsageError("--context", "a text is longer than a window", [{name: "tokens", value: String(ids.length)}]);
  const drawn = fold(key(seed), 1);
  const drops = fold(drawn, 1);
  const batches = windows(ids, {seqLen: context, batch: batchSize, key: drawn});
  return {
    ...opened,
    data: (step) => {
      const {inputs, targets, shape} = batches(step);
      return {inputs: tensor(inputs, {shape}), targets: tensor(targets, {shape}), key: fold(drops, step)};
    }
  };
}
