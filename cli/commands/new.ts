import type {Command} from "commander";
import {EXIT} from "../exit.js";
import type {Terminal} from "../terminal.js";
import {commandOf} from "./command.js";

const DASHBOARD = `
llmfp new dashboard my-dashboard --runs runs
cd my-dashboard && npm install && npm start`;

function dashboardSubcommand(terminal: Terminal, ended: (code: number) => void): Command {
  return commandOf("dashboard", "Write a site that compares runs, made with Observable Framework", DASHBOARD)
    .argument("<dir>", "the folder to write, which has nothing in it")
    .option("--runs <dir>", "where the runs lie", "runs")
    .action(async (dir: string, {runs}: {readonly runs: string}) => {
      const {newDashboard} = await import("../new/newDashboard.js");
      newDashboard(dir, runs);
      terminal.out(`${dir}: a dashboard of ${runs}\n`);
      terminal.say(`See it:  cd ${dir} && npm install && npm start\n`);
      ended(EXIT.good);
    });
}

const ABOUT = {
  pipeline: "Write a program that trains a transformer as a stream of frames",
  stage: "Write a model of your own as a stage, with its tests"
} as const;

function projectSubcommand(template: "pipeline" | "stage", terminal: Terminal, ended: (code: number) => void): Command {
  const example = `llmfp new ${template} my-${template}\ncd my-${template} && npm install && npm start`;
  return commandOf(template, ABOUT[template], example)
    .argument("<dir>", "the folder to write, which has nothing in it")
    .action(async (dir: string) => {
      const {newProject} = await import("../new/newProject.js");
      newProject(dir, template);
      terminal.out(`${dir}: a ${template}\n`);
      terminal.say(`Run it:  cd ${dir} && npm install && npm start\n`);
      ended(EXIT.good);
    });
}

/** Writes small projects to go on with. */
export const newCommand = (terminal: Terminal, ended: (code: number) => void): Command =>
  commandOf("new", "Write a small project to go on with", `llmfp new stage my-stage${DASHBOARD}`)
    .addCommand(dashboardSubcommand(terminal, ended))
    .addCommand(projectSubcommand("pipeline", terminal, ended))
    .addCommand(projectSubcommand("stage", terminal, ended));
