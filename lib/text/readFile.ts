import {TextError, shown} from "../core/errors.js";
import {checkSize, readText, textLimit, type ReadTextOptions} from "./readText.js";

/** The part of a browser's `File` that is read here. */
export interface FileLike {
  readonly name: string;
  readonly size: number;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

/**
 * The text of a file that a reader chose or dropped. Its size is checked before its bytes are asked for.
 *
 * @throws TextError as `readText` does, and if the bytes cannot be had: a folder, or a file that is gone.
 */
export async function readFile(file: FileLike, options: ReadTextOptions = {}): Promise<string> {
  const {name = file.name, limit = textLimit} = options;
  // a folder has size 0 in some browsers and 4,096 in others: only reading tells
  if (file.size > 0) checkSize("readFile", file.size, limit, name);
  const buffer = await file.arrayBuffer().catch((error: unknown): never => {
    throw new TextError(
      "readFile",
      "a file can be read",
      [
        {name: "text", value: name},
        {name: "reason", value: error instanceof Error ? error.message : shown(error)}
      ],
      "it may be a folder, or have been moved or deleted since: choose the file again",
      {cause: error}
    );
  });
  return readText(new Uint8Array(buffer), {...options, name, limit});
}
