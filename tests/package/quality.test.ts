/** What the checkers of packages say of the tarball: all of it, so that a new complaint is seen. */
import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {checkPackage, createPackageFromTarballData} from "@arethetypeswrong/core";
import {publint} from "publint";
import {expect, inject, it} from "vitest";
import {root} from "../../tools/root.js";
import {stageFaces} from "../../tools/stageFaces.js";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {readonly version: string};

const faces = ["tensor", "scalar", "transformer", "interop", "tokenizers", ...Object.keys(stageFaces())];
const entrypoints = [".", ...faces.map((face) => `./${face}`)];
const tarball = readFileSync(inject("tarball"));

it("publint has nothing to say, not even a suggestion", async () => {
  const {buffer, byteOffset, byteLength} = tarball;
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength);
  const {messages} = await publint({pack: {tarball: bytes}, level: "suggestion", strict: true});
  expect(messages).toEqual([]);
});

it("attw finds the types of every face, and names only what a package of modules alone is named for", async () => {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)), {entrypoints});
  if (result.types === false) throw new Error("the package has no types");
  const found = result.problems.map((problem) =>
    "entrypoint" in problem ? `${problem.resolutionKind} ${problem.kind} ${problem.entrypoint}` : problem.kind
  );
  // modules alone: `require` works in Node ≥ 20.19 (consumers.test.ts), and resolution older than `exports` finds nothing
  const known = entrypoints.flatMap((face) => [`node10 NoResolution ${face}`, `node16-cjs CJSResolvesToESM ${face}`]);
  expect(found.sort()).toEqual(known.sort());
});

it("npm would publish it, and warns of nothing but that nobody is logged in", () => {
  const said = spawnSync("npm", ["publish", inject("tarball"), "--dry-run", "--offline", "--loglevel=notice"], {
    cwd: inject("installed"),
    encoding: "utf8",
    shell: process.platform === "win32"
  });
  expect(said.stdout).toContain(`+ llm-first-principles@${manifest.version}`);
  const complaints = said.stderr.split("\n").filter((line) => /^npm (warn|error)/.test(line));
  expect(complaints.filter((line) => !line.includes("requires you to be logged in"))).toEqual([]);
});

it("the changelog begins with what is not released, or with the package's version, and goes back from there", () => {
  const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  const [first, ...older] = [...changelog.matchAll(/^## (.*)$/gm)].map(([, heading = ""]) => heading);
  expect(["Unreleased", manifest.version]).toContain(first);
  const versions = [...(first === "Unreleased" ? [] : [first]), ...older];
  for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const order = [...versions].sort((a, b) => b!.localeCompare(a!, "en", {numeric: true}));
  expect(versions).toEqual(order);
  expect(changelog.split(/^## /m)[1]).toMatch(/^- /m);
});
