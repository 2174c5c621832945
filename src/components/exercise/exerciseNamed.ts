import {listNamed} from "/lib/exercises.js";
import type {Question} from "./question.js";
import type {WriteExercise} from "./writeExercise.js";

/** The exercise of this name, loaded from where it is; undefined if the book has none, as of a record from an older edition. */
export const exerciseNamed = async (name: string): Promise<Question | WriteExercise | undefined> =>
  (await listNamed(name))?.find((exercise) => exercise.name === name);
