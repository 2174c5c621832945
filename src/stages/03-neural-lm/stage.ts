import {section, type StagePages} from "../../components/stage.js";
import {feedForward} from "./terms/feedForward.js";

export const stage: StagePages = {
  sections: [section("index", "Neural language models"), section("feed-forward", "The feed-forward language model")],
  terms: [...feedForward]
};
