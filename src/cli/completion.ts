// Completion scripts for shells, made from the commands and options as they are.
import type { Command } from 'commander'

/** The shells that there is a script for. */
export type Shell = 'bash' | 'zsh' | 'fish'

interface Completable {
  readonly name: string
  readonly summary: string
  readonly options: readonly {
    readonly flag: string
    readonly description: string
    readonly choices: readonly string[]
    readonly takesValue: boolean
  }[]
  readonly choices: readonly string[]
}

/** The script that the shell is to read. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = program.commands.map(completable)
  return scripts[shell](commands)
}

const scripts: Readonly<Record<Shell, (commands: readonly Completable[]) => string>> = { bash, zsh, fish }

function completable(command: Command): Completable {
  return {
    name: command.name(),
    summary: command.summary(),
    options: command.options.map((option) => ({
      flag: option.long ?? option.short ?? '',
      description: option.description,
      choices: option.argChoices ?? [],
      takesValue: option.required,
    })),
    choices: command.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
const words = (items: readonly string[]): string => items.join(' ')

function bash(commands: readonly Completable[]): string {
  const cases = commands.map(({ name, options, choices }) => {
    const flags = words(options.map(({ flag }) => flag))
    const files = choices.length > 0 ? '' : ' -f'
    return `    ${name}) COMPREPLY=($(compgen${files} -W ${quoted(words([flags, ...choices]))} -- "$current")) ;;`
  })
  const values = commands
    .flatMap(({ options }) => options.filter(({ choices }) => choices.length > 0))
    .map(
      ({ flag, choices }) =>
        `    ${flag}) COMPREPLY=($(compgen -W ${quoted(words(choices))} -- "$current")); return ;;`,
    )
  return `# nbtrust completion for bash
_nbtrust() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  compopt -o filenames 2>/dev/null
  case "$previous" in
${[...new Set(values)].join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(words([...commands.map(({ name }) => name), '--help', '--version']))} -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
}
complete -F _nbtrust nbtrust
`
}

function zsh(commands: readonly Completable[]): string {
  const described = commands.map(
    ({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}`,
  )
  const cases = commands.map(({ name, options, choices }) => {
    const flags = options.map(({ flag, description, choices: values, takesValue }) => {
      const action = values.length > 0 ? `(${words(values)})` : '_files'
      const text = description.replace(/[[\]:]/g, '\\$&')
      return quoted(`${flag}[${text}]${takesValue ? `:value:${action}` : ''}`)
    })
    const rest = quoted(choices.length > 0 ? `*:argument:(${words(choices)})` : '*:notebook:_files')
    return `    ${name}) _arguments ${words([...flags, rest])} ;;`
  })
  return `#compdef nbtrust
# nbtrust completion for zsh
_nbtrust() {
  local -a commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
compdef _nbtrust nbtrust
`
}

function fish(commands: readonly Completable[]): string {
  const lines = commands.flatMap(({ name, summary, options, choices }) => {
    const here = quoted(`__fish_seen_subcommand_from ${name}`)
    return [
      `complete -c nbtrust -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
      ...options.map(({ flag, description, choices: values, takesValue }) => {
        const value = values.length > 0 ? ` -x -a ${quoted(words(values))}` : takesValue ? ' -r' : ''
        return `complete -c nbtrust -n ${here} -l ${flag.replace(/^--/, '')} -d ${quoted(description)}${value}`
      }),
      ...(choices.length > 0 ? [`complete -c nbtrust -n ${here} -f -a ${quoted(words(choices))}`] : []),
    ]
  })
  return `# nbtrust completion for fish\n${lines.join('\n')}\n`
}
