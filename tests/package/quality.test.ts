/** What the checkers of packages say of the tarball: all of it, so that a new complaint is seen. */
import {readFileSync} from "node:fs";
import {checkPackage, createPackageFromTarballData} from "@arethetypeswrong/core";
import {publint} from "publint";
import {expect, inject, it} from "vitest";
import {stageFaces} from "../../tools/stageFaces.js";

const faces = ["tensor", "scalar", "transformer", "interop", "tokenizers", ...Object.keys(stageFaces())];
const entrypoints = [".", ...faces.map((face) => `./${face}`)];
const tarball = readFileSync(inject("tarball"));

it("publint has nothing to say, not even a suggestion", async () => {
  const {buffer, byteOffset, byteLength} = tarball;
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength);
  const {messages} = await publint({pack: {tarball: bytes}, level: "suggestion", strict: true});
  expect(messages).toEqual([]);
});

it("attw finds types for every face where modules are known, and says of CommonJS what the README says", async () => {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)), {entrypoints});
  if (result.types === false) throw new Error("the package has no types");
  const found = result.problems.map((problem) =>
    "entrypoint" in problem ? `${problem.resolutionKind} ${problem.kind} ${problem.entrypoint}` : problem.kind
  );
  // modules alone: `require` works in Node ≥ 20.19 (consumers.test.ts), and resolution older than `exports` finds nothing
  const known = entrypoints.flatMap((face) => [`node10 NoResolution ${face}`, `node16-cjs CJSResolvesToESM ${face}`]);
  expect(found.sort()).toEqual(known.sort());
});
