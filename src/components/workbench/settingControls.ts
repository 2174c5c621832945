import type {Field} from "/lib/index.js";
import {select, textInput} from "../figure/controls.js";
import type {Control} from "../figure/control.js";
import {offeredOf, writeSetting} from "./settingTexts.js";

/** A control for a setting: a menu of what is offered, or a short text. Its value is a text, see `readSetting`. */
export function settingControl(field: Field, value: string | undefined, label = field.label): Control<string> {
  const offered = offeredOf(field);
  if (field.kind === "text")
    return textInput({label, value: value ?? "", size: 2000, valid: () => true, rule: "a text", example: "abc abc"});
  const first = value ?? writeSetting(field.default);
  return select(offered.includes(first) ? offered : [first, ...offered], {label, value: first});
}
