/** Notebook Kit and Observable's runtime, as a static site without a network can have them. */
import type {Plugin} from "esbuild";

/** Modules of Notebook Kit that need a CDN, a server or the TypeScript compiler, and what stands for each. */
const instead: Readonly<Record<string, string>> = {
  "runtime/stdlib/recommendedLibraries.js": "export {};",
  "runtime/stdlib/sampleDatasets.js": "export {};",
  "runtime/stdlib/databaseClient.js": "export const DatabaseClient = undefined;",
  "runtime/stdlib/interpreter.js": "export const Interpreter = undefined;",
  "runtime/stdlib/highlight.js": "export const highlight = () => {};",
  "javascript/typescript.js": "export const transpileTypeScript = (code) => code;"
};

const OWN = "kit";

export const kit: Plugin = {
  name: "kit",
  setup: ({onResolve, onLoad, resolve}) => {
    onLoad({filter: /notebook-kit[\\/]dist[\\/]src[\\/].*\.js$/}, ({path}) => {
      const contents = instead[path.replaceAll("\\", "/").replace(/.*notebook-kit\/dist\/src\//, "")];
      return contents === undefined ? undefined : {contents, loader: "js"};
    });
    // left alone, an import of a CDN within a dynamic import becomes an eager one, with which the whole frame fails
    onResolve({filter: /^https:/}, ({path}) => ({path, namespace: "none", sideEffects: false}));
    onLoad({filter: /.*/, namespace: "none"}, () => ({contents: "module.exports = {}", loader: "js"}));
    // the kit is pure and does not say so: who wants `serialize` alone must not pay for the parser
    onResolve({filter: /^@observablehq\/notebook-kit$/}, async ({path, pluginData, ...rest}) =>
      pluginData === OWN ? undefined : {...(await resolve(path, {...rest, pluginData: OWN})), sideEffects: false}
    );
    onResolve({filter: /^\.\.?\//}, async ({path, pluginData, ...rest}) => {
      if (pluginData === OWN || !/notebook-kit[\\/]dist[\\/]src[\\/](index|lib|javascript)/.test(rest.importer)) return;
      return {...(await resolve(path, {...rest, pluginData: OWN})), sideEffects: false};
    });
  }
};
