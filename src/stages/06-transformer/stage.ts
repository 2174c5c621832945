import {section, type StagePages} from "../../components/stage.js";
import {architectures} from "./terms/architectures.js";
import {objectives} from "./terms/objectives.js";
import {scale} from "./terms/scale.js";
import {scaling} from "./terms/scaling.js";

export const stage: StagePages = {
  sections: [
    section("index", "The transformer"),
    section("tokenization", "Tokenization"),
    section("block", "The transformer block"),
    section("depth", "Depth"),
    section("objectives", "Objectives"),
    section("training-at-scale", "Training at scale"),
    section("architectures", "Architectures"),
    section("scaling-laws", "Scaling laws"),
    section("implementation", "Implementation"),
    section("mistakes", "Common mistakes"),
    section("exercises", "Exercises and mini-project")
  ],
  terms: [...objectives, ...scaling, ...architectures, ...scale]
};
