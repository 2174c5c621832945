import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Question} from "../src/components/exercise/question.js";
import {findExercises} from "../src/components/exercise/findExercises.js";
import {filesIn} from "../tools/names.js";
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

/** What the pages show, in their order. */
export const catalog = stageFolders.flatMap(({slug}) =>
  filesIn(`src/stages/${slug}`, /\.md$/).flatMap((file) =>
    findExercises(file.replace(/^src|\.md$/g, ""), readFileSync(join(root, file), "utf8"))
  )
);
