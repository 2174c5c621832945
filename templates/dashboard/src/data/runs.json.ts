import {runsFolder} from "../../runsFolder.js";
import {readRuns} from "./readRuns.js";

process.stdout.write(JSON.stringify(readRuns(runsFolder)));
