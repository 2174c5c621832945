#!/usr/bin/env bash
# typedoc knows which of a function's own parameters is a rest parameter, but prints the type of a function that
# is returned without the dots: (name: string, ...rest: string[]) => void becomes (name: string, rest: string[])
# => void, which is another type. That a parameter is optional is kept.
# Exits 0 if that is still so, 1 if it is not.
set -eu

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund typedoc@0.28.20 typescript@5.9.3

cat > index.ts <<'TS'
/** A function that gives a function. */
export declare function outer(first?: string, ...others: number[]): (name: string, size?: number, ...rest: string[]) => void;
TS
echo '{"compilerOptions": {"target": "es2022", "module": "nodenext", "moduleResolution": "nodenext", "strict": true}, "files": ["index.ts"]}' > tsconfig.json

cat > see.mjs <<'JS'
import {readFileSync} from "node:fs";
import {Application} from "typedoc";
const app = await Application.bootstrap({entryPoints: ["index.ts"], logLevel: "Error", readme: "none", disableGit: true, sourceLinkTemplate: "x"});
const project = await app.convert();
const [signature] = project.children[0].signatures;
const own = signature.parameters.map(({flags}) => ({optional: flags.isOptional, rest: flags.isRest}));
const printed = String(signature.type);
console.log(`typedoc ${JSON.parse(readFileSync("node_modules/typedoc/package.json", "utf8")).version}`);
console.log("the function's own parameters are known to be", JSON.stringify(own));
console.log("the function that it returns is printed as", printed);
const known = own[0].optional && own[1].rest;
process.exit(known && printed.includes("rest: string[]") && printed.includes("size?") && !printed.includes("...") ? 0 : 1);
JS
node see.mjs
