/** Bundles what the pages import as `/lib/….js`: Framework serves nothing above its root, and one file per module. */
import {mkdirSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {build, context, type BuildOptions, type Plugin} from "esbuild";
import type {Face} from "../src/components/exercise/writeExercise.js";
import {exerciseModules} from "./exerciseModules.js";
import {bundledOf, type Bundled} from "./licenses/bundled.js";
import {root} from "./root.js";
import {stageFaces} from "./stageFaces.js";
import {filesIn} from "./filesIn.js";
import {stageFolders} from "./stageFolders.js";

/**
 * Workers by the address of their script: `worker.ts` of 01-markov is `workers/markov`, `worker-machine.ts` of 02-autodiff
 * is `workers/autodiff-machine`. Each has what it computes with, and no page loads more than its own.
 */
const workers = (): Record<string, string> =>
  Object.fromEntries(
    stageFolders.flatMap(({slug, name}) =>
      filesIn(`src/stages/${slug}`, /^worker(-\w+)?\.ts$/).map((file) => [
        `workers/${name}${/worker(-\w+)?\.ts$/.exec(file)?.[1] ?? ""}`,
        file
      ])
    )
  );

/** What is made of the stages as they lie there: one style sheet that imports theirs, and the way to every exercise. */
function writeFound(): void {
  const sheets = stageFolders.flatMap(({slug}) => filesIn(`src/stages/${slug}`, /^style\.css$/));
  mkdirSync(join(root, "src/lib"), {recursive: true});
  writeFileSync(join(root, "src/lib/stages.css"), sheets.map((file) => `@import "../${file.slice(4)}";\n`).join(""));
  writeFileSync(join(root, "src/lib/exercises.js"), exerciseModules());
}

/** The faces of the library, its workers, the script of threads that help, and each tools/NAME-entry.ts: libraries of others, cut down to the names that we use. */
const entries = (): Record<string, string> => {
  const cut = readdirSync(join(root, "tools")).filter((file) => /^(?!plot)\w+-entry\.ts$/.test(file));
  return {
    index: "lib/index.ts",
    scalar: "lib/scalar.ts",
    tensor: "lib/tensor.ts",
    transformer: "lib/transformer.ts",
    threadsHelper: "lib/kernels/threadsHelper.ts", // beside the module that asks for it, as in the package
    ...stageFaces(),
    ...Object.fromEntries(cut.map((file) => [file.replace("-entry.ts", ""), `tools/${file}`])),
    ...workers()
  };
};

/** What each script of the sandbox has: see `face` of an exercise. */
export const sandboxEntries: Readonly<Record<Face, string>> = {
  core: "lib/index.ts",
  transformer: "tools/sandbox-transformer-entry.ts"
};

const options = (): BuildOptions => ({
  entryPoints: entries(),
  absWorkingDir: root,
  outdir: "src/lib",
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  conditions: ["es2015"], // rxjs as classes, without the helpers that older engines need
  legalComments: "none",
  logLevel: "warning"
});

/** What our charts never use of Plot, and would be a sixth of its weight: maps, and colors that are not the theme's. */
const withoutMaps: Plugin = {
  name: "without-maps",
  setup: ({onLoad}) => {
    const stub = (filter: RegExp, contents: string) => onLoad({filter}, () => ({contents, loader: "js"}));
    stub(
      /plot\/src\/projection\.js$/,
      `import {valueObject} from "./channel.js";
const no = () => undefined;
export {no as createProjection, no as project, no as projectionAspectRatio, no as xyProjection};
export const hasProjection = () => false, getGeometryChannels = () => [];
export const applyPosition = ({x, y}, scales) => valueObject({...(x && {x}), ...(y && {y})}, scales);`
    );
    stub(
      /plot\/src\/scales\/schemes\.js$/,
      `const no = () => false, ink = () => ["currentColor"];
export {no as isCategoricalScheme, no as isDivergingScheme, ink as ordinalRange, ink as maybeBooleanRange};
export const ordinalScheme = () => ink, quantitativeScheme = () => () => "currentColor";`
    );
  }
};

/** Plot by itself: shared chunks would make every page with a chart of ours pay for what Plot needs of d3. */
const plotBundle = (): BuildOptions => {
  const {splitting: _, ...rest} = options();
  return {...rest, entryPoints: {plot: "tools/plot-entry.ts"}, plugins: [withoutMaps], minify: true};
};

/**
 * Faces that few pages ask for, late, each a file by itself: shared with the others, they would cut what every page loads into
 * smaller and smaller pieces.
 */
const apart = (): BuildOptions => {
  const {splitting: _, ...rest} = options();
  return {...rest, entryPoints: {tokenizers: "lib/tokenizers.ts", interop: "lib/interop.ts"}};
};

/** The library as classic scripts that define `library`: what a reader's code may call, where modules can't run. */
const sandbox = (): BuildOptions => {
  const {splitting: _, ...rest} = options();
  // such a script has no address of its own, and opens no threads
  const logOverride = {"empty-import-meta": "silent"} as const;
  const entryPoints = Object.fromEntries(
    Object.entries(sandboxEntries).map(([face, file]) => [`sandbox-${face}`, file])
  );
  return {...rest, entryPoints, format: "iife", globalName: "library", logOverride};
};

/** Writes src/lib once, minified, and says what of others is in it. */
export async function buildLibrary(): Promise<readonly Bundled[]> {
  rmSync(join(root, "src/lib"), {recursive: true, force: true});
  writeFound();
  const all = [options(), sandbox(), apart(), plotBundle()];
  const built = await Promise.all(all.map((one) => build({...one, minify: true, metafile: true})));
  return built.flatMap(({metafile}) => bundledOf(metafile));
}

/** Writes src/lib, and again on every edit; `rebuilt` is called after each time but the first. */
export async function watchLibrary(rebuilt: () => void): Promise<void> {
  writeFound();
  let first = true;
  const report: Plugin = {
    name: "report",
    setup: ({onEnd}) =>
      onEnd(({errors}) => {
        if (!first && errors.length === 0) rebuilt();
        first = false;
      })
  };
  const watching = await context({...options(), plugins: [report]});
  await watching.rebuild();
  await watching.watch();
  await Promise.all([build(plotBundle()), build(apart())]);
  const others = await context({...sandbox(), minify: true});
  await others.rebuild();
  await others.watch();
}
