import {section, type StagePages} from "../../components/stage.js";
import {architectures} from "./terms/architectures.js";
import {scale} from "./terms/scale.js";

export const stage: StagePages = {
  sections: [
    section("index", "The transformer"),
    section("tokenization", "Tokenization"),
    section("block", "The transformer block"),
    section("depth", "Depth"),
    section("training-at-scale", "Training at scale"),
    section("architectures", "Architectures"),
    section("exercises", "Exercises and mini-project")
  ],
  terms: [...scale, ...architectures]
};
