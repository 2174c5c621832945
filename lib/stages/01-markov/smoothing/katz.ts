import {real, whole} from "../../../core/check.js";
import type {Ngrams} from "../ngrams.js";
import {parentsOf} from "../parentsOf.js";
import {totals, type Totals} from "../totals.js";
import {perRow} from "./maximumLikelihood.js";
import {chance, support, type Predictor, type SmoothedLevel} from "./predictor.js";

/** Which counts are trusted. */
export interface KatzOptions {
  /** Counts above this are trusted as they are. */
  readonly kMax?: number;
  /** What is added to each count without context, so that a token that never occurs is possible; 0 for nothing. */
  readonly unigramAddK?: number;
  /**
   * Whether a context all of whose counts are above `kMax` keeps one sighting for what was not seen, N(h) + 1 in its
   * denominator, as toolkits do; default true. False is the formula alone, by which the unseen are impossible there.
   */
  readonly reserve?: boolean;
}

/** A predictor, and what remains of counts 1, 2, … at each length of context from 1 on. */
export interface Katz extends Predictor {
  readonly discountRatios: readonly (readonly number[])[];
}

/**
 * Katz back-off with Good–Turing discounts: P(w|h) = d_r · c(hw) / N(h) if hw was seen r times, else
 * α(h) · P(w|h'), where α gives the unseen exactly the mass that the discounts freed.
 *
 * A context all of whose counts are above `kMax` frees none by this formula: see `reserve`.
 *
 * @throws ConfigError for a kMax that is not whole, from 1 to 65535, or a negative unigramAddK.
 * @see Katz, Estimation of probabilities from sparse data for the language model component of a speech recognizer, 1987;
 * Stolcke, SRILM, an extensible language modeling toolkit, ICSLP 2002, whose estimation adds the one sighting.
 */
export const katz = ({kMax = 5, unigramAddK = 0.5, reserve = true}: KatzOptions = {}) => {
  whole("smoothing.kMax", kMax, {least: 1, most: 0xffff});
  real("smoothing.unigramAddK", unigramAddK, {least: 0});
  return (model: Ngrams): Katz => {
    const V = support(model);
    const counts = totals(model);
    const ratios = counts.slice(1).map((level) => discountRatios(level, kMax));
    const base = 1 / V;
    const added = unigramAddK * V;
    const levels: SmoothedLevel[] = [
      {
        mode: "interpolate",
        totals: counts[0]!,
        weight: perRow(counts[0]!, (count, sum) => count / (sum + added)),
        backoff: counts[0]!.sum.map((sum) => (sum + added > 0 ? added / (sum + added) : 1)),
        unseen: 1
      }
    ];
    const parents: Uint32Array[] = [new Uint32Array(1)];
    for (let k = 1; k <= model.order; k++) {
      parents.push(parentsOf(model.levels[k - 1]!));
      levels.push(backOff(model, counts[k]!, ratios[k - 1]!, levels, parents, base, reserve));
    }
    const name = `Katz, k ≤ ${kMax}`;
    return {name, model, levels, base, alone: false, proper: true, silent: false, discountRatios: ratios};
  };
};

/**
 * Good–Turing: what remains of a count r, d_r = (r* / r − A) / (1 − A), with r* = (r + 1) n_{r+1} / n_r and
 * A = (K + 1) n_{K+1} / n₁. K is the largest up to `kMax` for which all of them lie in (0, 1]; K = 1 never does, since
 * its d₁ is 0. Where there is none, (r − ½) / r.
 */
function discountRatios({count}: Totals, kMax: number): readonly number[] {
  const n = new Array<number>(kMax + 2).fill(0);
  for (const c of count) if (c <= kMax + 1) n[c]!++;
  const gap = n.indexOf(0, 1); // a K needs n₁ … n_{K+1}
  for (let K = gap < 0 ? kMax : Math.min(kMax, gap - 2); K > 1; K--) {
    const ratios: number[] = [];
    for (let r = 1; r <= K; r++) {
      // numerator and denominator in whole numbers, so that what is 0 or 1 is exactly that
      const freed = (K + 1) * n[K + 1]!;
      const numerator = (r + 1) * n[r + 1]! * n[1]! - freed * r * n[r]!;
      const denominator = r * n[r]! * (n[1]! - freed);
      ratios.push(n[r]! > 0 && n[r + 1]! > 0 && denominator !== 0 ? numerator / denominator : 0);
    }
    if (ratios.every((d) => d > 0 && d <= 1)) return ratios;
  }
  return Array.from({length: kMax}, (_, i) => (i + 0.5) / (i + 1));
}

function backOff(
  model: Ngrams,
  level: Totals,
  ratios: readonly number[],
  lower: readonly SmoothedLevel[],
  parents: readonly Uint32Array[],
  base: number,
  reserve: boolean
): SmoothedLevel {
  const k = lower.length;
  const {rows, next, count, sum} = level;
  const weight = perRow(level, (c, total) => ((ratios[c - 1] ?? 1) * c) / total);
  const backoff = new Float64Array(sum.length);
  const path = new Uint32Array(k);
  for (let c = 0; c < sum.length; c++) {
    for (let depth = k, at = c; depth > 0; depth--) path[depth - 1] = at = parents[depth]![at]!;
    let [freed, taken] = [0, 0];
    for (let r = rows[c]!; r < rows[c + 1]!; r++) {
      freed += (1 - (ratios[count[r]! - 1] ?? 1)) * count[r]!;
      taken += chance(lower, base, path, k, 0, k - 1, next[r]!);
    }
    if (freed === 0 && !reserve) continue; // nothing to give: the unseen are impossible after this context
    const open = 1 - taken > 1e-6 ? 1 - taken : openMass(model, level, c, lower, base, path);
    if (freed === 0) {
      if (open === 0) continue; // all was seen
      for (let r = rows[c]!; r < rows[c + 1]!; r++) weight[r]! *= sum[c]! / (sum[c]! + 1);
      backoff[c] = 1 / (sum[c]! + 1) / open;
    } else if (open > 0) backoff[c] = freed / sum[c]! / open;
    else for (let r = rows[c]!; r < rows[c + 1]!; r++) weight[r]! /= 1 - freed / sum[c]!;
  }
  return {mode: "back off", totals: level, weight, backoff, unseen: 1};
}

/** The lower order's mass on what was not seen after context c, summed directly where 1 − Σ would lose its digits. */
function openMass(
  {vocabSize, begin}: Ngrams,
  {rows, next}: Totals,
  c: number,
  lower: readonly SmoothedLevel[],
  base: number,
  path: Uint32Array
): number {
  let open = 0;
  let r = rows[c]!;
  for (let w = 0; w < vocabSize; w++) {
    if (r < rows[c + 1]! && next[r] === w) r++;
    else if (w !== begin) open += chance(lower, base, path, lower.length, 0, lower.length - 1, w);
  }
  return open;
}
