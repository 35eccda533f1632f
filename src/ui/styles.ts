// How badge and dialog look. Colours are the custom properties of `rendermime/styles.ts`, so a host sets them once.
import { themeCss } from '../rendermime/index.js'

/** For the document, or for a host's own shadow root. */
export const uiCss: string = `
${themeCss}
.nbtrust-badge { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0.4em 0.8em; color: var(--nbtrust-text); }
.nbtrust-badge-status {
  display: inline-flex; align-items: baseline; gap: 0.5em; padding: 0.3em 0.8em; border-radius: 999px;
  background: var(--nbtrust-warn-surface); color: var(--nbtrust-warn); font-size: 0.875em; line-height: 1.4;
}
.nbtrust-badge-status::before { content: ''; flex: none; inline-size: 0.55em; block-size: 0.55em; border-radius: 50%; background: currentColor; align-self: center; }
.nbtrust-badge[data-status='trusted'] .nbtrust-badge-status { background: var(--nbtrust-good-surface); color: var(--nbtrust-good); }
.nbtrust-badge-status > strong { white-space: nowrap; }
.nbtrust-badge-status > span { font-size: 0.93em; }
.nbtrust-button {
  font: inherit; font-size: 0.875em; line-height: 1.4; padding: 0.4em 0.9em; border-radius: 6px; cursor: pointer;
  border: 1px solid var(--nbtrust-line); background: var(--nbtrust-surface); color: var(--nbtrust-text);
  transition: background-color 120ms, border-color 120ms;
}
.nbtrust-button:hover { background: var(--nbtrust-raised); border-color: var(--nbtrust-muted); }
:is(.nbtrust-button, .nbtrust-dialog-body, .nbtrust-dialog summary):focus-visible { outline: 2px solid var(--nbtrust-accent); outline-offset: 2px; }
.nbtrust-badge[data-status='untrusted'] .nbtrust-button { background: var(--nbtrust-accent); border-color: transparent; color: var(--nbtrust-on-accent); font-weight: 600; }
.nbtrust-badge[data-status='untrusted'] .nbtrust-button:hover { background: color-mix(in srgb, var(--nbtrust-accent) 86%, var(--nbtrust-text)); }
.nbtrust-button[data-weight='danger'] { background: var(--nbtrust-bad); border-color: transparent; color: var(--nbtrust-on-accent); font-weight: 600; }
.nbtrust-button[data-weight='danger']:hover { background: color-mix(in srgb, var(--nbtrust-bad) 86%, var(--nbtrust-text)); }
.nbtrust-dialog {
  inline-size: min(36rem, calc(100vw - 2rem)); max-block-size: min(44rem, calc(100dvh - 2rem)); padding: 0; margin: auto;
  border: 1px solid var(--nbtrust-line); border-radius: 12px; background: var(--nbtrust-surface); color: var(--nbtrust-text);
  box-shadow: 0 1rem 3rem rgb(0 0 0 / 0.3); overflow: hidden; font-family: var(--nbtrust-font); line-height: 1.5;
}
.nbtrust-dialog[open] { display: flex; flex-direction: column; animation: nbtrust-appear 140ms ease-out; }
.nbtrust-dialog::backdrop { background: rgb(0 0 0 / 0.5); }
.nbtrust-dialog h2 { margin: 0; padding: 1.1rem 1.4rem 0.3rem; font-size: 1.2rem; }
.nbtrust-dialog h3 { margin: 0 0 0.3rem; font-size: 0.95rem; }
.nbtrust-dialog p { margin: 0 0 0.6rem; overflow-wrap: anywhere; }
.nbtrust-dialog-body { overflow: auto; padding: 0.2rem 1.4rem 0.6rem; font-size: 0.925rem; flex: auto; min-block-size: 0; }
.nbtrust-dialog-actions { display: flex; justify-content: flex-end; gap: 0.6rem; padding: 0.8rem 1.4rem; border-block-start: 1px solid var(--nbtrust-line); }
.nbtrust-dialog-actions .nbtrust-button { min-inline-size: 5.5rem; padding-block: 0.5em; }
.nbtrust-review { margin-block-start: 0.8rem; padding: 0.8rem 1rem; border-radius: 8px; background: var(--nbtrust-raised); }
.nbtrust-review ul { margin: 0.2rem 0 0.6rem; padding-inline-start: 1.2rem; }
.nbtrust-review li { margin-block: 0.25rem; overflow-wrap: anywhere; }
.nbtrust-review > :last-child { margin-block-end: 0; }
.nbtrust-review summary { cursor: pointer; color: var(--nbtrust-accent); inline-size: fit-content; }
.nbtrust-review pre { direction: ltr; margin: 0.3rem 0; padding: 0.6rem; max-block-size: 12rem; overflow: auto; background: var(--nbtrust-surface); border-radius: 6px; font: 0.8rem/1.5 var(--nbtrust-mono); white-space: pre-wrap; overflow-wrap: anywhere; }
.nbtrust-report ul { margin: 0; padding-inline-start: 1.2rem; overflow-wrap: anywhere; }
@keyframes nbtrust-appear { from { opacity: 0; transform: translateY(6px); } }
@media (prefers-reduced-motion: reduce) {
  .nbtrust-dialog[open], .nbtrust-button { animation: none; transition: none; }
}
`
