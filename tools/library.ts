/** Bundles what the pages import as `/lib/….js`: Framework serves nothing above its root, and one file per module. */
import {readdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {build, context, type BuildOptions, type Plugin} from "esbuild";
import {root} from "./root.js";

/** Workers by the name of their script: one for each stage, so that no page loads what another stage computes with. */
const workers = {
  worker: "markov",
  "worker-autodiff": "autodiff",
  "worker-tensors": "tensors",
  "worker-machine": "machine"
};

/** The faces of the library, its workers, and each tools/NAME-entry.ts: libraries of others, cut down to the names that we use. */
const entries = (): Record<string, string> => {
  const cut = readdirSync(join(root, "tools")).filter((file) => file.endsWith("-entry.ts"));
  return {
    index: "lib/index.ts",
    scalar: "lib/scalar.ts",
    tensor: "lib/tensor.ts",
    ...Object.fromEntries(cut.map((file) => [file.replace("-entry.ts", ""), `tools/${file}`])),
    ...Object.fromEntries(Object.entries(workers).map(([script, file]) => [script, `src/workers/${file}.ts`]))
  };
};

const options = (): BuildOptions => ({
  entryPoints: entries(),
  absWorkingDir: root,
  outdir: "src/lib",
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning"
});

/** The library as one classic script that defines `library`: what a reader's code may call, where modules can't run. */
const sandbox = (): BuildOptions => {
  const {splitting: _, ...rest} = options();
  return {...rest, entryPoints: {sandbox: "lib/index.ts"}, format: "iife", globalName: "library"};
};

/** Writes src/lib once, minified. */
export async function buildLibrary(): Promise<void> {
  rmSync(join(root, "src/lib"), {recursive: true, force: true});
  await Promise.all([options(), sandbox()].map((one) => build({...one, minify: true})));
}

/** Writes src/lib, and again on every edit; `rebuilt` is called after each time but the first. */
export async function watchLibrary(rebuilt: () => void): Promise<void> {
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
  const others = await context({...sandbox(), minify: true});
  await others.rebuild();
  await others.watch();
}
