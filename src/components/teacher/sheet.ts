/** A teacher's sheet: what to ask a class before a stage and after it, from the exercises of its pages. */
import type {Question, ReadCorpus} from "../exercise/question.js";
import type {WriteExercise} from "../exercise/writeExercise.js";
import type {CatalogEntry} from "../progress/done.js";

export interface TaughtStage {
  readonly number: number;
  readonly title: string;
  readonly question: string;
  readonly sections: readonly {readonly slug: string; readonly title: string}[];
}

/** A question, and the number that answers it where a number does: of a prediction, its truth. */
export interface Asked {
  readonly question: Question;
  readonly title: string;
  readonly value?: number;
}

export interface SheetSection {
  readonly title: string;
  readonly path: string;
  /** Predictions: to be guessed by everybody before the figure shows what is true. */
  readonly before: readonly Asked[];
  /** Choices and computations, for afterwards. */
  readonly after: readonly Asked[];
  /** Functions to write: the page checks them. */
  readonly code: readonly WriteExercise[];
}

export interface Sheet {
  readonly stage: TaughtStage;
  readonly sections: readonly SheetSection[];
}

/** The exercise of a name, wherever it is kept. */
type ReadExercise = (name: string) => Promise<Question | WriteExercise | undefined>;

async function asked(question: Question, title: string, corpus: ReadCorpus): Promise<Asked> {
  if (question.kind === "choose") return {question, title};
  return {question, title, value: question.kind === "compute" ? question.answer() : await question.truth(corpus)};
}

/**
 * The sheet of a stage, in the order of its pages. Every answer is computed here, by the function that the page asks.
 *
 * @throws Error for an exercise of the catalog that cannot be read.
 */
export async function sheetOf(
  stage: TaughtStage,
  catalog: readonly CatalogEntry[],
  read: ReadExercise,
  corpus: ReadCorpus
): Promise<Sheet> {
  const sections: SheetSection[] = [];
  for (const {slug, title} of stage.sections) {
    const entries = catalog.filter((entry) => entry.stage === stage.number && entry.section === slug);
    const before: Asked[] = [];
    const after: Asked[] = [];
    const code: WriteExercise[] = [];
    for (const entry of entries) {
      const exercise = await read(entry.name);
      if (exercise === undefined) throw new Error(`The exercise ${entry.name} of ${entry.path} could not be read.`);
      if (exercise.kind === "write") code.push(exercise);
      else (exercise.kind === "predict" ? before : after).push(await asked(exercise, entry.title, corpus));
    }
    const [first] = entries;
    if (first !== undefined) sections.push({title, path: first.path, before, after, code});
  }
  return {stage, sections};
}
