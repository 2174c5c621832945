/** The package as it would be published, packed and installed once for all tests that meet it as strangers do. */
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
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
  // rxjs and what it and the command line need, from what npm ci installed: no registry is asked
  const peers = ["rxjs", "tslib", "commander", "@huggingface/jinja", "hyparquet"].map((name) =>
    pack(join(root, "node_modules", name), "--ignore-scripts")
  );
  npm("install", "--offline", "--no-audit", "--no-fund", ...[own, ...peers].map((file) => `./${file}`));
  project.provide("installed", folder);
  project.provide("tarball", join(folder, own));
  return () => rmSync(folder, {recursive: true, force: true});
}
