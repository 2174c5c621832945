import kept from "../model/taskRuns.json" with {type: "json"};
import {TASK_EVERY, type TaskName} from "../model/tasks.js";

/** What small transformers have learned of tasks, and where their heads look. */
export function facts() {
  const {frames, ends} = kept.value;
  const end = (task: TaskName, layers: number) => ends.find((one) => one.task === task && one.layers === layers)!;
  const [one, two] = [end("again", 1), end("again", 2)];
  const looks = two.looks.map(({distances}) => distances);
  const from = (share: number): number => TASK_EVERY * frames.findIndex(({right}) => right > share);
  const gathered = [1, 2, 3, 4, 5].reduce((sum, back) => sum + looks[0]![back]!, 0);
  return {
    sixOne: end("copy six", 1).right,
    sixSource: end("copy six", 1).looks[0]!.source,
    anyOne: end("copy any", 1).right,
    anyTwo: end("copy any", 2).right,
    againOne: one.right,
    againTwo: two.right,
    againOneSource: one.looks[0]!.source,
    againTwoSource: two.looks[1]!.source,
    silencedFirst: two.silenced[0]!,
    silencedSecond: two.silenced[1]!,
    previous: looks[0]![1]!,
    gathered,
    half: from(0.5),
    nearly: from(0.9),
    guess: 1 / 16,
    line: frames[0]!.line
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  oneLayerSix: f.sixOne > 0.99,
  oneLayerAgain: f.againOne < 0.6,
  twoLayersAgain: f.againTwo > 0.97,
  anyBetween: f.anyOne > f.againOne + 0.1 && f.anyOne < f.anyTwo - 0.05,
  looksThere: f.againTwoSource > 0.6,
  oneLooksNot: f.againOneSource < 0.3,
  smear: f.gathered > 0.6 && f.previous < 0.3,
  bothNeeded: f.silencedFirst < 0.3 && f.silencedSecond < 0.3,
  beyondOne: f.againOne < 0.5,
  notAtOnce: f.nearly - f.half >= 150 && f.nearly - f.half <= 600
});
