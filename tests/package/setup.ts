/** The package as it would be published, packed and installed once for all tests that meet it as strangers do. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestProject} from "vitest/node";
import {root} from "../../tools/root.js";
import {command} from "./command.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** A folder in whose node_modules the package and its peer are installed. */
    readonly installed: string;
    /** The package's tarball. */
    readonly tarball: string;
  }
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** What a package in a folder needs, and what that needs, by names: all of it lies in our own node_modules. */
function needs(folder: string, known: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const names = Object.keys({...manifest.dependencies, ...manifest.peerDependencies});
  return names
    .filter((name) => !known.has(name))
    .reduce((all, name) => needs(join(root, "node_modules", name), new Set([...all, name])), known);
}

export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "stranger-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({name: "strangers", private: true, type: "module"}));
  const npm = (...args: readonly string[]): string => command("npm", args, folder);
  /** Packs an installed or our own package, and returns the tarball's name. */
  const pack = (from: string, ...flags: readonly string[]): string => {
    const lines = npm("pack", from, "--pack-destination", folder, "--silent", ...flags).trim();
    return lines.split("\n").at(-1) ?? "";
  };
  const own = pack(root);
  // what it needs is packed from what npm ci installed: no registry is asked
  const needed = [...needs(root)].map((name) => pack(join(root, "node_modules", name), "--ignore-scripts"));
  npm("install", "--offline", "--no-audit", "--no-fund", ...[own, ...needed].map((file) => `./${file}`));
  project.provide("installed", folder);
  project.provide("tarball", join(folder, own));
  return () => rmSync(folder, {recursive: true, force: true});
}
