import { readWritten, type ServiceDefinition } from '#lib/catalogue';

/** The service that a text defines; undefined where it cannot be read as a whole. */
export function serviceIn(text: string): ServiceDefinition | undefined {
  const { definition } = readWritten(text);
  return definition && 'form' in definition ? definition : undefined;
}
