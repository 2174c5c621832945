/** What goes wrong for those who use the library: programs of troubles/, run when the site is built, and what they throw. */
import {pathToFileURL} from "node:url";
import {join} from "node:path";
import {LibraryError, type ErrorCode} from "../lib/core/errors.js";
import {filesIn} from "./filesIn.js";
import {root} from "./root.js";

/** A program that does something wrong. */
interface Trouble {
  readonly file: string;
  readonly name: string;
  readonly code: ErrorCode;
  /** The error as it is printed: its name, then its message. */
  readonly message: string;
}

const MENDED = /Mended$/;

async function thrownBy(program: () => unknown): Promise<unknown> {
  try {
    await program();
  } catch (error) {
    return error;
  }
  return undefined;
}

async function read(file: string): Promise<readonly Trouble[]> {
  const programs = (await import(pathToFileURL(join(root, file)).href)) as Readonly<Record<string, () => unknown>>;
  const wrong = Object.entries(programs).filter(([name]) => !MENDED.test(name));
  return Promise.all(
    wrong.map(async ([name, program]) => {
      const error = await thrownBy(program);
      if (!(error instanceof LibraryError))
        throw new Error(`${file}#${name}: throws no error of the library, but ${String(error)}`);
      const mended = programs[`${name}Mended`];
      if (mended === undefined) throw new Error(`${file}: ${name} has no ${name}Mended, which says how it is done`);
      const still = await thrownBy(mended);
      if (still !== undefined) throw new Error(`${file}#${name}Mended: ${String(still)}`);
      return {file, name, code: error.code, message: `${error.constructor.name}: ${error.message}`};
    })
  );
}

/**
 * All troubles, by their files.
 *
 * @throws Error for a program that throws nothing of ours, and for one without a mended one that throws nothing.
 */
export const readTroubles = async (): Promise<readonly Trouble[]> =>
  (await Promise.all(filesIn("troubles", /\.ts$/).map(read))).flat();
