/** One sentence in seven languages. */
export const sentences = [
  {language: "English", text: "The sea was calm, and nobody on board could sleep."},
  {language: "German", text: "Das Meer war ruhig, und niemand an Bord konnte schlafen."},
  {language: "French", text: "La mer était calme, et personne à bord ne pouvait dormir."},
  {language: "Turkish", text: "Deniz sakindi ve gemide kimse uyuyamadı."},
  {language: "Greek", text: "Η θάλασσα ήταν ήρεμη και κανείς στο πλοίο δεν μπορούσε να κοιμηθεί."},
  {language: "Russian", text: "Море было спокойно, и никто на борту не мог уснуть."},
  {language: "Japanese", text: "海は穏やかで、船の誰も眠れなかった。"}
] as const;
