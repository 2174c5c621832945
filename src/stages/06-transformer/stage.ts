import {section, type StagePages} from "../../components/stage.js";
import {architectures} from "./terms/architectures.js";

export const stage: StagePages = {
  sections: [
    section("index", "The transformer"),
    section("tokenization", "Tokenization"),
    section("block", "The transformer block"),
    section("depth", "Depth"),
    section("architectures", "Architectures")
  ],
  terms: [...architectures]
};
