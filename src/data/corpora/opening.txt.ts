import {excerpt} from "../../../tools/corpora.js";

process.stdout.write(excerpt("opening").text);
