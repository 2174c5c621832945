import {section, type StagePages} from "../../components/stage.js";
import {autodiff} from "./terms/autodiff.js";

export const stage: StagePages = {
  sections: [
    section("index", "Automatic differentiation"),
    section("derivatives", "What is a derivative"),
    section("rules", "Derivative rules"),
    section("chain-rule", "The chain rule"),
    section("graphs", "Computational graphs"),
    section("modes", "Forward and reverse mode"),
    section("autograd", "Autograd from scratch"),
    section("tensors", "From scalars to tensors"),
    section("testing", "Testing gradients"),
    section("fast", "How it is fast"),
    section("mistakes", "Common mistakes"),
    section("exercises", "Exercises")
  ],
  terms: [...autodiff]
};
