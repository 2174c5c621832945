/**
 * `llmfp train`, killed 200 times at random moments: no checkpoint is corrupt, no kill loses more than the steps since the last
 * one, and the run ends in the state of one that was never killed.
 *
 * Run by `npm run soak`.
 */
import {rmSync} from "node:fs";
import {workplace} from "../cli/command.js";
import {killed} from "../cli/kills.js";

const [KILLS, STEPS] = [200, 60_000] as const;

const place = workplace();
const {atWork, corrupt, lost, same} = await killed(place, KILLS, STEPS);
rmSync(place.folder, {recursive: true, force: true});
console.log(`${KILLS} kills, ${atWork} of them at work: ${corrupt} corrupt checkpoints, ${lost} steps lost at most`);
if (corrupt > 0 || lost > 20 || !same || atWork < KILLS / 2)
  throw new Error(
    same ? "A kill has lost or spoiled what was saved." : "A run that was killed has ended in another state."
  );
