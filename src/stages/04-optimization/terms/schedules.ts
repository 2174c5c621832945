import {define} from "../../../components/stage.js";

/** Words for how a rate changes. */
export const schedules = [
  define(
    "schedules",
    "learning-rate schedule",
    ["learning-rate schedules"],
    "A rule that gives each step of a run its learning rate: most often high at first and falling to nearly zero."
  ),
  define(
    "schedules",
    "warm-up",
    [],
    "The first steps of a run, in which the learning rate rises from zero to its highest value."
  ),
  define(
    "schedules",
    "range test",
    ["range tests"],
    "A short run whose learning rate grows in each step, to see from which rate on the loss falls, and from which on it explodes."
  )
];
