// Names that would shadow the page's own, and markup that imitates, focuses, opens or drives parts of the host.
import { group, type Payload, type Row } from './payload.js'

const names = [
  'location',
  'document',
  'cookie',
  'body',
  'head',
  'forms',
  'defaultView',
  'currentScript',
  'getElementById',
  'querySelector',
  'createElement',
  'implementation',
  'ownerDocument',
  'addEventListener',
  'self',
  'top',
  'parent',
  'opener',
  'frames',
  'length',
  'name',
  'navigator',
  'localStorage',
  'indexedDB',
  'crypto',
  'fetch',
  'trustedTypes',
  'customElements',
  'Jupyter',
  'jupyterapp',
  'require',
  'define',
  'MathJax',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'nbtrustConfig',
  '__nbtrustCanary',
]
const clobbering: Row[] = [
  ...names.map(
    (name): Row => [`id and name ${name}`, `<a id="${name}" href="#">one</a><img name="${name}" alt="two">`],
  ),
  [
    'two ids that make a collection',
    '<a id="nbtrustConfig"></a><a id="nbtrustConfig" name="baseUrl" href="{{link}}"></a>',
  ],
  [
    'a form with inputs that shadow its own properties',
    '<form id="nbtrustConfig"><input name="attributes"><input name="nodeName"><input id="parentNode"><input name="removeChild"><input name="firstChild"></form>',
  ],
  [
    'a form that shadows what a sanitizer reads',
    '<form><input name="attributes"><input name="childNodes"><input name="tagName"><img src="data:," onerror="{{run}}"></form>',
    { mustNot: ['clobbering', 'execution'] },
  ],
  [
    'a form inside a form that shadows its children',
    '<form id="x"><input name="childNodes"><form><input name="parentElement" onfocus="{{run}}" autofocus></form></form>',
    { mustNot: ['clobbering', 'execution', 'imitation'] },
  ],
  [
    'an iframe whose name is a window',
    '<iframe name="nbtrustConfig" srcdoc="<a id=baseUrl href={{link}}></a>"></iframe>',
  ],
  [
    'embed, object and applet names',
    '<embed name="nbtrustConfig"><object name="nbtrustConfig2" id="nbtrustConfig3"></object><applet name="nbtrustConfig4"></applet>',
  ],
  [
    'a map, a meta and a param with names',
    '<map name="nbtrustConfig"></map><meta name="nbtrustConfig2"><object><param name="nbtrustConfig3"></object>',
  ],
  [
    'an output, fieldset and select with names',
    '<output name="nbtrustConfig">1</output><fieldset name="nbtrustConfig2"></fieldset><select name="nbtrustConfig3"></select>',
  ],
  [
    'ids of the host',
    '<div id="host-title">text</div><div id="host-search">text</div><div id="host-form">text</div>',
  ],
  [
    'an id of the host in other case and with spaces',
    '<div id="HOST-TITLE">text</div><div id=" host-title ">text</div><div id="host-title\n">text</div>',
  ],
  [
    'an id of the host in an SVG',
    '<svg><g id="host-title"></g><linearGradient id="host-filter"></linearGradient></svg>',
  ],
  ['an id that JupyterLab rewrites', '<div id="data-jupyter-id" data-jupyter-id="host-title">text</div>'],
  ['an anchor name of the host', '<a name="host-title">text</a>'],
  ['a slot name of the host', '<div slot="content">text</div><slot name="host-title"></slot>'],
  [
    'radio buttons that share a group with the host',
    '<input type="radio" name="host-choice" checked><input type="radio" name="host-choice" form="host-form" checked>',
    { mustNot: ['clobbering', 'imitation'] },
  ],
  [
    'details that share a name with the host',
    '<details name="host-accordion" open><summary>more</summary>text</details>',
    { mustNot: ['imitation', 'clobbering'] },
  ],
  [
    'a label for a control of the host',
    '<label for="host-danger">Click for the next page</label>',
    { mustNot: ['imitation', 'clobbering'], mustRemain: ['Click for the next page'] },
  ],
  [
    'a label around nothing, for a check box of the host',
    '<label for="host-check">text</label>',
    { mustNot: ['imitation', 'clobbering'], mustRemain: ['text'] },
  ],
  [
    'an output for controls of the host',
    '<output for="host-search host-danger" form="host-form">text</output>',
    { mustNot: ['clobbering'], mustRemain: ['text'] },
  ],
  [
    'an input with a list of the host',
    '<input list="host-list"><datalist id="host-list"><option>mine</option></datalist>',
  ],
  [
    'headers, itemref and aria references to the host',
    '<table><tr><td headers="host-title">cell</td></tr></table><p itemscope itemref="host-title" aria-labelledby="host-title" aria-describedby="host-danger" aria-controls="host-danger" aria-owns="host-form" aria-activedescendant="host-danger" aria-flowto="host-danger" aria-details="host-title" aria-errormessage="host-title">text</p>',
    { mustNot: ['clobbering', 'imitation'], mustRemain: ['cell', 'text'] },
  ],
  [
    'a map that serves an image of the host',
    '<map name="host-map"><area shape="default" href="javascript:{{run}}"></map>',
    { mustNot: ['clobbering', 'execution'] },
  ],
  [
    'usemap of a map of the host',
    '<img usemap="#host-map" width="60" height="20" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    { mustNot: ['clobbering', 'navigation'] },
  ],
  [
    'a thousand ids',
    Array.from({ length: 1000 }, (_, n) => `<i id="host-${n}">${n % 10}</i>`).join(''),
    { mustNot: ['clobbering'] },
  ],
  ['an empty id and name', '<p id="" name="">text</p>', { mustRemain: ['text'] }],
  [
    '__proto__ as an attribute',
    '<p __proto__="x" constructor="y" hasOwnProperty="z">text</p>',
    { mustRemain: ['text'] },
  ],
  [
    'dataset keys that look like properties',
    '<p data-__proto__="x" data-constructor="y" data-nbtrust-trusted="true">text</p>',
    { mustRemain: ['text'] },
  ],
  [
    'an element named like a property of Object',
    '<constructor>text</constructor><toString>text</toString><__proto__>text</__proto__>',
    { mustRemain: ['text'] },
  ],
  [
    'a label that wraps a click of the host',
    '<label for="host-check">text</label><label for="host-details">text</label>',
    { mustNot: ['clobbering', 'imitation'], mustRemain: ['text'] },
  ],
  [
    'radio buttons in the group of the host',
    '<input type="radio" name="host-choice" form="host-form" checked><input type="radio" name="host-choice" value="two" checked>',
    { mustNot: ['clobbering', 'imitation'] },
  ],
  [
    'details in the accordion of the host',
    '<details name="host-accordion" open><summary>text</summary>mine</details>',
    { mustNot: ['imitation'], mustRemain: ['text'] },
  ],
  [
    'is= on elements of HTML',
    '<button is="host-button">text</button><p is="x-clobber" id="host-title">text</p><svg is="x-y"></svg>',
    { mustNot: ['clobbering', 'execution', 'selector:[is]'], mustRemain: ['text'] },
  ],
  [
    'a slot for the host',
    '<p slot="title">text</p><slot name="title">text</slot><div part="title" exportparts="title">text</div>',
    { mustNot: ['clobbering', 'imitation'], mustRemain: ['text'] },
  ],
]

