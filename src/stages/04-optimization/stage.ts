import {section, type StagePages} from "../../components/stage.js";
import {adaptiveRates} from "./terms/adaptiveRates.js";
import {gradientDescent} from "./terms/gradientDescent.js";
import {momentum} from "./terms/momentum.js";
import {optimization} from "./terms/optimization.js";
import {practice} from "./terms/practice.js";
import {problem} from "./terms/problem.js";
import {schedules} from "./terms/schedules.js";
import {stochasticGradients} from "./terms/stochasticGradients.js";

export const stage: StagePages = {
  sections: [
    section("index", "Optimization"),
    section("problem", "The shape of a loss"),
    section("gradient-descent", "Gradient descent"),
    section("stochastic-gradients", "Stochastic gradients"),
    section("momentum", "Momentum"),
    section("adaptive-rates", "Adaptive rates"),
    section("schedules", "Learning-rate schedules"),
    section("implementation", "Implementation"),
    section("practice", "Optimization in practice"),
    section("mistakes", "Common mistakes"),
    section("exercises", "Exercises")
  ],
  terms: [
    ...optimization,
    ...problem,
    ...gradientDescent,
    ...stochasticGradients,
    ...momentum,
    ...adaptiveRates,
    ...schedules,
    ...practice
  ]
};
