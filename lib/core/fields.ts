import {real, whole} from "./check.js";
import {checkFields, oneOf} from "./checkFields.js";
import {ConfigError, found} from "./errors.js";

/** What is said of every setting. */
export interface About {
  /** Its name for readers: "Learning rate". */
  readonly label: string;
  /** What it is, in a sentence without a full stop. */
  readonly about: string;
}

/** A number, and where it may lie. */
export interface NumberField extends About {
  readonly kind: "whole" | "real";
  readonly default: number;
  readonly least?: number;
  readonly above?: number;
  readonly most?: number;
  readonly below?: number;
  /** Values worth trying, in order, for a form that offers a few; any other in the range is as good. */
  readonly offered?: readonly number[];
}

/** One of a few names. */
export interface ChoiceField<T extends string = string> extends About {
  readonly kind: "choice";
  readonly default: T;
  readonly choices: readonly T[];
}

/** Yes or no. */
export interface SwitchField extends About {
  readonly kind: "switch";
  readonly default: boolean;
}

/** A list of whole numbers from 1 up, such as the sizes of layers. */
export interface SizesField extends About {
  readonly kind: "sizes";
  readonly default: readonly number[];
  readonly offered?: readonly (readonly number[])[];
}

/** A text that must be given. */
export interface TextField extends About {
  readonly kind: "text";
}

/** A setting that describes itself: its kind, its bounds, its default and its words. */
export type Field = NumberField | ChoiceField | SwitchField | SizesField | TextField;

/** The settings of a config, described: what checks it, and what a form is made of. */
export type Fields = Readonly<Record<string, Field>>;

/** The description that a setting of a type has. */
export type FieldOf<T> = [T] extends [boolean]
  ? SwitchField
  : [T] extends [number]
    ? NumberField
    : [T] extends [readonly number[]]
      ? SizesField
      : [T] extends [string]
        ? string extends T
          ? TextField
          : ChoiceField<T>
        : never;

/** A description of each setting that a config has, of the kind of its value. */
export type FieldsOf<C> = {readonly [K in keyof C]-?: FieldOf<Exclude<C[K], undefined>>};

/**
 * A config with all its settings: the given ones, checked, and the defaults of the others. A setting that is `undefined` counts
 * as not given.
 *
 * @param where - names the config in messages, such as `config`.
 * @throws ConfigError for a setting that is none, a value out of range, a text that is missing.
 */
export function settled<C extends object>(where: string, fields: FieldsOf<C>, config: C): Required<C> {
  const described = fields as unknown as Fields; // of whatever config, each is a field
  checkFields(where, config, Object.keys(described));
  const values = Object.entries(described).map(([name, field]) => [
    name,
    valid(`${where}.${name}`, field, Reflect.get(config, name))
  ]);
  return Object.fromEntries(values) as Required<C>; // each value was checked by the field of its name
}

function valid(where: string, field: Field, value: unknown): unknown {
  if (value === undefined && field.kind !== "text") return field.default;
  switch (field.kind) {
    case "whole":
      return whole(where, value, field.least === undefined && field.above === undefined ? {least: 0, ...field} : field);
    case "real":
      return real(where, value, field);
    case "choice":
      return oneOf(where, value, field.choices);
    case "switch":
      if (typeof value === "boolean") return value;
      throw new ConfigError(where, "must be true or false", [found("given", value)]);
    case "sizes":
      if (!Array.isArray(value)) throw new ConfigError(where, "must be a list of sizes", [found("given", value)]);
      return value.map((size: unknown, i) => whole(`${where}.${i}`, size, {least: 1}));
    case "text":
      if (typeof value === "string") return value;
      throw new ConfigError(where, "must be a text", [found("given", value)]);
  }
}
