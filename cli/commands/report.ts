import type {Command} from "commander";
import {EXIT} from "../exit.js";
import {size} from "../files/table.js";
import {jsonLine, type Terminal} from "../terminal.js";
import {commandOf} from "./command.js";

const EXAMPLE = `
llmfp report                                     all of runs/, into report.html
llmfp report runs/narrow runs/wide -o narrow-or-wide.html`;

/** Writes a page that compares runs. */
export const reportCommand = (terminal: Terminal, ended: (code: number) => void): Command =>
  commandOf("report", "Write a page that compares runs: one file, with all that it shows", EXAMPLE)
    .argument("[runs...]", "folders of runs, or folders with runs in them", ["runs"])
    .option("-o, --out <file>", "the page to write", "report.html")
    .option("--json", "what was written, as a line of JSON")
    .action(
      async (folders: readonly string[], {out, json = false}: {readonly out: string; readonly json?: boolean}) => {
        const {writeReport} = await import("../report/writeReport.js");
        const {runs, bytes} = writeReport(folders, out);
        terminal.out(json ? jsonLine({out, runs, bytes}) : `${out}: ${runs} runs, ${size(bytes)}\n`);
        ended(EXIT.good);
      }
    );
