import {section, type StagePages} from "../../components/stage.js";
import {scaling} from "./terms/scaling.js";

export const stage: StagePages = {
  sections: [
    section("index", "The transformer"),
    section("tokenization", "Tokenization"),
    section("block", "The transformer block"),
    section("depth", "Depth"),
    section("scaling-laws", "Scaling laws")
  ],
  terms: [...scaling]
};
