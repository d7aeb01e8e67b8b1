/** An environment variable is missing or wrong; the message names it. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`环境变量有误：\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}
