/** What runs on every page: this reader's progress on the ruler and the section map. */
import {mark, readDone} from "./done.js";
import {kept} from "./keep.js";

const show = () => mark(readDone(kept.get("done")));
show();
// progress made in another tab
addEventListener("storage", show);
