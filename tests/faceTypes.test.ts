/** Who can call a function must be able to name what it takes and gives: the types of public signatures are public. */
import {join} from "node:path";
import ts from "typescript";
import {expect, it} from "vitest";
import {root} from "../tools/root.js";

/** The declarations that the package ships, by file: compiled in memory. */
function declarations(): ReadonlyMap<string, string> {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, "tsconfig.lib.json"),
    {declaration: true, emitDeclarationOnly: true, noEmit: false, noCheck: true},
    {...ts.sys, onUnRecoverableConfigFileDiagnostic: ({messageText}) => expect.fail(String(messageText))}
  )!;
  const files = new Map<string, string>();
  ts.createProgram(config.fileNames, config.options).emit(undefined, (name, text) => files.set(name, text));
  return files;
}

/** Compiles declarations that lie nowhere but in memory. */
function programOf(files: ReadonlyMap<string, string>): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    noLib: true
  };
  const host = ts.createCompilerHost(options);
  const {fileExists, readFile, getSourceFile} = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, version) => {
    const text = files.get(name);
    return text === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, text, version);
  };
  host.directoryExists = () => true;
  return ts.createProgram([...files.keys()], options, host);
}

it("names no type in a public signature that no face exports", () => {
  const files = declarations();
  const program = programOf(files);
  const checker = program.getTypeChecker();
  const original = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const faces = [...files.keys()]
    .filter((name) =>
      /build\/(index|scalar|tensor|tokenizers|transformer|interop|stages\/[\w-]+\/\w+)\.d\.ts$/.test(name)
    )
    .filter((name) => !name.includes("/stages/") || /\/(index|tensors|fields)\.d\.ts$/.test(name));
  expect(faces.length).toBeGreaterThanOrEqual(7);
  const exported = new Set(
    faces.flatMap((name) =>
      checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(name)!)!).map(original)
    )
  );
  const hidden = new Map<string, string>();
  const look = (owner: ts.Symbol, node: ts.Node): void => {
    const named = ts.isTypeReferenceNode(node)
      ? node.typeName
      : ts.isTypeQueryNode(node)
        ? node.exprName
        : ts.isExpressionWithTypeArguments(node)
          ? node.expression
          : undefined;
    const symbol = named && checker.getSymbolAtLocation(named);
    const type = symbol && original(symbol);
    const declared = type?.declarations?.[0];
    if (type && declared && ts.isSourceFile(declared.parent ?? declared) && !exported.has(type))
      if (files.has(declared.getSourceFile().fileName)) hidden.set(type.name, owner.name);
    ts.forEachChild(node, (child) => look(owner, child));
  };
  for (const symbol of exported) for (const declaration of symbol.declarations ?? []) look(symbol, declaration);
  expect(Object.fromEntries(hidden)).toEqual({});
}, 60_000);
