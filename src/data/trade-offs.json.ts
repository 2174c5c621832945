/** The measured numbers of the section on trade-offs, for its figure: the same facts that its prose takes. */
import {facts} from "../../tools/facts-file.js";

const prefix = "tradeOffs.";
const own = [...facts()].filter(([name]) => name.startsWith(prefix));
if (own.length === 0) throw new Error("there are no facts of trade-offs yet: npx tsx tools/facts.ts computes them");
process.stdout.write(
  JSON.stringify(Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value])))
);
