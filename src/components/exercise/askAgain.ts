import {exerciseNamed} from "./exerciseNamed.js";

/** Any exercise of the book on any page: what it needs is loaded when it is asked. Undefined if the book has none of this name. */
export async function askAgain(name: string): Promise<HTMLElement | undefined> {
  const exercise = await exerciseNamed(name);
  if (exercise === undefined) return undefined;
  if (exercise.kind === "write") return (await import("./write.js")).write([exercise], name);
  return (await import("./questions.js"))[exercise.kind]([exercise], name);
}
