import {readFaces} from "./reference/readFaces.js";
const e = await readFaces();
for (const x of e.filter((_, i) => i % 23 === 0)) console.log(x.signatures.join("\n"), x.members.map(m => "\n   ." + m.name + ": " + m.type).join(""), "\n");
for (const x of e.filter((x) => ["grad","valueAndGrad","GradientTransformation","TransformerConfig", "DEFAULT"].includes(x.name))) console.log(x.signatures.join("\n"), x.members.map(m => "\n   ." + m.name + ": " + m.type).join(""), "\n");
console.log(e.filter(x => x.signatures.join("").length > 400).map(x => x.name + x.signatures.join("").length));
