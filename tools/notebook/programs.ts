/** Programs of notebooks: files that bundles begin with, or that stand in a frame for others, and what each is asked for. */
const source = "src/components/notebook";

/** On the page, loaded when it is edited. */
export const pagePrograms = {notebook: `${source}/notebook.ts`, files: `${source}/files.ts`} as const;

export const frameProgram = `${source}/frame/frame.ts`;

/** Modules that cells load by a name of their own. */
export const cellPrograms = {
  "notebook:highlight": `${source}/frame/highlight.ts`,
  "notebook:tex": `${source}/frame/tex.ts`,
  "notebook:typescript": `${source}/frame/typescript.ts`
} as const;

/** Modules that do in a page what a frame may not, and what stands for each. */
export const standing: Readonly<Record<string, string>> = {
  "src/components/pageWorker.ts": `${source}/frame/pageWorker.ts`,
  "src/components/download.ts": `${source}/frame/download.ts`,
  "src/components/exercise/codePlace.ts": `${source}/frame/codePlace.ts`,
  "src/components/exercise/unkept.ts": `${source}/frame/unkept.ts`
};

/** What stands for Framework's library. */
export const stdlib = `${source}/frame/stdlib.ts`;

/** All of them. */
export const programs: readonly string[] = [
  ...Object.values(pagePrograms),
  frameProgram,
  ...Object.values(cellPrograms),
  ...Object.values(standing),
  stdlib
];
