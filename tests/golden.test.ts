import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {differences} from "./goldens/compare.js";
import * as fused from "./goldens/fused.js";
import * as functions from "./goldens/functions.js";
import * as adScalar from "./goldens/adScalar.js";
import * as decode from "./goldens/decode.js";
import * as evaluation from "./goldens/evaluation.js";
import * as gguf from "./goldens/gguf.js";
import * as info from "./goldens/info.js";
import * as interp from "./goldens/interp.js";
import * as models from "./goldens/models.js";
import * as ngram from "./goldens/ngram.js";
import * as optim from "./goldens/optim.js";
import * as ops from "./goldens/ops.js";
import * as positions from "./goldens/positions.js";
import * as random from "./goldens/random.js";
import * as rnn from "./goldens/rnn.js";
import * as safetensors from "./goldens/safetensors.js";
import * as sample from "./goldens/sample.js";
import * as sched from "./goldens/sched.js";
import * as tok from "./goldens/tok.js";
import type {Families, GoldenCase} from "./goldens/types.js";

const claimed: Families = {
  ...adScalar.families,
  ...decode.families,
  ...fused.families,
  ...evaluation.families,
  ...functions.families,
  ...gguf.families,
  ...info.families,
  ...interp.families,
  ...models.families,
  ...ngram.families,
  ...ops.families,
  ...optim.families,
  ...positions.families,
  ...random.families,
  ...rnn.families,
  ...safetensors.families,
  ...sample.families,
  ...sched.families,
  ...tok.families
};

const folder = process.env["GOLDEN_DIR"] ?? join(import.meta.dirname, "golden");
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort();

/** The families that the README's table names, of the folder read or, where it has none, of ours. */
function named(): readonly string[] {
  const readme = [join(folder, "README.md"), join(import.meta.dirname, "golden", "README.md")].find(existsSync);
  const text = readme === undefined ? "" : readFileSync(readme, "utf8");
  return Array.from(text.matchAll(/^\| `([a-z0-9_]+)` \|/gm), ([, family]) => family!);
}

/** The longest name of the table that equals the file's base name or is followed in it by `_`. */
function familyOf(file: string, families: readonly string[]): string | undefined {
  const base = file.replace(/\.json$/, "");
  return families
    .filter((family) => base === family || base.startsWith(`${family}_`))
    .sort((a, b) => b.length - a.length)[0];
}

const families = [...new Set([...named(), ...Object.keys(claimed)])];

it("the folder of golden numbers has files", () => expect(files).not.toEqual([]));

for (const file of files) {
  const family = familyOf(file, families);
  const run = family === undefined ? undefined : claimed[family];
  if (run === undefined) {
    it.skip(`${family ?? file}: its stage is not built yet`, () => {});
    continue;
  }
  const {cases} = JSON.parse(readFileSync(join(folder, file), "utf8")) as {readonly cases: readonly GoldenCase[]};
  describe(`${family} (${file})`, () => {
    it("has cases", () => expect(cases).not.toEqual([]));
    for (const golden of cases)
      it(golden.name, () => {
        const checks = run(golden);
        expect(checks).not.toEqual([]);
        const found = checks.flatMap(({what, actual, expected, tolerance = golden.tolerance}) =>
          differences(what, actual, expected, tolerance)
        );
        expect(found).toEqual([]);
      });
  });
}
