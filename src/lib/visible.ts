// Makes characters visible that are not: a name that turns the direction of text around must not rewrite the sentence that it is
// quoted in.

/** One character that is not seen: a control, a mark of direction, half a surrogate pair, a filler that looks like a space. */
export const UNSEEN: RegExp = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]/u
const EACH_UNSEEN = new RegExp(`(?![\\n\\t])${UNSEEN.source}`, 'gu')

/** The text with controls, marks of direction and the like as `\u{202e}`. Line feeds and tabs stay. Linear; never throws. */
export function visible(text: string): string {
  if (!UNSEEN.test(text)) return text
  return text.replace(EACH_UNSEEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}
