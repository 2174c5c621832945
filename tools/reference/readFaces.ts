import {relative} from "node:path/posix";
import {
  Application,
  DeclarationReflection,
  LogLevel,
  ReflectionKind,
  ReflectionType,
  type SignatureReflection
} from "typedoc";
import {root} from "../root.js";
import {docOf} from "./docs.js";
import type {Entry, Kind, Member} from "./entry.js";
import {packageFaces} from "./faces.js";
import {declarations, signatureOf, typeOf} from "./signatures.js";

const kinds: ReadonlyMap<ReflectionKind, Kind> = new Map([
  [ReflectionKind.Function, "function"],
  [ReflectionKind.Variable, "constant"],
  [ReflectionKind.Class, "class"],
  [ReflectionKind.Interface, "interface"],
  [ReflectionKind.TypeAlias, "type"]
]);

/** A constant that is called is a function to those who use it. */
function kindOf(of: DeclarationReflection): Kind {
  const kind = kinds.get(of.kind);
  if (kind === undefined) throw new Error(`${of.getFullName()}: the reference knows no such kind of export`);
  const called = of.type instanceof ReflectionType && of.type.declaration.signatures !== undefined;
  return kind === "constant" && called ? "function" : kind;
}

type Find = ReturnType<typeof declarations>;

/** Where a reflection is declared; typedoc counts lines from 1. */
function placeOf(of: DeclarationReflection | SignatureReflection): {readonly file: string; readonly line: number} {
  const [source] = of.sources ?? (of instanceof DeclarationReflection ? of.signatures?.[0]?.sources : undefined) ?? [];
  if (source === undefined) throw new Error(`${of.getFullName()}: the reference does not know where it is defined`);
  return {file: relative(root, source.fullFileName), line: source.line};
}

const declaredAs = (of: DeclarationReflection | SignatureReflection, find: Find) => {
  const {file, line} = placeOf(of);
  return find(file, line, of.name);
};

/** Fields by name; those of an error that every error has are not ours to tell. */
function membersOf(of: DeclarationReflection, find: Find): readonly Member[] {
  const own = of.kind === ReflectionKind.TypeAlias && of.type instanceof ReflectionType ? of.type.declaration : of;
  return (own.children ?? [])
    .filter(({kind, flags}) => kind !== ReflectionKind.Constructor && !flags.isExternal)
    .map((member) => ({
      name: member.name,
      optional: member.flags.isOptional,
      type: typeOf(declaredAs(member, find)),
      text: docOf(member).text
    }));
}

/** An export that another face has first: it stands where it points. */
const originOf = (of: DeclarationReflection): DeclarationReflection =>
  of.isReference() ? (of.getTargetReflectionDeep() as DeclarationReflection) : of;

/**
 * Every export of the package's faces, sorted by name, read from the library's types and docstrings.
 *
 * @throws Error what typedoc could not read.
 */
export async function readFaces(): Promise<readonly Entry[]> {
  const faces = packageFaces();
  const app = await Application.bootstrap({
    tsconfig: `${root}/tsconfig.lib.json`,
    entryPoints: Object.values(faces).map((file) => `${root}/${file}`),
    excludeExternals: true,
    disableGit: true,
    sourceLinkTemplate: "{path}",
    basePath: root,
    readme: "none",
    sort: ["source-order"],
    logLevel: LogLevel.Error
  });
  const project = await app.convert();
  if (project === undefined || app.logger.hasErrors()) throw new Error("the reference: the library cannot be read");
  const found = new Map<DeclarationReflection, string[]>();
  // the order of `faces`, and not that of the files, says which face an export belongs to
  for (const [face, file] of Object.entries(faces)) {
    const module = project.children?.find(({sources}) =>
      sources?.some(({fullFileName}) => relative(root, fullFileName) === file)
    );
    if (module === undefined) throw new Error(`the reference: ${file} is not among what was read`);
    for (const child of module.children ?? []) {
      const origin = originOf(child);
      found.set(origin, [...(found.get(origin) ?? []), face]);
    }
  }
  const find = declarations();
  return [...found].map(([of, faces]) => entryOf(of, faces, find)).sort(byName);
}

/** As a dictionary has them: case decides only between names that differ in nothing else. */
function byName({name: a}: Entry, {name: b}: Entry): number {
  const [small, other] = [a.toLowerCase(), b.toLowerCase()];
  return small === other ? (a < b ? -1 : 1) : small < other ? -1 : 1;
}

/** What typedoc found out where nothing is written: the result of a function, the type of a constant. */
function inferredOf(of: DeclarationReflection | SignatureReflection): string {
  const signature = of instanceof DeclarationReflection ? of.signatures?.[0] : of;
  return (signature?.type ?? of.type)?.toString() ?? "unknown";
}

function entryOf(of: DeclarationReflection, faces: readonly string[], find: Find): Entry {
  const {signatures = []} = of;
  const overloads = signatures.length > 1 ? signatures : [of];
  return {
    name: of.name,
    kind: kindOf(of),
    faces,
    ...placeOf(of),
    signatures: overloads.map((one) => signatureOf(declaredAs(one, find), of.name, inferredOf(one))),
    doc: docOf(of),
    members: membersOf(of, find)
  };
}
