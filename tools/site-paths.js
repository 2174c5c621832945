/** `node --import tools/site-paths.js`: programs of the site may import the library as pages do. */
import {register} from "node:module";

register("./site-hooks.js", import.meta.url);
