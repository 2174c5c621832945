/** The run behind the map of vectors, so that it can be scrubbed before anything trains: letters of first names. */
import {hash, timeline} from "/lib/index.js";
import {bengio} from "/lib/stages/neural-lm.js";
import {excerpt} from "../../../../tools/corpora.js";
import {courseOf, keepCourse, type KeptCourse} from "./course.js";
import {EVERY, firstMap, LEAST, mapConfig, STEPS} from "./embeddingSpec.js";
import {vectorsSeen} from "./vectorsSeen.js";

const opened = () => {
  const run = timeline(bengio, mapConfig(firstMap, excerpt(firstMap.text).text), {history: false});
  return {run, see: vectorsSeen(run.opened())};
};

export function value(): KeptCourse {
  const {run, see} = opened();
  const frames = Array.from({length: STEPS / EVERY + 1}, (_, i) => run.at(i * EVERY));
  return keepCourse(
    courseOf(
      frames.map((frame) => ({seen: see(frame), loss: frame.metrics.validationLoss})),
      LEAST
    )
  );
}

/** The first steps, which a test repeats. */
export const firstSteps = (): string => hash(opened().run.at(EVERY).state);
