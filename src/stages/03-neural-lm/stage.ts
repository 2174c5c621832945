import {section, type StagePages} from "../../components/stage.js";
import {feedForward} from "./terms/feedForward.js";
import {recurrence} from "./terms/recurrence.js";

export const stage: StagePages = {
  sections: [
    section("index", "Neural language models"),
    section("feed-forward", "The feed-forward language model"),
    section("recurrence", "Recurrence")
  ],
  terms: [...feedForward, ...recurrence]
};
