/** Any exercise of the book on any page: what it needs is loaded when it is asked. */
import {listNamed} from "/lib/exercises.js";

/** The exercise of this name; undefined if the book has none, as of a record from an older edition. */
export async function askAgain(name: string): Promise<HTMLElement | undefined> {
  const list = await listNamed(name);
  const exercise = list?.find((exercise) => exercise.name === name);
  if (exercise === undefined) return undefined;
  if (exercise.kind === "write") return (await import("./write.js")).write([exercise], name);
  return (await import("./questions.js"))[exercise.kind]([exercise], name);
}
