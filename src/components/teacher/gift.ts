/**
 * A teacher's sheet as GIFT, which Moodle and other learning platforms read: each question with its answers, and what
 * to say to whoever gives them.
 *
 * @see https://docs.moodle.org/en/GIFT_format
 */
import {leeway} from "../exercise/question.js";
import type {Asked, Sheet} from "./sheet.js";

/** Text with what GIFT reads as signs of its own after a backslash, on one line: an empty line would end the question. */
const plain = (text: string): string => text.replace(/[~=#{}:\\]/g, "\\$&").replace(/\s*\n\s*/g, "\\n");

/** A number of GIFT: in plain decimals, for there is no exponent. */
const number = (value: number): string =>
  value.toLocaleString("en", {useGrouping: false, maximumSignificantDigits: 12});

function answers({question, value = NaN}: Asked): string {
  if (question.kind === "choose")
    return question.options
      .map(({text, right, why}) => `\n  ${right === true ? "=" : "~"}${plain(text)}#${plain(why)}`)
      .join("");
  if (question.kind === "predict") return `#\n  =${number(value)}:${number(leeway(question))}#${plain(question.why)}`;
  const {tolerance = Math.max(Math.abs(value) / 100, 1e-12), why, hints = []} = question;
  // one right answer, and those wrong ones whose origin is known, worth nothing but a word
  return `#\n  =${number(value)}:${number(tolerance)}#${plain(why)}${hints
    .map((hint) => `\n  =%0%${number(hint.value)}:${number(hint.tolerance ?? tolerance)}#${plain(hint.why)}`)
    .join("")}`;
}

const unitOf = ({question}: Asked): string =>
  question.kind === "choose" || question.unit === undefined ? "" : ` (in ${question.unit.trim()})`;

const entry = (asked: Asked): string =>
  `::${plain(asked.question.name)}::[plain]${plain(asked.title)}\\n${plain(asked.question.prompt + unitOf(asked))} {${answers(asked)}\n####${plain(asked.question.solution)}}\n`;

/** All questions of the sheet, in two categories of its stage; functions to write are left to the page. */
export function sheetGift({stage, sections}: Sheet): string {
  const category = (part: "before" | "after"): string =>
    [
      `$CATEGORY: Stage ${stage.number} ${plain(stage.title)}/${part === "before" ? "Before" : "After"}\n`,
      ...sections.flatMap((section) => section[part].map(entry))
    ].join("\n");
  return `${category("before")}\n${category("after")}`;
}
