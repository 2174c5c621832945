import kept from "../model/objectiveRuns.json" with {type: "json"};
import {oddsRatio, partLength, ruleOf} from "../model/objectiveCounts.js";
import {OBJECTIVES, TRAIN_STEPS, type ObjectiveRuns} from "../model/objectiveSpec.js";

/** Rows of a training step. */
const ROWS = 16;

/** Models of four objectives, and what can be counted of examples. */
export function facts() {
  const {runs, parameters, blankLeft, blankTried, atOnce, truth, tokens}: ObjectiveRuns = kept.value;
  const {causal, prefix, masked, spans} = runs;
  const said = TRAIN_STEPS * ROWS * masked.targets;
  const then = causal.course.find(({step}) => step * ROWS * causal.targets >= said)!;
  const rule = ruleOf(0.15);
  return {
    steps: TRAIN_STEPS,
    parameters,
    letters: tokens.length,
    blankLeft,
    blankTried,
    atOnce: atOnce.judged,
    truth: truth.judged,
    causalTargets: causal.targets,
    causalRead: causal.read,
    causalNext: causal.next,
    causalWritten: causal.written.judged,
    prefixTargets: prefix.targets,
    prefixRead: prefix.read,
    prefixNext: prefix.next,
    prefixWritten: prefix.written.judged,
    maskedTargets: masked.targets,
    maskedRead: masked.read,
    maskedNext: masked.next,
    maskedBlank: masked.blank!,
    maskedWritten: masked.written.judged,
    maskedEnd: masked.course.at(-1)!.loss,
    maskedSaid: said,
    causalThen: then.loss,
    spansTargets: spans.targets,
    spansRead: spans.read,
    spansNext: spans.next,
    spansBlank: spans.blank!,
    spansWritten: spans.written.judged,
    worstNext: Math.max(...OBJECTIVES.map((name) => runs[name].next)),
    oddsSecond: oddsRatio(0.6),
    trusted: rule.trusted,
    asked: rule.asked,
    single: partLength(12, 4, 1),
    two: partLength(12, 4, 2),
    three: partLength(12, 4, 3)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  causalAhead:
    f.causalNext < Math.min(f.prefixNext, f.maskedNext, f.spansNext) &&
    f.blankTried < Math.min(f.maskedBlank, f.spansBlank) &&
    f.causalWritten < Math.min(f.prefixWritten, f.maskedWritten, f.spansWritten),
  triedHalf: f.blankTried < f.blankLeft / 2,
  maskedBehind: f.maskedBlank > 1.9 * f.blankTried && f.maskedBlank < 2.1 * f.blankTried,
  maskedPerSignal: f.causalThen > f.maskedEnd + 0.3,
  soup: f.atOnce > Math.log(f.letters) && f.atOnce > f.maskedWritten + 1,
  prefixBehind: f.prefixNext > f.causalNext && f.prefixNext < f.causalNext + 0.2,
  spansLast: f.spansNext === f.worstNext && f.spansBlank > f.maskedBlank + 1
});
