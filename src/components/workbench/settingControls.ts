import type {Field} from "/lib/index.js";
import {select, textInput} from "../figure/controls.js";
import type {Control} from "../figure/control.js";

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
    default:
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
    default: {
      const offered: readonly unknown[] = field.offered ?? [];
      const usual = writeSetting(field.default);
      const texts = offered.map(writeSetting);
      return texts.includes(usual) ? texts : [usual, ...texts];
    }
  }
}

/** A control for a setting: a menu of what is offered, or a short text. Its value is a text, see `readSetting`. */
export function settingControl(field: Field, value: string | undefined, label = field.label): Control<string> {
  const offered = offeredOf(field);
  if (field.kind === "text")
    return textInput({label, value: value ?? "", size: 2000, valid: () => true, rule: "a text", example: "abc abc"});
  const first = value ?? writeSetting(field.default);
  return select(offered.includes(first) ? offered : [first, ...offered], {label, value: first});
}

/** What is wrong with a text of a setting; undefined if nothing is. */
export function faultOf(field: Field, text: string): string | undefined {
  return offeredOf(field).includes(text) ? undefined : `it is none of ${offeredOf(field).join(", ")}`;
}
