import type {Question} from "../src/components/exercise/question.js";
import type {WriteExercise} from "../src/components/exercise/writeExercise.js";

/** The list that has the exercise of this name; undefined for a name that no page asks. Made by tools/exerciseModules.ts. */
export function listNamed(name: string): Promise<readonly (Question | WriteExercise)[] | undefined>;
