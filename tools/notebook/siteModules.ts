/** The book's own modules, as the frame of a notebook can have them: without an address of their own, or a network. */
import {existsSync, readFileSync} from "node:fs";
import {dirname, join, posix, relative} from "node:path";
import type {Plugin} from "esbuild";
import {root} from "../root.js";
import {stageFaces} from "../stageFaces.js";
import {standing, stdlib} from "./programs.js";

const here = (file: string): string => join(root, file);
const faces = stageFaces();

/** The file of a module that pages import by an address of the site; undefined where there is none. */
export function fileOfAddress(address: string): string | undefined {
  const [, name = ""] = /^\/(.+)\.js$/.exec(address) ?? [];
  const inLibrary = name.replace(/^lib\//, "");
  const candidates = name.startsWith("lib/")
    ? [`lib/${inLibrary}.ts`, `tools/${inLibrary}-entry.ts`, faces[inLibrary] ?? ""]
    : [`src/${name}.ts`];
  const found = candidates.find((file) => file !== "" && existsSync(here(file)));
  return found === undefined ? undefined : here(found);
}

/** The file that stands for one in the frame: itself, for most. */
const standingFor = (file: string): string => {
  const other = standing[relative(root, file).replaceAll("\\", "/")];
  return other === undefined ? file : here(other);
};

/** A module's text with addresses that the page can answer: of files from the root of the sources, of workers as written. */
function addressed(text: string, path: string): string {
  const folder = dirname(relative(here("src"), path)).replaceAll("\\", "/");
  return text
    .replace(/\bFileAttachment\((["'])([^"']+)\1\)/g, (_, quote: string, file: string) => {
      return `FileAttachment(${quote}${posix.join(folder, file)}${quote})`;
    })
    .replace(/\bimport\.meta\.resolve\((["'][^"']+["'])\)/g, "$1");
}

export const siteModules: Plugin = {
  name: "site-modules",
  setup: ({onResolve, onLoad, resolve}) => {
    onResolve({filter: /^observablehq:stdlib$/}, () => ({path: here(stdlib)}));
    onResolve({filter: /^\/(lib|components|stages)\/.*\.js$/}, ({path}) => {
      const file = fileOfAddress(path);
      return file === undefined ? undefined : {path: standingFor(file)};
    });
    onResolve(
      {filter: /^\.\.?\/.*\/?(pageWorker|codePlace|unkept|download)\.js$/},
      async ({path, pluginData, ...rest}) => {
        if (pluginData === "site") return;
        const found = await resolve(path, {...rest, pluginData: "site"});
        return {...found, path: standingFor(found.path)};
      }
    );
    onLoad({filter: /[\\/]src[\\/](components|stages)[\\/].*\.ts$/}, ({path}) => ({
      contents: addressed(readFileSync(path, "utf8"), path),
      loader: "ts"
    }));
  }
};
