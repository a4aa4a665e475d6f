import { Argument, type Command } from "commander";

const SHELLS = ["bash", "zsh", "fish"] as const;

const INSTALL = `
Examples:
  source <(talks completion bash)                                      bash: in ~/.bashrc
  source <(talks completion zsh)                                       zsh: in ~/.zshrc, behind compinit
  talks completion fish > ~/.config/fish/completions/talks.fish        fish: once`;

/** Adds `talks completion`, which prints what makes a shell complete the commands and options that `program` has. */
export function addCompletion(program: Command): void {
  program
    .command("completion")
    .description("print what makes your shell complete commands and options")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .addHelpText("after", INSTALL)
    .action((shell: (typeof SHELLS)[number]) => void process.stdout.write(SCRIPTS[shell](commandsOf(program))));
}

/** A command as a shell completes it. */
interface Completed {
  readonly name: string;
  readonly description: string;
  readonly options: readonly { readonly flags: readonly string[]; readonly takes: boolean; readonly says: string }[];
  /** What may stand behind it; where nothing is listed, files are offered. */
  readonly choices: readonly string[];
}

function commandsOf(program: Command): readonly Completed[] {
  const help = program.createHelp();
  const names = program.commands.map((command) => command.name());
  return help.visibleCommands(program).map((command) => ({
    name: command.name(),
    description: help.subcommandDescription(command),
    options: help.visibleOptions(command).map(({ short, long, required, description }) => ({
      flags: [short, long].flatMap((flag) => flag ?? []),
      takes: required,
      says: description,
    })),
    choices:
      command.name() === "help" ? names : command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  }));
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], (commands: readonly Completed[]) => string>> = {
  bash: (commands) => `_talks() {
  local word=\${COMP_WORDS[COMP_CWORD]} options= choices=
  case \${COMP_WORDS[1]} in
${commands.map(({ name, options, choices }) => `    ${name}) options="${options.flatMap(({ flags }) => flags).join(" ")}" choices="${choices.join(" ")}" ;;`).join("\n")}
  esac
  if ((COMP_CWORD == 1)); then choices="${commands.map(({ name }) => name).join(" ")}" options="--help --version"; fi
  if [[ $word == -* ]]; then choices=$options; fi
  COMPREPLY=($(compgen -W "$choices" -- "$word"))
}
complete -o default -F _talks talks
`,
  zsh: (commands) => `#compdef talks
_talks() {
  local -a commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`).join("\n")}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${commands.map((command) => `    ${command.name}) _arguments ${zshArguments(command)} ;;`).join("\n")}
  esac
}
compdef _talks talks
`,
  fish: (commands) =>
    commands
      .flatMap(({ name, description, options, choices }) => {
        const within = `complete -c talks -n '__fish_seen_subcommand_from ${name}'`;
        return [
          `complete -c talks -f -n __fish_use_subcommand -a ${name} -d ${fishQuoted(description)}`,
          ...options.map(({ flags, takes, says }) => {
            const named = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
            return `${within} ${named.join(" ")}${takes ? " -r" : ""} -d ${fishQuoted(says)}`;
          }),
          ...(choices.length > 0 ? [`${within} -f -a ${fishQuoted(choices.join(" "))}`] : []),
        ];
      })
      .join("\n")
      .concat("\n"),
};

function zshArguments({ options, choices }: Completed): string {
  const plain = (text: string) => text.replace(/[[\]:\\]/g, "\\$&");
  return [
    ...options.flatMap(({ flags, takes, says }) =>
      flags.map((flag) => quoted(`${flag}[${plain(says)}]${takes ? ":value:_files" : ""}`)),
    ),
    quoted(choices.length > 0 ? `*:choice:(${choices.join(" ")})` : "*:file:_files"),
  ].join(" ");
}

function fishQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
