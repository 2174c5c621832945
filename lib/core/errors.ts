/** One thing that an error found: its name, and what it was. */
export interface Finding {
  readonly name: string;
  readonly value: string;
}

/** An error as data: where, which rule was broken, what was found, what to do. Its message is one rendering of it. */
export interface Fault {
  /** The function or field that refuses, such as `ngram.train` or `config.order`. */
  readonly where: string;
  /** The rule that was broken, as a sentence without a period. */
  readonly rule: string;
  readonly found: readonly Finding[];
  /** What the reader can do about it. */
  readonly hint?: string;
  /** The part of a model that it happened in, such as `layers.0.attention`. */
  readonly place?: string;
}

/** `where: rule, in place`, then a line for each finding, then the hint. */
export function render({where, rule, found, hint, place}: Fault): string {
  const width = Math.max(0, ...found.map(({name}) => name.length));
  const lines = found.map(({name, value}) => `  ${name.padEnd(width)}  ${value}`);
  const inside = place === undefined ? "" : `, in ${place}`;
  return [`${where}: ${rule}${inside}`, ...lines, ...(hint === undefined ? [] : [`  hint: ${hint}`])].join("\n");
}

/** What an error is about, in a word that stays, whatever its message says: the book's troubleshooting page has a section for each. */
export type ErrorCode =
  | "LLMFP_COMPUTATION"
  | "LLMFP_SHAPE"
  | "LLMFP_DTYPE"
  | "LLMFP_DEAD_TENSOR"
  | "LLMFP_CONFIG"
  | "LLMFP_FORMAT"
  | "LLMFP_TEXT"
  | "LLMFP_WORKER"
  | "LLMFP_STAGE"
  | "LLMFP_NOT_FINITE";

/** What all errors of this library are. `fault` has the parts of the message. */
export class LibraryError extends Error {
  readonly code: ErrorCode = "LLMFP_COMPUTATION";
  readonly fault: Fault;
  constructor(where: string, rule: string, found: readonly Finding[] = [], hint?: string, options?: ErrorOptions) {
    const fault = hint === undefined ? {where, rule, found} : {where, rule, found, hint};
    super(render(fault), options);
    this.fault = fault;
    this.name = new.target.name;
  }
}

/** Sizes that do not fit each other. */
export class ShapeError extends LibraryError {
  override readonly code = "LLMFP_SHAPE";
}
/** Kinds of numbers that do not fit each other, or an operation. */
export class DtypeError extends LibraryError {
  override readonly code = "LLMFP_DTYPE";
}
/** A tensor that was touched after the region that it lived in had ended. */
export class DeadTensorError extends LibraryError {
  override readonly code = "LLMFP_DEAD_TENSOR";
}
/** A setting that cannot be: a config field, an argument, an address. */
export class ConfigError extends LibraryError {
  override readonly code = "LLMFP_CONFIG";
}
/** Bytes that are not what their format says. */
export class FormatError extends LibraryError {
  override readonly code = "LLMFP_FORMAT";
}
/** A text that cannot be read, is empty, or is too large. */
export class TextError extends LibraryError {
  override readonly code = "LLMFP_TEXT";
}
/** A worker that died, refused or fell silent; `step` is the last one that it answered. */
export class WorkerError extends LibraryError {
  override readonly code = "LLMFP_WORKER";
  readonly step: number | undefined;
  constructor(
    where: string,
    rule: string,
    found: readonly Finding[],
    step?: number,
    hint?: string,
    options?: ErrorOptions
  ) {
    super(where, rule, found, hint, options);
    this.step = step;
  }
}

const LONGEST = 80;

/** A value as an error shows it: short, quoted, and never throwing, whatever it is. */
export function shown(value: unknown): string {
  try {
    const text =
      typeof value === "string"
        ? JSON.stringify(value)
        : typeof value === "bigint"
          ? `${value}n`
          : value !== null && typeof value === "object"
            ? (JSON.stringify(value) ?? Object.prototype.toString.call(value))
            : String(value);
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** A finding, for the constructor of an error. */
export const found = (name: string, value: unknown): Finding => ({name, value: shown(value)});
