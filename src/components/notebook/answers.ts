/** What the page hands its frame, by name and from a list: modules, workers and files of the site, and nothing else. */
import type {Pieces, Wanted} from "./wire.js";

/** What the build says of the modules that cells may have. Paths are read against the manifest's own. */
export interface Manifest {
  /** Of each specifier, the file of its module. */
  readonly modules: Readonly<Record<string, string>>;
  /** Of each file of a module, those that it imports. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
  /** Of each worker's address on the site, its script. */
  readonly workers: Readonly<Record<string, string>>;
  /** Of each file's path in the sources, where it is. */
  readonly files: Readonly<Record<string, string>>;
  /** Style sheets that a module wants, with their fonts. */
  readonly styles: Readonly<Record<string, string>>;
}

type Fetched = (path: string) => Promise<ArrayBuffer>;

const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** A file with all that it imports, the imported first. */
function withImports(file: string, imports: Manifest["imports"], seen: Set<string>): readonly string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  return [...(own(imports, file) ?? []).flatMap((one) => withImports(one, imports, seen)), file];
}

/** One for each frame: what it has had is not sent again. */
export function answers(
  manifest: Manifest,
  fetched: Fetched,
  styled: (path: string) => Promise<string>
): (what: Wanted, name: string) => Promise<unknown> {
  const sent = new Set<string>();
  const text = async (path: string) => new TextDecoder().decode(await fetched(path));
  const pieces = async (file: string): Promise<Pieces> => {
    const files = withImports(file, manifest.imports, new Set()).filter((one) => one === file || !sent.has(one));
    const all = await Promise.all(files.map(async (name) => ({name, text: await text(`modules/${name}`)})));
    for (const one of files) sent.add(one); // not before: another answer would overtake this one
    return all;
  };
  const named = <T>(record: Readonly<Record<string, T>>, name: string, what: string): T => {
    const found = own(record, name);
    if (found !== undefined) return found;
    throw new Error(`“${name}” is not among the ${what} of this book`);
  };
  return async (what, name) => {
    switch (what) {
      case "module": {
        if (own(manifest.modules, name) === undefined) {
          const packages = Object.keys(manifest.modules).flatMap(
            (one) => /^npm:((?:@[^/]+\/)?[^/]+)$/.exec(one)?.[1] ?? []
          );
          throw new Error(
            `“${name}” is not among the modules of this book: cells can import ${packages.join(", ")}, and modules of the book by their addresses`
          );
        }
        return pieces(named(manifest.modules, name, "modules"));
      }
      case "piece":
        if (own(manifest.imports, name) === undefined) throw new Error(`“${name}” is no piece of a module`);
        return pieces(name);
      case "worker":
        return text(named(manifest.workers, name, "workers"));
      case "style":
        return styled(named(manifest.styles, name, "styles"));
      case "file":
        return fetched(named(manifest.files, name, "files"));
    }
  };
}
