// Which class names stay. Inside a shadow root every class means only what the output itself says; elsewhere a class would let
// content put on the page's own clothes.
import { refuseAttribute, type WalkContext } from './context.js'
import { wordSet } from './words.js'

// Names that pages style as text, not as controls: what pandas, marked and our own renderers write.
const ANYWHERE: ReadonlySet<string> = wordSet(
  'dataframe.contains-task-list.task-list-item.nbtrust-withheld.nbtrust-math-source',
)
const PREFIXES: readonly string[] = ['ansi-', 'language-']

/** The class attribute that stays, or undefined if nothing of it does; then that is recorded. */
export function keepClasses(
  value: string,
  attribute: { tag: string; name: string },
  context: WalkContext,
): string | undefined {
  const words = value.split(/[\t\n\f\r ]+/).filter((word) => word !== '')
  if (!words.length) return undefined
  const contained = context.surface === 'contained'
  const kept = words.filter((word) => word.length <= 200 && (contained || isHarmless(word)))
  if (kept.length < words.length) refuseAttribute(attribute, 'imitates the page', context)
  return kept.length ? kept.join(' ') : undefined
}

function isHarmless(word: string): boolean {
  if (ANYWHERE.has(word)) return true
  return PREFIXES.some((prefix) => word.startsWith(prefix)) && /^[a-z]+-[A-Za-z0-9_+#.-]{1,40}$/.test(word)
}
