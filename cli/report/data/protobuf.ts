/** What event files need of Protocol Buffers. @see https://protobuf.dev/programming-guides/encoding/ */

/** A field’s value as it stands in a message: by its wire type a varint, eight bytes, a length with bytes, or four bytes. */
type Wire = {readonly type: 0; readonly varint: bigint} | {readonly type: 1 | 2 | 5; readonly bytes: Uint8Array};

interface Field {
  readonly number: number;
  readonly wire: Wire;
}

function varintBytes(value: bigint): readonly number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  return [...bytes, Number(rest)];
}

const key = (number: number, type: Wire["type"]): readonly number[] => varintBytes(BigInt((number << 3) | type));

/** A message of fields, in their order. */
export function message(...fields: readonly Field[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(({number, wire}) => {
      if (wire.type === 0) return [...key(number, 0), ...varintBytes(wire.varint)];
      const length = wire.type === 2 ? varintBytes(BigInt(wire.bytes.length)) : [];
      return [...key(number, wire.type), ...length, ...wire.bytes];
    })
  );
}

const numberBytes = (size: 4 | 8, write: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(size);
  write(new DataView(bytes.buffer));
  return bytes;
};

export const int64 = (number: number, value: number): Field => ({number, wire: {type: 0, varint: BigInt(value)}});
export const bytesField = (number: number, bytes: Uint8Array): Field => ({number, wire: {type: 2, bytes}});
export const text = (number: number, value: string): Field => bytesField(number, new TextEncoder().encode(value));
export const double = (number: number, value: number): Field => ({
  number,
  wire: {type: 1, bytes: numberBytes(8, (view) => view.setFloat64(0, value, true))}
});
export const float = (number: number, value: number): Field => ({
  number,
  wire: {type: 5, bytes: numberBytes(4, (view) => view.setFloat32(0, value, true))}
});

const viewOf = ({buffer, byteOffset, byteLength}: Uint8Array): DataView => new DataView(buffer, byteOffset, byteLength);

/** The fields of a message. @throws RangeError for bytes that are none. */
export function fieldsOf(bytes: Uint8Array): readonly Field[] {
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined || shift > 63n) throw new RangeError("a message ends within a number");
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
  };
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new RangeError("a message ends within a field");
    at += length;
    return bytes.subarray(at - length, at);
  };
  const fields: Field[] = [];
  while (at < bytes.length) {
    const tag = Number(varint());
    const [number, type] = [tag >>> 3, tag & 7];
    if (type === 0) fields.push({number, wire: {type, varint: varint()}});
    else if (type === 1) fields.push({number, wire: {type, bytes: take(8)}});
    else if (type === 5) fields.push({number, wire: {type, bytes: take(4)}});
    else if (type === 2) fields.push({number, wire: {type, bytes: take(Number(varint()))}});
    else throw new RangeError(`a message has a field of wire type ${type}`);
  }
  return fields;
}

/** The last value of a field, for of several the last counts; undefined if there is none. */
const last = (fields: readonly Field[], number: number): Wire | undefined =>
  fields.filter((field) => field.number === number).at(-1)?.wire;

export const bytesIn = (fields: readonly Field[], number: number): Uint8Array | undefined => {
  const wire = last(fields, number);
  return wire?.type === 2 ? wire.bytes : undefined;
};
export const allBytesIn = (fields: readonly Field[], number: number): readonly Uint8Array[] =>
  fields.flatMap((field) => (field.number === number && field.wire.type === 2 ? [field.wire.bytes] : []));
export const intIn = (fields: readonly Field[], number: number): number | undefined => {
  const wire = last(fields, number);
  return wire?.type === 0 ? Number(BigInt.asIntN(64, wire.varint)) : undefined;
};
export const doubleIn = (fields: readonly Field[], number: number): number | undefined => {
  const wire = last(fields, number);
  return wire?.type === 1 ? viewOf(wire.bytes).getFloat64(0, true) : undefined;
};
export const floatIn = (fields: readonly Field[], number: number): number | undefined => {
  const wire = last(fields, number);
  return wire?.type === 5 ? viewOf(wire.bytes).getFloat32(0, true) : undefined;
};
