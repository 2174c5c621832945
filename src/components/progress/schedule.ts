import type * as Fsrs from "ts-fsrs";
import type {Attempt, Grade} from "./records.js";

/** When an exercise comes back. */
export interface Due {
  /** Milliseconds since 1970. */
  readonly due: number;
  /** When it would come back next, by how hard it was today. */
  readonly next: ReadonlyMap<Grade, number>;
}

export const GRADES: readonly (readonly [Grade, string])[] = [
  [1, "Again"],
  [2, "Hard"],
  [3, "Good"],
  [4, "Easy"]
];

const SITTING = 60 * 60 * 1000;

/**
 * When an exercise comes back, from its attempts alone: what was never wrong never does (undefined), what was wrong
 * comes back after days, sooner the harder it is. Trying again in the same sitting counts once, and a grade counts in
 * place of the answers that it is given for.
 *
 * FSRS without its random spread and its steps of minutes, so the same attempts give the same days.
 * @see Ye, Su, Cao, A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling, KDD 2022.
 */
export function schedule(
  {createEmptyCard, fsrs}: Pick<typeof Fsrs, "createEmptyCard" | "fsrs">,
  attempts: readonly Attempt[],
  now: number
): Due | undefined {
  const begin = attempts.findIndex(({right}) => !right);
  const first = attempts[begin];
  if (first === undefined) return undefined;
  const scheduler = fsrs({enable_fuzz: false, enable_short_term: false});
  let card = createEmptyCard(new Date(first.at));
  let last = -Infinity;
  for (const attempt of withoutGraded(attempts.slice(begin))) {
    const early = attempt.right && attempt.grade === undefined && attempt.at < card.due.getTime();
    const repeated = !attempt.right && attempt.grade === undefined && attempt.at - last < SITTING;
    if (early || repeated) continue;
    card = scheduler.next(card, new Date(attempt.at), attempt.grade ?? (attempt.right ? 3 : 1)).card;
    last = attempt.at;
  }
  const preview = scheduler.repeat(card, new Date(Math.max(now, last)));
  return {
    due: card.due.getTime(),
    next: new Map(GRADES.map(([grade]) => [grade, preview[grade].card.due.getTime()]))
  };
}

/** Attempts without those that a grade speaks of: the ungraded ones before it, in the same sitting. */
const withoutGraded = (attempts: readonly Attempt[]): readonly Attempt[] =>
  attempts.filter(
    ({at, grade}, i) =>
      grade !== undefined ||
      !attempts.slice(i + 1).some((later) => later.grade !== undefined && later.at - at < SITTING)
  );
