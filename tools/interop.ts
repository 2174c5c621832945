/**
 * `npm run interop`: files of the library in other engines. Installs the engines of tests/interop/package.json where they are not,
 * and then runs tests/interop/*.interop.ts. It asks the network once, and is no part of `npm test`.
 */
import {install} from "../tests/interop/load.js";
import {run} from "./run.js";

install();
const {code, output} = await run("node_modules/vitest/vitest.mjs", [
  "run",
  "--config=vitest.interop.config.ts",
  "--reporter=verbose",
  ...process.argv.slice(2)
]);
console.log(output);
process.exitCode = code;
