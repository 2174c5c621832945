import {exp, log, log2, toBits} from "/lib/index.js";
import {asWritten, logSumExp} from "../model/logSumExp.js";
import {timesUntilZero} from "../model/halvings.js";

/** What logarithms make of products that float64 cannot hold. */
export const facts = () => ({
  halvings: timesUntilZero(0.5),
  tenths: timesUntilZero(0.1),
  nats: log(0.5) * timesUntilZero(0.5),
  e: exp(1),
  ln2: log(2),
  bitsInNat: toBits(1),
  six: log2(64),
  foldedPaper: (Math.pow(2, 42) * 0.0001) / 1000,
  moon: 384_400,
  twoEqual: logSumExp(0, 0),
  apart: logSumExp(0, 6) - 6,
  at800: logSumExp(800, 801),
  written800: String(asWritten(800, 801)),
  writtenMinus800: String(asWritten(-800, -799)),
  drift: Math.abs(Array.from({length: 10}, () => 0.1).reduce((sum, x) => sum + x, 0) - 1)
});

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  beyondTheMoon: f.foldedPaper > f.moon,
  aboutAQuarter: f.apart < 0.0025,
  overflows: f.written800 === "Infinity" && f.writtenMinus800 === "-Infinity",
  tenTenths: f.drift > 0
});