const hostClasses = [
  'jp-Dialog',
  'jp-Dialog-content',
  'lm-Widget p-Widget',
  'lm-Menu',
  'jp-Notebook jp-mod-commandMode',
  'jp-OutputArea-promptOverlay',
  'host-dialog',
  'modal fade show',
  'modal-backdrop',
  'monaco-dialog-box',
  'codicon codicon-trash',
  'Toastify__toast',
  'nbtrust-message',
  'nbtrust-badge',
  'fixed inset-0 z-50',
  'position-fixed w-100 h-100',
  'sr-only',
  'dropdown-menu show',
]
const imitating: Row[] = [
  ...hostClasses.map(
    (name): Row => [
      `class ${name}`,
      `<div class="${name}"><p>Session expired</p></div>`,
      { mustRemain: ['Session expired'] },
    ],
  ),
  [
    'an SVG with a class of the host',
    '<svg class="host-dialog jp-Dialog"><g class="jp-Dialog-content"><text y="9">text</text></g></svg>',
  ],
  [
    'a dialog that is open',
    '<dialog open>Session expired<form method="dialog"><button>OK</button></form></dialog>',
    { mustNot: ['imitation', 'selector:dialog'] },
  ],
  [
    'a popover',
    '<div popover="auto" id="{{id}}-p">text</div><button popovertarget="{{id}}-p">open</button>',
    { mustNot: ['imitation', 'selector:[popover],[popovertarget]'] },
  ],
  [
    'a popover of the manual and the hint kind',
    '<div popover="manual">text</div><div popover="hint">text</div>',
    { mustNot: ['imitation', 'selector:[popover]'] },
  ],
  [
    'an invoker of the host popover',
    '<button popovertarget="host-popover" popovertargetaction="show">more</button>',
    { mustNot: ['imitation', 'selector:[popovertarget]'], mustRemain: ['more'] },
  ],
  [
    'an input that invokes the host popover',
    '<input type="button" value="more" popovertarget="host-popover">',
    { mustNot: ['imitation', 'selector:[popovertarget]'] },
  ],
  [
    'a command for the host dialog',
    '<button command="show-modal" commandfor="host-dialog">more</button>',
    { mustNot: ['imitation', 'selector:[commandfor],[command]'], mustRemain: ['more'] },
  ],
  [
    'a custom command for the host',
    '<button command="--host-delete" commandfor="host-danger">more</button>',
    { mustNot: ['imitation', 'selector:[commandfor],[command]'], mustRemain: ['more'] },
  ],
  [
    'an interest invoker',
    '<button interestfor="host-popover" interesttarget="host-popover">more</button><a href="{{link}}" interestfor="host-popover">text</a>',
    { mustNot: ['imitation', 'selector:[interestfor],[interesttarget]'], mustRemain: ['more'] },
  ],
  [
    'invoketarget of a draft',
    '<button invoketarget="host-dialog" invokeaction="showModal">more</button>',
    { mustNot: ['imitation', 'selector:[invoketarget]'], mustRemain: ['more'] },
  ],
  [
    'an anchor attribute',
    '<div popover anchor="host-danger">text</div>',
    { mustNot: ['imitation', 'selector:[anchor]'] },
  ],
  ['autofocus on an input', '<input autofocus>', { mustNot: ['imitation', 'selector:[autofocus]'] }],
  [
    'autofocus on a paragraph',
    '<p autofocus tabindex="0">text</p>',
    { mustNot: ['imitation', 'selector:[autofocus]'], mustRemain: ['text'] },
  ],
  [
    'autofocus in an SVG',
    '<svg><a autofocus tabindex="0" href="#"><text y="9">text</text></a></svg>',
    { mustNot: ['imitation', 'selector:[autofocus]'] },
  ],
  [
    'accesskey on a link',
    '<a href="{{link}}" accesskey="s">text</a>',
    { mustNot: ['imitation', 'navigation', 'selector:[accesskey]'], mustRemain: ['text'] },
  ],
  [
    'accesskey on a label',
    '<label accesskey="x" for="host-danger">text</label>',
    { mustNot: ['imitation', 'selector:[accesskey]'], mustRemain: ['text'] },
  ],
  [
    'tabindex before the host',
    '<p tabindex="1">text</p><a tabindex="32767" href="{{link}}">text</a>',
    { mustNot: ['imitation', 'selector:[tabindex="1"],[tabindex="32767"]'], mustRemain: ['text'] },
  ],
  [
    'contenteditable',
    '<div contenteditable="true" spellcheck="true" enterkeyhint="go" inputmode="none">text</div>',
    { mustNot: ['imitation', 'selector:[contenteditable]'], mustRemain: ['text'] },
  ],
  [
    'contenteditable without a value and plaintext-only',
    '<p contenteditable>text</p><p contenteditable="plaintext-only">text</p>',
    { mustNot: ['imitation', 'selector:[contenteditable]'], mustRemain: ['text'] },
  ],
  [
    'draggable with a drop effect',
    '<p draggable="true" dropzone="copy">text</p>',
    { mustNot: ['imitation', 'selector:[draggable]'], mustRemain: ['text'] },
  ],
  ['inert on the output', '<div inert>text</div>', { mustNot: ['imitation'], mustRemain: ['text'] }],
  [
    'a modal role',
    '<div role="dialog" aria-modal="true" aria-label="Save">Session expired</div>',
    { mustNot: ['imitation', 'selector:[aria-modal]'], mustRemain: ['Session expired'] },
  ],
  [
    'an alert role',
    '<div role="alertdialog" aria-live="assertive" aria-atomic="true">Session expired</div>',
    { mustNot: ['imitation', 'selector:[role=alertdialog]'], mustRemain: ['Session expired'] },
  ],
  [
    'landmark roles',
    '<div role="main"><div role="banner">text</div><div role="navigation">text</div></div>',
    { mustNot: ['imitation', 'selector:[role=main],[role=banner]'], mustRemain: ['text'] },
  ],
  [
    'an application role',
    '<div role="application" aria-roledescription="password" aria-keyshortcuts="Control+S" aria-hidden="false">text</div>',
    { mustNot: ['imitation', 'selector:[role=application]'], mustRemain: ['text'] },
  ],
  [
    'a log-in form without an action',
    '<input type="text" autocomplete="username" name="username"><input type="password" autocomplete="current-password" name="password"><button>Log in</button>',
    { mustNot: ['imitation', 'selector:input[type=password]'] },
  ],
  [
    'inputs that a browser fills in',
    '<input autocomplete="cc-number" name="cc"><input type="email" autocomplete="email" name="email"><input type="tel" autocomplete="tel">',
    { mustNot: ['imitation', 'selector:[autocomplete]'] },
  ],
  [
    'a passkey prompt',
    '<input autocomplete="username webauthn" name="user">',
    { mustNot: ['imitation', 'selector:[autocomplete]'] },
  ],
  [
    'a file and a colour chooser',
    '<input type="file" capture="user" accept="image/*"><input type="color"><input type="date">',
    { mustNot: ['imitation', 'selector:input[type=file]'] },
  ],
  [
    'a permission element',
    '<permission type="geolocation"></permission><geolocation autolocate></geolocation><usermedia></usermedia>',
    { mustNot: ['imitation', 'selector:permission,geolocation,usermedia'] },
  ],
  [
    'an install element',
    '<install installurl="{{remote}}"></install>',
    { mustNot: ['imitation', 'network', 'selector:install'] },
  ],
  [
    'a menu that replaces the context menu',
    '<menu type="context" id="{{id}}-menu"><menuitem label="text" onclick="{{run}}"></menuitem></menu><p contextmenu="{{id}}-menu">text</p>',
    { mustNot: ['imitation', 'execution', 'selector:[contextmenu]'] },
  ],
  [
    'video controls that go full screen',
    '<video controls autoplay loop width="60"></video>',
    { mustNot: ['imitation', 'selector:[autoplay]'] },
  ],
  [
    'writing suggestions and virtual keyboards',
    '<p virtualkeyboardpolicy="manual" writingsuggestions="true" contenteditable>text</p>',
    { mustNot: ['imitation', 'selector:[virtualkeyboardpolicy]'], mustRemain: ['text'] },
  ],
  [
    'elementtiming and edit context probes',
    '<p elementtiming="host-paint" containertiming="x">text</p>',
    { mustNot: ['imitation', 'selector:[elementtiming]'], mustRemain: ['text'] },
  ],
  ...[
    'data-commandlinker-command',
    'data-commandlinker-args',
    'data-jupyter-kernel',
    'data-lm-dragscroll',
    'data-bs-toggle',
    'data-toggle',
    'data-action',
    'data-method',
    'data-remote',
    'data-turbo-method',
    'data-ng-click',
    'hx-get',
    'x-on:click',
    'v-on:click',
    '@click',
    'ng-click',
    'wire:click',
    'jsaction',
    'data-confirm',
    'data-href',
  ].map(
    (name): Row => [
      `a host that acts on ${name}`,
      `<button ${name}="host:delete" hx-trigger="load">more</button><span ${name}="{{here}}">text</span>`,
      { mustNot: ['imitation', `markup:${name}=`], mustRemain: ['text'] },
    ],
  ),
]

/** Named access on window, document and forms; ids of the host; references to the host's controls. */
export const clobber: readonly Payload[] = group(
  'clobber',
  { kind: 'html', mustNot: ['clobbering'] },
  clobbering,
)
/** Markup that poses as the host or drives it. */
export const imitate: readonly Payload[] = group(
  'imitate',
  { kind: 'html', mustNot: ['imitation'] },
  imitating,
)
