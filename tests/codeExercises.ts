import {join} from "node:path";
import type {WriteExercise} from "../src/components/exercise/writeExercise.js";
import {root} from "../tools/root.js";
import {filesIn} from "../tools/filesIn.js";
import {stageFolders} from "../tools/stageFolders.js";

const files = stageFolders.flatMap(({slug}) => filesIn(`src/stages/${slug}/exercises`, /^(?!.*Questions).*\.ts$/));
const modules: readonly {readonly exercises: readonly WriteExercise[]}[] = await Promise.all(
  files.map((file) => import(join(root, file)))
);

/** Every code exercise of the book, from the folders of its stages. */
export const codeExercises: readonly WriteExercise[] = modules.flatMap(({exercises}) => exercises);
