import {join} from "node:path";
import {expect} from "vitest";
import {packageFaces} from "../../tools/reference/faces.js";
import {root} from "../../tools/root.js";

const faces = packageFaces();

const modules = (specifier: string): Promise<unknown> =>
  import(faces[specifier] === undefined ? specifier : join(root, faces[specifier]));

/** Numbers of a text are right to their last digit: 0.33 is 1/3, and 1 is 1. */
function close(actual: unknown, said: unknown, digits: number): void {
  if (typeof said === "number") expect(actual).toBeCloseTo(said, digits);
  else if (Array.isArray(said)) {
    expect(actual).toHaveLength(said.length);
    said.forEach((one, i) => close((actual as readonly unknown[])[i], one, digits));
  } else if (typeof said === "object" && said !== null) {
    expect(Object.keys(actual as object)).toEqual(Object.keys(said));
    for (const [name, one] of Object.entries(said)) close((actual as Record<string, unknown>)[name], one, digits);
  } else expect(actual).toBe(said);
}

/** Decimals of the most exact number of a text; whole numbers are compared to six. */
function digitsOf(text: string): number {
  const decimals = [...text.matchAll(/\.(\d+)/g)].map(([, digits = ""]) => digits.length);
  return decimals.length === 0 ? 6 : Math.max(...decimals);
}

const AsyncFunction = (async () => undefined).constructor as new (
  ...parts: readonly string[]
) => (...values: readonly unknown[]) => Promise<void>;

/**
 * Runs a program in which `expression; // value` says, as JSON, what an expression is.
 *
 * @returns how many values were compared.
 */
export async function runExample(program: string): Promise<number> {
  const code = program
    .replace(/^import (\{[^}]*\}) from "([^"]+)";$/gm, 'const $1 = await modules("$2");')
    .replace(/^(?!\s|const|\/\/)(.*); \/\/ (.*)$/gm, (_, expression: string, value: string) => {
      return `say(${expression}, ${JSON.stringify(value)});`;
    });
  let said = 0;
  const say = (actual: unknown, text: string): void => {
    said++;
    try {
      close(actual, JSON.parse(text), digitsOf(text));
    } catch (cause) {
      throw new Error(`${JSON.stringify(actual)}, where the example says ${text}`, {cause});
    }
  };
  await new AsyncFunction("modules", "say", code)(modules, say);
  return said;
}
