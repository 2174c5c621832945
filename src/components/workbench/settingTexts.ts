import type {Field} from "/lib/index.js";

const infinite = "∞";

/** A value of a setting as its control and the address write it. */
export const writeSetting = (value: unknown): string =>
  Array.isArray(value) ? value.join("-") : value === Infinity ? infinite : String(value);

/** A text of a setting as its value, by the kind of the setting. */
export function readSetting(field: Field, text: string): unknown {
  switch (field.kind) {
    case "whole":
    case "real":
      return text === infinite ? Infinity : Number(text);
    case "switch":
      return text === "true";
    case "sizes":
      return text === "" ? [] : text.split("-").map(Number);
    case "choice":
    case "text":
      return text;
  }
}

/** The texts that a setting is offered as. */
export function offeredOf(field: Field): readonly string[] {
  switch (field.kind) {
    case "choice":
      return field.choices;
    case "switch":
      return ["false", "true"];
    case "text":
      return [];
    case "whole":
    case "real":
    case "sizes": {
      const offered: readonly unknown[] = field.offered ?? [];
      const usual = writeSetting(field.default);
      const texts = offered.map(writeSetting);
      return texts.includes(usual) ? texts : [usual, ...texts];
    }
  }
}

/** What is wrong with a text of a setting; undefined if nothing is. */
export function faultOf(field: Field, text: string): string | undefined {
  return offeredOf(field).includes(text) ? undefined : `it is none of ${offeredOf(field).join(", ")}`;
}
