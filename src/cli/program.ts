// The nbtrust command: its commands, options and help, and how an error becomes a sentence and an exit code.
import { Argument, Command, CommanderError, Option } from 'commander'
import { hashAlgorithms } from '../digest/index.js'
import { NbtrustError } from '../lib/errors.js'
import { visible } from '../lib/visible.js'
import type { CheckOptions } from './commands/check.js'
import type { CommonOptions, Context, NotebooksContext } from './commands/context.js'
import type { DigestCommandOptions } from './commands/digest.js'
import type { ExportOptions } from './commands/export.js'
import type { ForgetOptions } from './commands/forget.js'
import type { ListOptions } from './commands/list.js'
import type { ResetOptions } from './commands/reset.js'
import type { SanitizeOptions } from './commands/sanitize.js'
import type { ScanOptions } from './commands/scan.js'
import type { TrustOptions } from './commands/trust.js'
import type { Shell } from './completion.js'
import { Console, jsonError } from './console.js'
import { type ExitCode, exitDone, exitMistake, exitNo, exitUnavailable, exitUsage } from './exit-codes.js'
import { findNotebooks, type Input, stdinName } from './find-notebooks.js'
import { help } from './help.js'
import type { Io } from './io.js'
import { messages } from './messages.js'
import { version } from './version.js'

type Action = (context: Context) => Promise<ExitCode>

