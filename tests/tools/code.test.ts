import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {codeFaults} from "../../tools/code.js";
import {root} from "../../tools/root.js";

const project = (body: string): string => {
  const folder = mkdtempSync(join(tmpdir(), "code-"));
  mkdirSync(join(folder, "lib"));
  writeFileSync(
    join(folder, "tsconfig.json"),
    '{"compilerOptions": {"strict": true, "types": []}, "include": ["lib"]}'
  );
  writeFileSync(join(folder, "lib/faults.ts"), body);
  return folder;
};

it("hears the compiler, the rules that know types, and those that do not", async () => {
  const folder = project(`const later = async (): Promise<number> => 1;
export const wrong: string = 2;
later();
export const odd = [1].filter(async (x) => x > 0);
export const now = async (): Promise<number> => await 3;
export const kind = (x: "a" | "b"): number => { switch (x) { case "a": return 1; } return 2; };
export const chance = Math.random();
`);
  try {
    const faults = (await codeFaults(folder, {overrideConfigFile: join(root, "eslint.config.js")})).join("\n");
    for (const fault of [
      /faults\.ts\(2,14\): error TS2322/,
      /3:1 .*no-floating-promises/,
      /4:\d+ .*no-misused-promises/,
      /5:\d+ .*await-thenable/,
      /6:\d+ .*switch-exhaustiveness-check/,
      /7:\d+ .*no-restricted-properties/
    ])
      expect(faults).toMatch(fault);
  } finally {
    rmSync(folder, {recursive: true});
  }
}, 60_000);
