import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Question} from "../src/components/exercise/question.js";
import {findExercises} from "../src/components/exercise/findExercises.js";
import {filesIn} from "../tools/filesIn.js";
import {root} from "../tools/root.js";
import {stageFolders} from "../tools/stageFolders.js";

/** Every question of the book that takes one line to answer, from the folders of its stages. */
export const questions: readonly Question[] = (
  await Promise.all(
    stageFolders
      .flatMap(({slug}) => filesIn(`src/stages/${slug}/exercises`, /Questions\.ts$/))
      .map((file): Promise<{readonly questions: readonly Question[]}> => import(join(root, file)))
  )
).flatMap((module) => module.questions);

const pages = stageFolders.flatMap(({slug}) => filesIn(`src/stages/${slug}`, /\.md$/));
const pathOf = (file: string): string => file.replace(/^src|\.md$/g, "");

/** The addresses of all pages of the stages. */
export const pagesOfStages: readonly string[] = pages.map(pathOf);

/** What the pages show, in their order. */
export const catalog = pages.flatMap((file) => findExercises(pathOf(file), readFileSync(join(root, file), "utf8")));
