/** Runs one program whose result is kept, in a process of its own: usage: bake-worker.ts FILE [--first]. Prints JSON. */
import {refuseClocks} from "./noClock.js";
import {firstStepsOf, load, resultOf} from "./program.js";

const [, , file = "", first] = process.argv;
refuseClocks();
const program = await load(file);
const firstSteps = await firstStepsOf(program);
const result = first === "--first" ? {} : await resultOf(program, file);
process.stdout.write(JSON.stringify({...(firstSteps === undefined ? {} : {firstSteps}), ...result}));
