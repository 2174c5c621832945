import {stageFaces} from "../stageFaces.js";

const PACKAGE = "llm-first-principles";

/** Sources of the faces by what is imported, the widest first: what two faces have is told under the first. */
export const packageFaces = (): Readonly<Record<string, string>> => ({
  [PACKAGE]: "lib/index.ts",
  ...Object.fromEntries(
    ["scalar", "tensor", "transformer", "tokenizers", "interop"].map((face) => [`${PACKAGE}/${face}`, `lib/${face}.ts`])
  ),
  ...Object.fromEntries(Object.entries(stageFaces()).map(([face, file]) => [`${PACKAGE}/${face}`, file]))
});
