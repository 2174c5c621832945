/** `npm run soak`: the slow suites, one after another. Each is a program that ends with an error if a bound is missed. */
import {readdirSync} from "node:fs";
import {join} from "node:path";
import {spawnSync} from "node:child_process";
import {root} from "./root.js";

const folder = join(root, "tests/soak");
const suites = readdirSync(folder)
  .filter((file) => file.endsWith(".soak.ts"))
  .sort();
const failed = suites.filter((suite) => {
  console.log(`\n${suite}`);
  const {status} = spawnSync(process.execPath, ["--expose-gc", "--import", "tsx", join(folder, suite)], {
    cwd: root,
    stdio: "inherit"
  });
  return status !== 0;
});
console.log(`\n${suites.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
