// Every payload of the corpora. The browser, the jsdom and the engines' tests all take them from here.
import { advisories } from './advisories.js'
import { clobber, imitate } from './clobber.js'
import { cssCovers, cssLoads, cssReads } from './css.js'
import { executingElements, loadingElements, navigatingElements } from './elements.js'
import { newAddresses, newCss, newDrawings, newHtml, newSizes } from './features.js'
import { growthAnsi, growthCss, growthLatex, growthMarkdown, growthMarkup, growthSvg } from './growth.js'
import { handlers } from './handlers.js'
import { harmless } from './harmless.js'
import { mutation } from './mutation.js'
import { attachments, notebookMetadata } from './notebooks.js'
import { imageOutputs, metadataOutputs, mimeOutputs, outputKinds } from './outputs.js'
import { isRepeat, type Payload } from './payload.js'
import { mathml, svgDocuments, svgInline } from './svg.js'
import { ansiText, latexText, markdown } from './text.js'
import { deceivingText, remoteAttributes, schemeUrls, scriptAttributes } from './urls.js'

/** All payloads. */
export const payloads: readonly Payload[] = [
  ...handlers,
  ...executingElements,
  ...loadingElements,
  ...navigatingElements,
  ...schemeUrls,
  ...deceivingText,
  ...scriptAttributes,
  ...remoteAttributes,
  ...cssLoads,
  ...cssReads,
  ...cssCovers,
  ...svgDocuments,
  ...svgInline,
  ...mathml,
  ...mutation,
  ...clobber,
  ...imitate,
  ...markdown,
  ...latexText,
  ...ansiText,
  ...imageOutputs,
  ...metadataOutputs,
  ...mimeOutputs,
  ...outputKinds,
  ...attachments,
  ...notebookMetadata,
  ...advisories,
  ...newCss,
  ...newHtml,
  ...newDrawings,
  ...newSizes,
  ...newAddresses,
  ...harmless,
  ...growthMarkup,
  ...growthCss,
  ...growthSvg,
  ...growthMarkdown,
  ...growthLatex,
  ...growthAnsi,
]

/** Payloads stored as recipes: measured for growth instead of being driven with the pointer. */
export const growing: readonly Payload[] = payloads.filter(({ input }) => isRepeat(input))

/** Payloads that are mounted, hovered, clicked and typed into. */
export const mounted: readonly Payload[] = payloads.filter(({ input }) => !isRepeat(input))
