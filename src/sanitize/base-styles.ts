// The style sheet of every shadow root that holds untrusted content: first the border that nothing gets across, then what content
// without styles of its own looks like. Everything after the border has no specificity, so the content's own styles win.

/** CSS text. `!important` in `:host` wins over the page's own rules for the host element. */
export const BASE_STYLES = `
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
:where(.ansi-black-fg) { color: #3e424d; }
:where(.ansi-red-fg) { color: #c4302b; }
:where(.ansi-green-fg) { color: #007427; }
:where(.ansi-yellow-fg) { color: #8a5a00; }
:where(.ansi-blue-fg) { color: #0065ca; }
:where(.ansi-magenta-fg) { color: #a03196; }
:where(.ansi-cyan-fg) { color: #00707a; }
:where(.ansi-white-fg) { color: #6e6e6e; }
:where(.ansi-black-intense-fg) { color: #282c36; }
:where(.ansi-red-intense-fg) { color: #b22b31; }
:where(.ansi-green-intense-fg) { color: #005a1e; }
:where(.ansi-yellow-intense-fg) { color: #6f4800; }
:where(.ansi-blue-intense-fg) { color: #0050a0; }
:where(.ansi-magenta-intense-fg) { color: #7d2475; }
:where(.ansi-cyan-intense-fg) { color: #00565e; }
:where(.ansi-white-intense-fg) { color: #585858; }
:where(.ansi-black-bg) { background-color: #3e424d; }
:where(.ansi-red-bg) { background-color: #e75c58; }
:where(.ansi-green-bg) { background-color: #00a250; }
:where(.ansi-yellow-bg) { background-color: #ddb62b; }
:where(.ansi-blue-bg) { background-color: #208ffb; }
:where(.ansi-magenta-bg) { background-color: #d160c4; }
:where(.ansi-cyan-bg) { background-color: #60c6c8; }
:where(.ansi-white-bg) { background-color: #c5c1b4; }
:where(.ansi-black-intense-bg) { background-color: #282c36; }
:where(.ansi-red-intense-bg) { background-color: #b22b31; }
:where(.ansi-green-intense-bg) { background-color: #007427; }
:where(.ansi-yellow-intense-bg) { background-color: #b27d12; }
:where(.ansi-blue-intense-bg) { background-color: #0065ca; }
:where(.ansi-magenta-intense-bg) { background-color: #a03196; }
:where(.ansi-cyan-intense-bg) { background-color: #258f8f; }
:where(.ansi-white-intense-bg) { background-color: #a1a6b2; }
`
