/** A mistake in how the program was started. Its message is one sentence for the operator; exit code 1. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}
