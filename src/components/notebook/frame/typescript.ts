/** Types off the code of cells: loaded with the first cell that has some. */
import {transform} from "sucrase";

export const untyped = (source: string): string =>
  transform(source, {transforms: ["typescript"], disableESTransforms: true, keepUnusedImports: true}).code;
