import {section, type StagePages} from "../../components/stage.js";
import {attention} from "./terms/attention.js";

export const stage: StagePages = {
  sections: [
    section("index", "Attention"),
    section("problem", "The attention problem"),
    section("dot-product", "Dot-product attention"),
    section("scaling", "Scaling"),
    section("self-attention", "Self-attention"),
    section("multi-head", "Many heads"),
    section("positions", "Positions"),
    section("masking", "Masks and the cache"),
    section("implementation", "Implementation"),
    section("mistakes", "Common mistakes"),
    section("exercises", "Exercises")
  ],
  terms: [...attention]
};
