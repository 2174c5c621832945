#!/usr/bin/env node
import {runProgram} from "./program.js";
import {terminal} from "./terminal.js";

// a reader that has seen enough, such as head, closes the pipe
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

// what is said to nobody any more is no reason to end before a run is saved
process.stderr.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runProgram(process.argv.slice(2), terminal);
