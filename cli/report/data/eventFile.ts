/**
 * TensorBoard’s event files, as far as numbers go.
 *
 * @see https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/util/event.proto
 * @see https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/framework/summary.proto
 */
import {
  allBytesIn,
  bytesField,
  bytesIn,
  double,
  doubleIn,
  fieldsOf,
  float,
  floatIn,
  int64,
  intIn,
  message,
  text
} from "./protobuf.js";
import {framed, recordsOf} from "./tfRecord.js";

/** Numbers of a step. */
export interface ScalarEvent {
  readonly step: number;
  /** When they were measured, in seconds since 1970. */
  readonly wallTime: number;
  /** By their tags; float32 in the file. */
  readonly values: Readonly<Record<string, number>>;
}

/** Fields of the messages, by their numbers. */
const EVENT = {wallTime: 1, step: 2, fileVersion: 3, summary: 5} as const;
const SUMMARY = {value: 1} as const;
const VALUE = {tag: 1, simpleValue: 2, tensor: 8} as const;
const TENSOR = {dtype: 1, content: 4, floats: 5, doubles: 6} as const;
const [DT_FLOAT, DT_DOUBLE] = [1, 2] as const;

const VERSION = "brain.Event:2";

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A file of events. Numbers are simple values, which every version of TensorBoard reads. */
export function writeEvents(events: readonly ScalarEvent[]): Uint8Array {
  const began = events[0]?.wallTime ?? 0;
  const first = message(double(EVENT.wallTime, began), text(EVENT.fileVersion, VERSION));
  const rest = events.map(({step, wallTime, values}) => {
    const all = Object.entries(values).map(([tag, value]) =>
      bytesField(SUMMARY.value, message(text(VALUE.tag, tag), float(VALUE.simpleValue, value)))
    );
    return message(
      double(EVENT.wallTime, wallTime),
      int64(EVENT.step, step),
      bytesField(EVENT.summary, message(...all))
    );
  });
  return joined([first, ...rest].map(framed));
}

/** The number of a tensor that has one. */
function tensorValue(bytes: Uint8Array): number | undefined {
  const fields = fieldsOf(bytes);
  const dtype = intIn(fields, TENSOR.dtype);
  const own = dtype === DT_FLOAT ? TENSOR.floats : dtype === DT_DOUBLE ? TENSOR.doubles : undefined;
  if (own === undefined) return undefined;
  const alone = dtype === DT_FLOAT ? floatIn(fields, own) : doubleIn(fields, own);
  const packed = bytesIn(fields, TENSOR.content) ?? bytesIn(fields, own);
  const size = dtype === DT_FLOAT ? 4 : 8;
  if (packed === undefined || packed.length !== size) return alone;
  const view = new DataView(packed.buffer, packed.byteOffset, size);
  return dtype === DT_FLOAT ? view.getFloat32(0, true) : view.getFloat64(0, true);
}

function valueOf(bytes: Uint8Array): readonly (readonly [string, number])[] {
  const fields = fieldsOf(bytes);
  const tag = bytesIn(fields, VALUE.tag);
  const tensor = bytesIn(fields, VALUE.tensor);
  const value = floatIn(fields, VALUE.simpleValue) ?? (tensor === undefined ? undefined : tensorValue(tensor));
  return tag === undefined || value === undefined ? [] : [[new TextDecoder().decode(tag), value]];
}

/**
 * The events of a file that have numbers, in its order: of simple values, and of tensors with one number. A file that is being
 * written, or was cut, is read as far as it is whole.
 */
export function readEvents(file: Uint8Array): readonly ScalarEvent[] {
  return recordsOf(file).flatMap((record) => {
    const fields = fieldsOf(record);
    const summary = bytesIn(fields, EVENT.summary);
    if (summary === undefined) return [];
    const values = allBytesIn(fieldsOf(summary), SUMMARY.value).flatMap(valueOf);
    if (values.length === 0) return [];
    const [step, wallTime] = [intIn(fields, EVENT.step) ?? 0, doubleIn(fields, EVENT.wallTime) ?? 0];
    return [{step, wallTime, values: Object.fromEntries(values)}];
  });
}
