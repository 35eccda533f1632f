// Payloads that do nothing raw that the harness could see, in any of its engines, and why they are here all the same.

/** Ids by reason, in the order of the corpora. */
export const quiet: { readonly [reason: string]: readonly string[] } = {
  'Held to time, memory and not throwing: raw they are slow, large or wrong, and not always by as much as the harness counts.':
    list(`scheme-88 deceive-10 deceive-11 svg-16 svg-101 svg-102 svg-103 svg-105 svg-106 svg-107 mathml-18
    latex-31 latex-32 latex-35 latex-39 latex-42 mime-30 mime-31 advisory-latex-3
    advisory-latex-4`),
  'They paint or lay out beyond their box without catching the pointer there, or less far than the pane that scrolls, which clips them before the controls of the host.':
    list(`css-cover-10 css-cover-12 css-cover-13 css-cover-20 css-cover-21 css-cover-22 css-cover-23 css-cover-24
    css-cover-25 css-cover-26 css-cover-34 css-cover-37 css-cover-40 css-cover-89 css-cover-91
    css-cover-92 css-cover-95 css-cover-96 svg-97 svg-108 mathml-27 metadata-14 metadata-15 metadata-16
    metadata-17 metadata-18 metadata-30 metadata-31 metadata-32 metadata-33 feature-size-1
    feature-size-2 feature-size-3 feature-size-4 feature-size-9 feature-size-10`),
  'They act where a host uses the same name, counter, class, anchor, timeline or attribute, or a window without a frame; the page of the harness has none of these.':
    list(`css-cover-43 css-cover-44 css-cover-45 css-cover-46 css-cover-47 css-cover-48 css-cover-51
    css-cover-52 css-cover-90 clobber-66 clobber-67 clobber-68 imitate-17 imitate-39 feature-css-16
    feature-css-17 feature-css-19 feature-css-20 feature-css-21 feature-css-22 feature-css-23
    feature-css-24 feature-html-16 feature-html-21`),
  'They mislead a person, not a page: held to what must remain and to the shape of what comes out.':
    list(`deceive-1 deceive-2 deceive-3 deceive-4 deceive-7 deceive-8 deceive-9 svg-96
    ansi-36`),
  'They open another program, which the engines here are told not to, or lead where no engine of today goes.':
    list(`scheme-59 scheme-60 scheme-61 scheme-62 markdown-64 feature-url-5`),
  'Engines of other years loaded, ran or read this; those of today do not.':
    list(`execute-57 execute-67 url-remote-20 css-load-59 css-load-60 css-load-91 css-load-135 css-cover-41 svg-14 svg-15 clobber-63
    feature-html-6`),
  'Only another parser, a second decoding or a page around it takes this for a tag, an attribute or a style; where the naive frontend puts it, it is text.':
    list(`execute-14 execute-40 execute-42 execute-72 execute-74 execute-75 execute-76 execute-79 svg-inline-5
    svg-inline-9 mutation-1 mutation-3 mutation-14 mutation-15 mutation-18 mutation-20 mutation-22
    mutation-24 mutation-29 mutation-31 mutation-34 mutation-35 mutation-36 mutation-37 mutation-38
    mutation-39 mutation-40 mutation-41 mutation-42 mutation-43 mutation-47 mutation-58 markdown-4
    markdown-10 markdown-12 markdown-14 markdown-15 markdown-16 markdown-17 markdown-18 markdown-19
    markdown-20 markdown-21 markdown-23 markdown-24 markdown-26 markdown-27 markdown-28 markdown-29
    markdown-42 markdown-44 markdown-52 markdown-53 markdown-60 markdown-61 markdown-62 markdown-63
    markdown-71 markdown-74 markdown-76 markdown-79 markdown-80 markdown-81 markdown-82 markdown-83
    markdown-88 markdown-90 markdown-98 markdown-102 ansi-1 ansi-3 ansi-4 ansi-5 ansi-20 image-16
    image-28 mime-19 mime-47 output-4 output-8 output-16 advisory-markdown-2 advisory-markdown-3
    advisory-markdown-4 advisory-output-12`),
  'Commands that KaTeX lacks or refuses even when told to trust; they are for the day that it, or another renderer, takes them.':
    list(`latex-16 latex-2 latex-15 latex-17 latex-18 latex-19 latex-20 latex-21 latex-22 latex-29 latex-30 latex-33
    latex-34 latex-36 latex-37 latex-38 latex-40 latex-41 advisory-latex-2`),
  'Values of an odd type, size or spelling, which a template writes out as harmless text: held to what must remain and to not throwing.':
    list(`css-cover-54 svg-12 svg-19 svg-25 markdown-22 markdown-77 markdown-78 markdown-86 markdown-89
    markdown-96 markdown-97 markdown-100 ansi-6 ansi-7 ansi-8 ansi-9 ansi-10 ansi-11 ansi-17 ansi-24
    ansi-25 ansi-26 ansi-27 ansi-28 ansi-29 ansi-30 ansi-32 ansi-33 ansi-34 ansi-37 image-19 image-20
    image-21 image-22 image-23 image-24 metadata-2 metadata-10 metadata-11 metadata-12 metadata-13
    metadata-19 metadata-20 metadata-21 metadata-22 metadata-25 mime-7 mime-15 mime-29 mime-33 mime-34
    mime-35 mime-39 mime-42 mime-48 mime-50 output-5 output-7 output-9 output-10 output-15 output-20
    attachment-1 attachment-8 attachment-9 attachment-11 attachment-13 attachment-14 attachment-17
    attachment-19 attachment-20 advisory-attachment-1 advisory-attachment-2`),
}

function list(ids: string): readonly string[] {
  return ids.split(/\s+/)
}
