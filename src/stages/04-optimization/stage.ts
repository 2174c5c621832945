import {section, type StagePages} from "../../components/stage.js";
import {gradientDescent} from "./terms/gradientDescent.js";
import {momentum} from "./terms/momentum.js";
import {optimization} from "./terms/optimization.js";
import {practice} from "./terms/practice.js";
import {problem} from "./terms/problem.js";
import {schedules} from "./terms/schedules.js";

export const stage: StagePages = {
  sections: [
    section("index", "Optimization"),
    section("problem", "The shape of a loss"),
    section("gradient-descent", "Gradient descent"),
    section("momentum", "Momentum"),
    section("schedules", "Learning-rate schedules"),
    section("practice", "Optimization in practice")
  ],
  terms: [...optimization, ...problem, ...gradientDescent, ...momentum, ...schedules, ...practice]
};
