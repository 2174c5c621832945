/** A text with U+FFFD for each half of a surrogate pair: as long as it was. */
export function wellFormed(text: string): string {
  let parts = "";
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit & 0xf800) !== 0xd800) continue;
    if (unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++;
    else {
      parts += `${text.slice(done, i)}\uFFFD`;
      done = i + 1;
    }
  }
  return done === 0 ? text : parts + text.slice(done);
}
