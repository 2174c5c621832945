import type {Entry} from "./entry.js";

/** The names of a program that stand by themselves, and not behind a dot or in quotes. */
const namesOf = (code: string): ReadonlySet<string> =>
  new Set(
    code.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(/(?<!(?<!\.\.)\.)(?<![\w$])[A-Za-z_$][\w$]*(?!\w|\s*:)/g) ?? []
  );

/** Which export a name of an example means: that of the entry's own face, else the first that is told. */
function meant(name: string, {faces: [own = ""]}: Entry, entries: readonly Entry[]): Entry | undefined {
  const all = entries.filter((entry) => entry.name === name && entry.kind !== "interface" && entry.kind !== "type");
  return all.find(({faces}) => faces.includes(own)) ?? all[0];
}

/** An example as a whole program: with the imports of what it names, unless it imports them itself. */
export function exampleProgram(code: string, of: Entry, entries: readonly Entry[]): string {
  const own = code.match(/^import .*$/gm) ?? [];
  const imported = new Set(own.flatMap((line) => [...namesOf(line)]));
  const declared = new Set(
    [...code.matchAll(/\bconst\s+(\w+|\{[^}]*\}|\[[^\]]*\])/g)].flatMap(([, name = ""]) => [...namesOf(name)])
  );
  const byFace = new Map<string, string[]>();
  for (const name of namesOf(code)) {
    const entry = imported.has(name) || declared.has(name) ? undefined : meant(name, of, entries);
    if (entry === undefined) continue;
    const face = entry.faces.includes(of.faces[0] ?? "") ? of.faces[0]! : entry.faces[0]!;
    byFace.set(face, [...(byFace.get(face) ?? []), name]);
  }
  const lines = [...byFace]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([face, names]) => `import {${names.sort().join(", ")}} from "${face}";`);
  return [...lines, code].join("\n");
}
