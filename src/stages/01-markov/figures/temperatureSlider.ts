import {slider} from "../../../components/figure/controls.js";

/** The temperatures of the book's sliders: fine where texts change most, and both limits at the ends. */
const temperatures = [
  0,
  0.1,
  0.2,
  0.3,
  0.4,
  0.5,
  0.6,
  0.7,
  0.8,
  0.9,
  1,
  1.1,
  1.2,
  1.3,
  1.4,
  1.5,
  1.75,
  2,
  2.5,
  3,
  4,
  5,
  10,
  20,
  Infinity
];

/** The temperature at a position of the slider. */
export const temperatureAt = (position: number): number => temperatures[position] ?? 1;

/** A temperature as a figure writes it. */
export const writeTemperature = (T: number): string => (T === Infinity ? "∞" : String(T));

/** A slider from 0 to infinity. Its value is a position; `temperatureAt` says which temperature that is. */
export const temperatureSlider = (T: number) =>
  slider([0, temperatures.length - 1], {
    label: "Temperature",
    value: Math.max(0, temperatures.indexOf(T)),
    format: (position) => writeTemperature(temperatureAt(position))
  });
