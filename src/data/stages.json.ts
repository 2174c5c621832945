/** The stages that have pages, with their sections: what a page that speaks of all of them asks for. */
import {book} from "../../tools/book.js";

const stages = book()
  .map(({number, title, question, sections}) => ({
    number,
    title,
    question,
    sections: sections.filter(({built}) => built).map(({slug, title}) => ({slug, title}))
  }))
  .filter(({sections}) => sections.length > 0);
process.stdout.write(JSON.stringify(stages));
