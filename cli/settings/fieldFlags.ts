import {Option, type Command} from "commander";
import type {Field, Fields} from "llm-first-principles";
import {flagOf} from "./flagOf.js";

/** What a flag's value is called in the help. */
const VALUES = {
  whole: " <n>",
  real: " <x>",
  choice: " <name>",
  sizes: " <n,n,…>",
  text: " <text>",
  switch: ""
} as const;

const shownDefault = (field: Field): string => {
  if (field.kind === "text") return "";
  const value = field.kind === "switch" ? (field.default ? "yes" : "no") : String(field.default);
  return ` (default: ${value === "" ? "none" : value})`;
};

const describe = (field: Field): string => {
  const choices = field.kind === "choice" ? `; one of ${field.choices.join(", ")}` : "";
  return `${field.label}: ${field.about}${choices}${shownDefault(field)}`;
};

/** A number where the text is one as people write numbers; otherwise the text, for the check to refuse it. */
function numberOf(text: string): number | string {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) || /^[+-]?Infinity$/.test(text) ? Number(text) : text;
}

/** What a flag's text stands for, yet to be checked. */
export function valueOf(field: Field, text: string): unknown {
  if (field.kind === "whole" || field.kind === "real") return numberOf(text);
  return field.kind === "sizes" ? text.split(",").map(numberOf) : text;
}

/** Gives a command a flag for each setting: switches also one that says no. Texts have none. */
export function addFieldFlags(command: Command, fields: Fields): Command {
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === "text") continue;
    const flag = flagOf(name);
    command.addOption(new Option(`${flag}${VALUES[field.kind]}`, describe(field)));
    if (field.kind === "switch") command.addOption(new Option(flag.replace("--", "--no-"), `not ${flag}`).hideHelp());
  }
  return command;
}

/** The settings that flags have named, from what commander has parsed. */
export function flagValues(
  fields: Fields,
  options: Readonly<Record<string, unknown>>
): Readonly<Record<string, unknown>> {
  const given = Object.entries(fields).filter(([name]) => options[name] !== undefined);
  return Object.fromEntries(
    given.map(([name, field]) => {
      const value = options[name];
      return [name, typeof value === "string" ? valueOf(field, value) : value];
    })
  );
}
