import kept from "../model/objectiveRuns.json" with {type: "json"};
import {oddsRatio, partLength, ruleOf, spanSizes} from "../model/objectiveCounts.js";
import {OBJECTIVES, ROWS, toldOf, TRAIN_STEPS, WINDOW, type ObjectiveRuns} from "../model/objectiveSpec.js";

/** Models of four objectives, and what can be counted of examples. */
export function facts() {
  const {runs, parameters, blankLeft, blankTried, atOnce, truth, tokens}: ObjectiveRuns = kept.value;
  const {causal, prefix, masked, spans} = runs;
  const end = masked.course.at(-1)!;
  const then = causal.course.find(({said}) => said >= end.said)!;
  const rule = ruleOf(0.15);
  return {
    steps: TRAIN_STEPS,
    rows: ROWS,
    parameters,
    letters: tokens.length,
    blankLeft,
    blankTried,
    atOnce: atOnce.judged,
    truth: truth.judged,
    causalTargets: toldOf(causal),
    causalRead: causal.read,
    causalNext: causal.next,
    causalWritten: causal.written.judged,
    prefixTargets: toldOf(prefix),
    prefixRead: prefix.read,
    prefixNext: prefix.next,
    prefixWritten: prefix.written.judged,
    maskedTargets: toldOf(masked),
    maskedRead: masked.read,
    maskedNext: masked.next,
    maskedBlank: masked.blank!,
    maskedWritten: masked.written.judged,
    maskedEnd: end.loss,
    maskedSaid: end.said,
    causalThen: then.loss,
    filled: atOnce.text.length,
    maskedSteps: TRAIN_STEPS / then.step,
    spansTargets: toldOf(spans),
    spansSentinels: spanSizes(WINDOW, 0.15, 3).spans + 1,
    spansRead: spans.read,
    spansNext: spans.next,
    spansBlank: spans.blank!,
    spansWritten: spans.written.judged,
    worstNext: Math.max(...OBJECTIVES.map((name) => runs[name].next)),
    oddsSecond: oddsRatio(0.6),
    trusted: rule.trusted,
    asked: rule.asked,
    single: partLength(12, 4, 1),
    three: partLength(12, 4, 3)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  causalAhead:
    f.causalNext < Math.min(f.prefixNext, f.maskedNext, f.spansNext) &&
    f.blankTried < Math.min(f.maskedBlank, f.spansBlank) &&
    f.causalWritten < Math.min(f.prefixWritten, f.maskedWritten, f.spansWritten),
  toldMost: f.causalTargets > Math.max(f.prefixTargets, f.maskedTargets, f.spansTargets),
  prefixHalf: Math.abs(f.prefixTargets / f.prefixRead - 0.5) < 0.02,
  triedHalf: f.blankTried < f.blankLeft / 2,
  maskedBehind: f.maskedBlank > 1.9 * f.blankTried && f.maskedBlank < 2.1 * f.blankTried,
  maskedPerSignal: f.causalThen > f.maskedEnd + 0.3,
  severalTimes: f.maskedSteps >= 5,
  writesBadly: f.maskedWritten > f.causalWritten + 1 && f.maskedWritten < f.atOnce - 1,
  soup: f.atOnce > Math.log(f.letters) && f.atOnce > f.maskedWritten + 1,
  prefixBehind: f.prefixNext > f.causalNext && f.prefixNext < f.causalNext + 0.2,
  spansLast: f.spansNext === f.worstNext && f.spansBlank > f.maskedBlank + 1
});
