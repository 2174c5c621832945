/** What of others is in a bundle, by what esbuild says that it has put there. */
import type {Metafile} from "esbuild";

/** A file that was bundled, and the folders of the packages in it, from the root of the project. */
export interface Bundled {
  readonly file: string;
  readonly packages: readonly string[];
}

const MODULES = "node_modules/";

/** The folder of the package that a file belongs to; undefined for a file of our own. */
export function packageFolderOf(path: string): string | undefined {
  const at = path.lastIndexOf(MODULES);
  if (at < 0) return undefined;
  const start = path.startsWith(MODULES) ? 0 : path.indexOf(`/${MODULES}`) + 1; // behind a plugin’s own prefix
  const [first = "", second = ""] = path.slice(at + MODULES.length).split("/");
  return path.slice(start, at + MODULES.length) + (first.startsWith("@") ? `${first}/${second}` : first);
}

/** Each file of a build with the packages of which something is left in it. */
export const bundledOf = ({outputs}: Metafile): readonly Bundled[] =>
  Object.entries(outputs).map(([file, {inputs}]) => ({
    file,
    packages: [
      ...new Set(
        Object.entries(inputs).flatMap(([path, {bytesInOutput}]) =>
          bytesInOutput > 0 ? (packageFolderOf(path.replaceAll("\\", "/")) ?? []) : []
        )
      )
    ].sort()
  }));
