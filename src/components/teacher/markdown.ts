/** A teacher's sheet as Markdown: questions that can be handed out, and their answers on pages of their own. */
import {writeNumber} from "../number.js";
import type {Asked, Sheet, SheetSection} from "./sheet.js";

const LETTERS = "ABCDEFGH";
const withUnit = (number: string, unit = ""): string => `${number}${/^[a-z]/i.test(unit) ? " " : ""}${unit}`;

/** Text of an exercise is no Markdown: what would be read as markup keeps its sign. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, "\\$&").replace(/\s*\n\s*/g, " ");

function questionLines({question, title}: Asked, number: number): readonly string[] {
  const lines = [`${number}. **${plain(title)}.** ${plain(question.prompt)}`];
  if (question.kind === "predict") {
    const [low, high] = question.range.map((end) => withUnit(writeNumber(end), question.unit));
    return [...lines, "", `    A number from ${low} to ${high}: ______`];
  }
  if (question.kind === "compute") return [...lines, "", `    ${withUnit("______", question.unit ?? "")}`];
  return [...lines, "", ...question.options.map(({text}, i) => `    - ${LETTERS[i]}: ${plain(text)}`)];
}

function answerLines({question, value}: Asked, number: number): readonly string[] {
  if (question.kind !== "choose") {
    const is = withUnit(writeNumber(value ?? NaN), question.unit);
    return [`${number}. **${is}.** ${plain(question.why)} ${plain(question.solution)}`];
  }
  const right = question.options.flatMap((option, i) => (option.right === true ? [LETTERS[i]] : []));
  return [
    `${number}. **${right.join(", ")}.** ${plain(question.solution)}`,
    "",
    ...question.options.map(({text, why}, i) => `    - ${LETTERS[i]}, “${plain(text)}”: ${plain(why)}`)
  ];
}

type Part = "before" | "after";

/** The questions of a part with a number each, by section: numbers run on through the stage. */
function numbered(sections: readonly SheetSection[], part: Part) {
  let count = 0;
  return sections
    .filter((section) => section[part].length > 0)
    .map(({title, [part]: questions}) => ({title, questions: questions.map((asked) => ({asked, number: ++count}))}));
}

const list = (
  sheet: Sheet,
  part: Part,
  lines: (asked: Asked, number: number) => readonly string[]
): readonly string[] =>
  numbered(sheet.sections, part).flatMap(({title, questions}) => [
    `### ${plain(title)}`,
    "",
    ...questions.flatMap(({asked, number}) => [...lines(asked, number), ""])
  ]);

/** The sheet as a Markdown document. */
export function sheetMarkdown(sheet: Sheet): string {
  const {number, title, question} = sheet.stage;
  const code = sheet.sections.flatMap((section) =>
    section.code.map((exercise) => `- ${plain(section.title)}: **${plain(exercise.title)}.** ${plain(exercise.prompt)}`)
  );
  return [
    `# Stage ${number}, ${title}: a teacher’s sheet`,
    "",
    `*${question}*`,
    "",
    "Ask the first part before the class sees the page: everybody writes a number down, and then the figure answers. The second part is for afterwards. The answers say of each wrong one where it comes from, because that is what the next hour should begin with.",
    "",
    "## Before: guess",
    "",
    ...list(sheet, "before", questionLines),
    "## After: choose and compute",
    "",
    ...list(sheet, "after", questionLines),
    ...(code.length === 0
      ? []
      : ["## Code to write", "", "The page runs it against hidden tests, so nobody has to mark it.", "", ...code, ""]),
    "---",
    "",
    "## Answers: before",
    "",
    ...list(sheet, "before", answerLines),
    "## Answers: after",
    "",
    ...list(sheet, "after", answerLines)
  ].join("\n");
}
