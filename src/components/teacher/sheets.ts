/** Teacher's sheets as files: made when somebody asks for one. */
import {FileAttachment} from "observablehq:stdlib";
import {loadCorpus} from "../corpus/corpora.js";
import {download} from "../download.js";
import {button, element} from "../element.js";
import {exerciseNamed} from "../exercise/exerciseNamed.js";
import {messageOf} from "../message.js";
import {catalog} from "../progress/catalog.js";
import {sheetGift} from "./gift.js";
import {sheetMarkdown} from "./markdown.js";
import {sheetOf, type Sheet, type TaughtStage} from "./sheet.js";

const file = FileAttachment("../../data/stages.json");

const FORMS: readonly (readonly [label: string, extension: string, write: (sheet: Sheet) => string])[] = [
  ["To print", "md", sheetMarkdown],
  ["For Moodle", "gift.txt", sheetGift]
];

/** For each stage the files that it can be taken away as. */
export async function teacherSheets(): Promise<HTMLElement> {
  const stages = await file.json<readonly TaughtStage[]>();
  const told = element("p", {className: "sheets-told", role: "status"});
  const save = async (stage: TaughtStage, extension: string, write: (sheet: Sheet) => string): Promise<void> => {
    told.textContent = `Computing the answers of stage ${stage.number}…`;
    try {
      const sheet = await sheetOf(stage, await catalog(), exerciseNamed, async (id) => (await loadCorpus(id)).text);
      const name = `stage-${stage.number}-teacher.${extension}`;
      download(new Blob([write(sheet)], {type: "text/plain"}), name);
      const asked = sheet.sections.reduce((sum, {before, after}) => sum + before.length + after.length, 0);
      told.textContent = `Saved ${name}, with ${asked} questions and their answers.`;
    } catch (error) {
      told.textContent = messageOf(error);
    }
  };
  const row = (stage: TaughtStage): HTMLElement =>
    element(
      "li",
      {},
      element("span", {}, `${stage.number} ${stage.title}`),
      ...FORMS.map(([label, extension, write]) => {
        const made = button(label, () => save(stage, extension, write));
        made.ariaLabel = `${label}: the sheet of stage ${stage.number}`;
        return made;
      })
    );
  return element("div", {className: "sheets"}, element("ul", {}, ...stages.map(row)), told);
}
