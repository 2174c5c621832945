import {UsageError} from "../exit.js";

/** Ids as a line: numbers with spaces between, or a list as JSON has it. */
export const idLine = (ids: ArrayLike<number>, json: boolean): string => {
  const list = Array.from(ids);
  return `${json ? JSON.stringify(list) : list.join(" ")}\n`;
};

/** The ids of a line in either form. @throws UsageError for what is no list of ids. */
export function idsOf(line: string, place: string): readonly number[] {
  const parts = line
    .trim()
    .replace(/^\[|\]$/g, "")
    .split(/[\s,]+/)
    .filter((part) => part !== "");
  return parts.map((part) => {
    if (/^\d+$/.test(part) && Number.isSafeInteger(Number(part))) return Number(part);
    throw new UsageError(place, "an id is a whole number from 0 up", [{name: "found", value: JSON.stringify(part)}]);
  });
}

/** Lines of a text, without an empty one after the last break. */
export const linesOf = (text: string): readonly string[] => text.replace(/\r?\n$/, "").split(/\r?\n/);
