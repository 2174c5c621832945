import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {build} from "esbuild";
import {afterAll, describe, expect, it} from "vitest";
import {bundledOf, packageFolderOf} from "../../tools/licenses/bundled.js";
import {licensesText, unlisted} from "../../tools/licenses/licensesText.js";
import {servedNames} from "../../tools/licenses/siteLicenses.js";
import {root} from "../../tools/root.js";

const folder = mkdtempSync(join(tmpdir(), "licenses-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** A package with these files, in `node_modules` of the folder. */
function made(name: string, manifest: object, files: Readonly<Record<string, string>> = {}): string {
  const at = join(folder, "node_modules", name);
  mkdirSync(at, {recursive: true});
  const all = {"package.json": JSON.stringify({name, version: "1.2.3", ...manifest}), ...files};
  for (const [file, text] of Object.entries(all)) writeFileSync(join(at, file), text);
  return at;
}

describe("what of others is in a bundle", () => {
  it.each([
    ["node_modules/rxjs/dist/esm/index.js", "node_modules/rxjs"],
    ["node_modules/@observablehq/plot/src/plot.js", "node_modules/@observablehq/plot"],
    ["node_modules/a/node_modules/@b/c/d.js", "node_modules/a/node_modules/@b/c"],
    ["kit:../elsewhere/node_modules/a/b.js", "node_modules/a"],
    ["lib/index.ts", undefined]
  ])("is found of %s", (path, found) => {
    expect(packageFolderOf(path)).toBe(found);
  });

  it("is what is left in it, and not what was only looked at", async () => {
    const {metafile} = await build({
      stdin: {contents: 'import {max} from "d3"; import {of} from "rxjs"; export const f = max;', resolveDir: root},
      absWorkingDir: root,
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      logLevel: "silent"
    });
    const [{packages} = {packages: []}] = bundledOf(metafile);
    expect(packages).toContain("node_modules/d3-array");
    expect(packages).not.toContain("node_modules/rxjs");
  });
});

describe("a text of licenses", () => {
  const named = made("named", {license: "MIT", author: {name: "Somebody"}}, {LICENSE: "Do what you like.\r\n"});
  const bare = made("@a/bare", {license: {type: "ISC"}}, {"license.js": "no text of a license"});

  it("has each package once, in order, with its license, author and words", () => {
    const text = licensesText("Of others.", [named, bare, named]);
    expect(text.startsWith("Of others.\n\n@a/bare 1.2.3: ISC\nnamed 1.2.3: MIT\n\n---")).toBe(true);
    expect(text).toContain("named 1.2.3\nMIT\nSomebody\n\nDo what you like.\n");
    expect(text).toContain("its package.json says ISC");
    expect(text).not.toContain("no text of a license");
  });

  it("is not written where a package names no license, or is none", () => {
    const mute = made("mute", {});
    expect(() => licensesText("", [named, mute])).toThrow("mute@1.2.3 is bundled and names no license");
    expect(() => licensesText("", [join(folder, "node_modules/gone")])).toThrow("is no package");
  });

  it("is found wanting where a package that is served is not in it", () => {
    for (const name of ["_npm/named@1.2.3", "_npm/@a/bare@1.2.3", "_node/other@4.5.6"])
      mkdirSync(join(folder, "site", name), {recursive: true});
    const names = servedNames(join(folder, "site"));
    expect([...names].sort()).toEqual(["@a/bare", "named", "other"]);
    expect(unlisted(licensesText("", [named, bare]), names)).toEqual(["other"]);
    expect(unlisted(licensesText("", [named]), names)).toEqual(["@a/bare", "other"]);
  });
});
