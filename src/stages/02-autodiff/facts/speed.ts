/** What the section on speed says of times that were kept by others: the benchmarks, and its own measured table. */
import {exp} from "/lib/index.js";
import {kept, machine} from "../../../components/bench.js";
import fast from "./fast.json" with {type: "json"};

const product = (shape: string, peer = "limit") => kept("kernels", `matmul ${shape}`, peer);

/** The seventh Taylor polynomial of eˣ. */
const taylor = (x: number): number => [7, 6, 5, 4, 3, 2, 1].reduce((sum, k) => 1 + (x / k) * sum, 1);

/** a·a + c in float32: the product rounded before c is added, and rounded once. In float64 both are exact. */
const [a, c] = [1 + 1 / 4096, -(1 + 1 / 2048)];
const roundedTwice = Math.fround(Math.fround(a * a) + c);
const roundedOnce = Math.fround(a * a + c);

export const facts = () => {
  const [small, middle, large] = [product("64×64×64 A·B"), product("256×256×256 A·B"), product("512×512×512 A·B")];
  const [left, right] = [product("256×256×256 Aᵀ·B"), product("256×256×256 A·Bᵀ")];
  const vector = product("1×512×2048 A·B", "tfjs-wasm 4.22.0");
  const odd = product("65×65×65 A·B", "jax-js 0.1.25");
  const even = product("64×64×64 A·B", "jax-js 0.1.25");
  const straight = product("768×128×512 A·B", "tfjs-wasm 4.22.0");
  const turned = product("768×128×512 A·Bᵀ", "tfjs-wasm 4.22.0");
  const softmax = kept("kernels", "softmax 768×65", "jax-js 0.1.25");
  const norm = kept("kernels", "layerNorm 768×512", "jax-js 0.1.25");
  const scalar = kept("scalar", "100,000 nodes forward and backward", "closure per node");
  return {
    machine,
    small: small.ours,
    middle: middle.ours,
    large: large.ours,
    limit: middle.theirs,
    leftTurned: left.ours,
    rightTurned: right.ours,
    vector: vector.ours,
    evenTheirs: even.theirs,
    oddTheirs: odd.theirs,
    oddOurs: odd.ours,
    straightTheirs: straight.theirs,
    turnedTheirs: turned.theirs,
    straightOurs: straight.ours,
    turnedOurs: turned.ours,
    softmax: softmax.ours,
    softmaxTheirs: softmax.theirs,
    norm: norm.ours,
    normTheirs: norm.theirs,
    nodes: scalar.ours,
    closures: scalar.theirs,
    nodesRatio: scalar.theirs / scalar.ours,
    taylorAtMinusTen: taylor(-10),
    expAtMinusTen: exp(-10),
    roundedTwice,
    roundedOnce
  };
};

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => {
  const {facts: here} = fast;
  return {
    sameAtAllSizes: Math.max(f.small, f.middle, f.large) < 1.15 * Math.min(f.small, f.middle, f.large),
    nearTheLimit: f.middle > 0.9 * f.limit,
    turningCostsLittle: Math.min(f.leftTurned, f.rightTurned) > 0.8 * f.middle,
    turningCostsThemMuch: f.turnedTheirs < f.straightTheirs / 8,
    vectorIsHalf: f.vector < 0.65 * f.middle,
    oddCostsThemMuch: f.oddTheirs < f.evenTheirs / 5,
    oddCostsLittle: f.oddOurs > 0.7 * f.small,
    softmaxTenTimes: f.softmaxTheirs > 10 * f.softmax,
    normTenTimes: f.normTheirs > 10 * f.norm,
    tenTimesAsManyNodes: f.nodesRatio > 10,
    missesFall: here.missesIkj < here.missesIjk / 3 && here.missesBlocks < here.missesIkj,
    worstOrder: here.missesJki > 1.9 * here.missesIjk,
    minimaxIsBetter: here.minimaxNano < here.taylorNano / 4,
    belowHalfAUnit: here.minimaxNano < 60,
    mostAreNearest: here.missed < 0.1,
    withinAUnit: here.ulp < 1,
    memoryStays: here.held1000 === here.held10,
    fusedIsExact: f.roundedOnce === a * a + c && f.roundedTwice !== a * a + c,
    signIsWrong: f.taylorAtMinusTen < 0 && f.expAtMinusTen > 0
  };
};
