import {section, type StagePages} from "../../components/stage.js";

export const stage: StagePages = {
  sections: [
    section("index", "The transformer"),
    section("tokenization", "Tokenization"),
    section("block", "The transformer block"),
    section("depth", "Depth"),
    section("implementation", "Implementation")
  ],
  terms: []
};
