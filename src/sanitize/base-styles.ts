// The style sheet of every shadow root that holds untrusted content: first the border that nothing gets across, then what content
// without styles of its own looks like. Everything after the border has no specificity, so the content's own styles win.
import { ansiRules } from './ansi-colours.js'

/** CSS text. `!important` in `:host` wins over the page's own rules for the host element. */
export const BASE_STYLES: string = `
:host {
  display: block !important;
  contain: layout paint style !important;
  isolation: isolate !important;
  overflow: auto !important;
  max-width: 100% !important;
  max-height: 90000px !important;
  position: relative !important;
}
.nbtrust-output { display: flow-root; }
:where(.nbtrust-output) :where(img, svg, video) { max-width: 100%; }
:where(.nbtrust-output) :where(img, video) { height: auto; }
:where(.nbtrust-output) :where(img[height], video[height]) { height: revert-layer; }
:where(.nbtrust-output) :where(table) { border-collapse: collapse; border-spacing: 0; margin: 0 0 1em; font-size: 0.9em; }
:where(.nbtrust-output) :where(thead) { border-bottom: 1px solid; }
:where(.nbtrust-output) :where(th, td) { padding: 0.3em 0.6em; text-align: right; vertical-align: middle; white-space: normal; }
:where(.nbtrust-output) :where(pre, code, kbd, samp) { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.92em; }
:where(.nbtrust-output) :where(pre) { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
:where(.nbtrust-output) :where(blockquote) { margin: 0 0 1em; padding: 0 1em; border-left: 0.25em solid color-mix(in srgb, currentColor 25%, transparent); }
:where(.nbtrust-output) :where(.task-list-item) { list-style: none; }
.nbtrust-withheld { color: color-mix(in srgb, currentColor 70%, transparent); font-style: italic; }
:where(.ansi-bold) { font-weight: bold; }
:where(.ansi-faint) { opacity: 0.7; }
:where(.ansi-italic) { font-style: italic; }
:where(.ansi-underline) { text-decoration: underline; }
:where(.ansi-strike) { text-decoration: line-through; }
:where(.ansi-concealed) { visibility: hidden; }
:where(.ansi-inverse-fg) { color: Canvas; }
:where(.ansi-inverse-bg) { background-color: CanvasText; }
${ansiRules('fg', (light) => light)}
${ansiRules('bg', (light) => light)}
`