/** Runs the command. Returns the exit code; never throws and never ends the process. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let action: Action | undefined
  let options: { readonly json?: boolean } = {}
  const program = buildProgram(io, (given, chosen) => {
    options = given
    action = chosen
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitDone : exitUsage
    throw error
  }
  const console = new Console(io, options.json ? 'json' : 'text')
  try {
    return action ? await action({ io, console }) : exitUsage
  } catch (error) {
    return report(error, console, io)
  }
}

// The command line as data: all commands with their options. `completion` reads it too.
function buildProgram(
  io: Io,
  choose: (options: { readonly json?: boolean }, action: Action) => void,
): Command {
  const program = new Command('nbtrust')
    .description(help.program)
    .version(version)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      // It quotes the arguments, which a shell may have made of the names of files.
      writeErr: (text) => io.stderr.write(visible(text)),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
    })
    .addHelpText('after', help.exitCodes)

  const command = <Name extends keyof typeof help.commands>(name: Name, syntax = ''): Command => {
    const { summary, examples } = help.commands[name]
    const made = program.command(`${name} ${syntax}`.trim()).summary(summary).description(summary)
    made.addHelpText('after', `\nExamples:\n${examples.map((line) => `  ${line}`).join('\n')}\n`)
    made.exitOverride().copyInheritedSettings(program)
    return made.option('--json', help.options.json)
  }
  const withData = (made: Command): Command =>
    made
      .option('--data-dir <folder>', help.options.dataDir)
      .addOption(
        new Option('--algorithm <name>', help.options.algorithm).choices(hashAlgorithms).default('sha256'),
      )
  const withNotebooks = (made: Command): Command =>
    made.addArgument(new Argument('[notebooks...]', help.notebooks))

  withData(withNotebooks(command('trust')))
    .option('-n, --dry-run', help.options.dryRun)
    .action((args: string[], options: TrustOptions) =>
      choose(options, async (context) => {
        const { trust } = await import('./commands/trust.js')
        return await withInputs(args, context, (inputs, all) => trust(inputs, options, all))
      }),
    )
  withData(withNotebooks(command('check')))
    .option('--strict', help.options.strict)
    .action((args: string[], options: CheckOptions) =>
      choose(options, async (context) => {
        const { check } = await import('./commands/check.js')
        return await withInputs(args, context, (inputs, all) => check(inputs, options, all))
      }),
    )
  withData(withNotebooks(command('untrust'))).action((args: string[], options: CommonOptions) =>
    choose(options, async (context) => {
      const { untrust } = await import('./commands/untrust.js')
      return await withInputs(args, context, (inputs, all) => untrust(inputs, options, all))
    }),
  )
  withNotebooks(command('scan'))
    .addOption(new Option('--sarif', help.options.sarif).conflicts('json'))
    .action((args: string[], options: ScanOptions) =>
      choose(options, async (context) => {
        const { scan } = await import('./commands/scan.js')
        return await withInputs(args, context, (inputs, all) => scan(inputs, options, all))
      }),
    )
  command('sanitize', '<notebook>')
    .requiredOption('-o, --output <file>', help.options.sanitizeOutput)
    .action((file: string, options: SanitizeOptions) =>
      choose(options, async (context) => {
        const { sanitize } = await import('./commands/sanitize.js')
        return await sanitize(file, options, context)
      }),
    )
  withData(command('list'))
    .option('--all', help.options.all)
    .action((options: ListOptions) =>
      choose(options, async (context) => {
        const { list } = await import('./commands/list.js')
        return await list(options, context)
      }),
    )
  withData(withNotebooks(command('forget')))
    .option('--older-than <age>', help.options.olderThan)
    .option('--everything', help.options.everything)
    .action((args: string[], options: ForgetOptions) =>
      choose(options, async (context) => {
        const { forget } = await import('./commands/forget.js')
        const inputs = findNotebooks(args, context.io.cwd)
        return await withThreads(inputs, context, (all) => forget(inputs, options, all))
      }),
    )
  withData(command('export'))
    .option('-o, --output <file>', help.options.exportOutput)
    .option('--with-key', help.options.withKey)
    .action((options: ExportOptions) =>
      choose(options, async (context) => {
        const { exportSignatures } = await import('./commands/export.js')
        return await exportSignatures(options, context)
      }),
    )
  withData(command('import', '<file>')).action((file: string, options: CommonOptions) =>
    choose(options, async (context) => {
      const { importSignatures } = await import('./commands/import.js')
      return await importSignatures(file, options, context)
    }),
  )
  withData(command('digest', '<notebook>'))
    .option('--secret-file <file>', help.options.secretFile)
    .addOption(
      new Option('--encoding <name>', help.options.encoding).choices(['nbformat', 'jcs']).default('nbformat'),
    )
    .action((file: string, options: DigestCommandOptions) =>
      choose(options, async (context) => {
        const { digest } = await import('./commands/digest.js')
        return await digest(file, options, context)
      }),
    )
  withData(command('reset'))
    .option('-y, --yes', help.options.yes)
    .action((options: ResetOptions) =>
      choose(options, async (context) => {
        const { reset } = await import('./commands/reset.js')
        return await reset(options, context)
      }),
    )
  command('completion')
    .addArgument(new Argument('<shell>', help.shell).choices(['bash', 'zsh', 'fish']))
    .action((shell: Shell, options: { json?: boolean }) =>
      choose(options, async ({ console }) => {
        const { completionScript } = await import('./completion.js')
        console.raw(completionScript(program, shell))
        return exitDone
      }),
    )
  return program
}

// As `jupyter trust`: without an argument the notebook is on standard input.
async function withInputs(
  args: readonly string[],
  context: Context,
  work: (inputs: readonly Input[], context: NotebooksContext) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { io } = context
  if (args.length === 0 && io.stdin.isTTY === true) {
    throw new NbtrustError('ERR_ARGUMENT', messages.noInput)
  }
  const inputs: readonly Input[] =
    args.length > 0 ? findNotebooks(args, io.cwd) : [{ name: stdinName, stdin: true }]
  return await withThreads(inputs, context, (all) => work(inputs, all))
}

// The threads that are worth it for so many notebooks start here, while the command opens its database.
async function withThreads(
  { length }: readonly Input[],
  context: Context,
  work: (context: NotebooksContext) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { withPool } = await import('./pool.js')
  return await withPool(length, context.io.worker, (pool) => work({ ...context, pool }))
}

function report(error: unknown, console: Console, { env, stderr }: Io): ExitCode {
  if (error instanceof NbtrustError) {
    console.failure(error)
    console.fail(jsonError(error))
    if (/^ERR_(?:STORE|KEY|MISSING)/.test(error.code)) return exitUnavailable
    return error.code === 'ERR_ARGUMENT' || error.code === 'ERR_ALGORITHM' ? exitUsage : exitNo
  }
  const message = messages.unexpected(error instanceof Error ? error.message : String(error))
  console.warn(message)
  console.fail({ code: 'ERR_UNEXPECTED', message })
  if (env.NBTRUST_DEBUG && error instanceof Error) stderr.write(visible(`${error.stack}\n`))
  return exitMistake
}
