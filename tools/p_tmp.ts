import {bengio} from "/work/main/lib/stages/03-neural-lm/index.js";
import {excerpt} from "/work/main/tools/corpora.js";
import {baselinesOf} from "/work/main/src/stages/03-neural-lm/model/baselines.js";
const names = {corpus: excerpt("names").text, documents: true};
const opening = {corpus: excerpt("opening").text};
const moby = {corpus: excerpt("moby-dick").text};
console.log(JSON.stringify(baselinesOf(bengio({...names} as never) as never, 2000)));
console.log(JSON.stringify(baselinesOf(bengio({...moby} as never) as never, 2000)));
const go = (label: string, c: object, steps: number, at: number) => {
  const o = bengio(c as never); let s = o.model(); let t = performance.now(); const out: string[] = [];
  for (let i = 0; i <= steps; i++) { if (i % at === 0) { const m = o.metrics(s, o.data(i)); out.push(`${i}:${m.validationLoss.toFixed(3)}`);} s = o.step(s, o.data(i)); }
  console.log(label, out.join(" "), ((performance.now() - t) / 1000).toFixed(1), "s");
};
go("names base", {...names}, 3000, 1000);
go("names b256 lr.003 h256", {...names, hidden: [256], batchSize: 256, width: 24}, 2000, 500);
go("names lr.01 b128", {...names, learningRate: 0.01, batchSize: 128}, 2000, 500);
go("names wd.3 h256 lr.003", {...names, hidden: [256], weightDecay: 0.3, batchSize: 128}, 3000, 1000);
go("names sgd lr.1", {...names, optimizer: "sgd", learningRate: 0.1, batchSize: 128, clip: Infinity}, 3000, 1000);
go("moby h256 c12 b128", {...moby, hidden: [256], context: 12, width: 24, batchSize: 128}, 4000, 1000);
