/**
 * Files of records, as TensorFlow frames them: the length in eight bytes, its sum, the record, and its sum.
 *
 * @see https://www.tensorflow.org/tutorials/load_data/tfrecord#tfrecords_format_details
 */
import {maskedCrc32c} from "./crc32c.js";

const [LENGTH, SUM] = [8, 4] as const;

const sumOf = (bytes: Uint8Array): Uint8Array => {
  const sum = new Uint8Array(SUM);
  new DataView(sum.buffer).setUint32(0, maskedCrc32c(bytes), true);
  return sum;
};

/** A record with its frame. */
export function framed(record: Uint8Array): Uint8Array {
  const length = new Uint8Array(LENGTH);
  new DataView(length.buffer).setBigUint64(0, BigInt(record.length), true);
  const parts = [length, sumOf(length), record, sumOf(record)];
  const all = new Uint8Array(LENGTH + 2 * SUM + record.length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The records of a file up to the first that is not whole: such as the last of one that is being written, or that was cut. */
export function recordsOf(file: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const records: Uint8Array[] = [];
  for (let at = 0; at + LENGTH + SUM <= file.length;) {
    const length = Number(view.getBigUint64(at, true));
    const start = at + LENGTH + SUM;
    const good = view.getUint32(at + LENGTH, true) === maskedCrc32c(file.subarray(at, at + LENGTH));
    if (!good || start + length + SUM > file.length) break;
    const record = file.subarray(start, start + length);
    if (view.getUint32(start + length, true) !== maskedCrc32c(record)) break;
    records.push(record);
    at = start + length + SUM;
  }
  return records;
}
