/**
 * What the compiler and the linter say of the whole project, in one process: the linter's rules ask for the types that
 * the compiler has just worked out, which is half of what each costs. `npm run types` and `npm run lint` say the same apart.
 */
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {ESLint} from "eslint";
import ts from "typescript";
import {root} from "./root.js";

/** The files that eslint.config.js lints with types: their program is given, in place of a service that makes its own. */
const TYPED = ["lib/**/*.ts", "src/**/*.ts", "tools/**/*.ts", "tests/**/*.ts", "bench/**/*.ts"];

function programOf(folder: string): ts.Program {
  const file = join(folder, "tsconfig.json");
  const host = {...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined};
  const config = ts.getParsedCommandLineOfConfigFile(file, {}, host);
  if (config === undefined) throw new Error(`${file} cannot be read`);
  const {fileNames, options, errors} = config;
  return ts.createProgram({rootNames: fileNames, options, configFileParsingDiagnostics: errors});
}

/** The complaints of both about the project in a folder, as they print them: none if all is well. */
export async function codeFaults(folder: string, settings: ESLint.Options = {}): Promise<readonly string[]> {
  const program = programOf(folder);
  const found = ts.getPreEmitDiagnostics(program);
  const eslint = new ESLint({
    cwd: folder,
    ...settings,
    overrideConfig: {files: TYPED, languageOptions: {parserOptions: {programs: [program], projectService: false}}}
  });
  const results = await eslint.lintFiles(["."]);
  const {format} = await eslint.loadFormatter("stylish");
  const names: ts.FormatDiagnosticsHost = {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => folder,
    getNewLine: () => "\n"
  };
  return [ts.formatDiagnostics(found, names), await format(results, {})]
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const faults = await codeFaults(root);
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
