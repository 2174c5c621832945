import kept from "../../../data/models/characterGpt.json" with {type: "json"};
import {openModel, type KeptModel} from "../../../components/languageModel/keptModel.js";
import {PROGRAM_NAMES, type ProgramName} from "../model/attentionPrograms.js";
import {heldOutTexts} from "../model/heldOutTexts.js";
import {programSeen, type ProgramSeen} from "../model/programSeen.js";

const mean = (list: readonly number[]): number => list.reduce((total, x) => total + x, 0) / list.length;

/** A program on all passages: means of what is measured, and the worst of what is tested. */
function over(seen: readonly ProgramSeen[]) {
  return {
    loss: mean(seen.map(({loss}) => loss)),
    first: mean(seen.map(({halves}) => halves[0])),
    second: mean(seen.map(({halves}) => halves[1])),
    spread: mean(seen.map(({spread}) => spread)),
    least: Math.min(...seen.map(({rowSums}) => rowSums[0])),
    largest: Math.max(...seen.map(({rowSums}) => rowSums[1])),
    future: Math.max(...seen.map(({future}) => future)),
    cut: Math.max(...seen.map(({cut}) => cut))
  };
}

/** What becomes of the kept transformer’s loss on text that it never learned, program by program, and of each test. */
export function facts() {
  const open = openModel(kept.value as KeptModel);
  const texts = heldOutTexts();
  const programs = Object.fromEntries(
    PROGRAM_NAMES.flatMap((name) =>
      Object.entries(over(texts.map((text) => programSeen(open, text, name)))).map(([field, x]) => [
        `${name}.${field}`,
        x
      ])
    )
  ) as Readonly<Record<`${ProgramName}.${keyof ReturnType<typeof over>}`, number>>;
  return {
    ...programs,
    passages: texts.length,
    letters: texts[0]!.length,
    asTrained: kept.value.roundedLoss,
    signs: kept.value.tokens.length,
    evenly: Math.log(kept.value.tokens.length),
    root: Math.sqrt(open.model.config.headDim),
    headDim: open.model.config.headDim,
    places: open.model.config.heads
  };
}

const ROUNDING = 1e-3;

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => {
  const losses = PROGRAM_NAMES.filter((name) => name !== "D").map((name) => f[`${name}.loss`]);
  const sums = (name: ProgramName): boolean => f[`${name}.largest`] - f[`${name}.least`] < ROUNDING;
  return {
    allWorse: losses.every((loss) => loss > f["D.loss"] + 0.1),
    noneEvenly: losses.every((loss) => loss < f.evenly - 1),
    dPasses: sums("D") && f["D.future"] === 0 && f["D.cut"] < ROUNDING,
    aFuture: f["A.future"] > 1 && sums("A"),
    aLeast: losses.every((loss) => loss >= f["A.loss"]),
    bSums: f["B.least"] < 0.01 && f["B.largest"] > 5,
    cPassesTwo: sums("C") && f["C.future"] === 0,
    cCut: f["C.cut"] > 1,
    eSums: f["E.largest"] < 1 + ROUNDING && f["E.least"] < 0.01,
    eFuture: f["E.future"] > 1,
    fPassesAll: sums("F") && f["F.future"] === 0 && f["F.cut"] < ROUNDING,
    fSpread: f["F.spread"] > 4 * f["D.spread"],
    gPassesAll: sums("G") && f["G.future"] === 0 && f["G.cut"] < ROUNDING,
    gWorst: losses.every((loss) => loss <= f["G.loss"]),
    gSpread: f["G.spread"] > 1.5 * f["D.spread"] && f["G.spread"] < 3 * f["D.spread"],
    hFirstSame: Math.abs(f["H.first"] - f["D.first"]) < 0.01,
    hSecond: f["H.second"] > 2 * f["D.second"],
    hCut: f["H.cut"] > 1
  };
};
