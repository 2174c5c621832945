/** How the neural bigram comes to the counted one on names. */
import {excerpt} from "../../../../tools/corpora.js";
import {courses} from "./bigramCourse.js";
import type {Courses} from "./bigramCourses.js";

export const value = (): Courses => courses(excerpt("names").text);

/** The same after a hundredth of the steps, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(courses(excerpt("names").text, 0.01));
