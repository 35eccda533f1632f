// Markup that means one thing when it is read and another when it is written out and read again.
import { group, type Payload, type Row, type RowDetails } from './payload.js'

const img = '<img src=data:, onerror={{run}}>'
const q = '<img src=data:, onerror="{{run}}">'

// Deeper than the stated limit: all of it may be withheld, so no text in front has to remain.
const deep: RowDetails = { bare: true }

const rows: Row[] = [
  [
    'MathML text with a mglyph and a style',
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;${img}">`,
  ],
  [
    'a form in a form, closed by a math element',
    `<form><math><mtext></form><form><mglyph><style></math>${q}`,
  ],
  [
    'an annotation that is an integration point by encoding',
    `<math><annotation-xml encoding="text/html"><style></math>${q}</style></annotation-xml></math>`,
  ],
  ['SVG desc, style and a closing tag in a title', `<svg></p><style><a id="</style>${img}">`],
  ['SVG p and title', `<svg><p><title><template><style></title></svg>${q}</style>`],
  ['a noscript in a template', `<template><noscript><p title="</noscript>${img}"></noscript></template>`],
  ['a noscript in an SVG', `<svg><noscript><p title="</noscript>${img}"></noscript></svg>`],
  ['a table that moves its text out', `<table><td><svg><desc><table><td></svg>${q}</table>`],
  ['foster parenting of a script', `<table><script>{{run}}</script><caption>${q}</caption></table>`],
  ['foster parenting of a style in MathML', `<math><table><mi><style><!--</style>${q}--></table></math>`],
  ['an xmp in an SVG', `<svg><xmp><p title="</xmp>${img}"></svg>`],
  ['a plaintext in a MathML text', `<math><mtext><plaintext>${q}`],
  ['a listing with a leading newline', `<listing>\n\n${q}</listing>`],
  ['a pre with a leading newline in a textarea', `<pre>\n\n<textarea>\n\n</pre>${q}</textarea>`],
  ['a comment in an SVG style', `<svg><style><!-- </style>${q} --></svg>`],
  ['a comment that only HTML ends', `<svg><!-- --!>${q} --></svg>`],
  ['CDATA in an SVG', `<svg><![CDATA[<a title="]]>${img}">]]></svg>`],
  ['CDATA in MathML with an HTML integration point', `<math><mtext><![CDATA[>${q}]]></mtext></math>`],
  ['a processing instruction in an SVG', `<svg><?xml >${q} ?></svg>`],
  ['a select in a select', `<select><select><style></select>${q}</style></select>`],
  ['a select with a table', `<table><select><table></table></select><td>${q}</td></table>`],
  ['an option with markup', `<select><option><style></option></select>${q}</style>`],
  ['a keygen in a select', `<select><keygen autofocus onfocus="{{run}}"><math><mi></select>${q}`],
  ['an unclosed anchor that is adopted', `<a href="#"><table><a title="</a>${img}"></table>`],
  ['misnested formatting, eight deep', `<b><i><u><s><em><strong><code><big><p></b></i></u></s></em>${q}</p>`],
  [
    'a body in a body with attributes',
    `<body title="a"><body title="b" onload="{{run}}">${q}`,
    { bare: true },
  ],
  ['an html in an html with attributes', `<html title="a"><html onclick="{{run}}">${q}`, { bare: true }],
  ['a frameset after text', `<frameset><noframes><p title="</noframes>${img}"></frameset>`, { bare: true }],
  ['a doctype in the middle', `<p><!DOCTYPE html><p title="<!DOCTYPE>${img}">`],
  ['a NUL in an SVG', `<svg>\u0000<style>\u0000</style>${q}</svg>`],
  ['a NUL in an attribute name', `<p \u0000onmouseover="{{run}}" a\u0000="x">text</p>`],
  ['a carriage return in an attribute', `<p title="a\r\nb\rc" onclick="{{run}}">text</p>`],
  ['an attribute name with a less-than', `<p <img src=data:, onerror="{{run}}">text</p>`],
  ['an attribute name with quotes', `<p "onclick="{{run}}" '="x">text</p>`],
  ['an attribute name with an equals sign', `<p =onclick="{{run}}" ==="x">text</p>`],
  ['an attribute value with a grave accent', '<p title="`><img src=data:, onerror={{run}}>`">text</p>'],
  [
    'an attribute value with entities for a tag',
    `<p title="&lt;img src=data:, onerror={{run}}&gt;">text</p>`,
    { mustRemain: ['text'] },
  ],
  [
    'text with entities for a tag',
    '<p>&lt;img src=data:, onerror={{run}}&gt;</p>',
    { mustRemain: ['<img src=data:, onerror='] },
  ],
  [
    'text with entities for entities',
    '<p>&amp;lt;img src=data:, onerror={{run}}&amp;gt;</p>',
    { mustRemain: ['&lt;img src=data:'] },
  ],
  ['a title with entities for its end', `<title>&lt;/title&gt;${q}</title>`],
  ['a style with entities for its end', `<style>&lt;/style&gt;${q}</style>`],
  ['a textarea with entities for its end', `<textarea>&lt;/textarea&gt;${q}</textarea>`],
  [
    'an SVG style with entities for its end',
    `<svg><style>&lt;/style&gt;&lt;img src=data:, onerror={{run}}&gt;</style></svg>`,
  ],
  ['an SVG title in an HTML title in an SVG', `<svg><title><svg><title></title></svg>${q}</title></svg>`],
  [
    'a template in a template in a table',
    `<table><template><tr><template><td>${q}</td></template></tr></template></table>`,
  ],
  ['a template whose content is deeper than 500', `<template>${'<div>'.repeat(500)}${q}</template>`, deep],
  [
    '513 nested elements before the markup changes',
    `${'<div>'.repeat(513)}<svg><style><a title="</style>${img}">`,
    deep,
  ],
  ['600 nested formatting elements with a table', `${'<b>'.repeat(600)}<table><td>${q}`, deep],
  ['an is attribute that outlives its removal', `<p is="x" onclick="{{run}}" is="y">text</p>`],
  ['an attribute that only XML tells apart', `<p ONCLICK="{{run}}" onClick="{{run}}">text</p>`],
  ['xmlns on HTML elements', `<p xmlns="http://www.w3.org/2000/svg"><style><a title="</style>${img}"></p>`],
  ['a ruby with implied end tags', `<ruby><rb>a<rtc><rt><svg><style></ruby>${q}</style></svg>`],
  ['a dl, li and p that close each other', `<dl><dt><li><p><dd><math><mtext><li>${q}</dl>`],
  ['a heading in a heading in a button', `<button><h1><h2><button><h3>${q}</button></h1></button>`],
  ['a nobr in a nobr', `<nobr><nobr><svg><nobr>${q}</nobr></svg>`],
  [
    'an image that becomes img',
    `<svg><image><desc><image src="data:," onerror="{{run}}"></desc></image></svg>`,
  ],
  [
    'a mathml annotation within foreignObject',
    `<svg><foreignObject><math><annotation-xml><svg><style></foreignObject>${q}</style>`,
  ],
  ['foreignObject in the wrong case', `<svg><FOREIGNOBJECT><style></svg>${q}</style></FOREIGNOBJECT></svg>`],
  [
    'a font element that breaks out of SVG only with an attribute',
    `<svg><font><style></font>${q}</style></svg><svg><font color="x">${q}</font></svg>`,
  ],
  ['a rawtext element left open by its end', `<style></style${img}</style><xmp></xmp ${img}</xmp>`],
  ['a script end inside an escaped script', `<script><!--<script></script>${q}--></script>`],
  ['an attribute after the tag name of an end tag', `</p onclick="{{run}}"></br onmouseover="{{run}}">${q}`],
]

/** Mutation XSS. */
export const mutation: readonly Payload[] = group('mutation', { kind: 'html', mustNot: ['execution'] }, rows)
