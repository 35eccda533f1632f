// What --help says.

export const help = {
  program:
    "Jupyter's notebook trust on the command line: signs and checks notebooks in Jupyter's own database, and says what is in them.",
  notebooks: 'notebooks, folders, patterns, or - for standard input (the default)',
  shell: 'bash, zsh or fish',
  exitCodes: `
Exit codes:
  0  done; every notebook is trusted; nothing active was found
  1  a notebook is untrusted, holds active content, or could not be read
  2  wrong usage
  3  the signing key or the signature database can't be used
  70 a mistake in nbtrust

nbtrust <command> --help shows examples.
`,
  options: {
    json: 'print JSON',
    dataDir: "the folder of notebook_secret and nbsignatures.db (default: Jupyter's)",
    algorithm: 'the hash of the signature',
    dryRun: 'say what would be signed, and sign nothing',
    strict: "ask for nbtrust's own, injective signature too",
    sarif: 'print SARIF 2.1.0, for code scanning',
    sanitizeOutput: 'where the copy goes; - for standard output',
    all: 'every signature with its time',
    olderThan: 'forget what was not seen for so long (12h, 30d, 6w, 1y), or since a date',
    everything: 'forget every signature',
    exportOutput: 'the file to write (default: standard output)',
    withKey: 'put the signing key into the file, for a machine that has none',
    secretFile: "the key's file (default: notebook_secret in the data folder)",
    encoding: "nbformat: what Jupyter signs; jcs: nbtrust's own",
    yes: 'ask nothing',
  },
  commands: {
    trust: {
      summary: 'sign notebooks, so that their outputs are trusted',
      examples: [
        'nbtrust trust analysis.ipynb        as jupyter trust',
        'nbtrust trust --dry-run notebooks/  what would be signed',
        "nbtrust trust 'lessons/**/*.ipynb'  a pattern",
        'nbtrust trust < analysis.ipynb      from standard input',
      ],
    },
    check: {
      summary: 'say which notebooks are trusted, and why the others are not',
      examples: [
        'nbtrust check notebooks/            exit code 1 if one is untrusted',
        'nbtrust check --strict a.ipynb      signed by nbtrust, not only by Jupyter',
        'nbtrust check --json notebooks/     for programs',
      ],
    },
    untrust: {
      summary: 'take back the signatures of notebooks',
      examples: ['nbtrust untrust analysis.ipynb', 'nbtrust untrust downloads/'],
    },
    scan: {
      summary: 'list what notebooks hold that could run, contact somebody or mislead',
      examples: [
        'nbtrust scan downloads/             exit code 1 if there is anything',
        'nbtrust scan --json a.ipynb         every finding as data',
        'nbtrust scan --sarif . > nb.sarif   for code scanning',
      ],
    },
    sanitize: {
      summary: 'write a copy in which every output and Markdown cell is inert',
      examples: [
        'nbtrust sanitize received.ipynb -o safe.ipynb',
        'nbtrust sanitize - -o - < received.ipynb > safe.ipynb',
      ],
    },
    list: {
      summary: 'say what the signature database holds',
      examples: ['nbtrust list', 'nbtrust list --all', 'nbtrust list --json'],
    },
    forget: {
      summary: 'remove signatures by age or by notebook',
      examples: [
        'nbtrust forget --older-than 1y',
        'nbtrust forget old.ipynb',
        'nbtrust forget --everything         keeps the key',
      ],
    },
    export: {
      summary: 'write the signatures to a file, for another machine',
      examples: [
        'nbtrust export -o trust.json              for a machine with the same key',
        'nbtrust export --with-key -o trust.json   for a machine without one',
      ],
    },
    import: {
      summary: 'take over signatures that were exported',
      examples: ['nbtrust import trust.json'],
    },
    digest: {
      summary: 'print the digest of a notebook',
      examples: [
        'nbtrust digest a.ipynb                              what Jupyter computes',
        'nbtrust digest --secret-file key a.ipynb',
        'nbtrust digest --encoding jcs --algorithm sha512 -  from standard input',
      ],
    },
    reset: {
      summary: 'make a new signing key and empty the database: every notebook becomes untrusted',
      examples: ['nbtrust reset', 'nbtrust reset --yes'],
    },
    completion: {
      summary: 'print a completion script for a shell',
      examples: [
        'nbtrust completion bash > ~/.local/share/bash-completion/completions/nbtrust',
        'nbtrust completion zsh > ~/.zsh/functions/_nbtrust     a folder of $fpath',
        'nbtrust completion fish > ~/.config/fish/completions/nbtrust.fish',
      ],
    },
  },
} as const
